"""Whatever is merged with whatever: lists follow, nothing names what is gone, and every step comes back whole."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import Conflict, Store, projections
from db.forms.merging import Side, fields_to_choose
from db.merged import MERGED_KINDS
from db.rows import Key, Kind
from tests.db.making import tables
from tests.db.merging.merges import PROJECTIONS, book, merged, names_it, unmerged


class Try(NamedTuple):
    """Two records of a kind, by their places in the table, and a side for each field, one after another."""

    kind: Kind
    keep: int
    lose: int
    sides: tuple[Side, ...]


tries = st.lists(
    st.builds(
        Try,
        st.sampled_from(MERGED_KINDS),
        st.integers(0, 40),
        st.integers(0, 40),
        st.lists(st.sampled_from(("keep", "lose")), min_size=13, max_size=13).map(tuple),
    ),
    min_size=1,
    max_size=6,
)


@contextmanager
def copied(original: Path) -> Iterator[Store]:
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(shutil.copyfile(original, Path(folder) / "store.db")), officer="officer")
        try:
            yield store
        finally:
            store.close()


def attempt(store: Store, wish: Try) -> Key | None:
    """Merge the two; the one that went, None where they cannot be one."""
    with store.read() as reader:
        ids = [number for (number,) in reader.all(f"SELECT id FROM {wish.kind} ORDER BY id")]
        keep = Key(wish.kind, str(ids[wish.keep % len(ids)]))
        if wish.kind == "visit":  # of different pairs they would all be refused
            pair = (
                "(sending || host) IN (SELECT x FROM (SELECT sending || host AS x FROM visit WHERE id = :id"
            )
            pair += " UNION SELECT host || sending FROM visit WHERE id = :id))"
            rows = reader.all(f"SELECT id FROM visit WHERE {pair} ORDER BY id", id=int(keep.id))
            ids = [number for (number,) in rows]
    lose = Key(wish.kind, str(ids[wish.lose % len(ids)]))
    choices = {field.name: side for field, side in zip(fields_to_choose(wish.kind), wish.sides, strict=False)}
    if "host" in choices:
        choices["host"] = choices["sending"]
    before = book(store)
    try:
        merged(store, keep, lose, choices)
    except Conflict:
        assert book(store) == before
        return None
    assert names_it(store, lose) == []
    return lose


def assert_lists_follow(store: Store) -> None:
    kept = tables(store, *PROJECTIONS)
    with store.write("work out again") as session:
        projections.rebuild(session)
    worked_out = tables(store, *PROJECTIONS)
    for name in PROJECTIONS:
        assert kept[name] == worked_out[name], name


some = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@some
@given(wishes=tries)
def test_lists_follow_and_undo_brings_every_row_back(demo_file: Path, wishes: list[Try]) -> None:
    with copied(demo_file) as store:
        books = [book(store)]
        books += [book(store) for wish in wishes if attempt(store, wish) is not None]
        assert_lists_follow(store)
        for expected in reversed(books[:-1]):
            store.undo()
            assert book(store) == expected
        assert_lists_follow(store)
        for expected in books[1:]:
            store.redo()
            assert book(store) == expected


@some
@given(wishes=tries, order=st.randoms(use_true_random=False))
def test_merges_taken_apart_in_any_order_that_is_allowed_leave_no_trace(
    demo_file: Path, wishes: list[Try], order: object
) -> None:
    with copied(demo_file) as store:
        before = book(store)
        gone = [lose for wish in wishes if (lose := attempt(store, wish)) is not None]
        waiting = list(gone)
        order.shuffle(waiting)  # type: ignore[attr-defined]
        while waiting:
            left = []
            for key in waiting:
                kept = book(store)
                try:
                    unmerged(store, key)
                except Conflict:
                    assert book(store) == kept
                    left.append(key)
            assert len(left) < len(waiting), "the last merge of all can always be taken back"
            waiting = left
            assert_lists_follow(store)
        assert book(store) == before
