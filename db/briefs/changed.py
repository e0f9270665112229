"""What changed since the last brief: first state against last, so that what was taken back is not told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from db.briefs import words
from db.briefs.business import of_scope
from db.briefs.parts import Item, Items, Note, Section
from db.briefs.scope import latest_events
from db.commitments import RUNGS
from db.dates import PartialDate
from db.queries.called import CALLED, called
from db.queries.history import change_lines
from db.queries.stored import moment_of, values_of
from db.reader import marked
from db.refs import KIND_OF
from db.rows import Key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from db.briefs.scope import About
    from db.queries.briefs import TakenBrief
    from db.reader import Reader

MOST_CHANGES = 400  # looked at
MOST_TOLD = 30
MOST_OF_ONE = 6  # changes of one record
MOST_ACTIONS = 500
_REF = re.compile(r"\b[VMAF]-\d{4}-\d{3,}\b")
_PARTS = {  # tables of what a record is made of, as an officer calls them
    "action_party": "party",
    "action_topic": "topic",
    "visit_topic": "topic",
    "meeting_topic": "topic",
    "meeting_party": "party",
    "participant": "who was there",
    "tenure": "held a post",
    "official_name": "spelling",
    "organisation_name": "name",
    "post_title": "title",
    "log_entry": "log",
    "rung_change": "ladder",
    "agenda_item": "agenda",
    "visit_link": "linked visit",
}
_FIELDS = {
    "ball": "whose turn",
    "text": "what",
    "closed on": "closed",
    "close reason": "why",
    "score": "kept",
}
_SAID_BY_FIELDS = ("status", "snoozed", "rescheduled")
"""Kinds of log entries that only repeat what a field says."""
_SILENT = ("brief", "cadence")


class _Net(NamedTuple):
    """What became of one row: as it was before the first change and after the last one."""

    table: str
    at: datetime
    by: str
    before: Any
    after: Any


def changed(reader: Reader, scope: About, last: TakenBrief, named: Sequence[Key]) -> Section:
    """What others and oneself changed of what a page is about, since the page was taken last."""
    title = f"Changed since the last brief ({words.day(PartialDate.day(last.at.astimezone().date()))})"
    before, gone = _named_before(reader, last.body)
    items = [*gone, *_told(reader, scope, last, (*named, *before))]
    more = len(items) - MOST_TOLD
    block = (
        Items(tuple(items[:MOST_TOLD]), more=max(0, more)) if items else Note("Nothing of it has changed.")
    )
    return Section(title, (block,))


def _told(reader: Reader, scope: About, last: TakenBrief, named: Sequence[Key]) -> Iterator[Item]:
    """One line a record, those that changed last first."""
    for key, rows in _changes(reader, _concerned(reader, scope, named), last.last_change).items():
        says = list(
            dict.fromkeys(one for net in _worth_telling(key, rows) for one in _says(reader, key, net))
        )
        if says:
            latest = max(rows, key=lambda net: net.at)
            when = words.day(PartialDate.day(latest.at.astimezone().date()))
            more = len(says) - MOST_OF_ONE
            text = "; ".join(says[:MOST_OF_ONE]) + (f"; and {more} more" if more > 0 else "")
            name = called(reader, key)
            yield Item(
                text, name, behind=words.dotted(_label(reader, key, name, text), when, latest.by), key=key
            )


def _label(reader: Reader, key: Key, name: str, told: str) -> str:
    """What a record that is known by its ref is about, where that is not told anyway."""
    label = reader.value(
        "SELECT label FROM search_entry WHERE kind = :kind AND record_id = :id", kind=key.kind, id=key.id
    )
    return "" if not label or label == name or str(label) in told else str(label)


def _worth_telling(key: Key, rows: Sequence[_Net]) -> Sequence[_Net]:
    """Of a record that is new, that it is, and which posts it holds; what else it is made of came with it."""
    new = [net for net in rows if net.table == key.kind and net.before is None]
    return [*new, *(net for net in rows if net.table == "tenure")] if new else rows


def _concerned(reader: Reader, scope: About, named: Sequence[Key]) -> tuple[Key, ...]:
    """What the page names, the latest events of its scope and their outcomes."""
    found = dict.fromkeys(key for key in named if key.kind in CALLED)
    for number in latest_events(reader, scope):
        found[Key("meeting" if number % 2 else "visit", str(number // 2))] = None
    where, values = of_scope(scope)
    rows = reader.all(
        f"SELECT a.id FROM action a WHERE {where} ORDER BY a.id DESC LIMIT :most", **values, most=MOST_ACTIONS
    )
    found |= {Key("action", str(number)): None for (number,) in rows}
    return tuple(found)


def _changes(reader: Reader, keys: Iterable[Key], after: int) -> dict[Key, list[_Net]]:
    """Each record's rows that differ now from what they were, the newest first."""
    of_kind: dict[str, list[str]] = {}
    for key in keys:
        of_kind.setdefault(key.kind, []).append(key.id)
    rows: list[tuple[Any, ...]] = []
    for kind, ids in of_kind.items():
        marks, values = marked("id", ids)
        silent = ", ".join(f"'{table}'" for table in _SILENT)
        rows += reader.all(
            "SELECT c.id, s.at, s.by, c.table_name, c.row_id, c.before, c.after, c.record_kind, c.record_id"
            " FROM change c JOIN step s ON s.id = c.step_id WHERE c.record_kind = :kind"
            f" AND c.record_id IN ({marks}) AND c.id > :after AND c.table_name NOT IN ({silent})"
            " ORDER BY c.id DESC LIMIT :most",
            kind=kind,
            **values,
            after=after,
            most=MOST_CHANGES,
        )
    nets: dict[tuple[Key, str, str], _Net] = {}
    for _, at, by, table, row_id, before, now, kind, record in sorted(rows, reverse=True):
        place = (Key(kind, str(record)), str(table), str(row_id))
        later = nets.get(place)
        nets[place] = (
            _Net(table, moment_of(at), by, values_of(before), values_of(now))
            if later is None
            else later._replace(
                before=_older(values_of(before), later.before), after=_newer(values_of(now), later.after)
            )
        )
    found: dict[Key, list[_Net]] = {}
    for (key, _, _), net in nets.items():
        if net.before != net.after:
            found.setdefault(key, []).append(net)
    return found


def _older(before: dict[str, Any] | None, later: dict[str, Any] | None) -> dict[str, Any] | None:
    """How a row was before two changes; each keeps only the columns that it touched."""
    return None if before is None else {**(later or {}), **before}


def _newer(after: dict[str, Any] | None, later: dict[str, Any] | None) -> dict[str, Any] | None:
    return None if later is None else {**(after or {}), **later}


def _says(reader: Reader, key: Key, net: _Net) -> Iterator[str]:
    """One row's change in words."""
    own = net.table == key.kind
    if net.before is None and own:
        says = _first_words(net.after or {})
        yield f"is new: {says}" if says and says != called(reader, key) else "is new"
        return
    if net.table == "log_entry" and (net.after or net.before or {}).get("kind") in _SAID_BY_FIELDS:
        return
    if net.table == "citation":
        number = (net.after or net.before or {}).get("source_id")
        if net.before is None or net.after is None:
            name = called(reader, Key("source", str(number or 0)))
            yield f"{'source taken away' if net.after is None else 'new source'}: {name}"
        return
    part = "" if own else f"{_PARTS.get(net.table, net.table.replace('_', ' '))} "
    for line in change_lines(reader, (0, net.at, net.by, "", net.table, net.before, net.after)):
        if not line.field:
            yield f"{part}{'added' if net.before is None else 'taken away'}: {line.after or line.before}".rstrip(
                ": "
            )
        elif not line.field.endswith(" text") and line.field != "closed on":  # which say the same once more
            before, after = (_value(line.field, value) for value in (line.before, line.after))
            yield f"{part}{_FIELDS.get(line.field, line.field)} {before or 'not stated'} → {after or 'not stated'}"


def _value(field: str, value: str) -> str:
    if field == "rung" and value.isdecimal() and int(value) < len(RUNGS):
        return RUNGS[int(value)]
    if field in ("date", "due", "closed on", "remind on", "hidden until"):
        return words.day(PartialDate(value)) if value else ""
    return value


def _first_words(values: dict[str, Any]) -> str:
    return str(next((values[column] for column in ("text", "title", "name") if values.get(column)), ""))


def _named_before(reader: Reader, body: str) -> tuple[list[Key], list[Item]]:
    """The records that the last brief named by their refs; of those that are no longer there, that they went."""
    refs = list(dict.fromkeys(_REF.findall(body)))[:MOST_CHANGES]
    keys: list[Key] = []
    gone: list[Item] = []
    for letter, kind in KIND_OF.items():
        mine = [ref for ref in refs if ref.startswith(letter)]
        if not mine:
            continue
        marks, values = marked("ref", mine)
        there = dict(reader.all(f"SELECT ref, id FROM {kind} WHERE ref IN ({marks})", **values))
        keys += (Key(kind, str(there[ref])) for ref in mine if ref in there)
        gone += (Item("is no longer in the store", ref) for ref in mine if ref not in there)
    return keys, gone
