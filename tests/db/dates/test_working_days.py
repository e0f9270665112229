"""The desk's own working days: said in a setting, they count wherever those of its country would."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from db.dates.weekends import SATURDAY_SUNDAY, choose_working_days, read_weekend, weekend_of, working_days
from db.errors import BadInput


@pytest.fixture(autouse=True)
def _days_as_before() -> Iterator[None]:
    yield
    choose_working_days("", "")


@pytest.mark.parametrize(
    ("days", "weekend"),
    [
        ("Mon-Fri", {5, 6}),
        ("sun-thu", {4, 5}),
        ("Sat-Wed", {3, 4}),
        ("Mon-Wed, Fri", {3, 5, 6}),
        ("Monday-Thursday Sunday", {4, 5}),
        ("Mon-Sun", set()),
        ("Tue", {0, 2, 3, 4, 5, 6}),
    ],
)
def test_a_week_of_working_days_leaves_its_weekend(days: str, weekend: set[int]) -> None:
    assert read_weekend(days) == weekend


@pytest.mark.parametrize("days", ["", "five", "Mon-", "Mon-Fry", "1-5", "Mon/Fri"])
def test_what_is_no_day_is_refused_with_an_example(days: str) -> None:
    with pytest.raises(BadInput, match="Mon-Fri"):
        read_weekend(days)


def test_the_days_of_the_desk_count_for_its_country_and_for_no_other() -> None:
    choose_working_days("MA", "Sun-Thu")
    assert weekend_of("MA") == {4, 5}
    assert weekend_of("ES") == SATURDAY_SUNDAY
    assert working_days(date(2026, 11, 19), 1, weekend_of("MA")) == date(2026, 11, 22)
    choose_working_days("MA", "")
    assert weekend_of("MA") == SATURDAY_SUNDAY


def test_a_wrong_week_changes_nothing() -> None:
    choose_working_days("MA", "Sun-Thu")
    with pytest.raises(BadInput):
        choose_working_days("MA", "never")
    assert weekend_of("MA") == {4, 5}
