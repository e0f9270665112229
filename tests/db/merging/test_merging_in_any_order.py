"""Visits, officials and sources that say the same of each other are merged and taken apart in any order."""

from __future__ import annotations

import shutil
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import Conflict, NotFound, Store
from db.commands.desk import Desk
from db.commands.removal import remove
from db.commands.sources import enter_citation, enter_source
from db.drafts import CitationDraft, SourceDraft
from db.rows import Key, Kind
from tests.db.making import TODAY, entered, followup, visit
from tests.db.merging.merges import book, kept_apart, key_of, merged, names_it, unmerged

REFS = ("V-2025-001", "V-2025-002", "V-2025-003")
PAPERS = ("one", "two", "three")
NAMES = ("Omar Alami", "Omar el Alami", "O. Alami")

moves = st.lists(
    st.tuples(
        st.sampled_from(("merge", "merge", "merge", "unmerge", "unmerge")),
        st.sampled_from(("visit", "official", "source")),
        st.integers(0, 2),
        st.integers(0, 2),
    ),
    min_size=3,
    max_size=14,
)


@pytest.fixture(scope="module")
def lookalikes(small_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three of each, where every source says the same words on every visit, so that each merge drops something."""
    path = tmp_path_factory.mktemp("lookalikes") / "store.db"
    shutil.copyfile(small_file, path)
    store = Store.open(path, officer="officer")
    with store.write("enter") as session:
        desk = Desk(session, TODAY)
        for ref, name in zip(REFS, NAMES, strict=True):
            visit(
                session, ref=ref, delegations=[{"members": [{"official": one} for one in (name, NAMES[0])]}]
            )
            followup(session, on=ref)
        for paper, ref in product(PAPERS, REFS):
            source = enter_source(desk, SourceDraft(key=paper, kind="article", title=paper))
            enter_citation(desk, source, CitationDraft(of=ref, field="place", value="Madrid"))
    visits = [key_of(store, "visit", "ref = :ref", ref=ref) for ref in REFS]
    kept_apart(store, visits[0], visits[2])
    store.close()
    return path


def keys(store: Store, kind: Kind) -> list[Key]:
    with store.read() as reader:
        return [Key(kind, str(number)) for (number,) in reader.all(f"SELECT id FROM {kind} ORDER BY id")]


def in_it(store: Store) -> list[Key]:
    """Every record that went into another one."""
    kinds: tuple[Kind, ...] = ("visit", "official", "source")
    return [key for kind in kinds for key in keys(store, kind) if key_standing(store, key) is not None]


def key_standing(store: Store, key: Key) -> int | None:
    with store.read() as reader:
        found: int | None = reader.value(f"SELECT merged_into FROM {key.kind} WHERE id = :id", id=int(key.id))
    return found


def assert_nothing_names_what_is_gone(store: Store) -> None:
    for key in in_it(store):
        assert names_it(store, key) == [], key


@settings(max_examples=40, deadline=None)
@given(steps=moves, order=st.randoms(use_true_random=False))
def test_nothing_ever_names_what_is_gone_and_at_the_end_all_is_as_it_was(
    lookalikes: Path,
    tmp_path_factory: pytest.TempPathFactory,
    steps: list[tuple[str, Kind, int, int]],
    order: object,
) -> None:
    path = tmp_path_factory.mktemp("tried") / "store.db"
    shutil.copyfile(lookalikes, path)
    store = Store.open(path, officer="officer")
    before = book(store)
    for deed, kind, one, other in steps:
        all_of_it = keys(store, kind)
        kept = book(store)
        try:
            if deed == "merge":
                merged(store, all_of_it[one], all_of_it[other])
            else:
                unmerged(store, all_of_it[one])
        except (Conflict, NotFound):
            assert book(store) == kept
        assert_nothing_names_what_is_gone(store)
    while waiting := in_it(store):
        order.shuffle(waiting)  # type: ignore[attr-defined]
        assert any([taken_apart(store, key) for key in waiting]), "the last merge can always be taken back"  # noqa: C419 - each is tried
    assert book(store) == before
    store.close()


def taken_apart(store: Store, key: Key) -> bool:
    kept = book(store)
    try:
        unmerged(store, key)
    except Conflict:
        assert book(store) == kept
        return False
    except NotFound:
        return False
    assert_nothing_names_what_is_gone(store)
    return True


def test_a_citation_that_was_dropped_never_comes_back_to_a_source_that_is_gone(
    lookalikes: Path, tmp_path: Path
) -> None:
    path = shutil.copyfile(lookalikes, tmp_path / "store.db")
    store = Store.open(path, officer="officer")
    (first, second, _), (paper, reprint, _) = keys(store, "visit"), keys(store, "source")
    before = book(store)
    merged(store, first, second)
    merged(store, paper, reprint)
    with pytest.raises(Conflict, match="two went into one since; take two out of it first"):
        unmerged(store, second)
    unmerged(store, reprint)
    unmerged(store, second)
    assert book(store) == before
    store.close()


def test_an_undo_does_not_bring_back_what_names_a_record_that_went_into_another(
    lookalikes: Path, tmp_path: Path
) -> None:
    path = shutil.copyfile(lookalikes, tmp_path / "store.db")
    mine = Store.open(path, officer="officer")
    theirs = Store.open(path, officer="somebody else")
    entered(
        mine,
        {
            "visits": [
                {
                    "ref": "V-2026-001",
                    "sending": "MA",
                    "host": "FR",
                    "delegations": [{"country": "MA", "members": [{"official": NAMES[2]}]}],
                }
            ]
        },
    )
    gone = key_of(mine, "visit", "ref = 'V-2026-001'")
    with mine.write("delete") as session:
        remove(session, gone)
    keep, _, lose = keys(mine, "official")
    merged(theirs, keep, lose)
    with pytest.raises(Conflict, match=f"{NAMES[2]} went into {NAMES[0]} since"):
        mine.undo()
    assert_nothing_names_what_is_gone(mine)
    unmerged(theirs, lose)
    mine.undo()
    assert_nothing_names_what_is_gone(mine)
    for store in (mine, theirs):
        store.close()
