"""Which commitments were kept and by whom, and what is on an agenda."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.briefs import words
from db.briefs.business import MOST, of_scope
from db.briefs.outcomes import CLOSED
from db.briefs.parts import Item, Items, Note, Section
from db.commitments import RUNGS
from db.queries.pieces import among
from db.reader import marked
from db.rows import Key

if TYPE_CHECKING:
    from db.briefs.scope import About
    from db.reader import Reader

_KEPT = {1: "kept", 0: "kept in part", -1: "not kept"}


def kept(reader: Reader, scope: About) -> Section | None:
    """Which commitments were kept and by whom, None where none was weighed yet."""
    where, values = of_scope(scope)
    marks, codes = marked("of", scope.countries)
    weighed = (
        "FROM action a JOIN action_party q ON q.action_id = a.id"
        f" WHERE a.rung + 0 IN (4, 5) AND a.status IN ({among(CLOSED)})"
        f" AND q.score IS NOT NULL AND q.country IN ({marks}) AND {where}"
    )
    # The figures are of all of them, the lines of the latest alone.
    tally: dict[str, dict[int, int]] = {}
    for country, score, count in reader.all(
        f"SELECT q.country, q.score, COUNT(*) {weighed} GROUP BY q.country, q.score", **values, **codes
    ):
        tally.setdefault(country, {})[score] = count
    if not tally:
        return None
    summary = "; ".join(
        f"{country} {words.listed(*(f'{said} {counts[one]}' for one, said in _KEPT.items() if one in counts))}"
        for country, counts in sorted(tally.items())
    )
    rows = reader.all(
        f"SELECT q.country, q.score, q.evidence, a.id, a.ref, a.text, a.closed_on {weighed}"
        " ORDER BY a.closed_on DESC, a.id DESC, q.country LIMIT :most",
        **values,
        **codes,
        most=MOST,
    )
    items = tuple(
        Item(
            text,
            f"{country} {_KEPT[score]}",
            behind=words.dotted(ref, words.iso_day(closed), evidence),
            key=Key("action", str(number)),
        )
        for country, score, evidence, number, ref, text, closed in rows
    )
    more = sum(sum(counts.values()) for counts in tally.values()) - len(items)
    return Section("Kept and not kept", (Note(f"{summary}."), Items(items, more=more)))


def agenda(reader: Reader, key: Key) -> Section | None:
    """What is on the agenda of a meeting, or of those of a visit; None where there is none."""
    meetings = (
        "g.meeting_id = :id"
        if key.kind == "meeting"
        else "g.meeting_id IN (SELECT id FROM meeting WHERE visit_id = :id)"
    )
    rows = reader.all(
        "SELECT a.id, a.ref, a.rung, a.text, a.status, g.disposition, g.note, m.ref,"
        " (SELECT COUNT(*) FROM agenda_item c WHERE c.action_id = a.id)"
        " FROM agenda_item g JOIN action a ON a.id = g.action_id JOIN meeting m ON m.id = g.meeting_id"
        f" WHERE {meetings} ORDER BY m.position, m.id, g.position, g.id LIMIT :most",
        id=int(key.id),
        most=MOST,
    )
    if not rows:
        return None
    items = tuple(
        Item(
            text,
            ref,
            behind=words.dotted(
                words.listed(RUNGS[rung], status),
                disposition,
                f"on the agenda of {times} meetings" if times > 1 else "",
                note,
                meeting if key.kind == "visit" else "",
            ),
            key=Key("action", str(number)),
        )
        for number, ref, rung, text, status, disposition, note, meeting, times in rows
    )
    return Section("Agenda", (Items(items),))
