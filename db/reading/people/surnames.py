"""A surname alone belongs to whoever is named in full elsewhere in the same text, and makes nobody new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from db.names import fold
from db.reading.proposals import Reading, ReadMeeting, ReadPerson, ReadVisit

Table = tuple[ReadPerson, ...]
"""The people of a delegation or of a meeting."""


def named_in_full(reading: Reading) -> Reading:
    """What was read, with the people who are printed by a part of their name under the name that is printed in full."""
    before = list(_tables(reading))
    after = in_full(before)
    if after == before:
        return reading
    tables = iter(after)
    visits = tuple(
        one._replace(
            people=next(tables), meetings=tuple(inner._replace(people=next(tables)) for inner in one.meetings)
        )
        for one in reading.visits
    )
    meetings = tuple(one._replace(people=next(tables)) for one in reading.meetings)
    names = {fold(one.name) for table in after for one in table}
    gone = {fold(one.name) for table in before for one in table} - names
    officials = tuple(one for one in reading.officials if fold(one.name) not in gone)
    return reading._replace(visits=visits, meetings=meetings, officials=officials)


def in_full(tables: Sequence[Table]) -> list[Table]:
    """Tables at which nobody sits by a surname alone who is named in full at one of them."""
    found = [list(table) for table in tables]
    full = _by_last_names(tables)
    for at, table in enumerate(tables):
        for person in table:
            if not _words(person) or person.known:
                continue
            bearers = [
                one
                for there, one in full.get(_words(person)[-1], ())
                if _is_part_of(person, one, beside=there == at)
            ]
            whole = max(bearers, key=lambda one: len(_words(one)), default=None)
            if whole is not None and all(_is_called_alike(one, whole) for one in bearers):
                found[at] = _joined(found[at], person, whole)
    return [tuple(table) for table in found]


def _tables(reading: Reading) -> Iterator[Table]:
    """The people of every visit and meeting, in their order."""
    events: tuple[ReadVisit | ReadMeeting, ...] = (*reading.visits, *reading.meetings)
    for event in events:
        yield event.people
        if isinstance(event, ReadVisit):
            yield from (one.people for one in event.meetings)


def _by_last_names(tables: Sequence[Table]) -> dict[str, list[tuple[int, ReadPerson]]]:
    """Everybody by each word of their names but the first one, with the number of their table."""
    found: dict[str, list[tuple[int, ReadPerson]]] = {}
    for at, table in enumerate(tables):
        for person in table:
            for word in _words(person)[1:]:
                found.setdefault(word, []).append((at, person))
    return found


def _words(person: ReadPerson) -> list[str]:
    return fold(person.name).split()


def _is_called_alike(one: ReadPerson, whole: ReadPerson) -> bool:
    """Whether two names may be one person's: of two others who bear a name, nobody knows which one is meant."""
    return _words(one) == _words(whole) or _is_part_of(one, whole, beside=False)


def _is_part_of(person: ReadPerson, other: ReadPerson, *, beside: bool) -> bool:
    """Whether somebody bears a part of the other's name, behind the first one, and may be the same person."""
    part, whole = _words(person), _words(other)
    behind = range(1, len(whole) - len(part) + 1)
    return any(whole[at : at + len(part)] == part for at in behind) and _may_be_one(
        person, other, beside=beside
    )


def _may_be_one(person: ReadPerson, other: ReadPerson, *, beside: bool) -> bool:
    mine, theirs = person.country, other.country
    return mine == theirs or not mine or not theirs or (beside and _share_a_post(person, other))


def _share_a_post(person: ReadPerson, other: ReadPerson) -> bool:
    short, long = sorted((fold(person.post), fold(other.post)), key=len)
    return bool(short) and f" {short} " in f" {long} "


def _joined(table: list[ReadPerson], person: ReadPerson, whole: ReadPerson) -> list[ReadPerson]:
    """One person where both sit at the same table, else the same one at two."""
    beside = next((one for one in table if one is not person and _words(one) == _words(whole)), None)
    if beside is None:
        named = person._replace(
            name=whole.name, known=whole.known, country=whole.country, post=person.post or whole.post
        )
        return [named if one is person else one for one in table]
    both = beside._replace(
        head=beside.head or person.head,
        spans=(*beside.spans, *person.spans),
        sure=beside.sure and person.sure,
    )
    return [both if one is beside else one for one in table if one is not person]
