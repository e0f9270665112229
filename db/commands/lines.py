"""What was typed in the entry line enters the store: all its lines as one step."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from db.commands.dossiers import enter_dossier
from db.drafts import Dossier
from db.history import Recorder
from db.rows import Key, Kind

if TYPE_CHECKING:
    from sqlmodel import Session

_KINDS: tuple[Kind, ...] = ("visit", "meeting", "action", "followup", "official")


class Made(NamedTuple):
    """A record that came into being; officials have no ref."""

    key: Key
    ref: str


class Typed(NamedTuple):
    """What came of some lines.

    Attributes:
        made: the records, in the order of the design: visits first, people last.
        conflicts: sentences about what the lines say differently from the store.
    """

    made: tuple[Made, ...]
    conflicts: tuple[str, ...]


def enter_typed(session: Session, values: Mapping[str, Any], today: date) -> Typed:
    """Enter what `dossier_values` made of some lines.

    Raises:
        BadInput, Conflict, NotFound: when it cannot be entered; nothing is, then.
    """
    entered = enter_dossier(session, Dossier.from_plain(values), today=today)
    session.flush()
    made = [
        Made(Key(kind, touched.row_id), str((touched.after or {}).get("ref") or ""))
        for kind in _KINDS
        for touched in session.info[Recorder].touched
        if touched.table == kind and touched.before is None
    ]
    return Typed(tuple(made), entered.conflicts)
