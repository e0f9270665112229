"""Every change of every table is written down in the transaction that makes it; this is the one place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic_core import to_json
from sqlalchemy import event, insert, inspect, update
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlmodel import Session, SQLModel, col

from db.belonging import record_of, records_of, visits_of
from db.bulk import Rows, put
from db.columns import FINDING, Shape, places, shape_of
from db.dialects import trouble
from db.dialects.engine import file_of
from db.errors import Conflict
from db.models import Change, Setting, Step
from db.rows.moved import MovedDue
from db.sweeping import let_go, unswept
from db.telling import Tell, nobody
from db.vocabulary import StepKind

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine
    from sqlalchemy.orm import UOWTransaction

UNLOGGED = (Step, Change, Setting)
_MOVING = ("visit", "meeting", "followup")


class Touched(NamedTuple):
    """One row of one table as it was and as it is; None where it does not exist."""

    table: str
    row_id: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    record: tuple[str, str] | None = None  # kind and id of what it is part of, once that is known

    def either(self, column: str) -> set[Any]:
        """The values of a column before and after, without None."""
        sides = (side.get(column) for side in (self.before, self.after) if side)
        return {value for value in sides if value is not None}


class Told(NamedTuple):
    """What a step says of itself."""

    by: str
    at: datetime
    label: str
    kind: StepKind = "do"
    reverts_id: int | None = None


@contextmanager
def recorded_session(engine: Engine, told: Told, tell: Tell = nobody) -> Iterator[Session]:
    """A session whose changes are logged under one step and folded into the projections before the commit.

    Args:
        engine: of the store.
        told: what the step says of itself.
        tell: is told how far the folding is; what it raises ends the step, and nothing has happened.

    Raises:
        Conflict: when a constraint of the store refuses what was written.
        Busy: when another writer held the store for too long.
    """
    from db import projections, waiting  # noqa: PLC0415 - they read the log's types

    session = waiting.Writing(engine, expire_on_commit=False, autoflush=True)
    recorder = Recorder(told)
    session.info[Recorder] = recorder
    event.listen(session, "after_flush", recorder.write_down)
    try:
        with unswept(), session.begin():
            yield session
            session.flush()
            recorder.follow_events(session)
            projections.refresh(session, recorder.touched, tell)
    except IntegrityError as error:
        raise Conflict(_constraint_in_words(str(error.orig))) from error
    except OperationalError as error:
        raise trouble.of_writing(str(error.orig), file_of(engine)) from error
    finally:
        session.close()
        let_go(recorder.touched)


class Recorder:
    """Listens to one session and writes its step and changes.

    Attributes:
        told: what the step says of itself.
        touched: the rows that it has changed so far.
        moved: the follow-ups that an event has taken along, once the step is whole.
    """

    def __init__(self, told: Told) -> None:
        self.told = told
        self._step_id: int | None = None
        self.touched: list[Touched] = []
        self.moved: tuple[MovedDue, ...] = ()

    def follow_events(self, session: Session) -> None:
        """Let due dates go along with the events that they hang on."""
        if any(one.table in _MOVING for one in self.touched):
            from db.commands.moving import follow  # noqa: PLC0415 - commands read the log's types

            self.moved = follow(session, tuple(self.touched), self.told)

    def write_down(self, session: Session, _flush: UOWTransaction) -> None:
        """Log what a flush has just written; the attributes' histories still hold the old values."""
        found = [
            *(_made(row) for row in session.new if not isinstance(row, UNLOGGED)),
            *(_changed(row) for row in session.dirty if not isinstance(row, UNLOGGED)),
            *(_gone(row) for row in session.deleted if not isinstance(row, UNLOGGED)),
        ]
        self.log(session, sorted(found, key=_in_order_of_need))

    def log(self, session: Session, found: Sequence[Touched]) -> None:
        """Write changes down under this session's step, which is made with the first of them."""
        news = [touched for touched in found if touched.before != touched.after]
        if not news:
            return
        number = self.number(session)
        members = [touched for touched in news if touched.table == "participant"]
        visits = visits_of(session, {one for member in members for one in member.either("delegation_id")})
        _put(session, [_logged(number, touched, visits) for touched in news])
        self.touched += news

    def log_made(self, session: Session, model: Any, columns: Sequence[str], rows: Rows) -> None:
        """The same for new rows of one table.

        A step may make a million; its end asks where they hang and what they are called, and not what else they say.

        Args:
            session: of the step.
            model: what they are rows of.
            columns: in the order in which the log shall tell them.
            rows: their values in that order.
        """
        if not rows:
            return
        shape, number = shape_of(model), self.number(session)
        made = [dict(zip(columns, row, strict=True)) for row in rows]
        ids = [str(one[shape.key]) for one in made]
        delegations = {one["delegation_id"] for one in made} if shape.table == "participant" else set()
        records = records_of(shape.table, ids, made, visits_of(session, delegations - {None}))
        _put(
            session,
            [
                (number, shape.table, row_id, kind, record, _NOT_THERE, to_json(values).decode())
                for row_id, (kind, record), values in zip(ids, records, made, strict=True)
            ],
        )
        finding = shape.finding
        self.touched += [
            Touched(shape.table, row_id, None, {column: values[column] for column in finding})
            for row_id, values in zip(ids, made, strict=True)
        ]

    def tell(self, session: Session, label: str) -> None:
        """Call the step otherwise, now that the refs of what it made are known."""
        self.told = self.told._replace(label=label)
        if self._step_id is not None:
            renamed = update(Step).where(col(Step.id) == self._step_id).values(label=label)
            session.connection().execute(renamed)

    def number(self, session: Session) -> int:
        """The number of this session's step, which is made when it is first wanted."""
        if self._step_id is None:
            step = insert(Step).values(**self.told._asdict(), undone=False)
            made: Any = session.connection().execute(step.returning(col(Step.id))).scalar_one()
            self._step_id = int(made)
        return self._step_id


_NOT_THERE = "null"
_LOGGED = ("step_id", "table_name", "row_id", "record_kind", "record_id", "before", "after")


def _put(session: Session, lines: Rows) -> None:
    put(session.connection(), SQLModel.metadata.tables["change"], lines, _LOGGED)


def _logged(step: int, touched: Touched, visits: Mapping[int, int]) -> tuple[Any, ...]:
    """A line of the log as the driver takes it."""
    values = touched.after or touched.before or {}
    kind, number = touched.record or record_of(touched.table, touched.row_id, values, visits)
    return (
        step,
        touched.table,
        touched.row_id,
        kind,
        number,
        _json(touched.before),
        _json(touched.after),
    )


def _json(values: dict[str, Any] | None) -> str:
    """One side of a change as the log keeps it, written by pydantic: that is four times as fast."""
    return _NOT_THERE if values is None else to_json(values).decode()


def _made(row: Any) -> Touched:
    return Touched(_table(row), _row_id(row), None, _values(row))


def _changed(row: Any) -> Touched:
    """The differing columns alone, or a long note would be kept twice at every touch of its record."""
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    state = inspect(row)
    for attribute in state.mapper.column_attrs:
        if attribute.key not in state.committed_state:  # nobody has set it
            continue
        past = state.attrs[attribute.key].history
        if past.has_changes() and past.deleted and past.deleted[0] != past.added[0]:
            before[attribute.key], after[attribute.key] = past.deleted[0], past.added[0]
    if before:  # what a projection needs to find its way, even when it did not change
        for column in FINDING:
            if hasattr(row, column) and column not in before:
                before[column] = after[column] = getattr(row, column)
    return Touched(_table(row), _row_id(row), before, after)


def _in_order_of_need(touched: Touched) -> tuple[int, int]:
    """What others name is made before them and goes after them, so that undo can walk the log backwards."""
    place = places()[touched.table]
    return (1, -place) if touched.after is None else (0, place)


def _gone(row: Any) -> Touched:
    return Touched(_table(row), _row_id(row), _values(row), None)


def _values(row: Any) -> dict[str, Any]:
    return {name: getattr(row, name) for name in _shape(row).columns}


def _shape(row: Any) -> Shape:
    model: Any = type(row)
    return shape_of(model)


def _table(row: Any) -> str:
    return _shape(row).table


def _row_id(row: Any) -> str:
    return str(getattr(row, _shape(row).key))


def _constraint_in_words(detail: str) -> str:
    if "UNIQUE" in detail:
        return f"There is one like it already ({detail.rsplit(': ', maxsplit=1)[-1]})."
    if "FOREIGN KEY" in detail:
        return "It names something that is not in the store, or is still named by something that is."
    table, _, rule = detail.rsplit("ck_", maxsplit=1)[-1].replace("followup", "follow-up").partition("_")
    return f"The store refuses this {table}; its rule is: {rule.replace('_', ' ')}."
