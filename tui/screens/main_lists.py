"""The lists of the main screen as data: what each asks the store, and the ways it can be sorted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db import queries
from db.errors import BilatError
from db.queries.next_steps import AT_MOST, Steps
from tui.glyphs import glyphs
from tui.keys import pressed
from tui.widgets.pane import State

if TYPE_CHECKING:
    from db.filtering import Subject
    from tui.bridge import Bridge


class ListKind(NamedTuple):
    """One list.

    Attributes:
        id: its widget's id.
        number: the key that leads to it.
        subjects: what its lines are, as its filter speaks of them.
        name: its title.
        sorts: the store's names of the orders, the first one the usual.
        says: each order in words.
        texts: what stands in it when there are no rows.
    """

    id: str
    number: str
    subjects: tuple[Subject, ...]
    name: str
    sorts: tuple[str, ...]
    says: dict[str, str]
    texts: dict[State, str]


_ENTER = "{enter} enters one: MA>ES 28-29 jan 2025"
OTHERS_ONLY = f"No country pairs of this desk yet. {_ENTER}\n\n{{everyone}} shows all pairs."
"""What the pairs say where other desks have some."""

PAIRS = ListKind(
    "pairs",
    "1",
    ("pair",),
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
    ("official",),
    "Officials",
    queries.OFFICIAL_SORTS,
    {"name": "by name", "country": "by country", "last": "last met first"},
    {"empty": f"No officials yet: they come with the visits and meetings they take part in. {_ENTER}"},
)
HIDDEN = "hidden"
"""The order of the follow-ups that has those which a snooze hides, and no others."""
NOTHING_HIDDEN = "No follow-up is hidden. {sort} shows the open ones."
FOLLOWUPS = ListKind(
    "followups",
    "3",
    ("followup", "action"),
    "Open follow-ups",
    queries.FOLLOWUP_SORTS,
    {"due": "by due date", "ball": "by whose turn", "new": "newest first", HIDDEN: "soonest back first"},
    {"empty": "No open follow-ups. {enter} enters one: todo chase the nominees due:fri"},
)
TIMELINE = ListKind(
    "timeline",
    "4",
    ("event",),
    "Timeline",
    queries.TIMELINE_SORTS,
    {"newest": "newest first", "oldest": "oldest first"},
    {"empty": f"No visits or meetings here yet. {_ENTER}"},
)


def steps_count(steps: Steps) -> str:
    """How many follow-ups there are, and how many outcomes without one stand behind them: "8 · 1 no step"."""
    lacking = len(steps.lacking)
    if not lacking:
        return f"{steps.planned:,}"
    return f"{steps.planned:,} {glyphs.dot} {lacking}{'+' if lacking == AT_MOST else ''} no step"


KINDS = {kind.id: kind for kind in (PAIRS, OFFICIALS, FOLLOWUPS, TIMELINE)}


def hidden_words(app: Bridge, kind: ListKind, sort: str) -> str:
    """How many follow-ups are out of sight, where there are some."""
    if kind is not FOLLOWUPS or sort == HIDDEN:
        return ""
    try:
        count = app.known(queries.hidden_followups, app.moment)
    except BilatError:
        return ""
    return f" {glyphs.dot} {count:,} hidden {glyphs.dot} {pressed('sort')} shows" if count else ""


def are_pairs(app: Bridge) -> bool:
    """Whether there are country pairs at all, of whatever desk."""
    try:
        return queries.pairs(app.store, app.moment, everyone=True).count() > 0
    except BilatError:
        return False
