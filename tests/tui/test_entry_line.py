"""The entry line: what it shows while one types, what Enter does, and what it never does."""

from __future__ import annotations

import pytest

from tests.tui.entering import VISIT, count, paste, settle, sheet, type_in, value
from tests.tui.reading import line_with, screen_lines, screen_text, style_of
from tui.app import Bilat
from tui.config import Settings
from tui.entry.modal import EntryModal
from tui.screens.main import MainScreen
from tui.screens.record import RecordScreen

SIZES = [(120, 40), (80, 24), (60, 20)]


@pytest.mark.parametrize("size", SIZES)
async def test_n_opens_the_line_under_the_screen_which_stays_in_view(
    app: Bilat, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press("n")
        await pilot.pause()
        assert isinstance(app.screen, EntryModal)
        lines = screen_lines(app)
        assert "Country pairs" in "\n".join(lines[:3])
        assert "New" in line_with(app, "MA – ES")
        assert lines[-1].startswith("╰")


async def test_resizing_keeps_the_line_and_its_cursor(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n")
        await type_in(pilot, "MA>ES 28-29 jan 2025 talks")
        await pilot.press("home", "right")
        for size in ((60, 20), (39, 11), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            # The sentence that asks for room covers the line and loses nothing of it.
            assert ("make the window larger" if size == (39, 11) else "MA>ES") in screen_text(app)
        assert sheet(app).editor.column == 1
        assert "saves visit" in screen_text(app)


async def test_every_letter_is_read_at_once(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n")
        await type_in(pilot, "MA>ES 28-29 jan 2025 @Hammouchi in:Madrid by:host #ct talks")
        text = screen_text(app)
        for words in (
            "sides Morocco → Spain",
            "date Tue 28 – Wed 29 Jan 2025 (22 months ago)",
            "head Abdellatif Hammouchi",
            "place Madrid",
            "initiator asked for by the host",
            "topic Counter-terrorism",
            "title “talks”",
            "saves visit Morocco → Spain, 28–29 Jan 2025",
        ):
            assert words in text
        assert "V-2025-001" in line_with(app, "! like")


async def test_a_minimal_visit_costs_at_most_twelve_keys_besides_its_words(
    app: Bilat, pressed: list[str]
) -> None:
    words = {"MA", "ES", "3", "4", "feb", "2026"}
    async with app.run_test(size=(120, 40)) as pilot:
        keys = ["n", *"MA>ES 3-4 feb 2026", "enter"]
        for key in keys:
            pressed.append(key)
            await pilot.press(key)
        await settle(pilot)
        assert value(app.store, "SELECT date_edtf FROM visit ORDER BY id DESC LIMIT 1") == (
            "2026-02-03/2026-02-04"
        )
    assert len(pressed) - sum(map(len, words)) <= 12


@pytest.fixture
def pressed() -> list[str]:
    return []


async def test_saving_closes_the_line_says_so_and_selects_the_record(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        before = count(app.store, "visit")
        await pilot.press("n")
        await type_in(pilot, VISIT)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, MainScreen)
        assert count(app.store, "visit") == before + 1
        ref = value(app.store, "SELECT ref FROM visit ORDER BY id DESC LIMIT 1")
        said = screen_lines(app)[-1]
        assert said == f" Saved {ref} Morocco → Spain, 3–4 Feb 2026 · u undoes"
        await pilot.press("4")
        await pilot.pause()
        assert str(ref) in screen_text(app)


async def test_undo_after_saving_removes_it_and_redo_brings_it_back(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        before = count(app.store, "visit")
        await pilot.press("n")
        await type_in(pilot, VISIT)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("u")
        await settle(pilot)
        assert count(app.store, "visit") == before
        assert "Undid: new visit V-2026-" in screen_lines(app)[-1]
        assert "MA→ES 3–4 Feb 2026" in screen_lines(app)[-1]
        await pilot.press("U")
        await settle(pilot)
        assert count(app.store, "visit") == before + 1


async def test_a_wrong_word_keeps_the_line_marks_it_and_says_why(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        before = count(app.store, "visit")
        await pilot.press("n")
        await type_in(pilot, "MA>ES 30 feb 2026 foo:bar talks")
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, EntryModal)
        assert count(app.store, "visit") == before
        typed = line_with(app, "MA>ES 30 feb")
        marks = screen_lines(app)[screen_lines(app).index(typed) + 1]
        assert marks[typed.index("foo:bar") :].startswith("^^^^^^^")
        assert style_of(app, "foo:bar").underline
        assert "There is no day 30 in February 2026" in screen_text(app)
        assert "There is no field “foo:”" in screen_text(app)
        assert "Not saved: 2 problems." in screen_text(app)
        assert sheet(app).editor.column == "MA>ES 30 feb".index("30")


async def test_enter_on_a_completion_takes_it_and_saves_nothing(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        before = count(app.store, "visit")
        await pilot.press("n")
        await type_in(pilot, "MA>ES 3 feb 2026 @Ham")
        assert "Abdellatif Hammouchi" in line_with(app, "Tab")
        await pilot.press("down", "enter")
        await settle(pilot)
        assert isinstance(app.screen, EntryModal)
        assert sheet(app).editor.text == 'MA>ES 3 feb 2026 @"Abdellatif Hammouchi"'
        assert count(app.store, "visit") == before
        await pilot.press("enter")
        await settle(pilot)
        assert count(app.store, "visit") == before + 1


async def test_enter_without_a_chosen_completion_saves_what_was_typed(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        before = count(app.store, "visit")
        await pilot.press("n")
        await type_in(pilot, "MA>ES 3 feb 2026 @Ham")
        assert sheet(app).offers.found
        await pilot.press("down", "up", "enter")
        await settle(pilot)
        assert isinstance(app.screen, MainScreen)
        assert count(app.store, "visit") == before + 1


async def test_tab_takes_the_first_completion_and_its_ghost_shows_before(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n")
        await type_in(pilot, "MA>ES by:ho")
        assert "by:host" in line_with(app, "MA>ES by:")
        await pilot.press("tab")
        await pilot.pause()
        assert sheet(app).editor.text == "MA>ES by:host"
        await pilot.press("tab")
        assert sheet(app).editor.text == "MA>ES by:host"


async def test_the_pair_in_scope_gives_the_sides_and_says_so(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n")
        await type_in(pilot, "3 feb 2026 talks")
        assert "sides from the pair in scope: Morocco → Spain" in line_with(app, "assumed")
        await pilot.press("enter")
        await settle(pilot)
        row = value(app.store, "SELECT sending || host FROM visit ORDER BY id DESC LIMIT 1")
        assert row == "MAES"


async def test_on_a_visit_an_outcome_hangs_on_that_visit_and_says_so(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "j", "j", "n")
        await type_in(pilot, "!agreed joint patrols due:15 dec 2026")
        assert "on V-2025-001 MA→ES 28–29 Jan 2025" in line_with(app, "assumed")
        await pilot.press("enter")
        await settle(pilot)
        on = "SELECT v.ref FROM action a JOIN visit v ON v.id = a.visit_id ORDER BY a.id DESC LIMIT 1"
        assert value(app.store, on) == "V-2025-001"
        assert "joint patrols" in screen_text(app)


async def test_the_line_opens_over_a_record_and_is_about_it(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "j", "j", "enter", "n")
        await type_in(pilot, "todo chase the nominees fri")
        assert "on V-2025-001" in line_with(app, "assumed")
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, RecordScreen)
        assert "chase the nominees" in screen_text(app)


async def test_f2_opens_the_visit_that_is_like_it_and_keeps_the_line(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n")
        await type_in(pilot, "MA>ES 28-29 jan 2025")
        await pilot.press("f2")
        await settle(pilot)
        assert isinstance(app.screen, RecordScreen)
        assert app.screen.record_key.kind == "visit"
        await pilot.press("n")
        await pilot.pause()
        assert sheet(app).editor.text == "MA>ES 28-29 jan 2025"


async def test_an_unknown_official_is_made_in_the_same_step(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        officials, visits = count(app.store, "official"), count(app.store, "visit")
        await pilot.press("n")
        await type_in(pilot, 'MA>ES 3 feb 2026 @"Zohra Nouri"')
        assert "and new official “Zohra Nouri”" in line_with(app, "saves")
        await pilot.press("enter")
        await settle(pilot)
        assert (count(app.store, "official"), count(app.store, "visit")) == (officials + 1, visits + 1)
        await pilot.press("u")
        await settle(pilot)
        assert (count(app.store, "official"), count(app.store, "visit")) == (officials, visits)


async def test_up_and_down_recall_what_was_entered_before(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        for text in ("todo first fri", "todo second fri"):
            await pilot.press("n")
            await type_in(pilot, text)
            await pilot.press("enter")
            await settle(pilot)
        await pilot.press("n", "up")
        assert sheet(app).editor.text == "todo second fri"
        await pilot.press("up", "up")
        assert sheet(app).editor.text == "todo first fri"
        await pilot.press("down", "down")
        assert sheet(app).editor.text == ""


HOSTILE = (
    "MA>ES 3 feb 2026 \x1b[31m[bold red]x[/] \u202e\u0007 \ud83d \u200f\u05e2\u05d1"
    " e\u0301\u0301\u0301\u0301 日本 \U0001f469\u200d\U0001f467"
)


async def test_hostile_text_shows_plain_and_is_saved_harmless(app: Bilat) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        await paste(pilot, HOSTILE)
        text = screen_text(app)
        assert "[bold red]x[/]" in text
        assert "‹RLO›" in text
        assert not {"\x1b", "\x07", "\u202e", "\ud83d"} & set(text)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, MainScreen)
        assert not {"\x1b", "\x07"} & set(screen_text(app))


async def test_a_huge_text_is_refused_with_a_sentence_and_stays(app: Bilat) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        await paste(pilot, "word " * 2_000)
        await pilot.press("enter")
        await settle(pilot)
        assert "A line has 2,000 characters at most" in screen_text(app)
        await paste(pilot, "word " * 20_000)
        assert "too long for an entry" in screen_text(app)
        assert len(sheet(app).editor.text) == 10_000


async def test_what_the_store_refuses_stays_in_the_line_with_its_sentence(
    app: Bilat, monkeypatch: pytest.MonkeyPatch
) -> None:
    from db.errors import Busy  # noqa: PLC0415

    def refuse(label: str, *_: object) -> object:
        raise Busy(f"Somebody else is writing to the store. {label[:0]}Nothing was saved.")

    async with app.run_test(size=(120, 40)) as pilot:
        monkeypatch.setattr(app.store, "write", refuse)
        await pilot.press("n")
        await type_in(pilot, VISIT)
        await pilot.press("enter")
        await settle(pilot)
        assert sheet(app).editor.text == VISIT
        assert "Somebody else is writing" in line_with(app, "refused")
        monkeypatch.undo()
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, MainScreen)


async def test_the_line_works_in_ascii_alone(demo_store: object, clock: object) -> None:
    from tui.glyphs import glyphs  # noqa: PLC0415

    try:
        app = Bilat(demo_store, settings=Settings(desk="MA", ascii=True, officer="officer"), clock=clock)  # type: ignore[arg-type]
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("n")
            await paste(
                pilot, "MA>ES 28-29 jan 2025 @Hammouchi “talks”\n!agreed joint patrols\n!agreed foo:bar x"
            )
            assert screen_text(app).isascii(), [line for line in screen_lines(app) if not line.isascii()]
    finally:
        glyphs.choose(ascii_only=False)
