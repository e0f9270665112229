"""What a source says of a record, in its own words."""

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from db.models import sources  # noqa: F401 - whose tables are named here
from db.models.base import NEVER_REUSE_IDS, Numbered, one_of
from db.vocabulary import RecordKind, Stance, Voice


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
