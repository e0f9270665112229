"""Rows that are all in memory, as a listing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic

from db.rows import Key
from tui.widgets.columns import RowT


class Given(Generic[RowT]):
    """Rows to which there is a near end; they were read whole."""

    def __init__(self, rows: Sequence[RowT] = ()) -> None:
        self._rows = rows

    def count(self) -> int:
        """How many there are."""
        return len(self._rows)

    def rows(self, start: int, stop: int) -> Sequence[RowT]:
        """Those of a window."""
        return self._rows[start:stop]

    def find(self, key: Key) -> int | None:
        """The position of a record, None where it is not among them."""
        return next((at for at, row in enumerate(self._rows) if row.key == key), None)
