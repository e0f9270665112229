"""What a record is called: its ref, or its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.queries.pieces import source_name

if TYPE_CHECKING:
    from db.reader import Reader
    from db.rows import Key

CALLED = {  # column by kind; the record is `r`
    "visit": "r.ref",
    "meeting": "r.ref",
    "action": "r.ref",
    "followup": "r.ref",
    "official": "r.name",
    "post": "r.title",
    "organisation": "r.name",
    "source": source_name("r"),
}


def called(reader: Reader, key: Key) -> str:
    """The ref of a record, or its name, also of one that was merged into another; "" where it is gone."""
    return str(
        reader.value(f"SELECT {CALLED[key.kind]} FROM {key.kind} r WHERE r.id = :id", id=int(key.id)) or ""
    )
