"""Outcomes on the ladder, our own follow-ups, and what happened to both."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field

from db.models import countries, meetings, people, places, sources, topics, visits  # noqa: F401 - whose tables are named here
from db.models.base import NEVER_REUSE_IDS, Dated, Due, Numbered, one_of, partial_date
from db.vocabulary import ActionStatus, Ball, Disposition, FollowUpStatus, LogKind

ONE_OWNER_AT_MOST = CheckConstraint(
    "(CASE WHEN owner_country IS NULL THEN 0 ELSE 1 END"
    " + CASE WHEN owner_organisation_id IS NULL THEN 0 ELSE 1 END"
    " + CASE WHEN owner_post_id IS NULL THEN 0 ELSE 1 END"
    " + CASE WHEN owner_official_id IS NULL THEN 0 ELSE 1 END) <= 1",
    name="one_owner_at_most",
)
ON_ONE_THING_AT_MOST = CheckConstraint(
    "(CASE WHEN action_id IS NULL THEN 0 ELSE 1 END"
    " + CASE WHEN meeting_id IS NULL THEN 0 ELSE 1 END"
    " + CASE WHEN visit_id IS NULL THEN 0 ELSE 1 END"
    " + CASE WHEN official_id IS NULL THEN 0 ELSE 1 END) <= 1",
    name="on_one_thing_at_most",
)
COUNTED = ("remind_on", "hidden_until", "status")
STILL_OPEN = text("status IN ('open', 'waiting')")
ASKS_ON = text("CASE WHEN remind_on <> '' THEN remind_on ELSE COALESCE(due_last, '9999-12-31') END")
"""The day of the next check, else the last of the due date; db.queries.followups asks in these very words."""


class Action(Numbered, Due, table=True):
    """An outcome of a visit or meeting; only agreed and signed ones have a status."""

    __tablename__ = "action"
    __table_args__ = (
        CheckConstraint("rung BETWEEN 0 AND 5", name="rung_known"),
        CheckConstraint("status = '' OR " + str(one_of("status", ActionStatus).sqltext), name="status_known"),
        CheckConstraint(
            "(rung >= 4 AND status <> '') OR (rung < 4 AND status = '')", name="status_from_agreed_on"
        ),
        CheckConstraint("parent_id IS NULL OR parent_id <> id", name="not_its_own_parent"),
        ONE_OWNER_AT_MOST,
        *partial_date("due"),
        Index("ix_action_rung_status", "rung", "status"),
        Index(
            "ix_action_open", "due_last", sqlite_where=text("status IN ('open', 'in progress', 'waiting')")
        ),
        NEVER_REUSE_IDS,
    )

    ref: str = Field(unique=True)
    visit_id: int | None = Field(default=None, foreign_key="visit.id", index=True)
    meeting_id: int | None = Field(default=None, foreign_key="meeting.id", index=True)
    text: str
    verb: str = ""  # as printed
    rung: int
    status: str = ""
    instrument: str | None = Field(default=None, foreign_key="instrument.code", index=True)
    owner_country: str | None = Field(default=None, foreign_key="country.code")
    owner_organisation_id: int | None = Field(default=None, foreign_key="organisation.id", index=True)
    owner_post_id: int | None = Field(default=None, foreign_key="post.id", index=True)
    owner_official_id: int | None = Field(default=None, foreign_key="official.id", index=True)
    deliverable: str = ""
    parent_id: int | None = Field(default=None, foreign_key="action.id", index=True)
    supersedes_id: int | None = Field(default=None, foreign_key="action.id", index=True)
    promoted_from_id: int | None = Field(default=None, foreign_key="action.id", index=True)
    closed_on: str = ""  # ISO day
    close_reason: str = ""
    note: str = ""
    handling: str = ""


class ActionTopic(Numbered, table=True):
    """An outcome is about a topic."""

    __tablename__ = "action_topic"
    __table_args__ = (UniqueConstraint("action_id", "topic"), NEVER_REUSE_IDS)

    action_id: int = Field(foreign_key="action.id")
    topic: str = Field(foreign_key="topic.code", index=True)


class ActionParty(Numbered, table=True):
    """A party to an outcome; on closing it is scored, kept +1, mixed 0, not kept -1."""

    __tablename__ = "action_party"
    __table_args__ = (
        UniqueConstraint("action_id", "country"),
        CheckConstraint("score IS NULL OR score BETWEEN -1 AND 1", name="score_known"),
        Index(  # what a country kept and did not keep, without the many outcomes that nobody has scored
            "ix_action_party_scored",
            "country",
            "score",
            "action_id",
            sqlite_where=text("score IS NOT NULL"),
        ),
        NEVER_REUSE_IDS,
    )

    action_id: int = Field(foreign_key="action.id")
    country: str = Field(foreign_key="country.code", index=True)
    role: str = ""
    score: int | None = None
    evidence: str = ""


class RungChange(Numbered, Dated, table=True):
    """An outcome moved on the ladder: from where to where, when that was said, and by what."""

    __tablename__ = "rung_change"
    __table_args__ = (
        CheckConstraint("was BETWEEN 0 AND 5 AND now BETWEEN 0 AND 5 AND was <> now", name="moves"),
        CheckConstraint("visit_id IS NULL OR meeting_id IS NULL", name="at_one_event_at_most"),
        *partial_date("date"),
        NEVER_REUSE_IDS,
    )

    action_id: int = Field(foreign_key="action.id", index=True)
    was: int
    now: int
    source_id: int | None = Field(default=None, foreign_key="source.id", index=True)
    visit_id: int | None = Field(default=None, foreign_key="visit.id", index=True)  # at which it was said
    meeting_id: int | None = Field(default=None, foreign_key="meeting.id", index=True)
    note: str = ""


class FollowUp(Numbered, Due, table=True):
    """Our own next step."""

    __tablename__ = "followup"
    __table_args__ = (
        one_of("ball", Ball),
        one_of("status", FollowUpStatus),
        ON_ONE_THING_AT_MOST,
        *partial_date("due"),
        # The closed ones, sooner or later nearly all, are in none of these; they say all that is asked to count.
        Index("ix_followup_due", "due_last", "id", *COUNTED, sqlite_where=STILL_OPEN),
        Index("ix_followup_asks", ASKS_ON, "id", "due_last", *COUNTED, sqlite_where=STILL_OPEN),
        Index(
            "ix_followup_anchor",
            "anchor_id",
            "anchor_kind",
            sqlite_where=text("anchor_id IS NOT NULL"),
        ),
        Index("ix_followup_hidden", "hidden_until", "id", sqlite_where=text("hidden_until <> ''")),
        NEVER_REUSE_IDS,
    )

    ref: str = Field(unique=True)
    action_id: int | None = Field(default=None, foreign_key="action.id", index=True)
    meeting_id: int | None = Field(default=None, foreign_key="meeting.id", index=True)
    visit_id: int | None = Field(default=None, foreign_key="visit.id", index=True)
    official_id: int | None = Field(default=None, foreign_key="official.id", index=True)
    text: str
    assignee: str = ""
    ball: str = "us"
    status: str = "open"
    remind_on: str = ""  # ISO day
    hidden_until: str = ""  # ISO day
    recurrence: str = ""  # RFC 5545 rule
    anchor_kind: str = ""  # due is relative to this visit or meeting …
    anchor_id: int | None = None
    anchor_offset: str = ""  # … by so much: "-2 weeks"
    closed_on: str = ""  # ISO day
    close_reason: str = ""
    note: str = ""
    handling: str = ""


class LogEntry(Numbered, table=True):
    """What happened on a follow-up or an outcome; only ever added to."""

    __tablename__ = "log_entry"
    __table_args__ = (
        one_of("kind", LogKind),
        CheckConstraint("(followup_id IS NULL) <> (action_id IS NULL)", name="on_one_thing"),
        Index("ix_log_entry_followup", "followup_id", "at", "id"),
        NEVER_REUSE_IDS,
    )

    followup_id: int | None = Field(default=None, foreign_key="followup.id")
    action_id: int | None = Field(default=None, foreign_key="action.id", index=True)
    at: str  # ISO day or UTC moment
    by: str = ""
    kind: str = "noted"
    text: str = ""
    next_check: str = ""  # ISO day


class AgendaItem(Numbered, table=True):
    """An outcome on the agenda of a meeting; carrying over adds a row and moves nothing."""

    __tablename__ = "agenda_item"
    __table_args__ = (
        one_of("disposition", Disposition),
        UniqueConstraint("meeting_id", "action_id"),
        NEVER_REUSE_IDS,
    )

    meeting_id: int = Field(foreign_key="meeting.id")
    action_id: int = Field(foreign_key="action.id", index=True)
    position: int = 0
    disposition: str = "carried in"
    note: str = ""
