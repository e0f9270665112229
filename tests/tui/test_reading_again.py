"""The same text, or the same visit in another text, at the reading desk: no twin, and one more source."""

from __future__ import annotations

import pytest

from tests.db.making import count, entered
from tests.tui.desk import ITEM, keys, paste, read
from tests.tui.entering import settle, value
from tests.tui.reading import screen_lines, screen_text
from tui.app import Bilat
from tui.modals.letters import LetterMenu
from tui.screens.record import RecordScreen


async def test_the_same_text_is_recognised_and_opens_what_it_gave(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(pilot, ITEM)
        await keys(pilot, "enter", "ctrl+s", "ctrl+s", "r")
        await paste(pilot, ITEM.replace(". ", ".\n"))
        assert isinstance(desk_app.screen, LetterMenu)
        assert "This text is in the store already" in screen_text(desk_app)
        await settle(pilot)
        await keys(pilot, "o")
        assert isinstance(desk_app.screen, RecordScreen)
        assert desk_app.screen.record_key.kind == "source"


VISIT = {"ref": "V-2026-001", "sending": "MA", "host": "PT", "place": "Faro", "title": "Patrols"}
HEAD = {"country": "MA", "members": [{"official": "Idris Benomar", "role": "head"}]}


async def test_a_visit_that_is_there_gains_a_source_and_no_twin(desk_app: Bilat) -> None:
    entered(desk_app.store, {"visits": [{**VISIT, "date": "2026-03-11/2026-03-12", "delegations": [HEAD]}]})
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(pilot, ITEM)
        assert "V-2026-001 MA→PT 11–12 Mar 2026" in screen_text(desk_app)
        await keys(pilot, "enter", "ctrl+s")
        assert "Is it V-2026-001? Enter says the same" in screen_lines(desk_app)[-1]
        await keys(pilot, "enter", "ctrl+s", "ctrl+s")
        assert "V-2026-001 has one more source" in screen_lines(desk_app)[-1]
        store = desk_app.store
        assert count(store, "visit") == 1
        assert value(store, "SELECT date_edtf || initiated_by FROM visit") == "2026-03-11/2026-03-12host"
        assert count(store, "citation", "record_kind = 'visit' AND field = 'date' AND quote <> ''") == 1


async def test_a_visit_that_only_looks_the_same_stays_apart(desk_app: Bilat) -> None:
    entered(desk_app.store, {"visits": [{**VISIT, "date": "2026-03-11/2026-03-12", "delegations": [HEAD]}]})
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(pilot, ITEM)
        await keys(pilot, "enter", "ctrl+s", "minus", "ctrl+s", "ctrl+s")
        assert count(desk_app.store, "visit") == 2
        assert count(desk_app.store, "not_same") == 1


@pytest.mark.parametrize(("key", "place"), [("enter", "Lisbon"), ("minus", "Faro")])
async def test_where_the_text_and_the_store_differ_the_officer_chooses(
    desk_app: Bilat, key: str, place: str
) -> None:
    entered(desk_app.store, {"visits": [{**VISIT, "date": "2026-03-11/2026-03-12", "delegations": [HEAD]}]})
    text = ITEM.replace("delegation to Portugal", "delegation to Lisbon, Portugal")
    async with desk_app.run_test(size=(120, 40)) as pilot:
        screen = await read(pilot, text)
        await keys(pilot, "enter", "ctrl+s", "enter")
        clash = next(one for one in screen.items if one.kind == "clash")
        assert "store: Faro" in screen_text(desk_app)
        assert "text: Lisbon" in screen_text(desk_app)
        screen.go_to_draft(clash.id)
        await settle(pilot)
        assert "Enter follows the text, - stays with the store" in screen_text(desk_app)
        await keys(pilot, key, "ctrl+s", "ctrl+s")
        assert value(desk_app.store, "SELECT place FROM visit") == place


async def test_a_reprint_does_not_corroborate(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(pilot, ITEM)
        await keys(pilot, "enter", "ctrl+s", "ctrl+s")
        screen = await read(pilot, f"Harbour News\n\n{ITEM}And so it ended.\n")
        assert any(one.kind == "same" for one in screen.items)
        assert "repeats a source that is there" in screen_text(desk_app)
        await keys(pilot, "enter", "ctrl+s", "enter", "ctrl+s", "ctrl+s")
        assert "it only repeats a source that was there" in screen_lines(desk_app)[-1]
        assert count(desk_app.store, "source", "duplicate_of IS NOT NULL") == 1
        assert count(desk_app.store, "visit") == 1


async def test_an_outcome_that_is_there_is_marked_and_gains_the_words(desk_app: Bilat) -> None:
    known = {"ref": "A-2026-001", "text": "Open a joint liaison office in Faro", "rung": "agreed"}
    dated = {**VISIT, "date": "2026-03-11/2026-03-12", "delegations": [HEAD], "actions": [known]}
    entered(desk_app.store, {"visits": [dated]})
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(pilot, ITEM)
        assert "≈ A-2026-001, which gains the words" in screen_text(desk_app)
        await keys(pilot, "enter", "j", "j", "j", "j", "4", "ctrl+s", "enter", "ctrl+s", "ctrl+s")
        assert count(desk_app.store, "action") == 1
        assert count(desk_app.store, "citation", "record_kind = 'action' AND quote <> ''") == 1


async def test_what_cannot_be_placed_in_a_visit_that_is_there_is_said_before_it_is_saved(
    desk_app: Bilat,
) -> None:
    meetings = [{"parties": ["MA", "PT"], "format": form} for form in ("plenary", "expert")]
    dated = {**VISIT, "date": "2026-03-11/2026-03-12", "delegations": [HEAD], "meetings": meetings}
    entered(desk_app.store, {"visits": [dated]})
    async with desk_app.run_test(size=(120, 60)) as pilot:
        await read(pilot, ITEM)
        await keys(pilot, "enter", "tab", "j", "j", "j")
        told = " ".join(line[60:].strip(" │┃") for line in screen_lines(desk_app))
        assert "not taken over: with" in told
        assert "which of its 2 meetings is not said" in " ".join(told.split())


async def test_where_the_text_and_the_store_differ_not_everything_is_decided(desk_app: Bilat) -> None:
    entered(desk_app.store, {"visits": [{**VISIT, "date": "2026-03-11/2026-03-12", "delegations": [HEAD]}]})
    text = ITEM.replace("delegation to Portugal", "delegation to Lisbon, Portugal")
    async with desk_app.run_test(size=(60, 20)) as pilot:
        screen = await read(pilot, text)
        await keys(pilot, "enter", "tab", "A")
        assert "1 left to decide" in screen_lines(desk_app)[-1]
        await keys(pilot, "A")
        assert screen.draft.item is not None
        assert screen.draft.item.kind == "clash"
        assert "The place: Enter follows the text, - stays with the store." in screen_lines(desk_app)[-1]
        await keys(pilot, "minus", "A")
        assert "Everything is decided" in screen_lines(desk_app)[-1]


async def test_a_meeting_of_which_nobody_is_named_is_told_so_where_it_cannot_be_placed(
    desk_app: Bilat,
) -> None:
    meetings = [{"parties": ["MA", "PT"], "format": form} for form in ("plenary", "expert")]
    dated = {**VISIT, "date": "2026-03-11/2026-03-12", "delegations": [HEAD], "meetings": meetings}
    entered(desk_app.store, {"visits": [dated]})
    async with desk_app.run_test(size=(120, 60)) as pilot:
        screen = await read(pilot, ITEM)
        hosts = [one.id for one in screen.items if one.kind == "person" and one.values["country"] == "PT"]
        for number in hosts:
            screen.go_to_draft(number)
            await keys(pilot, "minus")
        screen.recognise()
        told = [one.values.get("misses") for one in screen.items if one.kind == "same"]
        assert told == [["with nobody named (which of its 2 meetings is not said)"]]


async def test_the_very_text_read_once_more_is_no_further_source_and_no_reprint(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(pilot, ITEM)
        await keys(pilot, "enter", "ctrl+s", "ctrl+s", "r")
        await paste(pilot, ITEM.replace(". ", ".\n"))
        await keys(pilot, "r", "enter", "A", "ctrl+s")
        if "again saves" in screen_lines(desk_app)[-1]:
            await keys(pilot, "ctrl+s")
        bottom = screen_lines(desk_app)[-1]
        assert "V-2026-001 has 7 outcomes more" in bottom
        assert "source" not in bottom
        assert count(desk_app.store, "source") == 1


async def test_days_without_a_year_alone_are_not_taken_for_those_of_a_visit_of_any_year(
    desk_app: Bilat,
) -> None:
    entered(desk_app.store, {"visits": [{**VISIT, "date": "2007-03"}]})
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(pilot, ITEM)
        assert "V-2026-001" in screen_text(desk_app)
        await keys(pilot, "A", "ctrl+s", "ctrl+s")
        await settle(pilot)
        assert value(desk_app.store, "SELECT COUNT(*) FROM action") == 0


async def test_a_date_in_words_can_be_edited_while_its_resolution_is_offered(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(pilot, ITEM.replace("on March 11 and 12", "in the last month"))
        await keys(pilot, "tab", "g", "j", "j", "e", *"2026-03-13", "enter")
        asked = []
        for _ in range(10):
            await keys(pilot, "e")
            asked.append(screen_text(desk_app))
            await keys(pilot, "escape", "j")
        assert any("in the last month" in one and "Date" in one for one in asked)
