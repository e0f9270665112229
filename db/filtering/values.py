"""What stands behind a field, understood: countries, people, topics, rungs, days, words of closed lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, get_args

from db.commitments import RUNGS
from db.errors import BadInput
from db.filtering.events import PARTIES
from db.filtering.subjects import Owners
from db.names import fold
from db.queries.topics import with_those_beneath
from db.vocabulary import Ball, MeetingFormat, VisitKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from db.filtering.shapes import Asking

MOST_PEOPLE = 500
"""Officials that a name may fit; of more, one asks for more of the name."""

BALLS: tuple[Ball, ...] = ("us", "them", "third")
_OF_EVENTS = (*get_args(VisitKind), *get_args(MeetingFormat))
KINDS: tuple[str, ...] = ("visit", "meeting", *PARTIES, *dict.fromkeys(_OF_EVENTS))
_OF_RUNG = {
    "noted": "note pris acte anotado tomado nota",
    "discussed": "discute aborde evoque discutido tratado",
    "explored": "explore etudie explorado estudiado",
    "proposed": "propose suggere propuesto sugerido",
    "agreed": "convenu accepte acordado convenido",
    "signed": "signe paraphe firmado rubricado",
}
"""The rungs in French and Spanish, folded."""
_SIGNS = {":": "=", "=": "=", ">": ">", "<": "<", ">=": ">=", "<=": "<="}


def country(asking: Asking, value: str) -> str:
    """The code of a country, by code or by a name in any language."""
    from db.entry.countries import named  # noqa: PLC0415 - the entry line, which plain words do without

    found = named(asking.reader, [value]).get(value, [])
    if len(found) == 1:
        return found[0].code
    if found:
        choices = " or ".join(f"{one.code} ({one.name})" for one in found[:4])
        raise BadInput(f"“{value}” is more than one country: write {choices}.")
    if not value:
        raise BadInput("A country is missing here, such as country:ES or country:Spain.")
    raise BadInput(
        f"“{value}” is not a country that is known here; write a code or a name, such as ES or Spain."
    )


def pair(asking: Asking, value: str) -> str:
    """The id of a country pair, "ES-MA", from its two countries in any order."""
    for sign in ("–", "—", "→", ">", "+", "/"):
        value = value.replace(sign, "-")
    # A country may have a hyphen in its name: the first place where both sides are countries counts.
    sides = value.split("-")
    if len(sides) == 1:
        raise BadInput("A pair has two countries, as in pair:MA-ES; country:MA is one alone.")
    failed: BadInput | None = None
    for at in range(1, min(len(sides), 5)):
        try:
            codes = [country(asking, "-".join(side).strip()) for side in (sides[:at], sides[at:])]
        except BadInput as error:
            failed = failed or error
            continue
        if codes[0] == codes[1]:
            raise BadInput("A pair has two different countries, as in pair:MA-ES.")
        return "-".join(sorted(codes))
    if not all(sides):
        raise BadInput("A country is missing here, as in pair:MA-ES.")
    raise failed or BadInput("A pair has two countries, as in pair:MA-ES.")


def people(asking: Asking, value: str) -> tuple[int, ...]:
    """The numbers of the officials whom a name fits: by its beginning, by any of its words, by its sound."""
    from db.entry.people import beginning  # noqa: PLC0415 - the entry line, which plain words do without
    from db.queries.search import sounding_like  # noqa: PLC0415
    from db.queries.words import matching  # noqa: PLC0415

    words = value.replace("_", " ")
    if not fold(words):
        raise BadInput("A name is missing here, such as @Hammouchi.")
    found = [one.number for one in beginning(asking.reader, words, limit=MOST_PEOPLE + 1)]
    if not found:
        condition, values = matching("official", words, "o.official_id")
        rows = asking.reader.all(
            f"SELECT o.official_id FROM official_summary o WHERE {condition} LIMIT :most_",
            **values,
            most_=MOST_PEOPLE + 1,
        )
        found = [number for (number,) in rows]
    found = found or [one.number for one in sounding_like(asking.reader, words, limit=12)]
    if len(found) > MOST_PEOPLE:
        raise BadInput(f"“{value}” fits more than {MOST_PEOPLE} officials; write more of the name.")
    if not found:
        raise BadInput(f"No official is called “{value}”.")
    return tuple(sorted(found))


def topic(asking: Asking, value: str) -> tuple[str, ...]:
    """The codes of a topic and of everything under it."""
    from db.entry.subjects import Topics  # noqa: PLC0415 - the entry line, which plain words do without

    found, sentence = Topics(asking.reader).read(value.replace("_", " "))
    if found is None:
        raise BadInput(sentence)
    return with_those_beneath(asking.reader, found.code)


def rung(operator: str, value: str) -> tuple[str, int]:
    """How the rung of an outcome compares: a sign and a number."""
    if value.isascii() and value.isdigit() and int(value) < len(RUNGS):
        return _SIGNS[operator], int(value)
    wanted = fold(value)
    found = [
        level
        for level, name in enumerate(RUNGS)
        if wanted and any(word.startswith(wanted) for word in (name, *_OF_RUNG[name].split()))
    ]
    exact = [level for level in found if wanted in (RUNGS[level], *_OF_RUNG[RUNGS[level]].split())]
    if len(exact or found) == 1:
        return _SIGNS[operator], (exact or found)[0]
    ladder = ", ".join(f"{level} {name}" for level, name in enumerate(RUNGS))
    said = f"“{value}” is no rung of the ladder" if value else "A rung is missing here"
    raise BadInput(f"{said}: write one of {ladder}.")


def span(asking: Asking, name: str, value: str) -> tuple[str, str]:
    """The first day from which on, or the last day to which: ("2024-01-01", "") for from:2024."""
    from db.dates import read_date  # noqa: PLC0415 - thousands of lines, which plain words do without

    date = read_date(value, today=asking.today, day_first=asking.day_first)
    day = date.first if name == "from" else date.last
    if day is None:
        raise BadInput(f"“{value}” names no year, so it is not known which days are meant.")
    return (day.isoformat(), "") if name == "from" else ("", day.isoformat())


def owners(asking: Asking, value: str) -> Owners:
    """The countries, services and officials that some words may mean."""
    from db.entry.countries import named  # noqa: PLC0415 - the entry line, which plain words do without
    from db.entry.people import beginning, organisations_beginning  # noqa: PLC0415

    words = value.removeprefix("@").replace("_", " ").strip()
    if not fold(words):
        raise BadInput("An owner is missing here, such as owner:ES, owner:DGSN or owner:Hammouchi.")
    return Owners(
        words,
        tuple(one.code for one in named(asking.reader, [words]).get(words, ())),
        tuple(one.number for one in organisations_beginning(asking.reader, words, 100)),
        tuple(one.number for one in beginning(asking.reader, words, limit=100)),
    )


def place(value: str) -> str:
    """The words of a place."""
    if not fold(value):
        raise BadInput("A place is missing here, such as place:Rabat.")
    return value


def one_of(value: str, among: Sequence[str], called: str) -> str:
    """The word of a closed list that is meant: itself, or the only one that begins so."""
    wanted = value.lower().replace("_", " ").strip()
    if wanted in among:
        return wanted
    found = [one for one in among if wanted and one.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    near = get_close_matches(wanted, among, n=1) if wanted else []
    if near:
        raise BadInput(f"{called} does not take “{value}” here; did you mean {near[0]}?")
    takes = f"does not take “{value}” here, but" if value else "takes"
    raise BadInput(f"{called} {takes} {listing(found or among)}.")


def listing(words: Iterable[str]) -> str:
    """Words in a sentence: "open, watch or planned"."""
    *others, last = [str(word) for word in words]
    return f"{', '.join(others)} or {last}" if others else last


Reader = Callable[["Asking", str, str], Any]
"""From who asks, an operator and a value to what is asked for."""

_READERS: Mapping[str, tuple[str, Reader]] = {
    "@": ("person", lambda asking, _, value: people(asking, value)),
    "#": ("topic", lambda asking, _, value: topic(asking, value)),
    "from": ("when", lambda asking, _, value: span(asking, "from", value)),
    "to": ("when", lambda asking, _, value: span(asking, "to", value)),
    "pair": ("pair", lambda asking, _, value: pair(asking, value)),
    "country": ("country", lambda asking, _, value: country(asking, value)),
    "rung": ("rung", lambda _, operator, value: rung(operator, value)),
    "ball": ("ball", lambda _, __, value: one_of(value, BALLS, "ball:")),
    "owner": ("owner", lambda asking, _, value: owners(asking, value)),
    "place": ("place", lambda _, __, value: place(value)),
    "kind": ("kind", lambda _, __, value: one_of(value, KINDS, "kind:")),
}


def read_value(asking: Asking, field: str, operator: str, value: str) -> tuple[str, Any]:
    """The name of a part and what it asks for; what "is" takes depends on the list and is not read here.

    Raises:
        BadInput: it is not understood; the offsets are not those of the filter.
    """
    says, read = _READERS[field]
    return says, read(asking, operator, value)
