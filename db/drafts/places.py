"""Drafts of organisations and posts."""

from db.drafts.base import Draft, SomeWords, Words
from db.vocabulary import OrganisationKind


class OrganisationDraft(Draft):
    """A police, a ministry, a service."""

    name: SomeWords
    acronym: Words = ""
    country: Words = ""
    kind: OrganisationKind = "other"
    parent: Words = ""  # acronym or name
    note: Words = ""


class TitleDraft(Draft):
    """Another title of the same office."""

    title: SomeWords
    lang: Words = ""


class PostDraft(Draft):
    """An office; the organisation is named by its acronym or its name."""

    title: SomeWords
    organisation: Words = ""
    country: Words = ""
    grade: Words = ""
    titles: tuple[TitleDraft, ...] = ()
    note: Words = ""
