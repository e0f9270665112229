"""The screen that shows a record whole."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from db.queries.section_orders import section_of_topic
from db.rows import Key
from tui.screens.record import RecordScreen
from tui.screens.record_tabs import OVERVIEW, TIMELINE
from tui.screens.whole import WholeScreen


def screen_of(key: Key, *, timeline: bool) -> Screen[Any]:
    """A record in its tabs; a topic is the list of the visits and meetings that are about it.

    Args:
        key: of the record.
        timeline: whether it begins with its timeline.
    """
    if key.kind == "topic":
        return WholeScreen(section_of_topic(key.id))
    return RecordScreen(key, first=TIMELINE if timeline else OVERVIEW)
