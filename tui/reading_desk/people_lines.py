"""The line in which an officer says who was there: a person, a post without a name, or people told as a group."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from db import queries
from db.errors import BadInput
from db.names import fold
from db.reading.people.groups import how_many
from db.reading.people.known import officials_in
from tui.glyphs import glyphs
from tui.modals.answer_sheet import Heard

if TYPE_CHECKING:
    from db.reader import Reader
    from tui.app import Bilat

PERSON = "Name, post, country, head for who leads: Rita Calado, Interior Minister, PT; - for no name; 4+ experts, PT"
_ROLES = ("head", "group")
_COUNTED = re.compile(r"\d{1,4}\+? \S")


def read_person(app: Bilat, text: str) -> dict[str, Any]:
    """Read a line as somebody.

    Raises:
        BadInput: it names nobody and no post.
    """
    name, *others = [part.strip() for part in text.split(",")]
    role = others.pop().casefold() if others and others[-1].casefold() in _ROLES else "member"
    country = ""
    if others:
        country = app.read(_country, others[-1])
        others = others[:-1] if country else others
    post = ", ".join(filter(None, others))
    if _COUNTED.match(name) or role == "group":
        return _group(", ".join([name, *others]), country)
    name = "" if name in ("-", glyphs.dash) else " ".join(name.split())
    if not name and not post:
        raise BadInput("Nobody is named: write a name, or - and a post.")
    known = app.read(officials_in, name).get(fold(name)) if name else None
    country = country or (known.country if known else "")
    return {
        "name": name,
        "known": known.name if known else "",
        "post": post,
        "country": country,
        "role": role,
    }


def _group(words: str, country: str) -> dict[str, Any]:
    """People who are told as a group: "4+ experts"."""
    if not words.strip():
        raise BadInput("Nobody is named: write who they are, as in 4 experts, PT.")
    shared = {"name": "", "known": "", "post": "", "country": country, "role": "group"}
    count = how_many(words.split(maxsplit=1)[0].rstrip("+").casefold())
    return {**shared, "group": " ".join(words.split()), "count": count}


def called(values: Mapping[str, Any]) -> str:
    """Somebody in one word or two."""
    return str(values["known"] or values["name"] or values["post"] or values.get("group", ""))


def _country(reader: Reader, words: str) -> str:
    """The country that some words are, "" for none."""
    for code, label in queries.countries(reader):
        if words.casefold() in (code.casefold(), label.casefold()):
            return code
    return ""


def hears_person(app: Bilat) -> Callable[[str], Heard]:
    """Echoes somebody."""

    def hears(text: str) -> Heard:
        if not text.strip():
            raise BadInput("Nobody is named: write a name, or - and a post.")
        found = read_person(app, text)
        if found["role"] == "group":
            count = f"{found['count']:,} people" if found["count"] else ""
            parts = ("group", found["group"], found["country"] or "country not stated", count)
            return Heard(f" {glyphs.dot} ".join(filter(None, parts)))
        new = f"new official {found['name']}" if found["name"] else "not named"
        who = found["known"] or new
        role = "head" if found["role"] == "head" else ""
        parts = (who, found["post"], found["country"] or "country not stated", role)
        return Heard(f" {glyphs.dot} ".join(filter(None, parts)))

    return hears


def person_line(values: Mapping[str, Any]) -> str:
    """Somebody as a line; a group that begins with no number says that it is one."""
    if group := str(values.get("group", "")):
        tail = "" if _COUNTED.match(group) else "group"
        return ", ".join(filter(None, (group, values["country"], tail)))
    role = "head" if values["role"] == "head" else ""
    return ", ".join(filter(None, (values["name"] or "-", values["post"], values["country"], role)))


def names_from(app: Bilat) -> Callable[[str], str]:
    """Completes the name of an official of the store."""

    def goes_on(text: str) -> str:
        if "," in text or len(text.strip()) < _SHORTEST:
            return ""
        low = text.casefold()
        for row in app.read(queries.find_records, text, limit=_MOST):
            if row.key.kind == "official" and row.label.casefold().startswith(low):
                return row.label[len(text) :]
        return ""

    return goes_on


_SHORTEST, _MOST = 2, 8
