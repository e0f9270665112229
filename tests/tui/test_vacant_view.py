"""The view of posts for which nobody is named now."""

from __future__ import annotations

import pytest

from db import Store
from tests.tui.entering import settle, type_in
from tests.tui.reading import line_with, screen_lines, screen_text
from tui.app import Bilat
from tui.screens import looking
from tui.screens.vacant import VacantScreen

SIZES = [(120, 40), (80, 24), (60, 20)]


@pytest.mark.parametrize("size", SIZES)
async def test_v_p_shows_the_posts_without_a_holder(app: Bilat, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press("v", "p")
        await pilot.pause()
        assert isinstance(app.screen, VacantScreen)
        lines = screen_lines(app)
        assert "Posts without a holder" in lines[0]
        assert all(len(line) <= size[0] for line in lines)
        assert "ES" in line_with(app, "Commissioner")
        assert "H names the holder" in screen_text(app)


async def test_enter_opens_the_post_and_esc_comes_back(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v", "p", "j", "enter")
        await settle(pilot)
        assert "6 History" in screen_text(app)
        assert "Immigration and Borders" in screen_lines(app)[1]
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, VacantScreen)


async def test_a_post_that_gets_its_holder_leaves_the_view(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v", "p", "H")
        await pilot.pause()
        await type_in(pilot, "Luis Gil")
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, VacantScreen)
        assert "Commissioner General for Intelligence" not in "\n".join(screen_lines(app)[:10])
        assert "Luis Gil holds it · named in 1 past event (inferred)" in screen_text(app)


async def test_its_lines_are_marked_and_the_footer_offers_nothing_about_follow_ups(app: Bilat) -> None:
    async with app.run_test(size=(200, 40)) as pilot:
        await pilot.press("v", "p")
        await pilot.pause()
        assert not {"x done", "f log", "z snooze", "w turn"} & set(screen_lines(app)[-1].split("   "))
        await pilot.press("space")
        await pilot.pause()
        assert "1 marked" in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "1 marked" not in screen_text(app)
        assert isinstance(app.screen, VacantScreen)


async def test_a_store_without_posts_says_that_all_is_well(empty_store: Store, app: Bilat) -> None:
    bare = Bilat(empty_store, settings=app.settings, clock=app.today)
    async with bare.run_test(size=(80, 24)) as pilot:
        bare.push_screen(VacantScreen())
        await pilot.pause()
        assert "Every post has a holder who is named." in screen_text(bare)


async def test_the_posts_without_a_holder_are_filtered_and_the_footer_names_their_keys(app: Bilat) -> None:
    async with app.run_test(size=(160, 40)) as pilot:
        await pilot.press("v", "p")
        await pilot.pause()
        footer = screen_lines(app)[-1]
        assert all(words in footer for words in ("/ filter", "H holder", "S successor"))
        before = len([line for line in screen_lines(app) if " ES " in line or " DE " in line])
        await pilot.press("slash")
        await type_in(pilot, "immig")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "Immigration" in screen_text(app)
        assert len([line for line in screen_lines(app) if " ES " in line or " DE " in line]) == 1 < before
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, VacantScreen)
        assert "Commissioner" in screen_text(app)
        await pilot.press("slash")
        await type_in(pilot, "zzz")
        await settle(pilot)
        assert "Nothing matches “zzz”" in screen_text(app)


async def test_a_post_on_the_whole_screen_names_the_keys_of_posts(app: Bilat) -> None:
    async with app.run_test(size=(160, 40)) as pilot:
        await pilot.press("v", "p", "enter")
        await settle(pilot)
        footer = screen_lines(app)[-1]
        assert all(words in footer for words in ("H holder", "S successor", "/ held on"))


async def test_the_filter_of_posts_asks_where_they_were_met_and_counts_them(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v", "p", "slash")
        await type_in(pilot, "country:DE")
        await pilot.press("enter")
        await settle(pilot)
        lines = [line for line in screen_lines(app)[2:] if " ES " in line or " DE " in line]
        assert lines
        assert all(" DE " in line for line in lines)
        assert f"{len(lines)} of " in screen_lines(app)[0]
        assert "/ country:DE" in screen_text(app)


async def test_in_a_large_store_posts_are_looked_for_beside_the_keys(
    app: Bilat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "IN_ONE_FRAME", 0)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v", "p", "slash", *"zzz")
        await settle(pilot)
        assert "Nothing matches “zzz”" in screen_text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert "Commissioner" in screen_text(app)
        assert " of " not in screen_lines(app)[0]


async def test_where_there_are_more_posts_than_are_looked_for_it_says_so(
    app: Bilat, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("db.queries.posts", "tui.screens.vacant"):
        monkeypatch.setattr(f"{module}.VACANT_AT_MOST", 2)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v", "p")
        await settle(pilot)
        assert "2+" in screen_lines(app)[0]
        await pilot.press("slash")
        await type_in(pilot, "intelligence")
        await settle(pilot)
        assert "1 of 2+" in screen_lines(app)[0]
