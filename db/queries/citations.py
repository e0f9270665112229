"""Where facts come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.dates import PartialDate
from db.errors import NotFound
from db.merged import standing
from db.queries.pieces import source_name
from db.rows import CitationRow, Key

if TYPE_CHECKING:
    from db.listing import Values
    from db.reader import Reader

COLUMNS = f"""
    c.field, c.value, {source_name("s")}, s.id,
    s.publisher, s.cites, s.date_edtf, s.date_text, s.date_basis, c.locator, c.quote, c.stance, c.voice,
    s.reliability, c.credibility, c.accepted
"""
AT_MOST = 200
_WHOLE = "SELECT w.id, w.ref FROM action a JOIN action w ON w.id = a.parent_id WHERE a.id = :id"
_DEEPEST = 8  # times that an outcome is split
LATEST_EVENTS = 20  # of a pair, whose sources are shown with it
HANGS_ON = {  # what a record's facts also rest on
    "action": "SELECT CASE WHEN meeting_id IS NULL THEN 'visit' ELSE 'meeting' END, COALESCE(meeting_id, visit_id)"
    " FROM action WHERE id = :id",
    "followup": "SELECT CASE WHEN action_id IS NOT NULL THEN 'action' WHEN meeting_id IS NOT NULL THEN 'meeting'"
    " WHEN visit_id IS NOT NULL THEN 'visit' ELSE 'official' END,"
    " COALESCE(action_id, meeting_id, visit_id, official_id) FROM followup WHERE id = :id",
    "meeting": "SELECT 'visit', visit_id FROM meeting WHERE id = :id",
}


def citations_of(reader: Reader, key: Key) -> tuple[CitationRow, ...]:
    """What sources say on a record itself: the accepted first, then the more credible."""
    if key.kind == "pair":
        return _of_pair(reader, key.id)
    rows = reader.all(
        f"SELECT {COLUMNS} FROM citation c JOIN source s ON s.id = c.source_id"
        " WHERE c.record_kind = :kind AND c.record_id = :id"
        " ORDER BY c.accepted DESC, c.credibility, s.reliability, c.id LIMIT :limit_",
        kind=key.kind,
        id=int(key.id),
        limit_=AT_MOST,
    )
    return tuple(map(_citation, rows))


def one_citation(reader: Reader, number: int) -> CitationRow:
    """What one source says on one field.

    Raises:
        NotFound: it does not say so any more.
    """
    row = reader.one(
        f"SELECT {COLUMNS} FROM citation c JOIN source s ON s.id = c.source_id WHERE c.id = :id", id=number
    )
    if row is None:
        raise NotFound("That source does not speak of this any more.")
    return _citation(row)


def _of_pair(reader: Reader, pair: str) -> tuple[CitationRow, ...]:
    """What sources say on the latest events of a pair, each with the event's ref, since a pair is nothing else."""
    rows = reader.all(
        f"SELECT {COLUMNS}, e.ref FROM (SELECT event_id, sort_day FROM event_scope"
        " WHERE scope_kind = 'pair' AND scope_id = :pair ORDER BY sort_day DESC, group_id DESC, rank DESC"
        " LIMIT :latest) x JOIN event e ON e.id = x.event_id"
        " JOIN citation c ON c.record_kind = e.kind AND c.record_id = e.record_id"
        " JOIN source s ON s.id = c.source_id"
        " ORDER BY x.sort_day DESC, e.ref, c.accepted DESC, c.credibility, c.id LIMIT :limit_",
        pair=pair,
        latest=LATEST_EVENTS,
        limit_=AT_MOST,
    )
    return tuple(
        (one := _citation(row))._replace(field=f"{one.field or 'record'} of {row[16]}") for row in rows
    )


def _citation(row: Values) -> CitationRow:
    return CitationRow(
        field=row[0],
        value=row[1],
        source=row[2],
        source_key=Key("source", str(row[3])),
        publisher=row[4],
        cites=row[5],
        published=PartialDate(*row[6:9]),
        locator=row[9],
        quote=row[10],
        stance=row[11],
        voice=row[12],
        grade=f"{row[13]}{row[14]}",
        accepted=bool(row[15]),
    )


def with_those_of_the_whole(reader: Reader, key: Key) -> tuple[CitationRow, ...]:
    """What sources say on an outcome; of a part on which they say nothing, what they say on the whole, by its ref."""
    found = citations_of(reader, key)
    whole = reader.one(_WHOLE, id=int(key.id)) if key.kind == "action" and not found else None
    for _ in range(_DEEPEST):
        if whole is None or found:
            break
        theirs = citations_of(reader, Key("action", str(whole[0])))
        found = tuple(one._replace(field=f"{one.field or 'record'} of {whole[1]}") for one in theirs)
        whole = reader.one(_WHOLE, id=whole[0])
    return found


def origin(reader: Reader, key: Key) -> list[CitationRow]:
    """What sources say on a record; where they say nothing, what they say on that on which it hangs."""
    key = standing(reader, key)
    found = with_those_of_the_whole(reader, key)
    if not found and key.kind in HANGS_ON:
        above = reader.one(HANGS_ON[key.kind], id=int(key.id))
        if above is not None and above[1] is not None:
            return origin(reader, Key(above[0], str(above[1])))
    return list(found)


def best_grade(citations: tuple[CitationRow, ...]) -> str:
    """The grade of the best source that says something straight: "C2", "" without one."""
    straight = (one.grade for one in citations if one.stance in ("states", "implies"))
    return min(straight, key=lambda grade: (grade[1:], grade[0]), default="")
