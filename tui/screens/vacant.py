"""Posts without a holder: those for which nobody is named now, the ones met most often first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from db.names import fold
from db.queries.posts import VACANT_AT_MOST, vacant
from db.rows import Listing
from db.rows.holding import VacantRow
from tui.actions import Action
from tui.cards.days import day
from tui.format import nothing
from tui.glyphs import glyphs
from tui.keys import bindings, pressed
from tui.lines import Span
from tui.modals.base import bilat
from tui.plain import plain
from tui.screens.demo_mark import demo_mark
from tui.screens.offered import ABOUT_POSTS, ALL, WHILE_FILTERING, offered, with_labels
from tui.screens.view import ViewScreen
from tui.widgets.columns import Column
from tui.widgets.footer_line import FooterLine
from tui.widgets.frame import Title
from tui.widgets.given import Given
from tui.widgets.row_list import RowList

_NARROW = 70  # columns below which a post and its service share one


def columns() -> tuple[Column[VacantRow], ...]:
    """Which post, of whom, how often it was met and when last."""
    return (
        Column("post", 12, _both, takes_rest=True, to_width=_NARROW),
        Column("post", 20, lambda row: (Span(row.title, "strong"),), takes_rest=True, from_width=_NARROW),
        Column("organisation", 16, _organisation, takes_rest=True, from_width=_NARROW),
        Column("", 4, lambda row: (Span(row.country, "dim"),)),
        Column("met", 4, lambda row: (Span(f"{row.times:,}" if row.times else ""),), flush_right=True),
        Column("last", 12, _last),
    )


def _organisation(row: VacantRow) -> tuple[Span, ...]:
    return (Span(row.organisation) if row.organisation else nothing(),)


def _both(row: VacantRow) -> tuple[Span, ...]:
    return (Span(row.title, "strong"), Span(f", {row.organisation}" if row.organisation else "", "dim"))


def _last(row: VacantRow) -> tuple[Span, ...]:
    if not row.times:
        return (nothing(),)
    return (Span(day(row.last) or "no date", "dim"),)


class VacantScreen(ViewScreen):
    """Enter opens a post, H names its holder, / keeps those with some words."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("vacant")]
    about_followups: ClassVar[bool] = False

    def __init__(self) -> None:
        self._list: RowList[VacantRow] = RowList(columns())
        self._list.words_for["empty"] = "Every post has a holder who is named."
        self._list.filtered = lambda _words: self.reread()
        self._list.typing = lambda: self._footer.show(self.offers())
        super().__init__(self._list)

    def on_mount(self) -> None:
        """Show what there is."""
        self._list.unfiltered = lambda: Given(self._rows())
        self.reread()

    def offers(self) -> Sequence[Action]:
        """What works on posts, or in the filter while it is open."""
        if self._list.filtering:
            return WHILE_FILTERING
        return with_labels(offered("vacant", "view", "list", "everywhere"), *ABOUT_POSTS)

    def action_vacant_filter(self) -> None:
        """Keep the posts in which every typed word begins one."""
        self._list.start_filter()

    def action_view_back(self) -> None:
        """Take the filter away first, then the marks, else go back where one was."""
        if self._list.filter.text:
            self._list.stop_filter(clear=True)
        else:
            super().action_view_back()

    async def on_footer_line_pressed(self, event: FooterLine.Pressed) -> None:
        """A click on a key presses it."""
        if event.action in WHILE_FILTERING:
            event.prevent_default()
            self._list.stop_filter(clear=event.action is ALL)

    def reread(self) -> None:
        """Ask again, keeping the place: a post that has got its holder leaves the list."""
        self._list.retitle(Title(name="Posts without a holder", right=demo_mark(self)))
        self._list.show_later(self._ask)

    def _ask(self) -> Listing[VacantRow]:
        words = fold(self._list.filter.text).split()
        everything = self._rows()
        rows = tuple(row for row in everything if _has(row, words))
        quoted = f"{glyphs.quote_open}{plain(self._list.filter.text, 40)}{glyphs.quote_close}"
        self._list.words_for["nothing"] = f"Nothing matches {quoted} {glyphs.dot} {{view.back}} shows all"
        more = f", the first {VACANT_AT_MOST:,}" if len(everything) == VACANT_AT_MOST else ""
        self._list.note = (Span(f"{pressed('holder')} names the holder{more}", "dim"),) if rows else ()
        return Given(rows)

    def _rows(self) -> tuple[VacantRow, ...]:
        app = bilat(self)
        return app.read(vacant, app.today())


def _has(row: VacantRow, words: Sequence[str]) -> bool:
    """Whether every word begins one of the post's."""
    folded = f" {fold(f'{row.title} {row.organisation} {row.country}')}"
    return all(f" {word}" in folded for word in words)
