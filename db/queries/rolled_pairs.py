"""Country pairs with those of former states counted in: Czechoslovakia – Morocco stands in Czechia – Morocco."""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

from db.former_states import COUNTRIES, FormerStates
from db.names import fold
from db.reader import marked

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from db.reader import Reader

_MOST = 2_000  # pairs of former states; there are some twenty of them in the world
_SUMMED = (
    "p.a, p.b, p.last_edtf, p.last_text, p.last_basis, p.next_edtf, p.next_text, p.next_basis,"
    " p.last_day, p.next_day"
)


class Extra(NamedTuple):
    """What the pairs of former states add to the pair of those that came after them.

    Attributes:
        figures: visits forth and back, meetings, open and watched outcomes, each event once.
        last: day and date of the latest event; None where the pair's own is later.
        next: the same of the next one.
        folded: the words by which the former pairs are found.
    """

    figures: tuple[int, int, int, int, int]
    last: tuple[str, tuple[str, str, str]] | None
    next: tuple[str, tuple[str, str, str]] | None
    folded: str


class Folded(NamedTuple):
    """Which pairs are counted in which, by id.

    Attributes:
        gone: pairs of former states that have no line of their own.
        extra: what others gain by them.
    """

    gone: frozenset[str]
    extra: Mapping[str, Extra]


class _Former(NamedTuple):
    """A pair of a former state in the pair that it is counted in."""

    pair: str
    into: str
    turned: bool  # its first country stands second there
    last: tuple[str, tuple[str, str, str]]
    next: tuple[str, tuple[str, str, str]]
    folded: str


def folded_pairs(reader: Reader) -> Folded:
    """Fold every pair of a former state into those of its successors that have a line of their own.

    Where several states came after one, each has its events; where none has met anybody, the former pair stays.
    """
    found = _former(reader)
    there = _there(reader, {one.into for one in found})
    found = [one for one in found if one.into in there]
    figures = _figures(reader, found)
    by_target: dict[str, list[_Former]] = defaultdict(list)
    for one in found:
        by_target[one.into].append(one)
    return Folded(
        frozenset(one.pair for one in found),
        {
            into: Extra(
                figures.get(into, (0, 0, 0, 0, 0)),
                max((one.last for one in some if one.last[0]), default=None),
                min((one.next for one in some if one.next[0]), default=None),
                " ".join(one.folded for one in some),
            )
            for into, some in by_target.items()
        },
    )


def keeping_their_line(reader: Reader, desk: str) -> tuple[str, ...]:
    """The former states whose pairs stand for themselves also rolled up: nobody after them has met; "" for all."""
    found = [one for one in _former(reader) if not desk or desk in one.pair.split("-")]
    there = _there(reader, {one.into for one in found})
    folded = {one.pair for one in found if one.into in there}
    states = FormerStates(reader.all(COUNTRIES))
    codes = {code for one in found if one.pair not in folded for code in one.pair.split("-")}
    return tuple(states.name(code) for code in sorted(codes) if states.after(code))


def with_extra(row: Sequence[Any], extra: Extra, next_day: str) -> list[Any]:
    """The columns of a pair's line (`pairs.COLUMNS`) with what former pairs add to it."""
    found = list(row)
    found[10:15] = [own + more for own, more in zip(row[10:15], extra.figures, strict=True)]
    if extra.last is not None and extra.last[0] > row[15]:
        found[15], found[4:7] = extra.last[0], extra.last[1]
    if extra.next is not None and (not next_day or extra.next[0] < next_day):
        found[7:10] = extra.next[1]
    return found


def holds(folded: str, words: str) -> bool:
    """Whether every one of some words begins a word of a folded text."""
    held = folded.split()
    return all(any(one.startswith(word) for one in held) for word in fold(words[:500]).split())


def _former(reader: Reader) -> list[_Former]:
    states = FormerStates(reader.all(COUNTRIES))
    marks, codes = marked("s", states.gone())
    if not codes:
        return []
    rows = reader.all(
        f"SELECT {_SUMMED}, p.folded FROM pair_summary p WHERE p.a IN ({marks}) OR p.b IN ({marks})"
        " ORDER BY p.a, p.b LIMIT :most",
        **codes,
        most=_MOST,
    )
    found = []
    for a, b, *dates, last_day, next_day, folded in rows:
        for one, other in product(states.after(a) or [a], states.after(b) or [b]):
            if one != other:
                first, second = sorted((one, other))
                last, coming = tuple(dates[:3]), tuple(dates[3:])
                found.append(
                    _Former(
                        f"{a}-{b}",
                        f"{first}-{second}",
                        first != one,
                        (last_day, last),
                        (next_day, coming),
                        folded,
                    )
                )
    return found


def _there(reader: Reader, pairs: Iterable[str]) -> set[str]:
    """Those pairs that have events of their own."""
    marks, values = marked("p", sorted(pairs))
    if not values:
        return set()
    first, codes = marked("a", sorted({pair.split("-")[0] for pair in values.values()}))
    rows = reader.all(
        f"SELECT p.a || '-' || p.b FROM pair_summary p WHERE p.a IN ({first}) AND p.a || '-' || p.b IN ({marks})",
        **values,
        **codes,
    )
    return {pair for (pair,) in rows}


def _figures(reader: Reader, found: Sequence[_Former]) -> dict[str, tuple[int, int, int, int, int]]:
    """What the events of former pairs add to each pair; an event that stands in several of them counts once."""
    if not found:
        return {}
    values: dict[str, Any] = {}
    lines = []
    for number, one in enumerate(found):
        values |= {f"f{number}": one.pair, f"t{number}": one.into, f"w{number}": int(one.turned)}
        lines.append(f"(:f{number}, :t{number}, :w{number})")
    rows = reader.all(
        f"WITH counted (former, target, turned) AS (VALUES {', '.join(lines)})"
        " SELECT c.target, SUM(CASE WHEN c.turned THEN s.back ELSE s.forth END),"
        " SUM(CASE WHEN c.turned THEN s.forth ELSE s.back END), SUM(s.meetings), SUM(s.open), SUM(s.watch)"
        " FROM counted c JOIN event_scope s ON s.scope_kind = 'pair' AND s.scope_id = c.former"
        " WHERE NOT EXISTS (SELECT 1 FROM event_scope o WHERE o.scope_kind = 'pair' AND o.scope_id = c.target"
        "  AND o.event_id = s.event_id)"
        " AND NOT EXISTS (SELECT 1 FROM counted d JOIN event_scope o ON o.scope_kind = 'pair'"
        "  AND o.scope_id = d.former AND o.event_id = s.event_id WHERE d.target = c.target AND d.former < c.former)"
        " GROUP BY c.target",
        **values,
    )
    return {
        target: (forth, back, meetings, open_, watch) for target, forth, back, meetings, open_, watch in rows
    }
