"""How many records of each kind, in words."""

from __future__ import annotations

from collections.abc import Mapping

from db.rows import noun

KINDS = ("visit", "meeting", "action", "followup", "official", "post", "organisation", "source", "citation")
"""In the order in which a sentence tells them."""


def counted(numbers: Mapping[str, int]) -> str:
    """As in "11 visits, 8 meetings and 1 source"; tables that are but parts of records are left out."""
    told = [
        f"{number:,} {noun(kind)}{'' if number == 1 else 's'}"
        for kind in KINDS
        if (number := numbers.get(kind, 0))
    ]
    return " and ".join(filter(None, (", ".join(told[:-1]), *told[-1:]))) or "nothing"
