"""Very many rows go into the store past the session, and nobody notices but by the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlmodel import select

from db import Conflict, Store
from db.commands.numbering import Numbering
from db.models import Official, OfficialName
from tests.db import making

if TYPE_CHECKING:
    from sqlmodel import Session

LOG = ("step", "change", "setting")


def official(name: str) -> Official:
    return Official(name=name, sort_name=name, country="MA")


def waiting(session: Session, *names: str) -> list[Official]:
    """Officials who are on their way into the store."""
    rows = [official(name) for name in names]
    Numbering(session).add(rows)
    return rows


def names(store: Store) -> list[str]:
    with store.read() as reader:
        return [name for (name,) in reader.all("SELECT name FROM official ORDER BY id")]


@pytest.mark.parametrize("many", [1, 99, 100, 101, 250])
def test_however_many_come_at_once_all_are_there_and_in_history(empty_store: Store, many: int) -> None:
    wanted = [f"Official {number:03}" for number in range(many)]
    with empty_store.write("enter") as session:
        waiting(session, *wanted)
    assert names(empty_store) == wanted
    with empty_store.read() as reader:
        told = reader.all("SELECT row_id FROM change WHERE table_name = 'official' ORDER BY id")
    assert [int(row_id) for (row_id,) in told] == list(range(1, many + 1))
    empty_store.undo()
    assert names(empty_store) == []


def test_whoever_asks_in_the_same_step_finds_them(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        one, two = waiting(session, "Amina Test", "Karim Test")
        assert two.number == one.number + 1
        assert session.exec(select(Official.name).order_by(Official.name)).all() == [
            "Amina Test",
            "Karim Test",
        ]
    assert names(empty_store) == ["Amina Test", "Karim Test"]


def test_they_are_in_history_and_undo_takes_them_back_also_after_a_restart(empty_store: Store) -> None:
    before = making.every_table(empty_store)
    with empty_store.write("enter") as session:
        waiting(session, "Amina Test")
    empty_store.reopen()
    assert empty_store.undo() == "Undid: enter."
    after = making.every_table(empty_store)
    assert {name: rows for name, rows in after.items() if name not in LOG} == {
        name: rows for name, rows in before.items() if name not in LOG
    }
    assert empty_store.redo() == "Redid: enter."
    assert names(empty_store) == ["Amina Test"]


def test_one_that_changes_after_it_was_written_is_written_again(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        (one,) = waiting(session, "Amina Test")
        session.flush()
        one.name = "Amina Tester"
    assert names(empty_store) == ["Amina Tester"]
    assert making.count(empty_store, "change", "table_name = 'official'") == 2
    assert empty_store.undo() == "Undid: enter, 2 changes."
    assert names(empty_store) == []


def test_one_that_somebody_has_looked_up_meanwhile_changes_there_too(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        (one,) = waiting(session, "Amina Test")
        other = session.get_one(Official, one.number)
        one.note = "speaks Spanish"
        assert other.note == one.note == "speaks Spanish"
    assert making.count(empty_store, "official", "note = 'speaks Spanish'") == 1


def test_what_is_worked_out_of_a_name_is_there_as_ever(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        (one,) = waiting(session, "Amina Test")
        spelling = OfficialName(official_id=one.number, name="Amina Test", folded="amina test")
        Numbering(session).add([spelling])
        session.flush()
        assert spelling.skeleton
    assert making.count(empty_store, "official_name", "skeleton <> '' AND kind = 'spelling'") == 1


def spell(store: Store, *names: str, official: int = 0) -> None:
    """Enter somebody with spellings, or spellings of somebody else."""
    with store.write("enter") as session:
        (one,) = waiting(session, "Amina Test")
        number = official or one.number
        rows = [OfficialName(official_id=number, name=name, folded=name.lower()) for name in names]
        Numbering(session).add(rows)


def test_a_row_that_the_store_refuses_takes_the_whole_step_back(empty_store: Store) -> None:
    with pytest.raises(Conflict, match="one like it already"):
        spell(empty_store, "Amina", "Amina")
    assert names(empty_store) == []


def test_a_row_that_names_nobody_takes_the_whole_step_back(empty_store: Store) -> None:
    with pytest.raises(Conflict, match="not in the store"):
        spell(empty_store, "Amina", official=999)
    assert names(empty_store) == []
