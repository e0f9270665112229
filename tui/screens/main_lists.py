"""The lists of the main screen as data: what each asks the store, and the ways it can be sorted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from db import queries
from db.rows import Listing
from tui.widgets.pane import State


class ListKind(NamedTuple):
    """One list.

    Attributes:
        id: its widget's id.
        number: the key that leads to it.
        name: its title.
        sorts: the store's names of the orders, the first one the usual.
        says: each order in words.
        texts: what stands in it when there are no rows.
    """

    id: str
    number: str
    name: str
    sorts: tuple[str, ...]
    says: dict[str, str]
    texts: dict[State, str]


PAIRS = ListKind(
    "pairs",
    "1",
    "Country pairs",
    queries.PAIR_SORTS,
    {
        "last": "latest contact first",
        "name": "by name",
        "open": "most open first",
        "watch": "most watched first",
    },
    {"empty": "No country pairs yet: they appear with visits and meetings.\n\nA shows all pairs."},
)
OFFICIALS = ListKind(
    "officials",
    "2",
    "Officials",
    queries.OFFICIAL_SORTS,
    {"name": "by name", "country": "by country", "last": "last met first"},
    {"empty": "No officials yet. They come with the visits and meetings they take part in."},
)
FOLLOWUPS = ListKind(
    "followups",
    "3",
    "Open follow-ups",
    queries.FOLLOWUP_SORTS,
    {"due": "by due date", "ball": "by whose turn", "new": "newest first"},
    {"empty": "Nothing to follow up. All is done."},
)
TIMELINE = ListKind(
    "timeline",
    "4",
    "Timeline",
    queries.TIMELINE_SORTS,
    {"newest": "newest first", "oldest": "oldest first"},
    {"empty": "No visits or meetings here yet; v opens the views."},
)
KINDS = {kind.id: kind for kind in (PAIRS, OFFICIALS, FOLLOWUPS, TIMELINE)}

Ask = Callable[[str, str], Listing[Any]]
"""Words of the filter and an order in, a listing out."""


__all__ = ["FOLLOWUPS", "KINDS", "OFFICIALS", "PAIRS", "TIMELINE", "Ask", "ListKind"]
