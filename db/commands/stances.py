"""What a garbled source is taken to say, once somebody has looked at its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.errors import NotFound
from db.models import Citation

if TYPE_CHECKING:
    from sqlmodel import Session

    from db.vocabulary import Stance


def settle_stance(session: Session, citation: int, stance: Stance) -> None:
    """Say what the words of a source mean for the field that they are on.

    Raises:
        NotFound: the citation is not there any more.
    """
    row = session.get(Citation, citation)
    if row is None:
        raise NotFound("That source does not speak of this any more.")
    row.stance = stance
