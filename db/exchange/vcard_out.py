"""Officials as vCard 4.0 (RFC 6350): names in every script, and the posts that they hold now.

Lines are written here rather than by a library: those that are kept write 3.0, which cannot say that two names are one
in two scripts.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from db.exchange.carried import carried, one_line
from db.exchange.choosing import Wanted, choose
from db.exchange.scripts import LATIN, script_of
from db.exchange.stamps import Stamp, card_uid, stamps
from db.names import fold
from db.queries.pieces import HELD_NOW

if TYPE_CHECKING:
    from db.reader import Reader

_OCTETS = 75  # of a line; what is longer goes on in the next one, after a space
_ESCAPED = str.maketrans({"\\": "\\\\", "\n": "\\n", ",": "\\,", ";": "\\;"})
_QUOTED = str.maketrans({"^": "^^", '"': "^'", "\n": "^n"})  # RFC 6868
_OFFICIALS = (
    "SELECT o.id, o.name, o.sort_name, o.native_name, o.note, o.handling, o.country, c.name FROM official o"
    " LEFT JOIN country c ON c.code = o.country WHERE o.merged_into IS NULL ORDER BY o.sort_name, o.id"
)
_NAMES = "SELECT official_id, name FROM official_name WHERE kind <> 'weak' ORDER BY kind <> 'preferred', id"
_POSTS = (
    "SELECT t.official_id, p.title, COALESCE(o.name, ''), t.acting FROM tenure t JOIN post p ON p.id = t.post_id"
    f" LEFT JOIN organisation o ON o.id = p.organisation_id WHERE {HELD_NOW} ORDER BY t.id"
)


class CardsOut(NamedTuple):
    """Cards before they are bytes, by the name of a file each; and how many of them bear each handling mark."""

    cards: Mapping[str, str]
    marks: Mapping[str, int]

    @property
    def data(self) -> bytes:
        """All of them as one file."""
        return "".join(self.cards.values()).encode()

    @property
    def each(self) -> Iterator[tuple[str, bytes]]:
        """A file for every official, with its name."""
        for name, card in self.cards.items():
            yield name, card.encode()


class _Official(NamedTuple):
    id: int
    name: str
    sort_name: str
    native_name: str
    note: str
    handling: str
    code: str | None
    country: str | None


class _Post(NamedTuple):
    title: str
    organisation: str
    acting: bool


def write_cards(reader: Reader, wanted: Wanted = Wanted(), *, today: date, notes: bool = False) -> bytes:  # noqa: B008
    """A part of the store's officials as one .vcf file; the same store gives the same bytes."""
    return gather_cards(reader, wanted, today=today, notes=notes).data


def gather_cards(
    reader: Reader,
    wanted: Wanted = Wanted(),  # noqa: B008 - a tuple, never changed
    *,
    today: date,
    notes: bool = False,
) -> CardsOut:
    """The cards of a part of the store's officials.

    Args:
        reader: the store.
        wanted: which part of it.
        today: the posts are those held on this day.
        notes: also what the officer noted on them, which is not meant for everybody's address book.
    """
    chosen = None if wanted.everything else choose(reader, wanted)["official"]
    stamped = stamps(reader, "official")
    names: dict[int, list[str]] = defaultdict(list)
    for number, name in reader.all(_NAMES):
        names[number].append(name)
    posts: dict[int, list[_Post]] = defaultdict(list)
    for number, *post in reader.all(_POSTS, today=today.isoformat()):
        posts[number].append(_Post._make(post))
    cards: dict[str, str] = {}
    marks: Counter[str] = Counter()
    for row in reader.all(_OFFICIALS):
        one = _Official._make(row)
        if chosen is None or one.id in chosen:
            lines = _lines(one, names[one.id], posts[one.id], stamped.get(one.id, Stamp()), notes=notes)
            file = re.sub(r"[^a-z0-9]+", "-", fold(one.name))[:60].strip("-")
            cards[f"{file}-{one.id}.vcf"] = "".join(f"{_folded(line)}\r\n" for line in lines)
            marks.update(filter(None, [one.handling]))
    return CardsOut(cards, marks)


def _lines(
    one: _Official, names: list[str], posts: list[_Post], stamp: Stamp, *, notes: bool
) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    yield "PRODID:-//bilat//bilat//EN"
    yield f"UID:{card_uid(one.id, stamp)}"
    yield "KIND:individual"
    others = [name for name in (one.native_name, *names) if name and name != one.name]
    for place, name in enumerate(dict.fromkeys((one.name, *others))):
        yield _name(name, first=place == 0)
    yield _sorted(one)
    if one.code:
        yield f"ADR;CC={one.code}:;;;;;;{_text(one.country or one.code)}"
    for number, post in enumerate(posts, start=1):
        group = f"post{number}." if len(posts) > 1 else ""
        if post.organisation:
            yield f"{group}ORG:{_text(post.organisation)}"
        yield f"{group}TITLE:{_text(post.title)}"
        if post.acting:
            yield f"{group}ROLE:acting"
    if one.handling:
        yield f"CATEGORIES:{_text(one.handling)}"  # a card has no other place for who may read it
    if notes and one.note:
        yield f"NOTE:{carried(one.note).translate(_ESCAPED)}"
    yield f"REV:{stamp.changed:%Y%m%dT%H%M%SZ}"
    yield "END:VCARD"


def _name(name: str, *, first: bool) -> str:
    """A name as one of several ways to write the same; in which language nobody noted, in which script shows."""
    script = script_of(name)
    language = f";LANGUAGE=und-{script}" if script != LATIN else ""
    return f"FN;ALTID=1{';PREF=1' if first else ''}{language}:{_text(name)}"


def _sorted(one: _Official) -> str:
    family, _, given = (one_line(part) for part in one.sort_name.partition(","))
    words = ",".join(part for part in (family, given) if part).translate(_QUOTED)
    sort_as = f';SORT-AS="{words}"' if words else ""
    return f"N{sort_as}:{_text(family)};{_text(given)};;;"


def _text(text: str) -> str:
    return one_line(text).translate(_ESCAPED)


def _folded(line: str) -> str:
    """A line in pieces of no more octets than a line may have, none of them cut within a letter."""
    pieces, piece, size = [], "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > _OCTETS:
            pieces.append(piece)
            piece, size = " ", 1
        piece += letter
        size += octets
    return "\r\n".join((*pieces, piece))
