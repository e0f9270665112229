"""What was kept of what was agreed, and what was not."""

from __future__ import annotations

from collections import Counter, defaultdict
from heapq import nlargest
from typing import TYPE_CHECKING, Any

from db.queries.actions import actions_where
from db.queries.pieces import among
from db.reader import marked
from db.rows import Key, Moment
from db.rows.agenda import Kept, KeptCount, ScoredRow, ScoreRow
from db.vocabulary import CLOSED_STATUSES

if TYPE_CHECKING:
    from collections.abc import Mapping

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


def kept(reader: Reader, one: str, other: str, moment: Moment, *, most: int | None = None) -> Kept:
    """How far two countries kept what they had agreed with each other, the first one's figures first.

    Args:
        reader: the store.
        one: a country.
        other: another.
        moment: the day, and whose desk it is.
        most: outcomes that are named; `AT_MOST` where it is not said.
    """
    found = reader.all(f"{_scored('one', 'other')} UNION ALL {_scored('other', 'one')}", one=one, other=other)
    if not found:
        return Kept()
    latest = nlargest(
        min(most or AT_MOST, AT_MOST), {(closed_on, number) for _, _, number, closed_on in found}
    )
    marks, values = marked("id", [number for _, number in latest])
    actions = {
        action.key.id: action
        for action in actions_where(reader, moment.today, f"a.id IN ({marks})", **values)
    }
    given = _given(reader, marks, values)
    scores = Counter((country, score) for country, score, _, _ in found)
    return Kept(
        tuple(KeptCount(side, *(scores[side, score] for score in (1, 0, -1))) for side in (one, other)),
        tuple(
            ScoredRow(actions[str(number)], closed_on, tuple(given[number])) for closed_on, number in latest
        ),
    )


def _scored(one: str, other: str) -> str:
    """The closed outcomes of two countries of which the first one has a score; takes the names of the parameters.

    A score is compared rather than asked whether it is there: an index that holds the few scored ones serves that.
    """
    return (
        "SELECT p.country, p.score, a.id, a.closed_on FROM action_party p JOIN action a ON a.id = p.action_id"
        f" WHERE p.country = :{one} AND p.score >= -1 AND a.status IN ({among(CLOSED_STATUSES)})"
        " AND EXISTS (SELECT 1 FROM action_party o"
        f" WHERE o.action_id = p.action_id AND o.country = :{other})"
    )


def _given(reader: Reader, marks: str, values: Mapping[str, Any]) -> dict[int, list[ScoreRow]]:
    """The parties that have a score, by outcome."""
    found: dict[int, list[ScoreRow]] = defaultdict(list)
    rows = reader.all(
        "SELECT action_id, country, score, evidence FROM action_party"
        f" WHERE action_id IN ({marks}) AND score IS NOT NULL ORDER BY country",
        **values,
    )
    for number, *score in rows:
        found[number].append(ScoreRow(*score))
    return found


def standing_of(reader: Reader, key: Key) -> tuple[int, str] | None:
    """The rung and the status of an outcome, None where it is gone."""
    row = reader.one("SELECT rung, status FROM action WHERE id = :id", id=int(key.id))
    return None if row is None else (int(row[0]), str(row[1]))
