"""New rows on their way into the store: kept until somebody asks, then written table by table in the driver's loop.

The session would write them too, at three times the cost: it keeps account of every object that it ever wrote. A row
that was put in from here is none of its business until somebody changes it; then it is told of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from sqlalchemy import inspect
from sqlmodel import Session, SQLModel

from db.bulk import put
from db.columns import places, shape_of
from db.history import Recorder
from db.models.base import defaults_of, written_for
from db.sweeping import let_go

if TYPE_CHECKING:
    from sqlalchemy import Table
    from sqlalchemy.orm import ClassManager

    from db.models.base import Numbered

RowT = TypeVar("RowT", bound="Numbered")
_AT_ONCE = 1_000


def made(model: type[RowT], values: dict[str, Any]) -> RowT:
    """A row as its model makes it, without what a session asks about one that it is to write itself.

    Args:
        model: what it is a row of.
        values: those of its columns that do not say what is said anyway.
    """
    row: RowT = model.__new__(model)
    row.__dict__.update(defaults_of(model), **values)
    _manager(model).setup_instance(row)
    return row


@cache
def _manager(model: type[Numbered]) -> ClassManager[Any]:
    manager: ClassManager[Any] = inspect(model).class_manager
    return manager


class Writing(Session):
    """The session of a step, which writes what waits before anything else is written or asked."""

    def flush(self, objects: Sequence[object] | None = None) -> None:
        """Write what was said so far."""
        if (waiting := self.info.get(Waiting)) is not None:
            waiting.write(self, self.info[Recorder])
        super().flush(objects)


class Waiting:
    """Rows that have their ids already, by model."""

    def __init__(self) -> None:
        self._rows: defaultdict[type[Numbered], list[dict[str, Any]]] = defaultdict(list)
        self._held: list[Numbered] = []

    @classmethod
    def of(cls, session: Session) -> Waiting:
        """Those of a step."""
        found: Waiting = session.info.setdefault(Waiting, cls())
        return found

    def add(self, rows: Sequence[Numbered]) -> None:
        """Let rows wait that somebody holds, but that nobody has shown to the session."""
        for row in rows:
            self._rows[type(row)].append(
                row.__dict__
            )  # what is said of them until they are written is written too
        self._held += rows

    def add_values(self, model: type[Numbered], values: dict[str, Any]) -> None:
        """Let a row wait that nobody holds, with all its columns."""
        self._rows[model].append(values)

    def write(self, session: Session, recorder: Recorder) -> None:
        """Put in all that wait, those that others name first, and write them down."""
        for model in sorted(self._rows, key=_place):
            _write(session, recorder, model, self._rows.pop(model))
        for row in self._held:
            written_for(row, session)
        let_go(self._held)


def _place(model: type[Numbered]) -> int:
    return places()[str(model.__tablename__)]


def _write(
    session: Session, recorder: Recorder, model: type[Numbered], rows: Sequence[dict[str, Any]]
) -> None:
    shape = shape_of(model)
    columns, table = shape.columns, SQLModel.metadata.tables[shape.table]
    if defaults := _defaults(table):
        said = itemgetter("id", *(column for column, _ in defaults))
        for values in rows:
            if None in said(values):
                _fill(defaults, values)
    values_of = itemgetter(*columns)
    for start in range(0, len(rows), _AT_ONCE):
        made = [values_of(one) for one in rows[start : start + _AT_ONCE]]
        put(session.connection(), table, made, columns)
        recorder.log_made(session, model, columns, made)


def _fill(defaults: Sequence[tuple[str, Any]], values: dict[str, Any]) -> None:
    """What nobody said of a row, as the session would fill it in."""
    for column, default in defaults:
        if values[column] is None:
            values[column] = default.arg(_Said(values)) if default.is_callable else default.arg


@cache
def _defaults(table: Table) -> list[tuple[str, Any]]:
    return [(column.key, column.default) for column in table.columns if column.default is not None]


class _Said(NamedTuple):
    """A row as the defaults of its columns ask for it."""

    values: dict[str, Any]

    def get_current_parameters(self) -> dict[str, Any]:
        """What is said of the row."""
        return self.values
