"""Any record by its name, and the countries to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.names import fold
from db.rows import FoundRow, Key

if TYPE_CHECKING:
    from db.reader import Reader

# An officer who types three letters mostly means a person or a pair.
KINDS = (
    "CASE kind WHEN 'pair' THEN 0 WHEN 'official' THEN 1 WHEN 'visit' THEN 2 WHEN 'meeting' THEN 3"
    " WHEN 'post' THEN 4 WHEN 'action' THEN 5 WHEN 'followup' THEN 6 WHEN 'organisation' THEN 7 ELSE 8 END"
)


def find_records(reader: Reader, words: str, *, limit: int = 50, desk: str = "") -> list[FoundRow]:
    """Records in whose names every word begins one, by kind; a pair is called as the desk's country sees it."""
    wanted = fold(words[:500]).split()
    if not wanted:
        return []
    where = " AND ".join(f"' ' || folded LIKE :word{number}" for number in range(len(wanted)))
    values = {f"word{number}": f"% {word}%" for number, word in enumerate(wanted)}
    rows = reader.all(
        "SELECT kind, record_id, label, detail FROM ("
        " SELECT kind, record_id, label, detail, sort_day, folded FROM search_entry"
        " UNION ALL SELECT 'pair', p.a || '-' || p.b, x.name || ' – ' || y.name, p.a || ' – ' || p.b, p.last_day,"
        " p.folded FROM pair_summary p JOIN country x ON x.code = p.a JOIN country y ON y.code = p.b"
        f") found WHERE {where}"
        f" ORDER BY {KINDS}, CASE WHEN folded LIKE :begins THEN 0 ELSE 1 END, sort_day DESC, label, record_id"
        " LIMIT :limit_",
        **values,
        begins=f"{wanted[0]}%",
        limit_=limit,
    )
    return [
        FoundRow(
            Key(kind, record_id),
            " – ".join(reversed(label.split(" – ")))
            if kind == "pair" and record_id.endswith(f"-{desk}")
            else label,
            detail,
        )
        for kind, record_id, label, detail in rows
    ]


def countries(reader: Reader) -> list[tuple[str, str]]:
    """Code and name of every country of today, by name."""
    rows = reader.all("SELECT code, name FROM country WHERE kind = 'country' AND valid_to = '' ORDER BY name")
    return [(code, name) for code, name in rows]
