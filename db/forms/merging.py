"""Which of two texts stands when two records become one, field by field, before anybody has chosen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from db.dates.reader import read_span
from db.errors import BadInput
from db.forms.fields import FIELDS, STARTS_AS, Field
from db.rows import Kind

Side = Literal["keep", "lose", "both"]
"""Of the record that stays, of the one that goes into it, or one after the other."""

TOGETHER: Mapping[Kind, tuple[tuple[str, ...], ...]] = {"visit": (("sending", "host"),)}
"""Fields that only make sense from the same record."""


def fields_to_choose(kind: Kind) -> tuple[Field, ...]:
    """The fields of which one text must stand; lists of people, names and titles are simply united."""
    return tuple(field for field in FIELDS[kind] if not field.lists)


def can_be_both(field: Field) -> bool:
    """Whether two texts of a field can stand beside each other: notes and topics."""
    return field.takes in ("lines", "topics")


def usual_sides(kind: Kind, keep: Mapping[str, str], lose: Mapping[str, str]) -> dict[str, Side]:
    """The record that stays is right, the other one fills what it leaves open, and no note is lost.

    Args:
        kind: of both records.
        keep: the texts of the one that stays, by field.
        lose: those of the one that goes into it.
    """
    return {
        field.name: _usual(kind, field, keep[field.name], lose[field.name])
        for field in fields_to_choose(kind)
    }


def same_text(field: Field, mine: str, theirs: str) -> bool:
    """Whether two texts of a field say the same: a date may be written in many ways."""
    if mine == theirs or field.takes != "date":
        return mine == theirs
    try:
        spans = [read_span(text, None, day_first=True) for text in (mine, theirs)]
    except BadInput:  # as printed in a source, without a date
        return False
    return not any(counts for _, counts in spans) and str(spans[0][0]) == str(spans[1][0])


def _usual(kind: Kind, field: Field, mine: str, theirs: str) -> Side:
    nothing = ("", STARTS_AS.get(kind, {}).get(field.name, "") if field.name in _OPEN else "")
    if theirs in nothing or same_text(field, mine, theirs):
        return "keep"
    if mine in nothing:
        return "lose"
    return "both" if can_be_both(field) else "keep"


_OPEN = ("kind", "initiated_by", "reliability")
"""Fields whose first word says only that nobody has said anything."""


def with_company(kind: Kind, name: str) -> Iterable[str]:
    """A field with those that go the same way."""
    return next((group for group in TOGETHER.get(kind, ()) if name in group), (name,))


def joined(field: Field, mine: str, theirs: str) -> str:
    """Both texts of a field as one."""
    if field.takes == "topics":
        return " ".join(dict.fromkeys((*mine.split(), *theirs.split())))
    return "\n".join(dict.fromkeys(text for text in (mine, theirs) if text))
