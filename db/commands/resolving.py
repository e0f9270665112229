"""A date that counted from a publication gets its meaning; its words stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.commands.sources import DATED
from db.commands.tables import TABLES
from db.commands.titles import name_of
from db.errors import NotFound
from db.models.base import date_columns

if TYPE_CHECKING:
    from sqlmodel import Session

    from db.dates import PartialDate
    from db.rows import Key


def settle_date(session: Session, key: Key, when: PartialDate) -> str:
    """Give the date of a visit, meeting or outcome its meaning.

    Returns:
        what the record is called.

    Raises:
        NotFound: the record is not there any more.
    """
    row = session.get(TABLES[key.kind], int(key.id))
    if row is None:
        raise NotFound("The record is not in the store any more.")
    for column, value in date_columns(DATED[key.kind], when).items():
        setattr(row, column, value)
    session.flush()
    return name_of(row)
