"""What cooperation is about (topics) and how it is done (instruments)."""

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field

from db.models.base import NEVER_REUSE_IDS, Numbered, Row


class Topic(Row, table=True):
    """A subject, in a hierarchy."""

    __tablename__ = "topic"
    __table_args__ = (CheckConstraint("parent IS NULL OR parent <> code", name="not_its_own_parent"),)

    code: str = Field(primary_key=True, max_length=40)
    label: str
    parent: str | None = Field(default=None, foreign_key="topic.code", index=True)
    retired: bool = False


class TopicAlias(Numbered, table=True):
    """Another word for a topic."""

    __tablename__ = "topic_alias"
    __table_args__ = (UniqueConstraint("topic", "alias", "lang"), NEVER_REUSE_IDS)

    topic: str = Field(foreign_key="topic.code")
    alias: str
    lang: str = ""
    folded: str = Field(index=True)


class Instrument(Row, table=True):
    """A means of cooperation: a joint task force, a liaison officer, a convention."""

    __tablename__ = "instrument"

    code: str = Field(primary_key=True, max_length=40)
    label: str
    retired: bool = False


class InstrumentAlias(Numbered, table=True):
    """Another word for an instrument."""

    __tablename__ = "instrument_alias"
    __table_args__ = (UniqueConstraint("instrument", "alias", "lang"), NEVER_REUSE_IDS)

    instrument: str = Field(foreign_key="instrument.code")
    alias: str
    lang: str = ""
    folded: str = Field(index=True)
