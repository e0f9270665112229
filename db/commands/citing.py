"""A record rests on one source more."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from db.commands.desk import Desk
from db.commands.sources import cite_whole, enter_source
from db.drafts import SourceDraft

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlmodel import Session

    from db.rows import Key


def cite(session: Session, key: Key, source: Mapping[str, Any], today: date) -> None:
    """Say that a source, known or new, is behind a record as a whole.

    Raises:
        BadInput: when the draft of the source is not understood.
    """
    desk = Desk(session, today)
    cite_whole(desk, enter_source(desk, SourceDraft.from_plain(source)), key)
