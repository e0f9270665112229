"""People in the order of protocol: countries by their names in the host's language, their people as notified."""

from __future__ import annotations

from db.rows import Card, MeetingCard, Precedence, VisitCard
from tui.cards.people import in_protocol_order, place


def precedence_of(card: Card) -> Precedence | None:
    """The order of protocol of a visit or a meeting; None for other records, which have no host."""
    return card.precedence if isinstance(card, VisitCard | MeetingCard) else None


def in_order(card: Card) -> Card:
    """The same record with its people in the order of protocol."""
    match card:
        case VisitCard():
            return card._replace(
                delegations=tuple(
                    sorted(card.delegations, key=lambda part: place(part.country, card.precedence))
                ),
                meetings=tuple(
                    each._replace(participants=tuple(in_protocol_order(each.participants, each.precedence)))
                    for each in card.meetings
                ),
            )
        case MeetingCard():
            return card._replace(participants=tuple(in_protocol_order(card.participants, card.precedence)))
        case _:
            return card


def order_words(precedence: Precedence) -> str:
    """How the order came about: "countries by their names in Spanish"."""
    return f"countries by their names in {precedence.language}"
