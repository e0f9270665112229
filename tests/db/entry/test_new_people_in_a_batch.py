"""Somebody who is new in one line of a batch is known in the lines below it, as if the line had been entered before."""

from __future__ import annotations

import pytest

from db import Store
from db.commands.lines import enter_typed
from db.entry import Reading, read_lines
from db.rows import Moment
from tests.db.making import TODAY, count

FIRST = 'MA>ES 28 jan 2025 @"Omar Benjelloun" with:@"Inés Robledo"'


def batch(store: Store, moment: Moment, *lines: str) -> list[Reading]:
    with store.read() as reader:
        return read_lines("\n".join(lines), reader=reader, moment=moment)


@pytest.mark.parametrize("named", ["@Benjelloun", "@benj", "@Omar", "@Omar Benjelloun", '@"Omar Benjelloun"'])
def test_a_part_of_the_new_name_is_enough_in_the_next_line(
    demo_store: Store, moment: Moment, named: str
) -> None:
    _, second = batch(demo_store, moment, FIRST, f"MA>FR 3 mar 2025 {named}")
    assert not (second.creates + second.problems + second.doubts)
    assert "head Omar Benjelloun, new in a line above" in [one.reading for one in second.tokens]


def test_the_new_one_stands_on_the_side_of_their_country(demo_store: Store, moment: Moment) -> None:
    _, second = batch(demo_store, moment, FIRST, "ES>MA 3 mar 2025 @Robledo with:@Benjelloun")
    (visit,) = second.values["visits"]
    assert [one["country"] for one in visit["meetings"][0]["participants"]] == ["ES", "MA"]


def test_all_lines_together_make_one_official(demo_store: Store, moment: Moment) -> None:
    readings = batch(
        demo_store, moment, FIRST, "MA>FR 3 mar 2025 @Benjelloun", "!agreed a call a month owner:@Benjelloun"
    )
    with demo_store.write("new lines") as session:
        enter_typed(session, readings, TODAY)
    assert count(demo_store, "official", "name LIKE '%Benjelloun%'") == 1
    assert count(demo_store, "official", "name LIKE '%Robledo%'") == 1


def test_a_new_official_of_a_line_of_their_own_is_known_below(demo_store: Store, moment: Moment) -> None:
    _, second = batch(demo_store, moment, "official Omar Benjelloun, MA", "MA>FR 3 mar 2025 @Benjelloun")
    assert not second.creates


def test_two_lines_on_somebody_new_make_one_official_with_both_posts(
    demo_store: Store, moment: Moment
) -> None:
    lines = ("official Omar Benjelloun, MA, Director @DGSN", "official Omar Benjelloun, MA, Adviser @DGST")
    readings = batch(demo_store, moment, *lines)
    assert "new official “Omar Benjelloun”" in readings[0].creates
    assert "new official “Omar Benjelloun”" not in readings[1].creates
    with demo_store.write("new lines") as session:
        enter_typed(session, readings, TODAY)
    official = "(SELECT id FROM official WHERE name = 'Omar Benjelloun')"
    assert count(demo_store, "tenure", f"official_id = {official}") == 2


def test_a_new_namesake_of_a_known_one_is_asked_about(demo_store: Store, moment: Moment) -> None:
    _, second = batch(
        demo_store, moment, 'MA>ES 28 jan 2025 @"Omar Hammouchi"', "MA>FR 3 mar 2025 @Hammouchi"
    )
    (problem,) = second.problems
    assert "Abdellatif Hammouchi" in problem.problem
    assert "Omar Hammouchi" in problem.problem


def test_a_line_above_that_is_not_understood_makes_nobody(demo_store: Store, moment: Moment) -> None:
    _, second = batch(demo_store, moment, f"{FIRST} due:fri", "MA>FR 3 mar 2025 @Benjelloun")
    assert second.creates == ("new official “Benjelloun”",)
