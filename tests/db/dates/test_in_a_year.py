"""A date without a year as one of a year."""

from __future__ import annotations

import pytest

from db.dates import PartialDate
from db.dates.firmer import firmer
from db.dates.in_a_year import in_year


@pytest.mark.parametrize(
    ("edtf", "year", "expected"),
    [
        ("XXXX-06-12", 2025, "2025-06-12"),
        ("XXXX-06", 2025, "2025-06"),
        ("XXXX-12-30/XXXX-01-02", 2024, "2024-12-30/2025-01-02"),
        ("XXXX-02-29", 2024, "2024-02-29"),
        ("2021-06-12", 2025, "2021-06-12"),
    ],
)
def test_a_date_without_a_year_has_its_days_in_any(edtf: str, year: int, expected: str) -> None:
    found = in_year(PartialDate(edtf, "as written"), year)
    assert found is not None
    assert (found.edtf, found.text) == (expected, "as written")


@pytest.mark.parametrize(("edtf", "year"), [("XXXX-02-29", 2025), ("XXXX-06-12", 999)])
def test_a_year_that_has_no_such_day_gives_none(edtf: str, year: int) -> None:
    assert in_year(PartialDate(edtf), year) is None


@pytest.mark.parametrize(
    ("known", "told", "better"),
    [
        ("XXXX-12-30/XXXX-01-02", "2024-12-30/2025-01-02", True),
        ("XXXX-12-30/XXXX-01-02", "2024-12-30/2025-01-03", False),
        ("XXXX-02-29", "2025-02-28", False),
    ],
)
def test_days_over_new_year_are_known_better_with_their_year(known: str, told: str, better: bool) -> None:
    assert firmer(PartialDate(known), PartialDate(told)) is better
