"""Who is meant by a name: officials by any spelling or its beginning, organisations, posts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from db.names import fold
from db.names.apart import told_apart
from db.queries.pieces import HELD_NOW, short_name
from db.reader import marked

if TYPE_CHECKING:
    from db.reader import Reader

MOST = 12  # matches looked at; more are a question anyway
AFTER = "~"  # sorts after every letter, digit and space of a folded name


def new_official(name: str) -> str:
    """What is said of somebody whom Enter makes an official; the lines below know such newcomers by it."""
    return f"new official “{name}”"


class Official(NamedTuple):
    """An official of the store.

    Attributes:
        number: the record's id.
        name: as the record calls them.
        country: code, "" when not known.
        post: in short.
        matched: the folded name that was found.
    """

    number: int
    name: str
    country: str
    post: str
    matched: str

    @property
    def told_apart(self) -> str:
        """The name with what tells it from others of the same name."""
        return told_apart(self.name, self.country, self.post)


class Organisation(NamedTuple):
    """A service of the store; `label` is what finds it again: the acronym, else the name."""

    number: int
    label: str
    name: str
    country: str


_OFFICIAL = (
    "SELECT o.id, o.name, COALESCE(o.country, ''), COALESCE(s.post, ''), k.folded FROM ({}) k"
    " JOIN official o ON o.id = k.id LEFT JOIN official_summary s ON s.official_id = o.id"
    " WHERE o.merged_into IS NULL ORDER BY k.folded, o.id LIMIT :limit_"
)


def named(reader: Reader, names: Iterable[str]) -> dict[str, list[Official]]:
    """Officials by whole names, folded."""
    chosen, wanted = marked("v", sorted(set(names) - {""}))
    if not chosen:
        return {}
    rows = reader.all(
        _OFFICIAL.format(
            f"SELECT DISTINCT official_id AS id, folded FROM official_name WHERE folded IN ({chosen})"
        ),
        **wanted,
        limit_=MOST * len(wanted),
    )
    found: dict[str, list[Official]] = {}
    for row in rows:
        found.setdefault(row[4], []).append(Official(*row))
    return found


def beginning(
    reader: Reader, words: str, *, countries: Sequence[str] = (), limit: int = MOST
) -> list[Official]:
    """Officials of whom a spelling, or the name as sorted, begins so; one line each, in order of the name."""
    low = fold(words)
    if not low:
        return []
    if countries:
        return _of_a_country(reader, low, countries, "AND k.whole", limit)
    part = (
        "SELECT * FROM (SELECT k.official_id AS id, k.{0} AS folded FROM {1} k"
        " WHERE k.{0} >= :low AND k.{0} < :high ORDER BY k.{0} LIMIT :inner_)"
    )
    both = part.format("folded", "official_name") + " UNION " + part.format("sort_key", "official_summary")
    rows = reader.all(_OFFICIAL.format(both), low=low, high=low + AFTER, inner_=3 * limit, limit_=6 * limit)
    return _once(rows, limit)


def containing(reader: Reader, words: str, countries: Sequence[str], *, limit: int = MOST) -> list[Official]:
    """Officials of a few countries one word of whose names begins so: the Marlaska of Grande-Marlaska."""
    low = fold(words)
    return _of_a_country(reader, low, countries, "", limit) if low and countries else []


def _of_a_country(
    reader: Reader, low: str, countries: Sequence[str], which: str, limit: int
) -> list[Official]:
    """By the parts of their names; each country is one stretch of the index."""
    _, values = _of(countries)
    parts = " UNION ALL ".join(
        "SELECT * FROM (SELECT k.official_id AS id, k.folded AS folded FROM name_part k"
        f" WHERE k.country = :{country} AND k.folded >= :low AND k.folded < :high {which}"
        " ORDER BY k.folded LIMIT :inner_)"
        for country in values
    )
    rows = reader.all(
        _OFFICIAL.format(parts), **values, low=low, high=low + AFTER, inner_=3 * limit, limit_=6 * limit
    )
    return _once(rows, limit)


def of_countries(reader: Reader, countries: Sequence[str], limit: int = MOST) -> list[Official]:
    """The first officials of some countries, by name."""
    only, values = _of(countries)
    if not only:
        return []
    inner = (
        "SELECT * FROM (SELECT official_id AS id, sort_key AS folded FROM official_summary"
        f" WHERE country IN ({only}) ORDER BY country, sort_key LIMIT :limit_)"
    )
    return _once(reader.all(_OFFICIAL.format(inner), **values, limit_=limit), limit)


def _of(countries: Sequence[str]) -> tuple[str, dict[str, str]]:
    return marked("c", sorted(set(countries)))


def _once(rows: Sequence[tuple[object, ...]], limit: int) -> list[Official]:
    """One line for each official, with the shortest of the names that matched."""
    found: dict[int, Official] = {}
    for row in rows:
        official = Official(*row)  # type: ignore[arg-type]
        known = found.get(official.number)
        if known is None or len(official.matched) < len(known.matched):
            found[official.number] = official
    return list(found.values())[:limit]


def best(words: str, found: Sequence[Official], preferred: Sequence[str]) -> list[Official]:
    """Those that are meant most likely: a whole word before its beginning, then whom the line speaks of anyway."""
    low = fold(words)
    whole = [one for one in found if f"{one.matched} ".startswith(f"{low} ")]
    kept = whole or list(found)
    for country in preferred:
        if len(kept) > 1 and (here := [one for one in kept if one.country == country]):
            kept = here
    return kept


def office(reader: Reader, official: int, today: str) -> str:
    """The posts held on a day: "Director General, DGSN/DGST"; "" when none is known."""
    rows = reader.all(
        f"SELECT p.title, {short_name('o')} FROM tenure t JOIN post p ON p.id = t.post_id"
        " LEFT JOIN organisation o ON o.id = p.organisation_id WHERE t.official_id = :official"
        f" AND {HELD_NOW} ORDER BY t.id LIMIT 4",
        official=official,
        today=today,
    )
    titles: dict[str, list[str]] = {}
    for title, organisation in rows:
        titles.setdefault(title, []).extend([organisation] if organisation else [])
    return "; ".join(
        ", ".join(part for part in (title, "/".join(where)) if part) for title, where in titles.items()
    )


def organisation(reader: Reader, name: str) -> Organisation | None:
    """The organisation with this acronym or name, accents and capitals aside; the same spelling comes first."""
    return next(iter(organisations_called(reader, name)), None)


def organisations_called(reader: Reader, name: str) -> list[Organisation]:
    """All of them; only where none is called so now, those that were called so, or are in another language."""
    low = fold(name)
    if not low:
        return []
    rows = reader.all(
        "SELECT o.id, COALESCE(NULLIF(o.acronym, ''), o.name), o.name, COALESCE(o.country, '') FROM name_key k"
        " JOIN organisation o ON o.id = k.record_id WHERE k.kind = 'organisation' AND k.key = :folded"
        " ORDER BY o.acronym = :typed OR o.name = :typed DESC, o.id LIMIT :limit_",
        folded=low,
        typed=name.strip(),
        limit_=MOST,
    )
    found = [Organisation(*row) for row in rows]
    return [one for one in found if low in {fold(one.label), fold(one.name)}] or found


def organisations_beginning(reader: Reader, words: str, limit: int) -> list[Organisation]:
    """Organisations whose acronym or name begins so, accents and capitals aside."""
    low = fold(words)
    if not low:
        return []
    rows = reader.all(
        "SELECT id, COALESCE(NULLIF(acronym, ''), name), name, COALESCE(country, '') FROM organisation WHERE id IN"
        " (SELECT record_id FROM (SELECT record_id FROM name_key WHERE kind = 'organisation'"
        " AND key >= :low AND key < :high ORDER BY key LIMIT :inner_)) ORDER BY 2 LIMIT :limit_",
        low=low,
        high=low + AFTER,
        inner_=3 * limit,
        limit_=limit,
    )
    return [Organisation(*row) for row in rows]


def post(reader: Reader, title: str, organisation_id: int) -> str | None:
    """The title of the post of an organisation, None where there is none of that title."""
    found = reader.value(
        "SELECT title FROM post WHERE organisation_id = :organisation"
        " AND (title = :title OR id IN (SELECT post_id FROM post_title WHERE folded = :folded))"
        " ORDER BY merged_into IS NOT NULL LIMIT 1",
        organisation=organisation_id,
        title=title,
        folded=fold(title),
    )
    return str(found) if found else None
