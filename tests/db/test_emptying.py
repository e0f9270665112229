"""What is emptied from the trash is gone from the file; history says when and by whom; undo never breaks over it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import BilatError, Conflict, NotFound, Store, queries
from db.commands.emptying import Emptied, empty
from db.commands.removal import remove
from db.commands.trash import restore
from db.models import Visit
from db.queries.trash import TrashRow
from db.rows import Key
from tests.db import making

MISGIVINGS = "Zanzibarian misgivings"
AT_LENGTH = " ".join(f"{MISGIVINGS} {number}" for number in range(400))  # goes over several pages of the file


def lying_there(store: Store) -> list[TrashRow]:
    with store.read() as reader:
        return queries.trash(reader)


def emptied(store: Store, *rows: TrashRow) -> Emptied:
    with store.write("empty the trash") as session:
        return empty(session, [(row.step, row.key) for row in rows])


def deleted(store: Store, key: Key, label: str = "delete") -> None:
    with store.write(label) as session:
        remove(session, key)


def told(store: Store) -> str:
    """Everything that the log says."""
    with store.read() as reader:
        return repr((reader.all("SELECT label FROM step"), reader.all("SELECT before, after FROM change")))


def bytes_of(path: Path) -> bytes:
    return b"".join(
        each.read_bytes() for each in (path, Path(f"{path}-wal"), Path(f"{path}-shm")) if each.exists()
    )


@pytest.fixture
def store(empty_file: Path, tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "store.db"
    shutil.copyfile(empty_file, path)
    with closing(
        Store.open(path, officer="amina", clock=lambda: datetime(2026, 11, 21, 10, tzinfo=UTC))
    ) as open_store:
        yield open_store


def secret_visit(store: Store) -> Key:
    """A visit with parts of every kind, changed once and deleted, by steps that each tell the secret."""
    key = making.visit_entered(
        store,
        ref="V-2025-001",
        title=MISGIVINGS,
        purpose=AT_LENGTH,
        meetings=[
            {
                "parties": ["ES", "MA"],
                "title": MISGIVINGS,
                "participants": [{"country": "MA", "group": "experts", "as_printed": MISGIVINGS}],
                "actions": [{"text": MISGIVINGS, "rung": "agreed", "followups": [{"text": MISGIVINGS}]}],
            }
        ],
    )
    with store.write(f"edit {MISGIVINGS}") as session:
        visit = session.get(Visit, int(key.id))
        assert visit is not None
        visit.place = MISGIVINGS
    deleted(store, key, f"delete {MISGIVINGS}")
    return key


def test_what_is_emptied_is_in_no_byte_of_the_file(store: Store) -> None:
    secret_visit(store)
    other = making.visit_entered(store, ref="V-2025-002", title="Stays")
    assert MISGIVINGS in told(store)
    assert emptied(store, *lying_there(store)) == Emptied(1, 0)
    assert MISGIVINGS not in told(store)
    assert store.compact()
    assert MISGIVINGS.encode() not in bytes_of(store.path)
    assert b"Zanzibarian" not in bytes_of(store.path)
    assert lying_there(store) == []
    assert making.count(store, "visit", "id = :id", id=int(other.id)) == 1


def test_a_store_is_a_store_after_it_was_written_anew(store: Store) -> None:
    secret_visit(store)
    emptied(store, *lying_there(store))
    store.compact()
    again = Store.open(store.path)
    again.close()
    with store.read() as reader:
        assert reader.value("PRAGMA integrity_check") == "ok"
        assert reader.all("PRAGMA foreign_key_check") == []


def test_the_emptying_is_told_with_when_who_and_how_many_but_not_what(store: Store) -> None:
    secret_visit(store)
    emptied(store, *lying_there(store))
    with store.read() as reader:
        by, label, number = reader.all("SELECT by, label, id FROM step ORDER BY id DESC LIMIT 1")[0]
        records = reader.all("SELECT record_kind FROM change WHERE step_id = :step ORDER BY 1", step=number)
        labels = [label for (label,) in reader.all("SELECT label FROM step ORDER BY id")]
    assert (by, label) == ("amina", "empty the trash")
    assert records == [("action",), ("followup",), ("meeting",), ("visit",)]
    assert labels[-4:-1] == [
        "enter 4 records, emptied from the trash",
        "edit a visit, emptied from the trash",
        "delete 4 records, emptied from the trash",
    ]


def test_one_is_emptied_and_the_others_stay_in_the_trash(store: Store) -> None:
    for ref in ("V-2025-001", "V-2025-002"):
        deleted(store, making.visit_entered(store, ref=ref))
    second, first = lying_there(store)
    assert (first.name, second.name) == ("V-2025-001", "V-2025-002")
    emptied(store, first)
    assert [row.name for row in lying_there(store)] == ["V-2025-002"]
    with store.write("restore") as session:
        restore(session, second.step, second.key)
    assert making.count(store, "visit", "ref = 'V-2025-002'") == 1
    with pytest.raises(NotFound), store.write("restore") as session:
        restore(session, first.step, first.key)


def test_what_came_back_meanwhile_is_never_emptied(store: Store) -> None:
    key = making.visit_entered(store, ref="V-2025-001")
    deleted(store, key)
    (row,) = lying_there(store)
    store.undo()
    before = making.every_table(store)
    with pytest.raises(Conflict, match="no longer in the trash, so nothing was emptied"):
        emptied(store, row)
    assert making.every_table(store) == before


def test_with_all_the_others_it_is_left_alone_and_counted(store: Store) -> None:
    for ref in ("V-2025-001", "V-2025-002"):
        deleted(store, making.visit_entered(store, ref=ref))
    rows = lying_there(store)
    store.undo()
    assert emptied(store, *rows) == Emptied(1, 1)
    assert making.count(store, "visit", "ref = 'V-2025-002'") == 1


def test_the_history_of_a_neighbour_is_whole_after_an_emptying(store: Store) -> None:
    secret_visit(store)
    other = making.visit_entered(store, ref="V-2025-002", title="Stays")
    with store.read() as reader:
        before = queries.history(reader, other)
    emptied(store, *lying_there(store))
    with store.read() as reader:
        assert queries.history(reader, other) == before


def test_undo_says_once_that_the_trash_was_emptied_and_then_goes_on(store: Store) -> None:
    other = making.visit_entered(store, ref="V-2025-002", place="Madrid")
    with store.write("edit V-2025-002") as session:
        visit = session.get(Visit, int(other.id))
        assert visit is not None
        visit.place = "Toledo"
    secret_visit(store)
    emptied(store, *lying_there(store))
    with pytest.raises(Conflict) as refused:
        store.undo()
    assert str(refused.value) == (
        "The emptying of the trash on 21 Nov 2026 cannot be undone. u again takes back: edit V-2025-002."
    )
    assert store.undo() == "Undid: place of V-2025-002 back to Madrid."
    assert store.redo() == "Redid: place of V-2025-002 back to Toledo."


def test_a_step_of_which_a_part_was_emptied_refuses_with_a_sentence(store: Store) -> None:
    first = making.visit_entered(store, ref="V-2025-009")
    making.entered(
        store,
        {
            "visits": [
                {"ref": "V-2025-001", "sending": "MA", "host": "ES", "title": MISGIVINGS},
                {"ref": "V-2025-002", "sending": "MA", "host": "DE"},
            ]
        },
    )
    with store.read() as reader:
        gone = Key("visit", str(reader.value("SELECT id FROM visit WHERE ref = 'V-2025-001'")))
    deleted(store, gone)
    emptied(store, *lying_there(store))
    with pytest.raises(Conflict, match=r"cannot be undone\. u again takes back: import\."):
        store.undo()
    before = making.tables(store, "visit", "change")
    with pytest.raises(Conflict) as refused:
        store.undo()
    assert str(refused.value) == (
        "“import” was emptied from the trash on 21 Nov 2026 by amina, so it cannot be undone."
        " u again takes back: enter."
    )
    assert making.tables(store, "visit", "change") == before
    store.undo()
    assert making.count(store, "visit", "id = :id", id=int(first.id)) == 0


def test_a_colleague_whose_step_was_emptied_is_told_by_whom(store: Store) -> None:
    with closing(Store.open(store.path, officer="bo")) as colleague:
        key = making.visit_entered(colleague, ref="V-2025-001")
        deleted(store, key)
        emptied(store, *lying_there(store))
        with pytest.raises(
            Conflict, match=r"“enter a visit, emptied from the trash” was emptied .* by amina"
        ):
            colleague.undo()
        with pytest.raises(NotFound, match="nothing to undo"):
            colleague.undo()


def test_a_record_that_was_deleted_twice_lies_in_the_trash_once(store: Store) -> None:
    key = making.visit_entered(store, ref="V-2025-001")
    deleted(store, key)
    with store.write("restore") as session:
        (row,) = lying_there(store)[:1]
        restore(session, row.step, row.key)
    deleted(store, key, "delete again")
    (row,) = lying_there(store)
    emptied(store, row)
    assert lying_there(store) == []


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("visit"), st.sampled_from(("", "Rabat"))),
        st.tuples(st.just("pair of visits"), st.just("")),
        st.tuples(st.just("action"), st.integers(1, 4)),
        st.tuples(st.just("edit"), st.integers(1, 4)),
        st.tuples(st.just("delete"), st.integers(1, 4)),
        st.tuples(st.just("restore"), st.integers(0, 2)),
        st.tuples(st.just("empty"), st.integers(0, 2)),
        st.tuples(st.just("empty all"), st.just(0)),
        st.tuples(st.just("undo"), st.just(0)),
        st.tuples(st.just("redo"), st.just(0)),
    ),
    max_size=14,
)


def attempt(store: Store, step: tuple[str, Any]) -> None:
    """One random step; it works, or refuses with a sentence."""
    name, what = step
    rows = lying_there(store)
    if name == "undo":
        store.undo()
    elif name == "redo":
        store.redo()
    elif name in {"empty", "empty all"}:
        chosen = rows if name == "empty all" else rows[what : what + 1]
        emptied(store, *chosen)
    else:
        with store.write(name) as session:
            visit = session.get(Visit, what) if isinstance(what, int) else None
            if name == "visit":
                making.visit(session, place=what)
            elif name == "pair of visits":
                making.action(session, on=making.visit(session))
                making.visit(session, host="DE")
            elif name == "restore" and rows[what : what + 1]:
                restore(session, rows[what].step, rows[what].key)
            elif visit is not None and name == "action":
                making.action(session, on=visit, rung="agreed")
            elif visit is not None and name == "edit":
                visit.place = f"{visit.place}x"
            elif visit is not None and name == "delete":
                remove(session, Key("visit", str(what)))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_after_any_emptying_each_undo_works_or_refuses_with_a_sentence(
    small_file: Path, steps: list[tuple[str, Any]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copyfile(small_file, Path(folder) / "store.db"))
        with closing(Store.open(path, officer="officer")) as store:
            for step in [*steps, *[("undo", 0)] * 20, *[("redo", 0)] * 5]:
                before = making.tables(store, "visit", "action", "change")
                with suppress(BilatError):
                    attempt(store, step)
                    continue
                assert making.tables(store, "visit", "action", "change") == before
            with store.read() as reader:
                assert reader.all("PRAGMA foreign_key_check") == []
                assert reader.value("PRAGMA integrity_check") == "ok"
