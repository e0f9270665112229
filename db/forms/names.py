"""Countries, topics, organisations, owners and records by what an officer calls them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, get_args

from db.entry import countries as known_countries
from db.entry import likely, people
from db.entry.countries import Country
from db.entry.shapes import listed, quoted
from db.entry.subjects import Topic, Topics
from db.entry.vocabulary import chosen
from db.errors import BadInput
from db.merged import standing
from db.names import fold
from db.refs import KIND_OF
from db.rows import Key
from db.vocabulary import PartyRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.reader import Reader

_BETWEEN = re.compile(r"[\s,;+]+")
_MOST = 60  # of anything in one field


class Somebody(NamedTuple):
    """Who must act.

    Attributes:
        column: of the action that names them.
        value: their code or id.
        name: as a draft calls them.
        echo: who that is.
    """

    column: str
    value: str | int
    name: str
    echo: str


class Hook(NamedTuple):
    """What a record hangs on."""

    kind: str
    number: int
    name: str
    echo: str


def country(reader: Reader, text: str) -> Country:
    """A country by its code or by any of its names."""
    found = known_countries.named(reader, [text]).get(text, [])
    if len(found) == 1:
        return found[0]
    if found:
        raise BadInput(
            f"{quoted(text)} is more than one country: write {listed([f'{one.code} ({one.name})' for one in found])}."
        )
    raise BadInput(
        f"{quoted(text)} is not a country that is known; write a code or a name, such as ES or Spain."
    )


def countries(reader: Reader, text: str) -> list[Country]:
    """Countries divided by spaces or commas."""
    return list({one.code: one for one in (country(reader, word) for word in _pieces(text))}.values())


def parties(reader: Reader, text: str) -> list[tuple[Country, str]]:
    """Countries, each with the role behind a colon; a guest needs none."""
    found: dict[str, tuple[Country, str]] = {}
    for piece in _pieces(text):
        name, colon, said = piece.partition(":")
        role = chosen(said, get_args(PartyRole)) if colon else "guest"
        if role is None:
            raise BadInput(f"{quoted(said)} is no role; a party is {listed(list(get_args(PartyRole)))}.")
        one = country(reader, name)
        if one.code in found:
            raise BadInput(f"{one.name} stands there twice.")
        found[one.code] = (one, role)
    return list(found.values())


def topics(reader: Reader, text: str) -> list[Topic]:
    """Topics by code or name, divided by spaces or commas."""
    known = Topics(reader)
    found: dict[str, Topic] = {}
    labels = dict(reader.all("SELECT code, label FROM topic"))  # a retired one stays where it is
    for piece in _pieces(text):
        word = piece.removeprefix("#")
        topic, problem = (Topic(word, labels[word]), "") if word in labels else known.read(word)
        if topic is None:
            raise BadInput(problem)
        found[topic.code] = topic
    return list(found.values())


def _pieces(text: str) -> Sequence[str]:
    """Names of several words need commas between them; codes do with spaces."""
    pieces = [piece.strip() for piece in text.split(",")] if "," in text else _BETWEEN.split(text)
    return [piece for piece in pieces if piece][:_MOST]


def organisation(reader: Reader, text: str) -> tuple[tuple[int | None, str], str]:
    """The id, None for a new one, with the name; and the echo."""
    found = people.organisation(reader, text)
    if found is None:
        return (None, text), "a new organisation"
    told = found.name if found.name != text else found.country
    return (found.number, found.name), told


def instrument(reader: Reader, text: str) -> tuple[str, str]:
    """Code and label of an instrument by its code, its name, or a beginning that only one has."""
    low = fold(text)
    rows = reader.all("SELECT code, label FROM instrument ORDER BY code")
    aliases = reader.all("SELECT folded, instrument FROM instrument_alias")
    names = [(fold(code), code) for code, _ in rows] + [(fold(label), code) for code, label in rows]
    names += list(aliases)
    labels = dict(rows)
    exact = {code for name, code in names if name == low}
    begun = exact or {code for name, code in names if low and name.startswith(low)}
    if len(begun) == 1:
        (code,) = begun
        return code, "" if labels[code] == text else labels[code]
    choices = listed([labels[code] for code in sorted(begun or labels)])
    said = "could be several instruments" if begun else "is not an instrument"
    raise BadInput(f"{quoted(text)} {said}; write one of {choices}.")


def owner(reader: Reader, text: str) -> Somebody:
    """A country, an organisation, "Title/Organisation" or an official."""
    found = known_countries.named(reader, [text]).get(text, [])
    if len(found) == 1:
        return Somebody("owner_country", found[0].code, found[0].code, found[0].name)
    title, slash, service = text.rpartition("/")
    if slash and (post := _post(reader, title.strip(), service.strip())):
        return post
    if office := people.organisation(reader, text):
        return Somebody("owner_organisation_id", office.number, office.name, office.name)
    officials = _officials(reader, text)
    if len(officials) == 1:
        one = officials[0]
        return Somebody("owner_official_id", one.number, one.name, one.told_apart)
    if officials:
        raise BadInput(f"{len(officials)} officials are called {quoted(text)}; name the post instead.")
    raise BadInput(
        f"Nobody is called {quoted(text)}; write a country, an organisation, an official or Title/Organisation."
        f"{_perhaps(reader, text)}"
    )


def _perhaps(reader: Reader, text: str) -> str:
    """Whom a name that nobody bears may mean; it must be written as it is known to be taken."""
    found = likely.meant(reader, text)
    return f" Did you mean {found.told_apart}?" if found else ""


def _officials(reader: Reader, text: str) -> list[people.Official]:
    return people.named(reader, [fold(text)]).get(fold(text), [])


def _post(reader: Reader, title: str, service: str) -> Somebody | None:
    office = people.organisation(reader, service)
    row = reader.one(
        "SELECT p.id, p.title FROM post p"
        " WHERE (p.organisation_id = :office OR (:office = 0 AND p.organisation_id IS NULL))"
        " AND (p.title = :title OR p.id IN (SELECT post_id FROM post_title WHERE folded = :folded))"
        " ORDER BY p.merged_into IS NOT NULL LIMIT 1",
        office=office.number if office else 0,
        title=title,
        folded=fold(title),
    )
    if row is None:
        return None
    where = office.name if office else ""
    stands = int(standing(reader, Key("post", str(row[0]))).id)
    return Somebody("owner_post_id", stands, f"{row[1]}/{where}", f"{row[1]}, {where}".rstrip(", "))


_TOLD = {
    "V": "SELECT id, sending || '→' || host || ' ' || title FROM visit WHERE ref = :ref",
    "M": "SELECT id, title FROM meeting WHERE ref = :ref",
    "A": "SELECT id, text FROM action WHERE ref = :ref",
}


def record(reader: Reader, text: str, letters: str) -> Hook:
    """A record by its ref; `letters` are those of the kinds that fit."""
    ref = text.upper()
    shape = re.fullmatch(r"([A-Z])-\d{4}-\d+", ref, re.ASCII)
    if shape is None or shape[1] not in letters:
        kinds = " or ".join(KIND_OF[letter] for letter in letters)
        raise BadInput(f"{quoted(text)} is not the ref of a {kinds}, such as {letters[0]}-2025-001.")
    row = reader.one(_TOLD[shape[1]], ref=ref)
    if row is None:
        raise BadInput(f"There is no {KIND_OF[shape[1]]} {ref} in the store.")
    if shape[1] == "V" and (stands := standing(reader, Key("visit", str(row[0])))).id != str(row[0]):
        ref = str(reader.value("SELECT ref FROM visit WHERE id = :id", id=int(stands.id)))
        return record(reader, ref, letters)
    return Hook(KIND_OF[shape[1]], row[0], ref, str(row[1]).strip())


def hook(reader: Reader, text: str) -> Hook:
    """What a follow-up hangs on: a ref, or an official by name."""
    if re.fullmatch(r"[vma]-\d{4}-\d+", text, re.ASCII | re.IGNORECASE):
        return record(reader, text, "VMA")
    name = text.removeprefix("official:").strip()
    officials = _officials(reader, name)
    if len(officials) == 1:
        one = officials[0]
        return Hook("official", one.number, f"official:{one.name}", one.told_apart)
    if officials:
        raise BadInput(f"{len(officials)} officials are called {quoted(name)}; write a ref instead.")
    raise BadInput(
        f"{quoted(text)} is no ref such as V-2025-001 and no official that is known.{_perhaps(reader, name)}"
    )
