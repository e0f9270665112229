"""How much has been done in a store: enough to see that somebody has just entered, logged or undone something."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from db.reader import Reader


class Done(NamedTuple):
    """How many there are of each."""

    visits: int
    logged: int
    undone: int


def done(reader: Reader) -> Done:
    """Count."""
    row = reader.one(
        "SELECT (SELECT COUNT(*) FROM visit), (SELECT COUNT(*) FROM log_entry),"
        " (SELECT COUNT(*) FROM step WHERE kind = 'undo')"
    )
    return Done(*map(int, row or (0, 0, 0)))
