"""All that is in one section of Today or Watch, of any length; the same keys act on its lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from textual.binding import BindingType

from db import queries
from db.rows import Listing
from tui.cards.sections import step_of
from tui.keys import Action, bindings
from tui.lines import Span
from tui.modals.base import bilat
from tui.screens.demo_mark import demo_mark
from tui.screens.offered import ALL, WHILE_FILTERING, offered_on
from tui.screens.view import ViewScreen
from tui.screens.whole_columns import whole_columns
from tui.widgets.footer_line import FooterLine
from tui.widgets.frame import Title
from tui.widgets.row_list import RowList

LACKING = "steps"
"""The section of outcomes that want a next step."""


class WholeScreen(ViewScreen):
    """A list; Enter opens a record, / keeps the lines with some words."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("whole")]

    def __init__(self, section: str) -> None:
        self._section = section
        self._title = ""
        self._list: RowList[Any] = RowList(whole_columns(section, lambda: bilat(self).today()))
        self._list.words_for["empty"] = "Nothing is left here. Esc goes back."
        self._list.filtered = lambda _words: self.reread()
        self._list.typing = lambda: self._footer.show(self.offers())
        self._list.asked = self._retitle
        self._list.moved = lambda _key: self._footer.show(self.offers())
        self._list.unfiltered = lambda: self._listing("")
        super().__init__(self._list)

    def on_mount(self) -> None:
        """Show what there is."""
        self.reread()

    def offers(self) -> Sequence[Action]:
        """What works on its lines, or in the filter while it is open."""
        if self._list.filtering:
            return WHILE_FILTERING
        labels = {"enter": "next step"} if self.wants_step else {}
        return offered_on(self.selected, self._section, "whole", "view", "list", "everywhere", **labels)

    def reread(self) -> None:
        """Ask again, keeping the place."""
        self._list.show_later(lambda: self._listing(self._list.filter.text))

    def _listing(self, words: str) -> Listing[Any]:
        app = bilat(self)
        self._title, listing = queries.whole_section(app.store, app.moment, self._section, words=words)
        return listing

    def _retitle(self) -> None:
        count = (Span(f"{self._list.total:,}", "dim"),)
        self._list.retitle(Title(name=self._title, right=demo_mark(self, count)))
        self._footer.show(self.offers())

    @property
    def wants_step(self) -> bool:
        """Whether what is under the cursor is listed because it has no next step."""
        return self._section == LACKING and self.selected is not None

    @property
    def begins(self) -> str:
        """The entry line begins with the step that is wanting."""
        return step_of(self._list.row) if self.wants_step else ""

    def action_whole_filter(self) -> None:
        """Keep the lines in which every typed word begins one."""
        self._list.start_filter()

    def action_view_back(self) -> None:
        """Take the filter away first, then the marks, else go back where one was."""
        if self._list.filter.text and not self._list.marks:
            self._list.stop_filter(clear=True)
        else:
            super().action_view_back()

    async def on_footer_line_pressed(self, event: FooterLine.Pressed) -> None:
        """A click on a key presses it."""
        if event.action in WHILE_FILTERING:
            event.prevent_default()
            self._list.stop_filter(clear=event.action is ALL)
