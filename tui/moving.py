"""What an event has taken along, in the words of the sentence that tells of the step."""

from __future__ import annotations

from collections.abc import Sequence

from db.dates import PartialDate, show_date
from db.rows.moved import MovedDue

_NAMED = 3


def with_what_moved(sentence: str, moved: Sequence[MovedDue]) -> str:
    """The sentence of a step with what moved besides, in front of how it is undone."""
    from tui.undoing import with_more  # noqa: PLC0415 - the table of keys, which the words of the shell do without

    return with_more(sentence, what_moved(moved)) if moved else sentence


def what_moved(moved: Sequence[MovedDue]) -> str:
    """As in "moved with it: F-2026-003 to Sat 28 Nov 2026"; what keeps its day says so."""
    went = [f"{one.ref} to {_day(one)}" for one in moved if one.due.edtf and not one.stays]
    lost = [one.ref for one in moved if not one.due.edtf and not one.stays]
    stayed = [
        f"{one.ref} keeps {_day(one)}" if one.due.edtf else f"{one.ref} has no day"
        for one in moved
        if one.stays
    ]
    told = [f"moved with it: {_several(went)}"] if went else []
    if lost:
        told.append(f"no day until {moved[0].event} has one: {_several(lost)}")
    if stayed:
        told.append(_several(stayed))
    return "; ".join(told)


def _day(one: MovedDue) -> str:
    return show_date(PartialDate(one.due.edtf))


def _several(names: Sequence[str]) -> str:
    rest = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {rest:,} more" if rest > 0 else "")
