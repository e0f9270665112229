"""Meetings and whose they are."""

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from db.models import countries, topics, visits  # noqa: F401 - whose tables are named here
from db.models.base import NEVER_REUSE_IDS, Dated, Numbered, one_of, partial_date
from db.vocabulary import EventStatus, MeetingFormat, MeetingMode, PartyRole


class Meeting(Numbered, Dated, table=True):
    """People of two or more parties meet, inside a visit or on its own."""

    __tablename__ = "meeting"
    __table_args__ = (
        one_of("format", MeetingFormat),
        one_of("mode", MeetingMode),
        one_of("status", EventStatus),
        *partial_date("date"),
        NEVER_REUSE_IDS,
    )

    ref: str = Field(unique=True)
    visit_id: int | None = Field(default=None, foreign_key="visit.id", index=True)
    position: int = 0  # order inside the visit
    title: str = ""
    format: str = "unspecified"
    mode: str = "unknown"
    status: str = "held"
    place: str = ""
    series_id: int | None = Field(default=None, foreign_key="series.id", index=True)
    complete: bool = False  # every participant is listed
    note: str = ""
    handling: str = ""


class MeetingParty(Numbered, table=True):
    """A country or organisation that takes part in a meeting."""

    __tablename__ = "meeting_party"
    __table_args__ = (
        one_of("role", PartyRole),
        UniqueConstraint("meeting_id", "country"),
        NEVER_REUSE_IDS,
    )

    meeting_id: int = Field(foreign_key="meeting.id")
    country: str = Field(foreign_key="country.code", index=True)
    role: str = "guest"


class MeetingTopic(Numbered, table=True):
    """A meeting is about a topic."""

    __tablename__ = "meeting_topic"
    __table_args__ = (UniqueConstraint("meeting_id", "topic"), NEVER_REUSE_IDS)

    meeting_id: int = Field(foreign_key="meeting.id")
    topic: str = Field(foreign_key="topic.code", index=True)
