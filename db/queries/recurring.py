"""Which follow-ups repeat."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from db.reader import marked
from db.rows import Key

if TYPE_CHECKING:
    from db.reader import Reader

_LOOKED_AT = 100


def any_repeats(reader: Reader, keys: Iterable[Key]) -> bool:
    """Whether one of the records is an open follow-up that repeats; of very many the first ones tell."""
    numbers = [int(key.id) for key in keys if key.kind == "followup"][:_LOOKED_AT]
    if not numbers:
        return False
    marks, values = marked("id", numbers)
    sql = (
        f"SELECT 1 FROM followup WHERE id IN ({marks}) AND recurrence <> '' AND status IN ('open', 'waiting')"
    )
    return reader.value(sql, **values) is not None
