"""The calendar's arithmetic: weeks and months, days that are typed, and how lines are shared out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from db.dates import PartialDate
from db.rows import FollowUpRow, Key
from db.rows.calendar import CalendarMonth, CalendarRow
from tui.calendar.agenda import CROWDED, blocks, period
from tui.calendar.days import EARLIEST, LATEST, days_on, month_of, months_on, read_day, week_number
from tui.calendar.lanes import week_of
from tui.calendar.plan import plan


def test_six_weeks_hold_every_month() -> None:
    for first_weekday in range(7):
        for number in range(1, 13):
            shown = month_of(date(2026, number, 15), first_weekday)
            assert shown.first.weekday() == first_weekday
            assert shown.first <= shown.month < shown.month_end <= shown.last
            assert (shown.last - shown.first).days == 41


def test_a_month_on_ends_with_the_month() -> None:
    assert months_on(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert months_on(date(2028, 1, 31), 1) == date(2028, 2, 29)
    assert months_on(date(2026, 12, 31), 1) == date(2027, 1, 31)
    assert months_on(date(2026, 1, 15), -1) == date(2025, 12, 15)


def test_the_calendar_has_two_ends() -> None:
    assert days_on(LATEST, 1) == months_on(LATEST, 1) == LATEST
    assert days_on(EARLIEST, -1) == months_on(EARLIEST, -1) == EARLIEST
    for day in (EARLIEST, LATEST):
        assert month_of(day, 6)


def test_a_week_has_the_number_of_its_thursday() -> None:
    assert week_number(date(2026, 12, 28)) == 53
    assert week_number(date(2027, 1, 4)) == 1
    assert week_number(date(2026, 12, 27)) == 53  # from Sunday on


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3 dec", date(2026, 12, 3)),
        ("3 nov", date(2026, 11, 3)),
        ("29 feb", date(2028, 2, 29)),
        ("3 jan", date(2027, 1, 3)),
        ("feb", date(2027, 2, 1)),
        ("jan 2027", date(2027, 1, 1)),
        ("+2w", date(2026, 12, 5)),
        ("2030", date(2030, 1, 1)),
    ],
)
def test_a_typed_day_is_found(text: str, day: date) -> None:
    assert read_day(text, date(2026, 11, 21), date(2026, 11, 21), day_first=True) == day


def test_a_day_without_a_year_is_near_the_one_that_is_shown() -> None:
    shown = date(2031, 3, 3)
    assert read_day("12 nov", date(2026, 11, 21), shown, day_first=True) == date(2030, 11, 12)
    assert read_day("29 feb", date(2026, 11, 21), LATEST, day_first=True) == date(9996, 2, 29)


def crowd(count: int) -> list[CalendarRow]:
    day = date(2026, 11, 11)
    row = FollowUpRow(
        Key("followup", "1"), "", "", PartialDate.day(day), False, "us", "open", "", "", None, ""
    )
    return [CalendarRow(row, "due", day, day, "days", sure=True) for _ in range(count)]


def test_what_has_no_line_is_counted() -> None:
    week = week_of(crowd(5), date(2026, 11, 9), 2)
    assert [len(lane) for lane in week.lanes] == [1, 1]
    assert week.more == (0, 0, 3, 0, 0, 0, 0)


def test_the_agenda_of_a_crowded_month_goes_by_weeks() -> None:
    shown = month_of(date(2026, 11, 1), 0)
    for count, days in (
        (CROWDED, (date(2026, 11, 1), date(2026, 11, 30))),
        (CROWDED + 1, (date(2026, 11, 9), date(2026, 11, 15))),
    ):
        month = CalendarMonth(tuple(crowd(count)), (), (), (), ())
        assert period(month, shown, date(2026, 11, 11)) == days
        lines = [
            line for block in blocks(month, shown, days, date(2026, 11, 21), 100) for line in block.lines
        ]
        assert len(lines) == count + 1


def sizes() -> Iterator[tuple[int, int]]:
    yield from ((width, height) for width in (40, 60, 72, 80, 120, 200) for height in range(15, 70))


def test_there_is_always_room_for_both_or_for_one() -> None:
    for width, height in sizes():
        found = plan(width, height - 1, month=True)
        assert found.week >= 1
        if found.one_pane:
            assert found.month == height - 2
        else:
            assert height - 1 - found.month >= 8
