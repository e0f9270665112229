"""What the six tabs of a record hold, and the one sentence of a tab that holds nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db import queries
from db.rows import Card, ChangeRow, CitationRow, EventRow, Key, Listing, Moment
from tui import cards
from tui.cards import citations
from tui.cards.counting import counts
from tui.cards.fields import sentence
from tui.cards.history import history
from tui.cards.words import KINDS
from tui.lines import Line
from tui.screens.tab_bar import Tab

if TYPE_CHECKING:
    from tui.app import Bilat

OVERVIEW, TIMELINE, PEOPLE, ACTIONS, SOURCES, HISTORY = range(6)
NAMES = ("Overview", "Timeline", "People", "Actions", "Sources", "History")
MOST_CHANGES = 200

_NOTHING = {
    TIMELINE: "No visit or meeting is recorded for this {kind}.",
    PEOPLE: "Nobody is named in this {kind}.",
    ACTIONS: "No outcome and no follow-up is recorded for this {kind}.",
    SOURCES: "No source is recorded for this {kind}.",
    HISTORY: "Nothing has been changed in this {kind}.",
}
_NO_TIMELINE = "A source has no timeline; what it speaks of is on the first tab."


class Contents(NamedTuple):
    """All that the tabs show, read at one moment.

    Attributes:
        timeline: None for what has no place in time.
        events: how many it holds; counted here, where a failure is expected.
        changes: the newest first, `MOST_CHANGES` at most.
    """

    card: Card
    timeline: Listing[EventRow] | None
    events: int
    sources: list[CitationRow]
    changes: list[ChangeRow]


def read_contents(app: Bilat, key: Key) -> Contents:
    """Read a record; raises NotFound where there is none, Busy where it cannot be read now."""
    card = app.known(queries.card, key, app.moment)
    key = card.key  # of the one that stands, where it went into another
    timeline = (
        None
        if key.kind == "source"
        else queries.timeline_with_climbs(app.store, key, roll_up=app.settings.roll_up)
    )
    return Contents(
        card,
        timeline,
        0 if timeline is None else timeline.count(),
        app.read(queries.origin, key),
        app.read(queries.history, key, limit=MOST_CHANGES),
    )


def tabs(found: Contents | None) -> list[Tab]:
    """The tabs with how much is behind each; without counts for a record that could not be read."""
    if found is None:
        return [Tab(name) for name in NAMES]
    inside = counts(found.card)
    numbers = [0, found.events, inside.people, inside.actions, len(found.sources), len(found.changes)]
    shown = [f"{number:,}" if number else "" for number in numbers]
    full = len(found.changes) == MOST_CHANGES
    for at, more in ((PEOPLE, inside.more_people), (ACTIONS, inside.more_actions), (HISTORY, full)):
        shown[at] += "+" if more else ""
    return [Tab(name, held) for name, held in zip(NAMES, shown, strict=True)]


def tab_lines(found: Contents, at: int, width: int, moment: Moment) -> list[Line]:
    """The lines of a tab, or the sentence that says that it holds nothing."""
    if at == OVERVIEW:
        lines = cards.overview(found.card, width, moment)
    elif at == PEOPLE:
        lines = cards.people_tab(found.card, width)
    elif at == ACTIONS:
        lines = cards.actions_tab(found.card, width)
    elif at == SOURCES:
        lines = citations.at_length(found.sources, width) if found.sources else []
    else:
        lines = history(found.changes, width) if at == HISTORY else []
    return lines or sentence(nothing(at, found.card.key))


def nothing(at: int, key: Key) -> str:
    """The one sentence of a tab that holds nothing."""
    if at == TIMELINE and key.kind == "source":
        return _NO_TIMELINE
    return _NOTHING.get(at, "Nothing more is recorded.").format(kind=KINDS[key.kind].lower())
