"""Visits, delegations, meetings and who took part."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field

from db.models.base import NEVER_REUSE_IDS, Dated, Numbered, gone_into, one_of, partial_date, where_given
from db.vocabulary import (
    Attendance,
    EventStatus,
    Initiator,
    LinkKind,
    MeetingFormat,
    MeetingMode,
    ParticipantRole,
    PartyRole,
    VisitKind,
)


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


class VisitLink(Numbered, table=True):
    """How two visits relate."""

    __tablename__ = "visit_link"
    __table_args__ = (
        one_of("kind", LinkKind),
        UniqueConstraint("from_id", "to_id", "kind"),
        CheckConstraint("from_id <> to_id", name="two_visits"),
        NEVER_REUSE_IDS,
    )

    from_id: int = Field(foreign_key="visit.id")
    to_id: int = Field(foreign_key="visit.id", index=True)
    kind: str


class Delegation(Numbered, table=True):
    """Who travelled; head and members are participants."""

    __tablename__ = "delegation"
    __table_args__ = (
        CheckConstraint("size IS NULL OR size > 0", name="has_people"),
        NEVER_REUSE_IDS,
    )

    visit_id: int = Field(foreign_key="visit.id", index=True)
    country: str = Field(foreign_key="country.code", index=True)
    organisation_id: int | None = Field(default=None, foreign_key="organisation.id", index=True)
    level: str = ""  # as printed: "high-level"
    size: int | None = None
    complete: bool = False


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


class Participant(Numbered, table=True):
    """An official, a post or a group, in a delegation or in a meeting, with the words as printed."""

    __tablename__ = "participant"
    __table_args__ = (
        one_of("role", ParticipantRole),
        one_of("attendance", Attendance),
        CheckConstraint("(delegation_id IS NULL) <> (meeting_id IS NULL)", name="in_one_place"),
        CheckConstraint(
            "official_id IS NOT NULL OR post_id IS NOT NULL OR organisation_id IS NOT NULL OR group_name <> ''",
            name="is_somebody",
        ),
        CheckConstraint("count IS NULL OR count > 0", name="counts_people"),
        # Each is in one place and is mostly known by one thing: half of the entries would lead nowhere.
        *(
            where_given("participant", column)
            for column in ("delegation_id", "meeting_id", "official_id", "post_id", "organisation_id")
        ),
        NEVER_REUSE_IDS,
    )

    delegation_id: int | None = Field(default=None, foreign_key="delegation.id")
    meeting_id: int | None = Field(default=None, foreign_key="meeting.id")
    country: str | None = Field(default=None, foreign_key="country.code")
    official_id: int | None = Field(default=None, foreign_key="official.id")
    post_id: int | None = Field(default=None, foreign_key="post.id")
    organisation_id: int | None = Field(default=None, foreign_key="organisation.id")
    group_name: str = ""  # "security experts"
    as_printed: str = ""
    role: str = "member"
    rank: int | None = None  # as notified; 1 is first
    on_behalf_of: str = ""
    attendance: str = "attended"
    count: int | None = None
    inferred: bool = False  # the official was filled in later, from a tenure
