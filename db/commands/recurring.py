"""A follow-up that repeats is one record: done for this time, it is due again on its next day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db.dates import PartialDate, show_date, show_short
from db.dates.recurrence import after_next, next_day, tied
from db.errors import BadInput

if TYPE_CHECKING:
    from db.models import FollowUp


def comes_again(followup: FollowUp, today: date) -> str:
    """Move a follow-up that repeats on to its next day, and say so; "" where it does not, or not any more."""
    if not followup.recurrence:
        return ""
    due = followup.due.last or today
    try:
        rule = tied(followup.recurrence, due)
    except BadInput:  # from another program's hand, and no reason to keep what is done open
        return ""
    following = next_day(rule, due, today)
    if following is None:
        return ""
    said = f"done for {show_short(PartialDate.day(due))}, next {show_date(PartialDate.day(following))}"
    followup.recurrence = after_next(rule, due, following)
    followup.anchor_kind, followup.anchor_id, followup.anchor_offset = "", None, ""
    followup.due = PartialDate.day(following)
    followup.status = "open"
    followup.remind_on = followup.hidden_until = ""
    return said
