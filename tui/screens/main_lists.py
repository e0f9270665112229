"""The lists of the main screen as data: what each asks the store, and the ways it can be sorted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from db import queries
from db.rows import Key
from tui.widgets.pane import State


class NoRows:
    """A listing of nothing."""

    def count(self) -> int:
        """None at all."""
        return 0

    def rows(self, start: int, stop: int) -> Sequence[Any]:  # noqa: ARG002 - as every listing
        """No row, whichever are asked for."""
        return ()

    def find(self, key: Key) -> int | None:  # noqa: ARG002 - as every listing
        """No place for any record."""
        return None


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


_ENTER = "n enters one: MA>ES 28-29 jan 2025"
OTHERS_ONLY = f"No country pairs of this desk yet. {_ENTER}\n\nA shows all pairs."
"""What the pairs say where other desks have some."""

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
    {"empty": f"No country pairs yet: they come with visits and meetings. {_ENTER}"},
)
OFFICIALS = ListKind(
    "officials",
    "2",
    "Officials",
    queries.OFFICIAL_SORTS,
    {"name": "by name", "country": "by country", "last": "last met first"},
    {"empty": f"No officials yet: they come with the visits and meetings they take part in. {_ENTER}"},
)
FOLLOWUPS = ListKind(
    "followups",
    "3",
    "Open follow-ups",
    queries.FOLLOWUP_SORTS,
    {"due": "by due date", "ball": "by whose turn", "new": "newest first"},
    {"empty": "No open follow-ups. n enters one: todo chase the nominees due:fri"},
)
TIMELINE = ListKind(
    "timeline",
    "4",
    "Timeline",
    queries.TIMELINE_SORTS,
    {"newest": "newest first", "oldest": "oldest first"},
    {"empty": f"No visits or meetings here yet. {_ENTER}"},
)
KINDS = {kind.id: kind for kind in (PAIRS, OFFICIALS, FOLLOWUPS, TIMELINE)}
