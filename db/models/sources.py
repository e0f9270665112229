"""Where facts come from."""

from sqlmodel import Field

from db.models.base import NEVER_REUSE_IDS, Dated, Numbered, gone_into, one_of, partial_date
from db.vocabulary import Reliability, SourceKind


class Source(Numbered, Dated, table=True):
    """An article, a cable, a call; its partial date is the day of publication."""

    __tablename__ = "source"
    __table_args__ = (
        gone_into("source"),
        one_of("kind", SourceKind),
        one_of("reliability", Reliability),
        *partial_date("date"),
        NEVER_REUSE_IDS,
    )

    key: str = Field(unique=True)  # stays the same from import to import
    kind: str = "article"
    title: str = Field(default="", index=True)
    publisher: str = ""
    author: str = ""
    cites: str = ""  # the origin that it reports
    url: str = Field(default="", index=True)
    language: str = ""
    retrieved: str = ""  # ISO day
    body: str = ""  # never changed: offsets of quotes point into it
    body_sha256: str = Field(default="", index=True)
    reliability: str = "F"
    handling: str = ""
    note: str = ""
    background: str = ""  # events that it only mentions, one a line
    duplicate_of: int | None = Field(default=None, foreign_key="source.id", index=True)
    merged_into: int | None = Field(default=None, foreign_key="source.id")
