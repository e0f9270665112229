"""Who took part, as lines: "Abdellatif Hammouchi; MA; head; as Director General/DGSN"."""

from __future__ import annotations

from typing import NamedTuple, get_args

from db.entry.countries import Country
from db.entry.groups import group_of
from db.entry.shapes import listed, quoted
from db.entry.vocabulary import chosen
from db.errors import BadInput
from db.forms.parts.grammar import Piece
from db.forms.parts.known import Known
from db.forms.parts.named import Official, Organisation, Post
from db.vocabulary import Attendance, ParticipantRole

ROLES: tuple[str, ...] = get_args(ParticipantRole)
ATTENDANCES: tuple[str, ...] = get_args(Attendance)
NO_COUNTRY = "no country"
_MOST = 10**9  # people in one line; more is a slip of the fingers
_SHORTEST = 3  # letters of a word that is not written out


class Person(NamedTuple):
    """One line of those who took part.

    Attributes:
        official: who it was, None where nobody is named.
        post: which they held then, or of which only the holder took part.
        organisation: that was represented, without a post.
        group: several, as printed: "security experts".
        country: code; "" leaves it to the delegation or the official, None says that there is none.
        role: head, member and so on.
        printed: the words of the source.
        how_many: people it was, where that was said.
        behalf: for whom they came.
        attendance: "" for what the event's status says: expected, then attended.
        line: its number in the text, from 1.
    """

    official: Official | None = None
    post: Post | None = None
    organisation: Organisation | None = None
    group: str = ""
    country: str | None = ""
    role: str = "member"
    printed: str = ""
    how_many: int | None = None
    behalf: str = ""
    attendance: str = ""
    line: int = 0

    @property
    def usual_role(self) -> str:
        """The role of somebody of whom the line says none."""
        return "group" if self.group and not (self.official or self.post or self.organisation) else "member"

    @property
    def own_country(self) -> str:
        """Whose they are by what the store knows of them."""
        for one in (self.official, self.post, self.organisation):
            if one and one.country:
                return one.country
        return ""


class Delegation(NamedTuple):
    """A line that begins a delegation, and those in it; country "" is the sending one."""

    country: str = ""
    organisation: Organisation | None = None
    level: str = ""
    size: int | None = None
    complete: bool = False
    members: tuple[Person, ...] = ()
    line: int = 0


Countries = dict[str, list[Country]]


def read_person(line: list[Piece], known: Known, countries: Countries, *, around: str, number: int) -> Person:
    """Who a line says took part; `around` is the country of the delegation that it stands in.

    Raises:
        BadInput: a sentence on what is not understood.
    """
    said = _Said(countries)
    for place, piece in enumerate(line):
        said.take(piece, first=place == 0)
    hint = (said.words.get("country") or around) if said.words.get("country") != NO_COUNTRY else ""
    pieces = _grouped(said.pieces)
    if "official" in pieces and not pieces["official"].text.strip():
        raise BadInput("A name is missing.")
    person = Person(
        official=known.official(pieces["official"], hint) if "official" in pieces else None,
        post=known.post(pieces["post"], hint) if "post" in pieces else None,
        organisation=known.organisation(pieces["organisation"], hint) if "organisation" in pieces else None,
        group=pieces["group"].text if "group" in pieces else "",
        country=None if said.words.get("country") == NO_COUNTRY else said.words.get("country", ""),
        printed=pieces["printed"].text if "printed" in pieces else "",
        how_many=_number(pieces["count"], "count") if "count" in pieces else None,
        behalf=pieces["for"].text if "for" in pieces else "",
        attendance=said.words.get("attendance", ""),
        line=number,
    )
    return person._replace(role=said.words.get("role") or person.usual_role)


def _grouped(pieces: dict[str, Piece]) -> dict[str, Piece]:
    """The pieces, with "4+ experts" at the place of a name taken apart: nobody is called that."""
    first = pieces.get("official")
    group = group_of(first.text) if first is not None and not first.quoted else None
    if first is None or group is None or group.number is None or {"group", "count"} & pieces.keys():
        return pieces
    said = {
        "group": first._replace(key="group", text=group.name),
        "count": first._replace(key="count", text=str(group.number)),
        "printed": first._replace(key="printed", text=group.printed),
    }
    return said | {key: piece for key, piece in pieces.items() if key != "official"}


def read_delegation(
    line: list[Piece], known: Known, countries: Countries, *, around: str, number: int
) -> Delegation:
    """The line that begins a delegation; raises as `read_person` does."""
    country = around
    if line[0].text:
        found = countries.get(line[0].text, [])
        if len(found) != 1:
            raise BadInput(
                f"{quoted(line[0].text)} is no country; write the code of whose delegation it is, as in delegation MA."
            )
        country = found[0].code
    given: dict[str, Piece] = {}
    complete = False
    for piece in line[1:]:
        word = piece.text.casefold() if not piece.key else ""
        if word in {"complete", "at least"}:
            complete = word == "complete"
        elif piece.key in {"organisation", "level", "size"}:
            given[piece.key] = _once(given, piece)
        else:
            raise BadInput(
                f"{quoted(piece.text)} is not understood. A line is like this: delegation MA; of DGSN; level:"
                " technical; size 12; complete"
            )
    size = given.get("size")
    return Delegation(
        country=country,
        organisation=known.organisation(given["organisation"], country) if "organisation" in given else None,
        level=given["level"].text if "level" in given else "",
        size=_number(size, "size") if size else None,
        complete=complete,
        line=number,
    )


class _Said:
    """What the pieces of one line say, each once."""

    def __init__(self, countries: Countries) -> None:
        self._countries = countries
        self.pieces: dict[str, Piece] = {}
        self.words: dict[str, str] = {}

    def take(self, piece: Piece, *, first: bool) -> None:
        key = piece.key or ("official" if first else "")
        if key in {"official", "post", "organisation", "group", "printed", "count", "for"}:
            self.pieces[key] = _once(self.pieces, piece._replace(key=key))
        elif key in {"", "role", "country", "attendance"}:
            self._word(piece)
        else:
            raise BadInput(f"{quoted(piece.text)}: a line on people has no {key}.")

    def _word(self, piece: Piece) -> None:
        key, value = self._meant(piece)
        if self.words.get(key, value) != value:
            raise BadInput(f"The {key} stands there twice: {self.words[key]} and {value}.")
        self.words[key] = value

    def _meant(self, piece: Piece) -> tuple[str, str]:
        """Which of the closed lists a word is from."""
        word = piece.text.casefold()
        if word == NO_COUNTRY:
            return "country", NO_COUNTRY
        closed = {"role": ROLES, "attendance": ATTENDANCES}
        for key, words in closed.items():
            if piece.key in {"", key} and word in words:
                return key, word
        found = self._countries.get(piece.text, []) if piece.key in {"", "country"} else []
        if len(found) == 1:
            return "country", found[0].code
        if found:
            several = listed([f"{one.code} ({one.name})" for one in found])
            raise BadInput(f"{quoted(piece.text)} is more than one country; write {several}.")
        for key, words in closed.items():
            if len(word) >= _SHORTEST and piece.key in {"", key} and (meant := chosen(word, words)):
                return key, meant
        if piece.key:
            wanted = closed.get(piece.key)
            told = f"one of {', '.join(wanted)}" if wanted else "a code or a name, such as ES"
            raise BadInput(f"{quoted(piece.text)} is no {piece.key}; write {told}.")
        raise BadInput(
            f"{quoted(piece.text)} is not understood. A line is like this: Said Alaoui; MA; head; as Director/DGSN"
        )


def _once(given: dict[str, Piece], piece: Piece) -> Piece:
    if piece.key in given:
        raise BadInput(f"The line says {_CALLED.get(piece.key, piece.key)} twice; write one of them.")
    if not piece.text.strip() and not piece.quoted:
        raise BadInput(f"Something is missing behind {_CALLED.get(piece.key, piece.key)}.")
    return piece


_CALLED = {"organisation": "the organisation", "post": "the post", "printed": "printed:", "for": "for:"}


def _number(piece: Piece, what: str) -> int:
    digits = piece.text.removeprefix("at least ").strip()
    if not digits.isascii() or not digits.isdigit() or not 0 < int(digits[:12]) < _MOST:
        raise BadInput(f"{quoted(piece.text)} is no number of people; write {what} 12.")
    return int(digits)
