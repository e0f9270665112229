"""Officials whose name looks like another one by letters of a second script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.names.mixed import foreign_letters
from db.rows import Key
from db.rows.doubts import DoubtRow, Doubts

if TYPE_CHECKING:
    from db.reader import Reader


def mixed_letters(reader: Reader, most: int) -> Doubts:
    """Every name in use with a word in two scripts: it is not found by what it seems to say."""
    named = reader.all("SELECT id, name FROM official WHERE merged_into IS NULL ORDER BY id DESC")
    rows = [
        DoubtRow(Key("official", str(official)), name, f"has {letters}", field="name")
        for official, name in named
        if (letters := foreign_letters(name))
    ]
    title = "Names with letters of two scripts"
    return Doubts(title, "edit", "Enter opens the form", tuple(rows[:most]), len(rows))
