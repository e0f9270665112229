"""Which organisations or posts may bear a name: from the index of names, and from what the step itself has changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlmodel import col, select

from db import models
from db.history import Recorder, Touched
from db.names import fold
from db.projections.tables import name_key

if TYPE_CHECKING:
    from sqlmodel import Session

_NAMED = {  # by table: the kind that is called so, the column that says which, the columns with names
    "organisation": ("organisation", "", ("name", "acronym")),
    "organisation_name": ("organisation", "organisation_id", ("name", "acronym")),
    "post": ("post", "", ("title",)),
    "post_title": ("post", "post_id", ("title",)),
}


def called(session: Session, kind: str, folded: str) -> set[int]:
    """The numbers of records that may bear a folded name, and of those that went into them.

    The index of names is brought up to date as a step ends; until then what the step has touched may be called
    anything, and is among them.
    """
    session.flush()
    keys = select(name_key.c.record_id).where(name_key.c.kind == kind, name_key.c.key == folded)
    found = set(session.exec(keys)) if folded else set()
    table: type[models.Organisation | models.Post] = models.Post if kind == "post" else models.Organisation
    waiting = set(found)
    while waiting:
        below = session.exec(select(table.id).where(col(table.merged_into).in_(waiting)))
        waiting = {number for number in below if number is not None} - found
        found |= waiting
    return found | _fresh(session, kind, folded)


class _Fresh:
    """What a step has touched, noted as it goes on: an import may make thousands of posts, each looked for first."""

    def __init__(self) -> None:
        self._seen = 0
        self._made: defaultdict[tuple[str, str], set[int]] = defaultdict(set)  # by kind and folded name
        self._changed: defaultdict[str, set[int]] = defaultdict(set)  # by kind; they may be called anything

    def note(self, touched: Sequence[Touched]) -> None:
        """Look at what was touched since the last time."""
        for row in touched[self._seen :]:
            kind, column, names = _NAMED.get(row.table, ("", "", ()))
            if not kind:
                continue
            numbers = row.either(column) if column else {int(row.row_id)}
            if row.before is None and row.after is not None:
                for name in names:
                    self._made[kind, fold(str(row.after[name]))] |= numbers
            else:
                self._changed[kind] |= numbers
        self._seen = len(touched)

    def called(self, kind: str, folded: str) -> set[int]:
        """Those that may bear a name now."""
        return self._made.get((kind, folded), set()) | self._changed[kind]


def _fresh(session: Session, kind: str, folded: str) -> set[int]:
    recorder = session.info.get(Recorder)
    if recorder is None:
        return set()
    fresh: _Fresh = session.info.setdefault(_Fresh, _Fresh())
    fresh.note(recorder.touched)
    return fresh.called(kind, folded)
