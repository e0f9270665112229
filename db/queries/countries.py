"""The countries to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.reader import Reader


def countries(reader: Reader) -> list[tuple[str, str]]:
    """Code and name of every country of today, by name."""
    rows = reader.all("SELECT code, name FROM country WHERE kind = 'country' AND valid_to = '' ORDER BY name")
    return [(code, name) for code, name in rows]
