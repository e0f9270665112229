"""Officials recorded in an office on days on which, by their tenures, they did not hold it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.dates import PartialDate, show_short
from db.holding import may_cover
from db.queries.pieces import AT_EVENT, among, exceeds, short_name
from db.rows import Key
from db.rows.doubts import DoubtRow
from db.vocabulary import HELD_STATUSES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from db.reader import Reader

_MOST = 200  # appearances of one official in one post that are looked at, the latest first


def recorded_outside(
    reader: Reader,
    post_id: int,
    official_id: int,
    name: str,
    spans: Sequence[PartialDate],
    today: date,
) -> str:
    """A sentence on the events at which an official is recorded in a post and none of some tenures may cover.

    As in "Ana Ruiz is recorded in this post after that: V-2025-001 29 Jan 2025 (and 1 more)."; "" for none.
    """
    rows = reader.all(
        "SELECT e.group_id, e.ref, e.date_edtf, e.date_text, e.date_basis"
        f" FROM participant p LEFT JOIN delegation d ON d.id = p.delegation_id JOIN {AT_EVENT}"
        " WHERE p.official_id = :official AND p.post_id = :post AND e.date_edtf <> ''"
        f" AND e.status IN ({among((*HELD_STATUSES, 'implied'))})"
        " ORDER BY e.sort_day DESC, e.group_id DESC, e.rank DESC, p.id LIMIT :limit_",
        official=official_id,
        post=post_id,
        limit_=_MOST,
    )
    found: dict[int, tuple[str, PartialDate]] = {}  # a visit and its meetings are one event to the officer
    for group, ref, *when in rows:
        date_ = PartialDate(*when)
        if not any(may_cover(one, date_, today) for one in spans):
            found.setdefault(group, (ref, date_))
    if not found:
        return ""
    latest, when_ = next(iter(found.values()))
    more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
    return (
        f"{name or 'They'} {'is' if name else 'are'} recorded in this post"
        f" {_side([day for _, day in found.values()], spans)} that: {latest} {show_short(when_)}{more}."
    )


_HELD = f"e.status IN ({among((*HELD_STATUSES, 'implied'))})"
# The days of a meeting are its own, else those of its visit.
_FIRST = "CASE WHEN m.date_edtf <> '' THEN m.date_first ELSE v.date_first END"
_LAST = "CASE WHEN m.date_edtf <> '' THEN m.date_last ELSE v.date_last END"
_OUTSIDE = f"""
    (SELECT * FROM participant ORDER BY id DESC LIMIT :people) p
    LEFT JOIN delegation d ON d.id = p.delegation_id LEFT JOIN meeting m ON m.id = p.meeting_id
    LEFT JOIN visit v ON v.id = COALESCE(d.visit_id, m.visit_id) JOIN {AT_EVENT}
    WHERE p.official_id IS NOT NULL AND p.post_id IS NOT NULL AND {_HELD}
        AND {_FIRST} IS NOT NULL AND {_LAST} IS NOT NULL
        AND EXISTS (SELECT 1 FROM tenure t WHERE t.official_id = p.official_id AND t.post_id = p.post_id)
        AND NOT EXISTS (SELECT 1 FROM tenure t WHERE t.official_id = p.official_id AND t.post_id = p.post_id
            AND (t.date_first IS NULL OR t.date_first <= {_LAST})
            AND (t.date_last IS NULL OR t.date_last >= {_FIRST}))
"""


def outside_tenure(reader: Reader, limit: int, people: int) -> tuple[tuple[DoubtRow, ...], int | None]:
    """Officials recorded in a post of theirs on days that none of their tenures of it may cover.

    Args:
        reader: the store.
        limit: how many lines there may be.
        people: how many of those who took part are looked at, those entered last.

    Returns:
        the latest of them, and how many there are; None where not all can be looked at.
    """
    rows = reader.all(
        "SELECT p.official_id, p.post_id, e.group_id, e.ref, e.date_edtf, e.date_text, e.date_basis"
        f" FROM {_OUTSIDE} ORDER BY e.sort_day DESC, e.group_id DESC, e.rank DESC, p.id LIMIT :limit_",
        people=people,
        limit_=_MOST,
    )
    found: dict[tuple[int, int], dict[int, str]] = {}
    for official, post, group, ref, *when in rows:
        events = found.setdefault((official, post), {})
        events.setdefault(group, f"{ref} {show_short(PartialDate(*when))}")
    total = None
    if not exceeds(reader, "participant", people):
        groups = f"SELECT p.official_id, p.post_id FROM {_OUTSIDE} GROUP BY p.official_id, p.post_id"
        total = int(reader.value(f"SELECT COUNT(*) FROM ({groups}) o", people=people))
    lines = [_doubt(reader, *both, list(events.values())) for both, events in list(found.items())[:limit]]
    return tuple(lines), total


def _doubt(reader: Reader, official: int, post: int, events: Sequence[str]) -> DoubtRow:
    name = reader.value("SELECT name FROM official WHERE id = :id", id=official)
    title, office = reader.all(
        f"SELECT x.title, {short_name('o')} FROM post x LEFT JOIN organisation o ON o.id = x.organisation_id"
        " WHERE x.id = :id",
        id=post,
    )[0]
    more = f" and {len(events) - 1} more" if len(events) > 1 else ""
    post_called = ", ".join(filter(None, (title, office)))
    key = Key("official", str(official))
    why = f"recorded as {post_called} at {events[0]}{more}"
    return DoubtRow(key, str(name), why, people=((key, str(name)),))


def _side(days: Sequence[PartialDate], spans: Sequence[PartialDate]) -> str:
    """Whether all of it was after the tenures, before them, or neither."""
    lasts = [one.last for one in spans]
    if all(last and day.first and day.first > last for day in days for last in lasts):
        return "after"
    firsts = [one.first for one in spans]
    if all(first and day.last and day.last < first for day in days for first in firsts):
        return "before"
    return "outside"
