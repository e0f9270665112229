"""What came in is imported again next month: that costs no more than the first time, and finds the same."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event

from db import Store
from db.dates import PartialDate
from db.drafts import Dossier, VisitDraft
from db.exchange.entering import take_in
from db.exchange.report import Taken
from db.exchange.tables.rows import Row
from db.exchange.tables.twins import _ByDays, _overlap, _Stored, _twin
from db.history import Recorder
from tests.db.making import TODAY

MANY = 60


def _register(visits: int) -> dict[str, Any]:
    return {
        "bilat": 1,
        "source": {"title": "Register", "publisher": "Desk"},
        "visits": [_visit(number) for number in range(visits)],
    }


def _visit(number: int) -> dict[str, Any]:
    day = (date(2031, 1, 1) + timedelta(days=number // 2)).isoformat()
    return {
        "sending": "MA",
        "host": "ES",
        "date": day,
        "title": f"Entry {number}",
        "topics": ["CT"],
        "delegations": [{"members": [{"official": "Ana Ruiz"}, {"group": "experts"}]}],
        "meetings": [
            {
                "parties": ["MA", "ES"],
                "date": day,
                "participants": [{"official": "Omar Alami", "country": "MA"}],
                "actions": [{"text": f"list {number}", "followups": [{"text": "ask for the list"}]}],
            }
        ],
        "actions": [{"text": "exchange lists", "rung": "agreed"}],
        "followups": [{"text": "thank them", "log": [{"at": day, "text": "called"}]}],
    }


@contextmanager
def _asked(store: Store) -> Iterator[tuple[Any, list[str]]]:
    said: list[str] = []
    with store.write("import") as session:
        event.listen(session.connection(), "before_cursor_execute", lambda *told: said.append(told[2]))
        yield session, said


def _taken(store: Store, plain: dict[str, Any]) -> tuple[Taken, int]:
    with _asked(store) as (session, said):
        taken = take_in(session, Dossier.from_plain(plain), today=TODAY)
        return taken, len(said)


def test_a_register_that_comes_again_is_not_looked_through_visit_by_visit(empty_store: Store) -> None:
    _taken(empty_store, _register(MANY))
    some, few = _taken(empty_store, _register(MANY // 10))
    every, many = _taken(empty_store, _register(MANY))
    assert some.nothing_new
    assert every.nothing_new
    assert many < few + 10


def test_what_is_new_in_one_of_them_enters_and_the_others_stay(empty_store: Store) -> None:
    _taken(empty_store, _register(MANY))
    plain = _register(MANY)
    plain["visits"][7]["place"] = "Rabat"
    plain["visits"][8]["delegations"][0]["members"].append({"official": "Eva Roth", "country": "MA"})
    plain["visits"][9]["meetings"][0]["actions"][0]["followups"][0]["log"] = [
        {"at": "2031-02-01", "text": "done"}
    ]
    plain["visits"][10]["topics"].append("CYB")
    taken, _ = _taken(empty_store, plain)
    added = {table: number for table, number in taken.added.items() if number}
    assert added == {"official": 1, "official_name": 1, "participant": 1, "log_entry": 1, "visit_topic": 1}
    assert taken.learnt == {"V-2031-008"}


def test_a_visit_that_stands_twice_in_the_register_gets_each_guest_once(empty_store: Store) -> None:
    first, _ = _taken(empty_store, _register(2))
    plain = _register(2)
    guest = {"country": "ES", "members": [{"official": "Eva Roth", "country": "ES"}]}
    for visit in plain["visits"]:
        visit["ref"] = "V-2031-001"
        visit["delegations"].append(guest)
        visit["topics"].append("CYB")
        visit.pop("meetings")
    taken, _ = _taken(empty_store, plain)
    assert first.added["visit"] == 2
    assert not taken.added["visit"]
    assert (taken.added["delegation"], taken.added["participant"], taken.added["visit_topic"]) == (1, 1, 1)


def test_the_end_of_an_import_holds_what_leads_on_and_not_every_word(empty_store: Store) -> None:
    with _asked(empty_store) as (session, _):
        take_in(session, Dossier.from_plain(_register(3)), today=TODAY)
        held = {one.table: one.after or {} for one in session.info[Recorder].touched}
    assert held["action"].keys() >= {"ref", "visit_id", "meeting_id"}
    assert "text" not in held["action"]
    with empty_store.read() as reader:
        logged = reader.all("SELECT after FROM change WHERE table_name = 'action'")
    assert all("exchange lists" in row[0] or "list " in row[0] for row in logged)


_DAYS = st.dates(date(2030, 1, 1), date(2030, 12, 31))
_DATES = st.one_of(
    _DAYS.map(date.isoformat),
    st.tuples(_DAYS, st.integers(1, 60)).map(lambda one: f"{one[0]}/{one[0] + timedelta(days=one[1])}"),
    st.sampled_from(["", "2030", "2030-06", "../2030-05-01", "2030-07-01/.."]),
)
_HEADS = st.sampled_from(["", "ann lee", "bob ray"])
_STORED = st.lists(
    st.tuples(_DATES, st.sampled_from(["", "tour"]), st.frozensets(_HEADS.filter(bool), max_size=2)),
    max_size=12,
)


@given(stored=_STORED, when=_DATES, title=st.sampled_from(["", "tour"]), head=_HEADS)
def test_a_row_of_a_table_is_like_the_visit_that_comparing_it_with_each_finds(
    stored: list[tuple[str, str, frozenset[str]]], when: str, title: str, head: str
) -> None:
    members = [{"official": head, "role": "head"}] if head else []
    row = Row(
        2,
        VisitDraft.from_plain(
            {
                "sending": "MA",
                "host": "ES",
                "date": when,
                "title": title,
                "delegations": [{"members": members}],
            }
        ),
    )
    those = [
        _Stored(f"V-{number}", PartialDate(edtf), (words, "", ""), heads)
        for number, (edtf, words, heads) in enumerate(stored)
    ]
    day = row.draft.when
    fits = [one for one in those if not (one.heads and head and head not in one.heads)]
    same = [one for one in fits if one.date.edtf == day.edtf and (day.edtf or one.about == (title, "", ""))]
    near = [one for one in fits if day.edtf and _overlap(day, one.date)]
    found = _twin(row, _ByDays(those))
    assert (found and (found.of, found.left_out)) == next(
        ((one.ref, left_out) for some, left_out in ((same, True), (near, False)) for one in some), None
    )
