"""Importing: an exported dossier finds its records exactly, that of a single source by what it calls them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db.commands.dossiers import enter_dossier
from db.commands.tables import TABLES
from db.commands.titles import name_of
from db.exchange.again import with_refs
from db.exchange.arriving import Arriving
from db.exchange.beside import take_beside
from db.exchange.lists import take_lists
from db.exchange.report import Taken
from db.exchange.words import take_words
from db.history import Recorder
from db.telling import Tell, nobody

_AT_LAST = "bringing the lists up to date"

if TYPE_CHECKING:
    from sqlmodel import Session

    from db.drafts import Dossier


def take_in(session: Session, dossier: Dossier, *, today: date, tell: Tell = nobody) -> Taken:
    """Enter a dossier as part of one step; entering it again adds nothing.

    What is there learns what it did not say. Where both say something different the store stands, and the difference
    is told. A ref that means another record here is given up for a new one, which is told too.

    Args:
        session: of the step.
        dossier: whole.
        today: for the year in a ref where nothing says one.
        tell: is told how far it is; what it raises takes the whole step back.

    Raises:
        BadInput, Conflict, NotFound: it cannot enter; the sentence begins with the path of what is wrong.
    """
    if not dossier.exported:
        entered = enter_dossier(session, with_refs(session, dossier, tell), today=today, tell=tell)
        session.flush()
        tell(_AT_LAST, 1, 1)
        return Taken(entered.added, _learnt(session), remarks=list(entered.conflicts))
    arriving = Arriving(session, today, tell)
    take_words(arriving, dossier)
    take_lists(arriving, arriving.records(dossier))
    take_beside(arriving, dossier)
    session.flush()
    tell(_AT_LAST, 1, 1)
    return arriving.taken


def _learnt(session: Session) -> set[str]:
    """What the records are called that were there and say more now."""
    recorder: Recorder = session.info[Recorder]
    rows = (
        session.get(TABLES[one.table], int(one.row_id))
        for one in recorder.touched
        if one.before is not None and one.after is not None and one.table in TABLES
    )
    return {name_of(row) for row in rows if row is not None}
