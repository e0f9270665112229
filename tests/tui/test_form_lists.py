"""Lists in a form, worked with the keys of a person: people, names, posts and links, a line each."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from db.models import Participant
from db.rows import Key
from tests.tui.entering import count, paste, settle, type_in, value
from tests.tui.reading import screen_lines, screen_text, style_of
from tests.tui.test_form_edit import SIZES, form, go_to, opened
from tui.app import Bilat
from tui.forms.box import Box
from tui.forms.modal import FormModal
from tui.screens.record import RecordScreen

HAMMOUCHI = "Abdellatif Hammouchi; head; as Director General/DGSN; printed: Abdellatif Hammouchi"


async def delegation(app: Bilat, pilot: Pilot[int]) -> Box:
    """The delegation of V-2025-001 with the cursor behind its last line."""
    opened_form = await opened(app, pilot)
    await go_to(pilot, "delegation")
    await pilot.pause()
    return opened_form.box


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_member_is_added_on_a_new_line_and_one_undo_takes_it_back(
    app: Bilat, size: tuple[int, int]
) -> None:
    members = count(app.store, "participant")
    async with app.run_test(size=size) as pilot:
        box = await delegation(app, pilot)
        assert box.text == f"delegation MA; level: high-level\n{HAMMOUCHI}"
        assert "delegation MA; level: high-level" in screen_text(app)
        await pilot.press("enter")
        await type_in(pilot, "Abdelouafi Laf")
        assert "Abdelouafi Laftit" in screen_text(app)
        await pilot.press("right")
        await type_in(pilot, "; expert")
        assert "Abdelouafi Laftit (MA" in screen_text(app)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, RecordScreen)
        assert "V-2025-001: delegation +1" in screen_text(app)
        assert count(app.store, "participant") == members + 1
        role = "SELECT role || rank FROM participant WHERE delegation_id = 1 AND official_id = 2"
        assert value(app.store, role) == "expert2"
        await pilot.press("u")
        await settle(pilot)
        assert count(app.store, "participant") == members


async def test_the_line_that_says_whose_delegation_it_is_stays_above_its_members(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        box = await delegation(app, pilot)
        before = box.text
        await pilot.press("f6", "f6")
        assert box.text == before
        await pilot.press("up", "f7")
        assert box.text == before


async def test_enter_on_an_empty_line_drops_it_and_goes_on(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        box = await delegation(app, pilot)
        await pilot.press("enter", "enter")
        assert form(app).box.field.name == "series"
        assert not box.touched
        await pilot.press("shift+tab", "tab")
        assert form(app).box.field.name == "series"


async def test_somebody_new_is_announced_before_being_made(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await delegation(app, pilot)
        await pilot.press("enter")
        await type_in(pilot, "Lea Neu; as Director/UDYCO")
        assert "new official “Lea Neu” · as Director/UDYCO, a new post in a new organisation" in screen_text(
            app
        )
        await pilot.press("tab")
        await pilot.pause()
        assert "Lea Neu; as Director/UDYCO  new" in screen_text(app)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert value(app.store, "SELECT country FROM official WHERE name = 'Lea Neu'") == "MA"


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_wrong_line_says_so_under_itself_and_gets_the_cursor(
    app: Bilat, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        box = await delegation(app, pilot)
        await pilot.press("enter")
        await type_in(pilot, "Abdelouafi Laftit; cheif")
        assert "! “cheif” is not understood" in screen_text(app)
        await pilot.press("enter")
        await type_in(pilot, "group: experts")
        await pilot.press("ctrl+s")
        await pilot.pause()
        rows = screen_lines(app)
        at = next(number for number, row in enumerate(rows) if "cheif" in row and "!" not in row)
        assert any("! “cheif” is not understood" in row for row in rows[at : at + 3])
        assert "Not saved: this needs you." in screen_text(app)
        assert box.editor.line == 2


async def test_lines_move_up_and_down_with_their_keys(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        box = await delegation(app, pilot)
        assert "F6 F7 moves" in screen_text(app)
        await pilot.press("enter")
        await type_in(pilot, "group: experts")
        await pilot.press("f6")
        assert box.editor.lines[1:] == ["group: experts", HAMMOUCHI]
        assert box.editor.line == 1
        await pilot.press("f7")
        assert box.editor.lines[1:] == [HAMMOUCHI, "group: experts"]
        await pilot.press("f7")
        assert box.editor.lines[2] == "group: experts"


async def test_f8_makes_the_head_who_then_stands_first(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        box = await delegation(app, pilot)
        await pilot.press("enter")
        await type_in(pilot, "Abdelouafi Laftit")
        await pilot.press("f8")
        await pilot.pause()
        assert box.editor.lines[1:] == ["Abdelouafi Laftit; head", HAMMOUCHI.replace(" head;", "")]
        await pilot.press("ctrl+s")
        await settle(pilot)
        heads = "SELECT GROUP_CONCAT(official_id || role || rank) FROM participant WHERE delegation_id = 1"
        assert value(app.store, heads) == "1member2,2head1"
        await pilot.press("e")
        await pilot.pause()
        await go_to(pilot, "delegation")
        await pilot.press("up", "up", "f8")
        await pilot.pause()
        assert "the line of a delegation has no head" in screen_text(app)


async def test_f9_fills_an_empty_delegation_in_from_the_last_visit_of_the_same_direction(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("1", "N", "v")
        await pilot.pause()
        await go_to(pilot, "delegation")
        await pilot.pause()
        assert "F9 as last time" in screen_text(app)
        await pilot.press("f9")
        await pilot.pause()
        assert "from V-2025-001" in screen_text(app)
        assert form(app).box.text == f"delegation MA; level: high-level\n{HAMMOUCHI}"
        await pilot.press("f9")
        await pilot.pause()
        assert "Somebody stands there already" in screen_text(app)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert count(app.store, "delegation") == 10
        await pilot.press("u")
        await settle(pilot)
        assert count(app.store, "delegation") == 9


async def test_f9_says_why_there_is_nothing_to_fill_in(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("1", "N", "v")
        await pilot.pause()
        for name, text in (("sending", "FR"), ("host", "")):
            await go_to(pilot, name)
            await pilot.press("ctrl+u", *text)
        await go_to(pilot, "delegation")
        await pilot.press("f9")
        await pilot.pause()
        assert "Say first from where to where the visit goes." in screen_text(app)
        await go_to(pilot, "host")
        await pilot.press(*"NL")
        await go_to(pilot, "delegation")
        await pilot.press("f9")
        await pilot.pause()
        assert "There is no earlier visit FR→NL with a delegation." in screen_text(app)


async def test_several_lines_are_pasted_at_once(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        box = await delegation(app, pilot)
        await pilot.press("enter")
        await paste(pilot, "group: experts; count 4\r\npost: Head/Dutch police; NL; observer\r\n")
        assert len(box.editor.lines) == 4
        assert "Head/Dutch police (not named) · NL · observer" in screen_text(app)


async def test_unfinished_lines_come_back(app: Bilat) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await delegation(app, pilot)
        await pilot.press("enter")
        await type_in(pilot, "group: exper")
        await pilot.press("escape")
        await pilot.pause()
        assert "Not saved, and kept: e brings your words back." in screen_text(app)
        await pilot.press("e")
        await pilot.pause()
        assert "group: exper" in screen_text(app)
        assert "Unfinished changes" in screen_text(app)


async def test_an_officials_spellings_and_posts_are_edited_in_the_form(app: Bilat) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        app.open_record(Key("official", "1"))
        await pilot.pause()
        await pilot.press("e")
        await pilot.pause()
        opened_form = form(app)
        await go_to(pilot, "spellings")
        assert opened_form.box.text == (
            "Abdellatif Hammouchi; preferred; source: article-a\nHammouchi; weak; source: article-a"
        )
        await pilot.press("enter")
        await type_in(pilot, "A. Hammouchi; short")
        await go_to(pilot, "tenures")
        await pilot.press("home", "up", "end")
        await type_in(pilot, "; 2015-05/..")
        assert "since May 2015" in screen_text(app)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "spellings +1, posts held +1 -1" in screen_text(app)
        held = "SELECT date_edtf || basis || source_id FROM tenure WHERE id = 1"
        assert value(app.store, held) == "2015-05/..attested1"


async def test_who_or_what_stands_out_and_what_is_said_of_them_recedes(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await delegation(app, pilot)
        assert style_of(app, "Abdellatif Hammouchi; head"[:20]).color != style_of(app, "; head; as").color


async def test_a_long_list_keeps_its_label_in_view(app: Bilat) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        opened_form = await opened(app, pilot, "M-2025-001", "meeting")
        await go_to(pilot, "people")
        await pilot.pause()
        assert "▌ people" in screen_text(app)
        assert "group: top officials; ES" in screen_text(app)
        await pilot.press("up", "tab")
        assert opened_form.box.field.name == "complete"
        assert isinstance(app.screen, FormModal)


async def test_editing_one_line_leaves_the_most_hostile_neighbour_as_it_was(app: Bilat) -> None:
    hostile = '\x1b[31m[/b]\n\t"; head\u2028\u202eabc\\n\x85 '
    with app.store.write("enter") as session:
        session.add(Participant(delegation_id=1, group_name=hostile, as_printed=hostile, country="MA"))
    changes = count(app.store, "change")
    async with app.run_test(size=(80, 24)) as pilot:
        box = await delegation(app, pilot)
        assert "\x1b" not in screen_text(app)
        await pilot.press("up")
        await pilot.pause()
        assert box.editor.line == 1
        await pilot.press("end")
        await type_in(pilot, "; alternate")
        assert "The role stands there twice" in screen_text(app)
        await pilot.press("ctrl+w", "backspace", "backspace")
        await type_in(pilot, "!")
        await pilot.press("ctrl+s")
        await settle(pilot)
    assert count(app.store, "change") == changes + 1
    assert (
        value(app.store, "SELECT group_name FROM participant WHERE group_name <> '' AND delegation_id = 1")
        == hostile
    )


async def test_a_surname_in_a_delegation_that_may_be_somebody_known_stops_saving_once(app: Bilat) -> None:
    officials = count(app.store, "official")
    async with app.run_test(size=(120, 40)) as pilot:
        await delegation(app, pilot)
        await pilot.press("enter")
        await type_in(pilot, "Piqueras")
        assert "new official “Piqueras”, or Francisco Pardo Piqueras" in screen_text(app)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, FormModal)
        assert "“Piqueras” may be Francisco Pardo Piqueras (ES" in screen_text(app)
        assert "Write that name to take them; Ctrl+S makes a new one." in screen_text(app)
        assert count(app.store, "official") == officials
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, RecordScreen)
        assert count(app.store, "official") == officials + 1


async def test_a_comma_in_the_name_of_somebody_new_is_refused_with_the_line_to_write(app: Bilat) -> None:
    officials = count(app.store, "official")
    async with app.run_test(size=(120, 40)) as pilot:
        await delegation(app, pilot)
        await pilot.press("enter")
        await type_in(pilot, "Said Alaoui, deputy head of the DGST")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "Said Alaoui; as Deputy head/DGST" in screen_text(app)
        assert count(app.store, "official") == officials
