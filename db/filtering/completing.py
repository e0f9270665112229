"""What could stand at the cursor of a filter, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from db.commitments import RUNGS
from db.filtering.lexer import LONGEST, Piece, cut, in_quotes
from db.filtering.reading import ALIASES, FIELDS, is_words, known_fields
from db.filtering.shapes import Asking, Offer, Subject
from db.filtering.values import KINDS
from db.names import fold

_SHORTEST = 2  # letters from which a word may be the beginning of a field's name
_LIKELY = 4  # letters from which a word may be a value that wants its field
_YEARS = 12
_IS = {
    "overdue": "its day is over",
    "open": "agreed, and not done",
    "watch": "explored or proposed",
    "planned": "still to come",
    "held": "took place",
    "unnamed": "somebody known by the office alone",
    "unsourced": "no source says so",
    "undated": "nobody knows when",
    "waiting": "waits for somebody",
    "mine": "yours, or nobody's yet",
}
_CLOSED: Mapping[str, Mapping[str, str]] = {
    "ball": {"us": "our turn", "them": "their turn", "third": "a third party's turn"},
    "kind": dict.fromkeys(KINDS, ""),
    "rung": {name: f"{level} of 5" for level, name in reversed(list(enumerate(RUNGS)))},
}


def complete(
    text: str, at: int, subjects: Sequence[Subject], asking: Asking, *, limit: int = 8
) -> list[Offer]:
    """What the piece that ends at the cursor could become; nothing inside a piece."""
    if not 0 <= at <= min(len(text), LONGEST) or (at < len(text) and not text[at].isspace()):
        return []
    piece = next((one for one in cut(text[:at]) if one.end == at), None)
    if piece is None:
        return []
    found: dict[str, Offer] = {}
    for value, says in _offers(piece, subjects, asking, limit):
        offered = ("-" if piece.negated else "") + value
        if offered != text[piece.start : piece.end]:
            found.setdefault(offered, Offer(piece.start, piece.end, offered, says))
        if len(found) == limit:
            break
    return list(found.values())


def _offers(
    piece: Piece, subjects: Sequence[Subject], asking: Asking, limit: int
) -> Iterator[tuple[str, str]]:
    """What takes the place of the piece, without its minus, and what that means."""
    known = known_fields(subjects)
    if not piece.field:
        if not piece.quoted and len(piece.text) >= _SHORTEST:
            typed = piece.text.lower()
            yield from (
                (_lead(name), FIELDS[name]) for name in known if name in FIELDS and name.startswith(typed)
            )
            yield from _values_that_begin(typed, known, subjects)
        return
    name = ALIASES.get(piece.field, piece.field)
    lead = piece.field + piece.operator
    if name in known:
        yield from (
            (lead + in_quotes(value), says) for value, says in _values(name, piece, subjects, asking, limit)
        )


def _values_that_begin(
    typed: str, known: Sequence[str], subjects: Sequence[Subject]
) -> Iterator[tuple[str, str]]:
    """Of a plain word, which the text of hardly any record holds, what else may have been meant: "is:planned"."""
    if len(typed) < _LIKELY:
        return
    yield from ((f"is:{word}", _IS.get(word, "")) for word in is_words(subjects) if word.startswith(typed))
    for name in ("kind", "rung"):
        if name in known:
            words = (word for word in _CLOSED[name] if word.startswith(typed))
            yield from ((f"{name}:{word}", _CLOSED[name][word]) for word in words)


def _lead(name: str) -> str:
    return "rung>=" if name == "rung" else f"{name}:"


def _values(
    name: str, piece: Piece, subjects: Sequence[Subject], asking: Asking, limit: int
) -> Iterator[tuple[str, str]]:
    typed = piece.text.lower()
    if name in {"is", *_CLOSED}:
        words = {word: _IS.get(word, "") for word in is_words(subjects)} if name == "is" else _CLOSED[name]
        yield from ((word, says) for word, says in words.items() if word.startswith(typed))
        return
    match name:
        case "from" | "to":
            years = (str(asking.today.year - ago) for ago in range(_YEARS))
            yield from ((year, "") for year in years if typed and year.startswith(typed))
        case "country":
            yield from _countries(asking, piece.text, limit)
        case "pair":
            first, dash, second = piece.text.rpartition("-")
            yield from ((f"{first}{dash}{code}", says) for code, says in _countries(asking, second, limit))
        case "#":
            yield from _topics(asking, piece.text)
        case "@":
            yield from _people(asking, piece.text, limit)
        case "owner":
            yield from _owners(asking, piece.text, limit)
        case "place":
            from db.entry.places import beginning  # noqa: PLC0415 - the entry line, which words do without

            yield from ((place, "") for place in beginning(asking.reader, piece.text, (), limit))


def _countries(asking: Asking, typed: str, limit: int) -> Iterator[tuple[str, str]]:
    from db.entry.places import countries_beginning  # noqa: PLC0415 - the entry line, which words do without

    yield from ((code, name) for code, name, _ in countries_beginning(asking.reader, typed, limit))


def _topics(asking: Asking, typed: str) -> Iterator[tuple[str, str]]:
    from db.entry.subjects import Topics  # noqa: PLC0415 - the entry line, which words do without

    topics = Topics(asking.reader)
    exact, begin = topics.matching(typed.replace("_", " "))
    yield from ((code, topics.labels[code]) for code in dict.fromkeys((*exact, *begin)))


def _people(asking: Asking, typed: str, limit: int) -> Iterator[tuple[str, str]]:
    from db.entry.people import beginning  # noqa: PLC0415 - the entry line, which words do without

    for one in beginning(asking.reader, typed.replace("_", " "), limit=limit):
        yield one.name, " ".join(filter(None, (one.country, one.post)))


def _owners(asking: Asking, typed: str, limit: int) -> Iterator[tuple[str, str]]:
    from db.entry.people import organisations_beginning  # noqa: PLC0415 - likewise

    if not fold(typed):
        return
    for service in organisations_beginning(asking.reader, typed, limit):
        yield service.label, service.name
    yield from islice(_countries(asking, typed, limit), limit)
    yield from _people(asking, typed.removeprefix("@"), limit)
