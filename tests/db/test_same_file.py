"""A store file that is moved away or replaced is never read or filled as if it were still the store."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest

from db import BilatError, NotAStore, SchemaTooNew, Store
from tests.db.making import count, visit_entered


def replaced(store: Store, by: Path) -> None:
    new = store.path.with_name("new")
    shutil.copyfile(by, new)
    new.replace(store.path)


def test_a_file_that_is_gone_is_a_sentence_for_reading_and_for_writing(empty_store: Store) -> None:
    visit_entered(empty_store)
    empty_store.generation()
    away = empty_store.path.rename(empty_store.path.with_name("away.db"))
    gone = r"empty\.db is gone: somebody has moved or deleted it\."
    with pytest.raises(NotAStore, match=f"{gone}$"):
        count(empty_store, "visit")
    with pytest.raises(NotAStore, match=f"{gone}$"):
        empty_store.generation()
    with pytest.raises(NotAStore, match=f"{gone} Nothing was saved"):
        visit_entered(empty_store)
    with pytest.raises(NotAStore, match=f"{gone} Nothing was saved"):
        empty_store.undo()
    away.rename(empty_store.path)
    assert count(empty_store, "visit") == 1


def test_a_thread_that_has_not_read_yet_does_not_read_the_other_file(
    empty_store: Store, demo_file: Path
) -> None:
    count(empty_store, "visit")
    replaced(empty_store, demo_file)
    found: list[object] = []

    def ask() -> None:
        try:
            found.append(count(empty_store, "visit"))
        except BilatError as error:
            found.append(str(error))

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    assert found == ["empty.db is another file now: somebody has replaced the store."]


def test_opening_again_shows_the_other_file(empty_store: Store, demo_file: Path) -> None:
    visit_entered(empty_store)
    replaced(empty_store, demo_file)
    empty_store.reopen()
    assert count(empty_store, "visit") > 5
    visit_entered(empty_store)
    with empty_store.read() as reader:
        assert reader.value("PRAGMA integrity_check") == "ok"


def test_what_took_its_place_and_is_no_store_is_left_untouched(empty_store: Store, tmp_path: Path) -> None:
    count(empty_store, "visit")
    letter = tmp_path / "letter"
    letter.write_text("Dear colleague,")
    replaced(empty_store, letter)
    for _ in range(2):
        with pytest.raises(NotAStore, match="is not a bilat store"):
            empty_store.reopen()
        with pytest.raises(NotAStore, match="another file now"):
            count(empty_store, "visit")
        with pytest.raises(NotAStore, match="Nothing was saved"):
            visit_entered(empty_store)
    assert empty_store.path.read_text() == "Dear colleague,"


def test_a_newer_programs_store_in_its_place_is_refused(empty_store: Store, demo_file: Path) -> None:
    count(empty_store, "visit")
    replaced(empty_store, demo_file)
    import sqlite3  # noqa: PLC0415 - only here is a store written past the program

    with sqlite3.connect(empty_store.path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(SchemaTooNew):
        empty_store.reopen()
    with pytest.raises(NotAStore, match="another file now"):
        count(empty_store, "visit")


def test_writing_the_file_anew_is_held_up_by_a_reader_and_says_so(
    empty_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.dialects.sqlite.PATIENCE_MS", 20)
    visit_entered(empty_store)
    with empty_store.read() as reader:
        reader.value("SELECT COUNT(*) FROM visit")
        assert not empty_store.compact()
    assert empty_store.compact()


def test_what_was_just_saved_is_in_the_file_that_was_moved_away(empty_store: Store, demo_file: Path) -> None:
    visit_entered(empty_store)
    empty_store.generation()
    away = empty_store.path.rename(empty_store.path.with_name("away.db"))
    shutil.copyfile(demo_file, empty_store.path)
    with pytest.raises(NotAStore):
        empty_store.generation()  # as the program asks every second
    with Store.open(away).read() as reader:
        assert reader.value("SELECT COUNT(*) FROM visit") == 1
    with Store.open(empty_store.path).read() as reader:
        assert reader.value("SELECT COUNT(*) FROM visit") > 5
        assert reader.value("PRAGMA integrity_check") == "ok"
