"""What became of a record that was merged into another: its number and its ref lead to the one that stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.rows import Key, Kind

if TYPE_CHECKING:
    from db.reader import Reader

MERGED_KINDS: tuple[Kind, ...] = ("visit", "official", "post", "organisation", "source")
"""Meetings and outcomes are moved, not merged; a pair follows from its events."""


def standing(reader: Reader, key: Key) -> Key:
    """The record that stands for a key: itself, or the one it went into at last."""
    return way_up(reader, key)[-1]


def way_up(reader: Reader, key: Key) -> list[Key]:
    """The record, the one it went into, the one that this went into, and so on."""
    way = [key]
    while key.kind in MERGED_KINDS:
        into = reader.value(f"SELECT merged_into FROM {key.kind} WHERE id = :id", id=int(key.id))
        key = Key(key.kind, str(into))
        if into is None or key in way:
            break
        way.append(key)
    return way


def absorbed(reader: Reader, key: Key) -> list[Key]:
    """The records that went into one, and those that had gone into them, in the order of their numbers."""
    if key.kind not in MERGED_KINDS:
        return []
    found: list[Key] = []
    waiting = [key]
    while waiting:
        below = waiting.pop()
        rows = reader.all(f"SELECT id FROM {key.kind} WHERE merged_into = :id ORDER BY id", id=int(below.id))
        new = [one for (number,) in rows if (one := Key(key.kind, str(number))) not in found and one != key]
        found += new
        waiting += new
    return sorted(found, key=lambda one: int(one.id))
