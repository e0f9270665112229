"""How records of one kind relate: visits, posts that deal with each other, and what only looks alike."""

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field

from db.models import places, visits  # noqa: F401 - whose tables are named here
from db.models.base import NEVER_REUSE_IDS, Numbered, one_of
from db.vocabulary import LinkKind, RecordKind


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


class PostCounterpart(Numbered, table=True):
    """Whom the officer says a post deals with in another country, where meetings do not tell or tell it wrong."""

    __tablename__ = "post_counterpart"
    __table_args__ = (
        UniqueConstraint("post_id", "counterpart_id"),
        CheckConstraint("post_id <> counterpart_id", name="two_posts"),
        NEVER_REUSE_IDS,
    )

    post_id: int = Field(foreign_key="post.id")
    counterpart_id: int = Field(foreign_key="post.id", index=True)


class NotSame(Numbered, table=True):
    """Two records that look alike and are not; remembered for ever. The smaller id comes first."""

    __tablename__ = "not_same"
    __table_args__ = (
        one_of("kind", RecordKind),
        UniqueConstraint("kind", "first_id", "second_id"),
        CheckConstraint("first_id < second_id", name="in_order"),
        NEVER_REUSE_IDS,
    )

    kind: str
    first_id: int
    second_id: int
