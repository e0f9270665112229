"""Who took part in an event, in the few words that a timeline has room for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import NamedTuple

from sqlalchemy import Connection

from db.projections.in_words import in_words
from db.projections.many import about
from db.titles import service_then, title_then

SHOWN = 3  # names on a line before "+n"

_WHO = """
           p.country, p.role, p.official_id, p.post_id, p.group_name, p.as_printed,
           f.name, f.sort_name, f.native_name, t.title, {title_then},
           COALESCE(NULLIF(o.acronym, ''), o.name, NULLIF(po.acronym, ''), po.name, '') AS organisation, {service_then},
           EXISTS (SELECT 1 FROM tenure n WHERE n.official_id = p.official_id) AS has_held_a_post
    FROM participant p
    LEFT JOIN official f ON f.id = p.official_id
    LEFT JOIN post t ON t.id = p.post_id
    LEFT JOIN organisation o ON o.id = p.organisation_id
    LEFT JOIN organisation po ON po.id = t.organisation_id
"""


def _who(day: str) -> str:
    return _WHO.format(
        title_then=title_then("p.post_id", day),
        service_then=service_then("COALESCE(p.organisation_id, t.organisation_id)", day),
    )


_IN_ORDER = " ORDER BY p.rank IS NULL, p.rank, p.id"
_TRAVELLED = (
    f"SELECT d.visit_id,{_who('v.date_last')}"
    " JOIN delegation d ON d.id = p.delegation_id JOIN visit v ON v.id = d.visit_id"
    f" WHERE d.visit_id IN :ids{_IN_ORDER}"
)
_MET = (
    f"SELECT p.meeting_id,{_who('COALESCE(m.date_last, v.date_last)')}"
    " JOIN meeting m ON m.id = p.meeting_id LEFT JOIN visit v ON v.id = m.visit_id"
    f" WHERE p.meeting_id IN :ids{_IN_ORDER}"
)
_LARGER = "SELECT visit_id FROM delegation WHERE visit_id IN :ids AND (level <> '' OR size > 1)"


class Person(NamedTuple):
    """A participant with what they are called."""

    country: str | None
    role: str
    official_id: int | None
    post_id: int | None
    group_name: str
    as_printed: str
    name: str | None
    sort_name: str | None
    native_name: str | None
    title: str | None
    title_then: str | None
    organisation: str
    organisation_then: str | None
    has_held_a_post: bool


class People(NamedTuple):
    """The people of one event.

    Attributes:
        label: "Hammouchi +delegation".
        words: every name, title and group, folded for the filter.
        principal: a visit's head, or who else stands first, is known.
        in_office: and so is the post that they held.
    """

    label: str
    words: str
    official_ids: frozenset[int]
    post_ids: frozenset[int]
    principal: bool = False
    in_office: bool = False


class TakingPart:
    """Who took part in some visits and meetings: three questions for all of them."""

    def __init__(self, connection: Connection, visits: Collection[int], meetings: Collection[int]) -> None:
        self._travelled = _by_event(about(connection, _TRAVELLED, visits))
        self._met = _by_event(about(connection, _MET, meetings))
        self._larger = {visit for (visit,) in about(connection, _LARGER, visits)}

    def in_visit(self, visit: int) -> People:
        """Who travelled, the head first."""
        travelled = self._travelled.get(visit, [])
        head = next((one for one in travelled if one.role == "head"), travelled[0] if travelled else None)
        if head is None:
            return _people(travelled, "")
        label = short_label(head)
        if len(travelled) > 1 or visit in self._larger:
            label += " +delegation"
        return _people(travelled, label)._replace(
            principal=bool(head.official_id or head.post_id),
            in_office=bool(head.post_id or head.has_held_a_post),
        )

    def in_meeting(self, meeting: int, sending: str | None) -> People:
        """Who met; under a visit the hosts come first, since the travellers stand on the line above."""
        met = self._met.get(meeting, [])
        others = met if sending is None else [one for one in met if one.country != sending] or met
        labels = list(dict.fromkeys(map(short_label, others)))
        label = " · ".join(labels[:SHOWN])
        if len(labels) > SHOWN:
            label += f" +{len(labels) - SHOWN}"
        return _people(met, label)

    def met_somebody_of(self, country: str, meetings: Collection[int]) -> bool:
        """Whether one of the meetings had a counterpart who is known."""
        return any(
            one.country == country and (one.official_id or one.post_id)
            for meeting in meetings
            for one in self._met.get(meeting, ())
        )


def short_label(one: Person) -> str:
    """A surname, else an office with its organisation (a bare "President" is another one's), else a group."""
    if one.official_id:
        return str(one.sort_name).split(",")[0]
    organisation = one.organisation_then or one.organisation
    if one.title:
        return ", ".join(part for part in (one.title_then or one.title, organisation) if part)
    return str(one.group_name or organisation)


def _by_event(rows: Sequence[Sequence[object]]) -> dict[int, list[Person]]:
    found: dict[int, list[Person]] = defaultdict(list)
    for event, *values in rows:
        found[event].append(Person._make(values))  # type: ignore[index]  # an id comes first
    return found


def _people(those: Sequence[Person], label: str) -> People:
    return People(
        label=label,
        words=" ".join(
            dict.fromkeys(  # experts of one service stand there once
                word
                for one in those
                for said in (
                    one.name,
                    one.native_name,
                    one.title,
                    one.title_then,
                    one.organisation,
                    one.organisation_then,
                    one.group_name,
                    one.as_printed,
                )
                if said and (word := in_words(said))
            )
        ),
        official_ids=frozenset(one.official_id for one in those if one.official_id),
        post_ids=frozenset(one.post_id for one in those if one.post_id),
    )
