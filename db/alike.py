"""Records that may be the same as another one, the likeliest first; for whoever is about to merge it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from db.apart import known_apart
from db.dates import PartialDate, show_short
from db.dialects.word_index import TABLE
from db.names import fold
from db.queries.words import having
from db.rows import FoundRow, Key, Moment
from db.searched import reach

if TYPE_CHECKING:
    from db.reader import Reader

MOST = 12  # proposals
LOOKED_AT = 500  # records of a country whose names are compared; more are found by typing
_SHORTEST_NAME = 4  # letters: of fewer there is too much to go through for one that is called just so
SPELLINGS = 8  # of an official, for each of which others are looked up


class Alike(NamedTuple):
    """A record that may be the same.

    Attributes:
        key: which one.
        name: its ref with what it is, or its name.
        detail: what tells it from others.
        why: what the two have in common; "" where it is only one of the same pair, country or service.
        points: of two visits, how alike they are; more is likelier.
    """

    key: Key
    name: str
    detail: str
    why: str
    points: int = 0


def alike(reader: Reader, key: Key, today: date) -> list[Alike]:
    """What may be the same as a record; what was said not to be is never among it."""
    propose = _PROPOSED.get(key.kind)
    if propose is None:
        return []
    settled = {int(key.id), *known_apart(reader, key)}
    found = {
        one.key: one for one in reversed([*propose(reader, key, today)]) if int(one.key.id) not in settled
    }
    return [*reversed(found.values())][:MOST]


def others(reader: Reader, key: Key, words: str, *, limit: int = 50) -> list[FoundRow]:
    """Every other record of the kind in whose names the words begin words: those called just so, then the latest."""
    condition, asked = having(words)
    low, high = reach(key.kind)
    sql = "SELECT record_id, label, detail FROM search_entry WHERE id >= :low AND id < :high AND record_id <> :id"
    values: dict[str, Any] = {**asked, "low": low, "high": high, "id": int(key.id), "limit_": limit}
    if condition:
        sql += f" AND id IN (SELECT rowid FROM {TABLE} WHERE {condition})"
    rows = [*reader.all(f"{sql} ORDER BY id DESC LIMIT :limit_", **values)]
    if len(rows) == limit and len(words) >= _SHORTEST_NAME:
        called = f"{sql} AND lower(label) = lower(:words) ORDER BY id DESC LIMIT :limit_"
        rows = [*dict.fromkeys((*reader.all(called, words=words.strip(), **values), *rows))][:limit]
    rows.sort(key=lambda row: fold(row[1]) != fold(words))
    return [FoundRow(Key(key.kind, str(number)), label, detail) for number, label, detail in rows]


def _visits(reader: Reader, key: Key, today: date) -> Iterable[Alike]:
    from db.entry.duplicates import similar  # noqa: PLC0415 - what reads lines knows which visits are alike
    from db.entry.shapes import Reading  # noqa: PLC0415

    row = reader.one("SELECT sending, host, date_edtf FROM visit WHERE id = :id", id=int(key.id))
    if row is None:
        return
    sending, host, edtf = row
    head = reader.value(
        "SELECT f.name FROM participant p JOIN delegation d ON d.id = p.delegation_id"
        " JOIN official f ON f.id = p.official_id WHERE d.visit_id = :id AND p.role = 'head' ORDER BY p.id LIMIT 1",
        id=int(key.id),
    )
    members = [{"official": head, "role": "head"}] if head else []
    typed = {"sending": sending, "host": host, "date": edtf, "delegations": [{"members": members}]}
    reading = Reading("", "visit", values={"visits": [typed]})
    for one in similar(reading, reader=reader, moment=Moment(today, ""), edited=key, most=MOST):
        yield Alike(one.key, one.ref, one.label, one.why, one.points)
    for number, ref, a, b, day in reader.all(
        "SELECT id, ref, sending, host, date_edtf FROM visit WHERE merged_into IS NULL AND id IN ("
        " SELECT id FROM visit WHERE sending = :a AND host = :b UNION ALL"
        " SELECT id FROM visit WHERE sending = :b AND host = :a) ORDER BY date_first DESC, id DESC LIMIT :limit_",
        a=sending,
        b=host,
        limit_=2 * MOST,
    ):
        yield Alike(Key("visit", str(number)), ref, f"{a}→{b} {show_short(PartialDate(day))}".rstrip(), "")


def _officials(reader: Reader, key: Key, _: date) -> Iterable[Alike]:
    """Those with a name like one of the spellings, wherever they are from; then the latest of the same country."""
    from db.names.candidates import candidates  # noqa: PLC0415 - a good deal of tables, needed here alone
    from db.names.compare import Likeness  # noqa: PLC0415
    from db.names.context import as_met  # noqa: PLC0415

    row = reader.one("SELECT name, COALESCE(country, '') FROM official WHERE id = :id", id=int(key.id))
    if row is None:
        return
    name, home = row
    spellings = reader.all(
        "SELECT name FROM official_name WHERE official_id = :id AND kind <> 'weak' ORDER BY id LIMIT :limit_",
        id=int(key.id),
        limit_=SPELLINGS,
    )
    names = dict.fromkeys((name, *(spelling for (spelling,) in spellings)))
    found = [
        one
        for each in names
        for one in candidates(reader, each, countries=[home] if home else (), limit=2 * MOST)
    ]
    best = {
        one.number: one for one in sorted(found, key=lambda each: each.score) if one.number != int(key.id)
    }
    weighed = [
        (as_met(reader, Likeness(one.score, one.why), int(key.id), one.number), one) for one in best.values()
    ]
    for likeness, one in sorted(weighed, key=lambda each: (-each[0].score, each[1].number)):
        yield Alike(
            Key("official", str(one.number)), one.name, _beside((one.country, one.post)), likeness.why
        )
    rows = _read(
        reader,
        "SELECT o.id, o.name, COALESCE(o.country, ''), s.post FROM official o"
        " JOIN official_summary s ON s.official_id = o.id WHERE o.id",
        _of(reader, "official", "country", home, most=2 * MOST),
    )
    for number, called, country, post in rows:
        yield Alike(Key("official", str(number)), called, _beside((country, post)), "")


def _posts(reader: Reader, key: Key, _: date) -> Iterable[Alike]:
    """Of the same organisation, title or country, by the words that the titles share."""
    me = reader.one("SELECT title, organisation_id, country FROM post WHERE id = :id", id=int(key.id))
    if me is None:
        return []
    title, organisation, country = me
    ids = _of(reader, "post", "organisation_id", organisation)
    ids |= _of(reader, "post", "title", title) | _of(reader, "post", "country", country)
    rows = _read(
        reader,
        "SELECT p.id, p.title, p.organisation_id, COALESCE(NULLIF(o.acronym, ''), o.name, ''),"
        " COALESCE(p.country, '') FROM post p LEFT JOIN organisation o ON o.id = p.organisation_id WHERE p.id",
        ids,
    )
    shared = _shared_with(title)
    return _ranked(
        (
            (same := organisation is not None and where == organisation) + 2 * shared(called),
            Alike(
                Key("post", str(number)),
                called,
                _beside((service, home)),
                "same organisation" if same else "",
            ),
        )
        for number, called, where, service, home in rows
    )


def _organisations(reader: Reader, key: Key, _: date) -> Iterable[Alike]:
    """Those called the same in full or in short, and others of the same country or of none."""
    me = reader.one("SELECT name, acronym, country FROM organisation WHERE id = :id", id=int(key.id))
    if me is None:
        return []
    name, acronym, home = me
    mine = {fold(name), fold(acronym)} - {""}
    ids = _of(reader, "organisation", "country", home) | _of(reader, "organisation", "country IS NULL")
    for one in mine:
        ids |= _numbered(
            reader.all(
                "SELECT record_id FROM name_key WHERE kind = 'organisation' AND key = :key"
                " ORDER BY record_id DESC LIMIT :limit_",
                key=one,
                limit_=MOST,
            )
        )
    rows = _read(
        reader,
        "SELECT id, name, acronym, COALESCE(country, '') FROM organisation WHERE merged_into IS NULL AND id",
        ids,
    )
    shared = _shared_with(name)
    return _ranked(
        (
            shared(called) + 2 * (same := fold(short) in mine),
            Alike(
                Key("organisation", str(number)),
                called,
                _beside((short, country)),
                "same acronym" if same else "",
            ),
        )
        for number, called, short, country in rows
        if not home or country in ("", home)
    )


def _sources(reader: Reader, key: Key, _: date) -> Iterable[Alike]:
    """Of the same address or title, and the latest, by what they share."""
    me = reader.one("SELECT url, title, publisher, date_edtf FROM source WHERE id = :id", id=int(key.id))
    if me is None:
        return []
    url, title, publisher, day = me
    ids = _of(reader, "source", "url", url) | _of(reader, "source", "title", title) | _of(reader, "source")
    rows = _read(
        reader,
        "SELECT id, COALESCE(NULLIF(title, ''), key), url, publisher, date_edtf FROM source WHERE id",
        ids,
    )
    shared = _shared_with(title)
    return _ranked(
        (
            4 * (same_url := bool(url) and where == url)
            + 3 * (same_title := bool(title) and called == title)
            + (bool(publisher) and (by, edtf) == (publisher, day))
            + shared(called),
            Alike(
                Key("source", str(number)),
                called,
                _beside((by, show_short(PartialDate(edtf)) if edtf else "")),
                "same address" if same_url else "same title" if same_title else "",
            ),
        )
        for number, called, where, by, edtf in rows
    )


def _of(
    reader: Reader, table: str, column: str = "", value: object = None, *, most: int = LOOKED_AT
) -> dict[str, int]:
    """The latest records with a value in a column that has an index; without a column the latest of all."""
    if column and not value and not column.endswith("IS NULL"):
        return {}
    where = f"{column} = :value AND " if value else f"{column} AND " if column else ""
    return _numbered(
        reader.all(
            f"SELECT id FROM {table} WHERE {where}merged_into IS NULL ORDER BY id DESC LIMIT :limit_",
            limit_=most,
            **({"value": value} if value else {}),
        )
    )


def _numbered(rows: Sequence[tuple[Any, ...]]) -> dict[str, int]:
    """Ids as parameters, the same one once."""
    return {f"id{number}": number for (number,) in rows}


def _read(reader: Reader, sql: str, ids: dict[str, int]) -> Sequence[tuple[Any, ...]]:
    """The rows of some records, the latest first; the query ends in what says which."""
    if not ids:
        return ()
    rows = reader.all(f"{sql} IN ({', '.join(f':{mark}' for mark in ids)})", **ids)
    return sorted(rows, key=lambda row: -row[0])


def _ranked(shown: Iterable[tuple[float, Alike]]) -> list[Alike]:
    return [one for _, one in sorted(shown, key=lambda each: -each[0])]


def _shared_with(name: str) -> Callable[[str], float]:
    """Tells which part of its words another name shares with this one."""
    mine = set(fold(name).split())

    def shared(other: str) -> float:
        theirs = set(fold(other).split())
        return len(mine & theirs) / max(1, len(mine | theirs))

    return shared


def _beside(parts: Iterable[str]) -> str:
    return " ".join(part for part in parts if part)


_PROPOSED: dict[str, Callable[[Reader, Key, date], Iterable[Alike]]] = {
    "visit": _visits,
    "official": _officials,
    "post": _posts,
    "organisation": _organisations,
    "source": _sources,
}
