"""What each pane of the main screen asks the store, and how a selection leads to the next pane."""

from __future__ import annotations

from collections.abc import Coroutine, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from db import queries
from db.errors import BilatError
from db.queries.next_steps import Steps
from db.queries.pieces import size
from db.rows import Key, Listing
from tui import cards
from tui.filtering import naming
from tui.filtering.language import Language
from tui.glyphs import glyphs
from tui.keys import pressed
from tui.lines import Line, Span
from tui.modals.base import bilat
from tui.screens.glancing import Glancing
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
    steps_count,
)
from tui.screens.main_plan import LISTS, PANES
from tui.screens.main_stage import Stage
from tui.screens.offered import IN_LANGUAGE, offered
from tui.screens.scope_words import scope_words
from tui.screens.seeking import IN_ONE_FRAME, Question, Seeking
from tui.widgets.frame import Title
from tui.widgets.given import Given
from tui.widgets.pane import State
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from db.filtering import Filter

NOTHING = "Nothing is selected."


class Panes(Stage):
    """Country pairs, officials, follow-ups; the timeline of the selected one, and its record."""

    def __init__(self) -> None:
        super().__init__()
        self._subject = "pairs"  # the pane whose line the record shows
        self._told: Key | None = None  # the record that the record pane shows
        self._everyone = False
        self._sorts = dict.fromkeys(KINDS, 0)
        self._everything = dict.fromkeys(KINDS, 0)
        self._steps: Listing[Any] | None = None  # what the follow-ups' list shows
        # Lists that are about something else once their filter is answered.
        self._from_the_top: set[str] = set()
        self._seeking = Seeking(
            lambda: bilat(self).store,
            self._filtered_question,
            self._show_found,
            lambda kind: self._rows(kind.id).recount(),
        )

        self._glancing = Glancing(
            lambda: bilat(self),
            lambda reading: self.run_worker(reading, group="glancing"),
            lambda: self._show_record(afresh=False),
        )

    def on_mount(self) -> None:
        """Wire the panes together and ask for everything once."""
        self._everyone = not bilat(self).moment.desk
        for kind in KINDS.values():
            pane = self._rows(kind.id)
            pane.words_for = kind.texts
            pane.asked = lambda kind=kind: self._asked(kind)
            pane.filtered = lambda _words, kind=kind: self._filtered(kind)
            pane.moved = lambda _key, kind=kind: self._moved(kind.id)
            pane.ended = lambda listing, kind=kind: self._seek(self._seeking.count_all(kind, listing))
            pane.typing = self._offer
            pane.unfiltered = lambda kind=kind: self._listing(kind)
            pane.language = Language(lambda: bilat(self), *kind.subjects)
            naming.wire(bilat(self), pane)
        for name in PANES:
            self._pane(name).talk = bilat(self).say
        self._record.words_for = {"empty": NOTHING}
        self._desk_name = self._country(bilat(self).moment.desk)
        self.reread()

    # --- asking ---

    def reread(self) -> None:
        """Ask for everything again, keeping selections: after a change, and when the day turns."""
        self._seeking.forget()
        self._glancing.forget()
        self._everything = dict.fromkeys(KINDS, 0)  # "3 of 14" may be of 12 by now
        for pane in self._lists.values():
            if pane.language is not None:
                pane.language.forget()
        self._say_header()
        for name in LISTS:
            if self._rows(name).filter.text and self._takes_long(KINDS[name]):
                self._seek(self._seeking.seek(KINDS[name]))
            else:
                self._reread(KINDS[name])
        self._show_scope(afresh=False)
        self._show_record(afresh=False)

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
        rows = self._rows(kind.id)
        listing = self._seeking.answer(kind, self._question(kind, rows.kept))
        if kind is FOLLOWUPS:
            self._steps = listing
        if rows.filter.text:
            # "3 of 14" needs the 14; it is read once, when the filter opens.
            self._everything[kind.id] = self._everything[kind.id] or self._listing(kind).count()
        else:
            self._everything[kind.id] = 0
        return listing

    def _listing(self, kind: ListKind) -> Listing[Any]:
        """A list without its filter."""
        return self._question(kind, None)()

    def _question(self, kind: ListKind, kept: Filter | None) -> Question:
        """What a list asks the store, to be asked by any thread."""
        app = bilat(self)
        how: dict[str, Any] = {"kept": kept, "sort": kind.sorts[self._sorts[kind.id]]}
        if kind is PAIRS:
            rolled = app.settings.roll_up
            return partial(
                queries.pairs, app.store, app.moment, everyone=self._everyone, roll_up=rolled, **how
            )
        if kind is OFFICIALS:
            return partial(queries.officials, app.store, **how)
        if kind is FOLLOWUPS:
            return partial(queries.steps, app.store, app.moment, **how)
        scope = self._rows(self._list).key
        return partial(queries.timeline_with_climbs, app.store, scope, roll_up=app.settings.roll_up, **how)

    def _filtered_question(self, kind: ListKind) -> Question | None:
        rows = self._rows(kind.id)
        try:
            return self._question(kind, rows.kept) if rows.filter.text else None
        except BilatError:  # the list asks again, and says why it cannot be read
            return None

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
        return f" {glyphs.dot} {count:,} hidden {glyphs.dot} {pressed('sort')} shows" if count else ""

    def _others_have_pairs(self) -> bool:
        app = bilat(self)
        try:
            return not self._everyone and queries.pairs(app.store, app.moment, everyone=True).count() > 0
        except BilatError:
            return False

    def _title(self, kind: ListKind, pane: RowList[Any]) -> Title:
        shown, everything = pane.total, self._everything[kind.id]
        more = "" if pane.settled else "+"
        count = f"{shown:,}{more} of {everything:,}" if everything else f"{shown:,}"
        if pane.state == "failed":
            return Title(kind.number, kind.name, self._scope(kind), (Span("!", "error"),))
        if kind is FOLLOWUPS and not everything and isinstance(self._steps, Steps):
            count = steps_count(self._steps)
        return Title(kind.number, kind.name, self._scope(kind), (Span(count, "dim"),))

    def _scope(self, kind: ListKind) -> str:
        if kind is TIMELINE:
            return self._timeline_scope()
        if kind is FOLLOWUPS and kind.sorts[self._sorts[kind.id]] == HIDDEN:
            return "hidden for now"
        if kind is not PAIRS:
            return ""
        app = bilat(self)
        everyone = "all" if self._everyone and app.moment.desk else ""
        return ", ".join(filter(None, (everyone, "rolled up" if app.settings.roll_up else "")))

    def _timeline_scope(self) -> str:
        row = self._rows(self._list).row
        if row is None:
            return "" if self._unscoped or self._rows(self._list).state == "failed" else "everything"
        return scope_words(bilat(self), row)

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
        if not self._rows(TIMELINE.id).filter.text or not self._takes_long(TIMELINE):
            self._reread(TIMELINE, afresh=afresh)
            return
        if afresh:
            self._from_the_top.add(TIMELINE.id)
        self._seek(self._seeking.seek(TIMELINE))

    def _show_record(self, *, afresh: bool = True) -> None:
        self._record.show_later(self._record_lines, afresh=afresh)

    def _record_lines(self, width: int) -> Sequence[Line]:
        about, record = self._rows(self._subject), self._record
        key = about.key
        record.title = Title("5", "Record")
        if about.state == "failed":
            raise BilatError(about.failure)
        if key != self._told:
            self._told, record.top = key, 0  # what was selected is gone, and this stands in its place
        if key is None:
            return ()
        card = self._glancing.card(key)
        record.title = Title("5", cards.title(card), "", cards.badge(card))
        return cards.overview(card, width, bilat(self).moment)

    def _offer(self) -> None:
        """Show the keys that work now."""
        if self._pane(self._at).filtering:
            self._footer.show(IN_LANGUAGE)
            return
        number = str(PANES.index(self._at) + 1)
        self._footer.show(offered("list", "main", "everywhere", pane=number))

    def _filtered(self, kind: ListKind) -> None:
        rows = self._rows(kind.id)
        if rows.filter.text and self._takes_long(kind):
            self._seek(self._seeking.seek(kind))
        else:
            self._seeking.stop(kind)
            self._show_filtered(kind)

    def _seek(self, search: Coroutine[Any, Any, None]) -> None:
        self.run_worker(search, group="seeking")

    def _takes_long(self, kind: ListKind) -> bool:
        """Whether a filter is looked for beside the keys: a field may have to look at every visit and meeting."""
        if max(self._rows(kind.id).total, self._everything[kind.id]) > IN_ONE_FRAME:
            return True
        try:
            return bilat(self).read(size, "event") // 2 > IN_ONE_FRAME
        except BilatError:  # reading the list says why
            return False

    def _show_found(self, kind: ListKind) -> None:
        """Show what was looked for beside the keys; what is still selected keeps its timeline where it was."""
        rows = self._rows(kind.id)
        before = rows.key
        self._reread(kind, afresh=kind.id in self._from_the_top)
        self._from_the_top.discard(kind.id)
        if kind.id == self._list:
            self._show_scope(afresh=rows.key != before)
        if kind.id in (self._subject, self._list):
            self.call_after_refresh(self._show_another_record)

    def _show_filtered(self, kind: ListKind) -> None:
        self._reread(kind)
        if kind.id == self._list:
            self._show_scope(afresh=True)
        if kind.id in (self._subject, self._list):
            # The letter and the list come first; the record beside them may take the next frame.
            self.call_after_refresh(self._show_another_record)

    def _show_another_record(self) -> None:
        """Show the record that a filter has left selected, where that is not the one that stands there."""
        about = self._rows(self._subject)
        if about.key != self._told or "failed" in (about.state, self._record.state):
            self._show_record()
