"""The main screen: one selection leads to the next pane, from left to right."""

from __future__ import annotations

from db import queries
from tests.db.making import visit_entered
from tests.tui.entering import settle
from tests.tui.reading import line_with, screen_lines, screen_text, style_of
from tui.app import Bilat
from tui.screens.main import MainScreen
from tui.screens.record import RecordScreen


async def test_everything_is_there_before_a_key_is_pressed(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        top, text = screen_lines(app)[0], screen_text(app)
        assert "bilat  Morocco desk" in top
        assert "overdue" in top
        assert top.endswith("Sat 21 Nov")
        for words in ("1 Country pairs", "2 Officials", "3 Open follow-ups", "4 Timeline", "5 Morocco – "):
            assert words in text
        assert line_with(app, "? keys").startswith(" Enter open")


async def test_titles_say_how_many_and_what_about(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        pairs = queries.pairs(app.store, app.moment)
        first = pairs.rows(0, 1)[0]
        events = queries.timeline(app.store, first.key).count()
        assert f" {pairs.count()} ─╮" in line_with(app, "1 Country pairs")
        title = line_with(app, "4 Timeline")
        assert f"Timeline · {first.home_name} – {first.other_name} ─" in title
        assert title.endswith(f" {events} ─╮")


async def test_moving_in_a_list_changes_timeline_and_record(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j")
        await pilot.pause()
        second = queries.pairs(app.store, app.moment).rows(1, 2)[0]
        names = f"{second.home_name} – {second.other_name}"
        assert f"4 Timeline · {names}" in screen_text(app)
        assert f"5 {names}" in screen_text(app)


async def test_an_official_scopes_the_timeline_as_soon_as_the_pane_has_the_focus(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2")
        await pilot.pause()
        first = queries.officials(app.store).rows(0, 1)[0]
        given = first.name.partition(", ")[2]
        assert given in line_with(app, "4 Timeline")
        assert given in line_with(app, "╭─ 5 ")
        await pilot.press("1")
        await pilot.pause()
        assert "Morocco – " in line_with(app, "4 Timeline")


async def test_moving_in_the_timeline_shows_each_event(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4")
        await pilot.pause()
        seen = [line_with(app, "╭─ 5 ")]
        for _ in range(3):
            await pilot.press("j")
            await pilot.pause()
            seen.append(line_with(app, "╭─ 5 "))
        assert len({title.partition("╭─ 5 ")[2] for title in seen}) == 4
        await pilot.press("1")
        await pilot.pause()
        assert "5 Morocco – " in line_with(app, "╭─ 5 ")


async def test_meetings_hang_under_their_visit_and_say_what_kind_they_are(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        lines = screen_lines(app)
        at = next(number for number, line in enumerate(lines) if "├ plenary" in line)
        assert "28–29 Jan 2025    MA→ES" in lines[at - 1]
        assert "ES·MA" in lines[at]


async def test_a_visit_of_whom_nothing_is_known_yet_says_where_it_goes(app: Bilat) -> None:
    visit_entered(app.store, host="ES", date="2027-05", place="Sevilla", status="confirmed")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4")
        await settle(pilot)
        assert "MA→ES    confirmed Sevilla " in line_with(app, "Sevilla")


async def test_at_80_columns_one_can_read_who_travelled(app: Bilat) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "28–29 Jan 2025 MA→ES Hammouchi" in screen_text(app)


async def test_a_followup_is_named_by_what_it_is_about(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3")
        await pilot.pause()
        first = queries.followups(app.store, app.moment).rows(0, 1)[0]
        assert f"Timeline · {first.ref} {first.text[:20]}" in line_with(app, "4 Timeline")


async def test_the_pane_with_the_focus_glows_and_the_rest_recedes(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        pairs, officials = style_of(app, "Country pairs"), style_of(app, "Officials")
        assert pairs.bold
        assert not officials.bold
        await pilot.press("2")
        await pilot.pause()
        assert style_of(app, "Officials") == pairs
        assert style_of(app, "Country pairs") == officials


async def test_tab_goes_round_all_panes(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        seen = []
        for _ in range(5):
            await pilot.press("tab")
            seen.append(app.focused.id if app.focused else None)
        assert seen == ["officials", "followups", "timeline", "record", "pairs"]
        await pilot.press("shift+tab")
        assert app.focused
        assert app.focused.id == "record"


async def test_enter_opens_the_record_and_escape_comes_back_to_the_same_line(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "j", "j")
        await pilot.pause()
        before = screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, RecordScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert screen_text(app) == before


async def test_enter_in_the_record_opens_what_its_line_is_about(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("5")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, RecordScreen)
        assert app.screen.record_key.kind != "pair"


async def test_a_click_selects_and_gives_the_focus(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.click("#officials", offset=(5, 3))
        await pilot.pause()
        assert app.focused
        assert app.focused.id == "officials"
        second = queries.officials(app.store).rows(1, 2)[0]
        assert second.name.partition(", ")[2] in line_with(app, "4 Timeline")
        await pilot.double_click("#timeline", offset=(5, 3))
        await pilot.pause()
        assert isinstance(app.screen, RecordScreen)


async def test_all_pairs_are_a_key_away(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("A")
        await pilot.pause()
        everyone = queries.pairs(app.store, app.moment, everyone=True).count()
        title = line_with(app, "1 Country pairs")
        assert "1 Country pairs · all" in title
        assert f" {everyone} ─╮" in title
        await pilot.press("A")
        await pilot.pause()
        assert "· all" not in line_with(app, "1 Country pairs")


async def test_sorting_says_how_and_keeps_the_selected_line(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2", "j", "j")
        await pilot.pause()
        selected = next(line for line in screen_lines(app)[14:] if line.startswith("│▌"))
        assert "by name" in screen_text(app)
        await pilot.press("s")
        await pilot.pause()
        assert "by country" in screen_text(app)
        assert next(line for line in screen_lines(app)[14:] if line.startswith("│▌"))[:40] == selected[:40]


async def test_the_oldest_event_comes_first_when_asked(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "s", "g")
        await pilot.pause()
        assert "oldest first" in screen_text(app)
        first = queries.timeline(
            app.store, queries.pairs(app.store, app.moment).rows(0, 1)[0].key, sort="oldest"
        )
        assert queries_ref(app) == first.rows(0, 1)[0].key


def queries_ref(app: Bilat) -> object:
    assert isinstance(app.screen, MainScreen)
    return app.screen.selected
