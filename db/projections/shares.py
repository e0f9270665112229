"""What an event is to the pairs, officials and posts it belongs to: theirs are worked out again where that changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlalchemy import Connection, text

from db.projections.pairs import NOTHING, Figures


class Share(NamedTuple):
    """What one event is to one scope, as far as the scope's own line goes."""

    event_id: int
    sort_day: str
    status: str
    date: tuple[str, str, str]
    figures: Figures


Scope = tuple[str, str]
Shares = dict[Scope, set[Share]]


def stored_shares(connection: Connection, event_ids: Iterable[int]) -> Shares:
    """What events are as the tables stand."""
    found: Shares = {}
    for event_id in event_ids:
        rows = connection.execute(
            text(
                "SELECT s.scope_kind, s.scope_id, s.sort_day, s.status, e.date_edtf, e.date_text, e.date_basis,"
                " s.forth, s.back, s.meetings, s.open, s.watch"
                " FROM event_scope s JOIN event e ON e.id = s.event_id WHERE s.event_id = :id"
            ),
            {"id": event_id},
        )
        for kind, scope_id, day, status, edtf, words, basis, forth, back, meetings, open_, watch in rows:
            figures = Figures(forth, back, meetings, open_, watch, 1)
            share = Share(event_id, day, status, (edtf, words, basis), figures)
            found.setdefault((kind, scope_id), set()).add(share)
    return found


def shares_in(scopes: Iterable[dict[str, Any]], events: Iterable[dict[str, Any]]) -> Shares:
    """The same from rows that are about to be stored."""
    dates = {row["id"]: (row["date_edtf"], row["date_text"], row["date_basis"]) for row in events}
    found: Shares = {}
    for row in scopes:
        event_id = row["event_id"]
        figures = Figures(row["forth"], row["back"], row["meetings"], row["open"], row["watch"], 1)
        share = Share(event_id, row["sort_day"], row["status"], dates[event_id], figures)
        found.setdefault((row["scope_kind"], row["scope_id"]), set()).add(share)
    return found


def total(shares: Iterable[Share]) -> Figures:
    """What some events add to a pair."""
    figures = NOTHING
    for share in shares:
        figures = figures.plus(share.figures)
    return figures
