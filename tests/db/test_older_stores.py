"""A store that an older program wrote opens in today's, with everything in it and a copy of how it was beside it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db import Store, queries
from db.dialects.sqlite import APPLICATION_ID
from db.queries.timeline import TIMELINE_SORTS
from db.rows import Key
from db.store import REVISION
from tests.db.making import visit
from tests.db.test_projections import assert_true_to_the_facts
from tests.db.test_schema import said_in_sql

SCHEMAS = sorted((Path(__file__).parent / "schemas").glob("*.sql"))


def older(schema: Path, path: Path) -> Path:
    """A store as the program of that schema left it."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(schema.read_text(encoding="utf-8"))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    return path


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda path: path.stem)
def test_an_older_store_opens_with_everything_in_it(schema: Path, tmp_path: Path) -> None:
    store = Store.open(older(schema, tmp_path / "book.db"), officer="lead")
    refs = [row.ref for row in queries.timeline(store, None, sort=TIMELINE_SORTS[0]).rows(0, 10)]
    assert refs == ["V-2025-001", "M-2025-001"]
    with store.read() as reader:
        assert queries.find_records(reader, "liaison officers")[0].label == "Exchange liaison officers"
    with store.write("enter") as session:
        visit(session, date="2026-02-03")
    assert store.undo()
    with store.read() as reader:
        assert reader.value("SELECT version_num FROM alembic_version") == REVISION
        assert reader.value("PRAGMA integrity_check") == "ok"
        assert reader.all("PRAGMA foreign_key_check") == []
    store.close()
    kept = tmp_path / f"book.before-{REVISION}.db"
    with closing(sqlite3.connect(kept)) as connection:
        (as_it_was,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    assert as_it_was == schema.stem


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda path: path.stem)
def test_lists_of_an_older_store_say_what_its_records_say(schema: Path, tmp_path: Path) -> None:
    store = Store.open(older(schema, tmp_path / "book.db"))
    assert_true_to_the_facts(store)
    for sort in TIMELINE_SORTS:
        rows = queries.timeline(store, Key("pair", "ES-MA"), sort=sort).rows(0, 10)
        assert [row.ref for row in rows] == ["V-2025-001", "M-2025-001"]
    store.close()


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda path: path.stem)
def test_an_updated_store_is_built_like_a_new_one(schema: Path, tmp_path: Path, empty_store: Store) -> None:
    updated = Store.open(older(schema, tmp_path / "book.db"))
    assert said_in_sql(updated.path) == said_in_sql(empty_store.path)
    updated.close()


def test_every_schema_but_the_newest_is_kept() -> None:
    assert [schema.stem for schema in SCHEMAS] == [f"{number:04}" for number in range(1, int(REVISION))]
