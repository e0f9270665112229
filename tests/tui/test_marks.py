"""Marks: Space and V mark lines, whatever happens to the list meanwhile; Esc takes them away first."""

from __future__ import annotations

from db.rows import Key
from tests.tui.entering import count, settle, type_in
from tests.tui.reading import line_with, screen_lines, screen_text
from tui.app import Bilat
from tui.config import Settings
from tui.glyphs import glyphs
from tui.modals.palette import PaletteModal
from tui.screens.main import MainScreen
from tui.screens.record import RecordScreen
from tui.screens.today import TodayScreen


def marked(app: Bilat) -> list[str]:
    screen = app.screen
    assert isinstance(screen, MainScreen | RecordScreen | TodayScreen)
    return [f"{key.kind} {key.id}" for key in screen.marked]


async def test_space_marks_the_line_and_goes_on_and_marks_are_counted(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "space", "space")
        await pilot.pause()
        assert marked(app) == ["followup 1", "followup 2"]
        assert isinstance(app.screen, MainScreen)
        assert app.screen.selected == Key("followup", "3")
        assert "2 marked" in screen_text(app)
        assert "•! 12 Nov" in screen_text(app)
        assert "•! 17 Nov" in screen_text(app)
        assert "▌ ! 20 Nov" in screen_text(app)
        await pilot.press("k", "space")
        await pilot.pause()
        assert marked(app) == ["followup 1"]


async def test_marks_have_an_ascii_twin(demo_store: object, clock: object) -> None:
    try:
        app = Bilat(demo_store, settings=Settings(desk="MA", ascii=True), clock=clock)  # type: ignore[arg-type]
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.press("3", "space")
            await pilot.pause()
            assert "*! 12 Nov" in screen_text(app)
            assert "1 marked" in screen_text(app)
    finally:
        glyphs.choose(ascii_only=False)


async def test_v_marks_from_the_last_mark_to_here(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "space", "j", "j", "V")
        await pilot.pause()
        assert marked(app) == [f"followup {number}" for number in (1, 2, 3, 4)]
        await pilot.press("escape", "G", "V")
        await pilot.pause()
        assert len(marked(app)) == 1


async def test_escape_takes_the_marks_away_before_it_goes_anywhere(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "space", "escape")
        await pilot.pause()
        assert marked(app) == []
        assert "marked" not in screen_text(app)
        assert app.focused is not None
        assert app.focused.id == "timeline"
        await pilot.press("escape")
        assert app.focused.id == "pairs"


async def test_marks_stay_through_sorting_filtering_and_reading_again(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "space", "space", "s")
        await pilot.pause()
        assert marked(app) == ["followup 1", "followup 2"]
        await pilot.press("slash", *"agenda", "enter")
        await pilot.pause()
        assert marked(app) == ["followup 1", "followup 2"]
        assert "2 marked" in screen_text(app)
        app.reread()
        await pilot.pause()
        assert marked(app) == ["followup 1", "followup 2"]


async def test_marks_of_what_is_gone_drop_out_also_under_a_filter(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "slash", *"draft", "enter", "space", "space", "x", "d")
        await settle(pilot)
        assert marked(app) == []
        assert "marked" not in screen_text(app)
        assert "2 follow-ups are done" in screen_lines(app)[-1]


async def test_space_is_a_blank_where_one_types(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "slash", *"draft the", "enter")
        await pilot.pause()
        assert marked(app) == []
        assert "/ draft the" in screen_text(app)
        await pilot.press("escape", "colon", *"grande m")
        await pilot.pause()
        assert isinstance(app.screen, PaletteModal)
        assert "grande m" in screen_text(app)


async def test_marking_does_nothing_in_a_menu(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "x", "space", "V")
        await pilot.pause()
        assert "marked" not in screen_text(app)
        await pilot.press("d")
        await settle(pilot)
        assert "F-2026-001 “Demo: ask for names of …” is done" in screen_lines(app)[-1]


async def test_lines_of_the_morning_view_can_be_marked_and_closed(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v", "t", "space", "space")
        await pilot.pause()
        assert len(marked(app)) == 2
        assert "2 marked" in screen_text(app)
        await pilot.press("x", "d")
        await settle(pilot)
        assert "2 follow-ups are done" in screen_lines(app)[-1]
        assert marked(app) == []
        await pilot.press("space", "escape")
        await pilot.pause()
        assert isinstance(app.screen, TodayScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, MainScreen)


async def test_outcomes_are_marked_in_the_actions_tab_of_a_record(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "j", "j", "enter", "4", "space", "space")
        await pilot.pause()
        assert [one.partition(" ")[0] for one in marked(app)] == ["action", "action"]
        assert "2 marked" in screen_text(app)
        await pilot.press("3")
        await pilot.pause()
        assert marked(app) == []  # what is out of sight is not acted on


async def test_d_deletes_all_marked_in_one_step_and_names_them(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        before = count(app.store, "followup")
        await pilot.press("3", "space", "space", "space", "d")
        await settle(pilot)
        said = screen_lines(app)[-1]
        assert said == " F-2026-001, F-2026-002 and F-2026-003 are in the trash · u brings them back"
        assert count(app.store, "followup") == before - 3
        await pilot.press("u")
        await settle(pilot)
        assert count(app.store, "followup") == before


async def test_marks_in_a_long_list_are_by_record_and_have_an_end(app: Bilat) -> None:
    with app.store.write("fill") as session:
        from tests.db.making import followup  # noqa: PLC0415 - SQLModel

        for number in range(600):
            followup(session, text=f"step {number}", due="2027-01-01")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "space", "G", "space", "g")
        await pilot.pause()
        assert "2 marked" in screen_text(app)
        assert line_with(app, "12 Nov").lstrip("│▌ ").startswith("•")
        await pilot.press("V")
        await pilot.pause()
        assert "500 lines are marked; that is the most." in screen_lines(app)[-1]
        assert "500 marked" in screen_text(app)


async def test_a_marked_pair_is_not_acted_on_and_says_so(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("space", "x")
        await pilot.pause()
        assert "none is selected" in screen_lines(app)[-1]
        await pilot.press("d")
        await settle(pilot)
        assert "cannot be deleted itself" in screen_lines(app)[-1]
        assert marked(app) == ["pair ES-MA"]


async def test_marks_of_another_timeline_are_not_acted_on(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "j", "j", "space", "1", "j", "4")
        await pilot.pause()
        assert marked(app) == []


async def test_marked_events_get_a_topic_together(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        before = count(app.store, "visit_topic") + count(app.store, "meeting_topic")
        await pilot.press("4", "space", "space", "t")
        await type_in(pilot, "cyb")
        assert "Tab completes" in screen_text(app)
        await pilot.press("tab", "enter")
        await settle(pilot)
        assert " now: M-2026-002 and M-2026-001 · u undoes" in screen_lines(app)[-1]
        assert count(app.store, "visit_topic") + count(app.store, "meeting_topic") == before + 2
        await pilot.press("u")
        await settle(pilot)
        assert count(app.store, "visit_topic") + count(app.store, "meeting_topic") == before
