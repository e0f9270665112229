"""Partial dates: each can be read, and the bounds beside it are what it says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from db.checking.finding import Finding, some
from db.dates import PartialDate
from db.errors import BadInput

if TYPE_CHECKING:
    from db.models.base import Numbered
    from db.reader import Reader
    from db.store import Store

DATED = (
    ("visit", "date", "ref"),
    ("meeting", "date", "ref"),
    ("action", "due", "ref"),
    ("followup", "due", "ref"),
    ("source", "date", "key"),
    ("tenure", "date", "id"),
    ("rung_change", "date", "id"),
)
PAGE = 5_000


class Wrong(NamedTuple):
    """A date that is not as it should be."""

    table: str
    row: int
    prefix: str
    name: str
    when: PartialDate | None  # None where it cannot be read


def check(copy: Store) -> list[Finding]:
    """Dates that cannot be read, and bounds that are not those of their date."""
    with copy.read() as reader:
        wrong = list(_wrong(reader))
    unread = [one.name for one in wrong if one.when is None]
    apart = [one.name for one in wrong if one.when is not None]
    found = []
    if unread:
        found.append(Finding("dates", f"These dates cannot be read; write them again: {some(unread)}."))
    if apart:
        found.append(
            Finding(
                "dates",
                f"These dates sort as other days than they say: {some(apart)}.",
                "works their first and last days out again",
            )
        )
    return found


def repair(store: Store) -> None:
    """Work the bounds out again, as a step of its own that undo takes back."""
    from db import models  # noqa: PLC0415 - SQLModel, which only writing needs

    tables: dict[str, type[Numbered]] = {
        "visit": models.Visit,
        "meeting": models.Meeting,
        "action": models.Action,
        "followup": models.FollowUp,
        "source": models.Source,
        "tenure": models.Tenure,
        "rung_change": models.RungChange,
    }
    with store.read() as reader:
        wrong = [one for one in _wrong(reader) if one.when is not None]
    with store.write("check --repair: days of dates") as session:
        for one in wrong:
            row = session.get(tables[one.table], one.row)
            if row is not None and one.when is not None:
                setattr(row, f"{one.prefix}_first", one.when.first.isoformat() if one.when.first else None)
                setattr(row, f"{one.prefix}_last", one.when.last.isoformat() if one.when.last else None)


def _wrong(reader: Reader) -> Iterator[Wrong]:
    for table, prefix, naming in DATED:
        after = 0
        while rows := reader.all(
            f"SELECT id, {naming}, {prefix}_edtf, {prefix}_first, {prefix}_last FROM {table}"
            " WHERE id > :after ORDER BY id LIMIT :page",
            after=after,
            page=PAGE,
        ):
            for number, name, edtf, first, last in rows:
                called = str(name) if naming != "id" else f"{table.replace('_', ' ')} {name}"
                try:
                    when = PartialDate(edtf)
                    bounds = tuple(day.isoformat() if day else None for day in (when.first, when.last))
                except BadInput:
                    yield Wrong(table, number, prefix, called, None)
                    continue
                if bounds != (first, last):
                    yield Wrong(table, number, prefix, called, when)
            after = rows[-1][0]
