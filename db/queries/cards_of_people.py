"""Pairs and sources whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db.dates import PartialDate
from db.queries.actions import actions_where
from db.queries.followups import STILL_OPEN, followups_where
from db.queries.kin import kin, unmet
from db.queries.officials import officials_of_pair
from db.queries.pairs import one_pair, rolled_up
from db.queries.scores import kept
from db.queries.timeline import pair_event
from db.rows import (
    FoundRow,
    Key,
    Moment,
    PairCard,
    SourceCard,
)
from db.vocabulary import HELD_STATUSES, PLANNED_STATUSES

if TYPE_CHECKING:
    from db.reader import Reader

IN_PAIR = """
    EXISTS (SELECT 1 FROM event_scope s WHERE s.scope_kind = 'pair' AND s.scope_id = :pair
            AND s.event_id = CASE WHEN a.meeting_id IS NULL THEN 2 * a.visit_id ELSE 2 * a.meeting_id + 1 END)
    AND (NOT EXISTS (SELECT 1 FROM action_party p WHERE p.action_id = a.id)
         OR 2 = (SELECT COUNT(*) FROM action_party p WHERE p.action_id = a.id AND p.country IN (:a, :b)))
"""


def pair_card(reader: Reader, key: Key, moment: Moment) -> PairCard | None:
    """How two countries stand: last and next, what is open, what is watched, whom we know."""
    a, _, b = key.id.partition("-")
    row = one_pair(reader, a, b, moment)
    if row is None:
        return None
    related = kin(reader, key.id)
    of_pair: dict[str, Any] = {"pair": key.id, "a": a, "b": b}
    return PairCard(
        key=key,
        row=row,
        last_event=pair_event(reader, key.id, HELD_STATUSES, "DESC"),
        next_event=pair_event(reader, key.id, PLANNED_STATUSES, "ASC"),
        open_actions=actions_where(
            reader, moment.today, f"a.status IN ('open', 'in progress', 'waiting') AND {IN_PAIR}", **of_pair
        ),
        watch_actions=actions_where(
            reader, moment.today, f"a.rung IN (2, 3) AND a.status = '' AND {IN_PAIR}", **of_pair
        ),
        followups=followups_where(
            reader,
            moment.today,
            f"{STILL_OPEN} AND EXISTS (SELECT 1 FROM event_scope s WHERE s.scope_kind = 'pair'"
            " AND s.scope_id = :pair AND s.event_id IN (2 * COALESCE(f.visit_id, CASE WHEN a.meeting_id IS NULL"
            " THEN a.visit_id END, -1), 2 * COALESCE(f.meeting_id, a.meeting_id, -1) + 1))",
            pair=key.id,
        ),
        officials=officials_of_pair(reader, a, b),
        kin=related,
        unmet=unmet(reader, key.id),
        kept=kept(reader, row.home, row.other, moment),
        rolled=rolled_up(reader, row, moment) if any(one.former for one in related) else None,
    )


def source_card(reader: Reader, key: Key, moment: Moment) -> SourceCard | None:  # noqa: ARG001 - one shape for all cards
    """A source with what it speaks of."""
    number = int(key.id)
    row = reader.one(
        "SELECT title, kind, publisher, author, cites, url, language, date_edtf, date_text, date_basis, reliability,"
        " handling, note FROM source WHERE id = :id",
        id=number,
    )
    if row is None:
        return None
    records = reader.all(
        "SELECT DISTINCT c.record_kind, c.record_id, e.label, e.detail FROM citation c"
        " JOIN search_entry e ON e.kind = c.record_kind AND e.record_id = c.record_id"
        " WHERE c.source_id = :id ORDER BY e.detail LIMIT 20",
        id=number,
    )
    return SourceCard(
        key=key,
        title=row[0] or row[2] or f"untitled {row[1]}",
        kind=row[1],
        publisher=row[2],
        author=row[3],
        cites=row[4],
        url=row[5],
        language=row[6],
        published=PartialDate(*row[7:10]),
        reliability=row[10],
        handling=row[11],
        note=row[12],
        citations=reader.value("SELECT COUNT(*) FROM citation WHERE source_id = :id", id=number),
        records=tuple(FoundRow(Key(kind, str(one)), label, detail) for kind, one, label, detail in records),
    )
