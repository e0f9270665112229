"""The small phrases that several kinds of record share."""

from __future__ import annotations

from db.rows import Key
from tui.glyphs import glyphs
from tui.lines import Span
from tui.plain import plain

ASKED = {
    "host": "at the request of the host",
    "sender": "at the request of the visitor",
    "mutual": "wished by both sides",
    "third": "at the request of a third party",
}
STATUS = {
    "implied": "implied: a source mentions it, none reports it",
    "idea": "only an idea so far",
}
MISSING = ("a source", "a date", "a principal", "the principal's role at the time", "a counterpart")
KINDS = {
    "pair": "Country pair",
    "visit": "Visit",
    "meeting": "Meeting",
    "action": "Action",
    "followup": "Follow-up",
    "official": "Official",
    "post": "Post",
    "organisation": "Organisation",
    "source": "Source",
}


def status_words(status: str) -> str:
    """An event's status where it is worth a word: held is what one expects."""
    return "" if status == "held" else STATUS.get(status, status)


def dots(filled: tuple[bool, ...]) -> str:
    """Completeness as a row of dots, one for each thing known."""
    return "".join(glyphs.full if each else glyphs.hollow for each in filled)


def missing(filled: tuple[bool, ...]) -> str:
    """In words what a visit's record still lacks."""
    return ", ".join(name for name, known in zip(MISSING, filled, strict=True) if not known)


def route(sending: str, host: str) -> str:
    """The way of a visit: "MA→ES"."""
    return plain(f"{sending}{glyphs.to}{host}")


def source_badge(grade: str, tail: str = "") -> tuple[Span, ...]:
    """What stands at the right of a title: the best source's grade, and a tail of dots."""
    word = f"source {plain(grade)}" if grade else "no source"
    return (Span(f"{word} {tail}".rstrip(), "dim"),)


def named(key: Key) -> str:
    """What a record's kind is called."""
    return KINDS[key.kind]
