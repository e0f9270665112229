"""A merge is taken back whole: by undo, and later, and never over somebody else’s work."""

from __future__ import annotations

import pytest

from db import Conflict, NotFound, Store, queries
from db.commands.desk import Desk
from db.commands.removal import remove
from db.commands.sources import cite_whole, enter_source
from db.drafts import SourceDraft
from db.models import Visit
from db.rows import Key
from tests.db.making import TODAY, count, visit_entered
from tests.db.merging.merges import (
    AWAY,
    HOME,
    book,
    both,
    card,
    merged,
    unmerged,
    visit_card,
    visit_key,
)


def test_one_undo_brings_back_every_row(twins: Store) -> None:
    before = book(twins)
    keep, lose = both(twins)
    merged(twins, keep, lose, {"date": "lose", "topics": "lose", "title": "lose"})
    after = book(twins)
    assert twins.undo().startswith("Undid: merge, ")
    assert book(twins) == before
    twins.redo()
    assert book(twins) == after


def test_a_merge_is_taken_back_after_other_work(twins: Store) -> None:
    keep, lose = both(twins)
    before = book(twins)
    merged(twins, keep, lose)
    other = visit_entered(twins, ref="V-2026-900", host="DE")
    done = unmerged(twins, lose)
    assert (done.title, done.into) == (AWAY, HOME)
    with twins.write("delete") as session:
        remove(session, other)
    assert book(twins) == before
    twins.undo()
    twins.undo()
    assert card(twins, lose) == card(twins, keep)


def test_a_merge_is_taken_back_although_another_field_was_edited_since(twins: Store) -> None:
    keep, lose = both(twins)
    merged(twins, keep, lose)
    with twins.write("edit") as session:
        session.get_one(Visit, int(keep.id)).purpose = "Border"
    unmerged(twins, lose)
    assert visit_card(twins, keep).purpose == "Border"
    assert visit_card(twins, lose).ref == AWAY


def test_a_merge_is_not_taken_back_over_somebodys_work(twins: Store) -> None:
    keep, lose = both(twins)
    merged(twins, keep, lose, {"place": "lose"})
    with twins.write("edit") as session:
        session.get_one(Visit, int(keep.id)).place = "Toledo"
    before = book(twins)
    with pytest.raises(Conflict, match=f"{HOME} was changed since by officer"):
        unmerged(twins, lose)
    assert book(twins) == before


def test_an_undone_merge_that_was_redone_can_be_taken_back(twins: Store) -> None:
    before = book(twins)
    keep, lose = both(twins)
    merged(twins, keep, lose)
    twins.undo()
    twins.redo()
    unmerged(twins, lose)
    assert book(twins) == before


def test_what_was_never_merged_cannot_be_taken_apart(twins: Store) -> None:
    with pytest.raises(NotFound, match="was not merged"):
        unmerged(twins, visit_key(twins, HOME))
    with pytest.raises(NotFound, match="was not merged"):
        unmerged(twins, Key("meeting", "1"))


def test_a_chain_of_merges_leads_to_the_last_one(twins: Store) -> None:
    keep, lose = both(twins)
    merged(twins, keep, lose)
    last = visit_entered(twins, ref="V-2027-001")
    merged(twins, last, keep)
    assert card(twins, lose) == card(twins, last)
    assert [row.name for row in visit_card(twins, last).merged] == [HOME, AWAY]
    with twins.read() as reader:
        assert [row.key for row in queries.find_records(reader, AWAY)] == [last]
    with pytest.raises(Conflict, match=f"{HOME} went into V-2027-001 since; take {HOME} out of it first"):
        unmerged(twins, lose)
    unmerged(twins, keep)
    unmerged(twins, lose)
    assert visit_card(twins, lose).merged == ()


def test_a_kept_visit_is_deleted_and_restored_with_what_went_into_it(twins: Store) -> None:
    keep, lose = both(twins)
    merged(twins, keep, lose)
    before = book(twins)
    with twins.write("delete") as session:
        remove(session, keep)
    assert count(twins, "visit") == 0
    with twins.read() as reader:
        assert [row.name for row in queries.trash(reader)] == [HOME]
    twins.undo()
    assert book(twins) == before


def test_a_merge_is_taken_back_before_a_later_one_that_touched_the_same_row(twins: Store) -> None:
    keep, lose = both(twins)
    with twins.write("sources") as session:
        desk = Desk(session, TODAY)
        paper, reprint = (enter_source(desk, SourceDraft(key=key, kind="article")) for key in ("a", "b"))
        cite_whole(desk, reprint, lose)
    before = book(twins)
    merged(twins, keep, lose)
    merged(twins, Key("source", str(paper.number)), Key("source", str(reprint.number)))
    unmerged(twins, lose)
    assert [one.source_key.id for one in visit_card(twins, lose).citations] == [str(paper.number)]
    unmerged(twins, Key("source", str(reprint.number)))
    assert book(twins) == before
