"""Participants as they are shown: the name, else the office and that nobody named its holder, else the group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db.dates import PartialDate
from db.rows import Key, MetRow, PersonLine, TenureRow

if TYPE_CHECKING:
    from db.listing import Values
    from db.reader import Reader

PERSON = """
    p.country, p.role, p.as_printed, p.count, p.on_behalf_of, p.inferred, p.official_id, f.name,
    COALESCE(p.post_id, t.post_id), COALESCE(x.title, y.title),
    COALESCE(NULLIF(xo.acronym, ''), xo.name, NULLIF(yo.acronym, ''), yo.name, NULLIF(o.acronym, ''), o.name, ''),
    p.group_name
"""
# An official listed without an office held, at the time, the one of the first tenure that covers the day;
# on an unknown day only somebody who never changed office can be said to have held it.
WHO = """
    participant p
    LEFT JOIN official f ON f.id = p.official_id
    LEFT JOIN post x ON x.id = p.post_id LEFT JOIN organisation xo ON xo.id = x.organisation_id
    LEFT JOIN tenure t ON p.post_id IS NULL AND t.id = (
        SELECT MIN(n.id) FROM tenure n WHERE n.official_id = p.official_id
        AND (:day <> '' OR (n.date_first IS NULL AND n.date_last IS NULL)
             OR 1 = (SELECT COUNT(*) FROM tenure c WHERE c.official_id = p.official_id))
        AND (n.date_first IS NULL OR :day = '' OR n.date_first <= :day)
        AND (n.date_last IS NULL OR :day = '' OR n.date_last >= :day))
    LEFT JOIN post y ON y.id = t.post_id LEFT JOIN organisation yo ON yo.id = y.organisation_id
    LEFT JOIN organisation o ON o.id = p.organisation_id
"""
IN_ORDER = "p.rank IS NULL, p.rank, p.id"
AT_MOST = 500


def people(reader: Reader, where: str, *, day: str, **values: Any) -> tuple[PersonLine, ...]:
    """Participants in the order notified; `where` speaks of them as `p`, `day` is when they took part, "" unknown."""
    rows = reader.all(
        f"SELECT {PERSON} FROM {WHO} WHERE {where} ORDER BY {IN_ORDER} LIMIT :limit_",
        **values,
        day=day,
        limit_=AT_MOST,
    )
    return tuple(_person(row) for row in rows)


def _person(row: Values) -> PersonLine:
    country, role, as_printed, count, on_behalf_of, inferred, official_id, name, post_id, title = row[:10]
    organisation, group = row[10:12]
    office = ", ".join(part for part in (title, organisation) if part)
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
    )


def tenures(reader: Reader, where: str, today: str, **values: Any) -> tuple[TenureRow, ...]:
    """Who held which post when, the latest first; `where` speaks of the tenure as `t`."""
    rows = reader.all(
        "SELECT p.title, COALESCE(NULLIF(o.acronym, ''), o.name, ''), p.id, f.name, f.id, t.date_edtf, t.date_text,"
        " t.date_basis, t.acting, t.basis,"
        " (t.date_last IS NULL OR t.date_last >= :today) AND (t.date_first IS NULL OR t.date_first <= :today)"
        " FROM tenure t JOIN post p ON p.id = t.post_id JOIN official f ON f.id = t.official_id"
        f" LEFT JOIN organisation o ON o.id = p.organisation_id WHERE {where}"
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
        )
        for row in rows
    )


def met(reader: Reader, official_id: int, country: str) -> tuple[MetRow, ...]:
    """Whom an official has met: the others in the same meetings who came for another party, latest first."""
    rows = reader.all(
        f"SELECT {PERSON}, COALESCE(m.date_first, v.date_first, ''),"
        " CASE WHEN m.date_edtf <> '' THEN m.date_edtf ELSE COALESCE(v.date_edtf, '') END"
        f" FROM {WHO} JOIN meeting m ON m.id = p.meeting_id LEFT JOIN visit v ON v.id = m.visit_id"
        " WHERE p.meeting_id IN (SELECT meeting_id FROM participant WHERE official_id = :official)"
        " AND p.country <> :country ORDER BY 13 DESC, p.id LIMIT :limit_",
        official=official_id,
        country=country,
        day="",
        limit_=AT_MOST,
    )
    found: dict[tuple[str, str], MetRow] = {}
    for row in rows:
        person = _person(row[:12])
        last = PartialDate(row[13])
        key = person.official_key or person.post_key
        before = found.get((person.label, person.country))
        found[person.label, person.country] = (
            MetRow(person.label, person.country, key, 1, last)
            if before is None
            else before._replace(times=before.times + 1)
        )
    return tuple(found.values())
