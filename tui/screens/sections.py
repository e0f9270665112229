"""A view of sections under each other; every line opens its record, and a digit jumps to its section."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events

from db.reader import Reader
from db.rows import Key, Moment, Section
from tui import copying
from tui.cards.events import section_entry
from tui.cards.fields import entry_lines
from tui.lines import Line, Span
from tui.modals.base import bilat
from tui.plain import plain
from tui.screens.demo_mark import demo_mark
from tui.screens.view import ViewScreen
from tui.widgets.frame import Title
from tui.widgets.line_view import LineView

Query = Callable[[Reader, Moment], list[Section]]


class SectionsScreen(ViewScreen):
    """What a query finds, in sections.

    Attributes:
        heading: the view's name.
        nothing: the sentence where no section holds anything.
    """

    heading: ClassVar[str] = ""
    nothing: ClassVar[str] = ""

    def __init__(self, query: Query) -> None:
        self._view = LineView()
        super().__init__(self._view)
        self._query = query
        self._sections: list[Section] = []
        self._starts: list[int] = []

    def on_mount(self) -> None:
        """Show what there is."""
        self._show(afresh=True)

    def reread(self) -> None:
        """Ask again, keeping the place."""
        self._show(afresh=False)

    def _show(self, *, afresh: bool) -> None:
        self._retitle()
        self._view.show_later(self._build, afresh=afresh)

    def _retitle(self) -> None:
        today = bilat(self).moment.today
        day = f"{today:%a} {today.day} {today:%b %Y}"
        self._view.retitle(Title(name=self.heading, scope=day, right=demo_mark(self)))

    def _build(self, width: int) -> list[Line]:
        """Read the sections and lay them out; those that hold nothing are left out."""
        app = bilat(self)
        self._sections = [section for section in app.read(self._query, app.moment) if section.rows]
        lines: list[Line] = []
        self._starts = []
        for number, section in enumerate(self._sections, start=1):
            lines += [Line()] if lines else []
            self._starts.append(len(lines))
            lines += section_lines(number, section, width)
        # Where there is no section, no digit leads anywhere.
        self._view.note = (Span("1 to 9 jump to a section", "dim"),) if lines else ()
        return lines or [Line((Span(self.nothing, "dim"),))]

    def on_key(self, event: events.Key) -> None:
        """A digit jumps to its section."""
        number = int(event.character) if event.character and event.character in "123456789" else 0
        if 0 < number <= len(self._starts):
            event.stop()
            start = self._starts[number - 1]
            self._view.move_to(start + 1)
            self._view.scroll_top(start)

    def _line_text(self, key: Key) -> str:
        rows = (row for section in self._sections for row in section.rows if row.key == key)
        return copying.words_of(section_entry(next(rows), copying.UNBROKEN))


def section_head(number: int, title: str, count: str) -> Line:
    """The digit that jumps to a section, its title and how much is in it."""
    digit = Span(f"{number} " if number <= 9 else "  ", "accent")  # noqa: PLR2004 - there are nine digits
    return Line((digit, Span(plain(title), "strong"), Span(f"  {count}", "dim")))


def section_lines(number: int, section: Section, width: int) -> list[Line]:
    """A section: its head, then its lines; what was not read is said."""
    lines = [section_head(number, section.title, f"{section.total:,}")]
    for row in section.rows:
        lines += entry_lines(section_entry(row, width - 2), width, indent=(Span("  "),))
    more = section.total - len(section.rows)
    if more > 0:
        lines.append(Line((Span(f"  and {more:,} more", "dim"),)))
    return lines
