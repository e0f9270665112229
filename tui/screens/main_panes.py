"""The panes of the main screen, what each asks the store, and how a selection leads to the next pane."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from textual.app import ComposeResult
from textual.geometry import Region
from textual.layout import Layout

from db import queries
from db.errors import BilatError
from db.rows import FollowUpRow, Key, Listing, PairRow
from tui import cards
from tui.glyphs import glyphs
from tui.lines import Line, Span
from tui.modals.base import bilat
from tui.screens.main_columns import followup_columns, official_columns, pair_columns, timeline_columns
from tui.screens.main_header import header_facts
from tui.screens.main_lists import (
    FOLLOWUPS,
    HIDDEN,
    KINDS,
    NOTHING_HIDDEN,
    OFFICIALS,
    OTHERS_ONLY,
    PAIRS,
    TIMELINE,
    ListKind,
)
from tui.screens.main_plan import LISTS, PANES, PlanLayout, plan
from tui.screens.offered import WHILE_FILTERING, offered
from tui.screens.roomy import Roomy
from tui.screens.seeking import IN_ONE_FRAME, Question, Seeking
from tui.widgets.footer_line import FooterLine
from tui.widgets.frame import Title
from tui.widgets.given import Given
from tui.widgets.header_line import HeaderLine
from tui.widgets.line_view import LineView
from tui.widgets.pane import Pane, State
from tui.widgets.pane_strip import PaneStrip
from tui.widgets.row_list import RowList

NOTHING = "Nothing is selected."
STRIP = ("Pairs", "Officials", "Follow-ups", "Timeline", "Record")


class Panes(Roomy[None]):
    """Country pairs, officials, follow-ups; the timeline of the selected one, and its record."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = PlanLayout(self._place)
        self._at = "pairs"  # the pane with the focus
        self._list = "pairs"  # the list that scopes the timeline
        self._subject = "pairs"  # the pane whose line the record shows
        self._told: Key | None = None  # the record that the record pane shows
        self._everyone = False
        self._sorts = dict.fromkeys(KINDS, 0)
        self._everything = dict.fromkeys(KINDS, 0)
        self._desk_name = ""
        self._seeking = Seeking(self._filtered_question, self._show_filtered)
        self._header = HeaderLine(id="header")
        self._strip = PaneStrip(STRIP, id="strip")
        self._lists: dict[str, RowList[Any]] = {
            "pairs": RowList(pair_columns(self._today), id="pairs"),
            "officials": RowList(official_columns(), id="officials"),
            "followups": RowList(followup_columns(self._today), id="followups"),
            "timeline": RowList(timeline_columns(), id="timeline"),
        }
        self._record = LineView(title=Title("5", "Record"), id="record")
        self._footer = FooterLine(id="footer")

    # --- building ---

    @property
    def layout(self) -> Layout:
        """The panes stand where the plan says."""
        return self._layout

    def compose(self) -> ComposeResult:
        """Everything there is; the plan decides what is seen."""
        yield self._header
        yield self._strip
        yield from self._lists.values()
        yield self._record
        yield self._footer

    def _today(self) -> date:
        return bilat(self).today()

    def on_mount(self) -> None:
        """Wire the panes together and ask for everything once."""
        self._everyone = not bilat(self).moment.desk
        for kind in KINDS.values():
            pane = self._rows(kind.id)
            pane.words_for = kind.texts
            pane.asked = lambda kind=kind: self._asked(kind)
            pane.filtered = lambda _words, kind=kind: self._filtered(kind)
            pane.moved = lambda _key, kind=kind: self._moved(kind.id)
            pane.typing = self._offer
            pane.unfiltered = lambda kind=kind: self._listing(kind, "")
        for name in PANES:
            self._pane(name).talk = bilat(self).say
        self._record.words_for = {"empty": NOTHING}
        self._desk_name = self._country(bilat(self).moment.desk)
        self.reread()

    def _country(self, code: str) -> str:
        if not code:
            return ""
        try:
            return dict(bilat(self).read(queries.countries)).get(code, code)
        except BilatError:
            return code

    # --- where things stand ---

    def _place(self, width: int, height: int) -> dict[str, Region]:
        return plan(width, height, self._at, self._list).regions

    def _rows(self, name: str) -> RowList[Any]:
        return self._lists[name]

    def _pane(self, name: str) -> Pane:
        return self._record if name == "record" else self._lists[name]

    # --- asking ---

    def reread(self) -> None:
        """Ask for everything again, keeping selections: after a change, and when the day turns."""
        self._seeking.forget()
        self._say_header()
        for name in LISTS:
            self._reread(KINDS[name])
        self._show_scope(afresh=False)
        self._show_record(afresh=False)

    def _say_header(self) -> None:
        app = bilat(self)
        try:
            facts = app.read(queries.header, app.moment)
        except BilatError:
            facts = None
        line = header_facts(facts, desk=self._desk_name, demo=app.demo, today=app.today())
        self._header.show(line)

    def _reread(self, kind: ListKind, *, afresh: bool = False) -> None:
        self._rows(kind.id).show_later(lambda: self._ask(kind), afresh=afresh)

    @property
    def _unscoped(self) -> bool:
        """Whether the filter of the list that scopes the timeline leaves nothing to be about."""
        rows = self._rows(self._list)
        return rows.row is None and rows.state == "nothing"

    def _ask(self, kind: ListKind) -> Listing[Any]:
        if kind is TIMELINE:
            nothing: dict[State, str] = {"empty": NOTHING, "nothing": NOTHING}
            unscoped = self._unscoped
            self._rows(kind.id).words_for = nothing if unscoped else kind.texts
            if unscoped:
                return Given()
            scoping = self._rows(self._list)
            if scoping.state == "failed":
                # Everything there is, under a list that cannot be read, would look as if all were well.
                raise BilatError(scoping.failure)
        words = self._rows(kind.id).filter.text
        listing = self._seeking.answer(kind, self._question(kind, words))
        if words:
            # "3 of 14" needs the 14; it is read once, when the filter opens.
            self._everything[kind.id] = self._everything[kind.id] or self._listing(kind, "").count()
        else:
            self._everything[kind.id] = 0
        return listing

    def _listing(self, kind: ListKind, words: str) -> Listing[Any]:
        return self._question(kind, words)()

    def _question(self, kind: ListKind, words: str) -> Question:
        """What a list asks the store, to be asked by any thread."""
        app = bilat(self)
        how = {"words": words, "sort": kind.sorts[self._sorts[kind.id]]}
        if kind is PAIRS:
            return partial(queries.pairs, app.store, app.moment, everyone=self._everyone, **how)
        if kind is OFFICIALS:
            return partial(queries.officials, app.store, **how)
        if kind is FOLLOWUPS:
            return partial(queries.followups, app.store, app.moment, **how)
        scope = self._rows(self._list).key
        return partial(queries.timeline, app.store, scope, roll_up=app.settings.roll_up, **how)

    def _filtered_question(self, kind: ListKind) -> Question | None:
        words = self._rows(kind.id).filter.text
        return self._question(kind, words) if words else None

    def _asked(self, kind: ListKind) -> None:
        """A list was read: its title can say how many."""
        pane = self._rows(kind.id)
        # The pane is about to be drawn whole; repainting its title by itself would cost a second frame.
        pane.title = self._title(kind, pane)
        sort = kind.sorts[self._sorts[kind.id]]
        pane.note = (Span(kind.says.get(sort, sort) + self._hidden(kind, sort), "dim"),)
        if kind is FOLLOWUPS:
            pane.words_for = kind.texts | ({"empty": NOTHING_HIDDEN} if sort == HIDDEN else {})
        if kind is PAIRS and pane.state == "empty":
            pane.words_for = PAIRS.texts | ({"empty": OTHERS_ONLY} if self._others_have_pairs() else {})

    def _hidden(self, kind: ListKind, sort: str) -> str:
        """How many follow-ups are out of sight, where there are some."""
        if kind is not FOLLOWUPS or sort == HIDDEN:
            return ""
        app = bilat(self)
        try:
            count = app.read(queries.hidden_followups, app.moment)
        except BilatError:
            return ""
        return f" {glyphs.dot} {count:,} hidden {glyphs.dot} s shows" if count else ""

    def _others_have_pairs(self) -> bool:
        app = bilat(self)
        try:
            return not self._everyone and queries.pairs(app.store, app.moment, everyone=True).count() > 0
        except BilatError:
            return False

    def _title(self, kind: ListKind, pane: RowList[Any]) -> Title:
        shown, everything = pane.total, self._everything[kind.id]
        count = f"{shown:,} of {everything:,}" if everything else f"{shown:,}"
        right = (Span("!", "error"),) if pane.state == "failed" else (Span(count, "dim"),)
        return Title(kind.number, kind.name, self._scope(kind), right)

    def _scope(self, kind: ListKind) -> str:
        if kind is TIMELINE:
            return self._timeline_scope()
        if kind is FOLLOWUPS and kind.sorts[self._sorts[kind.id]] == HIDDEN:
            return "hidden for now"
        return "all" if kind is PAIRS and self._everyone and bilat(self).moment.desk else ""

    def _timeline_scope(self) -> str:
        row = self._rows(self._list).row
        if row is None:
            return "" if self._unscoped or self._rows(self._list).state == "failed" else "everything"
        if isinstance(row, PairRow):
            return f"{row.home_name} {glyphs.dash} {row.other_name}"
        if isinstance(row, FollowUpRow):
            return f"{row.ref} {row.text}".strip()
        try:
            return bilat(self).read(queries.scope_of, row.key).label
        except BilatError:
            return ""

    # --- the selection, from left to right ---

    def _moved(self, name: str) -> None:
        if name in LISTS:
            if name == self._list:
                self._show_scope(afresh=True)
                self._subject = name
                self._show_record()
        elif self._subject == name:
            self._show_record()

    def _show_scope(self, *, afresh: bool) -> None:
        self._everything[TIMELINE.id] = 0
        self._reread(TIMELINE, afresh=afresh)

    def _show_record(self, *, afresh: bool = True) -> None:
        self._record.show_later(self._record_lines, afresh=afresh)

    def _record_lines(self, width: int) -> Sequence[Line]:
        about, record = self._rows(self._subject), self._record
        key = about.key
        if about.state == "failed":
            record.title = Title("5", "Record")
            raise BilatError(about.failure)
        if key != self._told:
            self._told, record.top = key, 0  # what was selected is gone, and this stands in its place
        if key is None:
            record.title = Title("5", "Record")
            return ()
        app = bilat(self)
        try:
            card = app.read(queries.card, key, app.moment)
        except BilatError:
            record.title = Title("5", "Record")
            raise
        record.title = Title("5", cards.title(card), "", cards.badge(card))
        return cards.overview(card, width, app.moment)

    def _offer(self) -> None:
        """Show the keys that work now."""
        if self._pane(self._at).filtering:
            self._footer.show(WHILE_FILTERING)
            return
        number = str(PANES.index(self._at) + 1)
        self._footer.show(offered("list", "main", "everywhere", pane=number))

    def _filtered(self, kind: ListKind) -> None:
        rows = self._rows(kind.id)
        if rows.filter.text and max(rows.total, self._everything[kind.id]) > IN_ONE_FRAME:
            self.run_worker(self._seeking.seek(kind), group="seeking")
        else:
            self._show_filtered(kind)

    def _show_filtered(self, kind: ListKind) -> None:
        self._reread(kind)
        if kind.id == self._list:
            self._show_scope(afresh=True)
        if kind.id in (self._subject, self._list):
            self._show_record()
