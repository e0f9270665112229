"""What an officer takes into a meeting, and how often two countries should meet."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field

from db.models import countries  # noqa: F401 - whose tables are named here
from db.models.base import NEVER_REUSE_IDS, Numbered, one_of
from db.vocabulary import BriefKind


class Brief(Numbered, table=True):
    """A brief as it was taken away: what changed since is told against it."""

    __tablename__ = "brief"
    __table_args__ = (
        one_of("record_kind", BriefKind),
        Index("ix_brief_record", "record_kind", "record_id"),
        NEVER_REUSE_IDS,
    )

    record_kind: str
    record_id: str  # a number, or a pair's two codes
    at: str  # UTC moment in ISO, so that the change log can hold it
    by: str
    last_change: int = 0  # the newest change of the store that it knew of
    body: str = ""  # Markdown


class Cadence(Numbered, table=True):
    """How often a country pair should meet; a pair without one is quiet after a year."""

    __tablename__ = "cadence"
    __table_args__ = (
        UniqueConstraint("first", "second"),
        CheckConstraint("first < second", name="in_order"),
        CheckConstraint("months > 0", name="months_positive"),
        NEVER_REUSE_IDS,
    )

    first: str = Field(foreign_key="country.code")
    second: str = Field(foreign_key="country.code", index=True)
    months: int
