"""Whom one met last, in what office; and what comes next."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db.briefs import words
from db.briefs.parts import Fact, Facts, Item, Items, Note, Section, Table, TableRow
from db.briefs.scope import in_group, last_held, latest_events, still_planned
from db.dates import PartialDate
from db.queries.people import people
from db.queries.pieces import among
from db.queries.timeline import events_where
from db.reader import marked
from db.rows import Key
from db.vocabulary import HELD_STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from db.briefs.parts import Block
    from db.briefs.scope import About
    from db.reader import Reader
    from db.rows import EventRow, PersonLine

MOST_PEOPLE = 40
MOST_PLANNED = 5
_UNNAMED = " (not named)"  # as a participant is shown
_OFFICE_THEN = ("", "who", "in what office")


def last_met(reader: Reader, scope: About, today: date) -> tuple[Section, EventRow | None]:
    """Who met, where, when and in what office; and the event itself."""
    last = last_held(reader, scope)
    if last is None:
        return Section("Last met", (Note("No meeting and no visit is on record."),)), None
    facts = [
        Fact("when", words.dated(last.date, today), last.key),
        Fact("what", f"{words.event_in_words(last)} ({last.ref})", last.key),
    ]
    group = in_group(reader, scope, last)
    facts += [
        Fact(
            "with it", f"{words.listed(words.event_in_words(row), words.day(row.date))} ({row.ref})", row.key
        )
        for row in group
        if row.key != last.key
    ]
    if last.date.first is None:
        facts.append(Fact("but", "none has a year, so which was the last is not known"))
    if last.names_then:
        facts.append(Fact("then", last.names_then))
    there = _there(reader, [row.key for row in (group or (last,))], first_day(last.date))
    if there:
        return Section("Last met", (Facts(tuple(facts)), *_table(there, scope))), last
    before = _last_named(reader, scope)
    if before is None:
        return Section("Last met", (Facts(tuple(facts)), *_table((), scope))), last
    told = (
        f"Nobody is named at it; at {before.ref}, {words.day(before.date) or words.NOT_STATED}, there were:"
    )
    there = _there(reader, [row.key for row in in_group(reader, scope, before)], first_day(before.date))
    return Section("Last met", (Facts(tuple(facts)), Note(told), *_table(there, scope))), last


def _last_named(reader: Reader, scope: About) -> EventRow | None:
    """The last event that was held and at which somebody is on record; the visit where it was part of one."""
    marks, values = marked("event", latest_events(reader, scope))
    found = events_where(
        reader,
        f"e.id IN ({marks}) AND e.people <> '' AND {plainly('e.status')} IN ({among(HELD_STATUSES)})",
        "e.undated, e.sort_day DESC, e.group_id DESC, e.rank DESC",
        1,
        **values,
    )
    return found[0] if found else None


def expected(persons: Sequence[PersonLine], scope: About) -> tuple[Block, ...]:
    """Those who are expected at an event, in a table."""
    return _table(persons, scope)


def _there(reader: Reader, keys: Iterable[Key], day: str) -> tuple[PersonLine, ...]:
    """Everybody at some events of one group, each once, in the order notified."""
    once: dict[object, PersonLine] = {}
    for key in keys:
        where = (
            "p.delegation_id IN (SELECT d.id FROM delegation d WHERE d.visit_id = :event)"
            if key.kind == "visit"
            else "p.meeting_id = :event"
        )
        for person in people(reader, where, day=day, event=int(key.id)):
            once.setdefault(person.official_key or person.post_key or person.label, person)
    return tuple(once.values())


def _table(persons: Sequence[PersonLine], scope: About) -> tuple[Block, ...]:
    """People by party, the others first, since they are whom one has to know."""
    if not persons:
        return (Note("Nobody is named on record."),)
    order = {code: place for place, code in enumerate((*scope.others, scope.home))}
    ranked = sorted(persons, key=lambda person: (order.get(person.country, len(order)), not person.named))
    told = [(person, _who_and_office(person)) for person in ranked[:MOST_PEOPLE]]
    columns = 2 if any(office for _, (_, office) in told) else 1
    rows = tuple(
        TableRow((person.country, *said[:columns]), person.official_key or person.post_key)
        for person, said in told
    )
    more = len(ranked) - MOST_PEOPLE
    left = (Note(f"And {words.many(more, 'more person')} on record."),) if more > 0 else ()
    return (Table(_OFFICE_THEN[: columns + 1], rows), *left)


def _who_and_office(person: PersonLine) -> tuple[str, str]:
    """The name, or that nobody named the holder of the office."""
    office = person.post + (" (inferred)" if person.inferred else "")
    if person.named or not person.label.endswith(_UNNAMED):
        return words.who(person), office
    return words.who(person._replace(label="not named")), person.label.removesuffix(_UNNAMED)


def first_day(when: PartialDate) -> str:
    """ISO; "" where it is not known."""
    return when.first.isoformat() if when.first else ""


def plainly(column: str) -> str:
    """A column by whose index nothing is looked up: most events of a store were held, those asked for are few."""
    return f"{column} || ''"


def planned(reader: Reader, scope: About, today: date, own: Key) -> Section:
    """What is planned from today on, without the event itself that the brief is about."""
    rows = [
        row for row in still_planned(reader, scope, today.isoformat(), MOST_PLANNED + 1) if row.key != own
    ][:MOST_PLANNED]
    items = tuple(
        Item(
            words.event_in_words(row),
            row.ref,
            behind=words.dotted(words.dated(row.date, today), row.status, row.people),
            key=row.key,
        )
        for row in rows
    )
    nothing = "Nothing else is planned." if own.kind in ("visit", "meeting") else "Nothing is planned."
    return Section("Next", (Items(items) if items else Note(nothing),))


def met_on(last: EventRow | None) -> str:
    """The last day of the last event, ISO; "" where there was none or nobody said when."""
    if last is None or last.date.last is None:
        return ""
    return last.date.last.isoformat()
