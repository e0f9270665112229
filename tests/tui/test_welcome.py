"""The first run asks one question and creates nothing by itself."""

from __future__ import annotations

import pytest
from textual.events import Key

from tests.tui.reading import line_with, screen_lines, screen_text
from tui.config import Settings
from tui.screens.welcome import Country, Welcome, WelcomeApp, countries, found


@pytest.fixture
def welcome() -> WelcomeApp:
    return WelcomeApp(Settings(officer="officer"))


@pytest.fixture(scope="module")
def known() -> list[Country]:
    return countries()


async def test_it_asks_for_the_desk_and_names_the_two_keys(welcome: WelcomeApp) -> None:
    async with welcome.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        text = " ".join(screen_text(welcome).split())
        assert "Which country's desk is this?" in text
        assert "n for a visit or meeting in one line, r for the reading desk" in text
        assert "The demo" in text


async def test_a_name_and_enter_are_enough(welcome: WelcomeApp) -> None:
    async with welcome.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"moroc", "enter")
    assert welcome.return_value == Welcome(desk="MA", demo=False)


async def test_f2_is_the_demo(welcome: WelcomeApp) -> None:
    async with welcome.run_test(size=(80, 24)) as pilot:
        await pilot.press("f2")
    assert welcome.return_value == Welcome(desk="", demo=True)


async def test_the_demo_is_the_first_line(welcome: WelcomeApp) -> None:
    async with welcome.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
    assert welcome.return_value == Welcome(desk="", demo=True)


async def test_a_desk_can_be_left_open(welcome: WelcomeApp) -> None:
    async with welcome.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "enter")
    assert welcome.return_value == Welcome(desk="", demo=False)


@pytest.mark.parametrize("key", ["escape", "ctrl+q"])
async def test_leaving_answers_nothing(welcome: WelcomeApp, key: str) -> None:
    async with welcome.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"mo", key)
    assert welcome.return_value is None


async def test_q_is_a_letter_here(welcome: WelcomeApp) -> None:
    async with welcome.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"qat")
        await pilot.pause()
        assert "QA" in line_with(welcome, "Qatar")


async def test_a_country_that_does_not_exist_says_so(welcome: WelcomeApp) -> None:
    async with welcome.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"zzz")
        await pilot.pause()
        assert "Nothing is called “zzz”." in screen_text(welcome)
        await pilot.press("enter")
        assert welcome.return_value is None


async def test_it_fits_a_small_screen(welcome: WelcomeApp) -> None:
    async with welcome.run_test(size=(60, 20)) as pilot:
        await pilot.press(*"spa")
        await pilot.pause()
        assert "Which country's desk is this?" in " ".join(screen_text(welcome).split())
        assert line_with(welcome, "Spain").startswith("│▌")
        assert len(screen_lines(welcome)) == 20


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("morocco", "MA"),
        ("Maroc", "MA"),
        ("marruecos", "MA"),
        ("Marokko", "MA"),
        ("المغرب", "MA"),
        ("espana", "ES"),
        ("España", "ES"),
        ("Allemagne", "DE"),
        ("cote d'ivoire", "CI"),
        ("de", "DE"),
        ("österreich", "AT"),
        ("osterreich", "AT"),
    ],
)
def test_a_country_is_found_in_five_languages_with_or_without_accents(
    known: list[Country], words: str, code: str
) -> None:
    assert found(words, known)[0].choice.answer == code


def test_states_that_are_gone_have_no_desk(known: list[Country]) -> None:
    assert "DDDE" not in {country.choice.answer for country in known}
    assert len(known) > 190


@pytest.mark.parametrize("size", [(45, 14), (40, 12), (60, 14), (120, 12)])
async def test_on_a_small_screen_the_words_give_way_to_the_countries(
    welcome: WelcomeApp, size: tuple[int, int]
) -> None:
    async with welcome.run_test(size=size) as pilot:
        await pilot.pause()
        assert "type its name" in screen_text(welcome)
        for words in ("The demo", "No country", "Afghanistan"):
            assert line_with(welcome, words)
        await pilot.press(*"spa")
        await pilot.pause()
        assert "spa" in screen_lines(welcome)[-1 - welcome.query_one("#choices").size.height + 1 + 1]
        assert line_with(welcome, "Spain")


async def test_the_first_answer_is_final(welcome: WelcomeApp) -> None:
    async with welcome.run_test(size=(80, 24)):
        for key in (*"esp", "enter", *"jjj", "escape"):
            welcome.post_message(Key(key, key if len(key) == 1 else None))
    assert welcome.return_value == Welcome(desk="ES", demo=False)


async def test_the_question_too_asks_for_a_window_that_can_show_it(welcome: WelcomeApp) -> None:
    async with welcome.run_test(size=(39, 11)) as pilot:
        await pilot.pause()
        assert "40 columns and 12 lines" in " ".join(screen_text(welcome).split())
