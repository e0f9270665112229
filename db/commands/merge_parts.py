"""What two records of a kind both have and what becomes one of it, before all the rest simply moves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, inspect, select
from sqlmodel import col, func
from sqlmodel import select as select_rows

from db.commands.merge_citations import follow_text
from db.commands.repointing import Moving
from db.models import (
    Delegation,
    Meeting,
    Official,
    OfficialName,
    Participant,
    Post,
    PostTitle,
    Source,
    Tenure,
    Visit,
)
from db.names import fold
from db.telling import watched

_AT_ONCE = 500  # places that are asked about together
FILLED = ("post_id", "organisation_id", "group_name", "as_printed", "rank", "on_behalf_of", "count")


def unite(moving: Moving, keep: Any, lose: Any) -> None:
    """Make one of what both records have."""
    _UNITED[moving.kind](moving, keep, lose)


# --- visits ---


def _visits(moving: Moving, keep: Visit, _: Visit) -> None:
    """One delegation of each service, and the meetings after those that are there."""
    there = moving.rows(Delegation, visit_id=keep.number)
    for delegation in moving.rows(Delegation, visit_id=moving.lose):
        same = next((one for one in there if _same_delegation(one, delegation)), None)
        if same is not None:
            _join_delegations(moving, same, delegation)
    last = (
        moving.session.connection()
        .execute(select(func.max(col(Meeting.position))).where(col(Meeting.visit_id) == keep.number))
        .scalar_one()
    )
    first = (last or 0) + 1
    for meeting in moving.rows(Meeting, visit_id=moving.lose):
        moving.put(meeting, position=first + meeting.position)


def _same_delegation(one: Delegation, other: Delegation) -> bool:
    return one.country == other.country and (
        one.organisation_id == other.organisation_id or None in (one.organisation_id, other.organisation_id)
    )


def _join_delegations(moving: Moving, keep: Delegation, lose: Delegation) -> None:
    fill(moving, keep, lose, ("organisation_id", "level", "size"))
    members = moving.rows(Participant, delegation_id=lose.number)
    for member in members:
        moving.put(member, delegation_id=keep.number)
    once_each(moving, [member.number for member in members])
    moving.drop(lose)


# --- people ---


def _officials(moving: Moving, keep: Official, lose: Official) -> None:
    """One official once in each place, and every name that either is known by."""
    once_each(moving, moving.move_all(Participant, "official_id"))
    known = {name.name: name for name in moving.rows(OfficialName, official_id=keep.number)}
    names = moving.rows(OfficialName, official_id=lose.number)
    for name in names:
        if name.name in known and known[name.name].kind == "weak" and name.kind != "weak":
            moving.put(known[name.name], kind="spelling")
        elif name.name not in known and name.kind == "preferred":
            moving.put(name, kind="spelling")
    if lose.name not in {*known, *(name.name for name in names)}:
        moving.session.add(OfficialName(official_id=keep.number, name=lose.name, folded=fold(lose.name)))
        moving.session.flush()


def once_each(moving: Moving, taken: Sequence[int]) -> None:
    """Nobody takes part twice in the same place: who was there before stays, and learns what the other line knew.

    Args:
        moving: the merge.
        taken: the ids of the participants that name another record now; of them there can be thousands.
    """
    session = moving.session
    session.flush()
    places = _places_of(moving, taken)
    there = {one.id: one for here in places.values() for one in here}
    rows = _rows_of_twins(moving, taken, places, there)
    unwritten: set[int] = set()
    for number in watched(moving.tell, "appearances", taken):
        here = places[there[number].place]
        same = next((one for one in here if _same_participant(one, there[number])), None)
        if same is None:
            continue
        here.remove(there[number])
        stays, goes = rows[same.id], rows[number]
        if number in unwritten:  # the log must have it go as it was stored
            session.flush()
            unwritten.clear()
        if stays.role == "member" and goes.role != "member":
            stays.role = goes.role
        for column, value in learnt(stays, goes, FILLED).items():
            setattr(stays, column, value)
        unwritten.add(same.id)
        here[here.index(same)] = _Told._make(getattr(stays, column.name) for column in _TOLD)
        session.delete(goes)
        moving.dropped[stays.__tablename__] += 1
    session.flush()


_Place = tuple[int | None, int | None]


class _Told(NamedTuple):
    """What tells one participant from another."""

    id: int
    meeting_id: int | None
    delegation_id: int | None
    country: str | None
    official_id: int | None
    post_id: int | None
    organisation_id: int | None
    group_name: str
    number: int | None

    @property
    def place(self) -> _Place:
        """Where they take part."""
        return (self.meeting_id, self.delegation_id)


_TOLD = tuple(
    inspect(Participant).local_table.c[column.replace("number", "count")] for column in _Told._fields
)


def _places_of(moving: Moving, taken: Sequence[int]) -> dict[_Place, list[_Told]]:
    """Who takes part where the taken do, in the order of their ids."""
    connection = moving.session.connection()

    def those(column: ColumnElement[Any], numbers: Collection[int]) -> Iterator[_Told]:
        wanted = sorted(numbers)
        for start in range(0, len(wanted), _AT_ONCE):
            here = column.in_(wanted[start : start + _AT_ONCE])
            yield from map(_Told._make, connection.execute(select(*_TOLD).where(here).order_by(_TOLD[0])))

    mine = list(those(_TOLD[0], taken))
    found: dict[_Place, list[_Told]] = defaultdict(list)
    for column, numbers in (
        (_TOLD[1], {one.meeting_id for one in mine}),
        (_TOLD[2], {one.delegation_id for one in mine}),
    ):
        for one in those(column, numbers - {None}):  # type: ignore[arg-type]  # what is left are ids
            found[one.place].append(one)
    return found


def _rows_of_twins(
    moving: Moving,
    taken: Sequence[int],
    places: Mapping[_Place, Sequence[_Told]],
    there: Mapping[int, _Told],
) -> dict[int, Participant]:
    """The rows of those who may be in one place twice, by their ids: there can be hundreds, read together."""
    twins = {
        number
        for one in map(there.__getitem__, taken)
        for other in places[one.place]
        if _same_participant(other, one)
        for number in (one.id, other.id)
    }
    wanted = sorted(twins)
    return {
        row.number: row
        for start in range(0, len(wanted), _AT_ONCE)
        for row in moving.session.exec(
            select_rows(Participant).where(col(Participant.id).in_(wanted[start : start + _AT_ONCE]))
        )
    }


def _same_participant(one: _Told, other: _Told) -> bool:
    if one.id == other.id or one.official_id != other.official_id:
        return False
    if one.official_id is not None:  # who held two posts may have come for each
        return one.post_id == other.post_id or None in (one.post_id, other.post_id)
    return all(getattr(one, column) == getattr(other, column) for column in _UNNAMED) and (
        one.number == other.number or None in (one.number, other.number)
    )


_UNNAMED = ("country", "post_id", "organisation_id", "group_name")


def forget_vague_tenures(moving: Moving, column: str) -> None:
    """That somebody held a post at some time says nothing beside the tenure that says when."""
    held = moving.rows(Tenure, **{column: moving.keep})
    dated = {(one.official_id, one.post_id) for one in held if one.date_edtf}
    for tenure in held:
        vague = not tenure.date_edtf and not tenure.date_text
        if vague and (tenure.official_id, tenure.post_id) in dated:
            moving.drop(tenure)


# --- offices ---


def _posts(moving: Moving, keep: Post, lose: Post) -> None:
    """An office that was called two names is found by both; one unnamed holder is one."""
    once_each(moving, moving.move_all(Participant, "post_id"))
    known = {title.title for title in moving.rows(PostTitle, post_id=keep.number)}
    if lose.title not in {keep.title, *known}:
        moving.session.add(PostTitle(post_id=keep.number, title=lose.title, folded=fold(lose.title)))
        moving.session.flush()


def _organisations(moving: Moving, *_: object) -> None:
    """Participants that stand for a service as a whole; its posts are merged by whoever merges the service."""
    once_each(moving, moving.move_all(Participant, "organisation_id"))


# --- sources ---


def _sources(moving: Moving, keep: Source, lose: Source) -> None:
    """A text that only one of them has, which other text it is a reprint of, the events it mentions."""
    if not keep.body and lose.body:
        moving.put(keep, body=lose.body, body_sha256=lose.body_sha256)
    if keep.duplicate_of is None and lose.duplicate_of not in (None, keep.id):
        moving.put(keep, duplicate_of=lose.duplicate_of)
    lines = dict.fromkeys((*keep.background.splitlines(), *lose.background.splitlines()))
    if (background := "\n".join(lines)) != keep.background:
        moving.put(keep, background=background)
    follow_text(moving, keep.body)


def fill(moving: Moving, keep: Any, lose: Any, columns: Iterable[str]) -> None:
    """Take over what one row leaves open and the other says."""
    moving.put(keep, **learnt(keep, lose, columns))


def learnt(keep: Any, lose: Any, columns: Iterable[str]) -> dict[str, Any]:
    """What one row leaves open and the other says, by column."""
    return {
        column: getattr(lose, column)
        for column in columns
        if getattr(keep, column) in (None, "") and getattr(lose, column) not in (None, "")
    }


_UNITED: dict[str, Callable[[Moving, Any, Any], None]] = {
    "visit": _visits,
    "official": _officials,
    "post": _posts,
    "organisation": _organisations,
    "source": _sources,
}
