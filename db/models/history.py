"""What was done, by whom, and how it was before."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, DateTime, Index
from sqlmodel import Field

from db.models.base import NEVER_REUSE_IDS, Numbered, Row, one_of
from db.vocabulary import StepKind


class Step(Numbered, table=True):
    """One action of a user, what one key undoes; an undo and a redo are steps too, so that history tells them."""

    __tablename__ = "step"
    __table_args__ = (
        one_of("kind", StepKind),
        Index("ix_step_mine", "by", "kind", "undone", "id"),
        NEVER_REUSE_IDS,
    )

    at: datetime = Field(sa_type=DateTime(timezone=True), index=True)
    by: str
    label: str  # "import article-a"
    kind: str = "do"
    undone: bool = False  # of what was done: it has been taken back
    reverts_id: int | None = Field(default=None, foreign_key="step.id", index=True)


class Change(Numbered, table=True):
    """One row of one table before and after a step; None where it did not exist."""

    __tablename__ = "change"
    __table_args__ = (
        Index("ix_change_row", "table_name", "row_id"),
        Index("ix_change_record", "record_kind", "record_id"),
        NEVER_REUSE_IDS,
    )

    step_id: int = Field(foreign_key="step.id", index=True)
    table_name: str
    row_id: str
    record_kind: str  # the record that the row is, or is part of
    record_id: str
    before: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    after: dict[str, Any] | None = Field(default=None, sa_type=JSON)


class Setting(Row, table=True):
    """Something that holds for the store as a whole."""

    __tablename__ = "setting"

    name: str = Field(primary_key=True)
    value: str
