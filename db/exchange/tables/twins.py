"""Rows that say what another row says, or what the store knows already."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from db.dates import PartialDate
from db.drafts import VisitDraft
from db.exchange.tables.rows import Row
from db.names import fold
from db.reader import marked

if TYPE_CHECKING:
    from db.reader import Reader

_AT_ONCE = 400
_NOT_UNDATED = "AND date_edtf <> ''"
_SHORT = timedelta(days=31)
"""A stay that is longer, or a date that is only a year, is compared with every row; there are few."""


class Twin(NamedTuple):
    """A row that may be there already.

    Attributes:
        number: of the row.
        way: which visit of a row that names several countries, as in "MA→ES".
        of: "row 12", or the ref of a visit.
        why: what they have in common.
        left_out: whether it says nothing new, and so does not enter.
    """

    number: int
    way: str
    of: str
    why: str
    left_out: bool

    @property
    def sentence(self) -> str:
        """The same in words."""
        came = (
            "it is left out" if self.left_out else "both enter" if self.of.startswith("row") else "it enters"
        )
        return f"row {self.number} and {self.of} are {self.why}; {came}."


def among_rows(rows: Sequence[Row]) -> list[Twin]:
    """Rows alike: all that is read of them is the same, or the pair and the head, and a first or last day."""
    seen: dict[VisitDraft, int] = {}
    near: defaultdict[tuple[str, ...], list[Row]] = defaultdict(list)
    found: list[Twin] = []
    for row in rows:
        if row.draft in seen:
            found.append(
                Twin(row.number, way_of(row), f"row {seen[row.draft]}", "the same visit", left_out=True)
            )
            continue
        seen[row.draft] = row.number
        when, head = row.draft.when, head_of(row.draft)
        same: dict[int, str] = {}
        for which, day in (("first", when.first), ("last", when.last)):
            if day is None:
                continue
            key = (row.draft.sending, row.draft.host, head, which, day.isoformat())
            for other in near[key]:
                whole = other.draft.when.edtf == when.edtf
                why = (
                    "of the same pair, days and head" if whole else f"of the same pair, head and {which} day"
                )
                same.setdefault(other.number, why)
            near[key].append(row)
        found += [
            Twin(row.number, way_of(row), f"row {other}", why, left_out=False) for other, why in same.items()
        ]
    return found


def way_of(row: Row) -> str:
    """Who goes where."""
    return f"{row.draft.sending}→{row.draft.host}"


class _Stored(NamedTuple):
    ref: str
    date: PartialDate
    about: tuple[str, ...]
    heads: frozenset[str]


def in_store(reader: Reader, rows: Sequence[Row]) -> list[Twin]:
    """Rows like visits of the store: of the same pair and head, on the same days or on some of them."""
    found = []
    by_way: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        by_way[row.draft.sending, row.draft.host].append(row)
    for (sending, host), some in by_way.items():
        stored = _ByDays(_visits(reader, sending, host, [row.draft.when for row in some]))
        for row in some:
            twin = _twin(row, stored)
            if twin is not None:
                found.append(twin)
    return sorted(found)


class _ByDays:
    """Visits of one country to another, found by their date or by their days: either may have thousands."""

    def __init__(self, stored: Sequence[_Stored]) -> None:
        self._stored = stored
        self._of_date: defaultdict[str, list[_Stored]] = defaultdict(list)
        self._long: list[int] = []
        short: list[tuple[date, int]] = []
        for place, one in enumerate(stored):
            first, last = one.date.first, one.date.last
            self._of_date[one.date.edtf].append(one)
            if first is None or last is None:
                continue
            if last - first <= _SHORT:
                short.append((first, place))
            else:
                self._long.append(place)
        short.sort()
        self._firsts = [first for first, _ in short]
        self._short = [place for _, place in short]

    def of_date(self, when: PartialDate) -> Sequence[_Stored]:
        """Those of exactly this date, in their order."""
        return self._of_date.get(when.edtf, ())

    def on_days_of(self, when: PartialDate) -> Iterable[_Stored]:
        """Those on some of its days, in their order."""
        if when.first is None or when.last is None:
            return
        earliest = date.fromordinal(max(1, when.first.toordinal() - _SHORT.days))
        start, end = bisect_left(self._firsts, earliest), bisect_right(self._firsts, when.last)
        for place in sorted([*self._short[start:end], *self._long]):
            if _overlap(when, self._stored[place].date):
                yield self._stored[place]


def _twin(row: Row, stored: _ByDays) -> Twin | None:
    when, head = row.draft.when, head_of(row.draft)
    for one in stored.of_date(when):
        if one.heads and head and head not in one.heads:
            continue
        if not when.edtf and (one.date != when or one.about != _about(row.draft)):
            continue  # without a day only the same words make it the same visit
        # Where one of both names no head it is more likely the same visit than another; --anyway enters it.
        why = "the same visit" if bool(head) == bool(one.heads) else "of the same pair and days"
        return Twin(row.number, way_of(row), one.ref, why, left_out=True)
    for one in stored.on_days_of(when):
        if not (one.heads and head and head not in one.heads):
            why = "of the same pair on some of the same days"
            return Twin(row.number, way_of(row), one.ref, why, left_out=False)
    return None


def _overlap(one: PartialDate, other: PartialDate) -> bool:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    return one.first <= other.last and other.first <= one.last


def _visits(reader: Reader, sending: str, host: str, days: Sequence[PartialDate]) -> list[_Stored]:
    """The visits of one country to another in the time that the rows are about, those without a year too."""
    undated = any(not one.edtf for one in days)
    first = min((one.first.isoformat() for one in days if one.first), default="")
    last = max((one.last.isoformat() for one in days if one.last), default="9999")
    rows = reader.all(
        "SELECT id, ref, date_edtf, date_text, date_basis, title, place, purpose FROM visit"
        " WHERE sending = :a AND host = :b AND merged_into IS NULL"
        f" {'' if undated else _NOT_UNDATED} AND (date_first IS NULL OR date_first <= :last)"
        " AND (date_last IS NULL OR date_last >= :first)",
        a=sending,
        b=host,
        first=first,
        last=last,
    )
    heads: defaultdict[int, set[str]] = defaultdict(set)
    ids = [row[0] for row in rows]
    for start in range(0, len(ids), _AT_ONCE):
        marks, values = marked("v", ids[start : start + _AT_ONCE])
        for number, folded in reader.all(
            "SELECT d.visit_id, n.folded FROM delegation d JOIN participant p ON p.delegation_id = d.id"
            " AND p.role = 'head' JOIN official_name n ON n.official_id = p.official_id AND n.kind <> 'weak'"
            f" WHERE d.visit_id IN ({marks})",
            **values,
        ):
            heads[number].add(folded)
    return [_Stored(row[1], PartialDate(*row[2:5]), tuple(row[5:]), frozenset(heads[row[0]])) for row in rows]


def _about(draft: VisitDraft) -> tuple[str, ...]:
    return draft.title, draft.place, draft.purpose


def head_of(draft: VisitDraft) -> str:
    """The folded name of who leads, "" for nobody named."""
    members = (member for delegation in draft.delegations for member in delegation.members)
    return next((fold(member.official) for member in members if member.role == "head"), "")
