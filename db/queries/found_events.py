"""When the visits and meetings were that a search has found, so that those of one pair can be told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db.dates import PartialDate, show_short
from db.reader import marked
from db.rows import Key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from db.reader import Reader


class FoundEvent(NamedTuple):
    """When it was, and how complete its record is."""

    when: tuple[str, ...] = ()
    dots: tuple[bool, ...] = ()


NO_EVENT = FoundEvent()


def times_of(reader: Reader, those: Sequence[Key]) -> Mapping[Key, FoundEvent]:
    """The day and the dots of visits and meetings."""
    if not those:
        return {}
    marks, values = marked("event", [2 * int(key.id) + (key.kind == "meeting") for key in those])
    rows = reader.all(
        f"SELECT kind, record_id, date_edtf, date_text, date_basis, dots FROM event WHERE id IN ({marks})",
        **values,
    )
    return {
        Key(kind, str(number)): FoundEvent(
            tuple(filter(None, (show_short(PartialDate(*when)),))), tuple(dot == "1" for dot in dots)
        )
        for kind, number, *when, dots in rows
    }
