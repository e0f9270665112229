"""Drafts of what an officer keeps beside the records: series, briefs, how often to meet, what is not the same."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from db.drafts.base import Draft, SomeWords, Words


def _moment(value: str) -> str:
    datetime.fromisoformat(value)  # raises ValueError
    return value


Moment = Annotated[Words, AfterValidator(_moment)]
"""A UTC moment in ISO, kept as it is written."""


class SeriesDraft(Draft):
    """A recurring format; the cadence is an RFC 5545 rule."""

    name: SomeWords
    cadence: Words = ""


class ApartDraft(Draft):
    """Two records that are not the same; both are named as a citation names them."""

    a: SomeWords
    b: SomeWords

    @model_validator(mode="after")
    def _two(self) -> Self:
        if self.a == self.b:
            message = "a record is the same as itself"
            raise ValueError(message)
        return self


class BriefDraft(Draft):
    """A brief as it was taken away; `of` is a ref, "official:Name" or "pair:ES-MA"."""

    of: SomeWords
    at: Moment
    by: Words = ""
    body: Words = ""  # Markdown


class CadenceDraft(Draft):
    """How often a country pair should meet."""

    pair: str = Field(pattern=r"^[A-Z0-9]+-[A-Z0-9]+$")  # "ES-MA", in the order of the alphabet
    months: int = Field(ge=1, lt=10_000)
