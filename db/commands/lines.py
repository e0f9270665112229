"""What was typed in the entry line enters the store: all its lines as one step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from db.commands.desk import Desk
from db.commands.dossiers import enter_dossier
from db.commands.tables import TABLES
from db.commands.titles import title_of
from db.commands.twins import add_as_source, keep_apart
from db.drafts import Dossier
from db.entry.batch import dossier_values
from db.entry.joining import Joining
from db.history import Recorder
from db.rows import Key, Kind, noun

if TYPE_CHECKING:
    from sqlmodel import Session

    from db.entry.shapes import Reading

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
        joined: the visits that were in the store and gained a source, in the order of their lines.
    """

    made: tuple[Made, ...]
    conflicts: tuple[str, ...]
    joined: tuple[Joining, ...] = ()


def enter_typed(session: Session, readings: Sequence[Reading], today: date, *, officer: str = "") -> Typed:
    """Enter some lines, with what the officer has answered on visits like theirs.

    Args:
        session: open.
        readings: of the lines.
        today: for the year in a ref where a line names none, and for what the officer knows.
        officer: who knows it, where a line that adds to a visit names no source.

    Raises:
        BadInput, Conflict, NotFound: when it cannot be entered; nothing is, then.
    """
    dossier = dossier_values(readings)
    visits = dossier.pop("visits", [])
    lines = [one for one in readings if one.kind == "visit"]
    own = [(line, visit) for line, visit in zip(lines, visits, strict=True) if not line.answer.same]
    if own:
        dossier["visits"] = [visit for _, visit in own]
    desk = Desk(session, today)
    source = dossier.get("source", {})
    joined: list[Joining] = []
    for line, visit in zip(lines, visits, strict=True):
        if ref := line.answer.same:
            found = add_as_source(desk, visit, ref, source=source, words=line.text.strip(), officer=officer)
            keep_apart(desk, int(found.key.id), line.answer.apart)
            joined.append(found)
    entered = enter_dossier(session, Dossier.from_plain(dossier), today=today)
    new = [int(key.id) for key in entered.records if key.kind == "visit"]
    for (line, _), number in zip(own, new, strict=True):
        keep_apart(desk, number, line.answer.apart)
    session.flush()
    made = [
        Made(Key(kind, touched.row_id), str((touched.after or {}).get("ref") or ""))
        for kind in _KINDS
        for touched in session.info[Recorder].touched
        if touched.table == kind and touched.before is None
    ]
    _name_step(session, made)
    return Typed(tuple(made), (*desk.conflicts, *entered.conflicts), tuple(joined))


def _name_step(session: Session, made: Sequence[Made]) -> None:
    """A step that makes one record bears its ref, which nobody knew when the step began."""
    recorder = session.info[Recorder]
    row = session.get(TABLES[made[0].key.kind], int(made[0].key.id)) if len(made) == 1 else None
    if row is not None and recorder.told.label.startswith("new "):
        recorder.tell(session, f"new {noun(made[0].key.kind)} {title_of(row)}")
