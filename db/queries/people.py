"""Participants as they are shown: the name, else the office and that nobody named its holder, else the group."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from db.dates import PartialDate
from db.queries.pieces import HELD_NOW, short_name, source_name
from db.reader import marked
from db.rows import Key, PersonLine, TenureRow
from db.titles import called_then, service_called_then

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from db.listing import Values
    from db.reader import Reader

_SERVICE = (
    "COALESCE(NULLIF(xo.acronym, ''), xo.name, NULLIF(yo.acronym, ''), yo.name, NULLIF(o.acronym, ''), o.name,"
    " '')"
)
PERSON = f"""
    p.country, p.role, p.as_printed, p.count, p.on_behalf_of, p.inferred, p.official_id, f.name,
    COALESCE(p.post_id, t.post_id),
    {called_then("COALESCE(p.post_id, t.post_id)", "COALESCE(x.title, y.title)", ":day")},
    {service_called_then("COALESCE(xo.id, yo.id, o.id)", _SERVICE, ":day")},
    p.group_name, p.attendance, COALESCE(f.protocol_note, ''), p.post_id IS NULL AND t.post_id IS NOT NULL
"""
# An official listed without an office held, at the time, those whose tenure covers the day;
# on an unknown day only somebody who never changed office can be said to have held it.
COVERS = """
    (:day <> '' OR (n.date_first IS NULL AND n.date_last IS NULL)
     OR 1 = (SELECT COUNT(*) FROM tenure c WHERE c.official_id = n.official_id))
    AND (n.date_first IS NULL OR :day = '' OR n.date_first <= :day)
    AND (n.date_last IS NULL OR :day = '' OR n.date_last >= :day)
"""
WHO = f"""
    participant p
    LEFT JOIN official f ON f.id = p.official_id
    LEFT JOIN post x ON x.id = p.post_id LEFT JOIN organisation xo ON xo.id = x.organisation_id
    LEFT JOIN tenure t ON p.post_id IS NULL AND t.id = (
        SELECT MIN(n.id) FROM tenure n WHERE n.official_id = p.official_id AND {COVERS})
    LEFT JOIN post y ON y.id = t.post_id LEFT JOIN organisation yo ON yo.id = y.organisation_id
    LEFT JOIN organisation o ON o.id = p.organisation_id
"""
IN_ORDER = "p.rank IS NULL, p.rank, p.id"
AT_MOST = 500
# What the press writes before a number that is only the smallest it knows of.
_AT_LEAST = re.compile(
    r"\d\s*\+|\b(?:at least|more than|no fewer than|over|au moins|plus de|al menos|más de|mindestens|mehr als)\b",
    re.IGNORECASE,
)
_AT_ITS_END = "COALESCE(CASE WHEN t.date_last < :today THEN t.date_last END, '')"
SOURCE = f"COALESCE({source_name('u')}, ''), u.id"
"""Columns of the source `u` that a name or a tenure comes from; it may be missing."""


def people(reader: Reader, where: str, *, day: str, **values: Any) -> tuple[PersonLine, ...]:
    """Participants in the order notified; `where` speaks of them as `p`, `day` is when they took part, "" unknown."""
    rows = reader.all(
        f"SELECT {PERSON} FROM {WHO} WHERE {where} ORDER BY {IN_ORDER} LIMIT :limit_",
        **values,
        day=day,
        limit_=AT_MOST,
    )
    offices = _offices(reader, {row[6] for row in rows if row[14]}, day)
    return tuple(_person(row, offices) for row in rows)


def _offices(reader: Reader, officials: set[int], day: str) -> dict[int, list[str]]:
    """All the offices that some officials held at once on a day."""
    if not officials:
        return {}
    marks, values = marked("official", sorted(officials))
    rows = reader.all(
        f"SELECT n.official_id, {called_then('p.id', 'p.title', ':day')},"
        f" {service_called_then('o.id', short_name('o'), ':day')} FROM tenure n"
        " JOIN post p ON p.id = n.post_id LEFT JOIN organisation o ON o.id = p.organisation_id"
        f" WHERE n.official_id IN ({marks}) AND {COVERS} ORDER BY n.id",
        **values,
        day=day,
    )
    held: dict[int, list[str]] = {}
    for number, title, organisation in rows:
        held.setdefault(number, []).append(", ".join(filter(None, (title, organisation))))
    return held


def _person(row: Values, offices: Mapping[int, Sequence[str]]) -> PersonLine:
    country, role, as_printed, count, on_behalf_of, inferred, official_id, name, post_id, title = row[:10]
    organisation, group, attendance, protocol_note = row[10:14]
    office = ", ".join(part for part in (title, organisation) if part)
    if row[14]:
        office = " and ".join(dict.fromkeys(offices.get(official_id, (office,))))
    if name:
        label, post = name, office
    elif title:
        label, post = f"{office} (not named)", ""
    else:
        label, post = group or organisation, organisation if group else ""
    return PersonLine(
        label=label,
        post=post,
        country=country or "",
        role=role,
        named=bool(name),
        inferred=bool(inferred),
        as_printed=as_printed,
        number=count,
        on_behalf_of=on_behalf_of,
        official_key=Key("official", str(official_id)) if official_id else None,
        post_key=Key("post", str(post_id)) if post_id else None,
        attendance=attendance,
        at_least=count is not None and _AT_LEAST.search(as_printed) is not None,
        protocol_note=protocol_note,
    )


def source_key(number: int | None) -> Key | None:
    """The source that a name or a tenure comes from."""
    return None if number is None else Key("source", str(number))


def tenures(reader: Reader, where: str, today: str, **values: Any) -> tuple[TenureRow, ...]:
    """Who held which post when, the latest first; `where` speaks of the tenure as `t`."""
    rows = reader.all(
        f"SELECT {called_then('p.id', 'p.title', _AT_ITS_END)},"
        f" {service_called_then('o.id', short_name('o'), _AT_ITS_END)}, p.id, f.name, f.id,"
        " t.date_edtf, t.date_text, t.date_basis, t.acting, t.basis,"
        f" {HELD_NOW}, {SOURCE} FROM tenure t JOIN post p ON p.id = t.post_id JOIN official f ON f.id = t.official_id"
        " LEFT JOIN organisation o ON o.id = p.organisation_id"
        f" LEFT JOIN source u ON u.id = t.source_id WHERE {where}"
        " ORDER BY t.date_last IS NOT NULL, t.date_first DESC, t.id LIMIT :limit_",
        **values,
        today=today,
        limit_=AT_MOST,
    )
    return tuple(
        TenureRow(
            post=row[0],
            organisation=row[1],
            post_key=Key("post", str(row[2])),
            official=row[3],
            official_key=Key("official", str(row[4])),
            held=PartialDate(*row[5:8]),
            acting=bool(row[8]),
            basis=row[9],
            now=bool(row[10]),
            source=row[11],
            source_key=source_key(row[12]),
        )
        for row in rows
    )
