"""How many marked records a file holds, for whoever hands it on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping


def holding(marked: Mapping[str, int]) -> str:
    """As in "holds 3 marked RESTRICTED, 1 marked LIMITED"; "" where nothing is marked."""
    told = [f"{count:,} marked {mark}" for mark, count in sorted(marked.items()) if mark and count]
    return f"holds {', '.join(told)}" if told else ""


def marks_in(values: object) -> Counter[str]:
    """How often each handling mark stands on a record of a dossier."""
    found: Counter[str] = Counter()
    if isinstance(values, dict):
        own = values.get("handling")
        if isinstance(own, str) and own:
            found[own] += 1
        values = [*values.values()]
    if isinstance(values, list | tuple):
        for one in values:
            found += marks_in(one)
    return found
