"""How much a record holds, for the titles of its tabs."""

from __future__ import annotations

from typing import NamedTuple

from db.queries.officials import OF_TWO_COUNTRIES
from db.rows import (
    ActionCard,
    Card,
    FollowUpCard,
    MeetingCard,
    OfficialCard,
    OrganisationCard,
    PairCard,
    PostCard,
    SourceCard,
    VisitCard,
)
from tui.cards import source, visit


class Counts(NamedTuple):
    """People named, and outcomes with our own next steps.

    Attributes:
        more_people: there are some whom the record does not name.
        more_actions: there are some that it does not show.
    """

    people: int
    actions: int
    more_people: bool = False
    more_actions: bool = False


def counts(card: Card) -> Counts:
    """What the People and Outcomes tabs of a record hold."""
    found = Counts(_people(card), _actions(card))
    if not isinstance(card, PairCard):
        return found
    shown = len(card.open_actions) + len(card.watch_actions)
    return found._replace(
        more_people=len(card.officials) >= OF_TWO_COUNTRIES,
        more_actions=shown < card.row.open + card.row.watch,
    )


def _people(card: Card) -> int:
    match card:
        case VisitCard():
            found = visit.people_count(card)
        case MeetingCard():
            found = len(card.participants)
        case ActionCard():
            found = int(bool(card.row.owner))
        case FollowUpCard():
            found = int(bool(card.row.assignee))
        case OfficialCard():
            found = len(card.met)
        case PairCard():
            found = len(card.officials)
        case PostCard():
            found = len(card.tenures) + len(card.met)
        case OrganisationCard():
            found = len(card.posts)
        case SourceCard():
            found = len(source.of_kind(card, source.PEOPLE))
    return found


def _actions(card: Card) -> int:
    match card:
        case VisitCard():
            found = len(card.actions) + len(card.followups)
        case MeetingCard():
            found = len(card.actions) + len(card.agenda) + len(card.followups)
        case ActionCard():
            found = len(card.followups)
        case FollowUpCard():
            found = int(card.row.on_key is not None)
        case OfficialCard() | PostCard():
            found = len(card.actions)
        case PairCard():
            found = (
                len(card.open_actions) + len(card.watch_actions) + len(card.kept.rows) + len(card.followups)
            )
        case OrganisationCard():
            found = 0
        case SourceCard():
            found = len(source.of_kind(card, source.ACTIONS))
    return found


def reference(card: Card) -> str:
    """What a record is referred to by: "V-2025-001", "ES-MA"; "" where it has nothing of the kind."""
    match card:
        case VisitCard() | MeetingCard():
            return card.ref
        case ActionCard() | FollowUpCard():
            return card.row.ref
        case PairCard():
            return card.key.id
        case OfficialCard() | PostCard() | OrganisationCard() | SourceCard():
            return ""
