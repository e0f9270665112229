"""What a .vcf file says, card by card, of version 2.1, 3.0 or 4.0; nothing is looked up in a store here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from db.errors import BadInput
from db.exchange.carried import carried, one_line
from db.exchange.vcard_packed import text_of, unpacked

MOST_BYTES = 16_000_000
MOST_CARDS = 5_000
MOST_NAMES, MOST_POSTS = 30, 12  # of one card
VERSIONS = ("2.1", "3.0", "4.0")
_HEAD = re.compile(r'((?:[^":]|"[^"]*")*):')
_PART = re.compile(r'((?:[^";]|"[^"]*")*)(?:;|$)')
_BETWEEN = re.compile(r"((?:[^\\;]|\\.)*)(?:;|$)")
_ESCAPE = re.compile(r"\\(.)")
_COUNTRY = 6  # its place in an address


class HeldPost(NamedTuple):
    """A post as a card tells it."""

    title: str
    organisation: str
    acting: bool = False


class Card(NamedTuple):
    """A person.

    Attributes:
        uid: its name for good, "" where it has none.
        name: the one to show.
        spellings: the others, in any script.
        sort_name: as in "Hammouchi, Abdellatif", "" where the card does not take the name apart.
        code: of the country, "" where only its name is told.
        country: its name.
        posts: as told.
        note: as written.
        problem: why it cannot come in, "" where it can.
    """

    uid: str
    name: str
    spellings: tuple[str, ...] = ()
    sort_name: str = ""
    code: str = ""
    country: str = ""
    posts: tuple[HeldPost, ...] = ()
    note: str = ""
    problem: str = ""


class _Line(NamedTuple):
    group: str
    name: str
    params: dict[str, str]
    value: str


def read_cards(raw: bytes) -> tuple[Card, ...]:
    """The cards of a .vcf file.

    Raises:
        BadInput: it is too big or holds no card, with the sentence that says why.
    """
    if len(raw) > MOST_BYTES:
        raise BadInput(
            f"It has more than {MOST_BYTES // 1_000_000} MB; export fewer cards, without pictures."
        )
    if raw.upper().count(b"BEGIN:VCARD") > MOST_CARDS:
        raise BadInput(f"It has more than {MOST_CARDS:,} cards; export fewer.")
    try:
        text = unpacked(text_of(raw))
    except UnicodeDecodeError as error:
        raise BadInput(f"It is not UTF-8 text (byte {error.start:,}).") from None
    cards = tuple(_card(lines) for lines in _each(text))
    if not cards:
        raise BadInput("It holds no card (.vcf) that begins and ends.")
    return cards


def _each(text: str) -> Iterator[list[_Line]]:
    """The lines of each card; what stands in a card within it is no part of it."""
    lines: list[_Line] = []
    depth = 0
    for raw in re.sub(r"\r?\n[ \t]", "", text).split("\n"):
        line = raw.strip("\r ")
        match line.upper():
            case "BEGIN:VCARD":
                depth += 1
                lines = [] if depth == 1 else lines
            case "END:VCARD":
                if depth == 1:
                    yield lines
                depth = max(0, depth - 1)
            case _:
                if depth == 1 and (one := _line(line)):
                    lines.append(one)


def _line(line: str) -> _Line | None:
    head = _HEAD.match(line)
    if head is None:
        return None
    full, *given = _PART.findall(head[1])
    group, _, name = full.rpartition(".")
    params = {}
    for part in given:
        key, sign, value = part.partition("=")
        if sign:
            params[key.strip().upper()] = value.strip().strip('"')
    return _Line(group.upper(), name.strip().upper(), params, line[head.end() :])


def _card(lines: list[_Line]) -> Card:
    names = _names(lines)
    family, given, _, before, *_ = (*_parts(_first(lines, "N")), "", "", "", "")
    names = [name.removeprefix(before).lstrip() or name for name in names]  # "Dr." is no part of a name
    if not names and (joined := f"{given} {family}".strip()):
        names = [joined]
    address = next((line for line in lines if line.name == "ADR"), None)
    parts = _parts(address.value) if address else []
    return Card(
        uid=one_line(_unescaped(_first(lines, "UID")), 400),
        name=names[0] if names else "",
        spellings=tuple(names[1:MOST_NAMES]),
        sort_name=f"{family}, {given}" if family and given else family,
        code=address.params.get("CC", "").upper()[:12] if address else "",
        country=parts[_COUNTRY] if len(parts) > _COUNTRY else "",
        posts=_posts(lines),
        note=carried(_unescaped(_first(lines, "NOTE"))),
        problem=_problem(lines, names),
    )


def _problem(lines: list[_Line], names: list[str]) -> str:
    version = _first(lines, "VERSION").strip()
    if version not in VERSIONS:
        return f"it is of version “{version[:10]}”; export it as {VERSIONS[-2]} or {VERSIONS[-1]}"
    if _first(lines, "KIND").strip().lower() not in {"", "individual"}:
        return "it is of no person"
    return "" if names else "it has no name"


def _names(lines: list[_Line]) -> list[str]:
    """The one to show first; where several are, the one preferred."""
    told = [line for line in lines if line.name == "FN"]
    told.sort(key=lambda line: _rank(line.params.get("PREF", "")))
    return list(dict.fromkeys(filter(None, (one_line(_unescaped(line.value)) for line in told))))


def _rank(pref: str) -> int:
    """From 1, the first, to 100; what says none comes after."""
    return int(pref) if pref.isascii() and pref.isdigit() and len(pref) <= len("100") else 101


def _posts(lines: list[_Line]) -> tuple[HeldPost, ...]:
    """Each title with the organisation of its group; what is in no group goes together."""
    held = []
    for line in lines:
        if line.name == "TITLE" and (title := one_line(_unescaped(line.value))):
            role = next((one.value for one in lines if (one.group, one.name) == (line.group, "ROLE")), "")
            service = next((one.value for one in lines if (one.group, one.name) == (line.group, "ORG")), "")
            organisation = next(iter(_parts(service)), "")
            held.append(HeldPost(title, organisation, acting=role.strip().lower() == "acting"))
    return tuple(dict.fromkeys(held))[:MOST_POSTS]


def _first(lines: list[_Line], name: str) -> str:
    return next((line.value for line in lines if line.name == name), "")


def _parts(value: str) -> list[str]:
    """The parts of a value between semicolons that are not escaped."""
    return [
        one_line(_unescaped(part)) for part in _BETWEEN.findall(f"{value} ")
    ]  # nothing left to escape at the end


def _unescaped(value: str) -> str:
    return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)
