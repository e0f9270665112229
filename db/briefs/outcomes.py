"""What came of the last meeting, and what has moved or ended since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.briefs import words
from db.briefs.business import MOST, concerning, of_scope
from db.briefs.parts import Item, Items, Note, Section
from db.commitments import RUNGS
from db.dates import PartialDate
from db.queries.actions import actions_where
from db.reader import marked
from db.rows import Key
from db.scopes import was_held

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from db.briefs.parts import Block
    from db.briefs.scope import About
    from db.reader import Reader
    from db.rows import ActionRow

_FEW = 12
CLOSED = ("done", "dropped", "superseded")


def outcomes(reader: Reader, scope: About, today: date, since: str, above: Iterable[Key]) -> Section:
    """What came of the last event that had outcomes, and what moved or ended since the last meeting.

    Those that stand above on the page already, open or watched, are counted and not told twice.
    """
    where, values = concerning(scope)
    scoped, scope_values = scope.scoped()
    last = reader.one(
        "SELECT e.group_id, e.ref, e.date_edtf, e.date_text, e.date_basis FROM event_scope s"
        f" JOIN event e ON e.id = s.event_id WHERE {scoped} AND e.outcomes > 0"
        f" AND {was_held('s.status')} ORDER BY s.sort_day DESC, s.group_id DESC, s.rank DESC LIMIT 1",
        **scope_values,
    )
    blocks: list[Block] = []
    if last is not None:
        rows = actions_where(reader, today, f"{_OF_GROUP} AND {where}", limit=MOST, group=last[0], **values)
        when = words.day(PartialDate(*last[2:])) or words.NOT_STATED
        told = frozenset(above)
        blocks.append(
            Items(tuple(_outcome(row) for row in rows if row.key not in told), f"{last[1]}, {when}")
        )
        if again := [row.ref for row in rows if row.key in told]:
            blocks.append(Note(f"Above as open or watched: {words.first_few(again, _FEW)}."))
    if since and (moved := _since(reader, scope, today, since)):
        blocks.append(Items(moved, f"Moved or ended since {words.iso_day(since)}"))
    return Section("Outcomes of the last meeting", tuple(blocks) or (Note("No outcome is on record."),))


_OF_GROUP = (
    "(a.meeting_id IN (SELECT x.record_id FROM event x WHERE x.group_id = :group AND x.kind = 'meeting')"
    " OR (a.meeting_id IS NULL AND a.visit_id IN"
    " (SELECT x.record_id FROM event x WHERE x.group_id = :group AND x.kind = 'visit')))"
)


def _outcome(row: ActionRow) -> Item:
    return Item(
        row.text, RUNGS[row.rung], behind=words.dotted(row.ref, row.status, row.on, row.since), key=row.key
    )


def _since(reader: Reader, scope: About, today: date, since: str) -> tuple[Item, ...]:
    where, values = of_scope(scope)
    rows = actions_where(
        reader,
        today,
        f"(a.closed_on >= :since OR EXISTS (SELECT 1 FROM rung_change r WHERE r.action_id = a.id"
        f" AND r.date_first >= :since)) AND {where}",
        limit=MOST,
        since=since,
        **values,
    )
    ended = _ended(reader, rows)
    return tuple(
        Item(
            row.text,
            row.status if row.status in CLOSED else RUNGS[row.rung],
            behind=words.dotted(row.ref, *ended.get(row.key, ()), row.since),
            key=row.key,
        )
        for row in rows
    )


def _ended(reader: Reader, rows: Iterable[ActionRow]) -> dict[Key, tuple[str, str]]:
    marks, values = marked("id", (int(row.key.id) for row in rows))
    if not marks:
        return {}
    found = reader.all(
        f"SELECT id, closed_on, close_reason FROM action WHERE id IN ({marks}) AND closed_on <> ''", **values
    )
    return {Key("action", str(number)): (words.iso_day(day), reason) for number, day, reason in found}
