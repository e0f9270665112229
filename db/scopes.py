"""Questions to the timelines of pairs, officials and posts that their indexes can answer."""

from __future__ import annotations


def in_status(alias: str, status: str) -> str:
    """The condition that an event of a scope has a status.

    Nearly every event was held: those are walked through in the order of time, while the few others have an index of
    their own, which SQLite takes only where the question says that it is about them.

    Args:
        alias: of event_scope in the question.
        status: one of the program's own words, never one that somebody typed.
    """
    only_others = "" if status == "held" else f"{alias}.status <> 'held' AND "
    return f"{only_others}{alias}.status = '{status}'"
