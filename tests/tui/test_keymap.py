"""Keys of the officer's own: every place that shows a key shows the chosen one, and nobody is locked out."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

import tui
from db import Store
from tests.tui.entering import settle
from tests.tui.reading import line_with, screen_lines, screen_text
from tui.actions import ACTIONS
from tui.app import Bilat
from tui.config import Settings
from tui.filtering.saved import forget_filter, saved_filters
from tui.key_names import key_name
from tui.keymap import ALWAYS, Keymap, load_keymap
from tui.keys import bindings, choose_keys, find_action, keyed, pressed
from tui.modals.help import HelpModal
from tui.modals.palette import PaletteModal
from tui.paths import settings_file
from tui.run import make_app
from tui.screens.brief import BriefScreen
from tui.screens.main import MainScreen
from tui.screens.record import RecordScreen
from tui.shell.keys import keys as keys_word
from tui.shell.settings import config
from tui.tutorial.running import begin


@pytest.fixture(autouse=True)
def _keys_as_before() -> Iterator[None]:
    yield
    choose_keys({})


@pytest.fixture
def file(home: Path) -> Path:
    path = settings_file()
    assert home in path.parents
    path.parent.mkdir(parents=True, mode=0o700, exist_ok=True)
    return path


def loaded(file: Path, text: str, environ: dict[str, str] | None = None) -> Keymap:
    file.write_text(f"[keys]\n{text}\n", "utf-8")
    return load_keymap(file, environ or {})


def with_keys(store: Store, clock: Callable[[], date], file: Path, text: str) -> Bilat:
    settings = Settings(desk="MA", officer="officer")
    return Bilat(store, settings=settings, clock=clock, keymap=loaded(file, text))


# --- pressing ---


async def test_an_action_answers_to_its_own_key_and_no_longer_to_the_tables(
    demo_store: Store, clock: Callable[[], date], file: Path
) -> None:
    app = with_keys(demo_store, clock, file, 'brief = ["B", "f8"]')
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("b")
        assert isinstance(app.screen, MainScreen)
        await pilot.press("B")
        assert isinstance(app.screen, BriefScreen)
        await pilot.press("escape", "f8")
        assert isinstance(app.screen, BriefScreen)


async def test_two_actions_change_their_keys(
    demo_store: Store, clock: Callable[[], date], file: Path
) -> None:
    app = with_keys(demo_store, clock, file, 'brief = "e"\nedit = "b"')
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("e")
        assert isinstance(app.screen, BriefScreen)


async def test_moving_has_other_keys_and_so_has_a_record(
    demo_store: Store, clock: Callable[[], date], file: Path
) -> None:
    app = with_keys(demo_store, clock, file, 'move.down = "L"\n"record.back" = "Q"\nopen = "ctrl+o"')
    async with app.run_test(size=(120, 40)) as pilot:
        first = getattr(app.screen, "selected", None)
        await pilot.press("j")
        assert getattr(app.screen, "selected", None) == first
        await pilot.press("L")
        assert getattr(app.screen, "selected", None) != first
        await pilot.press("ctrl+o")
        assert isinstance(app.screen, RecordScreen)
        await pilot.press("escape")
        assert isinstance(app.screen, RecordScreen)
        await pilot.press("Q")
        assert len(app.screen_stack) == 1


async def test_the_bottom_line_the_help_and_the_palette_show_the_chosen_keys(
    demo_store: Store, clock: Callable[[], date], file: Path
) -> None:
    app = with_keys(demo_store, clock, file, 'enter = "="\nhelp = "f4"\nbrief = "B"')
    async with app.run_test(size=(120, 40)) as pilot:
        bottom = screen_lines(app)[-1]
        assert "= new" in bottom
        assert "F4 keys" in bottom
        await pilot.press("f4")
        assert isinstance(app.screen, HelpModal)
        await pilot.press(*"page")
        await settle(pilot)
        assert " B " in line_with(app, "the page to take into a meeting")
        await pilot.press("escape", "ctrl+p", *"brief")
        assert isinstance(app.screen, PaletteModal)
        await settle(pilot)
        assert " B " in line_with(app, "command")


async def test_a_sentence_names_the_chosen_key(
    demo_store: Store, clock: Callable[[], date], file: Path
) -> None:
    app = with_keys(demo_store, clock, file, 'help = "f4"\nundo = "Z"')
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("J")
        assert "J does nothing here; F4 shows the keys" in screen_lines(app)[-1]
        await pilot.press("3", "x")
        await pilot.press("d")
        await pilot.pause()
        assert "Z undoes" in screen_text(app)


async def test_texts_on_the_screen_name_the_chosen_keys(
    empty_store: Store, clock: Callable[[], date], file: Path
) -> None:
    app = with_keys(empty_store, clock, file, 'enter = "="\n"calendar.go" = "&"\n"calendar.before" = "B"')
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert "= enters one: MA>ES" in screen_text(app)
        await pilot.press("v", "m")
        await settle(pilot)
        assert "B l a day   j k a week" in screen_text(app)
        await pilot.press("tab")
        await settle(pilot)
        assert "= enters something, & goes elsewhere" in screen_text(app)


async def test_the_tutorial_asks_for_the_chosen_keys(
    demo_store: Store, clock: Callable[[], date], file: Path
) -> None:
    app = with_keys(demo_store, clock, file, 'move.down = "L"')
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        begin(app)
        await settle(pilot)
        assert "Press L to go to the next country pair" in screen_text(app)


@pytest.mark.parametrize("action_id", [action.id for action in ACTIONS])
def test_a_sentence_may_name_any_action(action_id: str) -> None:
    assert keyed(f"{{{action_id}}} does it") == f"{pressed(action_id)} does it"


def test_every_action_that_a_text_names_exists() -> None:
    known = {action.id for action in ACTIONS}
    folder = Path(tui.__file__).parent
    named = [
        (file.name, found)
        for file in folder.rglob("*.py")
        for text in [file.read_text("utf-8")]
        for found in (
            *re.findall(r"\bpressed\([\"']([a-z_.0-9]+)[\"']\)", text),
            *(
                name
                for said in re.findall(r"\bkeyed\([\"']([^\"']+)", text)
                for name in re.findall(r"{([^}]+)}", said)
            ),
        )
    ]
    assert named
    assert [one for one in named if one[1] not in known] == []


@pytest.mark.parametrize(("action", "key"), ALWAYS.items())
async def test_help_and_the_way_out_are_never_lost(
    demo_store: Store, clock: Callable[[], date], file: Path, action: str, key: str
) -> None:
    app = with_keys(demo_store, clock, file, f'{action} = "W"\nbrief = "{key}"\nedit = "q"')
    assert find_action(action).keys == ("W", key)
    assert f"{key_name(key)} always belongs to {action}" in app.keymap.sentence()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(key)
        if action == "help":
            assert isinstance(app.screen, HelpModal)
        else:
            assert app.return_code == 0


async def test_with_a_conflict_the_dashboard_opens_and_names_both_owners(
    demo_store: Store, file: Path
) -> None:
    loaded(file, 'brief = "e"')
    app = make_app(demo_store, Settings(desk="MA", officer="officer"), is_demo=False)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        said = screen_lines(app)[-1]
        assert "The key e has two owners: brief (brief) and edit (edit); it keeps its own." in said
        await pilot.press("b")
        assert isinstance(app.screen, BriefScreen)


async def test_the_next_dashboard_has_the_keys_of_the_table_again(
    demo_store: Store, clock: Callable[[], date], file: Path
) -> None:
    with_keys(demo_store, clock, file, 'brief = "B"')
    app = Bilat(demo_store, settings=Settings(desk="MA", officer="officer"), clock=clock)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("b")
        assert isinstance(app.screen, BriefScreen)


# --- what is refused ---


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('breif = "B"', 'There is no action "breif"; did you mean "brief"'),
        ('brief = "ctrl+i"', "A terminal sends Ctrl+I as Tab"),
        ('brief = "ctrl+h"', "A terminal sends Ctrl+H as Backspace"),
        ('brief = "alt+b"', 'No terminal is sure to send "alt+b"'),
        ('brief = "ctrl+enter"', 'No terminal is sure to send "ctrl+enter"'),
        ('brief = "f13"', 'No terminal is sure to send "f13"'),
        ('brief = "ctrl+c"', "Ctrl+C is for copying"),
        ("brief = []", "needs a key in quotes"),
        ("brief = 3", "needs a key in quotes"),
        ('brief = "j"', "The key j has two owners: brief (brief) and move.down (down)"),
        ('"calendar.go" = "o"', "two owners: calendar.go (go to) and view.origin (origin)"),
        ('brief = "B"\nedit = "B"', "The key B has two owners: edit (edit) and brief (brief)"),
    ],
)
def test_a_key_that_cannot_be_is_refused_with_a_sentence(file: Path, line: str, words: str) -> None:
    keymap = loaded(file, line)
    assert words in keymap.sentence()
    assert set(keymap.keys) <= {"brief"}


def test_the_key_of_one_that_stays_is_not_given_away(file: Path) -> None:
    """Edit may have b only while brief leaves it; brief's new key is refused, so both stay."""
    keymap = loaded(file, 'edit = "b"\nbrief = "j"')
    assert keymap.keys == {}
    assert len(keymap.wrong) == 2


@pytest.mark.parametrize(
    ("written", "key"),
    [("/", "slash"), ("Esc", "escape"), ("PgDn", "pagedown"), ("F8", "f8"), ("Ctrl+B", "ctrl+b"), ("é", "é"),
     ("$", "dollar_sign"), ("\\\\", "backslash"), ("_", "underscore"), (" ", "space")],
)  # fmt: skip
def test_a_key_is_written_as_it_is_printed_on_the_keyboard(file: Path, written: str, key: str) -> None:
    keymap = loaded(file, f'"agenda.note" = "{written}"\nfilter = "f3"')
    assert keymap.keys.get("agenda.note") == (key,) or "two owners" in keymap.sentence()
    assert "terminal" not in keymap.sentence()


def test_every_key_of_the_table_could_be_written_in_the_file(file: Path) -> None:
    lines = [
        f'"{one.id}" = {json.dumps([key_name(key) for key in one.keys], ensure_ascii=False)}'
        for one in ACTIONS
    ]
    keymap = loaded(file, "\n".join(lines))
    assert keymap.wrong == ()
    assert keymap.keys == {one.id: one.keys for one in ACTIONS}


def test_the_check_tells_file_line_and_both_owners(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text(
        'desk = "MA"\n[filters]\nlate = 3\nedit = "is:open"\n[keys]\n# mine\nedit = "b"\nbrif = "B"\n'
    )
    assert config(["check"]) == 2
    first, second, third = capsys.readouterr().out.splitlines()
    assert first == f'{file}, line 8: There is no action "brif"; did you mean "brief"?'
    assert second == f"{file}, line 7: The key b has two owners: edit (edit) and brief (brief)."
    assert third == f'{file}, line 3: The filter late needs a text in quotes, such as "is:overdue".'


def test_keys_and_filters_come_from_the_environment_too(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    keymap = loaded(file, 'brief = "B"', {"BILAT_KEYS": 'brief = "f8", "pane.1" = "f7"'})
    assert keymap.keys == {"brief": ("f8",), "pane.1": ("f7",)}
    monkeypatch.setenv("BILAT_FILTERS", 'late = "is:overdue"')
    assert saved_filters() == {"late": "is:overdue"}
    with pytest.raises(Exception, match="given by BILAT_FILTERS"):
        forget_filter("late")
    monkeypatch.setenv("BILAT_KEYS", 'brief = "j"')
    assert config(["check"]) == 2
    assert "BILAT_KEYS: The key j has two owners" in capsys.readouterr().out


def test_the_list_of_keys_is_that_of_the_officer(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text('[keys]\nbrief = "B"\n')
    assert keys_word(["page", "into", "meeting"]) == 0
    told = capsys.readouterr().out
    assert "  B  the page to take" in told
    assert "[brief]" in told


def test_what_a_class_binds_is_the_table() -> None:
    choose_keys({"brief": ("B",)})
    assert next(one for one in bindings("everywhere") if one.id == "brief").key == "b"
