"""With which post of another country a post deals: who sat opposite most often, unless the officer said who."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db.dates import PartialDate
from db.queries.holders import holders_now
from db.queries.offices import facts_of
from db.queries.pieces import among
from db.queries.posts import OF_POST, post_then
from db.rows.holding import CounterpartRow
from db.vocabulary import HELD_STATUSES

if TYPE_CHECKING:
    from db.reader import Reader

_MOST = 200  # posts that one has sat opposite to


def counterparts(reader: Reader, post_id: int, today: date) -> tuple[CounterpartRow, ...]:
    """One post a country, those met most often first; what the officer said takes the place of what was met."""
    said = _said(reader, post_id)
    met = _opposite(reader, post_id)
    facts = facts_of(reader, [*said, *met])
    now = holders_now(reader, facts, today)
    found: dict[str, CounterpartRow] = {}
    for number in (*said, *met):
        if number not in facts:
            continue
        post = facts[number]
        times, last = met.get(number, (0, ""))
        holder = now[number].official if number in now else ""
        row = CounterpartRow(
            post.key,
            post.title,
            post.organisation,
            post.country,
            holder,
            times,
            PartialDate(last),
            number in said,
        )
        found.setdefault(post.country, row)
    return tuple(sorted(found.values(), key=lambda row: (-row.times, row.country)))


def _said(reader: Reader, post_id: int) -> list[int]:
    """What the officer said of the post; then what was said of another one, which is true of both."""
    own, turned = (
        reader.all(
            f"SELECT {other} FROM post_counterpart WHERE {one} = :post ORDER BY id LIMIT :limit_",
            post=post_id,
            limit_=_MOST,
        )
        for one, other in (("post_id", "counterpart_id"), ("counterpart_id", "post_id"))
    )
    return list(dict.fromkeys(number for (number,) in (*own, *turned)))


def _opposite(reader: Reader, post_id: int) -> dict[int, tuple[int, str]]:
    """Posts of other parties in the same meetings: how often and when last, the likeliest first."""
    rows = reader.all(
        "SELECT other, COUNT(DISTINCT meeting_id) AS times, MAX(sort_day), SUM(level) FROM ("
        f"SELECT {post_then('q')} AS other, p.meeting_id, e.sort_day,"
        " CASE WHEN p.role = 'head' AND q.role = 'head' THEN 2 ELSE 0 END"
        " + CASE WHEN COALESCE(p.rank, 99) = COALESCE(q.rank, 99) THEN 1 ELSE 0 END AS level"
        " FROM participant p JOIN event e ON e.id = 2 * p.meeting_id + 1"
        " JOIN participant q ON q.meeting_id = p.meeting_id AND q.country <> p.country"
        f" WHERE e.status IN ({among(HELD_STATUSES)}) AND {OF_POST}) AS met"
        " WHERE other IS NOT NULL AND other <> :post GROUP BY other"
        " ORDER BY times DESC, 4 DESC, 3 DESC, other LIMIT :limit_",
        post=post_id,
        limit_=_MOST,
    )
    return {row[0]: (row[1], row[2]) for row in rows}
