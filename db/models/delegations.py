"""Delegations, and who took part in them and in meetings."""

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from db.models import countries, meetings, people, places, visits  # noqa: F401 - whose tables are named here
from db.models.base import NEVER_REUSE_IDS, Numbered, one_of, where_given
from db.vocabulary import Attendance, ParticipantRole


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
