"""Reference data that every new store starts with: countries and what they are called, topics, instruments.

Reading is cheap and needs only the standard library; nothing is read on import. The country files are written
by ``python -m seeds.build_countries``; edited by hand are ``by_hand.csv`` and ``by_hand_countries.csv``, which they
are made from, ``renamed.csv`` (until when a country bore a former name) and ``languages.csv`` (in which language a
host lists its guests, where that is not English).
"""

from collections.abc import Iterator
from typing import Any, NamedTuple


class CountryEntry(NamedTuple):
    """A country, past or present, or an organisation that acts as a party.

    Attributes:
        code: ISO 3166-1 alpha-2 (and XK), ISO 3166-3 for a former state, an acronym for an organisation.
        kind: "country" or "organisation".
        valid_from: when it came to be (EDTF), or None when that does not matter here.
        valid_to: when it ceased to be (EDTF), or None while it lasts.
        successors: codes of the countries that came after it.
        language: in which it lists its guests: fr, es, ar or de, None for English.
    """

    code: str
    name: str
    kind: str
    valid_from: str | None
    valid_to: str | None
    successors: tuple[str, ...]
    language: str | None = None


class NameEntry(NamedTuple):
    """One name of a country; a name in capitals (UK, MAR) means it only where it is printed in capitals.

    Attributes:
        lang: en, fr, es, ar or de; empty for a code, such as the three letters of ISO 3166-1.
        kind: official, short, former, demonym, alias or garbled.
        valid_from: the first day of a former name; empty where nobody asks how it was before.
        valid_to: the first day of the name after it; empty for a name whose days are not kept.
    """

    code: str
    lang: str
    kind: str
    name: str
    valid_from: str = ""
    valid_to: str = ""


class AliasEntry(NamedTuple):
    """Another wording for a topic or an instrument.

    Attributes:
        lang: en, fr, es or ar.
        kind: "alias", or "garbled" for a wording that is wrong but seen.
    """

    lang: str
    kind: str
    name: str


class TopicEntry(NamedTuple):
    """What a visit, a meeting or an action is about; parents come before their children."""

    code: str
    label: str
    parent: str | None
    aliases: tuple[AliasEntry, ...]


class InstrumentEntry(NamedTuple):
    """How countries work together, whatever the topic."""

    code: str
    label: str
    aliases: tuple[AliasEntry, ...]


def countries() -> list[CountryEntry]:
    """Return all countries and organisations, by code."""
    languages = {code: language for language, codes in _rows("languages.csv") for code in codes.split()}
    return [
        CountryEntry(
            code,
            name,
            kind,
            valid_from or None,
            valid_to or None,
            tuple(successor.split()),
            languages.get(code),
        )
        for code, name, kind, valid_from, valid_to, successor in _rows("countries.csv")
    ]


def country_names() -> list[NameEntry]:
    """Return every name of every country, by code, language and kind."""
    days = {(code, name): held for code, name, *held in _rows("renamed.csv")}
    return [
        NameEntry(
            code, lang, kind, name, *days.get((code, name), ()) if (lang, kind) == ("en", "former") else ()
        )
        for code, lang, kind, name in _rows("country_names.csv")
    ]


def topics() -> list[TopicEntry]:
    """Return all topics, each after its parent."""
    return [
        TopicEntry(entry["code"], entry["label"], entry.get("parent"), tuple(_aliases(entry)))
        for entry in _topics_file()["topics"]
    ]


def instruments() -> list[InstrumentEntry]:
    """Return all instruments, in the order in which lists show them."""
    return [
        InstrumentEntry(entry["code"], entry["label"], tuple(_aliases(entry)))
        for entry in _topics_file()["instruments"]
    ]


def _rows(name: str) -> Iterator[list[str]]:
    import csv  # noqa: PLC0415 - only a new store reads these files

    rows = csv.reader(_text(name).splitlines())
    next(rows)  # the header
    return rows


def _topics_file() -> dict[str, list[dict[str, Any]]]:
    import tomllib  # noqa: PLC0415 - only a new store reads these files

    return tomllib.loads(_text("topics.toml"))


def _aliases(entry: dict[str, Any]) -> Iterator[AliasEntry]:
    for kind in ("alias", "garbled"):
        for lang, names in entry.get(kind, {}).items():
            yield from (AliasEntry(lang, kind, name) for name in names)


def _text(name: str) -> str:
    from importlib.resources import files  # noqa: PLC0415 - only a new store reads these files

    return (files(__name__) / name).read_text(encoding="utf-8")
