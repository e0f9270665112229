"""The lines on who took part are put into the tables; a row whose line stayed is not touched."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from sqlmodel import col, select

from db.commands.desk import Desk
from db.commands.edit_names import Named
from db.commands.matching import matched
from db.forms.parts import people
from db.models import Delegation, Meeting, Participant, Visit
from db.queries.form_parts import usual_attendance

_EMPTY = (None, "")


class _Wanted(NamedTuple):
    """One line in the terms of the table; attendance "" is what the event's status says."""

    place: int  # of the delegation or meeting
    columns: dict[str, Any]
    attendance: str


def put_people(desk: Desk, meeting: Meeting, earlier: Meeting, lines: Sequence[people.Person]) -> None:
    """Bring those who took part in a meeting to what the lines say."""
    named = Named(desk)
    rows = list(desk.session.exec(select(Participant).where(Participant.meeting_id == meeting.number)))
    wanted = [_wanted(named, one, meeting.number, one.own_country or None) for one in lines]
    _put(desk, "meeting_id", rows, wanted, earlier.status, meeting.status)


def put_delegations(desk: Desk, visit: Visit, earlier: Visit, lines: Sequence[people.Delegation]) -> None:
    """Bring the delegations of a visit to what the lines say; one without a country is the sending one's."""
    named = Named(desk)
    delegations = list(
        desk.session.exec(
            select(Delegation).where(Delegation.visit_id == visit.number).order_by(col(Delegation.id))
        )
    )
    asked = [_delegation(named, one, visit) for one in lines]
    found, gone = matched(
        delegations,
        asked,
        lambda row, one: all(getattr(row, name) == value for name, value in one.items()),
        lambda row, one: row.country == one["country"],
        lambda _, __: True,
    )
    numbers = [row.number for row in delegations]
    rows = list(desk.session.exec(select(Participant).where(col(Participant.delegation_id).in_(numbers))))
    wanted: list[_Wanted] = []
    for row, columns, line in zip(found, asked, lines, strict=True):
        place = row or desk.add(Delegation(visit_id=visit.number, **columns))
        _update(place, columns)
        wanted += [_wanted(named, one, place.number, place.country) for one in line.members]
    _put(desk, "delegation_id", rows, wanted, earlier.status, visit.status)
    for row in gone:
        desk.session.delete(row)
    desk.session.flush()


def _delegation(named: Named, line: people.Delegation, visit: Visit) -> dict[str, Any]:
    country = line.country or visit.sending
    return {
        "country": country,
        "organisation_id": named.organisation(line.organisation, country),
        "level": line.level,
        "size": line.size,
        "complete": line.complete,
    }


def _wanted(named: Named, line: people.Person, place: int, usual: str | None) -> _Wanted:
    country = usual if line.country == "" else line.country
    columns = {
        "country": country,
        "official_id": named.official(line.official, country),
        "post_id": named.post(line.post, country) if line.post else None,
        "organisation_id": named.organisation(line.organisation, country),
        "group_name": line.group,
        "as_printed": line.printed,
        "role": line.role,
        "count": line.how_many,
        "on_behalf_of": line.behalf,
    }
    return _Wanted(place, columns, line.attendance)


def _put(
    desk: Desk, place: str, rows: list[Participant], wanted: list[_Wanted], before: str, now: str
) -> None:
    """Rows that no line has go, the others take what differs, new ones come; then all stand in order."""
    usual = usual_attendance(before)
    found, gone = matched(rows, wanted, *_rules(place, usual))
    for row in gone:
        desk.session.delete(row)
    desk.session.flush()
    standing: list[tuple[int, Participant]] = []
    for there, one in zip(found, wanted, strict=True):
        if there is None:
            said = one.attendance or usual_attendance(now)
            values: dict[str, Any] = {place: one.place, **one.columns, "attendance": said}
            standing.append((one.place, Participant(**values)))
            continue
        if there.official_id != one.columns["official_id"]:
            there.inferred = False  # the officer says so now
        _update(there, {place: one.place, **one.columns})
        if there.attendance != (one.attendance or usual):
            there.attendance = one.attendance or usual_attendance(now)
        standing.append((one.place, there))
    for number in dict.fromkeys(one.place for one in wanted):
        _in_order([row for where, row in standing if where == number])
    for _, row in standing:
        if row.id is None:
            desk.add(row)
    desk.session.flush()


_Rule = Callable[[Participant, _Wanted], bool]
_WHO = ("official_id", "post_id", "group_name", "organisation_id")


def _rules(place: str, usual: str) -> list[_Rule]:
    """When a row and a line are the same: in all, then the same somebody, first where they stand and then anywhere."""

    def same(row: Participant, one: _Wanted) -> bool:
        return all(getattr(row, name) == value for name, value in one.columns.items()) and (
            row.attendance == (one.attendance or usual)
        )

    def here(rule: _Rule) -> _Rule:
        return lambda row, one: bool(getattr(row, place) == one.place) and rule(row, one)

    somebody = [_alike(name) for name in _WHO]
    return [here(same), *(here(rule) for rule in (*somebody, _alike("as_printed"))), *somebody]


def _alike(name: str) -> _Rule:
    """Whether a row and a line name the same, and no two officials."""

    def rule(row: Participant, one: _Wanted) -> bool:
        theirs, wanted = row.official_id, one.columns["official_id"]
        if theirs and wanted and theirs != wanted:
            return False
        value = getattr(row, name)
        return value not in _EMPTY and bool(value == one.columns[name])

    return rule


def _in_order(rows: Sequence[Participant]) -> None:
    """Ranks follow the lines, and stay as they are where they already do."""
    old = [row for row in rows if row.id is not None]
    new = rows[len(old) :]
    keys = [(row.rank is None, row.rank or 0, row.id) for row in old]
    if all(row.id is None for row in new) and keys == sorted(keys):
        last = old[-1].rank if old else 0
        if last is not None:
            for rank, row in enumerate(new, last + 1):
                row.rank = rank
        return
    for rank, row in enumerate(rows, 1):
        if row.rank != rank:
            row.rank = rank


def _update(row: Delegation | Participant, columns: dict[str, Any]) -> None:
    for name, value in columns.items():
        if getattr(row, name) != value:
            setattr(row, name, value)
