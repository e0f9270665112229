"""Drafts of sources and citations."""

from typing import Self

from pydantic import Field, model_validator

from db.dates import PartialDate
from db.drafts.base import Draft, Edtf, SomeWords, Whole, Words
from db.vocabulary import DateBasis, Reliability, SourceKind, Stance, Voice


class SourceDraft(Draft):
    """Where facts come from; `key` stays the same from import to import."""

    key: Words = ""
    kind: SourceKind = "article"
    title: Words = ""
    publisher: Words = ""
    author: Words = ""
    cites: Words = ""
    url: Words = ""
    language: Words = ""
    published: Edtf = ""
    published_text: Words = ""
    published_basis: DateBasis = "stated"
    retrieved: Words = ""
    body: Words = ""
    reliability: Reliability = "F"
    handling: Words = ""
    note: Words = ""
    duplicate_of: Words = ""  # key of another source
    background: tuple[Words, ...] = ()  # events that it only mentions
    merged_into: Words = ""  # key of the source that stands for this one

    @property
    def when(self) -> PartialDate:
        """The day of publication."""
        return PartialDate(self.published, self.published_text, self.published_basis)


class CitationDraft(Draft):
    """One source on one field of one record; `of` is a ref, "official:Name", "post:Title/Organisation"."""

    of: SomeWords
    source: Words = ""  # key of the source, in a dossier of several
    field: Words = ""
    value: Words = ""
    quote: Words = ""
    span: tuple[Whole, Whole] | None = None
    locator: Words = ""
    stance: Stance = "states"
    voice: Voice = "reported"
    credibility: int = Field(default=6, ge=1, le=6)
    accepted: bool = False

    @model_validator(mode="after")
    def _the_editor_is_no_witness(self) -> Self:
        if self.accepted and self.voice == "editorial":
            message = "the editorial voice fills no field"
            raise ValueError(message)
        return self
