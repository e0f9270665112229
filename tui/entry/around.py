"""What surrounds the entry line: the pair in scope and the record that is selected on the screen beneath."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from db import queries
from db.entry import Context
from db.errors import BilatError
from db.rows import Card, Key, MeetingCard, OfficialCard, VisitCard
from tui import cards

if TYPE_CHECKING:
    from tui.app import Bilat

_SIDES = 2


@runtime_checkable
class Selecting(Protocol):
    """A screen on which something is selected."""

    @property
    def selected(self) -> Key | None:
        """The record that keys act on."""

    @property
    def in_scope(self) -> Key | None:
        """What the whole screen is about: a pair, or the record that is open."""


def surroundings(app: Bilat, screen: object) -> Context:
    """The context that a screen gives to what is typed over it; an empty one where it cannot be read."""
    entered = app.event_entered
    if not isinstance(screen, Selecting):
        return Context(last=entered)
    scope, on = screen.in_scope, screen.selected or screen.in_scope
    try:
        scoped = _card(app, scope)
        selected = scoped if on == scope else _card(app, on)
    except BilatError:
        return Context(last=entered)
    pair = _pair(scope, scoped) or _pair(on, selected)
    desk = app.moment.desk
    if pair and pair[1] == desk:
        pair = (pair[1], pair[0])
    return Context(pair=pair, on=on if selected else None, on_label=called(selected), last=entered)


def _card(app: Bilat, key: Key | None) -> Card | None:
    """The card of what something can hang on; a pair says all that is wanted by its name."""
    if key is None or key.kind not in {"visit", "meeting", "action", "official"}:
        return None
    return app.read(queries.card, key, app.moment)


def _pair(key: Key | None, card: Card | None) -> tuple[str, str] | None:
    if isinstance(card, VisitCard):
        return card.sending, card.host
    if isinstance(card, MeetingCard) and len(card.parties) == _SIDES:
        return card.parties[0][0], card.parties[1][0]
    if key is not None and key.kind == "pair":
        first, _, second = key.id.partition("-")
        return (first, second) if second else None
    return None


def called(card: Card | None) -> str:
    """The record with its ref in front, as "V-2025-001 MA→ES 28–29 Jan 2025"; an official by the name."""
    if card is None:
        return ""
    if isinstance(card, OfficialCard):
        return card.name
    title = cards.title(card)
    if isinstance(card, VisitCard | MeetingCard):
        return f"{card.ref} {title.partition(' ')[2]}"
    return str(getattr(getattr(card, "row", card), "ref", "")) or title
