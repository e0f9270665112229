"""Reading and writing: nothing half done, nothing lost between two writers, nothing seen half way."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlmodel import text

from db import BilatError, Busy, Conflict, Store
from db.models import Setting
from tests.db.making import count, every_table, visit, visit_entered

WRITES = 50
ADDING = """
import sys
from pathlib import Path
from db import Store
from db.models import Setting

store = Store.open(Path(sys.argv[1]))
for _ in range(int(sys.argv[2])):
    with store.write("count") as session:
        counter = session.get(Setting, "counter")
        counter.value = str(int(counter.value) + 1)
store.close()
"""
ENTERING = """
import sys
from pathlib import Path
from db import Store
from tests.db.making import visit

store = Store.open(Path(sys.argv[1]))
with store.write("enter") as session:
    visit(session)
store.close()
"""


def in_another_process(script: str, *arguments: object) -> subprocess.Popen[bytes]:
    root = Path(__file__).resolve().parents[2]
    return subprocess.Popen([sys.executable, "-c", script, *map(str, arguments)], cwd=root)


@contextmanager
def somebody_writing(path: Path) -> Iterator[None]:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("ROLLBACK")


def test_a_write_that_fails_changes_nothing(empty_store: Store) -> None:
    before = every_table(empty_store)

    def fail_half_way() -> None:
        with empty_store.write("enter") as session:
            visit(session)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_half_way()
    assert every_table(empty_store) == before


def test_a_write_that_the_store_refuses_at_the_end_changes_nothing(empty_store: Store) -> None:
    before = every_table(empty_store)

    def end_with_nonsense() -> None:
        with empty_store.write("enter") as session:
            visit(session)
            session.execute(text("UPDATE visit SET host = sending"))

    with pytest.raises(Conflict):
        end_with_nonsense()
    assert every_table(empty_store) == before


def test_readers_do_not_wait_for_a_writer(empty_store: Store) -> None:
    with somebody_writing(empty_store.path):
        assert count(empty_store, "visit") == 0


def test_a_reader_sees_one_moment_while_others_write(empty_store: Store) -> None:
    with empty_store.read() as reader:
        before = reader.value("SELECT COUNT(*) FROM visit")
        writer = threading.Thread(target=visit_entered, args=(empty_store,))
        writer.start()
        writer.join()
        assert reader.value("SELECT COUNT(*) FROM visit") == before
    assert count(empty_store, "visit") == before + 1


def test_what_is_being_written_is_not_seen_before_it_is_saved(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        visit(session)
        assert count(empty_store, "visit") == 0
    assert count(empty_store, "visit") == 1


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM country",
        "UPDATE visit SET title = ''",
        "INSERT INTO setting (name, value) VALUES ('a', 'b')",
        "DROP TABLE visit",
        "CREATE TABLE mine (id)",
    ],
)
def test_nothing_can_be_written_through_a_reader(empty_store: Store, sql: str) -> None:
    before = every_table(empty_store)
    with pytest.raises(BilatError), empty_store.read() as reader:
        reader.all(sql)
    assert every_table(empty_store) == before


def test_a_reader_that_failed_does_not_spoil_the_next_one(empty_store: Store) -> None:
    with pytest.raises(BilatError), empty_store.read() as reader:
        reader.all("SELECT nothing FROM nowhere")
    assert count(empty_store, "country") > 190


def test_the_file_is_in_wal_mode_and_keeps_its_foreign_keys(empty_store: Store) -> None:
    with empty_store.read() as reader:
        assert reader.value("PRAGMA journal_mode") == "wal"
        assert reader.value("PRAGMA foreign_keys") == 1
    found = []

    def ask() -> None:
        with empty_store.read() as reader:
            found.append(reader.value("PRAGMA foreign_keys"))

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    for _ in range(2):
        with empty_store.write("look") as session:
            found.append(session.connection().exec_driver_sql("PRAGMA foreign_keys").scalar_one())
            assert session.connection().exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"
    assert found == [1, 1, 1]


def test_a_second_writer_is_told_that_somebody_else_is_writing(
    empty_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.dialects.engine.PATIENCE_MS", 20)
    with (
        somebody_writing(empty_store.path),
        pytest.raises(Busy, match="Somebody else"),
        empty_store.write("enter") as session,
    ):
        session.connection()  # asks for the lock, before anything is read
    visit_entered(empty_store)
    assert count(empty_store, "visit") == 1


def test_two_processes_that_count_lose_nothing(empty_store: Store) -> None:
    with empty_store.write("start") as session:
        session.add(Setting(name="counter", value="0"))
    both = [in_another_process(ADDING, empty_store.path, WRITES) for _ in range(2)]
    assert [process.wait() for process in both] == [0, 0]
    with empty_store.read() as reader:
        assert reader.value("SELECT value FROM setting WHERE name = 'counter'") == str(2 * WRITES)


def test_refs_given_by_two_processes_are_different(empty_store: Store) -> None:
    both = [in_another_process(ENTERING, empty_store.path) for _ in range(2)]
    assert [process.wait() for process in both] == [0, 0]
    with empty_store.read() as reader:
        assert reader.all("SELECT ref FROM visit ORDER BY ref") == [("V-2026-001",), ("V-2026-002",)]


def test_another_process_that_writes_is_noticed(empty_store: Store) -> None:
    before = empty_store.generation()
    assert empty_store.generation() == before
    assert in_another_process(ENTERING, empty_store.path).wait() == 0
    assert empty_store.generation() != before


def test_ones_own_write_is_noticed_too(empty_store: Store) -> None:
    before = empty_store.generation()
    visit_entered(empty_store)
    assert empty_store.generation() != before


def test_reading_alone_is_not_taken_for_a_change(empty_store: Store) -> None:
    before = empty_store.generation()
    count(empty_store, "visit")
    assert empty_store.generation() == before
