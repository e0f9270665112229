"""One record whole."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from db.errors import NotFound
from db.merged import standing
from db.queries.merged import merged_from
from db.rows import Key, Kind, Moment, noun

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.reader import Reader
    from db.rows import Card, OfficialCard, OrganisationCard, PostCard, SourceCard, VisitCard

    Mergeable = VisitCard | OfficialCard | PostCard | OrganisationCard | SourceCard

CARDS: dict[Kind, str] = {
    "pair": "cards_of_people",
    "visit": "cards_of_events",
    "meeting": "cards_of_events",
    "action": "cards_of_outcomes",
    "followup": "cards_of_outcomes",
    "official": "card_of_official",
    "post": "cards_of_offices",
    "organisation": "cards_of_offices",
    "source": "cards_of_people",
}
"""Where each kind of record is read, imported with the first of them: the first screen shows one."""
GLANCED_AT: tuple[Kind, ...] = ("pair", "official")
"""Kinds of records that may be so long that a pane shows only the first of what they hold."""

MERGEABLE: tuple[Kind, ...] = ("visit", "official", "post", "organisation", "source")


def card(reader: Reader, key: Key, moment: Moment) -> Card:
    """The record that a key names; the one that stands where it was merged into another.

    Raises:
        NotFound: when it is gone.
    """
    return _read(reader, key, moment, "card")


def glance(reader: Reader, key: Key, moment: Moment) -> Card:
    """The same as a pane beside a list shows it, which is read anew with every line: of what is long, the first.

    Raises:
        NotFound: when it is gone.
    """
    return _read(reader, key, moment, "glance" if key.kind in GLANCED_AT else "card")


def _read(reader: Reader, key: Key, moment: Moment, how: str) -> Card:
    key = standing(reader, key)
    found = _reading(key.kind, how)(reader, key, moment) if key.kind in CARDS else None
    if found is None:
        raise NotFound(f"This {noun(key.kind)} is no longer in the store.")
    if key.kind in MERGEABLE and (merged := merged_from(reader, key)):
        return cast("Mergeable", found)._replace(merged=merged)
    return found


def _reading(kind: Kind, how: str) -> Callable[[Reader, Key, Moment], Card | None]:
    read: Callable[[Reader, Key, Moment], Card | None] = getattr(
        import_module(f"db.queries.{CARDS[kind]}"), f"{kind}_{how}"
    )
    return read
