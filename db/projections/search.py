"""Every record by its names and by what is said of it, folded, so that any spelling of it is found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import Connection

from db.bulk import put, put_together
from db.projections import name_keys
from db.projections.gone import gone_into
from db.projections.in_words import in_words
from db.projections.lines import EventLine
from db.projections.many import about, chunks, do_about, ids_about
from db.projections.tables import search_entry
from db.rows.way import way
from db.searched import SAID, place_of

LABELS = {  # id, label, detail, day, words and countries of what is not worked out anywhere else
    "action": (
        "SELECT a.id, a.text, a.ref, a.due_first, a.ref || ' ' || a.text || ' ' || a.verb || ' ' || a.deliverable,"
        " (SELECT group_concat(p.country, ' ') FROM (SELECT country FROM action_party WHERE action_id = a.id"
        " ORDER BY country) p) FROM action a WHERE a.id IN :ids"
    ),
    "followup": (
        "SELECT f.id, f.text, f.ref, f.due_last, f.ref || ' ' || f.text || ' ' || f.assignee, ''"
        " FROM followup f WHERE f.id IN :ids"
    ),
    "post": (
        "SELECT p.id, p.title || CASE WHEN o.id IS NULL THEN ''"
        " ELSE ', ' || COALESCE(NULLIF(o.acronym, ''), o.name) END,"
        " COALESCE(p.country, ''), '', p.title || ' ' || COALESCE(o.name, '') || ' ' || COALESCE(o.acronym, ''),"
        " p.country FROM post p LEFT JOIN organisation o ON o.id = p.organisation_id"
        " WHERE p.id IN :ids AND p.merged_into IS NULL"
    ),
    "organisation": (
        "SELECT o.id, o.name, COALESCE(o.country, ''), '', o.name || ' ' || o.acronym, o.country"
        " FROM organisation o WHERE o.id IN :ids AND o.merged_into IS NULL"
    ),
    "source": (
        "SELECT s.id, COALESCE(NULLIF(s.title, ''), NULLIF(s.publisher, ''), s.key), s.kind, s.date_first,"
        " s.title || ' ' || s.publisher || ' ' || s.author || ' ' || s.key, '' FROM source s"
        " WHERE s.id IN :ids AND s.merged_into IS NULL"
    ),
}

OTHER_NAMES = {  # an office is found by what its service was called, too
    "post": (
        "SELECT post_id, title FROM (SELECT post_id, title, 0 AS whose, id FROM post_title WHERE post_id IN :ids"
        " UNION ALL SELECT p.id, n.name || ' ' || n.acronym, 1, n.id FROM post p"
        " JOIN organisation_name n ON n.organisation_id = p.organisation_id WHERE p.id IN :ids)"
        " AS n ORDER BY post_id, whose, id"
    ),
    "organisation": (
        "SELECT organisation_id, name || ' ' || acronym FROM organisation_name WHERE organisation_id IN :ids"
        " ORDER BY id"
    ),
}
GONE_NAMES = {  # by which a record is still looked for after it went into another
    "organisation": "SELECT id, name || ' ' || acronym FROM organisation WHERE id IN :ids",
    "source": "SELECT id, title || ' ' || publisher || ' ' || key FROM source WHERE id IN :ids",
}
_STORED = (
    "SELECT id, kind, record_id, label, detail, folded FROM search_entry"
    " WHERE kind = :kind AND record_id IN :ids"
)
_PLACES = "SELECT id FROM search_entry WHERE kind = :kind AND record_id IN :ids"
_TAKE_OUT = "DELETE FROM search_entry WHERE id IN :ids"
_THEN_SAID = " | "  # between what a record is called and what is said of it


class Entry(NamedTuple):
    """A record as the search shows it; the columns of `search_entry`."""

    id: int
    kind: str
    record_id: int
    label: str
    detail: str
    folded: str


def words_of(names: str, codes: Iterable[str], said: str) -> str:
    """What a record is found by: its names, its countries and what is said of it, folded already."""
    # A country stands as ".ma", which nobody can type: its names in five languages are a kilobyte.
    return names + "".join(f" .{code.lower()}" for code in codes if code) + _behind(said)


def _behind(said: str) -> str:
    return _THEN_SAID + said if said else ""


def said_of(connection: Connection, kind: str, records: Collection[int]) -> dict[int, str]:
    """Notes, log lines, quotes and bodies by record, folded, each text once."""
    found: dict[int, dict[str, None]] = defaultdict(dict)
    for question in SAID[kind]:
        for number, words in about(connection, question.format(ids=":ids"), records):
            found[number][in_words(words)] = None
    return {number: " ".join(filter(None, those)) for number, those in found.items()}


def rewrite(connection: Connection, kind: str, records: Collection[int]) -> None:
    """Work out the entries of records again; those gone lose theirs."""
    for some in chunks(records):
        entries = _entries(connection, kind, some)
        standing = {one.record_id for one in entries}
        gone = set(some) - standing
        forget(connection, ((kind, number) for number in gone))
        name_keys.forget(connection, kind, gone)
        name_keys.rewrite(connection, kind, standing)
        write(connection, entries)


def add_records(connection: Connection, kind: str, records: Collection[int]) -> None:
    """The same for records of which nothing stands yet."""
    entries = _entries(connection, kind, records)
    name_keys.add(connection, kind, {one.record_id for one in entries})
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
    said = said_of(connection, kind, records)
    return [
        Entry(
            place_of(kind, number, day or ""),
            kind,
            number,
            label,
            detail,
            words_of(
                in_words(" ".join((words, *more.get(number, ())))),
                (codes or "").split(),
                said.get(number, ""),
            ),
        )
        for number, label, detail, day, words, codes in about(connection, LABELS[kind], records)
    ]


def label_of(line: EventLine) -> str:
    """What a visit or a meeting is called where only its own line is shown."""
    between = way(line.sending, line.host, line.parties)
    return " ".join(part for part in (between, line.title or line.people) if part)


def entry_of_event(line: EventLine, names: str, said: str) -> Entry:
    """The entry of a visit or a meeting, from its line on the timeline."""
    kind, number = line.kind, line.record_id
    words = words_of(names, line.parties.split(), said)
    return Entry(place_of(kind, number, line.sort_day), kind, number, label_of(line), line.ref, words)


def add(connection: Connection, entries: Iterable[Entry]) -> None:
    """Put entries in that are not there yet."""
    put(connection, search_entry, list(entries), Entry._fields)


def write(connection: Connection, entries: Iterable[Entry]) -> None:
    """Put entries in the place of those before, where they differ."""
    for kind, those in groupby(sorted(entries), lambda one: one.kind):
        new = list(those)
        stored = {one.record_id: one for one in _stored(connection, kind, [one.record_id for one in new])}
        _replace(connection, stored, new)


def _replace(connection: Connection, stored: Mapping[int, Entry], new: Iterable[Entry]) -> None:
    """Write what differs from what is stored, by record.

    In one statement for many entries, and in the order of their places: after each statement, and whenever a place
    lies before the last one, the index writes what it has gathered, which takes ten times as long as the words do.
    """
    differing = sorted(one for one in new if stored.get(one.record_id) != one)
    _take_out(connection, [stored[one.record_id].id for one in differing if one.record_id in stored])
    put_together(connection, search_entry, differing, Entry._fields)


def rename(connection: Connection, entries: Iterable[Entry]) -> None:
    """Give entries that are there other names, where they differ; what is said of them stays."""
    for kind, those in groupby(sorted(entries), lambda one: one.kind):
        new = list(those)
        stored = {one.record_id: one for one in _stored(connection, kind, [one.record_id for one in new])}
        named = [one._replace(folded=one.folded + _behind(_said(stored[one.record_id]))) for one in new]
        _replace(connection, stored, named)


def _said(stored: Entry) -> str:
    return stored.folded.partition(_THEN_SAID)[2]


def _stored(connection: Connection, kind: str, records: Collection[int]) -> Iterable[Entry]:
    return map(Entry._make, about(connection, _STORED, records, kind=kind))


def redate(connection: Connection, kind: str, days: Mapping[int, str]) -> None:
    """Give entries that are there another day."""
    stored = {one.record_id: one for one in _stored(connection, kind, days)}
    moved = [one._replace(id=place_of(kind, number, days[number])) for number, one in stored.items()]
    _replace(connection, stored, moved)


def forget(connection: Connection, records: Iterable[tuple[str, int]]) -> None:
    """Take records out of the index."""
    for kind, those in groupby(sorted(records), lambda one: one[0]):
        _take_out(connection, ids_about(connection, _PLACES, [number for _, number in those], kind=kind))


def _take_out(connection: Connection, places: Collection[int]) -> None:
    do_about(connection, _TAKE_OUT, places)
