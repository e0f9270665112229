"""What countries, services, posts, topics and instruments are called besides."""

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from db.models import countries, places, topics  # noqa: F401 - whose tables are named here
from db.models.base import NEVER_REUSE_IDS, Numbered, one_of
from db.vocabulary import NameOfCountryKind


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


class TopicAlias(Numbered, table=True):
    """Another word for a topic."""

    __tablename__ = "topic_alias"
    __table_args__ = (UniqueConstraint("topic", "alias", "lang"), NEVER_REUSE_IDS)

    topic: str = Field(foreign_key="topic.code")
    alias: str
    lang: str = ""
    folded: str = Field(index=True)


class InstrumentAlias(Numbered, table=True):
    """Another word for an instrument."""

    __tablename__ = "instrument_alias"
    __table_args__ = (UniqueConstraint("instrument", "alias", "lang"), NEVER_REUSE_IDS)

    instrument: str = Field(foreign_key="instrument.code")
    alias: str
    lang: str = ""
    folded: str = Field(index=True)
