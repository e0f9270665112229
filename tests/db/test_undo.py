"""Undo and redo: every step comes back whole, also later, and never over somebody else's work."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import Conflict, NotFound, Store
from db.commands.removal import remove
from db.models import Action, Meeting, Visit
from db.rows import Key
from tests.db import making

LOG = ("step", "change", "setting")


def book(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Everything in the store but the log itself."""
    return {name: rows for name, rows in making.every_table(store).items() if name not in LOG}


def test_a_new_visit_is_undone_and_redone_with_all_that_is_in_it(empty_store: Store) -> None:
    before = book(empty_store)
    making.visit_entered(
        empty_store,
        date="2025-01-28/2025-01-29",
        delegations=[{"members": [{"official": "Amina Test", "role": "head"}]}],
        meetings=[{"parties": ["ES", "MA"], "actions": [{"text": "Meet again", "rung": "agreed"}]}],
    )
    after = book(empty_store)
    assert after != before
    assert empty_store.undo().startswith("Undid: enter, ")
    assert book(empty_store) == before
    assert empty_store.redo().startswith("Redid: enter, ")
    assert book(empty_store) == after


def test_undo_says_which_field_of_which_record_went_back_to_what(empty_store: Store) -> None:
    key = making.visit_entered(empty_store, ref="V-2025-001", place="Madrid")
    with empty_store.write("edit V-2025-001") as session:
        visit = session.get(Visit, int(key.id))
        assert visit is not None
        visit.place = "Sevilla"
    assert empty_store.undo() == "Undid: place of V-2025-001 back to Madrid."


def test_undo_works_after_a_restart(empty_store: Store) -> None:
    before = book(empty_store)
    making.visit_entered(empty_store)
    empty_store.close()
    again = Store.open(empty_store.path, officer=empty_store.officer)
    try:
        again.undo()
        assert book(again) == before
    finally:
        again.close()


def test_each_officer_undoes_only_what_is_theirs(empty_store: Store) -> None:
    making.visit_entered(empty_store, ref="V-2025-001")
    colleague = Store.open(empty_store.path, officer="colleague")
    try:
        making.visit_entered(colleague, ref="V-2025-002")
        empty_store.undo()
        assert making.count(empty_store, "visit", "ref = 'V-2025-002'") == 1
        assert making.count(empty_store, "visit", "ref = 'V-2025-001'") == 0
        with pytest.raises(NotFound, match="nothing to undo"):
            empty_store.undo()
    finally:
        colleague.close()


def test_undo_refuses_where_a_colleague_has_been_since(empty_store: Store) -> None:
    key = making.visit_entered(empty_store, ref="V-2025-001", place="Madrid")
    colleague = Store.open(empty_store.path, officer="colleague")
    try:
        with colleague.write("edit") as session:
            visit = session.get(Visit, int(key.id))
            assert visit is not None
            visit.place = "Toledo"
        before = making.every_table(empty_store)
        with pytest.raises(Conflict, match=r"V-2025-001 was changed since by colleague\. Nothing was undone"):
            empty_store.undo()
        assert making.every_table(empty_store) == before
    finally:
        colleague.close()


def test_a_new_step_closes_the_way_to_redo(empty_store: Store) -> None:
    making.visit_entered(empty_store, ref="V-2025-001")
    empty_store.undo()
    making.visit_entered(empty_store, ref="V-2025-002")
    with pytest.raises(NotFound, match="nothing to redo"):
        empty_store.redo()


def test_a_way_to_redo_that_was_closed_stays_closed(empty_store: Store) -> None:
    with empty_store.write("first") as session:
        making.visit(session, date="2024")
    empty_store.undo()
    with empty_store.write("second") as session:
        making.visit(session, date="2025")
    empty_store.undo()
    assert "second" in empty_store.redo()
    with pytest.raises(NotFound):
        empty_store.redo()


def test_a_ref_that_was_undone_is_not_given_again(empty_store: Store) -> None:
    making.visit_entered(empty_store, date="2025-03-01")
    empty_store.undo()
    making.visit_entered(empty_store, date="2025-03-02")
    assert making.count(empty_store, "visit", "ref = 'V-2025-002'") == 1


def test_a_deleted_visit_goes_with_everything_in_it_and_comes_back_whole(demo_store: Store) -> None:
    before = book(demo_store)
    assert making.count(demo_store, "visit", "id = 1 AND ref = 'V-2025-001'") == 1
    with demo_store.write("delete V-2025-001") as session:
        remove(session, Key("visit", "1"))
    assert making.count(demo_store, "visit", "ref = 'V-2025-001'") == 0
    assert making.count(demo_store, "meeting", "visit_id = 1") == 0
    assert making.count(demo_store, "citation", "record_kind = 'visit' AND record_id = 1") == 0
    demo_store.undo()
    assert book(demo_store) == before


def test_an_official_who_took_part_somewhere_cannot_be_deleted(demo_store: Store) -> None:
    with (
        pytest.raises(Conflict, match="takes part in 8 delegations and meetings, so it stays"),
        demo_store.write("delete") as session,
    ):
        remove(session, Key("official", "1"))


CODES = ("MA", "ES", "DE", "NL")
steps = st.lists(
    st.one_of(
        st.tuples(
            st.just("visit"),
            st.permutations(CODES).map(lambda codes: tuple(codes[:2])),
            st.sampled_from(("", "2025-01-28", "XXXX-06-15", "2022-06", "2026-12-24")),
            st.sampled_from(("held", "planned", "cancelled")),
        ),
        st.tuples(
            st.just("meeting"), st.sets(st.sampled_from(CODES), min_size=2).map(sorted), st.integers(0, 3)
        ),
        st.tuples(st.just("action"), st.integers(0, 3), st.sampled_from(("noted", "proposed", "agreed"))),
        st.tuples(st.just("edit"), st.integers(0, 3), st.sampled_from(("Rabat", "", "Berlin"))),
        st.tuples(st.just("promote"), st.integers(0, 3)),
        st.tuples(st.just("delete"), st.integers(0, 3)),
    ),
    max_size=7,
)


def do(store: Store, step: tuple[Any, ...]) -> bool:
    """One random step; whether it had anything to work on."""
    with store.write(step[0]) as session:
        match step:
            case ("visit", (sending, host), when, status):
                making.visit(session, sending=sending, host=host, date=when, status=status)
            case ("meeting", parties, number):
                visit = session.get(Visit, number)
                making.meeting(session, visit, parties=parties)
            case ("action", number, rung):
                making.action(session, at=session.get(Meeting, number), text="Something", rung=rung)
            case ("edit", number, place):
                visit = session.get(Visit, number)
                if visit is None or visit.place == place:
                    return False
                visit.place = place
            case ("promote", number):
                action = session.get(Action, number)
                if action is None or action.rung == 5:
                    return False
                action.rung, action.status = 5, "open"
            case ("delete", number):
                if session.get(Visit, number) is None:
                    return False
                remove(session, Key("visit", str(number)))
    return True


@settings(max_examples=18, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps)
def test_any_steps_are_all_undone_and_all_redone(small_file: Path, steps: list[tuple[Any, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copyfile(small_file, Path(folder) / "store.db"))
        store = Store.open(path, officer="officer")
        try:
            books = [book(store)]
            books += [book(store) for step in steps if do(store, step)]
            for expected in reversed(books[:-1]):
                store.undo()
                assert book(store) == expected
            for expected in books[1:]:
                store.redo()
                assert book(store) == expected
        finally:
            store.close()
