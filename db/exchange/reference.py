"""Words of the store that did not come with the program: what an officer added, or put otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from db.exchange.fields import Field, Plain
from db.exchange.naming import Called
from db.exchange.rows import Row, rows
from db.queries.stored import values_of

if TYPE_CHECKING:
    from db.reader import Reader

CODE = Plain("code", always=True)
_RETIRED = Plain("retired", unsaid=False)
_ALIAS: tuple[Field, ...] = (Plain("alias", always=True), Plain("lang"))
WORDS: dict[str, tuple[str, tuple[Field, ...]]] = {
    "country": (
        "countries",
        (
            CODE,
            Plain("name", always=True),
            Plain("kind", unsaid="country"),
            Plain("valid_from"),
            Plain("valid_to"),
            Plain("successor"),
            Plain("language"),
        ),
    ),
    "topic": ("topics", (CODE, Plain("label", always=True), Plain("parent", unsaid=None), _RETIRED)),
    "instrument": ("instruments", (CODE, Plain("label", always=True), _RETIRED)),
}
"""By table: the list of a dossier, and its fields."""
OTHER_WORDS: dict[str, tuple[str, str, tuple[Field, ...]]] = {
    "country": (
        "names",
        "country_name",
        (
            Plain("name", always=True),
            Plain("lang"),
            Plain("kind", unsaid="alias", always=True),
            Plain("valid_from"),
            Plain("valid_to"),
        ),
    ),
    "topic": ("aliases", "topic_alias", _ALIAS),
    "instrument": ("aliases", "instrument_alias", _ALIAS),
}
"""By table: the list of its other words, their table and its fields; the way back is a column of its name."""


def reference(reader: Reader) -> dict[str, list[dict[str, Any]]]:
    """The lists of a dossier that hold such words; those that a store starts with are no part of it."""
    found: dict[str, list[dict[str, Any]]] = {}
    nobody = Called()
    for table, (name, fields) in WORDS.items():
        of_own = {row["code"]: _told(row, fields, nobody) for row in _changed(reader, table, fields, "code")}
        inner, other, others = OTHER_WORDS[table]
        for row in _changed(reader, other, others, "id", table):
            plain = of_own.setdefault(row[table], {"code": row[table]})
            plain.setdefault(inner, []).append(_told(row, others, nobody))
        if of_own:
            found[name] = [of_own[code] for code in _parents_first(of_own)]
    return found


def _told(row: Row, fields: tuple[Field, ...], called: Called) -> dict[str, Any]:
    return {name: value for field in fields for name, value in field.told(row, called).items()}


def _changed(
    reader: Reader, table: str, fields: tuple[Field, ...], key: str, *more: str
) -> list[Mapping[str, Any]]:
    """The rows that are not as they came with the program."""
    first: dict[str, dict[str, Any] | None] = {}
    for row_id, before in reader.all(
        "SELECT row_id, before FROM change WHERE table_name = :name ORDER BY id", name=table
    ):
        values = values_of(before)
        if row_id not in first or values is None:
            first.setdefault(row_id, values)
        elif (known := first[row_id]) is not None:
            first[row_id] = values | known
    if not first:
        return []
    columns = [*more, *(column for field in fields for column in field.columns)]
    if key == "id":
        found = rows(reader, table, columns, "id", [int(number) for number in first])
    else:
        listed = reader.all(f"SELECT {', '.join(columns)} FROM {table} ORDER BY {key}")
        found = [dict(zip(columns, row, strict=True)) for row in listed]
    changed = []
    for row in found:
        came = first.get(str(row[key]), row)
        if came is None or any(row[name] != value for name, value in came.items() if name in row):
            changed.append(row)
    return changed


def _parents_first(plain: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """The codes in their order, a topic after the one above it."""
    done: dict[str, None] = {}
    for code in sorted(plain):
        way = [code]
        while (above := plain[way[-1]].get("parent")) in plain and above not in way:
            way.append(str(above))
        done |= dict.fromkeys(reversed(way))
    return list(done)
