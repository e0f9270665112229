"""What cooperation is about (topics) and how it is done (instruments)."""

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from db.models.base import Row


class Topic(Row, table=True):
    """A subject, in a hierarchy."""

    __tablename__ = "topic"
    __table_args__ = (CheckConstraint("parent IS NULL OR parent <> code", name="not_its_own_parent"),)

    code: str = Field(primary_key=True, max_length=40)
    label: str
    parent: str | None = Field(default=None, foreign_key="topic.code", index=True)
    retired: bool = False


class Instrument(Row, table=True):
    """A means of cooperation: a joint task force, a liaison officer, a convention."""

    __tablename__ = "instrument"

    code: str = Field(primary_key=True, max_length=40)
    label: str
    retired: bool = False
