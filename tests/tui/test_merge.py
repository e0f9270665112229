"""m makes one record of two: side by side first, one step, and one key takes it back."""

from __future__ import annotations

import pytest
from sqlmodel import select
from textual.pilot import Pilot

from db import Store
from db.dates import PartialDate
from db.models import Official, Participant, Visit
from db.queries.merging import sides
from db.rows import Key, Kind
from tests.db.making import visit_entered
from tests.tui.entering import count, settle, type_in, value
from tests.tui.reading import line_with, screen_lines, screen_text, style_of
from tui.app import Bilat
from tui.deeds.merging import compare as show_both
from tui.modals.merge import MergeModal
from tui.modals.merge_with import MergeWithModal
from tui.screens.main import MainScreen
from tui.screens.record import RecordScreen

JANUARY, JUNE, MAY = "V-2025-001", "V-2022-001", "V-2024-001"


def merged_into(store: Store, ref: str) -> object:
    return value(store, f"SELECT merged_into FROM visit WHERE ref = '{ref}'")


def key_of(store: Store, kind: Kind, where: str) -> Key:
    return Key(kind, str(value(store, f"SELECT id FROM {kind} WHERE {where}")))


def point_at(app: Bilat, ref: str) -> None:
    assert isinstance(app.screen, MainScreen)
    app.screen._rows("timeline").select(key_of(app.store, "visit", f"ref = '{ref}'"))


async def open_picker(app: Bilat, pilot: Pilot[int]) -> None:
    """On the visit of January."""
    await pilot.press("4")
    point_at(app, JANUARY)
    await pilot.press("m")
    await settle(pilot)
    assert type(app.screen) is MergeWithModal


async def compare(app: Bilat, pilot: Pilot[int]) -> None:
    """The visit of January with that of May 2024, which is the first to be proposed."""
    await open_picker(app, pilot)
    await pilot.press("enter")
    await settle(pilot)
    assert type(app.screen) is MergeModal


async def compare_twins(app: Bilat, pilot: Pilot[int]) -> None:
    """The visit of January with one that was entered a second time."""
    visit_entered(
        app.store,
        ref="V-2026-004",
        date="2025-01-28/2025-01-29",
        place="Madrid, at the Canillas complex",
        meetings=[{"parties": ["ES", "MA"], "actions": [{"text": "Patrol", "rung": "agreed"}]}],
    )
    app.reread()
    await compare(app, pilot)
    assert "V-2026-004" in screen_text(app)


async def test_likely_ones_are_proposed_first_and_what_is_known_apart_never(app: Bilat) -> None:
    visit_entered(app.store, ref="V-2026-004", date="2025-01-28/2025-01-29")
    async with app.run_test(size=(120, 40)) as pilot:
        await open_picker(app, pilot)
        assert "V-2026-004" in line_with(app, "likely")
        assert "same days" in line_with(app, "V-2026-004")
        assert MAY in screen_text(app)
        assert JUNE not in screen_text(app)  # the articles say that it is another one


async def test_any_other_record_of_the_kind_is_found_by_typing(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_picker(app, pilot)
        await type_in(pilot, "qatar")
        await settle(pilot)
        assert "MA→QA" in screen_text(app)
        assert MAY not in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, MainScreen)
        assert "visits of different country pairs cannot be one" in screen_lines(app)[-1]


async def test_enter_merges_and_says_what_moved_and_u_takes_it_back(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await compare_twins(app, pilot)
        assert "1 meeting, 1 outcome" in line_with(app, "moves over")
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, MainScreen)
        assert screen_lines(app)[-1].startswith(
            " V-2026-004 went into V-2025-001: 1 meeting, 1 outcome · u undoes"
        )
        assert merged_into(app.store, "V-2026-004") == 1
        await pilot.press("u")
        await settle(pilot)
        assert merged_into(app.store, "V-2026-004") is None


async def test_the_side_that_is_chosen_stands(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await compare_twins(app, pilot)
        assert "● Madrid " in line_with(app, "place")
        await pilot.press("space")
        assert "○ Madrid " in line_with(app, "place")
        await pilot.press("left")
        assert "● Madrid " in line_with(app, "place")
        await pilot.press("right", "enter")
        await settle(pilot)
    assert value(app.store, "SELECT place FROM visit WHERE id = 1") == "Madrid, at the Canillas complex"


async def test_s_swaps_which_of_the_two_stays(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await compare_twins(app, pilot)
        assert screen_text(app).index("V-2025-001 stays") < screen_text(app).index("V-2026-004 goes into it")
        await pilot.press("left", "s")
        assert "V-2026-004 stays" in screen_text(app)
        assert "○ Madrid, at the Canillas complex" in line_with(app, "place ")  # what was chosen still stands
        assert "● working" in line_with(app, "kind ")
        await pilot.press("enter")
        await settle(pilot)
        assert screen_lines(app)[-1].startswith(" V-2025-001 went into V-2026-004: ")
    assert merged_into(app.store, "V-2025-001") is not None
    assert value(app.store, "SELECT place FROM visit WHERE ref = 'V-2026-004'") == "Madrid"


async def test_what_differs_stands_out_and_what_is_the_same_recedes(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await compare_twins(app, pilot)
        assert "●" not in line_with(app, "  status ")
        chosen, other = style_of(app, "● Madrid "), style_of(app, "○ Madrid, at")
        assert chosen != other


async def test_esc_leaves_everything_as_it_was(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        before = count(app.store, "change")
        await compare(app, pilot)
        await pilot.press("space", "escape")
        await settle(pilot)
        assert isinstance(app.screen, MainScreen)
        await pilot.press("m", "escape")
        await settle(pilot)
        assert isinstance(app.screen, MainScreen)
    assert count(app.store, "change") == before


async def test_two_marked_visits_are_compared_at_once(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4")
        point_at(app, JANUARY)
        await pilot.press("space")
        point_at(app, MAY)
        await pilot.press("space", "m")
        await settle(pilot)
        assert type(app.screen) is MergeModal
        await pilot.press("enter")
        await settle(pilot)
        assert " went into " in screen_lines(app)[-1]
        await pilot.press("m")
        await settle(pilot)
        assert "Which visit is the same" in screen_text(app)  # no marks are left


async def test_not_the_same_is_remembered(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await compare(app, pilot)
        await pilot.press("N")
        await settle(pilot)
        assert "are not the same, and are not proposed again · u undoes" in screen_lines(app)[-1]
        assert count(app.store, "not_same") == 1
        await pilot.press("m")
        await settle(pilot)
        assert MAY not in "\n".join(line for line in screen_lines(app) if "MA→ES" in line and "│▌" in line)
        await type_in(pilot, MAY)
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "It was said that these two are not the same." in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert type(app.screen) is MergeModal
        assert "Enter again merges them" in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, MainScreen)
    assert count(app.store, "not_same") == 0


async def test_a_card_says_what_went_into_it_and_m_takes_it_out(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await compare(app, pilot)
        await pilot.press("enter")
        await settle(pilot)
        app.open_record(key_of(app.store, "visit", f"ref = '{JANUARY}'"))
        await settle(pilot)
        await pilot.press("G")
        assert f"from {MAY}" in line_with(app, "merged  ")
        await pilot.press("m")
        await settle(pilot)
        await type_in(pilot, "un-merge")
        await settle(pilot)
        assert MAY in line_with(app, "un-merge  ")
        await pilot.press("enter")
        await settle(pilot)
        assert f"{MAY} comes out of {JANUARY} and stands again." in screen_text(app)
        assert merged_into(app.store, MAY) is not None  # nothing has happened yet
        await pilot.press("enter")
        await settle(pilot)
        assert screen_lines(app)[-1].startswith(f" {MAY} came out of {JANUARY} again · u undoes")
        assert f"from {MAY}" not in screen_text(app)
    assert merged_into(app.store, MAY) is None


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_a_merge_is_shown_before_it_is_taken_apart_and_esc_leaves_it(
    app: Bilat, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await compare_twins(app, pilot)
        await pilot.press("l", "enter")  # the title of the other one
        await settle(pilot)
        app.open_record(key_of(app.store, "visit", f"ref = '{JANUARY}'"))
        await settle(pilot)
        await pilot.press("m")
        await settle(pilot)
        await type_in(pilot, "un-merge")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "2 meetings, 1 outcome" in line_with(app, "go back")
        assert f"of {JANUARY}" in line_with(app, "as before")
        assert "Enter takes it out" in screen_text(app)
        await pilot.press("escape")
        await settle(pilot)
    assert merged_into(app.store, "V-2026-004") == 1


async def test_a_merged_visits_old_ref_opens_the_kept_one(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await compare(app, pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press(":")
        await type_in(pilot, MAY)
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, RecordScreen)
        assert app.screen.record_key == key_of(app.store, "visit", f"ref = '{JANUARY}'")


async def test_an_open_record_that_goes_into_another_shows_the_other(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        app.open_record(key_of(app.store, "visit", f"ref = '{MAY}'"))
        await settle(pilot)
        await pilot.press("m")
        await settle(pilot)
        await type_in(pilot, JANUARY)
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, RecordScreen)
        assert app.screen.record_key == key_of(app.store, "visit", f"ref = '{JANUARY}'")
        assert "28–29 Jan 2025" in screen_lines(app)[1] + screen_lines(app)[0]


async def test_officials_are_merged_with_their_spellings(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2", "j", "m")
        await settle(pilot)
        assert "Which official is the same · Abdellatif Hammouchi" in screen_text(app)
        await type_in(pilot, "laftit")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert " went into Abdellatif Hammouchi: " in screen_lines(app)[-1]
        assert "spelling" in screen_lines(app)[-1]


async def test_m_on_an_open_record_compares_it_with_another_of_its_kind(app: Bilat) -> None:
    kinds: tuple[Kind, ...] = ("official", "post", "organisation", "source")
    async with app.run_test(size=(80, 24)) as pilot:
        for kind in kinds:
            app.open_record(Key(kind, "1"))
            await settle(pilot)
            await pilot.press("m")
            await settle(pilot)
            assert f"Which {kind} is the same" in screen_text(app)
            await pilot.press("enter")
            await settle(pilot)
            assert type(app.screen) is MergeModal
            await pilot.press("enter", "enter")
            await settle(pilot)
            assert isinstance(app.screen, RecordScreen)
            assert count(app.store, f"{kind} WHERE merged_into = 1") == 1


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        (["m"], "m merges visits, officials, posts, organisations and sources"),
        (["3", "m"], "m merges visits, officials, posts, organisations and sources"),
        (["4", "j", "space", "space", "m"], "Meeting and visit cannot be one"),
        (["4", *["j", "space"] * 3, "m"], "m makes one record of two; 3 are marked"),
    ],
)
async def test_what_m_cannot_merge_it_says(app: Bilat, keys: list[str], sentence: str) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*keys)
        await settle(pilot)
        assert isinstance(app.screen, MainScreen)
        assert sentence in screen_lines(app)[-1]


async def test_a_merge_that_is_refused_stays_open_and_says_why(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await compare(app, pilot)
        with app.store.write("edit") as session:
            from db.models import Visit  # noqa: PLC0415

            session.get_one(Visit, 1).title = "Changed meanwhile"
        await pilot.press("enter")
        await settle(pilot)
        assert type(app.screen) is MergeModal
        assert "V-2025-001 has changed since you looked. Nothing was merged" in screen_text(app)
        assert "Changed meanwhile" in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, MainScreen)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_everything_that_one_needs_is_on_the_screen(app: Bilat, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await compare_twins(app, pilot)
        text = screen_text(app)
        for words in ("Merge two visits", "stays", "moves over", "Enter merges", "Space side", "s swaps"):
            assert words in text
        assert "Madrid, at the Canillas complex" in text  # whole, under the fields
        await pilot.press("G")
        last = app.screen._sheet.field  # type: ignore[attr-defined]
        assert last.field.name == "note" or last == app.screen._sides.fields[-1]  # type: ignore[attr-defined]
        assert "▌" in screen_text(app)


async def test_a_click_on_a_value_lets_it_stand(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await compare_twins(app, pilot)
        lines = screen_lines(app)
        y = lines.index(line_with(app, "○ Madrid, at"))
        await pilot.click(offset=(lines[y].index("○ Madrid, at") + 3, y))
        assert "● Madrid, at" in line_with(app, "place ")


async def test_hostile_text_is_shown_as_harmless_text(app: Bilat) -> None:
    visit_entered(app.store, ref="V-2026-004", date="2025-01-28/2025-01-29", title="\x1b[31m[red]x" * 200)
    async with app.run_test(size=(80, 24)) as pilot:
        await compare(app, pilot)
        assert "\x1b" not in screen_text(app)
        assert "[red]x" in screen_text(app)


async def test_the_fuller_official_is_proposed_to_stay_whoever_was_entered_first(app: Bilat) -> None:
    with app.store.write("a poor record before the full one") as session:
        poor = Official(id=9001, name="Hamouchi Abdelatif", sort_name="hamouchi abdelatif", country="MA")
        rich = Official(id=9002, name="Abdellatif Hamouchi", sort_name="hamouchi abdellatif", country="MA")
        session.add_all([poor, rich])
        session.flush()
        session.add(Participant(meeting_id=1, official_id=9002, country="MA", role="member"))
    async with app.run_test(size=(120, 40)) as pilot:
        for pair in ((9001, 9002), (9002, 9001)):
            show_both(app, *(Key("official", str(number)) for number in pair))
            await settle(pilot)
            text = screen_text(app)
            assert text.index("Abdellatif Hamouchi stays") < text.index("Hamouchi Abdelatif goes into it")
            await pilot.press("escape")
            await pilot.pause()


async def test_n_says_that_the_two_are_not_the_same(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await compare_twins(app, pilot)
        await pilot.press("n")
        await settle(pilot)
        assert "are not the same" in screen_text(app)
        assert merged_into(app.store, "V-2026-004") is None


async def test_one_date_written_in_two_ways_is_no_difference(app: Bilat) -> None:
    visit_entered(app.store, ref="V-2026-004", date="2025-01-28/2025-01-29")
    with app.store.write("the words of a source") as session:
        visit = session.exec(select(Visit).where(Visit.ref == "V-2026-004")).one()
        visit.when = PartialDate("2025-01-28/2025-01-29", "28 to 29 Jan 2025")
        session.add(visit)
    keys = (key_of(app.store, "visit", f"ref = '{ref}'") for ref in (JANUARY, "V-2026-004"))
    with app.store.read() as reader:
        found = {one.field.name: one for one in sides(reader, *keys).fields}
    assert found["date"].keep == found["date"].lose


async def test_a_ref_that_went_into_another_record_opens_that_one_and_says_so(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await compare_twins(app, pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("ctrl+p")
        await type_in(pilot, "V-2026-004")
        await settle(pilot)
        assert "V-2026-004 went into V-2025-001" in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, RecordScreen)
        assert app.screen.record_key == key_of(app.store, "visit", f"ref = '{JANUARY}'")
        assert "V-2026-004 went into V-2025-001." in screen_text(app)
