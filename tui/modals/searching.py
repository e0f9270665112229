"""Finding lines by typed words: every word must begin a word of the line, accents and case aside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from db.names import fold
from tui.modals.choices import Choice


def matching(words: str, rows: Iterable[Choice]) -> Sequence[Choice]:
    """The lines that hold every word, those whose label begins with the first one before the others."""
    wanted = fold(words).split()
    if not wanted:
        return list(rows)
    found = [row for row in rows if _holds(row, wanted)]
    return sorted(found, key=lambda row: not fold(row.label).startswith(wanted[0]))


def _holds(row: Choice, wanted: Sequence[str]) -> bool:
    held = fold(f"{row.label} {row.kind} {row.detail}").split()
    return all(any(word.startswith(want) for word in held) for want in wanted)
