"""What each pane of the main screen shows, and how a selection leads to the next pane."""

from __future__ import annotations

from collections.abc import Coroutine, Iterator, Sequence
from functools import partial
from typing import Any

from db.errors import BilatError
from db.queries.next_steps import Steps
from db.rows import Key, Listing
from tui import cards
from tui.filtering import naming
from tui.filtering.language import Language
from tui.lines import Line, Span
from tui.modals.base import bilat
from tui.screens.glancing import Glancing
from tui.screens.main_lists import (
    FOLLOWUPS,
    HIDDEN,
    KINDS,
    NOTHING_HIDDEN,
    OTHERS_ONLY,
    PAIRS,
    TIMELINE,
    ListKind,
    are_pairs,
    hidden_words,
    steps_count,
)
from tui.screens.main_plan import LISTS, PANES
from tui.screens.main_questions import Questions
from tui.screens.offered import IN_LANGUAGE, offered
from tui.screens.reading_ahead import Reading, ReadingAhead
from tui.screens.scope_words import scope_words
from tui.screens.seeking import Question, Seeking
from tui.widgets.frame import Title
from tui.widgets.given import Given
from tui.widgets.pane import State
from tui.widgets.row_list import RowList

NOTHING = "Nothing is selected."
_LONG = 0.2  # seconds, after which a search says that it is still going on


class Panes(Questions):
    """Country pairs, officials, follow-ups; the timeline of the selected one, and its record."""

    def __init__(self) -> None:
        super().__init__()
        self._subject = "pairs"  # the pane whose line the record shows
        self._told: Key | None = None  # the record that the record pane shows
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
        self._ahead = ReadingAhead(
            lambda: bilat(self).store,
            self._wanted_next,
            self._wanted_later,
            lambda work: self.run_worker(work(), group="reading ahead"),
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
            pane.typing = lambda kind=kind: self._typing(kind)
            pane.unfiltered = lambda kind=kind: self._listing(kind)
            pane.language = Language(lambda: bilat(self), *kind.subjects)
            naming.wire(bilat(self), pane)
        for name in PANES:
            self._pane(name).talk = bilat(self).say
        self._record.words_for = {"empty": NOTHING}
        self._desk_name = self._country(bilat(self).moment.desk)
        self._focused(self._at)  # the focus tells of itself after the first frame, which shall be whole
        self.reread()
        self.call_after_refresh(self._read_ahead)

    def on_unmount(self) -> None:
        """Nothing is read for a screen that is gone."""
        self._ahead.stop()

    def _focused(self, name: str) -> None:
        """A pane has the focus."""
        raise NotImplementedError

    # --- asking ---

    def reread(self) -> None:
        """Ask for everything again, keeping selections: after a change, and when the day turns."""
        self._seeking.forget()
        self._everything = dict.fromkeys(KINDS, 0)  # "3 of 14" may be of 12 by now
        for pane in self._lists.values():
            pane.read_filter_anew()
        self._say_header()
        for name in LISTS:
            if self._rows(name).filter.text and self._takes_long(KINDS[name]):
                self._seek(self._seeking.seek(KINDS[name]))
            else:
                self._reread(KINDS[name])
        self._show_scope(afresh=False)
        self._show_record(afresh=False)
        self._read_ahead()

    def _reread(self, kind: ListKind, *, afresh: bool = False) -> None:
        self._rows(kind.id).show_later(lambda: self._ask(kind), afresh=afresh)

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
        question = self._question(kind, rows.kept)
        if kind is TIMELINE and rows.kept is None:
            return bilat(self).at_hand.answer(question)
        listing = self._seeking.answer(kind, question)
        if kind is FOLLOWUPS:
            self._steps = listing
        if rows.filter.text:
            # "3 of 14" needs the 14; it is read once, when the filter opens.
            self._everything[kind.id] = self._everything[kind.id] or self._listing(kind).count()
        else:
            self._everything[kind.id] = 0
        return listing

    def _asked(self, kind: ListKind) -> None:
        """A list was read: its title can say how many."""
        pane = self._rows(kind.id)
        # The pane is about to be drawn whole; repainting its title by itself would cost a second frame.
        pane.title = self._title(kind, pane)
        sort = kind.sorts[self._sorts[kind.id]]
        pane.note = (Span(kind.says.get(sort, sort) + hidden_words(bilat(self), kind, sort), "dim"),)
        if kind is FOLLOWUPS:
            pane.words_for = kind.texts | ({"empty": NOTHING_HIDDEN} if sort == HIDDEN else {})
        if kind is PAIRS and pane.state == "empty":
            others = not self._everyone and are_pairs(bilat(self))
            pane.words_for = PAIRS.texts | ({"empty": OTHERS_ONLY} if others else {})

    def _title(self, kind: ListKind, pane: RowList[Any]) -> Title:
        everything = self._everything[kind.id]
        shown = f"{pane.total:,}" + ("" if pane.settled else "+")
        if kind.id in self._seeking.looking:
            shown = "..."  # the rows are those of the letters before
        count = f"{shown} of {everything:,}" if everything else shown
        if pane.state == "failed":
            return Title(kind.number, kind.name, self._scope(kind), (Span("!", "error"),))
        if kind is FOLLOWUPS and not everything and isinstance(self._steps, Steps):
            count = steps_count(self._steps)
        return Title(kind.number, kind.name, self._scope(kind), (Span(count, "dim"),))

    # --- the selection, from left to right ---

    def _moved(self, name: str) -> None:
        self._read_ahead()
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

    def _read_ahead(self) -> None:
        if self._told is not None:  # else the first screen is to be painted, and nothing may hold that up
            self._ahead.soon()

    def _wanted_next(self) -> Iterator[Reading]:
        """Where the same key goes next, the lines above and below the cursor, then the first and the last one."""
        about = self._rows(self._subject)
        rows = about.nearby(1)
        for row in (*about.onward, *rows):
            yield from self._about(row)
        yield from (partial(self._glancing.read_rest_ahead, row.key) for row in rows)
        for row in about.ends:
            yield from self._about(row)

    def wanted_again(self) -> Sequence[Reading]:
        """The record that is shown, and its timeline."""
        row = self._rows(self._subject).row if self._told is not None else None
        return [] if row is None else [*self._about(row)]

    def _wanted_later(self) -> Iterator[Reading]:
        """The record that Enter opens, and the lines a page away."""
        from tui.screens.record_tabs import read_contents  # noqa: PLC0415 - not needed for the first screen

        app, about = bilat(self), self._rows(self._subject)
        if about.key is not None:
            yield partial(app.at_hand.answer, partial(read_contents, app, about.key))
        for row in about.nearby(max(1, about.body_height - 1)):
            yield from self._about(row)

    def _about(self, row: Any) -> Iterator[Reading]:
        """What is shown of a line, and its timeline where that follows the line."""
        yield partial(self._glancing.read_ahead, row.key)
        timeline = self._rows(TIMELINE.id)
        if self._subject == self._list and timeline.kept is None and timeline.body_height > 0:
            yield partial(self._read_timeline, self._timeline_of(row.key, None))
            yield partial(scope_words, bilat(self), row)

    def _read_timeline(self, question: Question) -> None:
        timeline = bilat(self).at_hand.answer(question)
        timeline.rows(0, min(timeline.count(), 2 * self._rows(TIMELINE.id).body_height))

    @property
    def coming(self) -> bool:
        """Whether the list with the focus is being looked through: the keys behind its filter mean what it finds."""
        return self._at in self._seeking.looking and not self._pane(self._at).filtering

    def _offer(self) -> None:
        """Show the keys that work now."""
        if self._pane(self._at).filtering:
            self._footer.show(IN_LANGUAGE)
            return
        number = str(PANES.index(self._at) + 1)
        self._footer.show(offered("list", "main", "everywhere", pane=number))

    def _typing(self, kind: ListKind) -> None:
        """A filter was opened or left."""
        self._offer()
        pane = self._pane(kind.id)
        if pane.filtering and not pane.filter.text:
            self.call_after_refresh(self._look_over, kind)

    def _look_over(self, kind: ListKind) -> None:
        pane = self._pane(kind.id)
        if (nothing := self._unfindable(kind)) is not None:
            self._seek(self._seeking.look_over(nothing, lambda: not (self.is_running and pane.filtering)))

    def _filtered(self, kind: ListKind) -> None:
        rows = self._rows(kind.id)
        if rows.filter.text and self._takes_long(kind):
            self._seek(self._seeking.seek(kind))
            self.set_timer(_LONG, partial(self._say_looking, kind))
        else:
            self._seeking.stop(kind)
            self._show_filtered(kind)

    def _say_looking(self, kind: ListKind) -> None:
        """Say that what is shown is not what is asked for yet, where that takes longer than a glance."""
        pane = self._rows(kind.id)
        if kind.id in self._seeking.looking and pane.state != "failed":
            pane.retitle(self._title(kind, pane))

    def _seek(self, search: Coroutine[Any, Any, None]) -> None:
        self.run_worker(search, group="seeking")

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
