"""A view of sections under each other; every line opens its record, and a digit jumps to its section."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType

from db.reader import Reader
from db.rows import Key, Moment, Section
from tui import copying
from tui.cards.events import section_entry
from tui.cards.fields import entry_lines
from tui.keys import bindings
from tui.lines import Line, Span
from tui.modals.base import bilat
from tui.modals.origin import OriginModal
from tui.plain import plain
from tui.screens.demo_mark import demo_mark
from tui.screens.offered import offered
from tui.screens.record import RecordScreen
from tui.screens.roomy import Roomy
from tui.widgets.footer_line import FooterLine
from tui.widgets.frame import Title
from tui.widgets.line_view import LineView
from tui.widgets.pane import Pane

Query = Callable[[Reader, Moment], list[Section]]


class SectionsScreen(Roomy[None]):
    """What a query finds, in sections.

    Attributes:
        heading: the view's name.
        nothing: the sentence where no section holds anything.
    """

    DEFAULT_CSS = """
    SectionsScreen { layout: vertical; }
    SectionsScreen > Pane { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("view")]
    heading: ClassVar[str] = ""
    nothing: ClassVar[str] = ""

    def __init__(self, query: Query) -> None:
        super().__init__()
        self._query = query
        self._sections: list[Section] = []
        self._starts: list[int] = []

    def compose(self) -> ComposeResult:
        """The sections and the keys."""
        self._view = LineView()
        self._footer = FooterLine()
        yield self._view
        yield self._footer

    def on_mount(self) -> None:
        """Show what there is."""
        self._footer.show(offered("view", "list", "everywhere"))
        self._show(afresh=True)

    def reread(self) -> None:
        """Ask again, keeping the place."""
        self._show(afresh=False)

    def _show(self, *, afresh: bool) -> None:
        today = bilat(self).moment.today
        day = f"{today:%a} {today.day} {today:%b %Y}"
        self._view.retitle(Title(name=self.heading, scope=day, right=demo_mark(self)))
        self._view.show_later(self._build, afresh=afresh)

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

    def on_pane_opened(self, event: Pane.Opened) -> None:
        """Open the record of a line; Esc there comes back here."""
        event.stop()
        self.app.push_screen(RecordScreen(event.key))

    async def on_footer_line_pressed(self, event: FooterLine.Pressed) -> None:
        """A click on a key presses it."""
        await bilat(self).perform(event.action.id)

    @property
    def selected(self) -> Key | None:
        """The record that keys act on."""
        return self._view.key

    @property
    def in_scope(self) -> None:
        """A view is about everything."""

    def action_view_back(self) -> None:
        """Go back where one was."""
        self.dismiss()

    def action_view_origin(self) -> None:
        """Show where the record under the cursor comes from."""
        key = self._key()
        if key is not None:
            self.app.push_screen(OriginModal(key))

    def action_view_copy(self) -> None:
        """Offer to copy the line under the cursor or its record."""
        key = self._key()
        if key is not None:
            copying.offer(bilat(self), key, self._line_text(key))

    def _line_text(self, key: Key) -> str:
        rows = (row for section in self._sections for row in section.rows if row.key == key)
        return copying.words_of(section_entry(next(rows), copying.UNBROKEN))

    def _key(self) -> Key | None:
        key = self._view.key
        if key is None:
            bilat(self).say("Nothing is under the cursor.")
        return key


def section_lines(number: int, section: Section, width: int) -> list[Line]:
    """A section: its digit, title and count, then its lines; what was not read is said."""
    count = Span(f"  {section.total:,}", "dim")
    digit = Span(f"{number} " if number <= 9 else "  ", "accent")  # noqa: PLR2004 - there are nine digits
    lines = [Line((digit, Span(plain(section.title), "strong"), count))]
    for row in section.rows:
        lines += entry_lines(section_entry(row, width - 2), width, indent=(Span("  "),))
    more = section.total - len(section.rows)
    if more > 0:
        lines.append(Line((Span(f"  and {more:,} more", "dim"),)))
    return lines
