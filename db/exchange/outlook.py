"""What an entry of a calendar tells of an event besides its days: who took part, what came of it, who may read it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from db.briefs.handling import highest
from db.commitments import RUNGS
from db.titles import called_then, service_called_then

if TYPE_CHECKING:
    from db.reader import Reader

Event = tuple[str, int]
"""A visit or a meeting: kind and number."""
_ON = "COALESCE(m.date_last, v.date_last, '')"
_SERVICE = "COALESCE(NULLIF(o.acronym, ''), o.name, NULLIF(po.acronym, ''), po.name, '')"
_PEOPLE = f"""
    SELECT d.visit_id, p.meeting_id, COALESCE(f.name, p.group_name),
           COALESCE({called_then("t.id", "t.title", _ON)}, ''),
           {service_called_then("COALESCE(o.id, po.id)", _SERVICE, _ON)},
           COALESCE(p.country, d.country, ''), p.role, COALESCE(f.handling, '')
    FROM participant p
    LEFT JOIN delegation d ON d.id = p.delegation_id
    LEFT JOIN meeting m ON m.id = p.meeting_id
    LEFT JOIN visit v ON v.id = COALESCE(d.visit_id, m.visit_id)
    LEFT JOIN official f ON f.id = p.official_id
    LEFT JOIN post t ON t.id = p.post_id
    LEFT JOIN organisation o ON o.id = p.organisation_id
    LEFT JOIN organisation po ON po.id = t.organisation_id
    ORDER BY p.rank IS NULL, p.rank, p.id
"""
_OUTCOMES = """
    SELECT CASE WHEN meeting_id IS NULL THEN 'visit' ELSE 'meeting' END, COALESCE(meeting_id, visit_id),
           ref, rung, text, status, handling
    FROM action WHERE meeting_id IS NOT NULL OR visit_id IS NOT NULL ORDER BY ref
"""
_UP_TO = {"PUBLIC": "unclassified", "PRIVATE": "restricted"}
"""The highest of the usual marks that a class of iCalendar stands for."""


class Told(NamedTuple):
    """What is said of an event.

    Attributes:
        people: a line for each participant, the first in rank first.
        outcomes: a line for each, with its rung.
        topics: their labels.
        marks: the handling marks of all of that.
    """

    people: list[str]
    outcomes: list[str]
    topics: list[str]
    marks: list[str]


def told(reader: Reader) -> Mapping[Event, Told]:
    """What is said of every event, in four questions for all of them."""
    found: dict[Event, Told] = defaultdict(lambda: Told([], [], [], []))
    for visit, meeting, name, title, service, country, role, mark in reader.all(_PEOPLE):
        event = ("visit", visit) if visit is not None else ("meeting", meeting)
        who = ", ".join(dict.fromkeys(part for part in (name, title, service) if part))
        found[event].people.append(f"{who} ({country}, {role})" if country else f"{who} ({role})")
        found[event].marks.append(mark)
    for kind, number, ref, rung, text, status, mark in reader.all(_OUTCOMES):
        state = f" ({status})" if status else ""
        found[kind, number].outcomes.append(f"{ref} {RUNGS[rung]}{state}: {text}")
        found[kind, number].marks.append(mark)
    for kind in ("visit", "meeting"):
        rows = reader.all(
            f"SELECT x.{kind}_id, t.label FROM {kind}_topic x JOIN topic t ON t.code = x.topic ORDER BY t.label"
        )
        for number, label in rows:
            found[kind, number].topics.append(label)
    return found


def calendar_class(marks: Iterable[str]) -> str:
    """Who may read it, as iCalendar says it; "" where nothing is marked, and a mark nobody knows is the strictest."""
    mark = highest(marks)
    if not mark:
        return ""
    fits = (name for name, most in _UP_TO.items() if highest((most, mark)) == most)
    return next(fits, "CONFIDENTIAL")
