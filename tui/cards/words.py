"""The small phrases that several kinds of record share."""

from __future__ import annotations

from contextlib import suppress

from db.commitments import RUNGS
from db.rows import Key
from db.titles import borne_from
from tui.cards.days import dated, day
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
    "action": "Outcome",
    "followup": "Follow-up",
    "official": "Official",
    "post": "Post",
    "organisation": "Organisation",
    "source": "Source",
    "topic": "Topic",
}

_TABLES = {  # as history names what was changed
    "visit topic": "topic",
    "meeting topic": "topic",
    "action topic": "topic",
    "meeting party": "party",
    "action party": "party",
    "participant": "who was there",
    "official name": "spelling",
    "tenure": "held a post",
    "organisation name": "name",
    "post title": "title",
    "post counterpart": "counterpart",
    "visit link": "linked visit",
    "log entry": "log",
    "rung change": "ladder",
    "action": "outcome",
}
_FIELDS = {
    "sending": "visitor",
    "initiated by": "who asked for it",
    "head": "head of delegation",
    "level": "delegation's level",
    "complete": "all named",
    "order": "order of meetings",
    "participants": "who was there",
    "tenures": "held a post",
    "titles": "other titles",
    "links": "linked visits",
    "text": "what",
    "rung": "how firm",
    "ball": "whose turn",
    "cites": "citing",
    "as printed": "words as printed",
    "native name": "native spelling",
    "protocol note": "protocol",
    "closed on": "closed",
    "close reason": "why closed",
    "single seat": "one holder only",
    "basis": "how we know",
    "disposition": "what came of it",
    "owner country": "owner",
    "script": "alphabet",
    "valid from": "called so",
    "valid to": "called so",
}
_YES_NO = {"true": "yes", "false": "no", "1": "yes", "0": "no"}
_YES_NO_FIELDS = ("complete", "acting", "inferred", "single seat")
_BORNE = ("valid from", "valid to")
_SCORES = {"1": "kept", "0": "in part", "-1": "not kept"}
_SCRIPTS = {
    "Latn": "Latin",
    "Arab": "Arabic",
    "Tfng": "Tifinagh",
    "Cyrl": "Cyrillic",
    "Grek": "Greek",
    "Hebr": "Hebrew",
    "Hans": "Chinese",
    "Hant": "Chinese",
    "Jpan": "Japanese",
    "Kore": "Korean",
}
_NAME_KINDS = {"weak": "surname alone"}


def table_words(what: str) -> str:
    """What was changed in an officer's words; a ref before it stays: "V-2025-001 topic"."""
    for table, said in _TABLES.items():
        if what == table or what.endswith(f" {table}"):
            return what.removesuffix(table) + said
    return what


def came_or_went(what: str, *, came: bool) -> str:
    """What became of a part, said in front of its name: "topic added ", "logged: "."""
    if what.endswith("log entry"):
        return f"{what.removesuffix('log entry')}{'logged: ' if came else 'log taken away: '}"
    return f"{table_words(what)} {'added' if came else 'taken away'} "


def merge_words(before: str, after: str) -> tuple[str, str]:
    """What became of a merge: how it is said, and the other record."""
    return ("merged into ", after) if after else ("came out again of ", before)


def field_words(field: str) -> str:
    """A field in an officer's words; "of V-2025-001" behind it stays."""
    name, of, ref = field.replace("_", " ").partition(" of ")
    return f"{_FIELDS.get(name, name)}{of}{ref}"


def value_words(field: str, value: str) -> str:
    """What a field holds as one reads it: dates out of their notation, yes and no, the name of a rung."""
    name = field.replace("_", " ").partition(" of ")[0]
    if name in _YES_NO_FIELDS:
        return _YES_NO.get(value.lower(), value)
    if name in _BORNE and value:
        since, until = (value, "") if name == "valid from" else ("", value)
        with suppress(ValueError):  # somebody else's hand wrote it
            return day(borne_from(since, until))
    if name == "score":
        return _SCORES.get(value, value)
    if name == "rung" and value.isdecimal() and int(value) < len(RUNGS):
        return RUNGS[int(value)]
    return dated(name, value)


def spelling_words(kind: str, script: str) -> str:
    """What a spelling is: "preferred, Latin", "surname alone, Arabic"."""
    return ", ".join(filter(None, (_NAME_KINDS.get(kind, kind), _SCRIPTS.get(script, script))))


def status_words(status: str) -> str:
    """An event's status where it is worth a word: held is what one expects."""
    return "" if status == "held" else STATUS.get(status, status)


def dots(filled: tuple[bool, ...]) -> str:
    """Completeness as a row of dots, one for each thing known."""
    return "".join(glyphs.full if each else glyphs.hollow for each in filled)


def completeness(filled: tuple[bool, ...]) -> tuple[Span, ...]:
    """The row of dots at the right end of a line that names a visit; of anything else nothing."""
    return (Span(dots(filled), "dim"),) if filled else ()


def dot(filled: tuple[bool, ...]) -> str:
    """The same in one sign where there is no room for five: the more is known, the fuller it is."""
    g = glyphs
    return (g.hollow, g.hollow, g.quarter, g.half, g.most, g.full)[sum(filled)]


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
