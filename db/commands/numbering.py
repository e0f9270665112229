"""Ids of new rows, known before the rows are written, so that thousands may be written at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import text
from sqlmodel import func, select

from db.models.base import defaults_of
from db.waiting import Waiting, made

if TYPE_CHECKING:
    from sqlmodel import Session

    from db.models.base import Numbered

RowT = TypeVar("RowT", bound="Numbered")
_GIVEN = text("SELECT seq FROM sqlite_sequence WHERE name = :table")


class Numbering:
    """Gives new rows the ids that the store would give them; while it does so, nobody else may add any."""

    def __init__(self, session: Session) -> None:
        """Begin within a step, which holds the store's only right to write."""
        self._session = session
        self._waiting = Waiting.of(session)
        self._last: dict[type[Numbered], int] = {}
        # Rows are then written table by table in any order; what they name has to be there when the step ends.
        session.connection().exec_driver_sql("PRAGMA defer_foreign_keys = ON")

    def add(self, rows: Sequence[Numbered]) -> None:
        """Let new rows of one table have their ids, and wait until somebody asks for what is in the store."""
        if rows:
            for number, row in zip(self.several(type(rows[0]), len(rows)), rows, strict=True):
                row.__dict__["id"] = number  # past the session, which knows nothing of the row
            self._waiting.add(rows)

    def make(self, model: type[RowT], values: dict[str, Any]) -> RowT:
        """The same for one row that is made here, in a third of the time."""
        number = self._next(model)
        row = made(model, {**values, "id": number})
        self._waiting.add((row,))
        return row

    def add_values(self, model: type[Numbered], values: dict[str, Any]) -> int:
        """The same for a row that nobody will look at as an object, which takes as long to make as to write.

        Returns:
            its id.
        """
        number = self._next(model)
        self._waiting.add_values(model, {**defaults_of(model), **values, "id": number})
        return number

    def _next(self, model: type[Numbered]) -> int:
        if model not in self._last:
            self._last[model] = self._highest(model)
        self._last[model] = number = self._last[model] + 1
        return number

    def several(self, model: type[Numbered], how_many: int) -> range:
        """The next ids of a table."""
        if model not in self._last:
            self._last[model] = self._highest(model)
        first = self._last[model] + 1
        self._last[model] += how_many
        return range(first, first + how_many)

    def _highest(self, model: type[Numbered]) -> int:
        """The highest id that was ever given, also one of a row that is gone: undo may bring that back."""
        given = self._session.connection().execute(_GIVEN, {"table": str(model.__tablename__)}).scalar()
        present = self._session.exec(select(func.max(model.id))).one()
        return max(given or 0, present or 0)
