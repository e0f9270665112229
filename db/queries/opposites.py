"""Whom an official has sat opposite to, as far back as a page goes: of the busiest, the latest meetings are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db.dates import PartialDate
from db.holding import start_in_words
from db.queries.holders import holders_now
from db.queries.people import tenures
from db.reader import marked
from db.rows import Key, MetRow
from db.rows.cards import MetHow
from db.scopes import was_held

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from db.reader import Reader
    from db.rows import TenureRow

AT_A_GLANCE = 8
"""Of those whom an official has met, so many are shown in a pane."""
MEETINGS = 300
"""The latest meetings of an official that are looked at; nobody reads the counterparts of more."""

_LATEST = f"""
    SELECT s.event_id / 2 FROM event_scope s
    WHERE s.scope_kind = 'official' AND s.scope_id = :scope AND s.event_id % 2 = 1
        AND {was_held("s.status")}
    ORDER BY s.sort_day DESC, s.group_id DESC, s.rank DESC
"""
# The sums keep from the indexes of officials and countries: a meeting has a dozen people, an official thousands of
# meetings.
_AT_THE_TABLE = f"""
    SELECT p.meeting_id, p.country, p.inferred, p.official_id, f.name, p.post_id, x.title,
        COALESCE(NULLIF(xo.acronym, ''), xo.name, NULLIF(o.acronym, ''), o.name, ''), p.group_name,
        COALESCE(m.date_first, v.date_first, ''),
        CASE WHEN m.date_edtf <> '' THEN m.date_edtf ELSE COALESCE(v.date_edtf, '') END
    FROM participant p JOIN meeting m ON m.id = p.meeting_id LEFT JOIN visit v ON v.id = m.visit_id
    LEFT JOIN official f ON f.id = p.official_id
    LEFT JOIN post x ON x.id = p.post_id LEFT JOIN organisation xo ON xo.id = x.organisation_id
    LEFT JOIN organisation o ON o.id = p.organisation_id
    WHERE p.meeting_id IN ({_LATEST} LIMIT :most) AND p.attendance <> 'absent'
        AND (p.official_id + 0 = :official OR p.country || '' <> :country)
    ORDER BY 10 DESC, p.id
"""


class Opposite(NamedTuple):
    """Somebody who came to a meeting for another party.

    Attributes:
        meeting: its number.
        country: theirs.
        inferred: whether they, or the official whom they met, were named later.
        official: their number, None for a post or a group.
        name: of the official.
        post: the number of the post that is named, None for none.
        title: of that post.
        organisation: in short.
        group: as it was called.
        day: ISO, "" for none.
        edtf: when that was.
    """

    meeting: int
    country: str
    inferred: bool
    official: int | None
    name: str | None
    post: int | None
    title: str | None
    organisation: str
    group: str
    day: str
    edtf: str

    @property
    def key(self) -> Key | None:
        """The official, else the post."""
        if self.official is not None:
            return Key("official", str(self.official))
        return None if self.post is None else Key("post", str(self.post))

    @property
    def label(self) -> str:
        """The name, else the office and that nobody named its holder, else the group."""
        if self.name:
            return self.name
        if self.title:
            return f"{', '.join(filter(None, (self.title, self.organisation)))} (not named)"
        return self.group or self.organisation


def opposites(reader: Reader, official: int, country: str) -> list[Opposite]:
    """Who came for another party to the meetings of an official, the latest first.

    Args:
        reader: the store.
        official: the record's number; where it was said to be absent it was not there.
        country: whose people are no others.
    """
    rows = [
        Opposite._make(row)
        for row in reader.all(
            _AT_THE_TABLE, scope=str(official), official=official, country=country, most=MEETINGS
        )
    ]
    sure: dict[
        int, bool
    ] = {}  # by meeting: whether somebody named the official there, in one post or another
    for row in rows:
        if row.official == official:
            sure[row.meeting] = sure.get(row.meeting, False) or not row.inferred
    return [
        row._replace(inferred=bool(row.inferred) or not sure[row.meeting])
        for row in rows
        if row.meeting in sure and row.official != official and row.country
    ]


def met(those: Iterable[Opposite]) -> tuple[MetRow, ...]:
    """Each of them once, with how often, and when that was last."""
    found: dict[tuple[str, str], MetRow] = {}
    for one in those:
        who = (one.label, one.country)
        before = found.get(who)
        found[who] = (
            MetRow(*who, one.key, 1, PartialDate(one.edtf))
            if before is None
            else before._replace(times=before.times + 1)
        )
    return tuple(found.values())


def of_those(them: Iterable[Opposite], some: Iterable[MetRow]) -> list[Opposite]:
    """Every time that some of them were met."""
    keys = {one.key for one in some}
    return [one for one in them if one.key in keys]


def met_how(reader: Reader, those: Sequence[Opposite], today: date) -> tuple[MetHow, ...]:
    """Of whom of them a name was filled in later in every meeting, and whose post has passed on since."""
    sure = {one.official for one in those if not one.inferred}
    latest: dict[int, Opposite] = {}
    for one in those:
        if one.official is not None:
            latest.setdefault(one.official, one)
    careers = _careers(reader, (official for official, one in latest.items() if one.post is None), today)
    then = {
        official: one.post or _held_on(careers.get(official, ()), one.day) for official, one in latest.items()
    }
    now = holders_now(reader, filter(None, then.values()), today)
    others = {
        official: now[post]
        for official, post in then.items()
        if post is not None and post in now and now[post].official_key.id != str(official)
    }
    careers |= _careers(reader, others.keys() - careers.keys(), today)
    found = []
    for official, one in latest.items():
        holder = others.get(official)
        gone = holder is not None and _passed_on(holder, careers.get(official, ()), one.day, today)
        successor = since_when(holder) if holder and gone else ""
        if successor or official not in sure:
            found.append(MetHow(Key("official", str(official)), official not in sure, successor))
    return tuple(found)


def since_when(holder: TenureRow) -> str:
    """Who holds a post, and from when: "Ana Ruiz, from Jan 2026"."""
    start = start_in_words(holder.held)
    return f"{holder.official}, from {start}" if start else holder.official


def _careers(reader: Reader, officials: Iterable[int], today: date) -> dict[int, list[TenureRow]]:
    marks, values = marked("official", sorted(officials))
    held: dict[int, list[TenureRow]] = {}
    if marks:
        for row in tenures(reader, f"t.official_id IN ({marks})", today.isoformat(), **values):
            held.setdefault(int(row.official_key.id), []).append(row)
    return held


def _held_on(career: Sequence[TenureRow], day: str) -> int | None:
    """The post held on a day; where the day is not known, the only one ever held."""
    if not day:
        return int(career[0].post_key.id) if len(career) == 1 else None
    for row in career:
        first, last = row.held.first, row.held.last
        if (first is None or first.isoformat() <= day) and (last is None or last.isoformat() >= day):
            return int(row.post_key.id)
    return None


def _passed_on(holder: TenureRow, career: Sequence[TenureRow], day: str, today: date) -> bool:
    """Whether a post that somebody had on a day is another's now; several may share one."""
    own = [row for row in career if row.post_key == holder.post_key]
    if (
        day > today.isoformat()
        or any(row.now for row in own)
        or holder.official_key in {r.official_key for r in own}
    ):
        return False
    first = holder.held.first
    if first is None or not day:
        return bool(own)
    return first.isoformat() > day


def all_looked_at(reader: Reader, official: int) -> bool:
    """Whether the official has no more meetings than are looked at."""
    return reader.one(f"{_LATEST} LIMIT 1 OFFSET :most", scope=str(official), most=MEETINGS) is None
