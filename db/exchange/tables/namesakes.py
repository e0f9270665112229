"""The people that rows name, held against those whom the store knows: who is meant, and who may be meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from db.entry.likely import mistakable
from db.exchange.tables.records import Entry, names_in
from db.exchange.tables.rows import Rejected, Row
from db.names import fold
from db.reader import marked

if TYPE_CHECKING:
    from db.reader import Reader

_AT_ONCE = 400
_ASKED_AFTER = 300  # new names that are held against those of the store
RowT = TypeVar("RowT", Row, Entry)
Bearers = Mapping[str, Mapping[int, str]]
"""The officials who bear each folded name, with their countries."""


def people_of(row: Row | Entry) -> list[tuple[str, str]]:
    """The people that a row names, each with the country."""
    if isinstance(row, Entry):
        return names_in(row.draft)
    members = (member for delegation in row.draft.delegations for member in delegation.members)
    return [(member.official, row.draft.sending) for member in members if member.official]


def without_namesakes(
    reader: Reader, rows: list[RowT], cells: Mapping[int, list[str]]
) -> tuple[list[RowT], list[Rejected]]:
    """A name that two officials of a country bear is a question, and so the row is not taken."""
    bearers = bearers_of(reader, {name for row in rows for name, _ in people_of(row)})
    rejected = {}
    for row in rows:
        doubtful = next((name for name, country in people_of(row) if _many(bearers, name, country)), "")
        if doubtful:
            reason = (
                f"several officials are called “{doubtful[:60]}”; merge them or write the name of one in full"
            )
            rejected[row.number] = Rejected(row.number, cells[row.number], reason)
    return [row for row in rows if row.number not in rejected], list(rejected.values())


def _many(bearers: Bearers, name: str, country: str) -> bool:
    homes = bearers.get(fold(name), {}).values()
    return sum(1 for home in homes if not country or home in ("", country)) > 1


def bearers_of(reader: Reader, names: Iterable[str]) -> Bearers:
    """The officials who bear some names."""
    wanted = sorted({fold(name) for name in names} - {""})
    found: dict[str, dict[int, str]] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        marks, values = marked("n", wanted[start : start + _AT_ONCE])
        for folded, number, country in reader.all(
            "SELECT n.folded, o.id, COALESCE(o.country, '') FROM official_name n"
            " JOIN official o ON o.id = n.official_id"
            f" WHERE n.folded IN ({marks}) AND n.kind <> 'weak' AND o.merged_into IS NULL",
            **values,
        ):
            found.setdefault(folded, {})[number] = country
    return found


def new_names(reader: Reader, rows: Sequence[Row] | Sequence[Entry]) -> list[str]:
    """New officials who may be known ones: they enter, and are told."""
    if not reader.value("SELECT 1 FROM official LIMIT 1"):
        return []
    times = Counter(one for row in rows for one in people_of(row))
    bearers = bearers_of(reader, {name for name, _ in times})
    new = [(name, country) for (name, country) in times if fold(name) not in bearers]
    found = []
    for name, country in new[:_ASKED_AFTER]:
        known = mistakable(reader, name, [country] if country else [])
        if known is not None:
            found.append(f"“{name}” enters as a new official, and may be {known.like}.")
    if len(new) > _ASKED_AFTER:
        found.append(
            f"{len(new) - _ASKED_AFTER:,} more new officials were not held against those who are known."
        )
    return found
