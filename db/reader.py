"""Reading in plain SQL through the DB-API: the first screen shows rows before SQLModel has been imported."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

Execute = Callable[[str, Mapping[str, Any]], Sequence[tuple[Any, ...]]]


class Reader:
    """One consistent view of a store; parameters are written `:name` whatever the database."""

    def __init__(self, execute: Execute) -> None:
        self._execute = execute
        self.statements = 0  # a list may cost one a page; a test counts them

    def all(self, sql: str, **values: Any) -> Sequence[tuple[Any, ...]]:
        """Every row of a query that is bounded by its own terms."""
        self.statements += 1
        return self._execute(sql, values)

    def one(self, sql: str, **values: Any) -> tuple[Any, ...] | None:
        """The first row, None where there is none."""
        rows = self.all(sql, **values)
        return rows[0] if rows else None

    def value(self, sql: str, **values: Any) -> Any:
        """The first column of the first row, None where there is none."""
        row = self.one(sql, **values)
        return row[0] if row else None


def marked(name: str, these: Iterable[object]) -> tuple[str, dict[str, Any]]:
    """The marks for an IN, and what stands for them: ":id0, :id1" and {"id0": 7, "id1": 9}."""
    values = {f"{name}{number}": one for number, one in enumerate(these)}
    return ", ".join(f":{mark}" for mark in values), values
