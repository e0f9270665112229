"""Which of some records a filter keeps, for views whose lines are of several kinds and in memory."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from db.filtering.shapes import Filter, Subject
from db.filtering.subjects import TOLD
from db.reader import marked
from db.rows import Key, Kind

if TYPE_CHECKING:
    from db.reader import Reader

SUBJECTS: tuple[Subject, ...] = ("event", "official", "followup", "action", "post")
"""What the lines of such views can be."""
_AT_ONCE = 500
_FOUND: dict[Kind, tuple[Subject, str]] = {
    "visit": ("event", "event e"),
    "meeting": ("event", "event e"),
    "official": ("official", "official_summary o"),
    "action": ("action", "action a"),
    "post": ("post", "post p"),
    "followup": ("followup", "followup f LEFT JOIN action a ON a.id = f.action_id"),
}


def kept_keys(reader: Reader, keys: Iterable[Key], kept: Filter) -> set[Key]:
    """Those of some records that a filter keeps; of what it cannot tell of, none."""
    found: set[Key] = set()
    by_kind: dict[Kind, list[Key]] = {}
    for key in dict.fromkeys(keys):
        by_kind.setdefault(key.kind, []).append(key)
    for kind, those in by_kind.items():
        for some in _some(those):
            found |= _kept(reader, kind, some, kept)
    return found


def _some(keys: list[Key]) -> Iterable[Collection[Key]]:
    return (keys[at : at + _AT_ONCE] for at in range(0, len(keys), _AT_ONCE))


def _kept(reader: Reader, kind: Kind, keys: Collection[Key], kept: Filter) -> set[Key]:
    if kind not in _FOUND:
        return set()
    subject, source = _FOUND[kind]
    condition = kept.of(subject)
    if condition is None:
        return set(keys)
    record = TOLD[subject].record
    numbers = {_number(key): key for key in keys}
    marks, values = marked("key", numbers)
    rows = reader.all(
        f"SELECT {record} FROM {source} WHERE {record} IN ({marks}) AND {condition.steady}",
        **values,
        **condition.values,
    )
    return {numbers[number] for (number,) in rows}


def _number(key: Key) -> int:
    """The id under which a record is found: a visit's and a meeting's is that of its event."""
    return {"visit": 2 * int(key.id), "meeting": 2 * int(key.id) + 1}.get(key.kind, int(key.id))
