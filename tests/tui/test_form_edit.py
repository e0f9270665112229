"""Editing a record in its form, with the keys of a person and a look at what came of it."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from db import Store, queries
from db.commands.edit import save
from db.forms.fields import FIELDS
from db.rows import Key, Kind
from tests.tui.entering import paste, settle, type_in, value
from tests.tui.reading import line_with, screen_lines, screen_text
from tests.tui.test_modals_records import key_of
from tui.app import Bilat
from tui.forms import opening
from tui.forms.form import Form
from tui.forms.modal import FormModal
from tui.forms.stale import StaleModal
from tui.modals.asking import AskingModal
from tui.screens.record import RecordScreen

SIZES = [(120, 40), (80, 24), (60, 20)]


def form(app: Bilat) -> Form:
    assert isinstance(app.screen, FormModal), app.screen
    return app.screen._form


async def opened(app: Bilat, pilot: Pilot[int], ref: str = "V-2025-001", kind: str = "visit") -> Form:
    """Press e on a record that is open on the whole screen."""
    app.open_record(key_of(app, kind, ref))
    await pilot.pause()
    await pilot.press("e")
    await pilot.pause()
    return form(app)


async def go_to(pilot: Pilot[int], name: str) -> None:
    """Tab until the cursor is in a field."""
    app = pilot.app
    assert isinstance(app, Bilat)
    for _ in range(20):
        if form(app).box.field.name == name:
            return
        await pilot.press("tab")
    raise AssertionError(f"there is no field {name}")


async def test_e_opens_the_form_of_the_selected_record(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "j", "j", "e")
        await pilot.pause()
        assert "Edit visit · V-2025-001" in screen_text(app)
        assert "Tue 28 – Wed 29 Jan 2025 (22 months ago)" in screen_text(app)


async def test_a_changed_field_is_saved_and_the_footer_says_what_changed(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot)
        await go_to(pilot, "place")
        await pilot.press("ctrl+u")
        await type_in(pilot, "Sevilla")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, RecordScreen)
        assert "V-2025-001: place Madrid → Sevilla · u undoes" in screen_text(app)
        assert value(app.store, "SELECT place FROM visit WHERE ref = 'V-2025-001'") == "Sevilla"
        await pilot.press("6")
        await pilot.pause()
        assert "Sevilla" in screen_text(app)
        await pilot.press("u")
        await settle(pilot)
        assert value(app.store, "SELECT place FROM visit WHERE ref = 'V-2025-001'") == "Madrid"


async def test_saving_an_unchanged_form_writes_nothing(app: Bilat) -> None:
    steps = value(app.store, "SELECT COUNT(*) FROM step")
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "V-2025-001: nothing was changed." in screen_text(app)
    assert value(app.store, "SELECT COUNT(*) FROM step") == steps


async def test_enter_goes_on_and_in_the_last_field_saves(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        opened_form = await opened(app, pilot)
        while not opened_form.last:  # in a list it begins a line, and on an empty line it goes on
            await pilot.press("enter")
        await type_in(pilot, "!")
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, RecordScreen)
        assert str(value(app.store, "SELECT note FROM visit WHERE ref = 'V-2025-001'")).endswith("!")


async def test_the_date_echoes_how_it_is_read_while_it_is_typed(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot)
        await go_to(pilot, "date")
        await pilot.press("ctrl+u")
        await type_in(pilot, "27-28 jan 2025")
        assert "Mon 27 – Tue 28 Jan 2025 (22 months ago)" in line_with(app, "27-28 jan 2025")
        await type_in(pilot, "9")
        assert "Write the year with four digits" in screen_text(app)


async def test_all_problems_stand_beside_their_fields_and_the_first_has_the_cursor(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        opened_form = await opened(app, pilot)
        for name, text in (("host", "Atlantis"), ("date", "2026-02-30"), ("topics", "nonsense")):
            await go_to(pilot, name)
            await pilot.press("ctrl+u")
            await type_in(pilot, text)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "“Atlantis” is not a country" in line_with(app, "•to*")
        assert "There is no day 30 in February 2026" in line_with(app, "2026-02-30")
        assert "“nonsense” is not a topic" in screen_text(app)
        assert "Not saved: 3 fields need you." in screen_text(app)
        assert opened_form.box.field.name == "host"


async def test_a_problem_is_said_on_leaving_the_field(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot)
        await pilot.press("ctrl+u")
        await type_in(pilot, "Atlantis")
        assert "! “Atlantis”" not in line_with(app, "from*")
        await pilot.press("tab")
        await pilot.pause()
        assert "! “Atlantis”" in line_with(app, "from*")


async def test_a_choice_goes_by_arrows_or_by_letters_with_all_of_them_in_view(app: Bilat) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        opened_form = await opened(app, pilot)
        await go_to(pilot, "status")
        await pilot.pause()
        text = screen_text(app)
        for word in ("idea", "planned", "confirmed", "under way", "postponed", "cancelled", "implied"):
            assert word in text
        await pilot.press("right")
        assert opened_form.box.text == "postponed"
        await pilot.press("left", "left")
        assert opened_form.box.text == "under way"
        await pilot.press("p")
        assert opened_form.box.text == "planned"
        await pilot.press("p")
        assert opened_form.box.text == "postponed"
        await pilot.press("c", "o")
        assert opened_form.box.text == "confirmed"
        await pilot.press("q")
        assert opened_form.box.text == "confirmed"
        assert "Nothing to choose begins with q." in screen_text(app)


async def test_what_is_known_is_offered_behind_the_cursor_and_right_takes_it(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        opened_form = await opened(app, pilot)
        for name, typed, taken in (
            ("host", "Germ", "Germany"),
            ("place", "Rab", "Rabat"),
            ("series", "Trilat", "Trilateral of police chiefs DE-ES-MA"),
            ("topics", "CT CY", "CT CYB"),
        ):
            await go_to(pilot, name)
            await pilot.press("ctrl+u")
            await type_in(pilot, typed)
            assert opened_form.box.text == typed
            assert taken in line_with(app, f"•{opened_form.box.label}") or name == "topics"
            await pilot.press("right")
            assert opened_form.box.text == taken


async def test_up_and_down_move_too_and_go_round(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        opened_form = await opened(app, pilot)
        await pilot.press("up")
        assert opened_form.last
        await pilot.press("down", "down", "shift+tab", "pagedown")
        assert opened_form.last
        await pilot.press("pageup")
        assert opened_form.at == 0


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("kind", list(FIELDS))
async def test_every_field_of_every_form_can_be_reached_and_seen(
    app: Bilat, kind: Kind, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        app.push_screen(opening.edit(app, Key(kind, "1")))
        await pilot.pause()
        await pilot.pause()
        for box in form(app).boxes:
            assert form(app).box is box
            line = next(line for line in screen_lines(app) if "▌" in line and f" {box.label}" in line)
            assert line.endswith("│") or size[0] == 120
            await pilot.press("tab")
            await pilot.pause()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_notes_of_many_lines_scroll_with_the_cursor(app: Bilat, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        opened_form = await opened(app, pilot)
        await pilot.press("pagedown")
        await paste(pilot, "\n".join(f"point {number}" for number in range(60)))
        assert "point 59" in screen_text(app)
        assert "Ctrl+S saves" in screen_text(app)
        await pilot.press("ctrl+j", "x", "up")
        await pilot.pause()
        assert opened_form.last
        await pilot.press("tab")
        await pilot.pause()
        assert "from*" in screen_text(app)


async def test_a_click_puts_the_cursor_into_a_field(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        opened_form = await opened(app, pilot)
        rows = [at for at, line in enumerate(screen_lines(app)) if "   asked by" in line]
        await pilot.click(offset=(40, rows[0]))
        assert opened_form.box.field.name == "initiated_by"


async def test_what_is_pasted_while_it_is_being_saved_changes_nothing(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        opened_form = await opened(app, pilot)
        await go_to(pilot, "title")
        await type_in(pilot, "zz")
        async with app.writing:
            await pilot.press("ctrl+s")
            await paste(pilot, "too late")
            assert "too late" not in opened_form.box.text
        await settle(pilot)
        assert "zz" in str(value(app.store, "SELECT title FROM visit WHERE ref = 'V-2025-001'"))


async def test_a_new_size_keeps_the_form_and_what_is_typed(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        opened_form = await opened(app, pilot)
        await go_to(pilot, "title")
        await type_in(pilot, "zz")
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert opened_form.box.field.name == "title"
        assert "zz" in screen_text(app)


# --- what is not saved is kept ---


async def test_escape_keeps_what_was_typed_and_e_brings_it_back_and_says_so(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot)
        await go_to(pilot, "place")
        await pilot.press("ctrl+u")
        await type_in(pilot, "Sevilla")
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, RecordScreen)
        await pilot.press("e")
        await pilot.pause()
        assert "Sevilla" in line_with(app, "place")
        assert "Unfinished changes from " in screen_text(app)
        await pilot.press("ctrl+x")
        await pilot.pause()
        assert "Madrid" in line_with(app, "place")
        assert not app.store.path.with_name(f"{app.store.path.name}.unfinished").exists()


async def test_a_form_that_was_only_looked_at_leaves_nothing_behind(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot)
        await pilot.press("tab", "x", "backspace", "escape")
        await pilot.pause()
        assert not app.store.path.with_name(f"{app.store.path.name}.unfinished").exists()


async def test_what_was_kept_does_not_hide_what_somebody_saved_since(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot)
        await go_to(pilot, "place")
        await pilot.press("ctrl+u", *"Sevilla", "escape")
        await pilot.pause()
        changed_by_another(app.store, place="Toledo")
        await pilot.press("e")
        await pilot.pause()
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, StaleModal)


async def test_a_field_that_was_left_alone_shows_what_somebody_saved_since(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot)
        await go_to(pilot, "place")
        await pilot.press("ctrl+u", *"Sevilla", "escape")
        await pilot.pause()
        changed_by_another(app.store, title="Talks of the two services")
        await pilot.press("e")
        await pilot.pause()
        assert "Sevilla" in line_with(app, "place")
        assert "Talks of the two services" in line_with(app, "title")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "place" in screen_text(app)
        assert not isinstance(app.screen, StaleModal)


# --- two officers ---


def changed_by_another(store: Store, **changes: str) -> None:
    other = Store.open(store.path, officer="another")
    with other.read() as reader:
        number = reader.value("SELECT id FROM visit WHERE ref = 'V-2025-001'")
        was = queries.form(reader, Key("visit", str(number)))
    with other.write("edit") as session:
        save(
            session,
            was.key,
            was.values,
            was.values | changes,
            version=was.version,
            today=store.clock().date(),
        )
    other.close()


async def test_another_officers_other_fields_are_kept_without_a_question(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot)
        changed_by_another(app.store, title="Talks of theirs")
        await go_to(pilot, "place")
        await pilot.press("ctrl+u", *"Sevilla", "ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, RecordScreen)
        row = "SELECT title || '/' || place FROM visit WHERE ref = 'V-2025-001'"
        assert value(app.store, row) == "Talks of theirs/Sevilla"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize(("key", "place"), [("t", "Toledo"), ("m", "Sevilla")])
async def test_the_same_field_is_asked_for_and_one_key_decides(
    app: Bilat, key: str, place: str, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await opened(app, pilot)
        changed_by_another(app.store, place="Toledo")
        await go_to(pilot, "place")
        await pilot.press("ctrl+u", *"Sevilla", "tab", "tab", "tab", "tab", "x", "ctrl+s")
        await settle(pilot)
        text = screen_text(app)
        for word in ("Changed meanwhile", "Madrid", "Toledo", "Sevilla", "theirs", "mine"):
            assert word in text
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, StaleModal)
        assert "Choose for place" in screen_text(app)
        await pilot.press(key, "enter")
        await settle(pilot)
        assert isinstance(app.screen, RecordScreen)
        row = "SELECT place || '/' || title FROM visit WHERE ref = 'V-2025-001'"
        assert str(value(app.store, row)).startswith(place)
        assert str(value(app.store, row)).endswith("x")


async def test_going_back_from_the_question_saves_nothing(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot)
        changed_by_another(app.store, place="Toledo")
        await go_to(pilot, "place")
        await pilot.press("ctrl+u", *"Sevilla", "ctrl+s")
        await settle(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert form(app).box.text == "Sevilla"
        assert value(app.store, "SELECT place FROM visit WHERE ref = 'V-2025-001'") == "Toledo"


async def test_a_record_deleted_meanwhile_says_so_and_keeps_the_text(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        key = key_of(app, "followup", "F-2026-002")
        app.push_screen(opening.edit(app, key))
        await pilot.pause()
        with app.store.write("delete") as session:
            from db.commands.removal import remove  # noqa: PLC0415

            remove(session, key)
        await pilot.press("x", "ctrl+s")
        await settle(pilot)
        assert "Not saved. This follow-up is no longer in the store." in screen_text(app)


# --- what hangs together ---


async def test_the_status_comes_and_goes_with_the_rung(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        opened_form = await opened(app, pilot, "A-2025-003", "action")
        await go_to(pilot, "rung")
        await pilot.press("left")
        assert opened_form.texts["rung"] == "proposed"
        assert opened_form.texts["status"] == ""
        await pilot.press("right")
        assert opened_form.texts["status"] == "open"
        assert not opened_form.touched


async def test_a_pair_has_no_form_but_a_question(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("1", "e")
        await pilot.pause()
        assert isinstance(app.screen, AskingModal)
        assert "How often should ES and MA meet?" in screen_text(app)


# --- the officer's own editor ---


def with_editor(monkeypatch: pytest.MonkeyPatch, app: Bilat, script: Path, body: str) -> None:
    script.write_text(f"#!/bin/sh\n{body}\n")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("VISUAL", f"'{script}'")

    @contextmanager
    def suspended() -> Iterator[None]:
        yield

    monkeypatch.setattr(app, "suspend", suspended)


async def test_ctrl_e_opens_the_notes_in_ones_own_editor(
    app: Bilat, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with_editor(monkeypatch, app, tmp_path / "my editor", 'printf "written\\nelsewhere\\n" > "$1"')
    async with app.run_test(size=(120, 40)) as pilot:
        opened_form = await opened(app, pilot)
        await pilot.press("pagedown", "ctrl+e")
        await pilot.pause()
        assert opened_form.box.text == "written\nelsewhere"


async def test_an_editor_that_fails_leaves_the_text_as_it_was(
    app: Bilat, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with_editor(monkeypatch, app, tmp_path / "editor", 'printf "lost" > "$1"; exit 3')
    async with app.run_test(size=(120, 40)) as pilot:
        opened_form = await opened(app, pilot)
        await pilot.press("pagedown", "ctrl+e")
        await pilot.pause()
        assert not opened_form.touched
        assert "The editor ended with code 3" in screen_text(app)


async def test_without_an_editor_the_key_says_how_to_name_one(
    app: Bilat, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot)
        await pilot.press("pagedown", "ctrl+e")
        await pilot.pause()
        assert "Set VISUAL or EDITOR" in screen_text(app)


# --- text that means no good ---


async def test_hostile_text_is_shown_harmless_and_saved_as_it_is(app: Bilat) -> None:
    hostile = "[/b] \x1b[31mred\x1b[0m \u202eabc \t x"
    with app.store.write("enter") as session:
        from db.models import Visit  # noqa: PLC0415

        visit: Any = session.get(Visit, 1)
        visit.title = visit.note = hostile
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(opening.edit(app, Key("visit", "1")))
        await pilot.pause()
        assert "\x1b" not in screen_text(app)
        assert "\u202e" not in screen_text(app)
        await pilot.press("tab", "tab", "tab", "!", "ctrl+s")
        await settle(pilot)
    assert value(app.store, "SELECT title FROM visit WHERE id = 1") == hostile
