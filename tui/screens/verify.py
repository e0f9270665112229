"""To verify: what may be there twice, what is missing, what contradicts itself; Enter begins to mend it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import work

from db.errors import BilatError
from db.queries.verify import verify
from db.rows import Key
from db.rows.doubts import DoubtRow, Doubts
from tui import copying
from tui.cards.doubts import doubt_entry
from tui.cards.fields import entry_lines
from tui.keys import Action
from tui.lines import Line, Span
from tui.modals.base import bilat
from tui.screens.offered import with_labels
from tui.screens.sections import SectionsScreen, section_head


class VerifyScreen(SectionsScreen):
    """What somebody should look at; read in a thread, since it looks through everything."""

    heading: ClassVar[str] = "To verify"
    nothing: ClassVar[str] = "Nothing looks doubtful: no twins, no gaps, no contradictions."
    about_followups: ClassVar[bool] = False

    def __init__(self) -> None:
        super().__init__(lambda _reader, _moment: [])
        self._found: list[Doubts] | BilatError | None = None
        self._rows: dict[int, tuple[Doubts, DoubtRow]] = {}  # by the number of the line

    def offers(self) -> Sequence[Action]:
        """Enter mends; how, the border says line by line."""
        return with_labels(list(super().offers()), open="mend")

    def on_mount(self) -> None:
        """Say what Enter does with the line under the cursor, wherever it goes."""
        self._view.moved = lambda _key: self._say_what_enter_does()

    def _say_what_enter_does(self) -> None:
        each, _ = self._rows.get(self._view.line_number or 0, (None, None))
        self._view.note = (Span(each.says, "dim"),) if each else ()
        self._view.refresh()

    def _show(self, *, afresh: bool) -> None:
        self._retitle()
        self._look(afresh=afresh)

    @work(exclusive=True)
    async def _look(self, *, afresh: bool) -> None:
        app = bilat(self)
        try:
            self._found = await app.fetch(verify, app.moment)
        except BilatError as error:
            self._found = error
        self._view.show_later(self._build, afresh=afresh)

    def _build(self, width: int) -> list[Line]:
        if isinstance(self._found, BilatError):
            raise self._found
        lines: list[Line] = []
        self._starts = []
        self._rows = {}
        doubts = [each for each in self._found or () if each.rows]
        for number, each in enumerate(doubts, start=1):
            lines += [Line()] if lines else []
            self._starts.append(len(lines))
            lines.append(section_head(number, each.title, _count(each)))
            for row in each.rows:
                self._rows[len(lines)] = (each, row)
                lines += entry_lines(doubt_entry(row), width, indent=(Span("  "),))
        self.call_later(self._say_what_enter_does)
        return lines or [Line((Span(self.nothing, "dim"),))]

    def open_line(self, key: Key) -> None:
        """Begin to mend what the line is about."""
        app = bilat(self)
        each, row = self._rows[self._view.line_number or 0]
        match each.mend:
            case "merge" if row.other is not None:
                from tui.deeds.merging import compare  # noqa: PLC0415 - not needed to look

                compare(app, row.key, row.other)
            case "edit":
                app.action_edit()
            case "holder":
                app.action_holder()
            case _:
                super().open_line(key)

    def _line_text(self, key: Key) -> str:
        del key  # two lines may be about one record
        _, row = self._rows[self._view.line_number or 0]
        return copying.words_of(doubt_entry(row))


def _count(doubts: Doubts) -> str:
    """How many there are; of twins only those are known that were found."""
    if doubts.total is None or doubts.total == len(doubts.rows):
        return f"{len(doubts.rows):,}"
    return f"{len(doubts.rows):,} of {doubts.total:,}"
