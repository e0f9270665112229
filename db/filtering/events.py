"""What a filter can say of visits and meetings; `e` is the event."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from db.dialects.word_index import of_country
from db.filtering.shapes import ANYWHERE, Sql, Writing, both
from db.names import fold
from db.queries.pieces import among
from db.queries.words import EVERYWHERE, matching, named_countries, of_events, wanted_words
from db.vocabulary import HELD_STATUSES, OPEN_STATUSES, PLANNED_STATUSES

# A plus in front of a column keeps it from choosing the index: the few that hang on one event are found by that
# event, and not among all that are open or about a topic.

_FEW = 2_000

Writer = Callable[[Writing, Any], Sql]
Span = tuple[str, str]
"""The first and the last day of a time as ISO days, "" where it has no end."""

OPEN_ACTION = f"x.rung IN (4, 5) AND x.status IN ({among(OPEN_STATUSES)})"
WATCHED = "x.rung IN (2, 3) AND x.status = ''"
LATE_STEP = "y.status IN ('open', 'waiting') AND y.due_last < {today} AND y.remind_on <= {today}"

_VISIT = "CASE WHEN e.kind = 'visit' THEN e.record_id END"
_MEETING = "CASE WHEN e.kind = 'meeting' THEN e.record_id END"
_HANGS_HERE = f"({{0}}.visit_id = {_VISIT} OR {{0}}.meeting_id = {_MEETING})"
"""What hangs on a meeting inside a visit knows both, and is told of both."""


def _of_pair(to: Writing, pair: str) -> Sql:
    return _in_scope(to, "pair", [pair])._replace(reach=2)


def _with(to: Writing, people: Sequence[int]) -> Sql:
    return _in_scope(to, "official", [str(number) for number in people])


def _in_scope(to: Writing, kind: str, ids: Sequence[str]) -> Sql:
    among = f"IN ({to.among(ids)})"
    return Sql(
        f"e.id IN (SELECT q.event_id FROM event_scope q WHERE q.scope_kind = '{kind}' AND q.scope_id {among})",
        f"EXISTS (SELECT 1 FROM event_scope q WHERE q.event_id = e.id AND q.scope_kind = '{kind}'"
        f" AND +q.scope_id {among})",
        reach=1,
    )


def _of_country(to: Writing, code: str) -> Sql:
    steady = f"' ' || e.parties || ' ' LIKE {to.put(f'% {code} %')}"
    to.values.update(EVERYWHERE)
    # What has to do with a country is more than what it is a party to.
    return Sql(f"{of_events('e.id', to.put(of_country(code)))} AND {steady}", steady, reach=5)


def _when(to: Writing, span: Span) -> Sql:
    first, last = span
    began = f"e.sort_day >= {to.put(first)}" if first else "e.sort_day > ''"
    return both(f"{began} AND e.sort_day <= {to.put(last)}" if last else began)


def _of_kind(to: Writing, kind: str) -> Sql:
    if kind in PARTIES:
        sign, parties = PARTIES[kind]
        steady = f"LENGTH(e.parties) - LENGTH(REPLACE(e.parties, ' ', '')) {sign} {parties - 1}"
        if parties == _OF_A_VISIT:
            return both(steady)
        # A visit has two, so only meetings are counted, by an index and not by every line there is.
        by_index = "SELECT m.meeting_id FROM meeting_party m GROUP BY m.meeting_id HAVING COUNT(*)"
        return Sql(f"e.id IN (SELECT 2 * meeting_id + 1 FROM ({by_index} {sign} {parties}))", steady, reach=2)
    word = to.put(kind)
    return both(f"e.kind = {word}" if kind in {"visit", "meeting"} else f"e.format = {word}")


_OF_A_VISIT = 2
PARTIES = {"bilateral": ("=", _OF_A_VISIT), "trilateral": ("=", 3), "multilateral": (">=", 3)}
"""Kinds that follow from the number of parties; an event names one of them more than there are spaces between."""


def _at_place(to: Writing, place: str) -> Sql:
    """The words stand in what is written of the event, and letters like theirs in its place."""
    quick, steady, _ = found_by(to, "event", place, "e.id", "place")
    here = f"' ' || LOWER(e.place) LIKE {to.put(f'% {loosely(place)}%')}"
    return Sql(f"{quick} AND {here}", f"{steady} AND {here}", reach=3)


def loosely(words: str) -> str:
    """A pattern for LIKE that accents and apostrophes do not matter to."""
    return "".join("_" if letter in _MAY_HAVE_MARKS else letter for letter in fold(words))


_MAY_HAVE_MARKS = frozenset("aeiouycnszlg")


def _about(to: Writing, topics: Sequence[str]) -> Sql:
    codes = to.among(topics)
    of_action = "action_topic t JOIN action x ON x.id = t.action_id"
    return Sql(
        f"e.id IN (SELECT 2 * t.visit_id FROM visit_topic t WHERE t.topic IN ({codes})"
        f" UNION ALL SELECT 2 * t.meeting_id + 1 FROM meeting_topic t WHERE t.topic IN ({codes})"
        f" UNION ALL {_events_of('x', of_action, f't.topic IN ({codes})')})",
        f"(EXISTS (SELECT 1 FROM visit_topic t WHERE t.visit_id = {_VISIT} AND +t.topic IN ({codes}))"
        f" OR EXISTS (SELECT 1 FROM meeting_topic t WHERE t.meeting_id = {_MEETING} AND +t.topic IN ({codes}))"
        f" OR EXISTS (SELECT 1 FROM action x JOIN action_topic t ON t.action_id = x.id"
        f" WHERE {_HANGS_HERE.format('x')} AND +t.topic IN ({codes})))",
        reach=6 if _are_many(to, topics) else 1,
    )


def _are_many(to: Writing, topics: Sequence[str]) -> bool:
    """Whether a topic has more than a few visits, meetings or outcomes; no more of them are looked at."""
    return any(
        to.asking.reader.one(f"SELECT 1 FROM {table} WHERE topic = :topic LIMIT 1 OFFSET {_FEW}", topic=code)
        for table in ("visit_topic", "meeting_topic", "action_topic")
        for code in topics
    )


def _with_outcome(to: Writing, rung: tuple[str, int]) -> Sql:
    sign, level = rung
    return _has_action(f"x.rung {sign} {to.put(level)}")


def _has_action(where: str) -> Sql:
    there = where.replace("x.", "+x.")
    return Sql(
        f"e.id IN ({_events_of('x', 'action x', where)})",
        # What is still to come has no outcomes yet, and says so itself.
        f"(e.outcomes > 0 AND EXISTS (SELECT 1 FROM action x WHERE {_HANGS_HERE.format('x')} AND {there}))",
        reach=5,
    )


def _events_of(hanging: str, source: str, where: str) -> str:
    """The ids of the events that something hangs on."""
    return (
        f"SELECT 2 * {hanging}.visit_id FROM {source} WHERE {hanging}.visit_id IS NOT NULL AND {where} UNION ALL"
        f" SELECT 2 * {hanging}.meeting_id + 1 FROM {source} WHERE {hanging}.meeting_id IS NOT NULL AND {where}"
    )


def _open(_: Writing, __: Any) -> Sql:
    return _has_action(OPEN_ACTION)._replace(reach=3)


def _watched(_: Writing, __: Any) -> Sql:
    return _has_action(WATCHED)


def _overdue(to: Writing, _: Any) -> Sql:
    """Something that was agreed there is late, or a step of our own on it."""
    late = _has_action(f"{OPEN_ACTION} AND x.due_last < {to.today}")
    step = LATE_STEP.format(today=to.today)
    on_action = _events_of("x", "followup y JOIN action x ON x.id = y.action_id", step)
    return Sql(
        f"({late.quick} OR e.id IN ({_events_of('y', 'followup y', step)} UNION ALL {on_action}))",
        f"({late.steady} OR EXISTS (SELECT 1 FROM followup y WHERE {step} AND ({_HANGS_HERE.format('y')}"
        f" OR y.action_id IN (SELECT x.id FROM action x WHERE {_HANGS_HERE.format('x')}))))",
        reach=3,
    )


def _unnamed(_: Writing, __: Any) -> Sql:
    nobody = "+p.official_id IS NULL AND +p.post_id IS NOT NULL"
    return both(
        f"(EXISTS (SELECT 1 FROM participant p WHERE p.meeting_id = {_MEETING} AND {nobody})"
        " OR EXISTS (SELECT 1 FROM delegation d JOIN participant p ON p.delegation_id = d.id"
        f" WHERE d.visit_id = {_VISIT} AND {nobody}))"
    )


def unsourced(kind: str, record: str) -> Sql:
    """No source speaks of a record."""
    return both(
        f"NOT EXISTS (SELECT 1 FROM citation c WHERE c.record_kind = {kind} AND c.record_id = {record})"
    )


def _in_status(*statuses: str) -> Writer:
    sql = f"e.status IN ({among(statuses)})"
    return lambda _to, _value: Sql(sql, f"+{sql}")


def found_by(to: Writing, kind: Any, words: str, record: str, name: str) -> Sql:
    """What words find, by name among the conditions of a statement."""
    if kind == "pair":
        return _pair_named(to, words, record)
    quick, values = matching(kind, words, record, mark=name)
    to.values.update(values)
    return Sql(
        quick or "1 = 1", spoken_of(to, kind, words, record) or "1 = 1", reach=4 if quick else ANYWHERE
    )


def spoken_of(to: Writing, kind: str, words: str, record: str) -> str:
    """The same, told of one record by its text: where many have the words, sooner than all who have them are found."""
    begun = []
    for word in wanted_words(words):
        those = named_countries("word", word)
        countries = [f" .{code.lower()} " for (code,) in to.asking.reader.all(those, word=word)]
        begun.append([to.put(f" {word}"), *map(to.put, countries)])
    if not begun:
        return ""
    of = "x.kind = e.kind AND x.record_id = e.record_id"
    of = of if kind == "event" else f"x.kind = '{kind}' AND x.record_id = {record}"
    text = "' ' || x.folded || ' '"
    held = " AND ".join(f"({' OR '.join(f'INSTR({text}, {mark})' for mark in marks)})" for marks in begun)
    return f"EXISTS (SELECT 1 FROM search_entry x WHERE {of} AND {held})"


def _pair_named(to: Writing, words: str, pair: str) -> Sql:
    """Every word names one of the two countries; the countries of a word are found once, not once a pair."""
    found = []
    for word in wanted_words(words):
        those = named_countries(to.put(word).removeprefix(":"), word)
        found.append(f"(+{pair}.a IN ({those}) OR +{pair}.b IN ({those}))")
    return both(" AND ".join(found) or "1 = 1")


EVENT: Mapping[str, Writer] = {
    "pair": _of_pair,
    "country": _of_country,
    "person": _with,
    "when": _when,
    "kind": _of_kind,
    "place": _at_place,
    "topic": _about,
    "rung": _with_outcome,
    "is:planned": _in_status(*PLANNED_STATUSES),
    "is:held": _in_status(*HELD_STATUSES),
    "is:postponed": _in_status("postponed"),
    "is:cancelled": _in_status("cancelled"),
    "is:overdue": _overdue,
    "is:open": _open,
    "is:watch": _watched,
    "is:unnamed": _unnamed,
    "is:unsourced": lambda _to, _value: unsourced("e.kind", "e.record_id"),
    "is:undated": lambda _to, _value: both("e.sort_day = ''"),
}
