"""What was done: steps, and the records that each of them touched."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, NamedTuple

from db.rows.keys import Key
from db.rows.parts import ChangeRow


class TouchedRow(NamedTuple):
    """A record as one step left it."""

    key: Key | None  # None for what has no page of its own: a topic, a series
    kind: str  # as tables are called
    name: str  # its ref, or its name; "" where that was emptied from the trash
    says: str  # its text or title beside the ref
    there: bool  # whether it is in the store now
    did: Literal["made", "changed", "deleted", "emptied"]
    changes: tuple[ChangeRow, ...]  # field by field; of what was made or deleted, nothing
    more: int  # changes of it beyond those


class StepRow(NamedTuple):
    """One action of somebody's."""

    number: int
    at: datetime  # UTC
    by: str
    label: str  # "edit V-2025-001"
    kind: Literal["do", "undo", "redo"]
    undone: bool  # taken back since
    records: tuple[TouchedRow, ...]
    more: int  # records beyond those
