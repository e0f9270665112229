"""A calendar puts a date on days only when it says days."""

from __future__ import annotations

from datetime import date

import pytest

from db.dates import PartialDate
from db.dates.placing import placed


@pytest.mark.parametrize(
    ("edtf", "first", "last", "precision", "sure"),
    [
        ("2026-06-10", "2026-06-10", "2026-06-10", "days", True),
        ("2026-06-29/2026-07-02", "2026-06-29", "2026-07-02", "days", True),
        ("2026-06-10~", "2026-06-10", "2026-06-10", "days", False),
        ("2026-06-10?/2026-06-12?", "2026-06-10", "2026-06-12", "days", False),
        ("2026-06", "2026-06-01", "2026-06-30", "month", True),
        ("2026-06-11~/2026-06-20~", "2026-06-11", "2026-06-20", "month", False),  # mid-June
        ("[2026-06-03..2026-06-05]", "2026-06-03", "2026-06-05", "month", True),
        ("[2026-06-30..2026-07-01]", "2026-06-30", "2026-07-01", "year", True),
        ("2026-06-12/..", "2026-06-12", "2026-06-12", "month", True),
        ("2026", "2026-01-01", "2026-12-31", "year", True),
        ("2026-35", "2026-07-01", "2026-09-30", "year", True),
        ("2026-24", "2026-12-01", "2027-02-28", "year", True),
        ("202X", "2020-01-01", "2029-12-31", "year", True),
        ("2024-02-29", "2024-02-29", "2024-02-29", "days", True),
    ],
)
def test_a_date_is_put_where_it_says(edtf: str, first: str, last: str, precision: str, sure: bool) -> None:
    where = placed(PartialDate(edtf))
    assert where is not None
    assert (where.first, where.last) == (date.fromisoformat(first), date.fromisoformat(last))
    assert (where.precision, where.sure) == (precision, sure)


@pytest.mark.parametrize("when", [PartialDate(), PartialDate("XXXX-01-28"), PartialDate("", "next spring")])
def test_what_has_no_year_is_nowhere(when: PartialDate) -> None:
    assert placed(when) is None
