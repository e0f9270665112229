"""Bounded look-ups behind the completions: countries, places, refs and sources that begin so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.dates import PartialDate, show_short
from db.entry.people import AFTER
from db.names import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.reader import Reader

RECENT = 300  # events and sources that are looked at; who goes somewhere new types the name


def countries_beginning(reader: Reader, words: str, limit: int) -> list[tuple[str, str, str]]:
    """Code, name and the words that matched, of countries for which any name begins so; those of today first."""
    low = fold(words)
    if not low:
        return []
    rows = reader.all(
        "SELECT c.code, c.name, MIN(n.name), MIN(CASE WHEN n.kind = 'short' THEN 0 ELSE 1 END)"
        " FROM country_name n JOIN country c ON c.code = n.country WHERE n.folded >= :low AND n.folded < :high"
        " GROUP BY c.code, c.name, c.valid_to"
        " ORDER BY CASE WHEN c.code = :code THEN 0 ELSE 1 END, CASE WHEN c.valid_to = '' THEN 0 ELSE 1 END, 4, c.name"
        " LIMIT :limit_",
        low=low,
        high=low + AFTER,
        code=words.strip().upper(),
        limit_=limit,
    )
    found = [
        (code, name, code if fold(name).startswith(low) else f"{code} · {match}")
        for code, name, match, _ in rows
    ]
    coded = reader.one("SELECT code, name FROM country WHERE code = :code", code=words.strip().upper())
    if coded and coded[0] not in {row[0] for row in found}:
        found.insert(0, (coded[0], coded[1], coded[0]))
    return found


def beginning(reader: Reader, words: str, sides: Sequence[str], limit: int) -> list[str]:
    """Places of recent events that begin so, those of the pair first."""
    low = fold(words)
    rows: list[tuple[str, ...]] = []
    if len(sides) == 2:  # noqa: PLR2004 - a pair
        rows += reader.all(
            "SELECT e.place FROM event_scope s JOIN event e ON e.id = s.event_id"
            " WHERE s.scope_kind = 'pair' AND s.scope_id = :pair"
            " ORDER BY s.sort_day DESC, s.group_id DESC, s.rank DESC LIMIT :limit_",
            pair="-".join(sorted(sides)),
            limit_=RECENT,
        )
    rows += reader.all(
        "SELECT place FROM event ORDER BY sort_day DESC, group_id DESC, rank DESC LIMIT :limit_",
        limit_=RECENT,
    )
    found = dict.fromkeys(place for (place,) in rows if place and fold(place).startswith(low))
    return list(found)[:limit]


def refs(reader: Reader, typed: str, letters: str, limit: int) -> list[tuple[str, str]]:
    """Refs that begin so and what they name, the latest first; of the kinds that the letters stand for."""
    low = typed.upper()
    found: list[tuple[str, str]] = []
    for letter in letters:
        if not (f"{letter}-".startswith(low) or low.startswith(f"{letter}-")):
            continue
        rows = reader.all(_REFS[letter], low=low, high=low + AFTER, limit_=limit)
        for ref, words, edtf in rows:
            when = show_short(PartialDate(edtf)) if edtf else ""
            found.append((ref, " ".join(part for part in (words, when) if part)))
    return found[:limit]


_BETWEEN = "ref >= :low AND ref < :high ORDER BY ref DESC LIMIT :limit_"
_REFS = {
    "V": f"SELECT ref, sending || '→' || host, date_edtf FROM visit WHERE merged_into IS NULL AND {_BETWEEN}",
    "M": f"SELECT ref, title, date_edtf FROM meeting WHERE {_BETWEEN}",
    "A": f"SELECT ref, text, due_edtf FROM action WHERE {_BETWEEN}",
}


def sources(reader: Reader, words: str, limit: int) -> list[tuple[str, str, str]]:
    """Key, title and publisher of the latest sources that begin so, or hold a word that does."""
    low = f" {fold(words)}"
    rows = reader.all(
        "SELECT key, title, publisher FROM source WHERE merged_into IS NULL ORDER BY id DESC LIMIT :limit_",
        limit_=RECENT,
    )
    found = [
        (key, title or publisher or key, publisher if title else "")
        for key, title, publisher in rows
        if low in f" {fold(f'{title} {publisher} {key}')}"
    ]
    return found[:limit]
