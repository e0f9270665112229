"""Merged records: each leads to one that stands, and nothing but history still belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.checking.finding import Finding, some
from db.merged import MERGED_KINDS

if TYPE_CHECKING:
    from db.store import Store


def check(copy: Store) -> list[Finding]:
    """Merged records that go round in a circle."""
    circles: list[str] = []
    with copy.read() as reader:
        for kind in MERGED_KINDS:
            into = dict(reader.all(f"SELECT id, merged_into FROM {kind} WHERE merged_into IS NOT NULL"))
            circles += [f"{kind} {start}" for start in sorted(into) if _goes_round(into, start)]
    if not circles:
        return []
    return [
        Finding("merges", f"These were merged into each other, so that none of them stands: {some(circles)}.")
    ]


def _goes_round(into: dict[int, int], start: int) -> bool:
    seen, here = {start}, into.get(start)
    while here is not None:
        if here in seen:
            return True
        seen.add(here)
        here = into.get(here)
    return False
