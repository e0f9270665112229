"""A list that is searched by typing: the words stand above it and the cursor keys work all the time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from textual import events
from textual.geometry import Region
from textual.strip import Strip

from db.rows import Key
from tui.glyphs import glyphs
from tui.lines import Span
from tui.plain import plain
from tui.tones import Tones
from tui.widgets.columns import Column
from tui.widgets.filter_line import FilterLine
from tui.widgets.frame import Title
from tui.widgets.painting import paint
from tui.widgets.row_list import RowList


class Choice(NamedTuple):
    """One line to choose.

    Attributes:
        key: the record it stands for; for anything else a key that only tells it from other lines.
        label: what is chosen.
        kind: a word in front of the label.
        detail: what tells it from others of the same name.
        hint: flush right: the key that does the same.
        answer: what choosing it says, "" where the key itself is the answer.
        quiet: whether it can do nothing at the moment.
        context: the words around what was looked for, where neither the label nor the detail has it.
        marks: where it stands in them, as (first, end).
    """

    key: Key
    label: str
    kind: str = ""
    detail: str = ""
    hint: str = ""
    answer: str = ""
    quiet: bool = False
    context: str = ""
    marks: tuple[tuple[int, int], ...] = ()


def answering(answer: str, label: str, *, kind: str = "", detail: str = "", hint: str = "") -> Choice:
    """A line that is no record: a command, a setting."""
    return Choice(Key("source", f"answer {answer}"), label, kind, detail, hint, answer)


def columns(*, kind: int = 0, hint: int = 0, hint_from: int = 0) -> tuple[Column[Choice], ...]:
    """The columns of choices: the words, and the kind and the hint where they are given a width.

    In a list narrower than `hint_from` the hints give way to the words.
    """
    found = [Column[Choice]("", 8, _words, takes_rest=True, first_yields=True)]
    if kind:
        found.insert(0, Column("", kind, lambda row: (Span(row.kind, "dim"),)))
    if hint:
        found.append(
            Column("", hint, lambda row: (Span(row.hint, "dim"),), flush_right=True, from_width=hint_from)
        )
    return tuple(found)


def _words(row: Choice) -> tuple[Span, ...]:
    return (
        Span(row.label, "faint" if row.quiet else "plain"),
        Span(f"  {row.detail}" if row.detail else "", "dim"),
        *_context(row),
    )


def _context(row: Choice) -> Iterator[Span]:
    at = 0
    yield Span("  " if row.context else "", "dim")
    for first, end in row.marks:
        yield Span(row.context[at:first], "dim")
        yield Span(row.context[first:end], "accent")
        at = end
    yield Span(row.context[at:], "dim")


class Choices(RowList[Choice]):
    """Lines to choose from.

    Attributes:
        line: what has been typed.
        asks: the quiet words that stand where nothing has been typed.
        typed: called at once with the words, after each change.
        chosen: called with the line that Enter was pressed on.
        nothing: the sentence where nothing is typed and there is nothing to choose from.
    """

    def __init__(
        self,
        shown: Sequence[Column[Choice]],
        *,
        title: str,
        asks: str,
        typed: Callable[[str], None],
        chosen: Callable[[Choice], None],
    ) -> None:
        super().__init__(shown, title=Title(name=title), heads=False)
        self.asks = asks
        self.typed = typed
        self.chosen = chosen
        self.line = FilterLine()
        self.nothing = ""
        self.remedy = "Another letter tries again."  # R is one

    @property
    def has_head(self) -> bool:
        """The words always stand above the lines."""
        return True

    def draw_head(self, width: int, tones: Tones) -> Strip:
        """The words with their cursor; a long text shows its end, where one types."""
        spans = [Span("  "), *self.line.shown(width - 6)]
        if not self.line.text:
            spans.append(Span(self.asks, "faint"))
        return Strip(paint(spans, width, tones), width)

    def on_key(self, event: events.Key) -> None:
        """Characters are words, never commands; what moves in a list still moves."""
        before = self.line.text
        if event.is_printable and event.character:
            self.line.insert(event.character)
        elif not self.line.press(event.key):
            return
        event.stop()
        event.prevent_default()
        self._echo(before)

    def on_paste(self, event: events.Paste) -> None:
        """Pasted words are typed words."""
        event.stop()
        event.prevent_default()
        before = self.line.text
        self.line.insert(event.text)
        self._echo(before)

    def type_in_front(self, words: str) -> None:
        """Words that were typed before this list was there to hear them."""
        before = self.line.text
        self.line.set(f"{words}{before}")
        self._echo(before)

    def _echo(self, before: str) -> None:
        self.refresh(Region(0, 1, self.size.width, 1))
        if self.line.text != before:
            self.typed(self.line.text)

    def _state_text(self) -> str:
        if self.state != "empty":
            return super()._state_text()
        words = plain(self.line.text, 40)
        return f"Nothing is called {glyphs.quote_open}{words}{glyphs.quote_close}." if words else self.nothing

    def action_open(self) -> None:
        """Choose the line under the cursor."""
        row = self.row
        if row is not None:
            self.chosen(row)
