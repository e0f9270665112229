"""Outcomes go one rung up or down; the rungs at which they stood stay on record."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from db.commands.desk import Desk
from db.commands.several import Did, several
from db.commands.sources import enter_citation, enter_source
from db.commands.titles import a_kind_of
from db.commitments import AGREED, RUNGS, SIGNED
from db.dates import UNSTATED, PartialDate, show_short
from db.drafts import CitationDraft, SourceDraft
from db.forms.ladder import SaysSo
from db.history import Recorder
from db.models import Action, LogEntry, Meeting, RungChange, Source, Visit
from db.models.base import Numbered, date_columns
from db.rows import Key

if TYPE_CHECKING:
    from sqlmodel import Session


class Moved(NamedTuple):
    """What came of it.

    Attributes:
        did: which outcomes moved, and which were left alone.
        rungs: at which those that moved stand now.
        opened: how many are open for it.
        closed: what is gone with the status of those that have none any more, in words.
    """

    did: Did
    rungs: tuple[int, ...]
    opened: int
    closed: tuple[str, ...]

    def told(self) -> str:
        """A sentence, as in "A-2025-008 is agreed now, and open"."""
        where = RUNGS[self.rungs[0]] if len(set(self.rungs)) == 1 else ""
        opened = ", and open" if self.opened else ""
        several = f"are {where} now{opened}" if where else "moved one rung"
        said = self.did.told(f"is {where} now{opened}", several)
        if not self.closed:
            return said
        gone = f"“{self.closed[0]}”" if len(self.closed) == 1 else f"of {len(self.closed):,}"
        return f"{said}; the status {gone} is gone"


class _By(NamedTuple):
    """What says that an outcome stands higher."""

    says: SaysSo
    event: Visit | Meeting | None
    source: Source | None


def raise_rung(session: Session, keys: Iterable[Key], says: SaysSo | None, today: date) -> Moved:
    """Outcomes go one rung up; to agreed and to signed only with what says so.

    Raises:
        Conflict: none of them can go up.
    """
    desk = Desk(session, today)
    event = _event(session, says)

    def why_not(row: Numbered) -> str:
        if not isinstance(row, Action):
            return f"is {a_kind_of(row)}, and only outcomes stand on the ladder"
        if row.rung >= SIGNED:
            return "is signed already"
        if row.rung + 1 < AGREED:
            return ""
        if says is None:
            return f"needs what makes it {RUNGS[row.rung + 1]}"
        return f"was said later than {event.ref}" if event and _before(session, event, row) else ""

    rows, did = several(session, keys, "raise", why_not)
    source = enter_source(desk, SourceDraft.from_plain(says.source)) if says and says.source else None
    opened = 0
    for row in rows:
        if not isinstance(row, Action):
            continue
        was, row.rung = row.rung, row.rung + 1
        if was < AGREED <= row.rung:
            row.status = "open"
            opened += 1
        _moved(desk, row, was, _By(says, event, source) if says and row.rung >= AGREED else None)
    session.flush()
    return Moved(did, _rungs(rows), opened, ())


def lower_rung(session: Session, keys: Iterable[Key], today: date) -> Moved:
    """Outcomes go one rung down; below agreed they have no status, and nothing closes them.

    Raises:
        Conflict: none of them can go down.
    """

    def why_not(row: Numbered) -> str:
        if not isinstance(row, Action):
            return f"is {a_kind_of(row)}, and only outcomes stand on the ladder"
        return "" if row.rung else "is only noted, which is the lowest rung"

    rows, did = several(session, keys, "lower", why_not)
    desk = Desk(session, today)
    closed = []
    for row in rows:
        if not isinstance(row, Action):
            continue
        was, row.rung = row.rung, row.rung - 1
        lost = ""
        if row.rung < AGREED <= was:
            lost = _standing(row)
            closed.append(lost)
            row.status = row.closed_on = row.close_reason = ""
        _moved(desk, row, was, lost=lost)
    session.flush()
    return Moved(did, _rungs(rows), 0, tuple(closed))


def keep_rung(
    desk: Desk,
    action: Action,
    was: int,
    *,
    note: str = "",
    when: PartialDate = UNSTATED,
    **said_by: Any,
) -> None:
    """Keep on record at which rung an outcome stood before; `said_by` are columns that name what says so."""
    number, dated = action.number, date_columns("date", when)
    desk.add(RungChange(action_id=number, was=was, now=action.rung, note=note, **dated, **said_by))


def _moved(desk: Desk, row: Action, was: int, by: _By | None = None, *, lost: str = "") -> None:
    """Write down that an outcome moved, by what, and the status that it lost."""
    note = by.says.note if by else ""
    if by is None:
        keep_rung(desk, row, was)
    else:
        source_id = by.source.number if by.source else None
        event = {f"{by.event.__tablename__}_id": by.event.number} if by.event else {}
        keep_rung(desk, row, was, note=note, when=by.says.when, source_id=source_id, **event)
        if by.source is not None:
            enter_citation(desk, by.source, CitationDraft(of=row.ref, field="rung", value=str(row.rung)))
    text = f"{RUNGS[row.rung]}, was {RUNGS[was]}" + (f" ({lost})" if lost else "")
    desk.add(
        LogEntry(
            action_id=row.number,
            at=desk.today.isoformat(),
            by=desk.session.info[Recorder].told.by,
            kind="status",
            text=f"{text}: {note}" if note else text,
        )
    )


def _standing(row: Action) -> str:
    """A status with how it ended, as it is about to go."""
    closed = f"on {show_short(PartialDate.from_edtf(row.closed_on))}" if row.closed_on else ""
    return ", ".join(filter(None, (" ".join(filter(None, (row.status, closed))), row.close_reason)))


def _rungs(rows: Iterable[Numbered]) -> tuple[int, ...]:
    return tuple(row.rung for row in rows if isinstance(row, Action))


def _event(session: Session, says: SaysSo | None) -> Visit | Meeting | None:
    if says is None or says.event is None:
        return None
    if says.event.kind == "meeting":
        return session.get(Meeting, says.event.number)
    return session.get(Visit, says.event.number)


def _day_of(session: Session, event: Visit | Meeting) -> PartialDate:
    """An event's date; a meeting's is its visit's where it has none of its own."""
    if isinstance(event, Meeting) and not event.date_edtf and event.visit_id is not None:
        visit = session.get(Visit, event.visit_id)
        return visit.when if visit else UNSTATED
    return event.when


def _before(session: Session, event: Visit | Meeting, row: Action) -> bool:
    """Whether an event was over before an outcome came about."""
    own = session.get(Meeting, row.meeting_id) if row.meeting_id is not None else None
    origin = own or (session.get(Visit, row.visit_id) if row.visit_id is not None else None)
    if origin is None:
        return False
    first, last = _day_of(session, origin).first, _day_of(session, event).last
    return first is not None and last is not None and last < first
