"""To verify: what may be there twice, what is missing, what contradicts itself; Enter begins to mend it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final

from textual import work
from textual.binding import BindingType

from db.errors import BilatError
from db.names import fold
from db.queries.rolled_pairs import holds
from db.queries.verify import AT_MOST, verify
from db.rows import Key
from db.rows.doubts import DoubtRow, Doubts
from tui import copying
from tui.actions import Action
from tui.cards.doubts import doubt_entry
from tui.cards.fields import entry_lines, wrap
from tui.filtering import naming
from tui.filtering.language import Language
from tui.glyphs import glyphs
from tui.keys import bindings, pressed
from tui.lines import Line, Span
from tui.modals.base import bilat
from tui.plain import plain
from tui.screens.offered import IN_LANGUAGE, with_labels
from tui.screens.sections import SectionsScreen, section_head

SUBJECTS: Final = ("event", "official", "followup", "action", "post")
"""What its lines are, as a filter speaks of them."""


class VerifyScreen(SectionsScreen):
    """What somebody should look at; read in a thread, since it looks through everything."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("verify")]

    heading: ClassVar[str] = "To verify"
    nothing: ClassVar[str] = "Nothing looks doubtful: no twins, no gaps, no contradictions."
    about_followups: ClassVar[bool] = False

    def __init__(self) -> None:
        super().__init__(lambda _reader, _moment: [])
        self._found: list[Doubts] | BilatError | None = None
        self._rows: dict[int, tuple[Doubts, DoubtRow]] = {}  # by the number of the line
        self._view.language = Language(lambda: bilat(self), *SUBJECTS)
        self._view.filtered = lambda _words: self._view.show_later(self._build, afresh=True)
        self._view.typing = lambda: self._footer.show(self.offers())

    def offers(self) -> Sequence[Action]:
        """Enter mends; how, the border says line by line."""
        if self._view.filtering:
            return IN_LANGUAGE
        return with_labels(list(super().offers()), "verify.filter", open="mend")

    def on_mount(self) -> None:
        """Say what Enter does with the line under the cursor, wherever it goes."""
        naming.wire(bilat(self), self._view)
        self._view.moved = lambda _key: self._say_what_enter_does()

    def _say_what_enter_does(self) -> None:
        each, _ = self._rows.get(self._view.line_number or 0, (None, None))
        self._view.note = (Span(each.says, "dim"),) if each else ()
        self._view.refresh()

    def _show(self, *, afresh: bool) -> None:
        self._view.read_filter_anew()
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
        looked_at = _looked_at(self._found or ())
        if looked_at:
            lines += [Line(spans) for spans in wrap((Span(looked_at, "dim"),), width)]
        doubts = [each for each in self._kept(self._found or ()) if each.rows]
        for number, each in enumerate(doubts, start=1):
            lines += [Line()] if lines else []
            self._starts.append(len(lines))
            lines.append(section_head(number, each.title, _count(each)))
            for row in each.rows:
                self._rows[len(lines)] = (each, row)
                lines += entry_lines(doubt_entry(row), width, indent=(Span("  "),))
        self.call_later(self._say_what_enter_does)
        g, words = glyphs, plain(self._view.filter.text, 40)
        matches = (
            f"Nothing matches {g.quote_open}{words}{g.quote_close} {g.dot} {pressed('view.back')} shows all"
        )
        if not doubts:
            lines.append(Line((Span(matches if words else self.nothing, "dim"),)))
        return lines

    def _kept(self, found: Sequence[Doubts]) -> Sequence[Doubts]:
        """What the filter keeps: by either of the records of a line, or by words that stand in it."""
        kept = self._view.kept
        if kept is None:
            return found
        from db.filtering import kept_keys  # noqa: PLC0415 - only a filter needs it

        keys = {key for each in found for row in each.rows for key in (row.key, row.other) if key is not None}
        those = bilat(self).read(kept_keys, keys, kept)

        def keeps(row: DoubtRow) -> bool:
            said = fold(copying.words_of(doubt_entry(row)))
            return row.key in those or row.other in those or (kept.plain and holds(said, kept.words))

        rows = [tuple(filter(keeps, each.rows)) for each in found]
        return [each._replace(rows=some, total=len(some)) for each, some in zip(found, rows, strict=True)]

    def action_verify_filter(self) -> None:
        """Keep the lines with some words, or of which something else is true."""
        self._view.start_filter()

    def action_view_back(self) -> None:
        """Take the filter away first, then the marks, else go back where one was."""
        if self._view.filter.text and not self._view.marks:
            self._view.stop_filter(clear=True)
        else:
            super().action_view_back()

    def open_line(self, key: Key) -> None:
        """Begin to mend what the line is about."""
        del key  # two lines may be about one record
        from tui.deeds.mending import mend  # noqa: PLC0415 - not needed to look

        each, row = self._rows[self._view.line_number or 0]
        mend(bilat(self), each.mend, row)

    def _line_text(self, key: Key) -> str:
        del key  # two lines may be about one record
        _, row = self._rows[self._view.line_number or 0]
        return copying.words_of(doubt_entry(row))


def _looked_at(found: Sequence[Doubts]) -> str:
    """What a large store was looked through for, and how far back; "" where it was all there is."""
    within = ", ".join(dict.fromkeys(each.within for each in found if each.within))
    return f"Looked at the latest {within}." if within else ""


def _count(doubts: Doubts) -> str:
    """How many there are; of twins only those are known that were found."""
    if doubts.total is None:
        return f"{len(doubts.rows):,}{'+' if len(doubts.rows) >= AT_MOST else ''}"
    if doubts.total == len(doubts.rows):
        return f"{len(doubts.rows):,}"
    return f"{len(doubts.rows):,} of {doubts.total:,}"
