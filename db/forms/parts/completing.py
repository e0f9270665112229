"""What a line of a list most likely goes on with, from what the store knows already."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from db.entry import people, places
from db.errors import BadInput
from db.forms.parts import grammar
from db.forms.parts.careers import BASES, NAME_KINDS
from db.forms.parts.grammar import Piece
from db.forms.parts.named import POST, post_of
from db.forms.parts.namesakes import shown
from db.forms.parts.offices import BACKWARD, FORWARD
from db.forms.parts.people import ATTENDANCES, NO_COUNTRY, ROLES

if TYPE_CHECKING:
    from db.reader import Reader

_MOST = 12  # candidates that are looked at
_PEOPLE = (*ROLES, *ATTENDANCES, NO_COUNTRY)
_WORDS: dict[str, tuple[str, ...]] = {
    "people": _PEOPLE,
    "delegation": (*_PEOPLE, "complete"),
    "spellings": NAME_KINDS,
    "tenures": ("acting", *BASES),
}
_FIRST = {"people": "official", "delegation": "official", "tenures": "post", "counterparts": "post"}
_REF = re.compile(r"(.*\S)\s+(\S*)", re.DOTALL)


def line_goes_on(reader: Reader, takes: str, line: str) -> str:
    """The letters to add behind the beginning of a line, "" when nothing known begins so."""
    if takes == "links":
        return _link(reader, line)
    try:
        found = grammar.pieces(line, who=takes in _FIRST)
    except BadInput:
        return ""
    if not found or found[-1].quoted or line.rstrip().endswith(";"):
        return ""
    last = found[-1]
    typed = last.parts[-1] + " " * (line != line.rstrip())
    if not typed.strip():
        return ""
    key = last.key or (_FIRST.get(takes, "") if len(found) == 1 else "word")
    return rest_of(typed, (one for one in _candidates(reader, takes, key, last, typed) if grammar.bare(one)))


def _candidates(reader: Reader, takes: str, key: str, last: Piece, typed: str) -> Iterable[str]:
    found: Iterable[str] = ()
    match key:
        case "official":
            found = [one.name for one in people.beginning(reader, typed)]
        case "post" if len(last.parts) == 1:
            found = _posts(reader, typed)
        case "post" | "organisation":
            services = people.organisations_beginning(reader, typed, _MOST)
            found = [name for one in services for name in (one.label, one.name)]
        case "source":
            found = [name for each in places.sources(reader, typed, _MOST) for name in each[1:] + each[:1]]
        case "delegation" | "country":
            found = [name for _, name, _ in places.countries_beginning(reader, typed, _MOST)]
        case "word":
            named = (
                places.countries_beginning(reader, typed, _MOST) if takes in {"people", "delegation"} else ()
            )
            found = [*_WORDS.get(takes, ()), *(name for _, name, _ in named)]
        case _:
            pass
    return found


def _posts(reader: Reader, typed: str) -> list[str]:
    """Titles as typed and with a capital, each with its organisation."""
    tries = {"typed": typed, "title": typed[:1].upper() + typed[1:]}
    ranges = " OR ".join(f"(p.title >= :{key} AND p.title < :{key}_end)" for key in tries)
    rows = reader.all(
        f"{POST}p.merged_into IS NULL AND ({ranges}) ORDER BY p.title, p.id LIMIT :limit_",
        **tries,
        **{f"{key}_end": text + "\U0010ffff" for key, text in tries.items()},
        limit_=_MOST,
    )
    posts = [post_of(row) for row in rows]
    return [
        shown(
            Piece(0, "", one.told, (one.title, one.organisation.label) if one.organisation else (one.title,))
        )
        for one in posts
    ]


def _link(reader: Reader, line: str) -> str:
    match = _REF.fullmatch(line.lstrip())
    kinds = (*FORWARD.values(), *BACKWARD.values())
    if match and match[1].casefold() in kinds and match[2]:
        return rest_of(match[2], [ref for ref, _ in places.refs(reader, match[2], "V", _MOST)])
    return rest_of(line.lstrip(), (f"{kind} V-" for kind in kinds)) if line.strip() else ""


def rest_of(typed: str, candidates: Iterable[str]) -> str:
    """What the first candidate that begins so goes on with."""
    low = typed.casefold()
    found = (one for one in candidates if one.casefold().startswith(low) and len(one) > len(typed))
    return next((one[len(typed) :] for one in found), "")
