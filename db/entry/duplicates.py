"""Visits that look like the one being typed: the same pair, days that may be the same, the same head."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from db.apart import known_apart
from db.dates import PartialDate, show_short
from db.dates.in_a_year import in_year
from db.names import fold
from db.names.candidates import SUGGESTED
from db.names.compare import LIKELY, compare
from db.reader import marked
from db.rows import Key

if TYPE_CHECKING:
    from typing import Any

    from db.entry.shapes import Reading
    from db.reader import Reader
    from db.rows import Moment

NEAR = timedelta(days=3)
A_YEAR = timedelta(days=366)  # within which a visit of the same title may be this one, moved
LONGEST_STAY = timedelta(days=400)  # a visit known only by its year may have begun this long before
MOST = 200  # visits of a pair around a date that are looked at
MOST_YEARLESS = 500  # the latest visits of a pair, whose days are compared without their year
SHOWN = 3
_MONTHS = timedelta(days=100)  # a date that may be as many days is hardly one of days
_LEAP_YEAR = 2024  # stands in where neither date has a year
_SAME, _OVERLAP, _CLOSE, _UNDATED = 6, 4, 2, 1
_TITLED = -1  # on other days, and called the same
_SAME_WAY, _SAME_HEAD, _OTHER_HEAD = 2, 3, -2


class SimilarVisit(NamedTuple):
    """A visit that may be the one being typed.

    Attributes:
        key: of the visit.
        ref: what it is called.
        label: "MA→ES 28–29 Jan 2025".
        why: what they have in common, in words.
        points: how alike they are; more is likelier.
    """

    key: Key
    ref: str
    label: str
    why: str
    points: int = 0


class _Stored(NamedTuple):
    number: int
    ref: str
    sending: str
    host: str
    date: PartialDate


def similar(
    reading: Reading,
    *,
    reader: Reader,
    moment: Moment,
    edited: Key | None = None,
    most: int = SHOWN,
) -> list[SimilarVisit]:
    """The visits most like the one that a line speaks of; none while it has no sides and no date.

    Args:
        reading: of the line; what the officer has answered on visits like it is not asked again.
        reader: the store.
        moment: which day it is.
        edited: the visit that the line is about, if it is in the store; it is not like itself, nor like those that it
            was said not to be.
        most: how many to name.
    """
    del moment  # no day is later than another here: a planned visit and a held one may be the same
    visits = reading.values.get("visits", [])
    if reading.kind != "visit" or not visits:
        return []
    typed = visits[0]
    when = PartialDate(typed.get("date", ""))
    if not when.edtf:
        return []
    near = [
        (one, _nearness(when, one.date)) for one in _candidates(reader, typed["sending"], typed["host"], when)
    ]
    near = [(one, points) for one, points in near if points]
    near += [(one, _TITLED) for one in _titled(reader, typed, when, {one.number for one, _ in near})]
    settled = {int(edited.id), *known_apart(reader, edited)} if edited else set()
    near = [
        (one, points)
        for one, points in near
        if one.number not in settled and one.ref not in reading.answer.apart
    ]
    heads = _heads(reader, [one.number for one, _ in near])
    mine = _head(typed)
    ranked = []
    for one, points in near:
        found = _why(typed, one, points, mine, heads.get(one.number, ""))
        if found is not None:
            ranked.append((-found[0], one.ref, one, found[1]))
    ranked.sort()
    return [
        SimilarVisit(
            Key("visit", str(one.number)),
            one.ref,
            f"{one.sending}→{one.host} {show_short(one.date)}",
            why,
            -less,
        )
        for less, _, one, why in ranked[:most]
    ]


def _candidates(reader: Reader, sending: str, host: str, when: PartialDate) -> list[_Stored]:
    """Visits of the pair, either way, that may lie near the date, and those whose year or date is not known."""
    found: list[_Stored] = []
    columns = "SELECT id, ref, date_edtf FROM visit WHERE sending = :a AND host = :b AND merged_into IS NULL"
    for a, b in ((sending, host), (host, sending)):
        rows = reader.all(f"{columns} AND date_first IS NULL LIMIT :limit_", a=a, b=b, limit_=MOST)
        rows = [*rows, *_dated(reader, columns, a, b, when)]
        found += [_Stored(number, ref, a, b, PartialDate(edtf)) for number, ref, edtf in rows]
    return found


def _dated(reader: Reader, columns: str, a: str, b: str, when: PartialDate) -> Sequence[tuple[Any, ...]]:
    first, last = when.first, when.last
    if first is None and last is None:
        return _of_any_year(reader, columns, a, b, when)
    begin, end = first or last or date.min, last or first or date.max
    return reader.all(
        f"{columns} AND date_first BETWEEN :low AND :high AND (date_last IS NULL OR date_last >= :begin)"
        " ORDER BY date_first DESC LIMIT :limit_",
        a=a,
        b=b,
        low=_shifted(begin, -LONGEST_STAY).isoformat(),
        high=_shifted(end, NEAR).isoformat(),
        begin=_shifted(begin, -NEAR).isoformat(),
        limit_=MOST,
    )


def _of_any_year(
    reader: Reader, columns: str, a: str, b: str, when: PartialDate
) -> Sequence[tuple[Any, ...]]:
    """The latest visits of a pair, as far as their days may be the same ones in another year."""
    latest = f"{columns} AND date_first IS NOT NULL ORDER BY date_first DESC LIMIT :limit_"
    here = _in_year(when, _LEAP_YEAR)
    if here.first is None or here.last is None:
        return reader.all(latest, a=a, b=b, limit_=MOST_YEARLESS)
    low, high = _shifted(here.first, -NEAR), _shifted(here.last, NEAR)
    if low.year != high.year:  # around New Year no day of the year is beyond reach of the words below
        return reader.all(latest, a=a, b=b, limit_=MOST_YEARLESS)
    wide = latest.replace("date_edtf", "date_edtf, date_first, date_last", 1)
    return reader.all(
        f"SELECT id, ref, date_edtf FROM ({wide}) l WHERE SUBSTR(date_first, 6) <= :high"
        " AND SUBSTR(date_last, 6) >= :low OR SUBSTR(date_last, 1, 4) <> SUBSTR(date_first, 1, 4)",
        a=a,
        b=b,
        low=low.isoformat()[5:],
        high=high.isoformat()[5:],
        limit_=MOST_YEARLESS,
    )


def _titled(reader: Reader, typed: dict[str, Any], when: PartialDate, known: set[int]) -> list[_Stored]:
    """Visits the same way with the same title within a year of the date, other than those known."""
    title = fold(str(typed.get("title", "")))
    if not title or when.first is None or when.last is None:
        return []
    rows = reader.all(
        "SELECT id, ref, date_edtf, title FROM visit WHERE sending = :a AND host = :b AND merged_into IS NULL"
        " AND title <> '' AND date_first BETWEEN :low AND :high ORDER BY date_first DESC LIMIT :limit_",
        a=typed["sending"],
        b=typed["host"],
        low=_shifted(when.first, -A_YEAR).isoformat(),
        high=_shifted(when.last, A_YEAR).isoformat(),
        limit_=MOST,
    )
    return [
        _Stored(number, ref, typed["sending"], typed["host"], PartialDate(edtf))
        for number, ref, edtf, theirs in rows
        if number not in known and fold(theirs) == title
    ]


def _shifted(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return day


@lru_cache(maxsize=2048)  # letter after letter compares the same days
def _nearness(one: PartialDate, other: PartialDate) -> int:
    """Points for how alike two dates are; 0 where they cannot be the same visit."""
    if not other.edtf:
        return _UNDATED
    if one.edtf == other.edtf:
        return _SAME
    if one.yearless or other.yearless:
        one, other = _in_one_year(one, other)
        if one.edtf == other.edtf:
            return _SAME - 1
        if _of_a_year(one) or _of_a_year(other):
            return _UNDATED  # every day lies in every year
    return _closeness(one, other)


def _closeness(one: PartialDate, other: PartialDate) -> int:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return 0
    if one.first <= other.last and other.first <= one.last:
        return _OVERLAP
    return (
        _CLOSE if one.first <= _shifted(other.last, NEAR) and other.first <= _shifted(one.last, NEAR) else 0
    )


def _of_a_year(when: PartialDate) -> bool:
    """Whether the month is not known either."""
    return when.first is not None and when.last is not None and when.last - when.first > _MONTHS


def _in_one_year(one: PartialDate, other: PartialDate) -> tuple[PartialDate, PartialDate]:
    """Both in the year that one of them states."""
    stated = next(
        (found.first.year for found in (one, other) if not found.yearless and found.first), _LEAP_YEAR
    )
    return _in_year(one, stated), _in_year(other, stated)


def _in_year(when: PartialDate, year: int) -> PartialDate:
    """A date in a year, where that has no leap day as of the day before."""
    before = PartialDate(when.edtf.replace("-02-29", "-02-28"))
    return in_year(when, year) or in_year(before, year) or when


def _head(visit: dict[str, Any]) -> str:
    members = [member for delegation in visit.get("delegations", []) for member in delegation["members"]]
    return next((str(member.get("official", "")) for member in members if member["role"] == "head"), "")


def _heads(reader: Reader, visits: Sequence[int]) -> dict[int, str]:
    """The names of the heads who were named, by visit."""
    marks, values = marked("v", visits[:MOST])
    if not marks:
        return {}
    rows = reader.all(
        "SELECT d.visit_id, o.name FROM delegation d JOIN participant p ON p.delegation_id = d.id AND p.role = 'head'"
        " JOIN official o ON o.id = p.official_id"
        f" WHERE d.visit_id IN ({marks}) ORDER BY p.id DESC",
        **values,
    )
    return dict(rows)


def _same_head(mine: str, theirs: str) -> bool | None:
    """Whether two names are of one head, in whatever spelling; None where that cannot be told."""
    if not mine or not theirs:
        return None
    likeness = compare(mine, theirs).score
    return None if SUGGESTED <= likeness < LIKELY else likeness >= LIKELY


def _why(typed: dict[str, Any], one: _Stored, points: int, mine: str, theirs: str) -> tuple[int, str] | None:
    """How alike two visits are and why; None where too little is."""
    same_head = _same_head(mine, theirs)
    if points == _UNDATED and not same_head:
        return None
    words = {
        _SAME: "same days",
        _SAME - 1: "same days, year not stated",
        _OVERLAP: "days overlap",
        _CLOSE: "a few days apart",
        _UNDATED: "days not known",
        _TITLED: "same title, other days",
    }
    heads = {True: (_SAME_HEAD, "same head"), False: (_OTHER_HEAD, "another head"), None: (0, "")}
    same_way = one.sending == typed["sending"]
    worth, head = heads[same_head]
    way = "same pair" if same_way else "same pair, the other way"
    said = ", ".join(filter(None, (way, words[points], head)))
    return points + _SAME_WAY * same_way + worth, said
