"""What is taken out of a merge again leaves an export that is byte for byte the one from before."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from db import Conflict, Store, queries
from db.commands.removal import remove
from db.exchange.leaving import export
from db.exchange.text import as_json
from db.models import Official, Organisation, Post, Source, Visit
from db.queries.unmerging import coming_back
from db.rows import Key, Kind
from tests.db.making import followup, visit_entered
from tests.db.merging.merges import merged, unmerged

KINDS: tuple[Kind, ...] = ("visit", "official", "post", "organisation", "source")
TABLES: dict[str, tuple[type[Any], str]] = {
    "visit": (Visit, "note"),
    "official": (Official, "note"),
    "post": (Post, "grade"),
    "organisation": (Organisation, "name"),
    "source": (Source, "title"),
}


def exported(store: Store) -> str:
    """As `bilat export --format json` prints it."""
    with store.read() as reader:
        return as_json(export(reader))


def pairs_of(store: Store, kind: Kind, most: int = 6) -> list[tuple[Key, Key]]:
    """Two records each that can be merged."""
    with store.read() as reader:
        numbers = reader.all(f"SELECT id FROM {kind} WHERE merged_into IS NULL ORDER BY id")
        keys = [Key(kind, str(number)) for (number,) in numbers]
        both = [two for two in combinations(keys, 2) if not queries.refusal(reader, *two)]
    return both[:most]


@pytest.mark.parametrize("kind", KINDS)
def test_one_undo_leaves_the_same_export(demo_store: Store, kind: Kind) -> None:
    before = exported(demo_store)
    for keep, lose in pairs_of(demo_store, kind):
        merged(demo_store, keep, lose)
        assert exported(demo_store) != before
        demo_store.undo()
        assert exported(demo_store) == before


@pytest.mark.parametrize("kind", KINDS)
def test_un_merging_after_other_work_leaves_the_same_export_and_the_work(
    demo_store: Store, kind: Kind
) -> None:
    before = exported(demo_store)
    keep, lose = pairs_of(demo_store, kind)[0]
    merged(demo_store, keep, lose)
    with demo_store.write("a step of another day") as session:
        step = Key("followup", str(followup(session, text="Ring the desk")))
    other = visit_entered(demo_store, ref="V-2026-990", host="DE")
    unmerged(demo_store, lose)
    after = exported(demo_store)
    demo_store.undo()  # the merge is there again
    demo_store.redo()  # and is taken apart again
    assert exported(demo_store) == after
    with demo_store.write("delete") as session:
        remove(session, other)
        remove(session, step)
    assert "V-2026-990" in after
    assert exported(demo_store) == before


@pytest.mark.parametrize("kind", KINDS)
def test_un_merging_is_refused_where_the_record_was_changed_since_and_says_so(
    demo_store: Store, kind: Kind
) -> None:
    keep, lose = pairs_of(demo_store, kind)[0]
    table, field = TABLES[kind]
    with demo_store.write("both say something") as session:
        setattr(session.get_one(table, int(keep.id)), field, "of the one")
        setattr(session.get_one(table, int(lose.id)), field, "of the other")
    merged(demo_store, keep, lose, {field: "lose"})
    with demo_store.write("edit") as session:
        setattr(session.get_one(table, int(keep.id)), field, "corrected")
    before = exported(demo_store)
    with pytest.raises(Conflict, match=r"was changed since by .*Nothing was undone"):
        unmerged(demo_store, lose)
    assert exported(demo_store) == before


@pytest.mark.parametrize("kind", KINDS)
def test_what_comes_back_is_told_before(demo_store: Store, kind: Kind) -> None:
    keep, lose = pairs_of(demo_store, kind)[0]
    with demo_store.read() as reader:
        moves = {noun for _, noun in queries.sides(reader, keep, lose).moves}
    merged(demo_store, keep, lose)
    with demo_store.read() as reader:
        back = coming_back(reader, lose)
    assert back.into
    assert back.name
    told = {noun for _, noun in back.rows}
    assert moves - {"source", "title"} <= told
