"""Which field of a dossier is which column of a table, said once for both directions: values and dates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from db.commitments import RUNGS
from db.dates import PartialDate
from db.exchange.naming import Called

Columns = dict[str, Any]
Find = Callable[[str, str], int]
"""The number of a record by its kind and its name in the dossier; raises NotFound."""


class Differs(Exception):  # noqa: N818 - it is caught where it is told, and reads as a sentence
    """Both sides say something in a field, and not the same."""

    def __init__(self, field: Field) -> None:
        super().__init__(field.name)
        self.field = field


@dataclass(frozen=True)
class Field:
    """One field of a dossier; what kind of field it is, its class says in the methods below the line.

    Attributes:
        name: as the dossier calls it.
    """

    name: str

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The columns in which it is kept."""
        return self._columns()

    def told(self, row: Mapping[str, Any], called: Called) -> dict[str, Any]:
        """What the dossier says for a row; nothing where the row says nothing."""
        return self._told(row, called)

    def kept(self, draft: Any, find: Find) -> Columns:
        """The columns for what the dossier says.

        Raises:
            NotFound: it names a record that is not there.
        """
        return self._kept(draft, find)

    def filled(self, here: Columns, there: Columns) -> Columns:
        """The columns that a row learns from a dossier that says more.

        Raises:
            Differs: both say something, and not the same.
        """
        return {} if here == there else self._filled(here, there)

    # --- what each kind of field does in its own way ---

    def _columns(self) -> tuple[str, ...]:
        return (self.name,)

    def _told(self, row: Mapping[str, Any], called: Called) -> dict[str, Any]:
        raise NotImplementedError

    def _kept(self, draft: Any, find: Find) -> Columns:
        raise NotImplementedError

    def _filled(self, here: Columns, there: Columns) -> Columns:
        """Where either side says nothing, what the other one says."""
        if not any(there.values()):
            return {}
        if any(here.values()):
            raise Differs(self)
        return there


@dataclass(frozen=True)
class Plain(Field):
    """A text, a number or a flag; it says nothing where it holds what a new row holds.

    Attributes:
        column: in which it is kept, where that is not its name.
        unsaid: what a new row holds.
        always: what a new row holds says something all the same, and is told.
    """

    column: str = ""
    unsaid: Any = ""
    always: bool = False

    def _columns(self) -> tuple[str, ...]:
        return (self.column or self.name,)

    def _told(self, row: Mapping[str, Any], called: Called) -> dict[str, Any]:
        del called
        value = row[self.columns[0]]
        if isinstance(self.unsaid, bool):
            value = bool(value)  # SQLite keeps 0 and 1
        return {self.name: value} if self.always or value not in (self.unsaid, None) else {}

    def _kept(self, draft: Any, find: Find) -> Columns:
        del find
        value = getattr(draft, self.name)
        silent = value is None or (value == "" and self.unsaid is None)
        return {self.columns[0]: self.unsaid if silent else value}

    def _filled(self, here: Columns, there: Columns) -> Columns:
        (column,) = self.columns
        if self._says_nothing(there[column]):
            return {}
        if self._says_nothing(here[column]):
            return there
        raise Differs(self)

    def _says_nothing(self, value: Any) -> bool:
        return value is None or value == "" or (value == self.unsaid and not self.always)


@dataclass(frozen=True)
class Lines(Plain):
    """A text that the dossier tells line by line."""

    def _told(self, row: Mapping[str, Any], called: Called) -> dict[str, Any]:
        return {name: text.split("\n") for name, text in super()._told(row, called).items()}

    def _kept(self, draft: Any, find: Find) -> Columns:
        del find
        return {self.columns[0]: "\n".join(getattr(draft, self.name))}


@dataclass(frozen=True)
class When(Field):
    """A partial date, whose five columns only make sense together."""

    prefix: str = ""

    def _columns(self) -> tuple[str, ...]:
        prefix = self.prefix or self.name
        return tuple(f"{prefix}_{part}" for part in ("edtf", "text", "basis", "first", "last"))

    def _told(self, row: Mapping[str, Any], called: Called) -> dict[str, Any]:
        del called
        edtf, words, basis = (row[column] for column in self.columns[:3])
        said = {self.name: edtf, f"{self.name}_text": words}
        if basis != "stated":
            said[f"{self.name}_basis"] = basis
        return {name: value for name, value in said.items() if value}

    def _kept(self, draft: Any, find: Find) -> Columns:
        del find
        text, basis = (getattr(draft, f"{self.name}_{part}") for part in ("text", "basis"))
        return self.of(PartialDate(getattr(draft, self.name), text, basis))

    def of(self, when: PartialDate) -> Columns:
        """The columns of a date."""
        first, last = when.first, when.last
        days = (first.isoformat() if first else None, last.isoformat() if last else None)
        return dict(zip(self.columns, (when.edtf, when.text, when.basis, *days), strict=True))

    def _filled(self, here: Columns, there: Columns) -> Columns:
        edtf, words = self.columns[:2]
        if not here[edtf] and there[edtf]:
            return there | {words: here[words] or there[words]}
        if there[edtf] and here[edtf] != there[edtf]:
            raise Differs(self)
        return {} if here[words] else {words: there[words]}


_HELD = When("date")


@dataclass(frozen=True)
class Held(Field):
    """When somebody held a post: from and to where they say it all, else the date as it is."""

    name: str = "date"

    def _columns(self) -> tuple[str, ...]:
        return _HELD.columns

    def _told(self, row: Mapping[str, Any], called: Called) -> dict[str, Any]:
        said = _HELD.told(row, called)
        start, slash, end = said.get("date", "").partition("/")
        if not slash or start == ".." or not end:
            return said
        del said["date"]
        span = {"start": start, "end": "" if end == ".." else end}
        return {name: value for name, value in (span | said).items() if value}

    def _kept(self, draft: Any, find: Find) -> Columns:
        del find
        return _HELD.of(draft.when)

    def _filled(self, here: Columns, there: Columns) -> Columns:
        return _HELD.filled(here, there)


@dataclass(frozen=True)
class OnLadder(Field):
    """A rung, kept as a number and told as a word."""

    def _told(self, row: Mapping[str, Any], called: Called) -> dict[str, Any]:
        del called
        return {self.name: RUNGS[row[self.name]]}

    def _kept(self, draft: Any, find: Find) -> Columns:
        del find
        return {self.name: RUNGS.index(getattr(draft, self.name) or "noted")}

    def _filled(self, here: Columns, there: Columns) -> Columns:
        del here, there
        raise Differs(self)


@dataclass(frozen=True)
class Span(Field):
    """From where to where a quote stands in its text."""

    name: str = "span"

    def _columns(self) -> tuple[str, ...]:
        return ("span_start", "span_end")

    def _told(self, row: Mapping[str, Any], called: Called) -> dict[str, Any]:
        del called
        span = [row[column] for column in self.columns]
        return {} if None in span else {self.name: span}

    def _kept(self, draft: Any, find: Find) -> Columns:
        del find
        return dict(zip(self.columns, getattr(draft, self.name) or (None, None), strict=True))

    def _filled(self, here: Columns, there: Columns) -> Columns:
        return there if None in here.values() else {}


@dataclass(frozen=True)
class Together(Field):
    """Fields of which the first ones decide: where those differ, the others say nothing of their own.

    Attributes:
        deciding: such as a status.
        others: such as the day and the reason of a closing.
    """

    deciding: tuple[Field, ...] = ()
    others: tuple[Field, ...] = ()

    def _columns(self) -> tuple[str, ...]:
        return tuple(column for field in (*self.deciding, *self.others) for column in field.columns)

    def _told(self, row: Mapping[str, Any], called: Called) -> dict[str, Any]:
        decided = _all_told(self.deciding, row, called)
        return decided | _all_told(self.others, row, called) if decided else {}

    def _kept(self, draft: Any, find: Find) -> Columns:
        parts = (field.kept(draft, find) for field in (*self.deciding, *self.others))
        return {name: value for part in parts for name, value in part.items()}

    def _filled(self, here: Columns, there: Columns) -> Columns:
        found: Columns = {}
        for field in self.deciding:
            mine, theirs = _part(here, field), _part(there, field)
            learnt = field.filled(mine, theirs)
            if (
                mine != theirs and not learnt
            ):  # they say nothing there, so the rest of theirs has no meaning here
                return {}
            found |= learnt
        decided = bool(found)
        for field in self.others:
            mine, theirs = _part(here, field), _part(there, field)
            found |= theirs if decided else field.filled(mine, theirs)
        return found


def _all_told(fields: tuple[Field, ...], row: Mapping[str, Any], called: Called) -> dict[str, Any]:
    return {name: value for field in fields for name, value in field.told(row, called).items()}


def _part(columns: Columns, field: Field) -> Columns:
    return {name: columns[name] for name in field.columns}
