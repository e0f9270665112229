"""Follow-ups by the keyboard: how few keys it takes, what is said about it, and that no typed word is lost."""

from __future__ import annotations

from datetime import date

import pytest
from textual import events
from textual.pilot import Pilot

from db import Store
from db.rows import Key
from tests.db import making
from tests.db.test_undo import book
from tests.tui.entering import paste, settle, type_in, value
from tests.tui.reading import line_with, screen_lines, screen_text, style_of
from tui.app import Bilat
from tui.config import Settings
from tui.keys import find_action
from tui.modals.asking import AskingModal
from tui.modals.letters import LetterMenu
from tui.screens.main import MainScreen
from tui.screens.record import RecordScreen


class Fingers:
    """Press keys and count them."""

    def __init__(self, pilot: Pilot[int]) -> None:
        self._pilot = pilot
        self.pressed = 0

    async def press(self, *keys: str) -> None:
        self.pressed += len(keys)
        await self._pilot.press(*keys)
        await settle(self._pilot)


def log_of(store: Store) -> list[tuple[object, ...]]:
    """What was logged last on the first follow-up."""
    with store.read() as reader:
        sql = (
            "SELECT kind, text, next_check FROM log_entry WHERE followup_id = 1 AND at = '2026-11-21'"
            " ORDER BY id"
        )
        return [tuple(row) for row in reader.all(sql)]


# --- the budget of keys ---


async def test_closing_a_follow_up_takes_two_keys(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3")
        fingers = Fingers(pilot)
        await fingers.press("x", "d")
        assert fingers.pressed == 2
        assert value(app.store, "SELECT status FROM followup WHERE id = 1") == "done"
        assert screen_lines(app)[-1] == " F-2026-001 “Demo: ask for names of …” is done · u undoes"


async def test_logging_takes_three_keys_besides_its_words(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        words = "chased, reply by fri"
        fingers = Fingers(pilot)
        await fingers.press("3", "f", *words, "enter")
        assert fingers.pressed - len(words) == 3
        assert log_of(app.store) == [("chased", "reply by fri", "2026-11-27")]
        said = screen_lines(app)[-1]
        assert said.startswith(
            " F-2026-001 “Demo: ask for names of …” logged: chased · next check Fri 27 Nov 2026 (in 6 days)"
        )


async def test_a_bulk_of_three_is_undone_by_one_key(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        before = book(app.store)
        await pilot.press("3", "space", "space", "space", "x", "d")
        await settle(pilot)
        assert screen_lines(app)[-1] == (
            " 3 follow-ups are done: F-2026-001, F-2026-002 and F-2026-003 · u undoes"
        )
        fingers = Fingers(pilot)
        await fingers.press("u")
        assert fingers.pressed == 1
        assert book(app.store) == before
        assert "close F-2026-001, F-2026-002 and F-2026-003" in screen_lines(app)[-1]


@pytest.mark.parametrize(
    ("keys", "sql", "is_now"),
    [
        ("zw", "SELECT hidden_until FROM followup WHERE id = 1", "2026-11-28"),
        ("zd", "SELECT hidden_until FROM followup WHERE id = 1", "2026-11-22"),
        ("zm", "SELECT hidden_until FROM followup WHERE id = 1", "2026-12-21"),
        ("wu", "SELECT ball FROM followup WHERE id = 1", "us"),
        ("w3", "SELECT ball FROM followup WHERE id = 1", "third"),
    ],
)
async def test_what_is_done_every_day_takes_two_keys(app: Bilat, keys: str, sql: str, is_now: str) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", *keys)
        await settle(pilot)
        assert value(app.store, sql) == is_now
        assert screen_lines(app)[-1].endswith("u undoes")


# --- what is shown meanwhile ---


async def test_the_date_word_is_read_while_it_is_typed(app: Bilat) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "f")
        await type_in(pilot, "chased, reply by ")
        assert "next check" not in screen_text(app)
        await type_in(pilot, "fri")
        assert "chased · next check Fri 27 Nov 2026 (in 6 days)" in screen_text(app)


async def test_a_date_that_cannot_be_is_said_quietly_first_and_loudly_on_enter(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "f")
        await type_in(pilot, "reply by 13/13/2026")
        quiet = style_of(app, "There is no month 13")
        assert "^^^" not in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert style_of(app, "There is no month 13") != quiet
        assert "^^^^" in screen_text(app)
        assert "Not saved." in screen_text(app)
        assert log_of(app.store) == []


async def test_a_snooze_until_a_typed_day_echoes_it(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "z", "u")
        await type_in(pilot, "viernes")
        assert "hidden until Fri 27 Nov 2026 (in 6 days)" in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert (
            "F-2026-001 “Demo: ask for names of …” is hidden until Fri 27 Nov 2026" in screen_lines(app)[-1]
        )


async def test_what_is_hidden_is_counted_found_by_s_and_brought_back(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "z", "w")
        await settle(pilot)
        assert "by due date · 1 hidden · s shows" in screen_text(app)
        await pilot.press("s", "s", "s")
        await pilot.pause()
        assert "Open follow-ups · hidden for now" in screen_text(app)
        assert "back 28 Nov" in screen_text(app)
        await pilot.press("z", "n")
        await settle(pilot)
        assert "F-2026-001 “Demo: ask for names of …” is back in the list" in screen_lines(app)[-1]
        assert "No follow-up is hidden" in screen_text(app)
        await pilot.press("s")
        await pilot.pause()
        assert "hidden" not in "\n".join(screen_lines(app)[:-1])


async def test_dropping_asks_why(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "x", "r", "enter")
        await settle(pilot)
        assert "is typed yet" in screen_text(app)
        await type_in(pilot, "overtaken by events")
        await pilot.press("enter")
        await settle(pilot)
        assert (
            screen_lines(app)[-1]
            == " F-2026-001 “Demo: ask for names of …” is dropped: overtaken by events · u undoes"
        )
        assert value(app.store, "SELECT close_reason FROM followup WHERE id = 1") == "overtaken by events"


async def test_done_with_a_note_keeps_the_note(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "x", "o")
        await type_in(pilot, "names came by mail")
        await pilot.press("enter")
        await settle(pilot)
        assert value(app.store, "SELECT status || ': ' || close_reason FROM followup WHERE id = 1") == (
            "done: names came by mail"
        )


# --- nothing typed is lost ---


async def test_escape_keeps_the_words_and_the_key_brings_them_back(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "f")
        await type_in(pilot, "chased, but")
        await pilot.press("escape")
        await pilot.pause()
        assert screen_lines(app)[-1] == " Not saved, and kept: f brings your words back."
        await pilot.press("j", "f")
        await pilot.pause()
        assert "chased, but" not in screen_text(app)  # another follow-up has its own words
        await pilot.press("escape", "k", "f")
        await pilot.pause()
        assert "chased, but" in screen_text(app)
        assert "Ctrl+X discards" in screen_text(app)
        await type_in(pilot, " no answer")
        await pilot.press("enter")
        await settle(pilot)
        assert log_of(app.store) == [("chased", "but no answer", "")]
        await pilot.press("f")
        await pilot.pause()
        assert "but no answer" not in "\n".join(screen_lines(app)[-6:])


async def test_words_stay_where_the_store_refuses_them(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "x", "r")
        await type_in(pilot, "too late")
        colleague = Store.open(app.store.path, officer="Farid")
        with colleague.write("close") as session:
            from db.models import FollowUp  # noqa: PLC0415 - SQLModel

            session.get_one(FollowUp, 1).status = "done"
        colleague.close()
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, AskingModal)
        assert "too late" in screen_text(app)
        assert "F-2026-001 is done already" in screen_text(app)


async def test_a_pasted_text_becomes_one_line(app: Bilat) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "f")
        await paste(pilot, "replied\r\nthe names\x1b[31m come\tsoon\n")
        assert "replied the names" in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        kind, text, _ = log_of(app.store)[0]
        assert kind == "replied"
        assert text == "replied the names[31m come soon"


async def test_a_long_line_wraps_and_shows_its_cursor(app: Bilat) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("3", "f")
        pilot.app.screen.focused.post_message(events.Paste("word " * 80))  # type: ignore[union-attr]
        await pilot.pause()
        await type_in(pilot, "finish")
        await pilot.pause()
        assert "finish" in screen_text(app)
        assert "Enter saves" in screen_text(app)


# --- what the keys act on ---


async def test_on_an_open_record_the_line_under_the_cursor_is_meant(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "j", "j", "enter", "4")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, RecordScreen)
        line = screen.under_cursor
        assert line is not None
        assert line.kind == "action"
        await pilot.press("x")
        await pilot.pause()
        assert isinstance(app.screen, LetterMenu)
        assert "Close A-2025-" in screen_text(app)


async def test_on_an_open_follow_up_the_keys_act_on_it(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "enter")
        await pilot.pause()
        assert "x done" in screen_lines(app)[-1]
        await pilot.press("w", "u")
        await settle(pilot)
        assert value(app.store, "SELECT ball FROM followup WHERE id = 1") == "us"
        assert "it is our turn" in screen_text(app)


async def test_an_outcome_that_was_only_discussed_is_refused_with_a_sentence(app: Bilat) -> None:
    with app.store.read() as reader:
        number, ref = reader.one("SELECT id, ref FROM action WHERE rung < 4 LIMIT 1") or (0, "")
    async with app.run_test(size=(120, 40)) as pilot:
        app.open_record(Key("action", str(number)))
        await pilot.pause()
        before = book(app.store)
        await pilot.press("x")
        await settle(pilot)
        assert "no status to close" in line_with(app, f"{ref} is only ")
        await pilot.press("d")  # as in "x d", which closes a follow-up
        await settle(pilot)
        assert book(app.store) == before


async def test_where_nothing_fits_the_key_says_what_it_is_for_and_where_that_is(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2")
        for key in "fxzwtO":
            await pilot.press(key)
            await pilot.pause()
            assert isinstance(app.screen, MainScreen)
            assert screen_lines(app)[-1].startswith(f" {key} ")
            assert "none is selected" in screen_lines(app)[-1]
        await pilot.press("f")
        await pilot.pause()
        assert "none is selected. 3 goes to the follow-ups." in screen_lines(app)[-1]
        await pilot.press("enter", "f")  # a record has no pane 3
        await pilot.pause()
        assert screen_lines(app)[-1].endswith("none is selected.")


async def test_an_owner_is_completed_read_and_given(app: Bilat) -> None:
    with app.store.read() as reader:
        number = reader.value("SELECT id FROM action WHERE rung >= 4 LIMIT 1")
    async with app.run_test(size=(120, 40)) as pilot:
        app.open_record(Key("action", str(number)))
        await pilot.pause()
        await pilot.press("O")
        await type_in(pilot, "Spai")
        await pilot.press("backspace", "backspace", "backspace", "backspace")
        await type_in(pilot, "spain")
        assert "owner: Spain" in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert value(app.store, f"SELECT owner_country FROM action WHERE id = {number}") == "ES"
        assert "has Spain as owner now" in screen_lines(app)[-1]


async def test_the_footer_of_the_follow_ups_shows_their_keys_and_no_other_pane_does(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "x done" not in screen_lines(app)[-1]
        await pilot.press("3")
        await pilot.pause()
        line = screen_lines(app)[-1]
        for action_id in ("done", "log", "snooze", "ball", "filter", "help"):
            action = find_action(action_id)
            assert f"{action.shown} {action.label}" in line


async def test_at_eighty_columns_the_keys_of_follow_ups_still_fit(app: Bilat) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3")
        await pilot.pause()
        line = screen_lines(app)[-1]
        assert all(words in line for words in ("x done", "f log", "z snooze", "w turn", "? keys"))


async def test_another_order_shows_the_record_under_the_cursor(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "j", "z", "w")
        await settle(pilot)
        for _ in range(4):
            await pilot.press("s")
            await settle(pilot)
            selected = app.screen.selected  # type: ignore[attr-defined]
            if selected is None:
                assert "Nothing is selected" in screen_text(app)
                continue
            with app.store.read() as reader:
                ref = reader.value("SELECT ref FROM followup WHERE id = :id", id=int(selected.id))
            assert f"5 Follow-up {ref}" in screen_text(app)


# --- where each stands ---


async def test_the_follow_ups_say_when_each_asks_for_something(app: Bilat) -> None:
    with app.store.write("enter") as session:
        for text, day in (
            ("today's", "2026-11-21"),
            ("next year's", "2027-03-03"),
            ("this month's", "2026-11"),
        ):
            making.followup(session, text=text, due=day)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("3")
        await settle(pilot)
        listed = [line[2:].strip("│▌ ") for line in screen_lines(app)[4:15]]
        assert [line[:8].strip() for line in listed] == [
            "! 12 Nov",
            "! 17 Nov",
            "! 20 Nov",
            "today",
            "Sun 22",
            "24 Nov",
            "30 Nov",
            "Nov 2026",
            "15 Dec",
            "3 Mar",
            "–",
        ]
        assert [word for word in listed[0].split() if word.endswith("d")] == ["30d"]


async def test_a_wide_list_says_what_each_hangs_on_and_what_happened_last(app: Bilat) -> None:
    async with app.run_test(size=(220, 50)) as pilot:
        await pilot.press("3")
        await settle(pilot)
        assert "A-2025-009" in line_with(app, "! 12 Nov")


async def test_the_record_of_a_follow_up_tells_its_age(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3")
        await settle(pilot)
        assert "since 22 Oct 2026, 4 weeks" in line_with(app, "it is their turn")


async def test_what_was_chased_stands_where_its_check_is_and_comes_back_on_that_day(
    demo_store: Store,
) -> None:
    day = [date(2026, 11, 21)]
    app = Bilat(demo_store, settings=Settings(desk="MA", officer="officer"), clock=lambda: day[0])
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("3", "f", *"chased, reply by tomorrow", "enter")
        await settle(pilot)
        assert "Sun 22" in line_with(app, " check ")
        day[0] = date(2026, 11, 22)
        app.look_at_the_clock()
        await settle(pilot)
        assert line_with(app, "! 12 Nov")
