"""What belongs to a post or a visit, as lines: other titles, counterparts, links to other visits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from db.dates import UNSTATED, PartialDate, read_date, show_date
from db.entry.shapes import listed, quoted
from db.errors import BadInput
from db.forms import names
from db.forms.dates import date_as_typed
from db.forms.parts import grammar
from db.forms.parts.grammar import Piece
from db.titles import borne_from, days_of

if TYPE_CHECKING:
    from datetime import date

    from db.reader import Reader

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.IGNORECASE | re.ASCII)
_WITH_ACRONYM = re.compile(r"([^()]*[^()\s]) \(([^()\s]{1,20})\)")
_LINK = re.compile(r"(.*?)[\s:]*\b(V-\d{4}-\d{3,})\s*", re.IGNORECASE | re.ASCII | re.DOTALL)
SAME_TRIP = "part of the same trip"
FORWARD = {"follows": "follows", "complements": "complements", "returns": "returns", SAME_TRIP: SAME_TRIP}
BACKWARD = {"follows": "followed by", "complements": "complemented by", "returns": "returned by"}


class Title(NamedTuple):
    """Another title of an office, or another name of a service, in a language; `borne` is when, for one of before."""

    title: str
    lang: str = ""
    line: int = 0
    borne: PartialDate = UNSTATED
    acronym: str = ""


class Link(NamedTuple):
    """How a visit relates to another one; `forward` when it is this one that follows or returns it."""

    kind: str
    forward: bool
    number: int
    ref: str
    line: int = 0
    told: str = ""


def read_title(line: list[Piece], number: int, *, today: date, day_first: bool, what: str = "title") -> Title:
    """A title with its language, and until when it was borne.

    Raises:
        BadInput: a sentence on what is not understood.
    """
    if not line[0].text.strip():
        raise BadInput(f"A {what} is missing.")
    lang = ""
    borne = UNSTATED
    for piece in line[1:]:
        good = piece.quoted or _LANGUAGE.fullmatch(piece.text)
        if piece.key in {"", "lang"} and good and not lang:
            lang = piece.text if piece.quoted else piece.text.lower()
        elif piece.key in {"", "held"} and borne == UNSTATED:
            borne = _borne(piece.text, today=today, day_first=day_first)
        else:
            raise BadInput(f"{quoted(piece.text)} is too much; a {what} has one language and one time.")
    return Title(line[0].text, lang, number, borne)


def read_name(line: list[Piece], number: int, *, today: date, day_first: bool) -> Title:
    """A name of a service with its acronym in brackets, its language, and until when it was borne.

    Raises:
        BadInput: a sentence on what is not understood.
    """
    said = [piece for piece in line if piece.key == "acronym"]
    rest = [piece for piece in line if piece.key != "acronym"]
    if not rest:
        raise BadInput("A name is missing.")
    if len(said) > 1:
        raise BadInput("A name has one acronym.")
    one = read_title(rest, number, today=today, day_first=day_first, what="name")
    both = None if rest[0].quoted or said else _WITH_ACRONYM.fullmatch(one.title)
    if both:
        return one._replace(title=both[1], acronym=both[2])
    return one._replace(acronym=said[0].text if said else "")


def name_text(one: Title) -> str:
    """The line of a name."""
    called = f"{one.title} ({one.acronym})" if one.acronym else one.title
    both = _WITH_ACRONYM.fullmatch(called)
    read_so = both.groups() if both and grammar.bare(called) else (called, "")
    if read_so == (one.title, one.acronym) and not (both and not one.acronym):
        return title_text(one._replace(title=called))
    said = grammar.keyed("acronym", one.acronym)
    return grammar.joined(grammar.quote(one.title), said, *_described(one))


def _borne(text: str, *, today: date, day_first: bool) -> PartialDate:
    """When a title was borne, by its days alone."""
    try:
        when = read_date(text, today=today, day_first=day_first)
    except BadInput:
        when = UNSTATED
    if when.first is None and when.last is None:
        raise BadInput(
            f"{quoted(text)} is no language such as en, fr or ar, and no time such as until June 2005."
        )
    return borne_from(*days_of(when))


def title_text(one: Title) -> str:
    """The line of a title."""
    return grammar.joined(grammar.value(one.title), *_described(one))


def _described(one: Title) -> tuple[str, str]:
    plain = _LANGUAGE.fullmatch(one.lang) and one.lang == one.lang.lower() and not grammar.is_later(one.lang)
    lang = one.lang if plain else f"lang: {grammar.quote(one.lang)}" if one.lang else ""
    when = date_as_typed(one.borne) if one.borne.edtf else ""
    return lang, grammar.later("held", when) if when else ""


def title_echo(one: Title) -> str:
    """What a title is, in words."""
    when = show_date(one.borne) if one.borne.edtf else ""
    return ", ".join(filter(None, ("title of before" if when else "another title", one.lang, when)))


def name_echo(one: Title) -> str:
    """What a name is, in words."""
    when = show_date(one.borne) if one.borne.edtf else ""
    what = "name of before" if when else "another name"
    return ", ".join(filter(None, (what, one.acronym, one.lang, when)))


def read_link(line: list[Piece], reader: Reader, number: int) -> Link:
    """Another visit, and how this one relates to it; raises as `read_title` does."""
    words = "; ".join(piece.text for piece in line)
    match = _LINK.fullmatch(words)
    if match is None:
        raise BadInput(
            f"{quoted(words)} names no visit; write how it relates and a ref, as in follows V-2025-001."
        )
    said = match[1].casefold().removeprefix("is ").removesuffix(" as").strip()
    said = SAME_TRIP if said == "same trip" else said
    other = names.record(reader, match[2], "V")
    for ways, forward in ((FORWARD, True), (BACKWARD, False)):
        kind = next((one for one, called in ways.items() if called == said), None)
        if kind:
            return Link(kind, forward, other.number, other.name, number, other.echo)
    raise BadInput(
        f"{quoted(match[1]) if match[1] else 'How it relates'} is not understood; write"
        f" {listed([*FORWARD.values(), *BACKWARD.values()], most=9)}."
    )


def link_text(one: Link) -> str:
    """The line of a link."""
    return f"{(FORWARD if one.forward else BACKWARD)[one.kind]} {one.ref}"
