"""What a record is called in a dossier, where its number says nothing."""

from __future__ import annotations

from typing import Any

from db.refs import LETTERS, kind_of

OFFICES = ("organisation", "post", "official")
"""Kinds whose records are called by what they say of themselves, and by a key where that is not enough."""


def usual_name(kind: str, values: dict[str, Any]) -> str:
    """What a record is called unless another one of the dossier is called so too.

    Args:
        kind: of the record.
        values: its fields, as a dossier says them.
    """
    match kind:
        case "organisation":
            return str(values.get("acronym") or values["name"])
        case "post":
            service = values.get("organisation") or ""
            return f"{values['title']}/{service}" if service else str(values["title"])
        case "official" | "series":
            return str(values["name"])
        case "source":
            return str(values["key"])
        case _:
            return str(values["ref"])


def full_name(kind: str, name: str) -> str:
    """The same with its kind, as a citation names it; a ref says its kind itself."""
    return name if kind in LETTERS or not name else f"{kind}:{name}"


def kind_and_name(full: str) -> tuple[str, str]:
    """The two parts of a full name; no kind where it is neither a ref nor says one."""
    kind, colon, name = full.partition(":")
    if colon and kind not in LETTERS:
        return kind, name
    return kind_of(full) or "", full


class Called:
    """The names of all records of a dossier, by table and number; each is given once."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, int], str] = {}
        self._taken: set[tuple[str, str]] = set()

    def give(self, kind: str, number: int, usual: str) -> str:
        """Name a record; what is taken gets a number behind it: “Omar Alami (2)”."""
        name, count = usual, 1
        while (kind, name) in self._taken:
            count += 1
            name = f"{usual} ({count})"
        self._taken.add((kind, name))
        self._names[kind, number] = name
        return name

    def of(self, kind: str, number: int | None) -> str:
        """What a record is called, "" where it is not in the dossier."""
        return self._names.get((kind, number), "") if number is not None else ""

    def full(self, kind: str, number: int | None) -> str:
        """The same with its kind."""
        return full_name(kind, self.of(kind, number))
