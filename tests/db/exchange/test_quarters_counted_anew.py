"""The quarterly table against a count of visits, meetings and outcomes one by one, of which no projection knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import pytest

from db import Store
from db.dates import PartialDate
from db.exchange import Wanted
from db.exchange.tables_out import listed
from db.models import ActionParty
from db.reader import Reader
from seeds.generate import generate
from tests.db.making import MOROCCO, action, meeting

Counted = dict[tuple[str, str, str], tuple[int, ...]]
COLUMNS = ("there", "here", "meetings", "agreed", "signed")
RUNGS = {4: "agreed", 5: "signed"}
TOOK_PLACE = ("held", "under way")


def in_table(store: Store) -> Counted:
    with store.read() as reader:
        rows = listed(reader, "quarters", Wanted(), MOROCCO).rows
    found = {(str(row[0]), str(row[1]), str(row[3])): tuple(int(str(one)) for one in row[5:]) for row in rows}
    assert len(found) == len(rows), "each line stands there once"
    return found


def quarter(edtf: str) -> str:
    """Where an event counts: by the day it began, unless that is only known to lie in a longer time."""
    when = PartialDate(edtf)
    if when.first is None:
        return ""
    began = f"{when.first.year:04} Q{(when.first.month + 2) // 3}"
    if when.last is None or "/" in edtf:
        return began
    return began if began == f"{when.last.year:04} Q{(when.last.month + 2) // 3}" else began[:4]


class Event(NamedTuple):
    """A visit or a meeting; only a visit has somebody who goes."""

    day: str
    parties: frozenset[str]
    goes: str = ""


def events_of(reader: Reader) -> dict[tuple[str, int], Event]:
    """What took place, from the tables of visits and meetings."""
    visits = reader.all("SELECT id, sending, host, date_edtf, status FROM visit")
    days = {number: day for number, _, _, day, _ in visits}
    found = {
        ("visit", number): Event(day, frozenset({sending, host}), sending)
        for number, sending, host, day, status in visits
        if status in TOOK_PLACE
    }
    parties = groups_of(reader, "SELECT meeting_id, country FROM meeting_party")
    for number, visit, words, day, status in reader.all(
        "SELECT id, visit_id, date_edtf || date_text, date_edtf, status FROM meeting"
    ):
        if status in TOOK_PLACE:
            when = day if words or not visit else days[visit]
            found["meeting", number] = Event(when, parties.get(number, frozenset()))
    return found


def groups_of(reader: Reader, sql: str) -> dict[int, frozenset[str]]:
    groups: dict[int, set[str]] = {}
    for number, country in reader.all(sql):
        groups.setdefault(number, set()).add(country)
    return {number: frozenset(group) for number, group in groups.items()}


def counted_anew(store: Store) -> Counted:
    """One visit, one meeting and one outcome after the other, from their own tables."""
    found: Counter[tuple[str, str, str, str]] = Counter()
    with store.read() as reader:
        events = events_of(reader)
        own = groups_of(reader, "SELECT action_id, country FROM action_party")
        actions = reader.all("SELECT id, visit_id, meeting_id, rung FROM action WHERE rung >= 4")
    for (kind, _), event in events.items():
        for left, right in ways(event.parties):
            way = "there" if event.goes == left else "here"
            found[quarter(event.day), left, right, way if kind == "visit" else "meetings"] += 1
    for number, visit, meeting_, rung in actions:
        about = events.get(("meeting", meeting_) if meeting_ else ("visit", visit))
        if about is not None:
            for left, right in ways(about.parties & own.get(number, about.parties)):
                found[quarter(about.day), left, right, RUNGS[rung]] += 1
    lines = {key[:3] for key in found}
    return {line: tuple(found[*line, what] for what in COLUMNS) for line in lines}


def ways(parties: Collection[str]) -> Iterator[tuple[str, str]]:
    """Every two of them, the desk's own country first."""
    for a, b in combinations(sorted(parties), 2):
        yield (b, a) if b == MOROCCO.desk else (a, b)


def test_the_table_of_the_demo_is_what_one_counts(demo_store: Store) -> None:
    found = in_table(demo_store)
    assert found == counted_anew(demo_store)
    assert all(any(figures[at] for figures in found.values()) for at in (0, 1, 2, 3))


@pytest.mark.parametrize("seed", [1, 7])
def test_the_table_of_a_large_store_is_what_one_counts(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "world.db"
    generate(path, visits=250, officials=150, seed=seed, tell=lambda *_: None)
    store = Store.open(path)
    found = in_table(store)
    anew = counted_anew(store)
    store.close()
    assert found == anew
    assert all(sum(figures[at] for figures in found.values()) for at in range(len(COLUMNS)))


def test_what_two_of_three_agreed_does_not_count_for_the_third(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        talks = meeting(session, parties=["ES", "MA", "DE"], date="2025-02-03")
        made = action(session, at=talks, rung="agreed", status="open")
        session.add_all(ActionParty(action_id=made, country=code) for code in ("ES", "MA"))
    found = in_table(empty_store)
    assert {line[1:]: figures[3] for line, figures in found.items()} == {
        ("MA", "ES"): 1,
        ("MA", "DE"): 0,
        ("DE", "ES"): 0,
    }
    assert found == counted_anew(empty_store)
