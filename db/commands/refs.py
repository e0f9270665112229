"""Refs: V-2025-001. A label given once, never used twice, never changed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.commands.desk import Desk
from db.errors import Conflict
from db.models import Setting

LETTERS = {"visit": "V", "meeting": "M", "action": "A", "followup": "F"}
SHAPE = re.compile(r"([VMAF])-(\d{4})-(\d{3,})")


def claim(desk: Desk, kind: str, wanted: str, year: int | None) -> str:
    """The ref that a new record gets: the one it asks for, else the next of its year.

    Raises:
        Conflict: when the ref that it asks for is not shaped like one.
    """
    letter = LETTERS[kind]
    if not wanted:
        year = year or desk.today.year
        number = _last(desk, letter, year) + 1
        _remember(desk, letter, year, number)
        return f"{letter}-{year:04}-{number:03}"
    shape = SHAPE.fullmatch(wanted)
    if shape is None or shape[1] != letter:
        raise Conflict(f"“{wanted[:40]}” is no ref for this record; one looks like {letter}-2025-001.", "ref")
    _remember(desk, letter, int(shape[2]), int(shape[3]))
    return wanted


def claim_many(desk: Desk, kind: str, years: Sequence[int | None]) -> list[str]:
    """The refs of many new records, in their order; each year is looked up once."""
    letter = LETTERS[kind]
    last: dict[int, int] = {}
    found = []
    for one in years:
        year = one or desk.today.year
        last[year] = last.get(year, 0) or _last(desk, letter, year)
        last[year] += 1
        found.append(f"{letter}-{year:04}-{last[year]:03}")
    for year, number in last.items():
        _remember(desk, letter, year, number)
    return found


def _name(letter: str, year: int) -> str:
    return f"last ref {letter}-{year:04}"


def _last(desk: Desk, letter: str, year: int) -> int:
    setting = desk.session.get(Setting, _name(letter, year))
    return int(setting.value) if setting else 0


def _remember(desk: Desk, letter: str, year: int, number: int) -> None:
    if number <= _last(desk, letter, year):
        return
    setting = desk.session.get(Setting, _name(letter, year))
    if setting is None:
        desk.session.add(Setting(name=_name(letter, year), value=str(number)))
    else:
        setting.value = str(number)
    desk.session.flush()
