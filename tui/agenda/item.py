"""An item of an agenda at length, under the list that has a line for each."""

from __future__ import annotations

from db.commitments import RUNGS
from db.rows.agenda import AgendaRow
from tui.cards.fields import Entry, dotted, labelled, many, said, span
from tui.cards.outcomes import rung_tone, standing
from tui.lines import Line


def item(row: AgendaRow, width: int) -> list[Line]:
    """What it is, how it stands, from where it comes, what was said about it."""
    action = row.action
    stands = standing(action._replace(carried=0))
    times = f"carried into {many(row.carried, 'meeting')}" if row.carried else ""
    origin = dotted((action.event, span(action.on, "dim"), span(times, "dim")))
    return [
        *said(RUNGS[action.rung], action.text, width, tone=rung_tone(action.rung)),
        *labelled("stands", [Entry(stands)] if stands else [], width),
        *labelled("from", [Entry(origin)] if origin else [], width),
        *said("note", row.note, width),
    ]
