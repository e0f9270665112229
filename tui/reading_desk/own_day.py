"""What to say where a text tells another day of publication than the one that was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.dates import PartialDate, show_date

if TYPE_CHECKING:
    from db.reading import SourceLine


def own_day_stands(source: SourceLine) -> str:
    """That the text's own day of publication stands, and not the one asked for; "" where they do not differ.

    Days that are told by words like "yesterday" count from it, and mostly the page was only found later.
    """
    asked, own = source.assumed, source.published
    if not asked.edtf or asked.edtf == own.edtf or _holds(asked, own):
        return ""
    return f"The text says that it is of {show_date(own)}; that stands, not {show_date(asked)}."


def _holds(asked: PartialDate, own: PartialDate) -> bool:
    """Whether the text's own day lies in the month or year that was asked for."""
    first, last, day = asked.first, asked.last, own.first
    return first is not None and last is not None and day is not None and first <= day <= last
