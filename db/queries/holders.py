"""Who holds a post now, who held it before, and for which posts the holder has changed since a day.

For cards: `changed_since(reader, post_ids, day, today)` gives, for each post that has another holder now than
on `day`, the tenure of the present holder. `day` is when somebody took part (ISO, "" when not known); show it
beside a participant only if its `official_key` is not the participant's own:
"holder changed since: X, from Jan 2026".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from db.queries.people import tenures
from db.queries.pieces import HELD_NOW
from db.reader import marked

if TYPE_CHECKING:
    from db.reader import Reader
    from db.rows import TenureRow

_MOST = 500  # posts asked about at once


def holders_now(reader: Reader, post_ids: Iterable[int], today: date) -> Mapping[int, TenureRow]:
    """The present holder of each post that has one; who came last where a post has several."""
    marks, values = _marks(post_ids)
    if not marks:
        return {}
    found = tenures(reader, f"t.post_id IN ({marks}) AND {HELD_NOW}", today.isoformat(), **values)
    latest: dict[int, TenureRow] = {}
    for row in sorted(found, key=lambda row: row.held.first or date.min, reverse=True):
        latest.setdefault(int(row.post_key.id), row)
    return latest


def changed_since(reader: Reader, post_ids: Iterable[int], day: str, today: date) -> Mapping[int, TenureRow]:
    """The present holder of each post that has another one now than on a day, by the post's id.

    Args:
        reader: an open view.
        post_ids: of the posts asked about; only the first 500 are looked up.
        day: ISO; "" when it is not known on which, then only a holder who is known to have left counts.
        today: on which "now" is.
    """
    if day > today.isoformat():
        return {}
    now = holders_now(reader, post_ids, today)
    unsure = [number for number, row in now.items() if not _came_after(row, day)]
    marks, values = _marks(unsure)
    left = (
        {
            row[0]
            for row in reader.all(
                f"SELECT DISTINCT t.post_id FROM tenure t WHERE t.post_id IN ({marks})"
                " AND t.date_last < :today AND t.date_last >= :day"
                " AND (t.date_first IS NULL OR :day = '' OR t.date_first <= :day)",
                **values,
                today=today.isoformat(),
                day=day,
            )
        }
        if marks
        else set()
    )
    return {
        number: row
        for number, row in now.items()
        if _came_after(row, day) or (number in left and not _held_already(row, day))
    }


def _came_after(row: TenureRow, day: str) -> bool:
    first = row.held.first
    return first is not None and day != "" and first.isoformat() > day


def _held_already(row: TenureRow, day: str) -> bool:
    first = row.held.first
    return first is not None and day != "" and first.isoformat() <= day


def _marks(posts: Iterable[int]) -> tuple[str, dict[str, int]]:
    return marked("post", sorted(set(posts))[:_MOST])
