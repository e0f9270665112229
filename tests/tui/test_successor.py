"""S lets a post pass on: what follows is told first, and what was before stays."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from db import Store
from db.rows import Key
from tests.db.making import entered
from tests.tui.entering import paste, settle, type_in, value
from tests.tui.reading import line_with, screen_lines, screen_text
from tui.app import Bilat
from tui.config import Settings
from tui.modals.letters import LetterMenu
from tui.offices.modal import TakingModal

SIZES = [(120, 40), (80, 24), (60, 20)]
SPANISH_DG = Key("post", "3")
OWNED = {
    "actions": [
        {
            "ref": "A-2026-050",
            "on": "V-2025-001",
            "text": "Name experts",
            "rung": "agreed",
            "owner": "Dieter Romann",
        },
        {
            "ref": "A-2026-051",
            "on": "V-2025-001",
            "text": "Send a list",
            "rung": "agreed",
            "owner": "President/German Federal Police",
        },
    ]
}
TENURE = "SELECT date_edtf FROM tenure t JOIN official o ON o.id = t.official_id WHERE o.name LIKE "


async def on_post(app: Bilat, pilot: Pilot[int], key: Key = SPANISH_DG) -> None:
    app.open_record(key)
    await pilot.pause()
    await pilot.press("S")
    await pilot.pause()
    assert isinstance(app.screen, TakingModal)


async def test_a_successor_is_saved_in_one_step_and_undone_in_one(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await on_post(app, pilot)
        await type_in(pilot, "Luis Gil")
        await pilot.press("tab")
        await type_in(pilot, "Jan 2026")
        assert "new official “Luis Gil”" in screen_text(app)
        assert "since January 2026" in screen_text(app)
        assert "Francisco Pardo Piqueras leaves: start not stated – January 2026." in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert "Luis Gil holds it from Jan 2026 · Francisco Pardo Piqueras left · u undoes" in screen_text(
            app
        )
        assert "since Jan 2026" in line_with(app, "Luis Gil  ")
        await pilot.press("u")
        await settle(pilot)
        assert value(app.store, "SELECT COUNT(*) FROM official WHERE name = 'Luis Gil'") == 0
        assert value(app.store, f"{TENURE} 'Francisco%'") == ""


@pytest.mark.parametrize("size", SIZES)
async def test_the_sheet_is_whole_on_any_window(app: Bilat, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await on_post(app, pilot)
        await type_in(pilot, "Luis Gil")
        lines = screen_lines(app)
        assert all(len(line) <= size[0] for line in lines)
        for words in ("Successor", "who", "from", "acting", "leaves:", "Enter saves", "Esc keeps it"):
            assert words in "\n".join(lines), words


async def test_esc_keeps_what_was_typed(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await on_post(app, pilot)
        await type_in(pilot, "Luis Gil")
        await pilot.press("escape", "S")
        await pilot.pause()
        assert "Luis Gil" in line_with(app, "who")
        assert "Ctrl+X discards" in screen_text(app)
        await pilot.press("ctrl+x")
        await pilot.pause()
        assert "Luis Gil" not in screen_text(app)


async def test_a_missing_year_is_asked_for_and_nothing_is_lost(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await on_post(app, pilot)
        await type_in(pilot, "Luis Gil")
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, TakingModal)
        assert "Say at least in which year" in screen_text(app)
        assert "Not saved: this needs you." in screen_text(app)
        await type_in(pilot, "2026")  # the cursor went there by itself
        await pilot.press("enter")
        await settle(pilot)
        assert value(app.store, f"{TENURE} 'Luis%'") == "2026/.."


async def test_a_date_that_is_none_is_said_beside_it(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await on_post(app, pilot)
        await type_in(pilot, "Luis Gil")
        await pilot.press("tab")
        await type_in(pilot, "28 jan ?")
        assert "! An office is held from a day" in screen_text(app)


async def test_a_known_official_is_offered_by_a_part_of_the_name(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await on_post(app, pilot)
        await type_in(pilot, "Marlaska")
        assert "new official “Marlaska”" in screen_text(app)  # a surname alone never matches by itself
        await pilot.press("down", "enter")
        await pilot.pause()
        assert "Fernando Grande-Marlaska" in line_with(app, "who")
        assert "new official" not in screen_text(app)


async def test_an_official_with_two_posts_is_asked_which(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2", "j", "S")
        await pilot.pause()
        assert isinstance(app.screen, LetterMenu)
        await pilot.press("2")
        await pilot.pause()
        assert "Successor · Director General, DGST" in screen_text(app)


async def test_what_was_theirs_moves_only_when_it_is_ticked(demo_store: Store, app: Bilat) -> None:
    entered(demo_store, OWNED)
    async with app.run_test(size=(120, 40)) as pilot:
        await on_post(app, pilot, Key("post", "7"))
        assert "Of the post, and goes on with it: A-2026-051" in screen_text(app)
        assert "[ ] A-2026-050" in screen_text(app)
        await type_in(pilot, "Eva Braun")
        await pilot.press("tab")
        await type_in(pilot, "2026")
        await pilot.press("tab", "tab", "space")
        await pilot.pause()
        assert "[x] A-2026-050" in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert "1 moved over" in screen_text(app)
        owner = "SELECT o.name FROM action a JOIN official o ON o.id = a.owner_official_id WHERE a.ref = 'A-2026-050'"
        assert value(demo_store, owner) == "Eva Braun"


async def test_past_meetings_keep_the_holder_of_the_time(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await on_post(app, pilot, Key("post", "10"))
        await type_in(pilot, "Luis Gil")
        await pilot.press("tab")
        await type_in(pilot, "Jan 2026")
        await pilot.press("enter")
        await settle(pilot)
        app.open_record(Key("meeting", "5"))
        await pilot.pause()
        assert "Grande-Marlaska" in screen_text(app)
        assert "Luis Gil, from Jan 2026" in screen_text(app)


async def test_s_on_nothing_that_has_a_post_says_so(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("1", "S")
        await pilot.pause()
        assert "S passes a post on; select a post or an official first." in screen_text(app)


async def test_a_hostile_name_is_only_a_name(app: Bilat) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await on_post(app, pilot)
        await paste(pilot, "[red]Luis\x1b[31m\u202e Gil[/red]\nnext" + "x" * 500)
        assert "\x1b" not in screen_text(app)
        assert all(len(line) <= 80 for line in screen_lines(app))


async def test_s_in_ascii_has_no_other_signs(demo_store: Store, app: Bilat) -> None:
    plain = Bilat(demo_store, settings=Settings(desk="MA", officer="officer", ascii=True), clock=app.today)
    async with plain.run_test(size=(80, 24)) as pilot:
        plain.open_record(SPANISH_DG)
        await pilot.pause()
        await pilot.press("S")
        await pilot.pause()
        frame = [line for line in screen_lines(plain) if "Successor" in line or "Enter saves" in line]
        assert frame
        assert all(line.isascii() for line in frame)


RECORDED = {
    "organisations": [{"name": "Test Police", "acronym": "TPOL", "country": "ES"}],
    "officials": [
        {
            "name": "Tomas Prado",
            "country": "ES",
            "tenures": [{"post": "Test Director", "organisation": "TPOL", "start": "2015"}],
        }
    ],
    "visits": [
        {
            "ref": ref,
            "sending": "ES",
            "host": "MA",
            "date": day,
            "status": "held",
            "delegations": [
                {
                    "country": "ES",
                    "members": [
                        {
                            "country": "ES",
                            "official": "Tomas Prado",
                            "post": "Test Director",
                            "organisation": "TPOL",
                        }
                    ],
                }
            ],
        }
        for ref, day in (("V-2022-050", "2022-06-14"), ("V-2025-050", "2025-01-29"))
    ],
}


async def test_a_successor_from_a_day_before_the_last_visit_is_asked_about_once(app: Bilat) -> None:
    assert not entered(app.store, RECORDED)
    post = Key("post", str(value(app.store, "SELECT id FROM post WHERE title = 'Test Director'")))
    async with app.run_test(size=(120, 40)) as pilot:
        await on_post(app, pilot, post)
        await type_in(pilot, "Zeno Quist")
        await pilot.press("tab")
        await type_in(pilot, "3 mar 2022")
        said = "Tomas Prado is recorded in this post after that: V-2025-050 29 Jan 2025 (and 1 more)."
        assert said in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, TakingModal)
        assert "Enter again saves" in screen_text(app)
        assert value(app.store, f"{TENURE} 'Tomas%'") == "2015/.."
        await pilot.press("enter")
        await settle(pilot)
        assert value(app.store, f"{TENURE} 'Tomas%'") == "2015/2022-03-02"


async def test_a_surname_that_may_be_somebody_known_stops_once_before_it_is_a_new_official(
    app: Bilat,
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await on_post(app, pilot)
        await type_in(pilot, "Hammouchi")
        await pilot.press("tab")
        await type_in(pilot, "2026")
        await pilot.press("enter")
        await settle(pilot)
        text = " ".join(screen_text(app).split())
        assert "“Hammouchi” may be Abdellatif Hammouchi (MA, " in text
        assert "Enter again makes" in text
        assert value(app.store, "SELECT COUNT(*) FROM official WHERE name = 'Hammouchi'") == 0
        await pilot.press("down")
        await pilot.press("enter")
        await pilot.pause()
        assert "Abdellatif Hammouchi" in line_with(app, "who")


async def test_a_new_official_with_a_known_surname_is_made_when_enter_is_pressed_again(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await on_post(app, pilot)
        await type_in(pilot, "Hammouchi")
        await pilot.press("tab")
        await type_in(pilot, "2026")
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert value(app.store, f"{TENURE} 'Hammouchi'") == "2026/.."


async def test_the_follow_ups_on_an_outcome_are_told_with_it(demo_store: Store, app: Bilat) -> None:
    steps = [{"text": "Ring the office", "due": "2026-12-01"}]
    owned = [{**action, "followups": steps} for action in OWNED["actions"]]
    entered(demo_store, {"actions": owned})
    async with app.run_test(size=(120, 40)) as pilot:
        await on_post(app, pilot, Key("post", "7"))
        await type_in(pilot, "Luis Gil")
        assert "A-2026-051 with F-2026-" in line_with(app, "goes on with it")
        assert "with F-2026-" in line_with(app, "A-2026-050")
