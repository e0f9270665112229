"""The widgets of the main screen and where they stand; what they show is not known here."""

from __future__ import annotations

from datetime import date
from typing import Any

from textual.app import ComposeResult
from textual.geometry import Region
from textual.layout import Layout

from db import queries
from db.errors import BilatError
from tui.modals.base import bilat
from tui.screens.followup_columns import followup_columns
from tui.screens.main_columns import (
    busy_pair_columns,
    is_busy,
    official_columns,
    pair_columns,
    timeline_columns,
)
from tui.screens.main_header import header_facts
from tui.screens.main_plan import PlanLayout, plan
from tui.screens.roomy import Roomy
from tui.widgets.footer_line import FooterLine
from tui.widgets.frame import Title
from tui.widgets.header_line import HeaderLine
from tui.widgets.line_view import LineView
from tui.widgets.pane import Pane
from tui.widgets.pane_strip import PaneStrip
from tui.widgets.row_list import RowList

STRIP = ("Pairs", "Officials", "Follow-ups", "Timeline", "Record")


class Stage(Roomy[None]):
    """A header, four lists, a record and a footer."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = PlanLayout(self._place)
        self._at = "pairs"  # the pane with the focus
        self._list = "pairs"  # the list that scopes the timeline
        self._desk_name = ""
        self._header = HeaderLine(id="header")
        self._strip = PaneStrip(STRIP, id="strip")
        self._lists: dict[str, RowList[Any]] = {
            "pairs": RowList(pair_columns(self._today), id="pairs"),
            "officials": RowList(official_columns(), id="officials"),
            "followups": RowList(followup_columns(self._today), id="followups"),
            "timeline": RowList(timeline_columns(), id="timeline"),
        }
        self._lists["pairs"].crowded = (is_busy, busy_pair_columns(self._today))
        self._record = LineView(title=Title("5", "Record"), id="record")
        self._footer = FooterLine(id="footer")

    @property
    def layout(self) -> Layout:
        """The panes stand where the plan says."""
        return self._layout

    def compose(self) -> ComposeResult:
        """Everything there is; the plan decides what is seen."""
        yield self._header
        yield self._strip
        yield from self._lists.values()
        yield self._record
        yield self._footer

    def _today(self) -> date:
        return bilat(self).today()

    # --- where things stand ---

    def _place(self, width: int, height: int) -> dict[str, Region]:
        return plan(width, height, self._at, self._list).regions

    def _rows(self, name: str) -> RowList[Any]:
        return self._lists[name]

    def _pane(self, name: str) -> Pane:
        return self._record if name == "record" else self._lists[name]

    # --- the header ---

    def _country(self, code: str) -> str:
        if not code:
            return ""
        try:
            return dict(bilat(self).read(queries.countries)).get(code, code)
        except BilatError:
            return code

    def _say_header(self) -> None:
        app = bilat(self)
        try:
            facts = app.read(queries.header, app.moment)
        except BilatError:
            facts = None
        line = header_facts(facts, desk=self._desk_name, standing=app.standing, today=app.today())
        self._header.show(line)
