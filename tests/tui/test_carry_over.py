"""Carrying over by the keyboard: from the last meeting to the next one, and what came of it in single keys."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from db import Store
from db.commands.edit import save
from db.models import Meeting
from db.queries import form
from db.rows import Key
from tests.conftest import TODAY
from tests.db import making
from tests.db.test_undo import book
from tests.tui.entering import settle, type_in, value
from tests.tui.reading import line_with, screen_lines, screen_text
from tui.app import Bilat
from tui.forms.modal import FormModal
from tui.modals.help import HelpModal
from tui.modals.letters import LetterMenu
from tui.reaching import offered
from tui.screens.agenda import AgendaScreen
from tui.screens.main import MainScreen
from tui.screens.record import RecordScreen

COMING, LAST = Key("meeting", "8"), Key("meeting", "7")
SERIES = "Trilateral of police chiefs DE-ES-MA"


async def keys(pilot: Pilot[int], *pressed: str) -> None:
    """Press keys one after the other, each when the one before is done."""
    for key in pressed:
        await pilot.press(key)
        await settle(pilot)


async def opened(app: Bilat, pilot: Pilot[int], key: Key) -> None:
    app.open_record(key)
    await pilot.pause()


def dispositions(store: Store) -> list[str]:
    with store.read() as reader:
        rows = reader.all("SELECT disposition FROM agenda_item ORDER BY meeting_id, position")
        return [disposition for (disposition,) in rows]


def edited(store: Store, key: Key, **values: str) -> None:
    with store.read() as reader:
        found = form(reader, key)
    with store.write("edit") as session:
        save(session, key, found.values, found.values | values, version=found.version, today=TODAY)


# --- to the next meeting ---


async def test_all_that_is_open_is_on_the_next_agenda_with_two_keys_and_off_it_with_one(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4")
        before = book(app.store)
        await keys(pilot, "c", "enter")
        assert dispositions(app.store) == ["carried in"] * 7
        assert isinstance(app.screen, MainScreen)
        assert screen_lines(app)[-1] == (
            " M-2026-002 has 7 items on its agenda: A-2025-003, A-2025-009, A-2025-004 and 4 others carried over"
            " · u undoes"
        )
        await keys(pilot, "u")
        assert book(app.store) == before


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_what_is_open_is_ticked_the_firmest_first(app: Bilat, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await opened(app, pilot, COMING)
        await keys(pilot, "c")
        assert "Agenda · M-2026-002 DE·ES·MA 10 Dec 2026" in screen_text(app)
        assert "7 of 7" in screen_text(app)
        assert "✓ agreed" in line_with(app, "Work together more closely")
        assert "✓ proposed" in line_with(app, "Joint committee on")
        assert "✓ explored" in line_with(app, "Making the ways")
        assert "Enter save   Space tick" in screen_lines(app)[-1]
        if size[0] > 60:
            assert "22 months" in line_with(app, "Joint committee on")


async def test_the_item_under_the_cursor_is_shown_at_length(app: Bilat) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot, COMING)
        await keys(pilot, "c", "j", "j", "j", "j")
        assert "cybercrime" in screen_text(app)  # the line above it has no room for that
        assert "MA→ES 28–29 Jan 2025 · M-2025-002" in screen_text(app)


async def test_space_unticks_and_j_moves_and_what_is_saved_is_in_that_order(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, COMING)
        await keys(pilot, "c", "space", "space", "J", "K", "f7", "ctrl+s")
        assert screen_lines(app)[-1].startswith(" M-2026-002 has 5 items on its agenda")
        with app.store.read() as reader:
            refs = reader.all(
                "SELECT a.ref FROM agenda_item g JOIN action a ON a.id = g.action_id ORDER BY g.position"
            )
        assert [ref for (ref,) in refs] == [f"A-2025-00{number}" for number in (5, 4, 6, 7, 8)]


async def test_an_agenda_that_is_there_is_ticked_and_unticking_takes_off(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, COMING)
        await keys(pilot, "c", "a", "a", "j", "space", "enter")
        assert len(dispositions(app.store)) == 6
        await keys(pilot, "c")
        assert "6 of 7" in screen_text(app)
        assert "○ proposed" in line_with(app, "Joint committee on")
        await keys(pilot, "g", "space", "enter")
        assert screen_lines(app)[-1] == (
            " M-2026-002 has 5 items on its agenda: A-2025-003 taken off · u undoes"
        )


async def test_leaving_saves_nothing_and_says_so(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, COMING)
        await keys(pilot, "c", "space", "escape")
        assert isinstance(app.screen, RecordScreen)
        assert "Nothing was carried over." in screen_lines(app)[-1]
        assert dispositions(app.store) == []
        await keys(pilot, "c", "enter", "c", "space", "escape")
        assert "The agenda was not changed." in screen_lines(app)[-1]
        assert len(dispositions(app.store)) == 7
        await keys(pilot, "c", "enter")
        assert "The agenda stands like this already; Esc goes back." in screen_lines(app)[-1]


async def test_ticks_stay_while_a_colleague_works(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, COMING)
        await keys(pilot, "c", "space", "J")
        colleague = Store.open(app.store.path, officer="colleague")
        try:
            with colleague.write("enter") as session:
                making.action(session, text="Exchange nominees", rung="agreed", parties=["ES", "MA"], on=None)
                held = making.meeting(session, date="2026-11-02")
                making.action(session, at=held, text="Meet the others", rung="agreed")
        finally:
            colleague.close()
        app.look_at_the_store()
        await settle(pilot)
        assert "○ agreed" in line_with(app, "Work together more closely")
        assert "○" in line_with(app, "Meet the others")
        assert "6 of 8" in screen_text(app)


async def test_from_a_meeting_that_was_held_one_comes_to_the_next_of_its_series(app: Bilat) -> None:
    edited(app.store, COMING, date="2027-02-03", status="postponed")
    with app.store.write("enter") as session:
        making.meeting(session, parties=["DE", "ES", "MA"], date="2026-12-01", status="planned")
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, LAST)
        await keys(pilot, "c")
        assert "Agenda · M-2026-002 DE·ES·MA 3 Feb 2027 · postponed" in screen_text(app)
        assert SERIES in screen_text(app)


async def test_where_none_is_to_come_it_is_entered_with_parties_and_series_and_its_agenda_follows(
    app: Bilat,
) -> None:
    edited(app.store, COMING, status="cancelled")
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, LAST)
        await keys(pilot, "c")
        assert isinstance(app.screen, LetterMenu)
        assert "None to come: “Trilateral of police chiefs DE-ES-MA”" in screen_text(app)
        await keys(pilot, "n")
        assert isinstance(app.screen, FormModal)
        assert "DE ES MA" in screen_text(app)
        assert SERIES in screen_text(app)
        await type_in(pilot, "3 mar 2027")
        await keys(pilot, "ctrl+s")
        assert isinstance(app.screen, AgendaScreen)
        assert "DE·ES·MA 3 Mar 2027" in screen_text(app)
        assert "7 of 7" in screen_text(app)
        await keys(pilot, "enter")
        assert value(app.store, "SELECT COUNT(*) FROM agenda_item WHERE meeting_id = 9") == 7


async def test_from_the_last_agenda_of_a_series_the_next_one_takes_its_place(after: Bilat) -> None:
    app = after
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, COMING)
        await keys(pilot, "c", "c", "n")
        await type_in(pilot, "3 mar 2027")
        await keys(pilot, "ctrl+s")
        assert "Agenda · M-2027-001 DE·ES·MA 3 Mar 2027" in screen_text(app)
        await keys(pilot, "enter")
        assert isinstance(app.screen, RecordScreen)
        assert value(app.store, "SELECT COUNT(*) FROM agenda_item WHERE meeting_id = 9") == 7


@pytest.mark.parametrize(
    ("status", "date"), [("under way", "2026-11-20/2026-11-22"), ("planned", "2026-11-21")]
)
async def test_on_its_day_a_meeting_without_an_agenda_gets_one_and_then_says_what_came_of_it(
    app: Bilat, status: str, date: str
) -> None:
    edited(app.store, COMING, status=status, date=date)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, COMING)
        await keys(pilot, "c")
        assert "Agenda · M-2026-002" in screen_text(app)
        assert "7 of 7" in screen_text(app)
        await keys(pilot, "enter", "c", "v")
        assert dispositions(app.store)[0] == "advanced"


async def test_an_agenda_of_the_past_can_be_put_together_where_none_is_to_come(app: Bilat) -> None:
    edited(app.store, COMING, status="cancelled")
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, LAST)
        await keys(pilot, "c", "h")
        assert "Agenda · M-2026-001" in screen_text(app)
        assert "0 of 7" in screen_text(app)


async def test_a_visit_offers_its_meetings_and_a_pair_its_coming_one(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, Key("visit", "1"))
        await keys(pilot, "c")
        assert "Which meeting of V-2025-001" in screen_text(app)
        await keys(pilot, "3")
        assert "Agenda · M-2026-002" in screen_text(app)
        await keys(pilot, "escape", "escape", "1", "c")
        assert "Agenda · M-2026-002" in screen_text(app)


async def test_a_visit_with_a_coming_meeting_goes_straight_to_it(app: Bilat) -> None:
    with app.store.write("enter") as session:
        coming = making.visit(session, sending="DE", host="MA", date="2027-01-10", status="planned")
        making.meeting(session, coming, parties=["DE", "MA"], status="planned", ref="M-2027-001")
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, Key("visit", str(coming.number)))
        await keys(pilot, "c")
        assert "Agenda · M-2027-001 DE·MA 10 Jan 2027" in screen_text(app)
        assert "Nothing is open or watched between these parties" in screen_text(app)


async def test_from_an_outcome_the_cursor_stands_on_it(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        with app.store.write("enter") as session:
            made = making.action(
                session,
                at=session.get(Meeting, 7),
                text="Share the list",
                rung="agreed",
                parties=["ES", "MA"],
            )
        await opened(app, pilot, Key("action", str(made)))
        await keys(pilot, "c")
        assert isinstance(app.screen, AgendaScreen)
        assert app.screen.meeting == COMING
        assert app.screen.selected == Key("action", str(made))


async def test_where_nothing_can_be_carried_it_is_said(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await keys(pilot, "2", "c")
        assert "c carries over into a meeting; none is selected." in screen_lines(app)[-1]


# --- what came of it ---


@pytest.fixture
def after(app: Bilat) -> Bilat:
    """The trilateral was held yesterday, with everything open on its agenda."""
    from db.commands.agenda import put_on  # noqa: PLC0415
    from db.queries.agenda import agenda  # noqa: PLC0415
    from tests.db.making import MOROCCO  # noqa: PLC0415

    edited(app.store, COMING, status="held", date="2026-11-20")
    with app.store.read() as reader:
        rows = agenda(reader, COMING, MOROCCO).rows
    with app.store.write("agenda") as session:
        put_on(session, COMING, [row.key for row in rows], ())
    return app


async def test_what_came_of_it_is_said_in_a_key_an_item(after: Bilat) -> None:
    app = after
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, COMING)
        await keys(pilot, "c")
        assert "What came of it · M-2026-002" in screen_text(app)
        assert "7 of 7 unsaid" in screen_text(app)
        await keys(pilot, "r", "d", "v", "p")
        assert dispositions(app.store) == ["raised", "discussed", "advanced", "deferred", *["carried in"] * 3]
        assert screen_lines(app)[-1] == " A-2025-005 “Approaches against networks …” was deferred · u undoes"
        assert "3 of 7 unsaid" in screen_text(app)
        await keys(pilot, "u", "u")
        assert dispositions(app.store) == ["raised", "discussed", *["carried in"] * 5]
        await keys(pilot, "g", "i")
        assert dispositions(app.store)[0] == "carried in"


async def test_closing_an_item_closes_its_outcome_in_the_same_step(after: Bilat) -> None:
    app = after
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, COMING)
        before = book(app.store)
        await keys(pilot, "c", "x", "d")
        assert dispositions(app.store)[0] == "closed"
        assert value(app.store, "SELECT status FROM action WHERE id = 3") == "done"
        await keys(pilot, "u")
        assert book(app.store) == before


async def test_the_next_letter_after_a_closing_is_about_the_next_item(after: Bilat) -> None:
    app = after
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, COMING)
        await keys(pilot, "c", "x", "d", "d", "x", "c", "v")
        said = dispositions(app.store)
        assert said[:4] == ["closed", "discussed", "closed", "advanced"] or said[:3] == [
            "closed",
            "discussed",
            "closed",
        ]


async def test_closing_asks_for_the_reason_or_the_scores_as_it_does_elsewhere(after: Bilat) -> None:
    app = after
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, COMING)
        await keys(pilot, "c", "x", "s", "enter")
        assert dispositions(app.store)[0] == "closed"
        assert value(app.store, "SELECT COUNT(*) FROM action_party WHERE score = 1") == 2
        await keys(pilot, "k", "x")
        assert "A-2025-003 is done" in screen_text(app)
        await keys(pilot, "escape", "j", "x", "c")
        assert dispositions(app.store)[1] == "closed"
        assert value(app.store, "SELECT rung FROM action WHERE ref = 'A-2025-009'") == 3


async def test_a_note_on_an_item_is_kept_when_it_is_not_saved(after: Bilat) -> None:
    app = after
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, COMING)
        await keys(pilot, "c", "f")
        await type_in(pilot, "they ask for a draft")
        await keys(pilot, "escape", "e")
        assert "they ask for a draft" in screen_text(app)
        await keys(pilot, "enter")
        assert value(app.store, "SELECT note FROM agenda_item WHERE action_id = 3") == "they ask for a draft"
        await keys(pilot, "f")
        await type_in(pilot, " by May")
        await keys(pilot, "enter")
        assert value(app.store, "SELECT note FROM agenda_item WHERE action_id = 3") == (
            "they ask for a draft by May"
        )


async def test_tab_turns_between_what_to_take_up_and_what_came_of_it(after: Bilat) -> None:
    app = after
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot, COMING)
        await keys(pilot, "c", "j", "tab")
        assert "Agenda · M-2026-002" in screen_text(app)
        await keys(pilot, "d")
        assert "after the meeting; Tab turns to what came of it." in screen_lines(app)[-1]
        assert dispositions(app.store) == ["carried in"] * 7
        await keys(pilot, "tab", "space")
        assert "Space ticks what to take up; Tab goes there." in screen_lines(app)[-1]
        await keys(pilot, "d")
        assert dispositions(app.store)[1] == "discussed"


async def test_what_is_left_goes_on_to_the_next_meeting_and_the_old_agenda_stays(after: Bilat) -> None:
    app = after
    with app.store.write("enter") as session:
        making.meeting(
            session,
            parties=["DE", "ES", "MA"],
            date="2027-12-01",
            status="planned",
            series=SERIES,
            ref="M-2027-001",
        )
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, COMING)
        await keys(pilot, "c", "x", "d", "v", "c")
        assert "Agenda · M-2027-001" in screen_text(app)
        assert "6 of 6" in screen_text(app)
        assert line_with(app, "Joint committee on").rstrip(" │").endswith("×1")
        old = dispositions(app.store)
        await keys(pilot, "enter")
        assert dispositions(app.store)[:7] == old == ["closed", "advanced", *["carried in"] * 5]
        assert isinstance(app.screen, RecordScreen)
        card = screen_text(app)
        assert "advanced" in line_with(app, "Joint committee on")
        assert "agenda" in card
        await opened(app, pilot, Key("action", "14"))
        assert "into 2 meetings" in line_with(app, "carried")
        assert "M-2026-002" in line_with(app, "advanced")
        assert "M-2027-001" in line_with(app, "carried in")
        await opened(app, pilot, COMING)
        await keys(pilot, "c")
        assert line_with(app, "Joint committee on").rstrip(" │").endswith("×2")  # as its record says


async def test_lists_say_how_often_an_outcome_was_carried(after: Bilat) -> None:
    app = after
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, Key("pair", "ES-MA"))
        assert "×1" in line_with(app, "Work together more closely")


async def test_the_help_names_each_key_of_the_agenda_once(after: Bilat) -> None:
    app = after
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, COMING)
        await keys(pilot, "c", "question_mark")
        assert isinstance(app.screen, HelpModal)
        await type_in(pilot, "discussed")
        assert "the item was discussed" in screen_text(app)
        shown = app.screen_stack[-2]
        assert isinstance(shown, AgendaScreen)


async def test_keys_that_a_screen_takes_are_not_offered_twice(after: Bilat) -> None:
    app = after
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, COMING)
        await keys(pilot, "c")
        first = [action.keys[0] for action in offered(app)]
        assert len(first) == len(set(first))


async def test_symbols_have_their_ascii_twins(after: Bilat) -> None:
    from tui.glyphs import glyphs  # noqa: PLC0415

    app = after
    async with app.run_test(size=(120, 40)) as pilot:
        glyphs.choose(ascii_only=True)
        try:
            await opened(app, pilot, COMING)
            await keys(pilot, "c", "tab")
            assert screen_text(app).isascii()
        finally:
            glyphs.choose(ascii_only=False)
