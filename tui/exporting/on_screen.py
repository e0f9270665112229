"""The list on the screen as a table: its rows in its order, what its filter keeps, its columns with their types."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple

from textual.screen import Screen

from db.dates import PartialDate
from db.exchange.tables_out import Cell, Listed
from db.rows import ActionRow, EventRow, FollowUpRow, Key, OfficialRow, PairRow
from tui.plain import plain
from tui.veil import veil
from tui.widgets.line_view import LineView
from tui.widgets.pane import Pane
from tui.widgets.row_list import RowList

MOST = 200_000
"""Rows of a list that leave at once."""


class OnScreen(NamedTuple):
    """A list as it stands there.

    Attributes:
        title: what it is called.
        about: what its filter and its order say, "" for nothing.
        table: its rows.
        hidden: rows that are hidden from those who look on, and so are left out.
        keys: the records of its rows, as far as they are some.
    """

    title: str
    about: str
    table: Listed
    hidden: int = 0
    keys: tuple[Key, ...] = ()


_Says = Callable[[Any], Cell]


def _day(when: PartialDate) -> Cell:
    """A day where it is one, else the date as it is stored, else as it was written."""
    return when.first if when.exact and when.first is not None else when.edtf or when.text or None


_COLUMNS: dict[type, tuple[tuple[str, _Says], ...]] = {
    PairRow: (
        ("Country", lambda row: row.home),
        ("Name", lambda row: row.home_name),
        ("With", lambda row: row.other),
        ("Name of the other", lambda row: row.other_name),
        ("Last", lambda row: _day(row.last)),
        ("Next", lambda row: _day(row.next)),
        ("Visits in", lambda row: row.inward),
        ("Visits out", lambda row: row.outward),
        ("Meetings", lambda row: row.meetings),
        ("Open", lambda row: row.open),
        ("Watch", lambda row: row.watch),
    ),
    OfficialRow: (
        ("Name", lambda row: row.name),
        ("Country", lambda row: row.country),
        ("Post", lambda row: row.post),
        ("Last met", lambda row: _day(row.last_met)),
    ),
    EventRow: (
        ("Ref", lambda row: row.ref),
        ("Date", lambda row: _day(row.date)),
        ("Kind", lambda row: row.key.kind),
        ("Sending", lambda row: row.sending),
        ("Host", lambda row: row.host),
        ("Parties", lambda row: " ".join(row.parties)),
        ("Status", lambda row: row.status),
        ("Form", lambda row: row.format),
        ("Title", lambda row: row.title),
        ("People", lambda row: row.people),
        ("Place", lambda row: row.place),
        ("Agreed", lambda row: row.agreed),
        ("Watch", lambda row: row.watch),
    ),
    FollowUpRow: (
        ("Ref", lambda row: row.ref),
        ("Text", lambda row: row.text),
        ("Due", lambda row: _day(row.due)),
        ("Overdue", lambda row: "yes" if row.overdue else ""),
        ("Ball", lambda row: row.ball),
        ("Status", lambda row: row.status),
        ("Assignee", lambda row: row.assignee),
        ("On", lambda row: row.on),
        ("Last log", lambda row: row.last_log),
    ),
    ActionRow: (
        ("Ref", lambda row: row.ref),
        ("Text", lambda row: row.text),
        ("Rung", lambda row: row.rung),
        ("Status", lambda row: row.status),
        ("Due", lambda row: _day(row.due)),
        ("Overdue", lambda row: "yes" if row.overdue else ""),
        ("Owner", lambda row: row.owner),
        ("On", lambda row: row.on),
        ("Event", lambda row: row.event),
    ),
}
"""What the rows of each kind of list say, one after the other, as a spreadsheet takes them."""


def list_on(screen: Screen[Any]) -> Pane | None:
    """The list that has the focus, else the first one of a screen; None where there is none."""
    if isinstance(screen.focused, Pane):
        return screen.focused
    return next(iter(screen.query(Pane)), None)


def taken_from(pane: Pane) -> OnScreen:
    """What stands in a list, to its end."""
    pane.prepare()
    about = plain(pane.title.scope)
    if words := pane.filter.text.strip():
        about = ", ".join(filter(None, (about, f"with {words}")))
    if isinstance(pane, LineView):
        rows = [(text,) for text in pane.texts()]
        return OnScreen(plain(pane.title.name), about, Listed(("Text",), list(rows)))
    if not isinstance(pane, RowList):
        return OnScreen(plain(pane.title.name), about, Listed(("Text",), []))
    everything = pane.everything(MOST)
    shown = [row for row in everything if not veil.hides(row.key)]
    keys = tuple(row.key for row in shown)
    return OnScreen(plain(pane.title.name), about, _table(pane, shown), len(everything) - len(shown), keys)


def _table(pane: RowList[Any], rows: Sequence[Any]) -> Listed:
    kinds = list(dict.fromkeys(type(row) for row in rows))
    if kinds and all(kind in _COLUMNS for kind in kinds):
        heads = tuple(dict.fromkeys(head for kind in kinds for head, _ in _COLUMNS[kind]))
        by_kind = {kind: dict(_COLUMNS[kind]) for kind in kinds}
        nothing: _Says = _no_word
        found = [tuple(by_kind[type(row)].get(head, nothing)(row) for head in heads) for row in rows]
        return Listed(heads, found)
    columns = [column for column in pane.columns if not column.to_width]
    heads = tuple(column.head.capitalize() for column in columns)
    texts = [
        tuple(_cell("".join(span.text for span in column.spans(row))) for column in columns) for row in rows
    ]
    return Listed(heads, texts)


def _no_word(_row: Any) -> Cell:
    return None


def _cell(text: str) -> Cell:
    """What a column says: a number where it is one."""
    words = " ".join(text.split())
    digits = words.replace(",", "")
    return int(digits) if digits.isdecimal() and digits.isascii() and len(digits) < len("1" * 15) else words


def file_stem(what: str, day: date) -> str:
    """What a list is called as a file: "open-follow-ups-2026-11-21"."""
    letters = "".join(one if one.isalnum() else " " for one in what.casefold())
    return "-".join((*letters.split()[:8], day.isoformat()))
