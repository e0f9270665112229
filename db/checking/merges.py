"""Merged records: each leads to one that is there and stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.checking.finding import Finding, some
from db.merged import MERGED_KINDS

if TYPE_CHECKING:
    from db.store import Store


def check(copy: Store) -> list[Finding]:
    """Merged records that go round in a circle, or into nothing."""
    circles: list[str] = []
    nowhere: list[str] = []
    with copy.read() as reader:
        for kind in MERGED_KINDS:
            into = dict(reader.all(f"SELECT id, merged_into FROM {kind} WHERE merged_into IS NOT NULL"))
            circles += [f"{kind} {start}" for start in sorted(into) if _goes_round(into, start)]
            gone = reader.all(
                f"SELECT id FROM {kind} m WHERE merged_into IS NOT NULL"
                f" AND NOT EXISTS (SELECT 1 FROM {kind} s WHERE s.id = m.merged_into) ORDER BY id"
            )
            nowhere += [f"{kind} {number}" for (number,) in gone]
    told = (
        (circles, "These were merged into each other, so that none of them stands"),
        (nowhere, "These were merged into records that are not there"),
    )
    return [Finding("merges", f"{words}: {some(names)}.") for names, words in told if names]


def _goes_round(into: dict[int, int], start: int) -> bool:
    seen, here = {start}, into.get(start)
    while here is not None:
        if here in seen:
            return True
        seen.add(here)
        here = into.get(here)
    return False
