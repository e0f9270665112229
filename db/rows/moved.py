"""What moved with an event, for the sentence that tells of it."""

from __future__ import annotations

from typing import NamedTuple

from db.dates import PartialDate
from db.rows.keys import Key


class MovedDue(NamedTuple):
    """A follow-up whose due date hangs on an event that was changed.

    Attributes:
        key: the follow-up.
        ref: what it is called.
        due: the date that it has now.
        event: ref of the visit or meeting.
        stays: it keeps its day, since the event is cancelled or gone.
    """

    key: Key
    ref: str
    due: PartialDate
    event: str
    stays: bool = False
