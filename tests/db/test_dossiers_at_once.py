"""A dossier of many records enters in few questions, and gives no id away twice."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlmodel import select

from db import Store
from db.commands.dossiers import enter_dossier
from db.drafts import Dossier
from db.exchange.entering import take_in
from db.models import Delegation, Meeting, Official, Participant, Visit
from tests.db.making import TODAY


@pytest.fixture
def store(small_file: Path, tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "desk.db"
    shutil.copy(small_file, path)
    with closing(Store.open(path)) as opened:
        yield opened


def _dossier(visits: int, *, month: int = 3) -> Dossier:
    return Dossier.from_plain({"bilat": 1, "visits": [_visit(number, month) for number in range(visits)]})


def _visit(number: int, month: int) -> dict[str, Any]:
    date = f"2031-{month:02}-{1 + number % 28:02}"
    return {
        "sending": "MA",
        "host": "ES",
        "date": date,
        "title": f"Entry {number}",
        "delegations": [{"country": "MA", "members": [{"official": "Ana Ruiz"}]}],
        "meetings": [{"parties": ["MA", "ES"], "date": date}, {"parties": ["MA", "ES"], "date": date}],
        "actions": [{"text": "exchange lists", "rung": "agreed"}],
        "followups": [{"text": "send the list"}],
    }


def _asked(store: Store, dossier: Dossier) -> int:
    """How many statements entering it takes, before the lists are brought up to date."""
    asked: list[str] = []
    with store.write("import") as session:
        connection = session.connection()
        event.listen(connection, "before_cursor_execute", lambda *told: asked.append(told[2]))
        enter_dossier(session, dossier, today=TODAY)
        return len(asked)


def test_ten_times_the_visits_are_not_ten_times_the_questions(store: Store) -> None:
    few, many = _asked(store, _dossier(5)), _asked(store, _dossier(50, month=4))
    assert many < few + 10


def test_visits_that_are_all_new_or_all_there_are_not_looked_for_one_by_one(store: Store) -> None:
    def asked(visits: int, month: int) -> int:
        with store.write("import") as session:
            said: list[str] = []
            event.listen(session.connection(), "before_cursor_execute", lambda *told: said.append(told[2]))
            take_in(session, _dossier(visits, month=month), today=TODAY)
            return sum(sql.lstrip().startswith("SELECT") for sql in said)

    assert asked(50, 4) < asked(5, 3) + 10
    assert asked(50, 4) < asked(5, 3) + 10  # nor are those that are all there


def test_somebody_whom_a_delegation_names_twice_stands_in_it_once(store: Store) -> None:
    members = [{"official": "Ana Ruiz", "role": "head"}, {"official": "Ana Ruiz", "rank": 3}]
    visit = _visit(0, 3) | {"delegations": [{"country": "MA", "members": members}]}
    with store.write("import") as session:
        enter_dossier(session, Dossier.from_plain({"bilat": 1, "visits": [visit]}), today=TODAY)
    with store.write("look") as session:
        (delegation,) = session.exec(
            select(Delegation).join(Visit).where(Visit.date_first == "2031-03-01")
        ).all()
        there = select(Participant).where(Participant.delegation_id == delegation.id)
        assert [(one.role, one.rank) for one in session.exec(there)] == [("head", 3)]


def test_names_places_and_order_are_those_of_records_that_enter_one_by_one(store: Store) -> None:
    with store.write("import") as session:
        enter_dossier(session, _dossier(3), today=TODAY)
    with store.write("look") as session:
        visits = session.exec(select(Visit).where(Visit.title.startswith("Entry"))).all()
        assert [one.ref[:7] for one in visits] == ["V-2031-"] * 3
        assert len({one.ref for one in visits}) == 3
        assert len(session.exec(select(Official).where(Official.name == "Ana Ruiz")).all()) == 1
        for visit in visits:
            meetings = session.exec(select(Meeting).where(Meeting.visit_id == visit.id).order_by(Meeting.ref))
            assert [one.position for one in meetings] == [1, 2]
            assert len(session.exec(select(Delegation).where(Delegation.visit_id == visit.id)).all()) == 1


def test_the_id_of_what_was_undone_stays_free_and_redo_brings_it_back(store: Store) -> None:
    numbers = []
    for month in (3, 4):
        with store.write("import") as session:
            numbers.append(
                [key.id for key in enter_dossier(session, _dossier(2, month=month), today=TODAY).records]
            )
        store.undo()
    assert not set(numbers[0]) & set(numbers[1])
    store.redo()
    with store.read() as reader:
        there = {str(number) for (number,) in reader.all("SELECT id FROM visit")}
        assert set(numbers[1]) <= there
        assert not set(numbers[0]) & there
        assert reader.all("PRAGMA foreign_key_check") == []
