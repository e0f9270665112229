"""Visits, and the series that they are part of."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field

from db.models import countries, topics  # noqa: F401 - whose tables are named here
from db.models.base import NEVER_REUSE_IDS, Dated, Numbered, gone_into, one_of, partial_date
from db.vocabulary import EventStatus, Initiator, VisitKind


class Series(Numbered, table=True):
    """A recurring format, such as a yearly trilateral; carry-over finds the next meeting by it."""

    __tablename__ = "series"
    __table_args__ = (NEVER_REUSE_IDS,)

    name: str = Field(unique=True)
    cadence: str = ""  # RFC 5545 rule, "" when there is none


class Visit(Numbered, Dated, table=True):
    """One country's people travel to another."""

    __tablename__ = "visit"
    __table_args__ = (
        gone_into("visit"),
        one_of("kind", VisitKind),
        one_of("status", EventStatus),
        one_of("initiated_by", Initiator),
        *partial_date("date"),
        CheckConstraint("sending <> host", name="two_countries"),
        Index("ix_visit_sending_host_date", "sending", "host", "date_first"),
        NEVER_REUSE_IDS,
    )

    ref: str = Field(unique=True)
    sending: str = Field(foreign_key="country.code")
    host: str = Field(foreign_key="country.code", index=True)
    title: str = ""
    purpose: str = ""
    kind: str = "unknown"
    status: str = "held"
    initiated_by: str = "unknown"
    place: str = ""
    series_id: int | None = Field(default=None, foreign_key="series.id", index=True)
    note: str = ""
    handling: str = ""
    merged_into: int | None = Field(default=None, foreign_key="visit.id")


class VisitTopic(Numbered, table=True):
    """A visit is about a topic."""

    __tablename__ = "visit_topic"
    __table_args__ = (UniqueConstraint("visit_id", "topic"), NEVER_REUSE_IDS)

    visit_id: int = Field(foreign_key="visit.id")
    topic: str = Field(foreign_key="topic.code", index=True)
