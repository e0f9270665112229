"""How often a country pair should meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import select

from db.cadence import NEVER, every
from db.errors import Conflict, NotFound
from db.history import Recorder
from db.models import Cadence, Country

if TYPE_CHECKING:
    from sqlmodel import Session


def set_cadence(session: Session, a: str, b: str, months: int | None) -> str:
    """Say how often two countries should meet, None for as usual; returns the sentence that says so.

    Raises:
        Conflict: it says so already.
        NotFound: one of the countries is not in the store.
    """
    first, second = sorted((a, b))
    names = []
    for code in (first, second):
        country = session.get(Country, code)
        if country is None or first == second:
            raise NotFound(f"There is no pair {first}-{second} in the store.")
        names.append(country.name)
    row = session.exec(select(Cadence).where(Cadence.first == first, Cadence.second == second)).first()
    if (row.months if row else None) == months:
        raise Conflict("That is how it is already; nothing was changed.")
    if months is None:
        session.delete(row)
    elif row is None:
        session.add(Cadence(first=first, second=second, months=months))
    else:
        row.months = months
    said = _said(months)
    session.info[Recorder].tell(session, f"cadence of {first}-{second}: {said}")
    return f"{names[0]} – {names[1]} {said}"


def _said(months: int | None) -> str:
    if months is None:
        return "should meet every year, as usual"
    return "need not meet" if months >= NEVER else f"should meet {every(months)}"
