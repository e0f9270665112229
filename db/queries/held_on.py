"""Who held a post on a date, answered in a sentence that also says what is not known."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from db.dates import PartialDate, show_date, show_short
from db.dates.edtf import OPEN
from db.errors import BadInput
from db.holding import begun_by, end_in_words, ends, start_in_words, still_on
from db.queries.people import tenures
from db.queries.pieces import AT_EVENT, among
from db.queries.posts import OF_POST
from db.rows.holding import HeldRow
from db.vocabulary import HELD_STATUSES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.reader import Reader
    from db.rows import TenureRow


class _Known(NamedTuple):
    """A tenure with the days on which it is certain; None where no day is."""

    row: TenureRow
    seen: tuple[date, date] | None  # took part in an event as the holder
    first: date | None
    last: date | None

    def certainly(self, first: date, last: date) -> bool:
        return self.first is not None and self.last is not None and self.first <= first and last <= self.last

    def perhaps(self, first: date, last: date) -> bool:
        held = self.row.held
        return (held.first is None or held.first <= last) and (held.last is None or held.last >= first)


def held_on(reader: Reader, post_id: int, when: PartialDate, today: date) -> HeldRow:
    """Who held a post on a day, in a month or in a year.

    Raises:
        BadInput: when the date has no year, or no end.
    """
    first, last = when.first, when.last
    if first is None or last is None:
        raise BadInput("Ask about a day, a month or a year, such as 15 Mar 2024 or 2024.")
    known = _known(reader, post_id, today)
    asked = show_date(when)
    sure = [one for one in known if one.certainly(first, last)]
    if sure:
        names = " and ".join(_named(one.row) for one in sure)
        so_far = ", as far as is known today" if last > today else ""
        return HeldRow(
            f"{asked}: {names}{so_far}.", tuple(one.row.official_key for one in sure), certain=True
        )
    maybe = [one for one in known if one.perhaps(first, last)]
    dated = [one for one in maybe if one.row.held.edtf] or maybe
    sentence = _perhaps(dated) if dated else _nobody([one.row for one in known], first, last)
    return HeldRow(f"{asked}: {sentence}", tuple(one.row.official_key for one in dated), certain=False)


def _known(reader: Reader, post_id: int, today: date) -> list[_Known]:
    rows = reader.all(
        "SELECT p.official_id, MIN(e.sort_day), MAX(e.sort_day) FROM participant p"
        f" LEFT JOIN delegation d ON d.id = p.delegation_id JOIN {AT_EVENT}"
        f" WHERE {OF_POST} AND p.official_id IS NOT NULL AND NOT p.inferred AND e.sort_day <> ''"
        f" AND e.status IN ({among(HELD_STATUSES)}) GROUP BY p.official_id",
        post=post_id,
    )
    days = {
        str(number): (date.fromisoformat(first), date.fromisoformat(last)) for number, first, last in rows
    }
    found = []
    for row in reversed(tenures(reader, "t.post_id = :post", today.isoformat(), post=post_id)):
        seen = days.get(row.official_key.id)
        begun, over = begun_by(row.held), still_on(row.held)
        if ends(row.held).end == OPEN:
            over = date.max
        starts = [day for day in (begun, seen[0] if seen else None) if day is not None]
        stops = [day for day in (over, seen[1] if seen else None) if day is not None]
        found.append(_Known(row, seen, min(starts, default=None), max(stops, default=None)))
    return found


def _named(row: TenureRow) -> str:
    since = start_in_words(row.held)
    until = end_in_words(row.held)
    when = " ".join(part for part in (since and f"from {since}", until and f"until {until}") if part)
    acting = ", acting" if row.acting else ""
    return f"{row.official}{acting}" + (f" ({when})" if when else "")


def _perhaps(maybe: Sequence[_Known]) -> str:
    if len(maybe) > 1:
        names = " or ".join(one.row.official for one in maybe)
        passed = start_in_words(maybe[-1].row.held)
        return f"{names}{f'; the post passed on in {passed}' if passed else ''}."
    ((row, seen, _, _),) = maybe
    since, until = start_in_words(row.held), end_in_words(row.held)
    if since and until:
        doubt = f"from {since} until {until}, the day is not stated"
    elif since:
        doubt = f"from {since}, the day is not stated"
    elif until:
        doubt = f"until {until}; from when is not known"
    else:
        doubt = "the dates of the tenure are not stated"
    if seen and not (since and until):
        days = dict.fromkeys(show_short(PartialDate.day(day)) for day in seen)
        doubt += f"; in office on {' and '.join(days)}"
    return f"perhaps {row.official}: {doubt}."


def _nobody(rows: Sequence[TenureRow], first: date, last: date) -> str:
    """Between whom the gap is."""
    before = [row for row in rows if row.held.last is not None and row.held.last < first]
    after = [row for row in rows if row.held.first is not None and row.held.first > last]
    left = max(before, key=lambda row: row.held.last or date.min, default=None)
    came = min(after, key=lambda row: row.held.first or date.max, default=None)
    if left and came:
        return (
            f"not known between {end_in_words(left.held)}, when {left.official} left,"
            f" and {start_in_words(came.held)}, when {came.official} came."
        )
    if left:
        return f"not known after {end_in_words(left.held)}, when {left.official} left."
    if came:
        return f"not known before {start_in_words(came.held)}, when {came.official} came."
    return "nobody has been named for this post."
