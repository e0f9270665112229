"""How tests look at one record whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db import queries
from db.rows import Card, Key, Kind, Listing, MeetingCard, Moment, VisitCard
from tests.db.making import NO_DESK

if TYPE_CHECKING:
    from db import Store


def card(store: Store, kind: Kind, number: int | str, moment: Moment = NO_DESK) -> Card:
    """Any record by its kind and number."""
    with store.read() as reader:
        return queries.card(reader, Key(kind, str(number)), moment)


def meeting_card(store: Store, number: int) -> MeetingCard:
    """A meeting whole."""
    found = card(store, "meeting", number)
    assert isinstance(found, MeetingCard)
    return found


def visit_card(store: Store, number: int | str) -> VisitCard:
    """A visit whole."""
    found = card(store, "visit", number)
    assert isinstance(found, VisitCard)
    return found


def asked(store: Store, listing: Listing[Any], first: int, last: int) -> int:
    """How many questions a window costs."""
    with store.read() as reader:
        before = reader.statements
        assert listing.rows(first, last)
        return reader.statements - before
