"""m takes a merge apart after other work, or says on the screen why it cannot; what is apart stays apart."""

from __future__ import annotations

from contextlib import closing
from typing import Any

import pytest
from textual.pilot import Pilot

from db import Store
from db.models import Official, Organisation, Post, Source, Visit
from db.rows import Key, Kind
from tests.db.making import visit_entered
from tests.db.merging.merges import merged
from tests.db.merging.test_exports_before_and_after import exported, pairs_of
from tests.tui.entering import settle, type_in, value
from tests.tui.reading import screen_lines, screen_text
from tui.app import Bilat
from tui.modals.unmerge import UnmergeModal

TABLES: dict[Kind, type[Any]] = {
    "visit": Visit,
    "official": Official,
    "post": Post,
    "organisation": Organisation,
    "source": Source,
}
SAID: dict[Kind, str] = {
    "visit": "purpose",
    "official": "protocol_note",
    "post": "grade",
    "organisation": "note",
    "source": "note",
}


async def take_apart(app: Bilat, pilot: Pilot[int], keep: Key) -> None:
    app.open_record(keep)
    await settle(pilot)
    await pilot.press("m")
    await settle(pilot)
    await type_in(pilot, "un-merge")
    await settle(pilot)
    await pilot.press("enter")
    await settle(pilot)
    assert isinstance(app.screen, UnmergeModal)
    await pilot.press("enter")
    await settle(pilot)


@pytest.mark.parametrize("kind", list(TABLES))
async def test_a_merge_is_taken_apart_by_keys_after_other_work(app: Bilat, kind: Kind) -> None:
    store = app.store
    visit_entered(store, date="2024-02", title="Later work")
    before = exported(store)
    keep, lose = pairs_of(store, kind)[0]
    merged(store, keep, lose)
    async with app.run_test(size=(120, 40)) as pilot:
        await take_apart(app, pilot, keep)
        assert "again · u undoes" in screen_lines(app)[-1]
    assert exported(store) == before


@pytest.mark.parametrize("kind", list(TABLES))
async def test_what_was_changed_since_is_told_on_the_screen_and_nothing_happens(
    app: Bilat, kind: Kind
) -> None:
    store = app.store
    keep, lose = pairs_of(store, kind)[0]
    field = SAID[kind]
    with store.write("both say something") as session:
        setattr(session.get_one(TABLES[kind], int(keep.id)), field, "of the one")
        setattr(session.get_one(TABLES[kind], int(lose.id)), field, "of the other")
    merged(store, keep, lose, {field: "lose"})
    with store.write("edit") as session:
        setattr(session.get_one(TABLES[kind], int(keep.id)), field, "corrected")
    before = exported(store)
    async with app.run_test(size=(120, 40)) as pilot:
        await take_apart(app, pilot, keep)
        assert "was changed since by" in screen_text(app)
        assert "Nothing was undone" in screen_text(app)
    assert exported(store) == before


async def test_two_that_are_not_the_same_are_not_proposed_after_a_restart(app: Bilat) -> None:
    visit_entered(app.store, date="2025-01-28/2025-01-29")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v", "v")
        await settle(pilot)
        assert "same pair, same days" in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("n")
        await settle(pilot)
    with closing(Store.open(app.store.path)) as store:
        again = Bilat(store, settings=app.settings, clock=app.today)
        async with again.run_test(size=(120, 40)) as pilot:
            await pilot.press("v", "v")
            await settle(pilot)
            assert "same pair, same days" not in screen_text(again)
            assert value(store, "SELECT COUNT(*) FROM not_same") == 1
