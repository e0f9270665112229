"""Organisations and the posts in them."""

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from db.models import countries  # noqa: F401 - whose tables are named here
from db.models.base import NEVER_REUSE_IDS, Numbered, gone_into, one_of
from db.vocabulary import OrganisationKind


class Organisation(Numbered, table=True):
    """A police, a ministry, a service."""

    __tablename__ = "organisation"
    __table_args__ = (
        gone_into("organisation"),
        one_of("kind", OrganisationKind),
        CheckConstraint("parent_id IS NULL OR parent_id <> id", name="not_its_own_parent"),
        NEVER_REUSE_IDS,
    )

    name: str = Field(index=True)
    acronym: str = Field(default="", index=True)
    country: str | None = Field(default=None, foreign_key="country.code", index=True)
    kind: str = "other"
    parent_id: int | None = Field(default=None, foreign_key="organisation.id", index=True)
    note: str = ""
    merged_into: int | None = Field(default=None, foreign_key="organisation.id")


class Post(Numbered, table=True):
    """An office, whoever holds it."""

    __tablename__ = "post"
    __table_args__ = (
        gone_into("post"),
        Index(  # one that was merged keeps its title beside the one that bears it now
            "uq_post_title",
            "organisation_id",
            "title",
            unique=True,
            sqlite_where=text("merged_into IS NULL"),
        ),
        NEVER_REUSE_IDS,
    )

    organisation_id: int | None = Field(default=None, foreign_key="organisation.id", index=True)
    title: str = Field(index=True)
    country: str | None = Field(default=None, foreign_key="country.code", index=True)
    grade: str = ""
    single_seat: bool = True  # two holders at once are then worth a warning
    note: str = ""
    merged_into: int | None = Field(default=None, foreign_key="post.id")
