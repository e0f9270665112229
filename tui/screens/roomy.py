"""What every screen and modal shares: in a window too small to show it truly, one sentence covers it."""

from __future__ import annotations

from textual import events
from textual.geometry import Size
from textual.screen import Screen, ScreenResultType

from tui.widgets.too_small import TooSmall, too_small

_LAYER = "too-small"


class Roomy(Screen[ScreenResultType]):
    """A screen that asks for room where it has too little; what it holds stays as it is underneath."""

    def on_resize(self, event: events.Resize) -> None:
        """The window has another size, or went there and back too quickly to be seen, and has lost what it showed."""
        if event.size == self.size:
            self.refresh()
        self._ask_for_room(event.size)

    def on_screen_resume(self) -> None:
        """The window may have changed while another screen was in front."""
        self._ask_for_room(self.app.size)

    def _ask_for_room(self, size: Size) -> None:
        small = too_small(size.width, size.height)
        sentence = next((child for child in self.children if isinstance(child, TooSmall)), None)
        if sentence is not None:
            sentence.display = small
        elif small:
            # Made when it is first needed, so that no start and no modal pays for it.
            self.styles.layers = f"default {_LAYER}"
            sentence = TooSmall()
            sentence.styles.layer = _LAYER
            self.mount(sentence)
