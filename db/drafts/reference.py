"""Drafts of the words that a store starts with, where an officer added to them or put them otherwise."""

from db.drafts.base import Draft, SomeWords, Words
from db.vocabulary import CountryKind, NameOfCountryKind


class AliasDraft(Draft):
    """Another word for a topic or an instrument."""

    alias: SomeWords
    lang: Words = ""


class CountryNameDraft(Draft):
    """A word for a country."""

    name: SomeWords
    lang: Words = ""
    kind: NameOfCountryKind = "alias"
    valid_from: Words = ""  # ISO day
    valid_to: Words = ""  # ISO day


class CountryDraft(Draft):
    """A country; without a name it is one that every store knows, and its names here are all that is new."""

    code: SomeWords
    name: Words = ""
    kind: CountryKind = "country"
    valid_from: Words = ""  # EDTF
    valid_to: Words = ""  # EDTF
    successor: Words = ""  # codes joined by a space
    language: Words = ""
    names: tuple[CountryNameDraft, ...] = ()


class TopicDraft(Draft):
    """A subject; without a label it is one that every store knows."""

    code: SomeWords
    label: Words = ""
    parent: Words = ""
    retired: bool = False
    aliases: tuple[AliasDraft, ...] = ()


class InstrumentDraft(Draft):
    """A means of cooperation; without a label it is one that every store knows."""

    code: SomeWords
    label: Words = ""
    retired: bool = False
    aliases: tuple[AliasDraft, ...] = ()
