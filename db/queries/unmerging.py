"""What comes back when a record is taken out again of the one that it went into."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db.queries.called import called
from db.queries.history import HOUSEKEEPING, UNTOLD
from db.queries.merged import merge_step
from db.queries.stored import values_of
from db.rows import Key

if TYPE_CHECKING:
    from db.reader import Reader

_NOUNS = {
    "delegation": "delegation",
    "meeting": "meeting",
    "participant": "appearance",
    "action": "outcome",
    "followup": "follow-up",
    "visit_link": "link",
    "visit_topic": "topic",
    "official_name": "spelling",
    "tenure": "tenure",
    "organisation_name": "name",
    "post_title": "title",
    "post": "post",
    "organisation": "organisation",
    "source": "reprint",
    "citation": "fact",
}


class ComingBack(NamedTuple):
    """A merge as it would be taken apart.

    Attributes:
        key: the record that would stand on its own again.
        name: its ref, or its name.
        into: what the one is called that it went into.
        rows: what goes back to it, as (number, noun).
        fields: of the one that it went into, which say again what they said before.
    """

    key: Key
    name: str
    into: str
    rows: tuple[tuple[int, str], ...]
    fields: tuple[str, ...]


def coming_back(reader: Reader, key: Key) -> ComingBack:
    """What the merge of a record did, which taking it out undoes."""
    number = reader.value(f"SELECT merged_into FROM {key.kind} WHERE id = :id", id=int(key.id))
    into = Key(key.kind, str(number or 0))
    found = merge_step(reader, key, int(into.id))
    step = found.step if found else 0
    counted = reader.all(
        "SELECT table_name, COUNT(*) FROM change WHERE step_id = :step"
        " AND NOT (table_name = :kind AND row_id IN (:gone, :kept)) GROUP BY table_name",
        step=step,
        kind=key.kind,
        gone=key.id,
        kept=into.id,
    )
    numbers = dict(counted)
    return ComingBack(
        key=key,
        name=called(reader, key),
        into=called(reader, into),
        rows=tuple((int(numbers[table]), noun) for table, noun in _NOUNS.items() if table in numbers),
        fields=_fields(reader, step, into),
    )


def _fields(reader: Reader, step: int, into: Key) -> tuple[str, ...]:
    changes = reader.all(
        "SELECT before, after FROM change WHERE step_id = :step AND table_name = :kind AND row_id = :id",
        step=step,
        kind=into.kind,
        id=into.id,
    )
    found: dict[str, None] = {}
    for before, after in changes:
        was, now = values_of(before) or {}, values_of(after) or {}
        found |= {
            column.removesuffix("_text").removesuffix("_edtf").replace("_", " "): None
            for column in now
            if column not in UNTOLD and not column.endswith(HOUSEKEEPING) and was.get(column) != now[column]
        }
    return tuple(found)
