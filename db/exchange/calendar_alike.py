"""Which event or follow-up of the store an entry of a calendar looks like, when its uid is not known here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from db.exchange.carried import one_line
from db.models import Meeting, Visit
from db.names import fold
from db.reader import Reader, marked

if TYPE_CHECKING:
    from db.exchange.icalendar_in import Entry
    from db.models import FollowUp

_AT_A_TIME = 400
_FOLLOWUPS = (
    "SELECT f.id, f.ref, f.text, COALESCE(f.due_last, ''), COALESCE(f.meeting_id, a.meeting_id),"
    " COALESCE(f.visit_id, a.visit_id) FROM followup f LEFT JOIN action a ON a.id = f.action_id"
    " WHERE COALESCE(f.due_last, '') IN ({}) ORDER BY f.id"
)


def alike_visit(reader: Reader, one: Entry, codes: Sequence[str]) -> str:
    """The ref of a visit of the same countries on the very same days; "" where there is none."""
    sql = (
        "SELECT ref FROM visit WHERE sending = :a AND host = :b AND date_edtf = :day AND merged_into IS NULL"
    )
    return str(reader.value(sql, a=codes[0], b=codes[1], day=one.edtf) or "")


def alike_meeting(reader: Reader, one: Entry, codes: Sequence[str], title: str) -> str:
    """The ref of a meeting of the same countries on the very same days under the same title; "" where there is none."""
    rows = reader.all(
        "SELECT m.ref, m.title, p.country FROM meeting m JOIN meeting_party p ON p.meeting_id = m.id"
        " WHERE m.date_edtf = :day ORDER BY m.ref",
        day=one.edtf,
    )
    parties: dict[tuple[str, str], set[str]] = {}
    for ref, called, country in rows:
        parties.setdefault((ref, called), set()).add(country)
    mine = fold(title)
    same = (ref for (ref, called), those in parties.items() if those == set(codes) and fold(called) == mine)
    return next(same, "")


class _There(NamedTuple):
    """A follow-up as the store had it before the calendar came."""

    id: int
    ref: str
    meeting: int | None
    visit: int | None

    def hangs_on(self, row: Visit | Meeting) -> bool:
        return row.id == (self.visit if isinstance(row, Visit) else self.meeting)


class AlikeFollowUps:
    """The follow-ups that the store had, by text and due day; each is the like of one entry at most."""

    def __init__(self, reader: Reader, waiting: Iterable[Entry], known: Iterable[FollowUp]) -> None:
        taken = {row.id for row in known}
        self._there: dict[tuple[str, str], list[_There]] = defaultdict(list)
        days = iter(dict.fromkeys(one.edtf for one in waiting if one.kind == "task"))
        while some := list(islice(days, _AT_A_TIME)):
            marks, values = marked("day", some)
            for number, ref, text, due, meeting, visit in reader.all(_FOLLOWUPS.format(marks), **values):
                if number not in taken:
                    self._there[_said(text), due].append(_There(number, ref, meeting, visit))

    def take(self, one: Entry, on: Visit | Meeting | None) -> int | None:
        """The number of the one that an entry looks like; one that hangs on something else is another one."""
        found = self._there.get((_said(one.title), one.edtf), [])
        like = next((each for each in found if on is not None and each.hangs_on(on)), None)
        like = like or next((each for each in found if on is None or not (each.meeting or each.visit)), None)
        if like is None:
            return None
        found.remove(like)
        return like.id


def _said(text: str) -> str:
    """A text as it is compared; a calendar carries no more of it than one line."""
    return fold(one_line(text))
