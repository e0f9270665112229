"""What names a record, and what a list and a query need to know."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple, Protocol, TypeVar

Kind = Literal["pair", "visit", "meeting", "action", "followup", "official", "post", "organisation", "source"]


def noun(kind: str) -> str:
    """A kind of record as a sentence calls it."""
    return {"followup": "follow-up", "action": "outcome", "pair": "country pair"}.get(kind, kind)


class Key(NamedTuple):
    """Names one record; a pair's id is its two codes, "ES-MA", every other id is a number in text."""

    kind: Kind
    id: str


class Row(Protocol):
    """A line of a list; it knows which record it stands for."""

    @property
    def key(self) -> Key:
        """The record that the line stands for."""


RowT_co = TypeVar("RowT_co", bound=Row, covariant=True)


class Listing(Protocol[RowT_co]):
    """A list of any length, read a window at a time."""

    def count(self) -> int:
        """How many rows there are."""

    def rows(self, start: int, stop: int) -> Sequence[RowT_co]:
        """The rows from `start` up to `stop`, fewer at the end of the list."""

    def find(self, key: Key) -> int | None:
        """The position of a record, None where the list does not hold it."""


class Scope(NamedTuple):
    """What a timeline is about and what to call it; no key is everything."""

    key: Key | None
    label: str


class Moment(NamedTuple):
    """Which day it is and whose desk; passed to every query that needs to know."""

    today: date
    desk: str  # country code, "" when none is set
