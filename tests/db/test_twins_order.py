"""What To verify shows of a large store does not hang on how the database happens to go about it."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from db import Store
from db.queries.twins import official_twins, post_twins, visit_twins
from db.reader import Reader
from seeds.generate import generate
from tests.db.making import TODAY, entered, visit_entered
from tests.db.test_query_plans import planned

FEW = 8
Ask = Callable[[Reader], tuple[Any, ...]]
ASKED: dict[str, Ask] = {
    "officials": lambda reader: official_twins(reader, FEW),
    "posts": lambda reader: post_twins(reader, FEW),
    "visits": lambda reader: visit_twins(reader, TODAY, FEW, 100),
}


@pytest.fixture(scope="module")
def twins_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("twins") / "twins.db"
    generate(path, visits=250, officials=900, tell=lambda *_: None)
    store = Store.open(path)
    posts = [
        {"name": f"Person {number}", "tenures": [{"post": f"Chief {number}", "organisation": "Navy"}]}
        for number in range(2 * FEW)
    ]
    entered(store, {"officials": posts})
    for day in range(FEW):
        for _ in range(2):
            visit_entered(store, date=f"2025-01-{10 + day}")
    store.close()
    with closing(sqlite3.connect(path)) as connection:
        # Two titles in common for each two that follow one another; no form would let that pass unasked.
        connection.execute(
            "INSERT INTO post_title (post_id, title, lang, folded)"
            " SELECT id, n.title || (id - id % 2), 'en', n.title || (id - id % 2) FROM post,"
            " (SELECT 'admiral ' AS title UNION SELECT 'boss ') n WHERE post.title LIKE 'Chief %'"
        )
        connection.commit()
    return path


@pytest.fixture
def twins(twins_file: Path, tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "twins.db"
    shutil.copyfile(twins_file, path)
    store = Store.open(path)
    yield store
    store.close()


@pytest.mark.parametrize("kind", ASKED)
def test_the_same_are_shown_after_the_database_has_counted_its_rows(twins: Store, kind: str) -> None:
    with twins.read() as reader:
        before = ASKED[kind](reader)
    with closing(sqlite3.connect(twins.path)) as connection:
        connection.execute("ANALYZE")  # from here on it may join the other way round
    afterwards = Store.open(twins.path)
    with afterwards.read() as reader:
        assert ASKED[kind](reader) == before
    afterwards.close()
    assert before


def test_posts_with_two_titles_in_common_stand_there_once(twins: Store) -> None:
    with twins.read() as reader:
        found = [(row.key, row.other) for row in post_twins(reader, 100)]
    assert len(found) == len(set(found)) >= FEW - 1


@pytest.mark.parametrize("kind", ["officials", "posts"])
def test_they_come_in_the_order_of_an_index(twins: Store, kind: str) -> None:
    with planned(twins) as plans, twins.read() as reader:
        ASKED[kind](reader)
    first = plans[0]
    assert "ix_official_name_skeleton" in first[0] or "ix_post_title_folded" in first[0]
    assert not [step for step in first if "TEMP B-TREE" in step]
