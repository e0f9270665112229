"""Where facts come from, and the words that say so."""

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from db.models.base import NEVER_REUSE_IDS, Dated, Numbered, gone_into, one_of, partial_date
from db.vocabulary import RecordKind, Reliability, SourceKind, Stance, Voice


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


class Citation(Numbered, table=True):
    """One source on one field of one record; several may speak, at most one is accepted."""

    __tablename__ = "citation"
    __table_args__ = (
        one_of("record_kind", RecordKind),
        one_of("stance", Stance),
        one_of("voice", Voice),
        CheckConstraint("credibility BETWEEN 1 AND 6", name="credibility_known"),
        CheckConstraint("NOT accepted OR voice <> 'editorial'", name="editorial_fills_nothing"),
        CheckConstraint(
            "(span_start IS NULL) = (span_end IS NULL) AND (span_start IS NULL OR span_start <= span_end)",
            name="span_in_order",
        ),
        Index("ix_citation_record", "record_kind", "record_id", "field"),
        Index(
            "uq_citation_accepted",
            "record_kind",
            "record_id",
            "field",
            unique=True,
            sqlite_where=text("accepted"),
        ),
        NEVER_REUSE_IDS,
    )

    source_id: int = Field(foreign_key="source.id", index=True)
    record_kind: str
    record_id: int
    field: str = ""  # "" for the record as a whole
    value: str = ""
    quote: str = ""
    span_start: int | None = None
    span_end: int | None = None
    locator: str = ""
    stance: str = "states"
    voice: str = "reported"
    credibility: int = 6
    accepted: bool = False
