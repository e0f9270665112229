"""Known records learn what they do not say; what a dossier says differently is told, and nothing is overwritten."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from db import models
from db.commands.numbering import Numbering
from db.commands.tables import TABLES
from db.commands.titles import name_of
from db.exchange.fields import Columns, Differs, Field
from db.exchange.report import Difference, Taken
from db.models.base import Numbered
from db.names import fold

if TYPE_CHECKING:
    from sqlmodel import Session

ROWS: dict[str, type[Numbered]] = {**TABLES, "series": models.Series}
_NAMES_IT = ("ref", "key", "name", "sort_name", "title")
"""Fields by which a record is called: one that was found under another spelling keeps its own."""


class Learning:
    """An import where it meets what is there already; `taken` is its report."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.numbering = Numbering(session)
        self.taken = Taken()

    def fill(
        self, row: Numbered, title: str, fields: Iterable[Field], columns: Columns, quiet: Iterable[str] = ()
    ) -> None:
        """Let a row learn what it does not say; what it says differently is told, not taken over.

        Args:
            row: in the store.
            title: what it is called.
            fields: to look at.
            columns: what the dossier says.
            quiet: fields of which a difference is none.
        """
        for field in fields:
            here = {name: getattr(row, name) for name in field.columns}
            there = {name: columns[name] for name in field.columns}
            try:
                self.write(row, title, field.filled(here, there))
            except Differs as differs:
                if differs.field.name not in quiet:
                    self._tell(title, differs.field, here, there)

    def write(self, row: Any, title: str, learnt: Mapping[str, Any]) -> None:
        """Change what differs, and remember that the record learnt something."""
        for column, value in learnt.items():
            if getattr(row, column) != value:
                setattr(row, column, value)
                self.taken.learnt.add(title)

    def _tell(self, title: str, field: Field, here: Columns, there: Columns) -> None:
        mine, theirs = (self._shown(field, side) for side in (here, there))
        if field.name in _NAMES_IT and fold(mine) == fold(theirs):
            return
        self.taken.differences.append(Difference(title, field.name, mine, theirs))

    def _shown(self, field: Field, columns: Columns) -> str:
        value = field.told(columns, _InStore(self.session)).get(field.name)  # type: ignore[arg-type]
        if isinstance(value, bool):
            return "yes" if value else "no"
        return "nothing" if value in (None, "") else str(value)

    def add(self, rows: Sequence[Any]) -> None:
        """Put new rows of one table in."""
        if rows and isinstance(rows[0], Numbered):
            self.numbering.add(rows)
        else:
            self.session.add_all(rows)
            self.session.flush()
        if rows:
            self.taken.added[str(rows[0].__tablename__)] += len(rows)

    def add_values(self, table: type[Numbered], rows: Sequence[Columns]) -> None:
        """The same for rows that nothing else hangs on."""
        for values in rows:
            self.numbering.add_values(table, values)
        if rows:
            self.taken.added[str(table.__tablename__)] += len(rows)


class _InStore:
    """Records by what the store calls them, for a sentence."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, kind: str, number: int | None) -> str:
        row = self._session.get(ROWS[kind], number) if kind in ROWS and number is not None else None
        return name_of(row) if row is not None else ""

    def full(self, kind: str, number: int | None) -> str:
        return self.of(kind, number)
