"""Since the page was taken last: what is new, what changed, what is gone; and nothing that was taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from db.briefs import last_brief
from db.commands import followups
from db.commands.emptying import empty
from db.commands.holders import successor
from db.commands.removal import remove
from db.dates import PartialDate
from db.models import Action
from db.queries.trash import trash
from db.rows import Key
from tests.db.briefs.pages import PAIR, POLICE, TODAY, key_of, page, said, take, titles
from tests.db.making import action, entered, every_table, visit

if TYPE_CHECKING:
    from db import Store

SINCE = "Changed since the last brief"


@pytest.fixture
def taken(empty_store: Store) -> Store:
    """Two countries whose brief was taken."""
    entered(empty_store, POLICE)
    take(empty_store, page(empty_store))
    return empty_store


def test_the_first_brief_has_nothing_to_compare_with(empty_store: Store) -> None:
    entered(empty_store, POLICE)
    assert not any(title.startswith(SINCE) for title in titles(page(empty_store)))


def test_the_second_one_says_on_which_day_the_first_was_taken(taken: Store) -> None:
    now = taken.clock()
    assert titles(page(taken))[0] == f"{SINCE} ({now.day} {now:%b %Y})"
    assert said(page(taken), SINCE) == ["Nothing of it has changed."]


def test_what_was_closed_since_is_told_with_what_it_was(taken: Store) -> None:
    with taken.write("close") as session:
        followups.close(session, (key_of(taken, "action", "A-2020-001"),), "done", "list came", TODAY)
    (line, *_) = [one for one in said(page(taken), SINCE) if "status" in one]
    assert "A-2020-001" in line
    assert "status open → done" in line
    assert "officer" in line


def test_several_edits_of_one_field_are_told_once(taken: Store) -> None:
    key = key_of(taken, "action", "A-2020-003")
    for text in ("Work closely", "Work very closely"):
        with taken.write("edit") as session:
            row = session.get(Action, int(key.id))
            assert row is not None
            row.text = text
    told = [one for one in said(page(taken), SINCE) if "A-2020-003" in one]
    assert len(told) == 1
    assert "what Work together → Work very closely" in told[0]


def test_what_was_taken_back_is_not_told(taken: Store) -> None:
    with taken.write("close") as session:
        followups.close(session, (key_of(taken, "action", "A-2020-001"),), "done", "", TODAY)
    taken.undo()
    assert said(page(taken), SINCE) == ["Nothing of it has changed."]


def test_what_is_new_in_the_pair_is_told(taken: Store) -> None:
    with taken.write("enter") as session:
        held = visit(session, ref="V-2026-010", date="2026-11-01", title="Talks")
        action(session, on=held, text="Meet again", rung="agreed")
    told = said(page(taken), SINCE)
    assert any("is new: Talks | V-2026-010" in line for line in told)
    assert any("is new: Meet again" in line for line in told)


def test_what_is_gone_since_is_told_by_its_ref(taken: Store) -> None:
    with taken.write("delete") as session:
        remove(session, key_of(taken, "action", "A-2020-004"))
    assert "is no longer in the store | A-2020-004" in said(page(taken), SINCE)


def test_a_new_holder_since_is_told(taken: Store) -> None:
    with taken.read() as reader:
        post = int(reader.value("SELECT id FROM post"))
    with taken.write("successor") as session:
        successor(session, post, "Luis Gil", PartialDate("2026-01"), today=TODAY)
    told = "\n".join(said(page(taken), SINCE))
    assert "is new; held a post added: Director | Luis Gil" in told


def test_what_happened_between_other_countries_is_not_told(taken: Store) -> None:
    with taken.write("enter") as session:
        visit(session, sending="DE", host="FR", date="2026-11-01", title="Elsewhere")
    assert said(page(taken), SINCE) == ["Nothing of it has changed."]


def test_a_page_that_is_open_does_not_change_when_it_is_taken(taken: Store) -> None:
    opened = page(taken)
    assert opened.last is not None
    with taken.write("close") as session:
        followups.close(session, (key_of(taken, "action", "A-2020-001"),), "done", "", TODAY)
    before = page(taken, up_to=opened.last.number)
    take(taken, before)
    assert said(page(taken, up_to=opened.last.number), SINCE) == said(before, SINCE)
    assert said(page(taken), SINCE) == ["Nothing of it has changed."]


def test_a_brief_is_kept_as_it_was_and_by_whom(taken: Store) -> None:
    with taken.read() as reader:
        last = last_brief(reader, PAIR)
        newest = reader.value("SELECT MAX(id) FROM change WHERE table_name <> 'brief'")
    assert last is not None
    assert (last.by, last.last_change) == ("officer", newest)
    assert last.body.startswith("# Spain – Morocco\n") or last.body.startswith("# Morocco – Spain\n")


def test_taking_a_brief_is_one_step_that_undo_takes_back_and_redo_does_again(taken: Store) -> None:
    there = every_table(taken)["brief"]
    assert taken.undo() == "Undid: brief on ES-MA."
    with taken.read() as reader:
        assert last_brief(reader, PAIR) is None
    taken.redo()
    assert every_table(taken)["brief"] == there


def test_a_brief_on_a_visit_goes_with_it_into_another(empty_store: Store) -> None:
    from db.commands.merging import merge  # noqa: PLC0415

    with empty_store.write("enter") as session:
        keep = Key("visit", str(visit(session, date="2025-01-28").number))
        lose = Key("visit", str(visit(session, date="2025-01").number))
    take(empty_store, page(empty_store, lose))
    with empty_store.write("merge") as session:
        merge(session, keep, lose, today=TODAY)
    with empty_store.read() as reader:
        assert last_brief(reader, keep) is not None
        assert last_brief(reader, lose) == last_brief(reader, keep)


def test_a_brief_forgets_what_was_emptied_from_the_trash(taken: Store) -> None:
    key = key_of(taken, "action", "A-2020-004")
    with taken.write("delete") as session:
        remove(session, key)
    with taken.read() as reader:
        (step,) = [row.step for row in trash(reader) if row.key == key]
    with taken.write("empty") as session:
        empty(session, [(step, key)])
    with taken.read() as reader:
        last = last_brief(reader, PAIR)
        log = reader.value(
            "SELECT COUNT(*) FROM change WHERE table_name = 'brief' AND after LIKE '%joint team%'"
        )
    assert last is not None
    assert (last.body, last.by, log) == ("", "officer", 0)
    assert titles(page(taken))[0].startswith(SINCE)
