"""Fields of a dossier that name other records, each kept as the number of a row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from db.exchange.fields import Columns, Field, Find
from db.exchange.naming import Called, full_name, kind_and_name


@dataclass(frozen=True)
class Pointer(Field):
    """Another record, by its name in the dossier; one that the dossier does not hold is left out.

    Attributes:
        kind: of the other record.
        column: that keeps its number.
    """

    kind: str = ""
    column: str = ""

    def _columns(self) -> tuple[str, ...]:
        return (self.column,)

    def _told(self, row: Mapping[str, Any], called: Called) -> dict[str, Any]:
        name = called.of(self.kind, row[self.column])
        return {self.name: name} if name else {}

    def _kept(self, draft: Any, find: Find) -> Columns:
        name = getattr(draft, self.name)
        return {self.column: find(self.kind, name) if name else None}


@dataclass(frozen=True)
class Either(Field):
    """At most one record of several kinds, each in a column of its own, by its full name; a country by its code.

    Attributes:
        kinds: with their columns.
    """

    kinds: tuple[tuple[str, str], ...] = ()

    def _columns(self) -> tuple[str, ...]:
        return tuple(column for _, column in self.kinds)

    def _told(self, row: Mapping[str, Any], called: Called) -> dict[str, Any]:
        for kind, column in self.kinds:
            number = row[column]
            if name := number if kind == "country" else called.full(kind, number):
                return {self.name: name}
        return {}

    def _kept(self, draft: Any, find: Find) -> Columns:
        columns: Columns = dict.fromkeys(self.columns)
        if name := getattr(draft, self.name):
            kind, own = kind_and_name(name)
            of = dict(self.kinds)
            if kind not in of:
                kind = "country" if "country" in of else next(iter(of))
            columns[of[kind]] = name if kind == "country" else find(kind, own)
        return columns


@dataclass(frozen=True)
class Named(Field):
    """A record of any kind, by its full name.

    Attributes:
        kind: the column of its kind.
        number: the column of its number; of a pair, its two codes.
    """

    kind: str = ""
    number: str = ""

    def _columns(self) -> tuple[str, ...]:
        return (self.kind, self.number)

    def _told(self, row: Mapping[str, Any], called: Called) -> dict[str, Any]:
        kind, number = row[self.kind], row[self.number]
        if kind == "pair":
            return {self.name: full_name(kind, number)}
        name = called.full(kind, int(number)) if number is not None else ""
        return {self.name: name} if name else {}

    def _kept(self, draft: Any, find: Find) -> Columns:
        if not getattr(draft, self.name):
            return {self.kind: "", self.number: None}
        kind, name = kind_and_name(getattr(draft, self.name))
        return {self.kind: kind, self.number: name if kind == "pair" else find(kind, name)}
