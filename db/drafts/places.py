"""Drafts of organisations and posts."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator

from db.drafts.base import Draft, SomeWords, Words
from db.vocabulary import OrganisationKind


def _day(value: str) -> str:
    return date.fromisoformat(value).isoformat() if value else ""


Day = Annotated[Words, AfterValidator(_day)]
"""An ISO day, "" where it is not known."""


class ServiceNameDraft(Draft):
    """What the same service was called before, or is called in another language."""

    name: SomeWords
    acronym: Words = ""
    lang: Words = ""
    valid_from: Day = ""
    valid_to: Day = ""  # the first day of the next name


class OrganisationDraft(Draft):
    """A police, a ministry, a service."""

    name: SomeWords
    acronym: Words = ""
    country: Words = ""
    kind: OrganisationKind = "other"
    parent: Words = ""  # acronym or name
    names: tuple[ServiceNameDraft, ...] = ()
    note: Words = ""
    key: Words = ""  # what the dossier calls it, where it knows two by that acronym or name
    merged_into: Words = ""  # key of the one that stands for this one


class TitleDraft(Draft):
    """Another title of the same office."""

    title: SomeWords
    lang: Words = ""
    valid_from: Day = ""
    valid_to: Day = ""  # the first day of the next title


class PostDraft(Draft):
    """An office; the organisation is named by its acronym or its name."""

    title: SomeWords
    organisation: Words = ""
    country: Words = ""
    grade: Words = ""
    titles: tuple[TitleDraft, ...] = ()
    note: Words = ""
    key: Words = ""  # what the dossier calls it, where that is not "Title/Organisation"
    single_seat: bool = True
    counterparts: tuple[Words, ...] = ()  # keys of the posts that it deals with, where the officer said so
    merged_into: Words = ""  # key of the post that stands for this one
