"""One record whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.errors import NotFound
from db.merged import standing
from db.queries.card_of_official import official_card
from db.queries.cards_of_events import meeting_card, visit_card
from db.queries.cards_of_offices import organisation_card, post_card
from db.queries.cards_of_outcomes import action_card, followup_card
from db.queries.cards_of_people import pair_card, source_card
from db.queries.merged import merged_from
from db.rows import (
    Card,
    Key,
    Kind,
    Moment,
    OfficialCard,
    OrganisationCard,
    PostCard,
    SourceCard,
    VisitCard,
    noun,
)

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
    """The record that a key names; the one that stands where it was merged into another.

    Raises:
        NotFound: when it is gone.
    """
    key = standing(reader, key)
    read = CARDS.get(key.kind)
    found = read(reader, key, moment) if read else None
    if found is None:
        raise NotFound(f"This {noun(key.kind)} is no longer in the store.")
    if isinstance(found, MERGEABLE) and (merged := merged_from(reader, key)):
        return found._replace(merged=merged)
    return found


MERGEABLE = (VisitCard, OfficialCard, PostCard, OrganisationCard, SourceCard)
