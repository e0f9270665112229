"""What records are about."""

from __future__ import annotations

from collections.abc import Sequence

from db import models
from db.commands.desk import Desk
from db.errors import Conflict


def enter_topics(
    desk: Desk,
    table: type[models.VisitTopic | models.MeetingTopic | models.ActionTopic],
    column: str,
    number: int,
    codes: Sequence[str],
    *,
    new: bool = False,
) -> None:
    """Add the topics that a record does not have yet; a new one has none.

    Raises:
        Conflict: when a code is no topic.
    """
    for code in dict.fromkeys(codes):
        if not desk.has(models.Topic, code):
            raise Conflict(f"There is no topic with the code “{code[:40]}”.", "topics")
        if new or desk.part(table, column, number, topic=code) is None:
            desk.put(table, topic=code, **{column: number})


def instrument(desk: Desk, code: str) -> str | None:
    """An instrument's code as the store has it; None for "".

    Raises:
        Conflict: when there is no such instrument.
    """
    if not code:
        return None
    if not desk.has(models.Instrument, code):
        raise Conflict(f"There is no instrument with the code “{code[:40]}”.", "instrument")
    return code
