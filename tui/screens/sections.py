"""A view of sections under each other; every line opens its record, and a digit jumps to its section."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, cast

from textual import events, work

from db.errors import BilatError
from db.queries.pieces import size
from db.reader import Reader
from db.rows import Key, Kind, Moment, Section
from db.rows.views import SectionRow
from tui import copying
from tui.actions import Action
from tui.cards.fields import entry_lines, wrap
from tui.cards.sections import section_entry, step_of
from tui.glyphs import glyphs
from tui.keys import keyed, pressed
from tui.lines import Line, Span
from tui.modals.base import bilat
from tui.plain import plain
from tui.screens.demo_mark import demo_mark
from tui.screens.offered import offered_on
from tui.screens.view import ViewScreen
from tui.screens.whole import LACKING, WholeScreen
from tui.widgets.frame import Title
from tui.widgets.section_view import Block, SectionView

Query = Callable[[Reader, Moment], list[Section]]

_AT_ONCE = 5_000  # outcomes up to which the counts are there before a key is felt
_WHOLE = cast("Kind", "section")  # the kind of a line that leads to a whole section, which is no record
_DIGITS = "1234567890"


class SectionsScreen(ViewScreen):
    """What a query finds, in sections.

    Attributes:
        heading: the view's name.
        nothing: the sentence where no section holds anything.
    """

    heading: ClassVar[str] = ""
    nothing: ClassVar[str] = ""

    def __init__(self, query: Query) -> None:
        self._view = SectionView()
        self._view.unmarkable = lambda key: (
            keyed("{open} opens the whole list.") if key.kind == _WHOLE else ""
        )
        self._view.moved = lambda _key: self._footer.show(self.offers())
        super().__init__(self._view)
        self._query = query
        self._sections: list[Section] = []
        self._starts: list[int] = []
        self._read: list[Section] | BilatError | None = None
        self._early = 0  # a digit that was pressed before there was a section

    def on_mount(self) -> None:
        """Show what there is."""
        self._show(afresh=True)

    def reread(self) -> None:
        """Ask again, keeping the place."""
        self._show(afresh=False)

    def _show(self, *, afresh: bool) -> None:
        self._retitle()
        if self._is_large():
            self._fetch(afresh=afresh)
        else:
            self._read = None
            self._view.show_later(self._build, afresh=afresh)

    def _is_large(self) -> bool:
        try:
            return bilat(self).read(size, "action") > _AT_ONCE
        except BilatError:
            return False  # reading will say so

    @work(exclusive=True)
    async def _fetch(self, *, afresh: bool) -> None:
        """Read in a thread, since the counts look at every outcome there is."""
        app = bilat(self)
        try:
            self._read = await app.fetch(self._query, app.moment)
        except BilatError as error:
            self._read = error
        self._view.show_later(self._build, afresh=afresh)

    def _retitle(self) -> None:
        today = bilat(self).moment.today
        day = f"{today:%a} {today.day} {today:%b %Y}"
        self._view.retitle(Title(name=self.heading, scope=day, right=demo_mark(self)))

    def _to_show(self) -> list[Section]:
        """What was read, now or in a thread."""
        app = bilat(self)
        if isinstance(self._read, BilatError):
            raise self._read
        return app.read(self._query, app.moment) if self._read is None else self._read

    def _build(self, width: int) -> list[Line]:
        """Lay the sections out; those that hold nothing are left out."""
        self._sections = [section for section in self._to_show() if section.total]
        lines: list[Line] = []
        self._starts = []
        blocks: list[Block] = []
        for number, section in enumerate(self._sections, start=1):
            lines += [Line()] if lines else []
            self._starts.append(len(lines))
            lines += self._section_lines(number, section, width)
            blocks.append(Block(section.name, self._starts[-1] + 1, len(lines)))
        self._view.blocks = blocks
        # Where there is no section, no digit leads anywhere.
        words = f"1 to 9 jump to a section {glyphs.dot} again opens it whole"
        self._view.note = (Span(words, "dim"),) if lines else ()
        if self._early:
            self.call_after_refresh(self._jump_at_last)
        return lines or [Line(spans) for spans in wrap((Span(self.nothing, "dim"),), width)]

    def _section_lines(self, number: int, section: Section, width: int) -> list[Line]:
        """A section: its head, then its lines; what is not among them is one Enter away."""
        today = bilat(self).today()
        above = f" {glyphs.dot} {section.above:,} above" if section.above else ""
        uncounted = "+" if section.more else ""
        lines = [section_head(number, section.title, f"{section.total:,}{uncounted}{above}")]
        for row in section.rows:
            entry = section_entry(row, section.name, width - 2, today)
            lines += entry_lines(entry, width, indent=(Span("  "),))
        more = section.total - section.above - len(section.rows)
        if more > 0 or not section.rows:
            words = f"{glyphs.ellipsis} {more:,}{uncounted} more" if more > 0 else "all stand above"
            leads = (Span(f"  {words}", "accent"), Span(f"  {pressed('open')} opens the whole list", "dim"))
            lines.append(Line(leads, Key(_WHOLE, section.name)))
        return lines

    # --- what keys act on ---

    @property
    def coming(self) -> bool:
        """Whether its first lines are still to come; keys wait for them."""
        return self._view.state == "loading"

    def offers(self) -> Sequence[Action]:
        """What works on the line under the cursor."""
        labels = {"enter": "next step"} if self.wants_step else {}
        block = self._view.block_at(self._view.line_number)
        return offered_on(self.selected, block.name if block else "", "view", "list", "everywhere", **labels)

    @property
    def selected(self) -> Key | None:
        """The record that keys act on; the line that leads to a whole list is none."""
        key = self._view.key
        return None if key is None or key.kind == _WHOLE else key

    @property
    def wants_step(self) -> bool:
        """Whether what is under the cursor stands there because it has no next step."""
        block = self._view.block_at(self._view.line_number)
        return block is not None and block.name == LACKING and self.selected is not None

    @property
    def begins(self) -> str:
        """The entry line begins with the step that is wanting."""
        return step_of(self._row(self.selected)) if self.wants_step and self.selected else ""

    def open_line(self, key: Key) -> None:
        """Open the record of a line, or the whole of its section."""
        if key.kind == _WHOLE:
            self.app.push_screen(WholeScreen(key.id))
        else:
            super().open_line(key)

    def on_key(self, event: events.Key) -> None:
        """A digit jumps to its section; from its first line it opens the whole of it."""
        number = _DIGITS.find(event.character or " ") + 1
        if number and self._view.state == "loading":  # who types fast is there before the lines are
            event.stop()
            self._early = number
        elif 0 < number <= len(self._starts):
            event.stop()
            self._jump(number - 1)

    def _jump_at_last(self) -> None:
        number, self._early = self._early, 0
        if 0 < number <= len(self._starts):
            self._jump(number - 1)

    def _jump(self, number: int) -> None:
        start = self._starts[number]
        if self._sections and self._view.line_number == start + 1:
            self.app.push_screen(WholeScreen(self._sections[number].name))
            return
        self._view.move_to(start + 1)
        self._view.scroll_top(start)

    def _line_text(self, key: Key) -> str:
        block = self._view.block_at(self._view.line_number)
        name = block.name if block else ""
        entry = section_entry(self._row(key), name, copying.UNBROKEN, bilat(self).today())
        return copying.words_of(entry)

    def _row(self, key: Key) -> SectionRow:
        return next(row for section in self._sections for row in section.rows if row.key == key)


def section_head(number: int, title: str, count: str) -> Line:
    """The digit that jumps to a section, its title and how much is in it."""
    digit = f"{_DIGITS[number - 1]} " if number <= len(_DIGITS) else "  "
    return Line((Span(digit, "accent"), Span(plain(title), "strong"), Span(f"  {count}", "dim")))
