"""The reading desk by the keyboard: a pasted text becomes a visit with its words, in less than a minute's typing."""

from __future__ import annotations

import re

import pytest

from db.rows import Key
from tests.db.making import count
from tests.tui.desk import DOUBTFUL, ITEM, keys, read
from tests.tui.entering import settle, type_in, value
from tests.tui.reading import screen_lines, screen_text
from tests.tui.test_form_edit import go_to
from tui.app import Bilat
from tui.modals.letters import LetterMenu
from tui.reading_desk.screen import DeskScreen
from tui.reading_desk.text_side import TextSide


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
        screen = await read(pilot, DOUBTFUL)
        await keys(pilot, "A")
        assert "Who travels is not said beside where to. Enter takes it" in screen_lines(desk_app)[-1]
        assert screen.on_draft
        await keys(pilot, "enter", "A", "ctrl+s")
        if isinstance(desk_app.screen, DeskScreen):
            await keys(pilot, "ctrl+s")
        assert value(desk_app.store, "SELECT COUNT(*) FROM action") == 7


async def test_what_is_taken_is_counted_alike_above_the_draft_and_below_it(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(pilot, ITEM)
        await keys(pilot, "A")
        lines = screen_lines(desk_app)
        (above,) = re.findall(r"([\d,]+) taken", lines[0])
        (below,) = re.findall(r"([\d,]+) taken", lines[-1])
        assert above == below


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
        assert "Taken back · U does it again" in screen_lines(desk_app)[-1]
        assert not [one for one in screen.items if "hotline" in str(one.values.get("quote"))]
        await keys(pilot, "U")
        assert "Done again · u takes it back" in screen_lines(desk_app)[-1]
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


async def test_a_meeting_that_is_saved_is_told_with_its_parties(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(60, 20)) as pilot:
        await read(pilot, "The harbour was quiet.\nNobody came by boat, and nobody left it.\n")
        await keys(pilot, "m")
        await type_in(pilot, "MA+PT")
        await keys(pilot, "enter", "ctrl+s", "ctrl+s")
        assert "Saved M-2026-001 MA·PT · u undoes" in screen_lines(desk_app)[-1]


async def test_what_to_press_again_is_told_whole_in_a_small_window(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(60, 20)) as pilot:
        await read(pilot, ITEM)
        await keys(pilot, "ctrl+s")
        assert "Nothing is taken: Enter takes one, A all that is sure." in screen_lines(desk_app)[-1]
        await keys(pilot, "enter", "ctrl+s")
        assert "Ctrl+S again saves what is taken." in screen_lines(desk_app)[-1]


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


async def test_a_hostile_text_is_shown_plain(desk_app: Bilat) -> None:
    text = ITEM + "The [red]chief[/red] said \x1b[31mno\x1b[0m \u202eto everything[/] in Faro.\n"
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(pilot, text)
        await keys(pilot, "G")
        assert "[red]chief[/red]" in screen_text(desk_app)
        assert "\x1b" not in screen_text(desk_app)
        assert "\u202e" not in screen_text(desk_app)
        await keys(pilot, "4")


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
