"""Outcomes and follow-ups whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db.dates import PartialDate
from db.dates.show_rule import show_rule
from db.queries.actions import actions_where
from db.queries.agenda import carried_into
from db.queries.anchors import hangs_on
from db.queries.citations import best_grade, with_those_of_the_whole
from db.queries.followups import followups_where
from db.queries.ladder import steps_of
from db.queries.scores import scores_of
from db.rows import ActionCard, FollowUpCard, Key, LogRow, Moment

if TYPE_CHECKING:
    from db.reader import Reader

_MORE = """
    SELECT a.deliverable, a.closed_on, a.close_reason, a.parent_id,
    COALESCE(NULLIF(m.date_edtf, ''), v.date_edtf, '')
    FROM action a LEFT JOIN meeting m ON m.id = a.meeting_id
    LEFT JOIN visit v ON v.id = COALESCE(m.visit_id, a.visit_id) WHERE a.id = :id
"""


def action_card(reader: Reader, key: Key, moment: Moment) -> ActionCard | None:
    """An outcome with its parties, its follow-ups and the words behind it."""
    number = int(key.id)
    found = actions_where(reader, moment.today, "a.id = :action", action=number)
    more = reader.one(_MORE, id=number)
    if not found or more is None:
        return None
    parties = reader.all("SELECT country FROM action_party WHERE action_id = :id ORDER BY country", id=number)
    citations = with_those_of_the_whole(reader, key)
    scores = scores_of(reader, number)
    return ActionCard(
        key=key,
        row=found[0],
        parties=tuple(country for (country,) in parties),
        deliverable=more[0],
        closed_on=more[1],
        close_reason=more[2],
        followups=followups_where(reader, moment.today, "f.action_id = :action", action=number),
        log=_log(reader, "action_id = :id", id=number),
        citations=citations,
        grade=best_grade(citations),
        ladder=steps_of(reader, number, PartialDate(more[4])),
        whole=next(iter(actions_where(reader, moment.today, "a.id = :whole", whole=more[3])), None)
        if more[3] is not None
        else None,
        parts=actions_where(reader, moment.today, "a.parent_id = :whole", order="a.id", whole=number),
        agendas=carried_into(reader, number),
        scores=scores if any(row.score is not None or row.evidence for row in scores) else (),
    )


def followup_card(reader: Reader, key: Key, moment: Moment) -> FollowUpCard | None:
    """A follow-up with everything that happened on it."""
    number = int(key.id)
    found = followups_where(reader, moment.today, "f.id = :followup", followup=number)
    more = reader.one(
        "SELECT recurrence, remind_on, hidden_until, anchor_kind, anchor_id, anchor_offset FROM followup"
        " WHERE id = :id",
        id=number,
    )
    if not found or more is None:
        return None
    words, event = hangs_on(reader, *more[3:6])
    return FollowUpCard(
        key=key,
        row=found[0],
        recurrence=show_rule(more[0]),
        remind_on=more[1],
        hidden_until=more[2],
        log=_log(reader, "followup_id = :id", id=number),
        hangs_on=words,
        event=event,
    )


def _log(reader: Reader, where: str, **values: Any) -> tuple[LogRow, ...]:
    rows = reader.all(
        f"SELECT at, by, kind, text, next_check FROM log_entry WHERE {where} ORDER BY at DESC, id DESC LIMIT 200",
        **values,
    )
    return tuple(LogRow(*row) for row in rows)
