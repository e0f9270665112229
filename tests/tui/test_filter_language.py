"""The language of filters on the screen: completed with Tab, refused in place, counted in the title, and named."""

from __future__ import annotations

import json
import tomllib
from functools import partial
from pathlib import Path

import pytest

from db import Store
from db.errors import BadInput
from tests.tui.entering import settle
from tests.tui.reading import line_with, screen_lines, screen_text, style_of
from tui.app import Bilat
from tui.cli import main
from tui.config import load_settings
from tui.filtering.saved import forget_filter, save_filter, saved_filters
from tui.paths import settings_file
from tui.screens import looking, whole
from tui.screens.calendar import CalendarScreen
from tui.screens.verify import VerifyScreen
from tui.settings_file import save_settings
from tui.shell.settings_check import wrong_with


@pytest.fixture(autouse=True)
def _a_home_of_its_own(home: Path) -> None:
    """Filters with names are kept in the settings of nobody."""
    assert settings_file().is_relative_to(home)


async def test_a_field_filters_and_the_title_counts(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "slash", *"is:planned")
        await pilot.pause()
        title = line_with(app, "4 Timeline")
        assert title.split()[-4:-1] == ["1", "of", "11"]
        assert "28–29 Jan 2025" not in screen_text(app)


async def test_what_tab_would_make_of_it_stands_faintly_behind_the_cursor(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "slash", *"is:pla")
        await pilot.pause()
        assert "/ is:pla▏nned  still to come" in screen_text(app)
        await pilot.press("tab")
        await pilot.pause()
        assert "/ is:planned▏" in screen_text(app)
        assert app.focused
        assert app.focused.id == "timeline"


async def test_tab_again_brings_the_next_one(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "slash", *"is:o", "tab")
        await pilot.pause()
        assert "/ is:overdue▏" in screen_text(app)
        await pilot.press("tab")
        await pilot.pause()
        assert "/ is:open▏" in screen_text(app)


async def test_a_name_is_completed_from_the_store(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "slash", *"@hamm", "tab")
        await pilot.pause()
        assert '/ @"Abdellatif Hammouchi"▏' in screen_text(app)
        assert "Laftit" not in line_with(app, "4 Timeline")


async def test_a_mistake_is_marked_in_its_place_and_says_why(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "slash", *"madrid is:xx from:2025")
        await pilot.pause()
        assert "/ madrid !is:xx from:2025▏" in screen_text(app)
        assert style_of(app, "!is:xx") != style_of(app, "madrid !")
        assert "is: does not take “xx” here, but " in screen_lines(app)[-1]
        await pilot.press("enter")
        await pilot.pause()
        assert "/ madrid !is:xx▏ from:2025" in screen_text(app)  # it stays open, the cursor at the mistake
        await pilot.press(*["backspace"] * 2, *"held", "enter")
        await pilot.pause()
        assert "/ madrid is:held from:2025 ─" in screen_text(app)


async def test_half_a_word_is_no_mistake(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        everyone = line_with(app, "4 Timeline").split()[-2]
        await pilot.press("4", "slash", *"is:")
        await pilot.pause()
        assert "!is" not in screen_text(app)
        assert f"{everyone} of {everyone}" in line_with(app, "4 Timeline")


async def test_what_says_nothing_of_a_list_says_so(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("1", "slash", *"ball:us ")
        await pilot.pause()
        assert "ball: says nothing of country pairs" in screen_lines(app)[-1]
        await pilot.press(*["backspace"] * 8)
        await pilot.pause()
        assert "says nothing" not in screen_lines(app)[-1]


async def test_whose_turn_it_is_filters_the_follow_ups(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "slash", *"ball:them", "enter")
        await pilot.pause()
        lines = screen_lines(app)
        top = next(at for at, line in enumerate(lines) if "3 Open follow-ups" in line)
        shown = [line for line in lines[top:] if "Demo" in line[:40]]
        assert shown
        assert all("◀" in line[:44] for line in shown)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_the_filter_fits_on_a_small_screen(app: Bilat, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press("3", "slash", *"is:ov")
        await pilot.pause()
        assert "/ is:ov▏erdue" in screen_text(app)
        assert all(len(line) <= size[0] for line in screen_lines(app))


async def test_a_filter_gets_a_name_and_comes_back_by_its_number(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "slash", *"is:planned", "ctrl+s")
        await pilot.pause()
        assert "Name this filter" in screen_text(app)
        await pilot.press(*"to come", "enter")
        await settle(pilot)
        assert "The filter is called to come; F5 brings it back." in screen_lines(app)[-1]
        assert dict(saved_filters()) == {"to come": "is:planned"}
        assert "/ is:planned ─" in screen_text(app)
        await pilot.press("escape", "f5")
        await pilot.pause()
        assert "1  to come  is:planned" in screen_text(app)
        await pilot.press("1")
        await pilot.pause()
        assert "/ is:planned ─" in screen_text(app)
        assert " of " in line_with(app, "4 Timeline")


@pytest.mark.parametrize("key", ["tab", "down"])
async def test_an_empty_filter_lists_those_that_have_a_name(app: Bilat, key: str) -> None:
    save_filter("late", "is:overdue")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "slash", key)
        await pilot.pause()
        assert "1  late  is:overdue" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "/ is:overdue ─" in screen_text(app)


async def test_a_name_is_taken_away_again(app: Bilat) -> None:
    save_filter("late", "is:overdue")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "apostrophe", "x", "1")
        await pilot.pause()
        assert "No filter is called late any more." in screen_lines(app)[-1]
        assert not saved_filters()
        await pilot.press("f5")
        await pilot.pause()
        assert "No filter has a name yet" in screen_lines(app)[-1]


async def test_the_whole_list_of_a_section_is_filtered_and_sorted(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        app.push_screen(whole.WholeScreen("quiet"))
        await pilot.pause()
        assert "MA" not in screen_lines(app)[-2]
        await pilot.press("s")
        await pilot.pause()
        assert "latest contact first" in screen_text(app)
        await pilot.press("slash", *"country:US", "enter")
        await pilot.pause()
        assert "1 of " in screen_lines(app)[0]
        assert "United States" in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert " of " not in screen_lines(app)[0]


async def test_a_long_section_is_looked_through_beside_the_keys(
    app: Bilat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "IN_ONE_FRAME", 0)
    async with app.run_test(size=(120, 40)) as pilot:
        app.push_screen(whole.WholeScreen("quiet"))
        await settle(pilot)
        await pilot.press("slash", *"country:US", "enter")
        await settle(pilot)
        assert "1 of " in screen_lines(app)[0]
        await pilot.press("escape")
        await settle(pilot)
        assert " of " not in screen_lines(app)[0]


async def test_what_is_to_be_verified_is_filtered_by_what_it_is_about(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        app.push_screen(VerifyScreen())
        await settle(pilot)
        everything = screen_text(app)
        await pilot.press("slash", *"kind:visit country:QA", "enter")
        await settle(pilot)
        assert "A-2022-005" in screen_text(app)
        assert "V-2022-004" not in screen_text(app)
        await pilot.press("escape", "slash", *"xyzzy", "enter")
        await settle(pilot)
        assert "Nothing matches “xyzzy”" in screen_text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert screen_text(app) == everything


async def test_the_calendar_keeps_what_is_asked_for(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        app.push_screen(CalendarScreen())
        await pilot.pause()
        await pilot.press("f3", *"ball:them", "enter")
        await pilot.pause()
        assert " of " in line_with(app, "Agenda")
        shown = screen_text(app)
        assert "▶" not in shown
        await pilot.press("escape")
        await pilot.pause()
        assert " of " not in line_with(app, "Agenda")
        assert "▶" in screen_text(app)


def test_naming_a_filter_keeps_every_comment_and_setting() -> None:
    path = settings_file()
    path.parent.mkdir(parents=True)
    path.write_text('# mine\ndesk = "MA"  # Rabat\n\n[filters]  # by hand\nlate = "is:overdue"\n# the end\n')
    assert save_filter("Spain", 'pair:MA-ES -"joint team"')
    assert not save_filter("late", "is:overdue is:mine")
    save_settings(desk="ES")
    text = path.read_text()
    assert text.startswith('# mine\ndesk = "ES"  # Rabat\n')
    assert "[filters]  # by hand\n" in text
    assert "# the end\n" in text
    assert load_settings().desk == "ES"
    assert dict(saved_filters()) == {"late": "is:overdue is:mine", "Spain": 'pair:MA-ES -"joint team"'}
    forget_filter("late")
    assert tomllib.loads(path.read_text())["filters"] == {"Spain": 'pair:MA-ES -"joint team"'}


def test_a_filter_may_be_called_like_a_setting() -> None:
    save_filter("desk", "is:open")
    save_settings(desk="MA")
    assert load_settings().desk == "MA"
    assert dict(saved_filters()) == {"desk": "is:open"}
    assert "# officer =" in settings_file().read_text()


@pytest.mark.parametrize(
    "bomb",
    [
        "x = " + "[" * 100_000,
        "x = " + "9" * 100_000,
        "x" + ".x" * 50_000 + " = 1",
        "filters" + ".x" * 50_000 + " = 1",
    ],
    ids=["brackets", "digits", "dots", "dots within"],
)
def test_a_file_of_settings_that_would_choke_the_program_is_refused_in_a_sentence(bomb: str) -> None:
    path = settings_file()
    path.parent.mkdir(parents=True)
    path.write_text(f"{bomb}\n")
    for read in (
        saved_filters,
        load_settings,
        partial(save_filter, "late", "is:overdue"),
        partial(save_settings, desk="MA"),
    ):
        with pytest.raises(BadInput, match=path.name):
            read()
    assert [wrong.sentence for wrong in wrong_with(path, {})] != []
    assert path.read_text() == f"{bomb}\n"


def test_names_in_filters_are_looked_up_where_a_store_is_at_hand(
    demo_store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = settings_file()
    path.parent.mkdir(parents=True)
    path.write_text(
        '[filters]\nright = "@Hammouchi #ct pair:MA-ES"\n'
        'wrong = "is:open @Nobodyatall #nothing country:QQ pair:MA-QQ"\n'
    )
    check = ["config", "check", "--json", "--store"]
    assert main([*check, str(demo_store.path)]) == BadInput.exit_code
    found = [one["sentence"] for one in json.loads(capsys.readouterr().out)]
    assert all(sentence.startswith(f"{path}, line 3: the filter wrong, character") for sentence in found)
    for place, words in zip(found, ("@Nobodyatall", "#nothing", "country:QQ", "pair:MA-QQ"), strict=True):
        assert f"“{words}”" in place
    assert main([*check, str(tmp_path / "not there.db")]) == 0


@pytest.mark.parametrize("name", ["", "  ", "x" * 41, "a\x00b"])
def test_a_name_is_a_few_words(name: str) -> None:
    with pytest.raises(BadInput):
        save_filter(name, "is:open")
    assert not settings_file().exists()


def test_a_section_that_is_written_wrong_is_left_alone() -> None:
    path = settings_file()
    path.parent.mkdir(parents=True)
    path.write_text("[filters]\nlate = 3\n")
    with pytest.raises(BadInput, match=r"\[filters\]"):
        save_filter("late", "is:open")
    assert path.read_text() == "[filters]\nlate = 3\n"
