"""Pairs of states that are no more beside those that came after them: Czechoslovakia – Morocco, Czechia – Morocco."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from db.former_states import COUNTRIES, FormerStates
from db.rows import Key, KinRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from db.reader import Reader


def states_of(reader: Reader) -> FormerStates:
    """Who came after whom; read once for all that is asked about a pair."""
    return FormerStates(reader.all(COUNTRIES))


def former_pairs(reader: Reader, pair: str) -> tuple[str, ...]:
    """The ids of the pairs in which one of the two stood under a state that it came from."""
    states = states_of(reader)
    return tuple(pair_id for pair_id, _ in _known(reader, _older(states, *pair.split("-"))))


def kin(reader: Reader, pair: str, states: FormerStates) -> tuple[KinRow, ...]:
    """What else is on record between the two: before one of them came to be, or after it ceased to be."""
    a, b = pair.split("-")
    younger = _pairs([a, *states.after(a)], [b, *states.after(b)], pair)
    return tuple(
        KinRow(Key("pair", pair_id), " – ".join(map(states.name, pair_id.split("-"))), events, former)
        for former, pairs in ((True, _older(states, a, b)), (False, younger))
        for pair_id, events in _known(reader, pairs)
    )


def unmet(reader: Reader, pair: str, states: FormerStates) -> tuple[str, ...]:
    """The pairs that came after one of a former state, where none of them has events; () where one has."""
    a, b = pair.split("-")
    today = _pairs(states.after(a) or [a], states.after(b) or [b], pair)
    if not today or _known(reader, today):
        return ()
    return tuple(" – ".join(map(states.name, pair_id.split("-"))) for pair_id in today)


def _older(states: FormerStates, a: str, b: str) -> list[str]:
    return _pairs([a, *states.before(a)], [b, *states.before(b)], f"{a}-{b}")


def _pairs(one: Iterable[str], other: Iterable[str], without: str) -> list[str]:
    """Every pair of one of these with one of those."""
    ids = {"-".join(sorted(two)) for two in product(one, other) if two[0] != two[1]}
    return sorted(ids - {without})


def _known(reader: Reader, pairs: Iterable[str]) -> list[tuple[str, int]]:
    """Those of them that have events, with how many."""
    marks = {f"pair{number}": pair for number, pair in enumerate(pairs)}
    if not marks:
        return []
    rows = reader.all(
        f"SELECT p.a || '-' || p.b, p.events FROM pair_summary p WHERE {_one_of(marks)} ORDER BY p.a, p.b",
        **{
            f"{mark}_{end}": code
            for mark, pair in marks.items()
            for end, code in zip("ab", pair.split("-"), strict=True)
        },
    )
    return [(pair, events) for pair, events in rows]


def _one_of(marks: Iterable[str]) -> str:
    return " OR ".join(f"(p.a = :{mark}_a AND p.b = :{mark}_b)" for mark in marks)
