"""Every record by name, folded, so that any spelling of it is found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import Connection, text

from db.bulk import put
from db.names import fold
from db.projections import name_keys
from db.projections.gone import gone_into
from db.projections.lines import EventLine
from db.projections.many import about, chunks
from db.projections.tables import search_entry
from db.rows.way import way

LABELS = {  # id, label, detail, day and words of what is not worked out anywhere else
    "action": (
        "SELECT a.id, a.text, a.ref, a.due_first, a.ref || ' ' || a.text || ' ' || a.verb || ' ' || a.deliverable"
        " FROM action a WHERE a.id IN :ids"
    ),
    "followup": (
        "SELECT f.id, f.text, f.ref, f.due_last, f.ref || ' ' || f.text || ' ' || f.assignee"
        " FROM followup f WHERE f.id IN :ids"
    ),
    "post": (
        "SELECT p.id, p.title || CASE WHEN o.id IS NULL THEN ''"
        " ELSE ', ' || COALESCE(NULLIF(o.acronym, ''), o.name) END,"
        " COALESCE(p.country, ''), '', p.title || ' ' || COALESCE(o.name, '') || ' ' || COALESCE(o.acronym, '')"
        " FROM post p LEFT JOIN organisation o ON o.id = p.organisation_id"
        " WHERE p.id IN :ids AND p.merged_into IS NULL"
    ),
    "organisation": (
        "SELECT o.id, o.name, COALESCE(o.country, ''), '', o.name || ' ' || o.acronym"
        " FROM organisation o WHERE o.id IN :ids AND o.merged_into IS NULL"
    ),
    "source": (
        "SELECT s.id, COALESCE(NULLIF(s.title, ''), NULLIF(s.publisher, ''), s.key), s.kind, s.date_first,"
        " s.title || ' ' || s.publisher || ' ' || s.author || ' ' || s.key FROM source s"
        " WHERE s.id IN :ids AND s.merged_into IS NULL"
    ),
}

OTHER_NAMES = {"post": "SELECT post_id, title FROM post_title WHERE post_id IN :ids ORDER BY id"}
GONE_NAMES = {  # by which a record is still looked for after it went into another
    "organisation": "SELECT id, name || ' ' || acronym FROM organisation WHERE id IN :ids",
    "source": "SELECT id, title || ' ' || publisher || ' ' || key FROM source WHERE id IN :ids",
}
_STORED = (
    "SELECT kind, record_id, label, detail, sort_day, folded FROM search_entry"
    " WHERE kind = :kind AND record_id IN :ids"
)
_FORGET = text("DELETE FROM search_entry WHERE kind = :kind AND record_id = :id")
_RENAME = text(
    "UPDATE search_entry SET label = :label, folded = :folded WHERE kind = :kind AND record_id = :id"
)
_REDATE = text(
    "UPDATE search_entry SET sort_day = :day WHERE kind = :kind AND record_id = :id AND sort_day <> :day"
)


class Entry(NamedTuple):
    """A record as the search shows it; the columns of `search_entry`."""

    kind: str
    record_id: str
    label: str
    detail: str
    sort_day: str
    folded: str


def rewrite(connection: Connection, kind: str, records: Collection[int]) -> None:
    """Work out the entries of records again; those gone lose theirs."""
    for some in chunks(records):
        entries = _entries(connection, kind, some)
        standing = {int(entry.record_id) for entry in entries}
        gone = set(some) - standing
        forget(connection, ((kind, number) for number in gone))
        name_keys.forget(connection, kind, gone)
        name_keys.rewrite(connection, kind, standing)
        write(connection, entries)


def add_records(connection: Connection, kind: str, records: Collection[int]) -> None:
    """The same for records of which nothing stands yet."""
    entries = _entries(connection, kind, records)
    name_keys.add(connection, kind, {int(entry.record_id) for entry in entries})
    add(connection, entries)


def _entries(connection: Connection, kind: str, records: Collection[int]) -> list[Entry]:
    more: dict[int, list[str]] = defaultdict(list)
    if kind in OTHER_NAMES:
        for number, words in about(connection, OTHER_NAMES[kind], records):
            more[number].append(words)
    if kind in GONE_NAMES:
        gone = gone_into(connection, kind, records)
        names = dict(
            map(tuple, about(connection, GONE_NAMES[kind], {one for those in gone.values() for one in those}))
        )
        for number, those in gone.items():
            more[number] += [names[one] for one in those]
    return [
        Entry(kind, str(number), label, detail, day or "", fold(" ".join((words, *more.get(number, ())))))
        for number, label, detail, day, words in about(connection, LABELS[kind], records)
    ]


def entry_of_event(line: EventLine) -> Entry:
    """The entry of a visit or a meeting, from its line on the timeline."""
    between = way(line.sending, line.host, line.parties)
    label = " ".join(part for part in (between, line.title or line.people) if part)
    return Entry(line.kind, str(line.record_id), label, line.ref, line.sort_day, line.folded)


def add(connection: Connection, entries: Iterable[Entry]) -> None:
    """Put entries in that are not there yet."""
    put(connection, search_entry, list(entries), Entry._fields)


def write(connection: Connection, entries: Iterable[Entry]) -> None:
    """Put entries in the place of those before, where they differ."""
    for kind, those in groupby(sorted(entries), lambda entry: entry.kind):
        new = list(those)
        stored = {
            row[1]: tuple(row)
            for row in about(connection, _STORED, [entry.record_id for entry in new], kind=kind)
        }
        differing = [entry for entry in new if stored.get(entry.record_id) != entry]
        forget(connection, ((kind, entry.record_id) for entry in differing if entry.record_id in stored))
        add(connection, differing)


def rename(connection: Connection, entries: Iterable[Entry]) -> None:
    """Give entries that are there another label and other words."""
    those = [
        {"kind": entry.kind, "id": entry.record_id, "label": entry.label, "folded": entry.folded}
        for entry in entries
    ]
    if those:
        connection.execute(_RENAME, those)


def redate(connection: Connection, kind: str, days: Mapping[int, str]) -> None:
    """Give entries that are there another day."""
    those = [{"kind": kind, "id": str(number), "day": day} for number, day in days.items()]
    if those:
        connection.execute(_REDATE, those)


def forget(connection: Connection, records: Iterable[tuple[str, int | str]]) -> None:
    """Take records out of the index."""
    if those := [{"kind": kind, "id": str(number)} for kind, number in records]:
        connection.execute(_FORGET, those)
