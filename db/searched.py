"""What the search reads of a record besides its names, and where a record stands among all that can be found."""

from __future__ import annotations

from typing import Final

PLACES: Final = {
    "official": 1,
    "visit": 2,
    "meeting": 3,
    "action": 4,
    "followup": 5,
    "post": 6,
    "organisation": 7,
    "source": 8,
}
"""Kinds in the order of their numbers; a visit's is even and a meeting's the next one, as their events' are."""

_DAY_AT, _KIND_AT = 26, 48  # bits
NUMBER: Final = (1 << _DAY_AT) - 1
"""The bits of a place that are the record's own number."""
KIND_AT: Final = _KIND_AT
"""The bit from which on a place is the number of the kind."""

_QUOTES = "SELECT record_id, quote FROM citation WHERE record_kind = '{kind}' AND record_id IN {{ids}} AND quote <> ''"
_OF_SOURCES = (
    "SELECT source_id, quote FROM citation WHERE source_id IN {ids} AND quote <> ''"
    f" AND record_kind NOT IN ({', '.join(repr(kind) for kind in PLACES)})"
)
_LOG = "SELECT {kind}_id, text FROM log_entry WHERE {kind}_id IN {{ids}} AND text <> ''"


def _of(kind: str, *columns: str) -> tuple[str, ...]:
    return tuple(
        f"SELECT id, {column} FROM {kind} WHERE id IN {{ids}} AND {column} <> ''" for column in columns
    )


SAID: Final[dict[str, tuple[str, ...]]] = {
    "visit": (*_of("visit", "purpose", "note"), _QUOTES.format(kind="visit")),
    "meeting": (*_of("meeting", "note"), _QUOTES.format(kind="meeting")),
    "action": (
        *_of("action", "note", "close_reason"),
        _LOG.format(kind="action"),
        _QUOTES.format(kind="action"),
    ),
    "followup": (
        *_of("followup", "note", "close_reason"),
        _LOG.format(kind="followup"),
        _QUOTES.format(kind="followup"),
    ),
    "official": (*_of("official", "note", "protocol_note"), _QUOTES.format(kind="official")),
    "post": (*_of("post", "note"), _QUOTES.format(kind="post")),
    "organisation": (*_of("organisation", "note"), _QUOTES.format(kind="organisation")),
    "source": (*_of("source", "cites", "note", "background", "body"), _OF_SOURCES),
}
"""By kind, questions for (record, text) that have {ids} where the records go: notes, log lines, quotes, bodies.

A quote belongs to the record that it speaks of; of what cannot be found itself, to its source.
"""


def place_of(kind: str, number: int, day: str) -> int:
    """Where a record stands in the search: kind by kind, and within one the later the higher.

    Args:
        kind: as in PLACES.
        number: the record's own.
        day: its ISO day, "" for none.
    """
    since = (int(day[:4]) * 12 + int(day[5:7])) * 31 + int(day[8:10]) if day else 0
    return PLACES[kind] << _KIND_AT | since << _DAY_AT | number


def reach(first: str, last: str = "") -> tuple[int, int]:
    """The lowest place of a kind and the one above its highest; of several kinds from the first to the last."""
    return PLACES[first] << _KIND_AT, (PLACES[last or first] + 1) << _KIND_AT
