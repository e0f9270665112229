"""Which visit, meeting, outcome or follow-up of the store an arrival is: that of its ref, if it may be, or its like."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from sqlmodel import col, select

from db.commands.desk import standing_row
from db.commands.refs import LOOKING_UP
from db.dates import PartialDate
from db.exchange.arrivals import Arrival
from db.exchange.rows import AT_A_TIME
from db.models import MeetingParty
from db.models.base import Numbered
from db.names import fold
from db.telling import Tell, nobody

if TYPE_CHECKING:
    from sqlmodel import Session

Values = Mapping[str, Any]
NEAR = timedelta(days=3)  # as the detector of twins has it
ALIKE = 0.5  # of the words of the shorter text


def by_ref(
    session: Session,
    table: type[Numbered],
    arriving: Sequence[Arrival],
    taken: set[int],
    tell: Tell = nobody,
) -> None:
    """Give each arrival that is in the store its row, and add those to what is taken."""
    there: dict[str, Any] = {}
    ref = col(getattr(table, "ref"))  # noqa: B009 - only these tables have one
    done = 0
    for some in _batches([one.name for one in arriving]):
        there |= {getattr(row, "ref"): row for row in session.exec(select(table).where(ref.in_(some)))}  # noqa: B009
        done += len(some)
        tell(LOOKING_UP, done, len(arriving))
    parties = _parties(session, [row.id for row in there.values()]) if _meets(arriving) else {}
    for one in arriving:
        row = there.get(one.name)
        if row is not None and _ALIKE[one.kind](one, row, parties.get(row.id, frozenset())):
            standing = standing_row(session, row)
            one.shared = standing is not row and not getattr(one.draft, "merged_into", "")
            if row.id in taken and not one.shared:
                continue
            one.row = standing if one.shared else row
            taken.add(row.id)
    waiting = [one for one in arriving if one.row is None]
    if waiting:
        _by_content(session, table, waiting, taken, there.keys())


def _by_content(
    session: Session, table: type[Numbered], waiting: Sequence[Arrival], taken: set[int], refs: Iterable[str]
) -> None:
    """An arrival that is the same as a record of another ref, in all that it says of itself."""
    names = [name for name in waiting[0].columns if name != "ref"]
    columns: list[Any] = [getattr(table, name) for name in ("id", *names)]
    every = select(*columns)
    if "merged_into" in table.model_fields:
        gone = bool(waiting[0].draft.merged_into)
        every = every.where(col(getattr(table, "merged_into")).is_not(None) == gone)  # noqa: B009
    identical: dict[Hashable, list[int]] = defaultdict(list)
    for number, *values in session.exec(every):
        if number not in taken:
            identical[_content(dict(zip(names, values, strict=True)))].append(number)
    refs = set(refs)
    for one in waiting:
        candidates = identical.get(_content({name: one.columns[name] for name in names}), [])
        if not candidates or not (one.name in refs or _says_something(one)):
            continue
        parties = _parties(session, candidates) if one.kind == "meeting" else {}
        mine = frozenset(getattr(one.draft, "parties", ()))
        number = next((n for n in candidates if one.kind != "meeting" or parties.get(n) == mine), None)
        if number is not None:
            one.row = session.get(table, number)
            taken.add(number)
            candidates.remove(number)


def _content(values: Values) -> Hashable:
    """What a record says of itself; a due date that hangs on an event is worked out from that."""
    hangs = bool(values.get("anchor_id"))
    return tuple(value for name, value in values.items() if not (hangs and name.startswith("due_")))


def _says_something(one: Arrival) -> bool:
    """Whether an event is more than a pair of countries, which any other one may be too."""
    return any(one.columns.get(name) for name in ("date_edtf", "date_text", "title", "purpose", "text"))


def _meets(arriving: Sequence[Arrival]) -> bool:
    return bool(arriving) and arriving[0].kind == "meeting"


def _parties(session: Session, meetings: Sequence[int]) -> dict[int, frozenset[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for some in _batches(meetings):
        rows = select(MeetingParty.meeting_id, MeetingParty.country)
        for number, country in session.exec(rows.where(col(MeetingParty.meeting_id).in_(some))):
            found[number].add(country)
    return {number: frozenset(codes) for number, codes in found.items()}


def _batches(these: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(these), AT_A_TIME):
        yield these[start : start + AT_A_TIME]


def _same_visit(one: Arrival, row: Any, _: frozenset[str]) -> bool:
    mine = one.columns
    return (row.sending, row.host) == (mine["sending"], mine["host"]) and _same_days(mine, row)


def _same_meeting(one: Arrival, row: Any, parties: frozenset[str]) -> bool:
    mine, codes = one.columns, set(one.draft.parties)
    differ = any(
        mine[name]
        and getattr(row, name) not in ("", "unspecified", mine[name])
        and mine[name] != "unspecified"
        for name in ("title", "format")
    )
    near = codes <= parties or parties <= codes
    return near and not differ and row.visit_id == mine["visit_id"] and _same_days(mine, row)


def _same_outcome(one: Arrival, row: Any, _: frozenset[str]) -> bool:
    return _same_text(one, row) and _hang_together(one, row, ("visit_id", "meeting_id"))


def _same_followup(one: Arrival, row: Any, _: frozenset[str]) -> bool:
    return _same_text(one, row) and _hang_together(
        one, row, ("action_id", "meeting_id", "visit_id", "official_id")
    )


def _hang_together(one: Arrival, row: Any, columns: Sequence[str]) -> bool:
    """Whether both hang on one thing, or one of them on nothing."""
    mine = [one.columns[name] for name in columns]
    theirs = [getattr(row, name) for name in columns]
    return not any(mine) or not any(theirs) or any(a and a == b for a, b in zip(mine, theirs, strict=True))


def _same_text(one: Arrival, row: Any) -> bool:
    """Whether two texts are one that was put a little differently."""
    mine, theirs = set(fold(one.columns["text"]).split()), set(fold(row.text).split())
    if not mine or not theirs:
        return bool(one.columns["text"] == row.text)
    return len(mine & theirs) >= ALIKE * min(len(mine), len(theirs))


def _same_days(mine: Values, row: Any) -> bool:
    """Whether two dates may be of one event: where one of them is not known, they may."""
    one, other = PartialDate(mine["date_edtf"]), PartialDate(row.date_edtf)
    if one.edtf == other.edtf or None in (one.first, one.last, other.first, other.last):
        return True
    return _before(one.first, other.last) and _before(other.first, one.last)


def _before(first: date | None, last: date | None) -> bool:
    return first is None or last is None or first.toordinal() - last.toordinal() <= NEAR.days


_ALIKE: dict[str, Callable[[Arrival, Any, frozenset[str]], bool]] = {
    "visit": _same_visit,
    "meeting": _same_meeting,
    "action": _same_outcome,
    "followup": _same_followup,
}
