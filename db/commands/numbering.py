"""Ids of new rows, known before the rows are written, so that thousands may be written at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text
from sqlmodel import func, select

if TYPE_CHECKING:
    from sqlmodel import Session

    from db.models.base import Numbered

_GIVEN = text("SELECT seq FROM sqlite_sequence WHERE name = :table")


class Numbering:
    """Gives new rows the ids that the store would give them; while it does so, nobody else may add any."""

    def __init__(self, session: Session) -> None:
        """Begin within a step, which holds the store's only right to write."""
        self._session = session
        self._last: dict[str, int] = {}
        # Rows are then written table by table in any order; what they name has to be there when the step ends.
        session.connection().exec_driver_sql("PRAGMA defer_foreign_keys = ON")

    def number(self, row: Numbered) -> None:
        """Give a row its id."""
        row.id = self.several(type(row), 1)[0]

    def several(self, model: type[Numbered], how_many: int) -> range:
        """The next ids of a table."""
        table = str(model.__tablename__)
        if table not in self._last:
            self._last[table] = self._highest(model, table)
        first = self._last[table] + 1
        self._last[table] += how_many
        return range(first, first + how_many)

    def _highest(self, model: type[Numbered], table: str) -> int:
        """The highest id that was ever given, also one of a row that is gone: undo may bring that back."""
        given = self._session.connection().execute(_GIVEN, {"table": table}).scalar()
        present = self._session.exec(select(func.max(model.id))).one()
        return max(given or 0, present or 0)
