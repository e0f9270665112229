"""What names a record, and what a list and a query need to know."""

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple, Protocol, TypeVar, runtime_checkable

Kind = Literal[
    "pair", "visit", "meeting", "action", "followup", "official", "post", "organisation", "source", "topic"
]


def noun(kind: str) -> str:
    """A kind of record as a sentence calls it."""
    return {"followup": "follow-up", "action": "outcome", "pair": "country pair"}.get(kind, kind)


class Key(NamedTuple):
    """Names one record; a pair's id is its two codes, "ES-MA", a topic's its code, every other id a number in text."""

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


@runtime_checkable
class Unsettled(Listing[RowT_co], Protocol[RowT_co]):
    """A listing whose first rows can be read before it is known how many there are."""

    @property
    def settled(self) -> bool:
        """Whether the count is that of all rows; without a glance it is."""

    def glance(self) -> None:
        """Find the first rows; the count is then how many are known."""

    def settle(self, seconds: float | None = None) -> None:
        """Count the others, or as many of them as can be told in some time of the processor's."""


class Scope(NamedTuple):
    """What a timeline is about and what to call it; no key is everything."""

    key: Key | None
    label: str


class Moment(NamedTuple):
    """Which day it is and whose desk; passed to every query that needs to know."""

    today: date
    desk: str  # country code, "" when none is set
