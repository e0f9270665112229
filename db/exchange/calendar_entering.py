"""The entries of a calendar enter the store as visits, meetings and follow-ups, within one step.

What is known is never overwritten: where the calendar says something else, that is told, and the store stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from db.commands.actions import enter_followup
from db.commands.desk import Desk
from db.commands.meetings import enter_meeting
from db.commands.sources import enter_source
from db.commands.visits import enter_visit
from db.dates import PartialDate, show_short
from db.dates.placing import placed
from db.dates.rules import canonical
from db.drafts import FollowUpDraft, MeetingDraft, SourceDraft, VisitDraft
from db.entry.subjects import Topics
from db.errors import BadInput
from db.exchange.calendar_alike import AlikeFollowUps, alike_meeting, alike_visit
from db.exchange.calendar_known import LOCATOR, Known, Row, known_by_uid, standing
from db.exchange.carried import one_line
from db.exchange.report import Difference, Taken
from db.exchange.sides import Sides, sides_of
from db.models import Citation, FollowUp, Meeting, Visit
from db.names import fold
from db.rows import noun
from db.seeing import reader_of

if TYPE_CHECKING:
    from sqlmodel import Session

    from db.exchange.icalendar_in import Entry
    from db.models import Source

_TWO = 2
_MARKS = {"PRIVATE": "restricted", "CONFIDENTIAL": "confidential"}
_TASK = {"COMPLETED": "done", "CANCELLED": "dropped"}
_SOURCE = SourceDraft(key="calendar", kind="own knowledge", title="Calendar", reliability="F")


def take_calendar(session: Session, entries: Sequence[Entry], *, desk: str, today: date) -> Taken:
    """Enter what is new in a calendar as part of one step; entering it again adds nothing.

    Args:
        session: open.
        entries: as `read_calendar` gives them.
        desk: the code of our country, which takes part in a meeting whose title names only the other one.
        today: what was before has been held.

    Returns:
        what came of it; its remarks name every entry that did not come in, with the reason.
    """
    return _Entering(session, desk, today).take(entries)


class _Entering:
    def __init__(self, session: Session, desk: str, today: date) -> None:
        self._session = session
        self._reader = reader_of(session)
        self._home = desk
        self._today = today
        self._desk = Desk(session, today)
        self._topics = Topics(self._reader)
        self._rows: dict[str, Known] = {}
        self._taken = Taken()
        self._source: Source | None = None

    def take(self, entries: Sequence[Entry]) -> Taken:
        uids = {one.uid for one in entries} | {one.above for one in entries if one.above}
        self._rows = known_by_uid(self._session, uids)
        known_tasks = (one.row for one in self._rows.values() if isinstance(one.row, FollowUp))
        waiting = (one for one in entries if one.uid not in self._rows)
        alike = AlikeFollowUps(self._reader, waiting, known_tasks)
        for one in sorted(entries, key=_after_what_it_hangs_on):
            known = self._rows.get(one.uid) or self._alike(one, alike)
            if known is None:
                self._enter(one)
            elif known.row is None:
                self._leave(one, "it was taken out of the store")
            else:
                self._compare(one, known.row)
        self._session.flush()
        self._taken.added = self._desk.added
        return self._taken

    # --- what is known ---

    def _alike(self, one: Entry, there: AlikeFollowUps) -> Known | None:
        """A follow-up that the store had under another uid, such as a colleague's store gives it."""
        above = self._above(one)
        number = None if one.kind != "task" or one.problem else there.take(one, above)
        if number is None:
            return None
        known = standing(self._session, "followup", number)
        if known.row is not None:
            self._leave(one, f"{known.row.ref} looks like it")
        return known

    def _above(self, one: Entry) -> Visit | Meeting | None:
        """The event that an entry hangs on, as far as the store has it."""
        known = self._rows.get(one.above)
        row = None if known is None else known.row
        return None if isinstance(row, FollowUp) else row

    def _compare(self, one: Entry, row: Row) -> None:
        """Tell what the calendar says differently; a place that is not known here is learnt."""
        if isinstance(row, FollowUp):
            here = row.due_last or ""
            if one.kind == "task" and one.edtf != here:
                self._differs(row.ref, "due", here, one.edtf)
            if one.status == "COMPLETED" and row.status in {"open", "waiting"}:
                self._differs(row.ref, "status", row.status, "done")
            return
        where = placed(row.when)
        same = where is not None and (where.first, where.last) == (one.first, one.last)
        if row.date_edtf and one.first and not same:
            self._differs(row.ref, "date", row.date_edtf, one.edtf)
        if one.place and not row.place:
            row.place = one.place
            self._taken.learnt.add(row.ref)
        elif one.place and one.place != one_line(row.place):
            self._differs(row.ref, "place", row.place, one.place)
        if one.status == "CANCELLED" and row.status != "cancelled":
            self._differs(row.ref, "status", row.status, "cancelled")

    def _differs(self, ref: str, field: str, here: str, there: str) -> None:
        self._taken.differences.append(Difference(ref, field, here or "not said", there or "not said"))

    # --- what is new ---

    def _enter(self, one: Entry) -> None:
        if one.problem:
            self._leave(one, one.problem)
            return
        row = self._followup(one) if one.kind == "task" else self._event(one)
        if row is None:
            return
        if mark := _MARKS.get(one.mark):
            row.handling = mark
        if self._source is None:
            self._source = enter_source(self._desk, _SOURCE)
        kind = str(row.__tablename__)
        self._desk.add(
            Citation(
                source_id=self._source.number,
                record_kind=kind,
                record_id=row.number,
                locator=f"{LOCATOR}{one.uid}",
            )
        )
        self._rows[one.uid] = Known(row)
        self._taken.brought.append((noun(kind), show_short(PartialDate(one.edtf)), one.title, one.place))

    def _event(self, one: Entry) -> Visit | Meeting | None:
        sides = sides_of(self._reader, one.title, called_off=one.status == "CANCELLED")
        codes = sides.codes if self._home in sides.codes or sides.travels else (self._home, *sides.codes)
        codes = tuple(filter(None, codes))
        if len(codes) < _TWO:
            self._leave(one, "its title names no second country")
            return None
        kind = "visit" if sides.travels else "meeting"
        if sides.travels:
            like = alike_visit(self._reader, one, codes)
        else:
            like = alike_meeting(self._reader, one, codes, self._title(one, sides))
        if like:
            self._leave(one, f"{like} looks like it")
            number = self._reader.value(f"SELECT id FROM {kind} WHERE ref = :ref", ref=like)
            self._rows[one.uid] = standing(
                self._session, kind, number
            )  # what hangs on the one hangs on the other
            return None
        if one.rule:
            self._taken.remarks.append(
                f"{_name(one)} repeats ({one_line(one.rule, 80)}); its first day came in."
            )
        said = {
            "title": self._title(one, sides),
            "status": self._status(one),
            "date": one.edtf,
            "place": one.place,
            "note": one.text,
            "topics": self._codes_of(one.topics),
        }
        if sides.travels:
            sending, host = codes
            return enter_visit(self._desk, VisitDraft.from_plain({"sending": sending, "host": host, **said}))
        above = self._above(one)
        visit = above if isinstance(above, Visit) else None
        return enter_meeting(self._desk, MeetingDraft.from_plain({"parties": codes, **said}), visit)

    def _status(self, one: Entry) -> str:
        if one.status == "CANCELLED":
            return "cancelled"
        if one.last is not None and one.last < self._today:
            return "held" if one.status != "TENTATIVE" else "planned"
        return "confirmed" if one.status == "CONFIRMED" else "planned"

    def _title(self, one: Entry, sides: Sides) -> str:
        """The title without the countries before it and the place behind it, which have fields of their own."""
        rest = sides.rest
        if one.place:
            rest = rest.removesuffix(one.place).rstrip(" ·,")
        return rest

    def _codes_of(self, labels: Iterable[str]) -> tuple[str, ...]:
        """Topics that are called exactly so."""
        exact = (self._topics.matching(label)[0] for label in labels if fold(label))
        return tuple(dict.fromkeys(codes[0] for codes in exact if len(codes) == 1))

    def _followup(self, one: Entry) -> FollowUp | None:
        try:
            rule = canonical(one.rule) if one.rule else ""
        except BadInput:
            rule = ""
            self._taken.remarks.append(f"{_name(one)} repeats in a way that is not kept; it came in once.")
        said: Mapping[str, Any] = {
            "text": one.title,
            "due": one.edtf,
            "status": _TASK.get(one.status, "open"),
            "recurrence": rule,
            "note": one.text,
        }
        row = enter_followup(self._desk, FollowUpDraft.from_plain(said), on=self._above(one))
        if row.status != "open":
            row.closed_on = (one.closed or self._today).isoformat()
        elif one.remind is not None:
            row.remind_on = one.remind.isoformat()
        return row

    def _leave(self, one: Entry, why: str) -> None:
        self._taken.remarks.append(f"{_name(one)} was left out: {why}.")


def _after_what_it_hangs_on(one: Entry) -> tuple[bool, bool]:
    return one.kind == "task", bool(one.above)


def _name(one: Entry) -> str:
    when = f" of {show_short(PartialDate(one.edtf))}" if one.edtf else ""
    return f"“{one.title[:60] or one.uid[:60]}”{when}"
