"""The reading desk by the keyboard: a pasted text becomes a visit with its words, in less than a minute's typing."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from db import Store
from db.rows import Key
from tests.db.making import count, entered
from tests.tui.entering import settle, type_in, value
from tests.tui.reading import screen_lines, screen_text
from tests.tui.test_form_edit import go_to
from tui.app import Bilat
from tui.config import Settings
from tui.modals.letters import LetterMenu
from tui.reading_desk.given import Given
from tui.reading_desk.opening import ReadModal, show
from tui.reading_desk.screen import DeskScreen
from tui.reading_desk.text_side import TextSide
from tui.screens.main import MainScreen
from tui.screens.record import RecordScreen

# Of the shape of a press item: two posts held by one head, two days without a year, an agency, posts without names,
# a trilateral, and more that was talked about than was agreed.
ITEM = """\
Idris Benomar, the head of the Harbour Police (HP) and of the Coast Agency (CA) of Morocco, led a senior delegation \
to Portugal to lead security meetings on March 11 and 12, according to a Moroccan news agency.
Initiated at the request of the Director General of Portugal’s Maritime Police, the visit aims to widen the exchange \
of intelligence between Morocco and Portugal.
Benomar met with Portugal’s Director General of the Maritime Police and the Commissioner General for Borders.
During the talks, the officials reviewed the state of cooperation against drug trafficking and irregular migration.
They praised the results of their joint patrols and agreed to open a joint liaison office in Faro.
Moroccan and Portuguese experts explored ways to exchange data on small boats.
The officials mulled a joint committee to prepare for the 2030 World Cup.
They also addressed cybercrime and money laundering.
They underlined the need for faster answers to requests for legal assistance.
"""


@pytest.fixture
def desk_app(empty_store: Store, clock: object) -> Bilat:
    return Bilat(empty_store, settings=Settings(desk="MA", officer="officer"), clock=clock)  # type: ignore[arg-type]


async def paste(pilot: Pilot[int], text: str) -> None:
    """Paste as a terminal does it, in one piece."""
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()
    await settle(pilot)


async def read(pilot: Pilot[int], text: str) -> DeskScreen:
    await pilot.press("r")
    await pilot.pause()
    await paste(pilot, text)
    screen = pilot.app.screen
    assert isinstance(screen, DeskScreen), screen_text(pilot.app)
    return screen


async def keys(pilot: Pilot[int], *pressed: str) -> None:
    for key in pressed:
        await pilot.press(key)
        await settle(pilot)


async def test_a_press_item_is_in_the_store_after_fewer_than_forty_keys(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(pilot, ITEM)
        pressed = ["enter", "j", "j", "j", "0", "j", "4", "j", "2", "j", "3", "j", "1", "ctrl+s", "ctrl+s"]
        await keys(pilot, *pressed)
        assert len(pressed) + 2 <= 40
        store = desk_app.store
        assert value(store, "SELECT sending || host || initiated_by FROM visit") == "MAPThost"
        assert value(store, "SELECT date_edtf FROM visit") == "XXXX-03-11/XXXX-03-12"
        assert value(store, "SELECT name FROM official") == "Idris Benomar"
        rows = "SELECT group_concat(rung, '') FROM (SELECT rung FROM action ORDER BY id)"
        assert value(store, rows) == "04231"
        assert "Saved V-2026-001 MA→PT and 5 outcomes · u undoes" in screen_lines(desk_app)[-1]
        await keys(pilot, "u")
        assert [count(store, table) for table in ("visit", "action", "source", "citation")] == [0, 0, 0, 0]


async def test_one_key_takes_all_that_is_sure_and_says_what_is_left(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        screen = await read(pilot, ITEM.replace(" of Morocco", ""))
        await keys(pilot, "A")
        assert "Who travels is not said beside where to. Enter takes it" in screen_lines(desk_app)[-1]
        assert screen.on_draft
        await keys(pilot, "enter", "A", "ctrl+s")
        if isinstance(desk_app.screen, DeskScreen):
            await keys(pilot, "ctrl+s")
        assert value(desk_app.store, "SELECT COUNT(*) FROM action") == 7


async def test_the_words_behind_every_field_are_kept_with_the_source(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(pilot, ITEM)
        await keys(pilot, "enter", "ctrl+s", "ctrl+s")
        store = desk_app.store
        assert value(store, "SELECT body FROM source") == ITEM.rstrip("\n")
        assert value(store, "SELECT cites FROM source") == "a Moroccan news agency"
        quote = "SELECT quote FROM citation WHERE record_kind = 'visit' AND field = 'date'"
        assert value(store, quote) == "March 11 and 12"
        start = value(store, quote.replace("quote", "span_start", 1))
        assert isinstance(start, int)
        assert ITEM[start:].startswith("March 11")


async def test_the_sides_light_each_other_up(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        screen = await read(pilot, ITEM)
        await keys(pilot, "j", "j", "j", "j")
        lit = [
            one.values["rung"]
            for one in screen.items
            if screen.draft.is_lit(one.id) and one.kind == "outcome"
        ]
        assert lit == ["noted", "agreed"]
        await keys(pilot, "tab")
        assert screen.draft.item is not None
        assert screen.draft.item.values["rung"] == "noted"
        await keys(pilot, "j")
        assert "agreed to open a joint liaison office" in str(screen.draft.item.values["text"])
        assert "says so" in screen_text(desk_app)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_on_a_small_screen_a_key_swaps_the_sides(desk_app: Bilat, size: tuple[int, int]) -> None:
    async with desk_app.run_test(size=size) as pilot:
        await read(pilot, ITEM)
        assert "─ Text" in screen_text(desk_app)
        assert "─ Draft" not in screen_text(desk_app)
        await keys(pilot, "tab")
        assert "─ Draft" in screen_text(desk_app)
        assert "─ Text" not in screen_text(desk_app)
        await keys(pilot, "tab")
        assert "─ Text" in screen_text(desk_app)


async def test_a_digit_files_a_sentence_that_nothing_was_proposed_for(desk_app: Bilat) -> None:
    text = ITEM + "A hotline between the two forces rings in Faro and in Tangier.\n"
    async with desk_app.run_test(size=(120, 40)) as pilot:
        screen = await read(pilot, text)
        await keys(pilot, "G", "2")
        found = [one for one in screen.items if "hotline" in str(one.values.get("quote"))]
        assert [(one.values["rung"], one.state) for one in found] == [("explored", "taken")]
        assert "2✓ A hotline" in screen_text(desk_app)
        await keys(pilot, "u")
        assert not [one for one in screen.items if "hotline" in str(one.values.get("quote"))]
        await keys(pilot, "U")
        assert [one for one in screen.items if "hotline" in str(one.values.get("quote"))]


async def test_a_proposal_that_is_left_out_does_not_enter(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(pilot, ITEM)
        await keys(pilot, "enter", "A", "j", "j", "j", "j", "minus", "ctrl+s", "ctrl+s")
        assert value(desk_app.store, "SELECT COUNT(*) FROM action WHERE rung = 4") == 0


async def test_a_field_is_said_otherwise_in_a_line(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(pilot, ITEM)
        await keys(pilot, "enter", "tab", "g")
        while "date" not in screen_line_under_cursor(desk_app):
            await keys(pilot, "j")
        await keys(pilot, "e", "ctrl+u")
        await type_in(pilot, "11-12 mar 2026")
        assert "Wed 11 – Thu 12 Mar 2026" in screen_text(desk_app)
        await keys(pilot, "enter", "ctrl+s", "ctrl+s")
        assert value(desk_app.store, "SELECT date_edtf FROM visit") == "2026-03-11/2026-03-12"
        assert value(desk_app.store, "SELECT date_text FROM visit") == "March 11 and 12"


def screen_line_under_cursor(app: Bilat) -> str:
    screen = app.screen
    assert isinstance(screen, DeskScreen)
    item = screen.draft.item
    return item.name or item.kind if item else ""


async def test_the_day_of_publication_offers_what_the_other_dates_mean_one_by_one(desk_app: Bilat) -> None:
    text = ITEM + "The two forces will meet again on 3 June in Rabat.\n"
    async with desk_app.run_test(size=(120, 40)) as pilot:
        screen = await read(pilot, text)
        await keys(pilot, "tab", "g", "j", "j", "enter")
        await type_in(pilot, "13 mar 2026")
        await keys(pilot, "enter")
        assert "→ Wed 11 – Thu 12 Mar 2026?" in screen_text(desk_app)
        assert "from the publication" in screen_lines(desk_app)[-1]
        await keys(pilot, "enter")
        date = next(one for one in screen.items if one.name == "date")
        assert (date.value, date.values["text"], date.state) == (
            "2026-03-11/2026-03-12",
            "March 11 and 12",
            "taken",
        )
        await keys(pilot, "minus")
        assert not any(one.values.get("offer") for one in screen.items)
        planned = [one for one in screen.items if one.name == "date"][-1]
        assert planned.value == "XXXX-06-03"


async def test_somebody_is_added_where_the_sentence_names_them(desk_app: Bilat) -> None:
    text = ITEM + "On the jetty stood Salma, of the port of Faro.\n"
    async with desk_app.run_test(size=(120, 40)) as pilot:
        screen = await read(pilot, text)
        await keys(pilot, "G", "p", "ctrl+u")
        await type_in(pilot, "Salma Rosa, Harbour Master, PT")
        assert "new official Salma Rosa · Harbour Master · PT" in screen_text(desk_app)
        await keys(pilot, "enter")
        found = next(one for one in screen.items if one.values.get("name") == "Salma Rosa")
        assert found.state == "taken"
        await keys(pilot, "g", "enter", "ctrl+s", "ctrl+s")
        seat = (
            "SELECT m.ref FROM participant p JOIN official o ON o.id = p.official_id"
            " JOIN meeting m ON m.id = p.meeting_id"
        )
        assert value(desk_app.store, f"{seat} WHERE o.name = 'Salma Rosa'") == "M-2026-001"


async def test_people_told_as_a_group_are_added_said_otherwise_and_saved(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        screen = await read(pilot, ITEM)
        await keys(pilot, "G", "p", "ctrl+u")
        await type_in(pilot, "4+ divers, PT")
        assert "group · 4+ divers · PT · 4 people" in screen_text(desk_app)
        await keys(pilot, "enter")
        found = next(one for one in screen.items if one.values.get("group") == "4+ divers")
        screen.go_to_draft(found.id)
        await keys(pilot, "e", "ctrl+u")
        await type_in(pilot, "six navy divers, PT, group")
        await keys(pilot, "enter")
        assert "six navy divers" in screen_text(desk_app)
        await keys(pilot, "ctrl+s", "ctrl+s")
        where = "group_name = 'six navy divers' AND country = 'PT' AND count = 6"
        assert count(desk_app.store, "participant", where) == 1


async def test_a_meeting_begins_at_a_sentence_and_takes_what_follows(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        screen = await read(pilot, ITEM)
        await keys(pilot, "j", "j", "j", "j", "j", "m")
        await type_in(pilot, " expert")
        assert "Meeting MA·PT · expert" in screen_text(desk_app)
        await keys(pilot, "enter")
        meeting = [one for one in screen.items if one.kind == "meeting"][-1]
        assert meeting.values["format"] == "expert"
        moved = [one.values["rung"] for one in screen.items if one.under == meeting.id]
        assert moved == ["explored", "proposed", "discussed", "discussed"]


async def test_a_topic_is_added_by_its_name(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        screen = await read(pilot, ITEM)
        await keys(pilot, "t")
        await type_in(pilot, "ct.rec")
        await keys(pilot, "enter")
        topics = next(one for one in screen.items if one.name == "topics")
        assert "CT.REC" in topics.value.split()


async def test_a_text_without_a_visit_gets_one_by_hand(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(pilot, "The harbour was quiet.\nNobody came by boat, and nobody left it.\n")
        await keys(pilot, "4")
        assert "m begins one here" in screen_lines(desk_app)[-1]
        await keys(pilot, "m")
        await type_in(pilot, "MA>PT planned")
        await keys(pilot, "enter", "4", "ctrl+s", "ctrl+s")
        assert value(desk_app.store, "SELECT sending || host || status FROM visit") == "MAPTplanned"
        assert value(desk_app.store, "SELECT text FROM action") == "The harbour was quiet."


# --- what is not saved is kept ---


def beside(app: Bilat) -> list[Path]:
    """The files that keep a draft: its text, and what was decided."""
    return [Path(f"{app.store.path}.{end}") for end in ("reading", "unfinished")]


async def test_a_draft_that_is_left_comes_back_also_after_a_restart(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        screen = await read(pilot, ITEM)
        await keys(pilot, "enter", "j", "j", "j", "j", "4")
        left = screen.items
        await keys(pilot, "escape")
        assert isinstance(desk_app.screen, MainScreen)
        assert "r brings the text back" in screen_lines(desk_app)[-1]
    assert [path.stat().st_mode & 0o777 for path in beside(desk_app)] == [0o600, 0o600]
    again = Bilat(desk_app.store, settings=desk_app.settings, clock=desk_app._clock)
    async with again.run_test(size=(120, 40)) as pilot:
        await keys(pilot, "r")
        assert "Enter goes on with the draft" in screen_text(again)
        await keys(pilot, "enter")
        assert isinstance(again.screen, DeskScreen)
        assert again.screen.items == left
        await keys(pilot, "ctrl+s", "ctrl+s")
        assert value(again.store, "SELECT COUNT(*) FROM action") == 1
    assert not any(path.exists() for path in beside(desk_app))


async def test_every_key_is_kept_before_the_program_dies(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(pilot, ITEM)
        await keys(pilot, "enter")
        assert "taken" in beside(desk_app)[1].read_text("utf-8")


async def test_a_text_that_was_only_looked_at_is_not_asked_for_again(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(pilot, ITEM)
        await keys(pilot, "j", "tab", "j", "escape", "r")
        assert "Enter goes on" not in screen_text(desk_app)
        await keys(pilot, "escape")
        show(desk_app, Given("Another text."))
        await settle(pilot)
        assert isinstance(desk_app.screen, DeskScreen)
    assert not any(path.exists() for path in beside(desk_app))


async def test_a_draft_whose_every_key_was_taken_back_is_not_kept(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(pilot, ITEM)
        await keys(pilot, "enter", "u", "escape", "r")
        assert "Enter goes on" not in screen_text(desk_app)


async def test_looking_at_another_text_leaves_the_draft_that_waits(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        left = (await read(pilot, ITEM)).items
        await keys(pilot, "enter", "escape")
        await read(pilot, "The harbour was quiet on Monday.\nNobody came.")
        await keys(pilot, "escape", "r", "enter")
        assert isinstance(desk_app.screen, DeskScreen)
        assert len(desk_app.screen.items) == len(left)


async def test_a_draft_that_is_thrown_away_is_gone(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(pilot, ITEM)
        await keys(pilot, "enter", "ctrl+x", "r")
        assert "Enter goes on" not in screen_text(desk_app)
    assert not beside(desk_app)[0].exists()


# --- the same again ---


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
        await keys(pilot, key, "ctrl+s", "ctrl+s")
        assert value(desk_app.store, "SELECT place FROM visit") == place


async def test_a_reprint_does_not_corroborate(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(pilot, ITEM)
        await keys(pilot, "enter", "ctrl+s", "ctrl+s")
        screen = await read(pilot, f"Harbour News\n\n{ITEM}And so it ended.\n")
        assert any(one.kind == "same" for one in screen.items)
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


async def test_the_cursor_stays_when_the_window_changes(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        screen = await read(pilot, ITEM * 4)
        await keys(pilot, *["j"] * 20)
        at = screen.text.cursor
        await pilot.resize_terminal(60, 20)
        await settle(pilot)
        assert screen.text.cursor == at
        assert "▌" in screen_text(desk_app)
        assert "21 of 36" in screen_text(desk_app)


# --- how a text comes in ---


async def test_a_file_is_read_by_its_path_completed_with_tab(desk_app: Bilat, tmp_path: Path) -> None:
    (tmp_path / "harbour-item.txt").write_text(ITEM, "utf-8")
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await keys(pilot, "r")
        await type_in(pilot, f"{tmp_path}/harb")
        await keys(pilot, "tab", "enter")
        assert isinstance(desk_app.screen, DeskScreen)


async def test_f3_reads_what_is_on_the_clipboard(
    desk_app: Bilat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "item.txt").write_text(ITEM, "utf-8")
    tool = tmp_path / "wl-paste"
    tool.write_text(f"#!/bin/sh\nexec /bin/cat '{tmp_path}/item.txt'\n", "utf-8")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await keys(pilot, "r", "f3")
        screen = desk_app.screen
        assert isinstance(screen, DeskScreen), screen_text(desk_app)
        assert screen.given.text == ITEM


async def test_without_a_clipboard_f3_says_so(
    desk_app: Bilat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await keys(pilot, "r", "f3")
        assert "The clipboard cannot be read from here" in screen_text(desk_app)


async def test_a_path_that_leads_nowhere_is_said(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await keys(pilot, "r")
        await type_in(pilot, "/no/such.txt")
        await keys(pilot, "enter")
        assert isinstance(desk_app.screen, ReadModal)
        assert "There is no file /no/such.txt." in screen_text(desk_app)


async def test_a_hostile_text_is_shown_plain(desk_app: Bilat) -> None:
    text = ITEM + "The [red]chief[/red] said \x1b[31mno\x1b[0m \u202eto everything[/] in Faro.\n"
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(pilot, text)
        await keys(pilot, "G")
        assert "[red]chief[/red]" in screen_text(desk_app)
        assert "\x1b" not in screen_text(desk_app)
        assert "\u202e" not in screen_text(desk_app)
        await keys(pilot, "4")


async def test_banners_are_shown_on_request(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 50)) as pilot:
        await read(pilot, f"{ITEM}\n\nThis website uses cookies. Accept all cookies.\n")
        assert "uses cookies" not in screen_text(desk_app)
        await keys(pilot, "h")
        assert "uses cookies" in screen_text(desk_app)


async def test_a_long_text_is_read_beside_the_screen_and_stays_quick(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        screen = await read(pilot, "\n\n".join([ITEM] * 60))
        await keys(pilot, "G", "g", "A")
        assert screen.text.count > 500


async def test_when_the_publication_becomes_known_later_what_the_dates_mean_is_offered(
    desk_app: Bilat,
) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(pilot, ITEM)
        await keys(pilot, "enter", "ctrl+s", "ctrl+s")
        desk_app.open_record(Key("source", "1"))
        await settle(pilot)
        await keys(pilot, "e")
        form = desk_app.screen
        await go_to(pilot, "published")
        await type_in(pilot, "13 mar 2026")
        await keys(pilot, "ctrl+s")
        assert desk_app.screen is not form
        assert isinstance(desk_app.screen, LetterMenu)
        assert "V-2026-001 “March 11 and 12”" in screen_text(desk_app)
        await keys(pilot, "y")
        assert value(desk_app.store, "SELECT date_edtf || date_text || date_basis FROM visit") == (
            "2026-03-11/2026-03-12March 11 and 12inferred"
        )
        await keys(pilot, "u")
        assert value(desk_app.store, "SELECT date_edtf FROM visit") == "XXXX-03-11/XXXX-03-12"


async def test_the_keys_of_the_desk_can_be_looked_up(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(pilot, ITEM)
        await keys(pilot, "question_mark")
        assert "take everything that is not in doubt" in screen_text(desk_app)
        await type_in(pilot, "all that is taken")
        assert "Ctrl+S" in screen_text(desk_app)


def test_the_beginning_of_a_text_is_shown_before_it_is_read() -> None:
    side = TextSide("A title\n\nThe minister went to Madrid.\n\n" + "They met again. " * 100_000)
    rows = side.lay_out(40)
    assert rows is not None
    assert 10 < len(rows) < 1_000
    assert all(row.block < 0 for row in rows)
