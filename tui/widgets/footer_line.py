"""The bottom line: the few keys that work now in the focused pane, or a short answer to the last one."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.actions import Action
from tui.lines import Span, Tone
from tui.plain import cells, plain
from tui.tones import Tones
from tui.undoing import with_its_end
from tui.widgets.one_line import OneLine
from tui.widgets.painting import paint

_STAYS = 5.0
_GAP = 3


class FooterLine(OneLine):
    """Keys and their words; a click on one presses it."""

    class Pressed(Message):
        """A click on an entry."""

        def __init__(self, action: Action) -> None:
            super().__init__()
            self.action = action

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._actions: tuple[Action, ...] = ()
        self._said: Span | None = None

    @property
    def offers(self) -> bool:
        """Whether it has been told what to offer."""
        return bool(self._actions)

    @property
    def speaks(self) -> bool:
        """Whether an answer stands where the keys would."""
        return self._said is not None

    def show(self, actions: Sequence[Action]) -> None:
        """Offer other keys; an answer that still stands gives way to them only when its time is over."""
        if tuple(actions) != self._actions:
            self._actions = tuple(actions)
            self.refresh()

    def say(self, sentence: str, tone: Tone = "plain") -> None:
        """Show a sentence for a few seconds; an empty one takes back what stands there."""
        if not sentence:
            self._said = None
            self.refresh()
            return
        said = self._said = Span(plain(sentence), tone)
        self.refresh()

        def fall_silent() -> None:
            if self._said is said:
                self._said = None
                self.refresh()

        self.set_timer(_STAYS, fall_silent)

    def shown(self, width: int) -> list[Action]:
        """The actions that fit, in the table's order of importance; the last one, the help, always does."""
        if not self._actions:
            return []
        *others, last = self._actions
        room = width - 2 - _width(last)
        fitting: list[Action] = []
        for action in others:
            room -= _width(action) + _GAP
            if room < 0:
                break
            fitting.append(action)
        return [*fitting, last]

    def draw(self, width: int, tones: Tones) -> Strip:
        """The line, as much of it as fits."""
        spans = [Span(" ")]
        if self._said is not None:
            spans.append(self._said._replace(text=with_its_end(self._said.text, width - 1)))
        else:
            for at, action in enumerate(self.shown(width)):
                spans.append(Span(" " * _GAP if at else ""))
                spans += [Span(action.shown, "accent"), Span(f" {action.label}", "dim")]
        return Strip(paint(spans, width, tones), width)

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        at = 1
        for action in self.shown(self.size.width):
            if at <= event.x < at + _width(action):
                self.post_message(self.Pressed(action))
                return
            at += _width(action) + _GAP


def _width(action: Action) -> int:
    return cells(action.shown) + 1 + cells(action.label)
