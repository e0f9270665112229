"""Pieces of SQL that several questions are made of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.reader import Reader

AT_EVENT = (
    "event e ON e.id = CASE WHEN p.meeting_id IS NULL THEN 2 * d.visit_id ELSE 2 * p.meeting_id + 1 END"
)
"""Joins the event at which participant `p`, perhaps of delegation `d`, took part."""

HELD_NOW = (
    "(t.date_last IS NULL OR t.date_last >= :today) AND (t.date_first IS NULL OR t.date_first <= :today)"
)
"""The condition that a tenure, called `t`, is held on the day `:today` as far as is known."""


def short_name(organisation: str) -> str:
    """The acronym, else the name, of an organisation that may be missing: then "". Takes the name of its table."""
    return f"COALESCE(NULLIF({organisation}.acronym, ''), {organisation}.name, '')"


def source_name(source: str) -> str:
    """The title of a source, else its publisher, else that it has none; NULL where there is no source."""
    return (
        f"COALESCE(NULLIF({source}.title, ''), NULLIF({source}.publisher, ''), 'untitled ' || {source}.kind)"
    )


def among(those: Iterable[str]) -> str:
    """Words of a closed list, for an IN."""
    return ", ".join(f"'{one}'" for one in those)


def exceeds(reader: Reader, table: str, most: int) -> bool:
    """Whether a table has more rows than so many; counts no further."""
    return reader.one(f"SELECT 1 FROM {table} LIMIT 1 OFFSET :most", most=most) is not None


def size(reader: Reader, table: str) -> int:
    """About how many rows a table has, at no cost: the number that was given last."""
    return int(reader.value(f"SELECT MAX(id) FROM {table}") or 0)
