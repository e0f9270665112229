"""The migrations and the models say the same, so that a new store and an updated one cannot differ."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlmodel import SQLModel, create_engine

import db.projections.tables  # noqa: F401 - registers its tables beside the models'
from db import Store, models
from db.schema import knows, newest
from db.store import REVISION

models.every()  # what they register is compared


def said_in_sql(path: Path) -> dict[tuple[str, str], list[str]]:
    """Every table and index as a list of its clauses, without the differences that mean nothing."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(
            "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
            " AND tbl_name <> 'alembic_version'"
        ).fetchall()
    return {(kind, name): sorted(clauses(sql)) for kind, name, sql in rows}


def clauses(sql: str) -> list[str]:
    """What a statement says, piece by piece; a column that was added later stands behind the constraints."""
    plain = " ".join(re.sub(r"DEFAULT \((\w+)\)", r"DEFAULT \1", sql).split())
    begin, _, inside = plain.partition("(")
    inside, _, end = inside.rpartition(")")
    pieces, depth = [""], 0
    for letter in inside:
        depth += (letter == "(") - (letter == ")")
        if letter == "," and not depth:
            pieces.append("")
        else:
            pieces[-1] += letter
    return [begin.strip(), *(piece.strip() for piece in pieces), end.strip()]


def test_the_program_knows_its_newest_schema() -> None:
    assert newest() == REVISION
    assert knows(REVISION)
    assert not knows("9999")


def told_by_the_models(name: str | None, kind: str, _parents: object) -> bool:
    """All but the index of words, which is tables of SQLite's own."""
    return kind != "table" or not str(name).startswith(("search_word", "search_vocabulary"))


def test_migrations_and_models_have_the_same_tables_and_columns(empty_store: Store) -> None:
    engine = create_engine(f"sqlite:///{empty_store.path}")
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "include_name": told_by_the_models}
        )
        assert compare_metadata(context, SQLModel.metadata) == []
    engine.dispose()


def test_migrations_and_models_have_the_same_constraints_and_indexes(
    empty_store: Store, tmp_path: Path
) -> None:
    fresh = create_engine(f"sqlite:///{tmp_path / 'fresh.db'}")
    SQLModel.metadata.create_all(fresh)
    fresh.dispose()
    migrated, modelled = said_in_sql(empty_store.path), said_in_sql(tmp_path / "fresh.db")
    assert migrated.keys() == modelled.keys()
    assert migrated == modelled


def test_every_table_has_its_constraints_named(empty_store: Store) -> None:
    for (kind, name), lines in said_in_sql(empty_store.path).items():
        unnamed = [line for line in lines if re.match(r"(CHECK|UNIQUE|FOREIGN|PRIMARY)\b", line)]
        assert kind != "table" or unnamed == [] or name.startswith("search_word_"), name
