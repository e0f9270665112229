"""What every screen and modal shares: in a window too small to show it truly, one sentence covers it.

And each leaves only once it stands in front: Textual would take away what was opened over it instead, such as the help.
"""

from __future__ import annotations

from textual import events
from textual.await_complete import AwaitComplete
from textual.geometry import Size
from textual.screen import Screen, ScreenResultType

from tui.widgets.too_small import TooSmall, too_small

_LAYER = "too-small"


class Roomy(Screen[ScreenResultType]):
    """A screen that asks for room where it has too little; what it holds stays as it is underneath."""

    _leaving: tuple[ScreenResultType | None] | None = (
        None  # the answer with which it leaves once it is in front
    )

    def on_resize(self, event: events.Resize) -> None:
        """The window has another size, or went there and back too quickly to be seen, and has lost what it showed.

        A screen that comes is laid out by then, and asked all the same: it need not be once more.
        """
        if event.size == self.size:
            if self._compositor.size == event.size:  # the screen's own is the window's before it is laid out
                event.prevent_default()
            self.refresh()
        self._ask_for_room(event.size)

    def on_screen_resume(self) -> None:
        """The window may have changed while another screen was in front, or what this one waited for be done."""
        self._ask_for_room(self.app.size)
        if self._leaving is not None:
            (answer,), self._leaving = self._leaving, None
            self.dismiss(answer)

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Leave with an answer; where another screen is in front, as soon as that has left."""
        if self.is_active:
            return super().dismiss(result)
        self._leaving = (result,)
        return AwaitComplete()

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
