"""Where backups lie and which of them stay: one a day for a week, one a week for a month, one a month for a year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

DAILY = re.compile(r"daily-(\d{4}-\d\d-\d\d)")
"""What the program makes by itself, and may take away again; nothing else in the folder is ever touched."""


class Keeping(NamedTuple):
    """How many of the daily backups stay."""

    days: int = 7
    weeks: int = 4
    months: int = 12


class Kept(NamedTuple):
    """A backup in the folder."""

    path: Path
    at: datetime
    size: int  # bytes

    @property
    def day(self) -> date | None:
        """The day of a daily one; None for those made on request."""
        found = DAILY.fullmatch(self.path.stem)
        try:
            return date.fromisoformat(found[1]) if found else None
        except ValueError:
            return None


def folder_of(store: Path) -> Path:
    """The folder of a store's backups, beside it: desk.db has desk.backups."""
    return store.with_name(f"{store.stem}.backups")


def kept_in(folder: Path) -> list[Kept]:
    """What lies there, the newest first; nothing where there is no such folder."""
    found = []
    for path in folder.glob("*.db") if folder.is_dir() else ():
        try:
            facts = path.stat()
        except FileNotFoundError:  # a colleague at the same store has just thinned it
            continue
        found.append(Kept(path, datetime.fromtimestamp(facts.st_mtime).astimezone(), facts.st_size))
    return sorted(found, key=lambda one: (one.at, one.path.name), reverse=True)


def daily_is_due(folder: Path, today: date) -> bool:
    """Whether today has no backup yet."""
    return not (folder / f"daily-{today}.db").exists()


def thinned(kept: Iterable[Kept], keeping: Keeping, today: date) -> Sequence[Kept]:
    """The daily backups that may go.

    Args:
        kept: all that lie there.
        keeping: how many stay. The newest of a day, of an ISO week and of a month stand for it; a week or a month
            without a backup is not counted, so that a desk on leave finds its last ones again.
        today: what lies in the future, from a clock that was wrong, stays.
    """
    daily = sorted(((one.day, one) for one in kept if one.day), key=lambda pair: pair[0], reverse=True)
    stay: set[date] = {day for day, _ in daily if day > today}
    past = [day for day, _ in daily if day <= today]
    for span, count in (
        (lambda day: day, keeping.days),
        (lambda day: day.isocalendar()[:2], keeping.weeks),
        (lambda day: (day.year, day.month), keeping.months),
    ):
        newest: dict[object, date] = {}
        for day in past:
            newest.setdefault(span(day), day)
        stay.update(list(newest.values())[:count])
    return [one for day, one in daily if day not in stay]
