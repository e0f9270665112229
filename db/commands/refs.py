"""Refs: V-2025-001. A label given once, never used twice, never changed."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from sqlalchemy import select as select_columns
from sqlmodel import col, select

from db import models
from db.commands.desk import Desk, RowT, only, standing_row
from db.errors import Conflict
from db.refs import LETTERS
from db.telling import Tell, nobody

_AT_ONCE = 400
LOOKING_UP = "looking up refs"
"""What whoever waits is told meanwhile."""
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
        _keep_in_mind(desk, letter, year, number)
        return f"{letter}-{year:04}-{number:03}"
    shape = SHAPE.fullmatch(wanted)
    if shape is None or shape[1] != letter:
        raise Conflict(f"“{wanted[:40]}” is no ref for this record; one looks like {letter}-2025-001.", "ref")
    _remember(desk, letter, int(shape[2]), int(shape[3]))
    return wanted


def bearer(desk: Desk, table: type[RowT], ref: str) -> RowT | None:
    """The record that bears a ref, None for "" and for one that nobody bears."""
    if not ref:
        return None
    if ref in desk.known.new_refs:
        desk.known.new_refs.discard(ref)  # whoever asks first will make the record that bears it
        return None
    held = desk.known.by_ref.get((table, ref))
    return standing_row(desk.session, held) if isinstance(held, table) else only(desk.session, table, ref=ref)


def know_refs(desk: Desk, wanted: Mapping[str, Collection[str]], tell: Tell = nobody) -> None:
    """Learn which of some refs nobody bears, all at once.

    Args:
        desk: the step at work.
        wanted: refs, by the letter that they begin with.
        tell: is told how far it is; what it raises ends the step.
    """
    done, total = 0, sum(len(wanted.get(letter, ())) for letter in LETTERS.values())
    for kind, letter in LETTERS.items():
        every = sorted(wanted.get(letter, ()))
        for start in range(0, len(every), _AT_ONCE):
            some = every[start : start + _AT_ONCE]
            column = models.stored(kind).columns["ref"]
            there = desk.session.connection().execute(select_columns(column).where(column.in_(some)))
            desk.known.new_refs |= {*some} - {*there.scalars()}
            done += len(some)
            tell(LOOKING_UP, done, total)


def claim_many(desk: Desk, kind: str, years: Sequence[int | None]) -> list[str]:
    """The refs of many new records, in their order; all years are looked up at once."""
    letter = LETTERS[kind]
    wanted = [one or desk.today.year for one in years]
    settings = _settings(desk, [_name(letter, year) for year in sorted({*wanted})])
    last = {name: int(setting.value) for name, setting in settings.items()}
    found = []
    for year in wanted:
        name = _name(letter, year)
        last[name] = last.get(name, 0) + 1
        found.append(f"{letter}-{year:04}-{last[name]:03}")
    for name, number in last.items():
        if name in settings:
            settings[name].value = str(number)
        else:
            desk.session.add(models.Setting(name=name, value=str(number)))
    desk.session.flush()
    return found


def _settings(desk: Desk, names: Sequence[str]) -> dict[str, models.Setting]:
    """The settings of some names, those that are there."""
    found: dict[str, models.Setting] = {}
    for start in range(0, len(names), _AT_ONCE):
        some = select(models.Setting).where(col(models.Setting.name).in_(names[start : start + _AT_ONCE]))
        found |= {setting.name: setting for setting in desk.session.exec(some)}
    return found


@cache
def _name(letter: str, year: int) -> str:
    return f"last ref {letter}-{year:04}"


def _last(desk: Desk, letter: str, year: int) -> int:
    """The number that was given last, which the step keeps in mind once it has asked."""
    known, name = desk.known.last_refs, _name(letter, year)
    if name not in known or not desk.at_once:
        with desk.session.no_autoflush:  # what waits to be written is of no account here
            setting = desk.session.get(models.Setting, name)
        known[name] = int(setting.value) if setting else 0
    return known[name]


def _remember(desk: Desk, letter: str, year: int, number: int) -> None:
    if number > _last(desk, letter, year):
        _keep_in_mind(desk, letter, year, number)


def _keep_in_mind(desk: Desk, letter: str, year: int, number: int) -> None:
    name = _name(letter, year)
    desk.known.last_refs[name] = number
    if not desk.at_once:
        _keep(desk, name, number)
        desk.session.flush()


def keep_last(desk: Desk) -> None:
    """Write down which refs were given last: a step that writes very many records does so at its end."""
    for name, number in desk.known.last_refs.items():
        _keep(desk, name, number)
    desk.session.flush()


def _keep(desk: Desk, name: str, number: int) -> None:
    setting = desk.session.get(models.Setting, name)
    if setting is None:
        desk.session.add(models.Setting(name=name, value=str(number)))
    elif setting.value != str(number):
        setting.value = str(number)
