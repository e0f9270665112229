"""Drafts of officials."""

from typing import Self

from pydantic import model_validator

from db.dates import PartialDate
from db.drafts.base import Draft, Edtf, SomeWords, Words
from db.errors import BadInput
from db.vocabulary import DateBasis, NameKind, TenureBasis


class NameDraft(Draft):
    """One spelling of a name."""

    name: SomeWords
    kind: NameKind = "spelling"
    script: Words = "Latn"
    source: Words = ""  # key of the source that it was learnt from


class TenureDraft(Draft):
    """A post held, from and to; an absent end leaves it open, an absent start unknown."""

    post: SomeWords
    organisation: Words = ""
    start: Edtf = ""
    end: Edtf | None = None
    acting: bool = False
    basis: TenureBasis = "stated"
    date: Edtf = ""  # where from and to do not say it all: a tenure known by a single day
    date_text: Words = ""
    date_basis: DateBasis = "stated"
    source: Words = ""  # key of the source that it was learnt from

    @property
    def held(self) -> PartialDate:
        """From and to as one interval."""
        return self._interval()

    @property
    def when(self) -> PartialDate:
        """The same with the words in which it was written."""
        return PartialDate(self.date or self.held.edtf, self.date_text, self.date_basis)

    @model_validator(mode="after")
    def _taken_before_it_was_left(self) -> Self:
        try:
            self._interval()
        except BadInput as error:
            raise ValueError(str(error)) from None
        return self

    def _interval(self) -> PartialDate:
        if not self.start and not self.end:
            return PartialDate()
        return PartialDate.from_edtf(f"{self.start}/{self.end or '..'}")


class OfficialDraft(Draft):
    """A person."""

    name: SomeWords
    key: Words = ""  # what the dossier calls them, where it knows two of that name
    sort_name: Words | None = None  # the last word first
    country: Words = ""
    native_name: Words = ""
    names: tuple[NameDraft, ...] = ()
    tenures: tuple[TenureDraft, ...] = ()
    note: Words = ""
    protocol_note: Words = ""
    handling: Words = ""
    merged_into: Words = ""  # key of the official that stands for this one
