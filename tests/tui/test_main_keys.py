"""One table of keys: every key does what the table says, and says why when it cannot."""

from __future__ import annotations

import pytest

from tests.tui.reading import line_with, screen_lines, screen_text, style_of
from tui.actions import ACTIONS
from tui.app import Bilat
from tui.config import Settings
from tui.glyphs import glyphs
from tui.importing.screen import ImportScreen
from tui.keys import find_action
from tui.modals.help import HelpModal
from tui.modals.palette import PaletteModal
from tui.modals.theme import ThemeModal
from tui.modals.views import ViewsModal
from tui.reaching import offered
from tui.reading_desk.screen import DeskScreen
from tui.screens.agenda import AgendaScreen
from tui.screens.brief import BriefScreen
from tui.screens.calendar import CalendarScreen
from tui.screens.changes import ChangesScreen
from tui.screens.main import MainScreen
from tui.screens.record import RecordScreen
from tui.screens.vacant import VacantScreen
from tui.screens.verify import VerifyScreen
from tui.screens.view import ViewScreen
from tui.screens.whole import WholeScreen
from tui.widgets.pane import Pane

OWNERS = {
    "agenda": AgendaScreen,
    "brief": BriefScreen,
    "list": Pane,
    "main": MainScreen,
    "record": RecordScreen,
    "changes": ChangesScreen,
    "vacant": VacantScreen,
    "view": ViewScreen,
    "calendar": CalendarScreen,
    "whole": WholeScreen,
    "verify": VerifyScreen,
    "reading": DeskScreen,
    "importing": ImportScreen,
    "everywhere": Bilat,
}


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_action_of_the_table_exists(action: object) -> None:
    owner = OWNERS[action.where]  # type: ignore[attr-defined]
    assert hasattr(owner, f"action_{action.method}")  # type: ignore[attr-defined]


def test_no_two_actions_of_one_place_share_a_key() -> None:
    for places in (
        {"main"},
        {"record"},
        {"view"},
        {"changes", "view"},
        {"vacant", "view"},
        {"brief"},
        {"calendar", "view"},
        {"whole", "view"},
        {"verify", "view"},
    ):
        works = (action for action in ACTIONS if action.where in {*places, "list", "everywhere"})
        keys = [key for action in works for key in action.keys]
        assert len(keys) == len(set(keys)), places


def test_only_keys_that_every_terminal_sends_are_used() -> None:
    never = {
        "ctrl+h",
        "ctrl+i",
        "ctrl+m",
        "ctrl+j",
        "ctrl+enter",
        "left_square_bracket",
        "right_square_bracket",
    }
    for action in ACTIONS:
        assert not never & set(action.keys)
        assert not any(key.startswith("alt+") for key in action.keys)


@pytest.mark.parametrize(
    ("key", "opens"),
    [
        ("question_mark", HelpModal),
        ("f1", HelpModal),
        ("ctrl+p", PaletteModal),
        ("colon", PaletteModal),
        ("v", ViewsModal),
        ("f2", ThemeModal),
    ],
)
async def test_a_key_opens_its_modal_and_escape_closes_it(app: Bilat, key: str, opens: type) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        before = screen_text(app)
        await pilot.press(key)
        await pilot.pause()
        assert isinstance(app.screen, opens)
        await pilot.press("escape")
        await pilot.pause()
        assert screen_text(app) == before


async def test_the_help_runs_what_is_chosen(app: Bilat) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("question_mark", *"go to the timeline", "enter")
        await pilot.pause()
        assert app.focused
        assert app.focused.id == "timeline"


async def test_the_help_knows_what_works_in_front(app: Bilat) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        found = {action.id for action in offered(app)}
        assert {"move.down", "filter", "help", "quit"} <= found
        assert not any(action.startswith(("record.", "view.")) for action in found)


async def test_the_footer_shows_only_what_works_in_the_pane(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "A all pairs" in screen_lines(app)[-1]
        assert "origin" not in screen_lines(app)[-1]
        await pilot.press("4")
        await pilot.pause()
        assert "A all pairs" not in screen_lines(app)[-1]
        assert "o origin" in screen_lines(app)[-1]
        await pilot.press("5")
        await pilot.pause()
        assert "/ filter" not in screen_lines(app)[-1]
        assert "s sort" not in screen_lines(app)[-1]


async def test_a_click_on_the_footer_presses_the_key(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        at = screen_lines(app)[-1].index("? keys")
        await pilot.click("#footer", offset=(at, 0))
        await pilot.pause()
        assert isinstance(app.screen, HelpModal)


async def test_a_key_that_cannot_work_here_says_why(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("5", "s")
        await pilot.pause()
        assert "no order to change" in screen_lines(app)[-1]


async def test_keys_can_be_given_another_place(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        app.set_keymap({"pane.4": "t", "move.down": "n"})
        await pilot.press("t")
        await pilot.pause()
        assert app.focused
        assert app.focused.id == "timeline"


async def test_q_leaves_the_program(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("q")
        await pilot.pause()
        assert not app.is_running


async def test_escape_leads_back_to_the_lists(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2", "4", "5", "escape")
        assert app.focused
        assert app.focused.id == "timeline"
        await pilot.press("escape")
        assert app.focused.id == "officials"
        await pilot.press("escape")
        assert app.focused.id == "officials"


async def test_a_sentence_at_the_bottom_is_plain_text(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        app.say("Saved [/MFA] \x1b]0;x\x07 [bold]x")
        await pilot.pause()
        assert screen_lines(app)[-1] == " Saved [/MFA] ␛]0;x␇ [bold]x"


@pytest.mark.parametrize(
    "theme", ["bilat", "bilat-light", "nord", "solarized-light", "ansi-dark", "ansi-light"]
)
async def test_the_selection_stands_out_in_every_theme(app: Bilat, theme: str) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        app.theme = theme
        await pilot.pause()
        chosen, other = style_of(app, "ES – MA"), style_of(app, "DE – MA")
        assert (chosen.bgcolor, chosen.reverse) != (other.bgcolor, other.reverse)
        assert line_with(app, "ES – MA").startswith("│▌")


async def test_all_themes_of_textual_draw(app: Bilat) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        for theme in app.available_themes:
            app.theme = theme
            await pilot.pause()
            assert "1 Country pairs" in screen_text(app)


async def test_ascii_draws_with_ascii_only(demo_store: object, clock: object) -> None:
    app = Bilat(demo_store, settings=Settings(desk="MA", ascii=True), clock=clock, demo=True)  # type: ignore[arg-type]
    async with app.run_test(size=(120, 40)) as pilot:
        for key in ("2", "3", "4", "j", "slash", "é", "escape", "5"):
            await pilot.press(key)
            await pilot.pause()
            assert screen_text(app).isascii()
        assert "demo" in screen_lines(app)[0]


@pytest.fixture(autouse=True)
def unicode_again() -> object:
    yield
    glyphs.choose(ascii_only=False)


def test_a_key_is_named_as_on_the_keyboard() -> None:
    assert [
        find_action(name).shown for name in ("help", "palette", "filter", "move.last", "everyone", "theme")
    ] == [
        "?",
        "Ctrl+P",
        "/",
        "G",
        "A",
        "F2",
    ]


async def test_a_letter_that_does_nothing_says_so(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("Z")
        await pilot.pause()
        assert "Z does nothing here; ? shows the keys that work." in screen_text(app)
        await pilot.press("slash", "Z")
        await pilot.pause()
        assert "/ Z" in screen_text(app)


async def test_the_help_opens_wherever_one_is(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        for view in ("t", "w", "p", "c", "v"):
            await pilot.press("v", view, "question_mark", *"leave")
            await pilot.pause()
            assert isinstance(app.screen, HelpModal)
            assert "q Ctrl+Q" in line_with(app, "leave the program; everything is saved")
            await pilot.press("escape", "escape")


async def test_a_letter_of_another_screen_says_that_it_does_nothing_here(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2", "enter")
        await pilot.pause()
        await pilot.press("A")
        await pilot.pause()
        assert "A does nothing here; ? shows the keys that work." in screen_lines(app)[-1]
