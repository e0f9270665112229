"""What a record says of another one without the database watching over it: citations, briefs, relative dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.checking.finding import Finding, some

if TYPE_CHECKING:
    from db.reader import Reader
    from db.store import Store

NAMED_BY = (
    ("citation", "a citation of", "record_kind", "record_id"),
    ("brief", "a brief on", "record_kind", "record_id"),
    ("followup", "a due date relative to", "anchor_kind", "anchor_id"),
)
KINDS = ("visit", "meeting", "action", "followup", "official", "post", "organisation", "source")


def check(copy: Store) -> list[Finding]:
    """What names a record that is not there."""
    with copy.read() as reader:
        loose = [one for table in NAMED_BY for one in _loose(reader, *table)]
    return [Finding("links", f"There is {some(loose)}, which is not there.")] if loose else []


def _loose(reader: Reader, table: str, words: str, kind_column: str, id_column: str) -> list[str]:
    found = []
    for kind in KINDS:
        rows = reader.all(
            f"SELECT t.{id_column} FROM {table} t WHERE t.{kind_column} = :kind"
            f" AND NOT EXISTS (SELECT 1 FROM {kind} r WHERE r.id = CAST(t.{id_column} AS INTEGER))",
            kind=kind,
        )
        found += [f"{words} {kind} {number}" for (number,) in rows]
    return found
