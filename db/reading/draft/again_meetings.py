"""Meetings of a text that stand on their own and are in the store already: the same table, near the same day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from db.dates import PartialDate, show_short
from db.entry.duplicates import LONGEST_STAY, NEAR
from db.names import fold
from db.reading.draft.items import Item, Items, field_of, next_id
from db.reading.draft.proposing import date_in

if TYPE_CHECKING:
    from db.reader import Reader

_MOST = 200


class _Known(NamedTuple):
    number: int
    ref: str
    title: str
    date: PartialDate
    place: str


def same_meeting(reader: Reader, items: Items, meeting: Item) -> list[Item]:
    """The likeliest meeting of the store that a meeting of a draft is, and what that one says otherwise."""
    stated = field_of(items, meeting.id, "date")
    when = date_in(stated) if stated is not None else PartialDate()
    if when.first is None or when.last is None:
        return []
    ranked = sorted(
        (_apart(when, one.date), one.ref, one) for one in _near(reader, meeting.values["parties"], when)
    )
    if not ranked:
        return []
    days, _, known = ranked[0]
    number = next_id(items)
    label = f"{show_short(known.date)} {known.title}".strip()
    why = "Same parties, days overlap." if not days else "Same parties, a few days apart."
    same = Item(
        number,
        "same",
        meeting.id,
        values={"ref": known.ref, "key": str(known.number), "label": label},
        spans=meeting.spans,
        sure=not days and len(ranked) == 1,
        why=why,
    )
    place = field_of(items, meeting.id, "place")
    told = place.value if place is not None else ""
    clashes = []
    if known.date.edtf != when.edtf:
        clashes.append(("date", show_short(known.date), show_short(when)))
    if known.place and told and fold(known.place) != fold(told):
        clashes.append(("place", known.place, told))
    return [
        same,
        *(
            Item(number + at, "clash", number, name, {"here": here, "there": there})
            for at, (name, here, there) in enumerate(clashes, 1)
        ),
    ]


def _near(reader: Reader, parties: list[str], when: PartialDate) -> list[_Known]:
    """The meetings of exactly these parties on days that may be the same."""
    first, last = when.first or date.min, when.last or date.max
    rows = reader.all(
        "SELECT m.id, m.ref, m.title, m.date_edtf, m.place FROM meeting_party a"
        " JOIN meeting_party b ON b.meeting_id = a.meeting_id AND b.country = :b"
        " JOIN meeting m ON m.id = a.meeting_id"
        " WHERE a.country = :a AND m.date_first BETWEEN :low AND :high AND m.date_last >= :begin"
        " ORDER BY m.date_first DESC LIMIT :most",
        a=parties[0],
        b=parties[1],
        low=_shifted(first, -LONGEST_STAY),
        high=_shifted(last, NEAR),
        begin=_shifted(first, -NEAR),
        most=_MOST,
    )
    found = []
    for number, ref, title, edtf, place in rows:
        there = reader.all("SELECT country FROM meeting_party WHERE meeting_id = :id", id=number)
        if {code for (code,) in there} == set(parties):
            found.append(_Known(number, ref, title, PartialDate(edtf), place))
    return found


def _apart(one: PartialDate, other: PartialDate) -> int:
    """The days between two dates, 0 where they overlap."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return 0
    return max(0, (one.first - other.last).days, (other.first - one.last).days)


def _shifted(day: date, by: timedelta) -> str:
    try:
        return (day + by).isoformat()
    except OverflowError:
        return day.isoformat()
