"""Visits that look like the one being typed: the same pair, days that may be the same, the same head."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from db.dates import PartialDate, show_short
from db.names import fold
from db.rows import Key

if TYPE_CHECKING:
    from typing import Any

    from db.entry.shapes import Reading
    from db.reader import Reader
    from db.rows import Moment

NEAR = timedelta(days=3)
LONGEST_STAY = timedelta(days=400)  # a visit known only by its year may have begun this long before
MOST = 200  # visits of a pair around a date that are looked at
MOST_YEARLESS = 1_000  # the latest visits of a pair, whose days are compared without their year
SHOWN = 3
_LEAP_YEAR = 2024  # stands in where neither date has a year
_SAME, _OVERLAP, _CLOSE, _UNDATED = 6, 4, 2, 1
_SAME_WAY, _SAME_HEAD, _OTHER_HEAD = 2, 3, -2


class SimilarVisit(NamedTuple):
    """A visit that may be the one being typed.

    Attributes:
        key: of the visit.
        ref: what it is called.
        label: "MA→ES 28–29 Jan 2025".
        why: what they have in common, in words.
    """

    key: Key
    ref: str
    label: str
    why: str


class _Stored(NamedTuple):
    number: int
    ref: str
    sending: str
    host: str
    date: PartialDate


def similar(reading: Reading, *, reader: Reader, moment: Moment) -> list[SimilarVisit]:
    """The three visits most like the one that a line speaks of; none while it has no sides and no date."""
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
    heads = _heads(reader, [one.number for one, _ in near])
    mine = fold(_head(typed))
    ranked = []
    for one, points in near:
        found = _why(typed, one, points, mine, heads.get(one.number, ""))
        if found is not None:
            ranked.append((-found[0], one.ref, one, found[1]))
    ranked.sort()
    return [
        SimilarVisit(
            Key("visit", str(one.number)), one.ref, f"{one.sending}→{one.host} {show_short(one.date)}", why
        )
        for _, _, one, why in ranked[:SHOWN]
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
        return reader.all(
            f"{columns} AND date_first IS NOT NULL ORDER BY date_first DESC LIMIT :limit_",
            a=a,
            b=b,
            limit_=MOST_YEARLESS,
        )
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


def _shifted(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return day


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
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return 0
    if one.first <= other.last and other.first <= one.last:
        return _OVERLAP
    return (
        _CLOSE if one.first <= _shifted(other.last, NEAR) and other.first <= _shifted(one.last, NEAR) else 0
    )


def _in_one_year(one: PartialDate, other: PartialDate) -> tuple[PartialDate, PartialDate]:
    """Both in the year that one of them states."""
    stated = next(
        (found.first.year for found in (one, other) if not found.yearless and found.first), _LEAP_YEAR
    )
    return (
        PartialDate(one.edtf.replace("XXXX", f"{stated:04}")),
        PartialDate(other.edtf.replace("XXXX", f"{stated:04}")),
    )


def _head(visit: dict[str, Any]) -> str:
    members = [member for delegation in visit.get("delegations", []) for member in delegation["members"]]
    return next((str(member.get("official", "")) for member in members if member["role"] == "head"), "")


def _heads(reader: Reader, visits: Sequence[int]) -> dict[int, str]:
    """The folded names of the heads who were named, by visit."""
    numbered = {f"v{number}": visit for number, visit in enumerate(visits[:MOST])}
    if not numbered:
        return {}
    rows = reader.all(
        "SELECT d.visit_id, o.name FROM delegation d JOIN participant p ON p.delegation_id = d.id AND p.role = 'head'"
        " JOIN official o ON o.id = p.official_id"
        f" WHERE d.visit_id IN ({', '.join(f':{name}' for name in numbered)}) ORDER BY p.id DESC",
        **numbered,
    )
    return {visit: fold(name) for visit, name in rows}


def _why(typed: dict[str, Any], one: _Stored, points: int, mine: str, theirs: str) -> tuple[int, str] | None:
    """How alike two visits are and why; None where too little is."""
    same_head = bool(mine) and mine == theirs
    if points == _UNDATED and not same_head:
        return None
    words = {
        _SAME: "same days",
        _SAME - 1: "same days, year not stated",
        _OVERLAP: "days overlap",
        _CLOSE: "a few days apart",
        _UNDATED: "its date is not known",
    }
    same_way = one.sending == typed["sending"]
    total = (
        points + _SAME_WAY * same_way + (_SAME_HEAD if same_head else _OTHER_HEAD if mine and theirs else 0)
    )
    said = ["same pair" if same_way else "same pair, the other way", words[points]]
    said += ["same head"] if same_head else ["another head"] if mine and theirs else []
    return total, ", ".join(said)
