"""Refs such as V-2025-001: the letter says which kind of record bears one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.rows import Key

if TYPE_CHECKING:
    from db.reader import Reader
    from db.rows import Kind

KIND_OF: dict[str, Kind] = {"V": "visit", "M": "meeting", "A": "action", "F": "followup"}
LETTERS: dict[str, str] = {kind: letter for letter, kind in KIND_OF.items()}


def kind_of(name: str) -> Kind | None:
    """The kind of record that a name is the ref of, None where it does not begin like one."""
    return KIND_OF.get(name[:1]) if name[1:2] == "-" else None


def bearer(reader: Reader, ref: str) -> Key | None:
    """The record that bears a ref, also one that went into another; None where nobody does."""
    kind = kind_of(ref)
    number = reader.value(f"SELECT id FROM {kind} WHERE ref = :ref", ref=ref) if kind else None
    return Key(kind, str(number)) if kind and number is not None else None
