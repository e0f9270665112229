"""A step that takes long says how far it is, and Escape stops it: then nothing has happened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from time import monotonic

from textual import events

from tui.glyphs import glyphs
from tui.in_order import KeysInOrder
from tui.watching import Watch
from tui.widgets.footer_line import FooterLine

_LONG = 0.4  # seconds after which one wants to know; Escape means nothing to a shorter step
_OFTEN = 0.1  # seconds between two words

_mine: ContextVar[Watch | None] = ContextVar("_mine", default=None)
"""The step that is being taken here: a list may still be on its way to a file when the next step is written."""


class Underway(KeysInOrder):
    """An app whose steps can be looked at and stopped: of several the one that began last."""

    def __init__(self) -> None:
        super().__init__()
        self._begun: dict[Watch, float] = {}  # the steps that are being taken, each with when it began

    @contextmanager
    def underway(self) -> Iterator[None]:
        """Show meanwhile what `tell` is told, here and in threads that are begun here."""
        step = Watch()
        self._begun[step] = monotonic()
        before = _mine.set(step)
        timer = self.set_interval(_OFTEN, self._show_how_far)
        try:
            yield
        finally:
            timer.stop()
            _mine.reset(before)
            del self._begun[step]

    def tell(self, what: str, done: int, of: int) -> None:
        """Say how far the step is that is being taken here.

        Raises:
            Stopped: the officer wants it no more.
        """
        if (step := _mine.get()) is not None:
            step.progress(what, done, of)

    @property
    def _stoppable(self) -> Watch | None:
        """The step that began last of those that take long and say how far they are."""
        long = (step for step, since in self._begun.items() if step.words and monotonic() - since > _LONG)
        return next(reversed([*long]), None)

    def _show_how_far(self) -> None:
        """Where the screen answers: a modal on its sheet, any other in its footer."""
        if (step := self._stoppable) is None or not self.screen_stack:
            return
        words = f"{step.words} {glyphs.dot} Esc stops it"
        tell = getattr(self.screen, "tell_how_far", None)
        if tell is not None:
            tell(words)
            return
        for footer in self.screen.query(FooterLine):
            footer.say(words)

    async def on_event(self, event: events.Event) -> None:
        """Escape does not wait, as other keys do, for what it is to stop; they were meant for what would have come."""
        escapes = isinstance(event, events.Key) and not event.is_forwarded and event.key == "escape"
        if escapes and (step := self._stoppable) is not None:
            step.stop()
            self._waiting.clear()
        else:
            await super().on_event(event)
