"""A month with only what a filter keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.rows.calendar import CalendarMonth, CalendarRow

if TYPE_CHECKING:
    from db.filtering import Filter
    from db.reader import Reader


def kept_of_month(reader: Reader, month: CalendarMonth, kept: Filter) -> CalendarMonth:
    """The month without what the filter does not keep."""
    from db.filtering import kept_keys  # noqa: PLC0415 - only a filter needs it

    those = kept_keys(reader, [row.key for rows in _all(month) for row in rows], kept)
    days, some_day, year, yearless, undated = (
        tuple(row for row in rows if row.key in those) for rows in _all(month)
    )
    return month._replace(days=days, month=some_day, year=year, yearless=yearless, undated=undated)


def size_of(month: CalendarMonth) -> int:
    """How many records it shows."""
    return len({row.key for rows in _all(month) for row in rows})


def _all(month: CalendarMonth) -> tuple[tuple[CalendarRow, ...], ...]:
    return month.days, month.month, month.year, month.yearless, month.undated
