"""Posts over time: when their holders were met, and for which nobody is named."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db.dates import PartialDate
from db.queries.pieces import AT_EVENT, HELD_NOW, short_name
from db.reader import marked
from db.rows import Key
from db.rows.holding import PostMetRow, VacantRow
from db.rows.way import way
from db.scopes import was_held
from db.titles import called_then, service_called_then
from db.vocabulary import STILL_TO_COME

if TYPE_CHECKING:
    from db.filtering import Filter
    from db.listing import Values
    from db.reader import Reader

MET_AT_MOST = 100
VACANT_AT_MOST = 500
_MET_ON = "COALESCE(m.date_last, v.date_last, '')"
_NAMED = 3  # of those who were met, on one line

_ON_THE_DAY = (
    "(t.date_first IS NULL OR e.sort_day = '' OR t.date_first <= e.sort_day)"
    " AND (t.date_last IS NULL OR e.sort_day = '' OR t.date_last >= e.sort_day)"
)


def post_then(participant: str) -> str:
    """SQL for the post that a participant held at event `e`: the one recorded, else by a tenure that covers it."""
    return (
        f"COALESCE({participant}.post_id, (SELECT t.post_id FROM tenure t"
        f" WHERE t.official_id = {participant}.official_id AND {_ON_THE_DAY} ORDER BY t.id LIMIT 1))"
    )


OF_POST = (
    # Not IS NULL, by whose index most participants would be looked at: most are named without a post.
    "(p.post_id = :post OR (COALESCE(p.post_id, 0) = 0 AND p.official_id IN (SELECT n.official_id FROM tenure n"
    f" WHERE n.post_id = :post))) AND {post_then('p')} = :post"
)
"""The condition that participant `p` was at event `e` as the holder of `:post`."""


def met_as(reader: Reader, post_id: int) -> tuple[PostMetRow, ...]:
    """Visits and meetings in which the holder of a post took part, the latest first.

    A visit whose meetings list the post as well is told by its meetings.
    """
    rows = reader.all(
        "SELECT e.kind, e.record_id, e.date_edtf, e.date_text, e.date_basis, e.sending, e.host, e.parties,"
        " COALESCE(f.name, ''), f.id, p.inferred, e.status, e.group_id, p.country"
        " FROM participant p LEFT JOIN delegation d ON d.id = p.delegation_id"
        f" JOIN {AT_EVENT}"
        f" LEFT JOIN official f ON f.id = p.official_id WHERE {OF_POST}"
        " AND e.status NOT IN ('cancelled', 'postponed')"
        " ORDER BY e.undated, e.sort_day DESC, e.group_id DESC, e.rank DESC, p.id LIMIT :limit_",
        post=post_id,
        limit_=MET_AT_MOST,
    )
    told = {row[12] for row in rows if row[0] == "meeting"}
    kept = [row for row in rows if row[0] == "meeting" or row[12] not in told]
    opposite = _opposite(reader, [(row[1], row[13]) for row in kept if row[0] == "meeting"])
    return tuple(_met_row(row, opposite.get(row[1], []) if row[0] == "meeting" else []) for row in kept)


def _met_row(row: Values, opposite: list[str]) -> PostMetRow:
    more = len(opposite) - _NAMED
    met = (*opposite[:_NAMED], *([f"{more} more"] if more > 0 else []))
    return PostMetRow(
        key=Key(row[0], str(row[1])),
        date=PartialDate(*row[2:5]),
        label=way(*row[5:8]),
        holder=row[8],
        holder_key=None if row[9] is None else Key("official", str(row[9])),
        inferred=bool(row[10]),
        met=met,
        still_to_come=row[11] in STILL_TO_COME,
    )


def _opposite(reader: Reader, sides: list[tuple[int, str]]) -> dict[int, list[str]]:
    """By meeting, those who came for another party than the one given, named ones first."""
    if not sides:
        return {}
    wanted = dict(sides)
    marks, values = marked("meeting", wanted)
    rows = reader.all(
        f"SELECT p.meeting_id, COALESCE(p.country, ''), COALESCE(f.name, {called_then('x.id', 'x.title', _MET_ON)} ||"
        f" COALESCE(', ' || NULLIF({service_called_then('o.id', short_name('o'), _MET_ON)}, ''), ''),"
        " NULLIF(p.group_name, ''),"
        " p.as_printed) FROM participant p JOIN meeting m ON m.id = p.meeting_id"
        " LEFT JOIN visit v ON v.id = m.visit_id"
        " LEFT JOIN official f ON f.id = p.official_id LEFT JOIN post x ON x.id = p.post_id"
        " LEFT JOIN organisation o ON o.id = COALESCE(x.organisation_id, p.organisation_id)"
        f" WHERE p.meeting_id IN ({marks})"
        " ORDER BY f.name IS NULL, p.rank IS NULL, p.rank, p.id LIMIT 2000",
        **values,
    )
    found: dict[int, list[str]] = {}
    for meeting, country, label in rows:
        if country != wanted[meeting] and label not in found.setdefault(meeting, []):
            found[meeting].append(label)
    return found


_MET_AS = (
    "FROM event_scope s WHERE s.scope_kind = 'post' AND s.scope_id = CAST(p.id AS TEXT)"
    f" AND {was_held('s.status')}"
)


def vacant(reader: Reader, today: date, kept: Filter | None = None) -> tuple[VacantRow, ...]:
    """Posts for which nobody is named now, those met most often and most lately first; 500 at most.

    Args:
        reader: the store.
        today: whose holders are asked for.
        kept: only posts that a filter keeps.
    """
    condition = None if kept is None else kept.of("post")
    rows = reader.all(
        f"SELECT p.id, p.title, {short_name('o')}, COALESCE(p.country, o.country, ''),"
        # Asked of each that is without a holder: of all posts together there would be as many as there are visits.
        f" (SELECT COUNT(*) {_MET_AS}), COALESCE((SELECT MAX(s.sort_day) {_MET_AS}), '')"
        " FROM post p LEFT JOIN organisation o ON o.id = p.organisation_id"
        " WHERE p.merged_into IS NULL AND NOT EXISTS (SELECT 1 FROM tenure t WHERE t.post_id = p.id"
        f" AND {HELD_NOW}){f' AND {condition.steady}' if condition else ''}"
        " ORDER BY 5 DESC, 6 DESC, p.id LIMIT :limit_",
        today=today.isoformat(),
        limit_=VACANT_AT_MOST,
        **(condition.values if condition else {}),
    )
    return tuple(
        VacantRow(Key("post", str(number)), title, organisation, country, times, PartialDate(last))
        for number, title, organisation, country, times, last in rows
    )
