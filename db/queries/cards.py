"""One record whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.errors import NotFound
from db.queries.cards_of_events import meeting_card, visit_card
from db.queries.cards_of_outcomes import action_card, followup_card
from db.queries.cards_of_people import (
    official_card,
    organisation_card,
    pair_card,
    post_card,
    source_card,
)
from db.rows import Card, Key, Kind, Moment

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.reader import Reader

CARDS: dict[Kind, Callable[[Reader, Key, Moment], Card | None]] = {
    "pair": pair_card,
    "visit": visit_card,
    "meeting": meeting_card,
    "action": action_card,
    "followup": followup_card,
    "official": official_card,
    "post": post_card,
    "organisation": organisation_card,
    "source": source_card,
}


def card(reader: Reader, key: Key, moment: Moment) -> Card:
    """The record that a key names.

    Raises:
        NotFound: when it is gone.
    """
    read = CARDS.get(key.kind)
    found = read(reader, key, moment) if read else None
    if found is None:
        raise NotFound(f"This {key.kind} is no longer in the store.")
    return found
