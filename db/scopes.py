"""Questions to the timelines of pairs, officials and posts that their indexes can answer."""

from __future__ import annotations

from db.vocabulary import HELD_STATUSES

_HELD = "held"


def stored_status(status: str) -> str:
    """A status as event_scope has it: "" for held, since nearly every event was and a word in each row takes room."""
    return "" if status == _HELD else status


def in_status(alias: str, status: str) -> str:
    """The condition that an event of a scope has a status.

    Nearly every event was held: those are walked through in the order of time, while the few others have an index of
    their own, which SQLite takes only where the question says that it is about them.

    Args:
        alias: of event_scope in the question.
        status: one of the program's own words, never one that somebody typed.
    """
    stored = stored_status(status)
    return f"{alias}.status = ''" if not stored else f"{not_held(alias)} AND {alias}.status = '{stored}'"


def not_held(alias: str) -> str:
    """The condition that an event of a scope is one of the few others."""
    return f"{alias}.status <> ''"


def was_held(column: str) -> str:
    """The condition that an event of a scope was held or is going on.

    Args:
        column: of event_scope, its status; with a sign before it where no index is to answer.
    """
    return f"{column} IN ({', '.join(repr(stored_status(status)) for status in HELD_STATUSES)})"
