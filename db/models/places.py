"""Countries, organisations and the posts in them."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field

from db.models.base import NEVER_REUSE_IDS, Numbered, Row, gone_into, one_of
from db.vocabulary import CountryKind, NameOfCountryKind, OrganisationKind


class Country(Row, table=True):
    """A country of any time, or an organisation that acts as a party."""

    __tablename__ = "country"
    __table_args__ = (one_of("kind", CountryKind),)

    code: str = Field(primary_key=True, max_length=12)
    name: str
    kind: str = "country"
    valid_from: str = ""  # EDTF
    valid_to: str = ""  # EDTF; "" for the countries of today
    successor: str = ""  # codes joined by a space: a state may have several
    language: str = ""  # in which it lists its guests, ISO 639-1; "" for English


class CountryName(Numbered, table=True):
    """One of the words for a country; matched exactly once folded, never loosely."""

    __tablename__ = "country_name"
    __table_args__ = (
        one_of("kind", NameOfCountryKind),
        UniqueConstraint("country", "lang", "kind", "name"),
        NEVER_REUSE_IDS,
    )

    country: str = Field(foreign_key="country.code", index=True)
    name: str
    lang: str  # ISO 639-1, "" for any
    kind: str
    valid_from: str = ""  # ISO day
    valid_to: str = ""  # the first ISO day of the next name; "" for a name whose days are not kept
    folded: str = Field(index=True)


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


class OrganisationName(Numbered, table=True):
    """What a service was called before, or is called in another language."""

    __tablename__ = "organisation_name"
    __table_args__ = (UniqueConstraint("organisation_id", "name", "lang"), NEVER_REUSE_IDS)

    organisation_id: int = Field(foreign_key="organisation.id")
    name: str
    acronym: str = ""
    lang: str = ""
    valid_from: str = ""
    valid_to: str = ""
    """The first ISO day of the next name; "" for one whose days are not kept."""


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


class PostTitle(Numbered, table=True):
    """Another title, or another language's title, of the same office."""

    __tablename__ = "post_title"
    __table_args__ = (UniqueConstraint("post_id", "title", "lang"), NEVER_REUSE_IDS)

    post_id: int = Field(foreign_key="post.id")
    title: str
    lang: str = ""
    folded: str = Field(index=True)
    valid_from: str = Field(default="", sa_column_kwargs={"server_default": ""})
    valid_to: str = Field(default="", sa_column_kwargs={"server_default": ""})
    """The first ISO day of the next title; "" for one whose days are not kept."""


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
