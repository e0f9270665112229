"""What came of the events of a pair: read from the newest of them on, however many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.commitments import AGREED, EXPLORED
from db.queries.actions import actions_where
from db.queries.followups import ASKS, IS_OPEN, STILL_OPEN, followups_where
from db.queries.pieces import among
from db.reader import marked
from db.vocabulary import OPEN_STATUSES

if TYPE_CHECKING:
    from db.reader import Reader
    from db.rows import ActionRow, FollowUpRow, Key, Moment

AT_MOST = 100
AT_A_GLANCE = 12  # outcomes of a kind that a pane beside a list shows; the whole record has the others
_SOONEST = 500  # open follow-ups of all pairs; nobody has so many to do
NEWEST = 300  # events that are asked for their follow-ups

# Each in the words of an index on the few events of a pair that still have such an outcome.
OPEN, WATCHED = "open", "watch"
_WHICH = {
    OPEN: f"a.status IN ({among(OPEN_STATUSES)})",
    WATCHED: f"a.rung BETWEEN {EXPLORED} AND {AGREED - 1} AND a.status = ''",
}
_OF_BOTH = (
    "(NOT EXISTS (SELECT 1 FROM action_party p WHERE p.action_id = a.id)"
    " OR 2 = (SELECT COUNT(*) FROM action_party p WHERE p.action_id = a.id AND p.country IN (:one, :other)))"
)
_NEAR = """
    WITH near AS (SELECT s.event_id / 2 AS record, s.event_id % 2 AS meets FROM event_scope s
                  WHERE s.scope_kind = 'pair' AND s.scope_id = :pair AND {having}
                  ORDER BY s.sort_day DESC, s.event_id DESC LIMIT :near)
"""
# CROSS JOIN: from the events to what came of them, never the other way round.
_OUTCOMES = """
    SELECT a.id, a.rung FROM near n CROSS JOIN action a
    WHERE n.meets = 0 AND a.visit_id = n.record AND a.meeting_id IS NULL AND {which}
    UNION ALL SELECT a.id, a.rung FROM near n CROSS JOIN action a
    WHERE n.meets = 1 AND a.meeting_id = n.record AND {which} ORDER BY 2 DESC, 1 LIMIT :most
"""
_STEPS_OF_EVENTS = f"""
    SELECT f.id FROM near n CROSS JOIN followup f WHERE n.meets = 0 AND f.visit_id = n.record AND {IS_OPEN}
    UNION SELECT f.id FROM near n CROSS JOIN followup f WHERE n.meets = 1 AND f.meeting_id = n.record AND {IS_OPEN}
    UNION SELECT f.id FROM near n CROSS JOIN action a CROSS JOIN followup f
    WHERE n.meets = 0 AND a.visit_id = n.record AND a.meeting_id IS NULL AND f.action_id = a.id AND {IS_OPEN}
    UNION SELECT f.id FROM near n CROSS JOIN action a CROSS JOIN followup f
    WHERE n.meets = 1 AND a.meeting_id = n.record AND f.action_id = a.id AND {IS_OPEN}
"""
_SOONEST_STEPS = f"""
    SELECT f.id FROM (SELECT f.id, f.action_id, f.meeting_id, f.visit_id FROM followup f
                       WHERE {IS_OPEN} ORDER BY {ASKS}, f.id LIMIT :soonest) f
    LEFT JOIN action a ON a.id = f.action_id
    WHERE EXISTS (SELECT 1 FROM event_scope s WHERE s.scope_kind = 'pair' AND s.scope_id = :pair AND s.event_id IN
                  (2 * COALESCE(f.visit_id, CASE WHEN a.meeting_id IS NULL THEN a.visit_id END, -1),
                   2 * COALESCE(f.meeting_id, a.meeting_id, -1) + 1))
    LIMIT :most
"""


def outcomes_of_pair(
    reader: Reader, key: Key, moment: Moment, which: str, *, most: int | None = None
) -> tuple[ActionRow, ...]:
    """The outcomes of a pair that are open, or on watch, of its newest events that have such; highest rung first."""
    one, other = key.id.split("-")
    rows = reader.all(
        _NEAR.format(having=f"s.{which} > 0") + _OUTCOMES.format(which=f"{_WHICH[which]} AND {_OF_BOTH}"),
        pair=key.id,
        one=one,
        other=other,
        near=AT_MOST,
        most=AT_MOST if most is None else min(most, AT_MOST),
    )
    marks, values = marked("outcome", (number for number, _ in rows))
    return actions_where(reader, moment.today, f"a.id IN ({marks})", **values) if marks else ()


def followups_of_pair(
    reader: Reader, key: Key, moment: Moment, *, at_once: bool = False
) -> tuple[FollowUpRow, ...]:
    """Our own next steps with a pair, the soonest first.

    They are all of them where it has met a few hundred times at most; else those that came of its newest events,
    and those among the soonest of all, which take longer to find and are left out `at_once`.
    """
    of_events = reader.all(_NEAR.format(having="TRUE") + _STEPS_OF_EVENTS, pair=key.id, near=NEWEST)
    found = {number for (number,) in of_events}
    a, b = key.id.split("-")
    events = reader.value("SELECT events FROM pair_summary WHERE a = :a AND b = :b", a=a, b=b)
    if int(events or 0) > NEWEST and not at_once:
        rows = reader.all(_SOONEST_STEPS, pair=key.id, soonest=_SOONEST, most=AT_MOST)
        found |= {number for (number,) in rows}
    marks, values = marked("step", found)
    return (
        followups_where(reader, moment.today, f"f.id IN ({marks}) AND {STILL_OPEN}", **values)
        if marks
        else ()
    )
