"""What belongs to a post or a visit, as lines: other titles, counterparts, links to other visits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from db.entry.shapes import listed, quoted
from db.errors import BadInput
from db.forms import names
from db.forms.parts import grammar
from db.forms.parts.grammar import Piece

if TYPE_CHECKING:
    from db.reader import Reader

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.IGNORECASE | re.ASCII)
_LINK = re.compile(r"(.*?)[\s:]*\b(V-\d{4}-\d{3,})\s*", re.IGNORECASE | re.ASCII | re.DOTALL)
SAME_TRIP = "part of the same trip"
FORWARD = {"follows": "follows", "complements": "complements", "returns": "returns", SAME_TRIP: SAME_TRIP}
BACKWARD = {"follows": "followed by", "complements": "complemented by", "returns": "returned by"}


class Title(NamedTuple):
    """Another title of an office, in a language."""

    title: str
    lang: str = ""
    line: int = 0


class Link(NamedTuple):
    """How a visit relates to another one; `forward` when it is this one that follows or returns it."""

    kind: str
    forward: bool
    number: int
    ref: str
    line: int = 0
    told: str = ""


def read_title(line: list[Piece], number: int) -> Title:
    """A title with its language.

    Raises:
        BadInput: a sentence on what is not understood.
    """
    if not line[0].text.strip():
        raise BadInput("A title is missing.")
    lang = ""
    for piece in line[1:]:
        good = piece.quoted or _LANGUAGE.fullmatch(piece.text)
        if piece.key not in {"", "lang"} or not good or lang:
            raise BadInput(f"{quoted(piece.text)} is no language; write its code, such as en, fr or ar.")
        lang = piece.text if piece.quoted else piece.text.lower()
    return Title(line[0].text, lang, number)


def title_text(one: Title) -> str:
    """The line of a title."""
    plain = _LANGUAGE.fullmatch(one.lang) and one.lang == one.lang.lower() and not grammar.is_later(one.lang)
    lang = one.lang if plain else f"lang: {grammar.quote(one.lang)}" if one.lang else ""
    return grammar.joined(grammar.value(one.title), lang)


def title_echo(one: Title) -> str:
    """What a title is, in words."""
    return f"another title, {one.lang}" if one.lang else "another title"


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
