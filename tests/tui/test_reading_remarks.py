"""What the desk says of itself: which dates wait, what is in doubt and holds the rest back, what stands there twice."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from db import Store
from tests.db.making import count
from tests.tui.desk import DOUBTFUL, ITEM, keys, read
from tests.tui.entering import settle, type_in, value
from tests.tui.reading import line_with, screen_lines, screen_text
from tui.app import Bilat
from tui.reading_desk.screen import DeskScreen
from tui.shell.read import read as read_in_the_shell

AGAIN = "The two forces will meet again on 3 June 2027 in Rabat.\n"


def item_with(screen: DeskScreen, words: str) -> int:
    """The number of the proposal whose name or text holds some words."""
    told = ((one.id, str(one.values.get("text") or one.values.get("name") or "")) for one in screen.items)
    return next(number for number, text in told if words in text)


@pytest.mark.parametrize("turn", ["", "tab"])
async def test_in_sixty_columns_both_sides_offer_to_save(desk_app: Bilat, turn: str) -> None:
    async with desk_app.run_test(size=(60, 20)) as pilot:
        await read(pilot, ITEM)
        await keys(pilot, *filter(None, [turn]))
        bottom = screen_lines(desk_app)[-1]
        assert "Ctrl+S save" in bottom
        assert "0-5 rung" in bottom


# --- the day of publication ---


@pytest.mark.parametrize("size", [(120, 40), (60, 20)])
async def test_a_publication_that_is_not_known_says_how_many_dates_wait_for_it(
    desk_app: Bilat, size: tuple[int, int]
) -> None:
    async with desk_app.run_test(size=size) as pilot:
        await read(pilot, ITEM + "They will meet again on 3 June in Rabat.\n")
        await keys(pilot, "tab", "g")
        assert "– · 2 dates wait for it; e sets it" in line_with(desk_app, "published")


async def test_no_date_waits_for_a_publication_that_is_known(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(pilot, ITEM)
        assert "1 date waits for it" in line_with(desk_app, "published")
        await keys(pilot, "tab", "g", "j", "j", "e")
        await type_in(pilot, "13 mar 2026")
        await keys(pilot, "enter")
        assert "Fri 13 Mar 2026" in line_with(desk_app, "published")
        assert "wait" not in line_with(desk_app, "published")


async def test_nothing_waits_where_every_date_is_stated(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(pilot, ITEM.replace("March 11 and 12", "March 11 and 12, 2026"))
        assert "wait" not in line_with(desk_app, "published")


# --- doubt ---


async def test_a_visit_in_doubt_says_what_waits_for_it_and_which_key_helps(desk_app: Bilat) -> None:
    text = DOUBTFUL + AGAIN
    async with desk_app.run_test(size=(60, 20)) as pilot:
        screen = await read(pilot, text)
        await keys(pilot, "A")
        assert screen.on_draft
        assert screen.draft.item is not None
        assert screen.draft.item.kind == "visit"
        assert "beneath wait for it" in screen_text(desk_app)
        bottom = screen_lines(desk_app)[-1]
        assert "2 taken; the visit is in doubt: Enter takes it with its" in bottom
        told = int(bottom.rsplit(" ", 1)[1])
        before = sum(one.state == "taken" for one in screen.items)
        await keys(pilot, "enter")
        assert sum(one.state == "taken" for one in screen.items) - before == told + 1
        (sure,) = re.findall(r"A takes (\d+) more that are sure", screen_lines(desk_app)[-1])
        await keys(pilot, "A")
        assert f"{sure} taken" in screen_lines(desk_app)[-1]


# --- what stands there twice ---


async def test_an_outcome_that_is_a_meeting_to_come_says_so_and_both_are_kept(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 60)) as pilot:
        screen = await read(pilot, ITEM + AGAIN)
        assert "is the meeting of 3 Jun 2027 below" in screen_text(desk_app)
        meeting = next(one for one in screen.items if one.values.get("status") == "planned")
        screen.go_to_draft(meeting.id)
        await settle(pilot)
        assert "it stands among the outcomes too, as agreed" in screen_text(desk_app)
        await keys(pilot, "A", "ctrl+s", "ctrl+s")
        assert value(desk_app.store, "SELECT date_edtf FROM meeting WHERE status = 'planned'") == "2027-06-03"
        assert count(desk_app.store, "action", "text LIKE 'The two forces will meet again%'") == 1


async def test_an_outcome_that_only_falls_due_is_no_meeting(desk_app: Bilat) -> None:
    due = "Portugal agreed to send the draft of a new treaty by 3 June 2027.\n"
    async with desk_app.run_test(size=(120, 60)) as pilot:
        await read(pilot, ITEM + due + AGAIN)
        assert screen_text(desk_app).count("is the meeting of") == 1


async def test_the_parties_of_a_meeting_stand_in_the_same_order_however_they_are_told(
    desk_app: Bilat,
) -> None:
    async with desk_app.run_test(size=(120, 60)) as pilot:
        await read(pilot, ITEM + AGAIN)
        told = {line.partition("eeting ")[2][:5] for line in screen_lines(desk_app) if "○ Meeting" in line}
        assert told == {"MA·PT"}
        await keys(pilot, "m", "ctrl+u")
        await type_in(pilot, "PT MA")
        assert "Meeting MA·PT" in screen_text(desk_app)
        assert "PT·MA" not in screen_text(desk_app)


def test_the_page_of_the_shell_has_them_in_that_order_too(
    empty_store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "article.txt"
    path.write_text(ITEM + AGAIN, "utf-8")
    assert read_in_the_shell([str(path), "--store", str(empty_store.path)]) == 0
    page = capsys.readouterr().out
    assert page.count("meeting MA PT") == 2
    assert "PT MA" not in page


# --- people ---


async def test_a_single_name_that_is_all_that_is_printed_says_so(desk_app: Bilat) -> None:
    text = "Interior Minister Calado of Portugal met Karim Senhaji of Morocco in Lisbon on 4 May 2026.\n"
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(pilot, text)
        assert "one name only; e adds the rest" in screen_text(desk_app)


# --- a key that means something else elsewhere ---


async def test_d_leaves_a_line_of_the_draft_out_and_has_it_back(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        screen = await read(pilot, ITEM)
        number = item_with(screen, "liaison office")
        screen.go_to_draft(number)
        await keys(pilot, "d")
        states = {one.id: one.state for one in screen.items}
        assert states[number] == "left"
        screen.go_to_draft(number)
        await keys(pilot, "d")
        assert {one.id: one.state for one in screen.items}[number] == "open"


async def test_a_key_without_a_sign_is_called_by_its_name(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(pilot, ITEM)
        await keys(pilot, "space")
        assert "Space does nothing here" in screen_lines(desk_app)[-1]


# --- what the bottom line says ---


async def test_a_sentence_that_is_left_out_says_so_and_comes_back(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(60, 20)) as pilot:
        screen = await read(pilot, ITEM)
        await keys(pilot, "j", "j", "j", "4")
        assert "Filed as agreed." in screen_lines(desk_app)[-1]
        await keys(pilot, "minus")
        assert "Left out; - has it back." in screen_lines(desk_app)[-1]
        (filed,) = [one.state for one in screen.items if "reviewed the state" in str(one.values.get("text"))]
        assert filed == "left"
        await keys(pilot, "minus")
        assert "in the draft again" in screen_lines(desk_app)[-1]


async def test_of_two_outcomes_in_a_sentence_none_comes_back_while_the_other_is_left_out(
    desk_app: Bilat,
) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        screen = await read(pilot, ITEM)
        screen.go_to_draft(item_with(screen, "praised"))
        await keys(pilot, "minus", "tab")
        await keys(pilot, "g", "j", "j", "j", "j", "minus")
        told = [
            one for one in screen.items if one.kind == "outcome" and one.values["rung"] in ("noted", "agreed")
        ]
        assert [one.state for one in told] == ["open", "left", "left"]


async def test_what_was_said_of_one_key_does_not_stay_under_the_next(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        screen = await read(pilot, ITEM)
        await keys(pilot, "j", "j", "j", "4")
        screen.go_to_draft(item_with(screen, "liaison office"))
        await keys(pilot, "enter")
        assert "Filed" not in screen_lines(desk_app)[-1]


async def test_a_sentence_that_is_taken_is_counted_as_the_draft_counts(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(pilot, ITEM)
        await keys(pilot, "enter")
        (above,) = re.findall(r"([\d,]+) taken", screen_lines(desk_app)[0])
        assert f"{above} taken" in screen_lines(desk_app)[-1]


async def test_the_dates_that_are_still_offered_are_counted_down(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(pilot, ITEM + "They will meet again on 3 June in Rabat.\n")
        await keys(pilot, "tab", "g", "j", "j", "e")
        await type_in(pilot, "13 mar 2026")
        await keys(pilot, "enter")
        assert "2 dates count from the publication" in screen_lines(desk_app)[-1]
        await keys(pilot, "enter")
        assert "1 more date counts from the publication" in screen_lines(desk_app)[-1]
        await keys(pilot, "enter")
        assert "the last date" in screen_lines(desk_app)[-1]


async def test_a_field_that_is_said_otherwise_leaves_no_empty_notice_on_the_screen(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(60, 20)) as pilot:
        await read(pilot, ITEM)
        await keys(pilot, "tab", "g", "e")
        await type_in(pilot, "Talks in Faro")
        await keys(pilot, "enter")
        assert len(desk_app._notifications) == 0
        assert "Title: Talks in Faro" in screen_lines(desk_app)[-1]


@pytest.mark.parametrize("key", ["a", "x", "f", "w"])
async def test_a_key_for_records_says_what_works_on_a_draft(desk_app: Bilat, key: str) -> None:
    async with desk_app.run_test(size=(60, 20)) as pilot:
        await read(pilot, ITEM)
        await keys(pilot, key)
        assert "This key is for records; here 0-5 file, Ctrl+S saves." in screen_lines(desk_app)[-1]


async def test_where_only_the_text_is_shown_it_counts_what_is_taken(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(60, 20)) as pilot:
        await read(pilot, ITEM)
        assert re.search(r"0 taken · \d+ open · 1 of 9", screen_lines(desk_app)[0])
        await keys(pilot, "enter")
        assert "0 taken" not in screen_lines(desk_app)[0]
        await pilot.resize_terminal(120, 40)
        await settle(pilot)
        assert screen_lines(desk_app)[0].count(" taken") == 1
        await pilot.resize_terminal(60, 20)
        await settle(pilot)
        assert " taken" in screen_lines(desk_app)[0]


# --- a text of nothing ---


async def test_a_text_that_tells_of_no_event_says_which_key_begins_one(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(pilot, "The harbour was calm.\n\nNothing else was to be seen that day.\n")
        assert "m on a sentence" in line_with(desk_app, "No visit and no meeting was found")
        await keys(pilot, "m")
        await type_in(pilot, "MA>ES")
        await keys(pilot, "enter")
        assert "Visit MA→ES" in screen_text(desk_app)
        assert "No visit and no meeting was found" not in screen_text(desk_app)


async def test_a_small_screen_says_it_on_the_side_of_the_draft(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(60, 20)) as pilot:
        await read(pilot, "The harbour was calm.\n\nNothing else was to be seen that day.\n")
        await keys(pilot, "tab")
        assert "No visit and no meeting was found; m on" in screen_text(desk_app)


# --- lines that do not all fit ---

MANY = (
    "Moroccan police chief Jane Doe met Spain's police chief in Madrid on 12 March 2026. They discussed terrorism, "
    "drug trafficking, human trafficking, money laundering, cybercrime, firearms trafficking, border management, "
    "migrant smuggling, extradition and customs.\n"
)


async def test_topics_that_do_not_all_fit_say_how_many_more_there_are(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(pilot, MANY)
        lines = screen_lines(desk_app)
        assert any(re.search(r"· \d+ more", line) for line in lines)
        assert not any(re.search(r"[│▌]\s+· ", line) for line in lines)


async def test_what_is_cut_ends_with_a_whole_word(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(pilot, MANY)
        (cut,) = [line.rstrip(" │") for line in screen_lines(desk_app) if line.rstrip(" │").endswith(" …")]
        assert cut.split()[-2].strip(",") in MANY.replace(",", "").split()
