"""The rungs at which outcomes stood, and the events that moved them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.commitments import RUNGS
from db.dates import PartialDate, show_short
from db.rows import Key, MovedHere, RungStep

if TYPE_CHECKING:
    from collections.abc import Iterable

    from db.reader import Reader

AT_MOST = 50
FIRST_RUNG = "(SELECT r.was FROM rung_change r WHERE r.action_id = a.id ORDER BY r.id LIMIT 1)"
"""Where an outcome `a` was filed at first; null where it never moved."""


def filed_as(was: int | None, edtf: str) -> str:
    """A rung and the month in which it was said: "proposed Jan 2025"; "" for none."""
    if was is None:
        return ""
    when = PartialDate(edtf)
    first, last = when.first, when.last
    if first and last and (first.year, first.month) == (last.year, last.month):
        when = PartialDate(f"{first:%Y-%m}")
    return f"{RUNGS[was]} {show_short(when) if edtf else ''}".rstrip()


def rungs_of(reader: Reader, keys: Iterable[Key]) -> dict[Key, int]:
    """At which rung outcomes stand; those that are gone are left out."""
    found = {key: reader.value("SELECT rung FROM action WHERE id = :id", id=int(key.id)) for key in keys}
    return {key: int(rung) for key, rung in found.items() if rung is not None}


def steps_of(reader: Reader, action_id: int, on: PartialDate) -> tuple[RungStep, ...]:
    """Every rung that an outcome stood at, the first one since `on`; none where it never moved."""
    rows = reader.all(
        "SELECT r.was, r.now, r.date_edtf, r.date_text, r.date_basis, r.note, s.id,"
        " COALESCE(NULLIF(s.title, ''), NULLIF(s.publisher, ''), 'untitled ' || s.kind, ''),"
        " v.id, m.id, COALESCE(m.ref || ' ' || COALESCE((SELECT REPLACE(e.parties, ' ', '·') FROM event e"
        " WHERE e.id = 2 * m.id + 1), ''), v.ref || ' ' || v.sending || '→' || v.host, '')"
        " FROM rung_change r LEFT JOIN source s ON s.id = r.source_id LEFT JOIN visit v ON v.id = r.visit_id"
        " LEFT JOIN meeting m ON m.id = r.meeting_id WHERE r.action_id = :id ORDER BY r.id LIMIT :limit_",
        id=action_id,
        limit_=AT_MOST,
    )
    if not rows:
        return ()
    return (
        RungStep(rows[0][0], on, "", "", None, "", None),
        *(
            RungStep(
                rung=row[1],
                date=PartialDate(*row[2:5]),
                note=row[5],
                source=row[7],
                source_key=None if row[6] is None else Key("source", str(row[6])),
                event=row[10].strip(),
                event_key=Key("visit", str(row[8]))
                if row[8] is not None
                else Key("meeting", str(row[9]))
                if row[9] is not None
                else None,
            )
            for row in rows
        ),
    )


def moved_at(reader: Reader, where: str, number: int) -> tuple[MovedHere, ...]:
    """The outcomes that an event moved; `where` speaks of the change as `r` and of the event as :id."""
    rows = reader.all(
        "SELECT a.id, a.ref, a.text, r.now, r.was,"
        " (SELECT x.was FROM rung_change x WHERE x.action_id = a.id ORDER BY x.id LIMIT 1),"
        " COALESCE(NULLIF(m.date_edtf, ''), v.date_edtf, '')"
        " FROM rung_change r JOIN action a ON a.id = r.action_id LEFT JOIN meeting m ON m.id = a.meeting_id"
        f" LEFT JOIN visit v ON v.id = COALESCE(m.visit_id, a.visit_id) WHERE {where}"
        " ORDER BY r.now DESC, r.id LIMIT :limit_",
        id=number,
        limit_=AT_MOST,
    )
    return tuple(
        MovedHere(Key("action", str(number)), ref, text, now, was, filed_as(first, edtf))
        for number, ref, text, now, was, first, edtf in rows
    )
