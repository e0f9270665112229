"""Which of two records says more: the one that is proposed to stay when they become one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.queries.merging import moves

if TYPE_CHECKING:
    from db.reader import Reader
    from db.rows import Key

# What weighs before all else: an official who is seen and has an office is the one that people know.
_FIRST = {"official": ("appearance", "tenure", "source")}


def fuller_first(reader: Reader, one: Key, other: Key) -> tuple[Key, Key]:
    """Two records of one kind, the fuller one first; of two that say as much the older one."""
    keep, lose = sorted((one, other), key=lambda key: (_fullness(reader, key), -int(key.id)), reverse=True)
    return keep, lose


def _fullness(reader: Reader, key: Key) -> tuple[int, ...]:
    counts = {noun: count for count, noun in moves(reader, key)}
    return (*(counts.get(noun, 0) for noun in _FIRST.get(key.kind, ())), sum(counts.values()))
