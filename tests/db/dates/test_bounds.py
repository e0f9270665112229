"""The days that a date may cover, and what lists and deadlines make of them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.dates import UNSTATED, PartialDate, read_date
from db.errors import BadInput
from tests.db.dates.strategies import partial_dates

BOUNDS = {
    "XXXX-01-28/XXXX-01-29": (None, None),
    "XXXX-06": (None, None),
    "2022-06": ("2022-06-01", "2022-06-30"),
    "2030": ("2030-01-01", "2030-12-31"),
    "2022-10-10~": ("2022-10-10", "2022-10-10"),
    "[2025-01-28..2025-01-29]": ("2025-01-28", "2025-01-29"),
    "2015-05/..": ("2015-05-01", None),
    "2015-05/": ("2015-05-01", None),
    "../2020": (None, "2020-12-31"),
    "/2020": (None, "2020-12-31"),
    "2024-02": ("2024-02-01", "2024-02-29"),
    "2015-05/2020": ("2015-05-01", "2020-12-31"),
    "2025-21": ("2025-03-01", "2025-05-31"),
    "2025-22": ("2025-06-01", "2025-08-31"),
    "2025-23": ("2025-09-01", "2025-11-30"),
    "2025-24": ("2025-12-01", "2026-02-28"),
    "2023-24": ("2023-12-01", "2024-02-29"),
    "9999-24": ("9999-12-01", "9999-12-31"),
    "2026-33": ("2026-01-01", "2026-03-31"),
    "2026-36": ("2026-10-01", "2026-12-31"),
    "2026-40": ("2026-01-01", "2026-06-30"),
    "2026-41": ("2026-07-01", "2026-12-31"),
    "202X": ("2020-01-01", "2029-12-31"),
    "2026-06-11~/2026-06-20~": ("2026-06-11", "2026-06-20"),
    "": (None, None),
}


@pytest.mark.parametrize(("edtf", "days"), BOUNDS.items())
def test_a_date_covers_these_days(edtf: str, days: tuple[str | None, str | None]) -> None:
    found = PartialDate.from_edtf(edtf)
    assert found.edtf == edtf
    first, last = (date.fromisoformat(day) if day else None for day in days)
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        (" 2025-01-28 ", "2025-01-28"),
        ("2025-01-28/2025-01-28", "2025-01-28"),
        ("[2025-01-28..2025-01-28]", "2025-01-28"),
        ("[2025-01-28,2025-01-29]", "[2025-01-28..2025-01-29]"),
        ("2025-01-XX", "2025-01"),
        ("2025-XX-XX", "2025"),
        ("xxxx-01-28", "XXXX-01-28"),
    ],
)
def test_one_meaning_has_one_expression(written: str, canonical: str) -> None:
    assert PartialDate.from_edtf(written).edtf == canonical


@pytest.mark.parametrize(
    "edtf",
    [
        "2026-02-30", "2026-13", "2026-13-01", "2026-00-01", "2025-02-29", "XXXX-02-30", "2026-35-01",
        "2025-01-29/2025-01-28", "XXXX-01-29/XXXX-01-28", "XXXX-01-28/2025-01-29", "../..", "/", "2025/01",
        "XXXX", "XXXX-XX-01", "202X-01", "0999", "2025-1-28", "20250128", "28 Jan 2025", "[2025..]",
        "[2025-01-28~..2025-01-29]", "[2025-01-28,2025-01-30]", "2025-01-28T10:00", "٢٠٢٥", "2025-25", "?",
    ],
)  # fmt: skip
def test_an_impossible_expression_is_refused(edtf: str) -> None:
    with pytest.raises(BadInput) as error:
        PartialDate.from_edtf(edtf)
    assert str(error.value).endswith(".")


def test_a_date_without_a_year_is_never_overdue() -> None:
    for unknown in (
        UNSTATED,
        PartialDate.from_edtf("XXXX-01-28"),
        PartialDate("", "last Wednesday", "relative"),
    ):
        assert not unknown.known
        assert not unknown.before(date.max)


def test_a_deadline_is_overdue_the_day_after_its_last_day() -> None:
    due = PartialDate.from_edtf("2030")
    assert not due.before(date(2030, 12, 31))
    assert due.before(date(2031, 1, 1))
    assert not PartialDate.from_edtf("2015-05/..").before(date.max)


def test_a_date_says_how_sure_it_is() -> None:
    assert PartialDate.day(date(2025, 1, 28)).exact
    for edtf in ("2025-01", "2025-01-28~", "XXXX-01-28", "2025-01-28/2025-01-29", ""):
        assert not PartialDate.from_edtf(edtf).exact
    assert PartialDate.from_edtf("2022-10-10~").approximate
    assert PartialDate.from_edtf("2022-10-10?").uncertain
    both = PartialDate.from_edtf("2022-10-10%")
    assert both.approximate
    assert both.uncertain
    assert PartialDate.from_edtf("XXXX-01-28").yearless
    assert not PartialDate.from_edtf("202X").yearless


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        ("2025-06-10", 1),
        ("2025-06-10/2025-06-12", 3),
        ("2024-02", 29),
        ("XXXX-06-10", 0),
        ("2025/..", 0),
        ("", 0),
    ],
)
def test_a_date_says_how_many_days_it_covers(edtf: str, days: int) -> None:
    assert PartialDate(edtf).days == days


def test_dates_are_equal_by_all_they_say() -> None:
    assert PartialDate("2025", "2025") != PartialDate("2025")
    assert len({PartialDate("2025"), PartialDate("2025"), PartialDate("2025", basis="inferred")}) == 2


@given(partial_dates, st.dates())
def test_bounds_are_in_order_and_agree_with_overdue(partial: PartialDate, day: date) -> None:
    if partial.first and partial.last:
        assert partial.first <= partial.last
        assert partial.before(day) == (partial.last < day)
    assert partial.known == (not partial.yearless)


@given(st.dates(date(1000, 1, 1)), st.booleans())
def test_a_day_is_itself_however_it_is_typed(day: date, day_first: bool) -> None:
    forms = [
        day.isoformat(),
        f"{day:%Y%m%d}",
        f"{day.day}/{day.month}/{day.year}" if day_first else day.isoformat(),
    ]
    for form in forms:
        assert (
            read_date(form, today=date(2026, 11, 21), day_first=day_first).edtf == PartialDate.day(day).edtf
        )
