"""Very many rows at once, in the driver's own loop: what is put in this way is in nobody's history."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import bindparam, insert, literal, literal_column
from sqlalchemy.sql.schema import ScalarElementColumnDefault

if TYPE_CHECKING:
    from sqlalchemy import Connection, Table
    from sqlalchemy.engine import Dialect
    from sqlmodel import Session

_ROOM_KB = 262_144
_TOGETHER = 200  # rows of a statement that sets triggers going
_AS_ONE = 100  # rows of one that sets none: whatever it costs to begin a statement is then paid once for all of them
Rows = Sequence[tuple[Any, ...]]


def put(connection: Connection, table: Table, rows: Rows, columns: Sequence[str] = ()) -> None:
    """Insert rows given as tuples, many times as fast as one by one.

    Args:
        connection: within a transaction.
        table: where to.
        rows: values in the order of the columns, as the driver takes them.
        columns: those that are given, by default all; the others get what the model gives them.
    """
    if not rows:
        return
    given = tuple(columns or table.columns.keys())
    wanted = _insert(table, given, connection.dialect)
    if not wanted.order:  # a driver that wants its values by name
        connection.exec_driver_sql(wanted.sql, [dict(zip(given, row, strict=True)) for row in rows])
        return
    in_order = wanted.order == tuple(range(len(given)))
    values = rows if in_order else list(map(itemgetter(*wanted.order), rows))
    many = len(values) - len(values) % _AS_ONE
    for start in range(0, many, _AS_ONE):
        some = tuple(chain.from_iterable(values[start : start + _AS_ONE]))
        connection.exec_driver_sql(wanted.as_one, some)
    if rest := values[many:]:
        connection.exec_driver_sql(wanted.sql, list(rest))


def put_together(connection: Connection, table: Table, rows: Rows, columns: Sequence[str]) -> None:
    """The same, many rows to a statement: what triggers set going is then done once for all of them.

    Args:
        connection: within a transaction.
        table: where to.
        rows: values in the order of the columns, as the driver takes them.
        columns: all of them.
    """
    for start in range(0, len(rows), _TOGETHER):
        some = rows[start : start + _TOGETHER]
        values = tuple(chain.from_iterable(some))
        connection.exec_driver_sql(_insert_together(table.name, tuple(columns), len(some)), values)


@lru_cache(maxsize=64)
def _insert_together(table: str, columns: tuple[str, ...], rows: int) -> str:
    """For the one kind of driver whose tables have such triggers; it takes values by their places."""
    each = f"({', '.join('?' * len(columns))})"
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES {', '.join([each] * rows)}"


class _Insert(NamedTuple):
    """A statement for a row, the same for many rows, and the places of the values that a row needs, in its order."""

    sql: str
    as_one: str
    order: tuple[int, ...]


@cache
def _insert(table: Table, columns: tuple[str, ...], dialect: Dialect) -> _Insert:
    given: dict[str, Any] = {column: bindparam(column) for column in columns}
    for column in table.columns:
        if column.key not in given and isinstance(column.default, ScalarElementColumnDefault):
            value = literal(column.default.arg, column.type)
            words = value.compile(dialect=dialect, compile_kwargs={"literal_binds": True})
            given[column.key] = literal_column(str(words))
    compiled = insert(table).values(given).compile(dialect=dialect)
    sql = str(compiled)
    into, values, row = sql.partition(" VALUES ")
    order = tuple(columns.index(name) for name in compiled.positiontup or ())
    return _Insert(sql, into + values + ", ".join([row] * _AS_ONE), order)


def roomy(session: Session) -> None:
    """Let a session that fills a new store hold more of it in memory than a desk's day needs."""
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA cache_size = -{_ROOM_KB}")


def one_step(session: Session) -> None:
    """Have history tell this session's step, though no change of a row stands under it."""
    from db.history import Recorder  # noqa: PLC0415 - history itself puts its lines in here

    session.info[Recorder].number(session)
