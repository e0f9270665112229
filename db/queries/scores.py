"""What was kept of what was agreed, and what was not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.queries.actions import actions_where
from db.queries.pieces import among
from db.reader import marked
from db.rows import Key, Moment
from db.rows.agenda import Kept, KeptCount, ScoredRow, ScoreRow
from db.vocabulary import CLOSED_STATUSES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.reader import Reader

AT_MOST = 20


def scores_of(reader: Reader, action_id: int) -> tuple[ScoreRow, ...]:
    """The parties of an outcome with their scores; where it names none, those of its event, not scored."""
    rows = reader.all(
        "SELECT country, score, evidence FROM action_party WHERE action_id = :id ORDER BY country",
        id=action_id,
    )
    if rows:
        return tuple(ScoreRow(*row) for row in rows)
    parties = reader.value(
        "SELECT e.parties FROM action a JOIN event e ON e.id ="
        " CASE WHEN a.meeting_id IS NULL THEN 2 * a.visit_id ELSE 2 * a.meeting_id + 1 END WHERE a.id = :id",
        id=action_id,
    )
    return tuple(ScoreRow(country) for country in sorted((parties or "").split()))


def kept(reader: Reader, one: str, other: str, moment: Moment) -> Kept:
    """How far two countries kept what they had agreed with each other, the first one's figures first."""
    counts = tuple(_count(reader, *sides) for sides in ((one, other), (other, one)))
    if not any(sum(count[1:]) for count in counts):
        return Kept()
    rows = reader.all(
        f"SELECT a.id, a.closed_on {_scored('one', 'other')} UNION"
        f" SELECT a.id, a.closed_on {_scored('other', 'one')} ORDER BY 2 DESC, 1 DESC LIMIT :limit_",
        one=one,
        other=other,
        limit_=AT_MOST,
    )
    marks, values = marked("id", [row[0] for row in rows])
    actions = {
        action.key.id: action
        for action in actions_where(reader, moment.today, f"a.id IN ({marks})", **values)
    }
    return Kept(
        counts,
        tuple(
            ScoredRow(actions[str(number)], closed_on, _with_score(scores_of(reader, number)))
            for number, closed_on in rows
        ),
    )


def _scored(one: str, other: str) -> str:
    """The closed outcomes of two countries of which the first one has a score; takes the names of the parameters.

    A score is compared rather than asked whether it is there: an index that holds the few scored ones serves that.
    """
    return (
        "FROM action_party p JOIN action a ON a.id = p.action_id"
        f" WHERE p.country = :{one} AND p.score >= -1 AND a.status IN ({among(CLOSED_STATUSES)})"
        " AND EXISTS (SELECT 1 FROM action_party o"
        f" WHERE o.action_id = p.action_id AND o.country = :{other})"
    )


def _count(reader: Reader, one: str, other: str) -> KeptCount:
    sql = f"SELECT p.score, COUNT(*) {_scored('one', 'other')} GROUP BY p.score"
    found = dict(reader.all(sql, one=one, other=other))
    return KeptCount(one, found.get(1, 0), found.get(0, 0), found.get(-1, 0))


def _with_score(rows: Sequence[ScoreRow]) -> tuple[ScoreRow, ...]:
    return tuple(row for row in rows if row.score is not None)


def standing_of(reader: Reader, key: Key) -> tuple[int, str] | None:
    """The rung and the status of an outcome, None where it is gone."""
    row = reader.one("SELECT rung, status FROM action WHERE id = :id", id=int(key.id))
    return None if row is None else (int(row[0]), str(row[1]))
