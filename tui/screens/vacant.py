"""Posts without a holder: those for which nobody is named now, the ones met most often first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import BindingType

from db.errors import BilatError
from db.queries.posts import VACANT_AT_MOST, vacant
from db.rows import Listing
from db.rows.holding import VacantRow
from tui.actions import Action
from tui.cards.days import day
from tui.filtering import naming
from tui.filtering.language import Language
from tui.format import nothing
from tui.glyphs import glyphs
from tui.keys import bindings, pressed
from tui.lines import Span
from tui.modals.base import bilat
from tui.plain import plain
from tui.screens.demo_mark import demo_mark
from tui.screens.looking import beside, is_large
from tui.screens.offered import ABOUT_POSTS, IN_LANGUAGE, offered, with_labels
from tui.screens.view import ViewScreen
from tui.widgets.columns import Column
from tui.widgets.frame import Title
from tui.widgets.given import Given
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from db.filtering import Filter

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
        self._list.filtered = lambda _words: self._show_posts()
        self._list.typing = lambda: self._footer.show(self.offers())
        self._list.asked = self._retitle
        self._list.unfiltered = lambda: Given(self._posts(None))
        self._list.language = Language(lambda: bilat(self), "post")
        self._of = 0  # how many there are without the filter, while there is one
        super().__init__(self._list)

    def on_mount(self) -> None:
        """Show what there is."""
        naming.wire(bilat(self), self._list)
        self.reread()

    def offers(self) -> Sequence[Action]:
        """What works on posts, or in the filter while it is open."""
        if self._list.filtering:
            return IN_LANGUAGE
        return with_labels(offered("vacant", "view", "list", "everywhere"), *ABOUT_POSTS)

    def action_vacant_filter(self) -> None:
        """Keep the posts in which every typed word begins one, or of which something else is true."""
        self._list.start_filter()

    def action_view_back(self) -> None:
        """Take the filter away first, then the marks, else go back where one was."""
        if self._list.filter.text:
            self._list.stop_filter(clear=True)
        else:
            super().action_view_back()

    def reread(self) -> None:
        """Ask again, keeping the place: a post that has got its holder leaves the list."""
        self._list.read_filter_anew()
        self._of = 0
        self._show_posts()

    def _show_posts(self) -> None:
        """In a large store they are looked for beside the keys."""
        if is_large(bilat(self)):
            self._look()
        else:
            self._list.show_later(self._ask)

    @work(exclusive=True)
    async def _look(self) -> None:
        try:
            kept = self._list.kept
            found, self._of = await beside(bilat(self), lambda: self._found(kept))
            self._list.show(found)
        except BilatError:  # the list asks again, and says why it cannot be read
            self._list.show_later(self._ask)

    def _ask(self) -> Listing[VacantRow]:
        found, self._of = self._found(self._list.kept)
        return found

    def _found(self, kept: Filter | None) -> tuple[Listing[VacantRow], int]:
        """The posts that a filter keeps, and how many there are without it; 0 where there is none."""
        return Given(self._posts(kept)), 0 if kept is None else self._of or len(self._posts(None))

    def _posts(self, kept: Filter | None) -> tuple[VacantRow, ...]:
        app = bilat(self)
        return app.read(vacant, app.today(), kept)

    def _retitle(self) -> None:
        shown = self._list.total
        full = f", the first {VACANT_AT_MOST:,}" if shown == VACANT_AT_MOST else ""
        self._list.note = (Span(f"{pressed('holder')} names the holder{full}", "dim"),) if shown else ()
        quoted = f"{glyphs.quote_open}{plain(self._list.filter.text, 40)}{glyphs.quote_close}"
        self._list.words_for["nothing"] = f"Nothing matches {quoted} {glyphs.dot} {{view.back}} shows all"
        count = f"{_many(shown)} of {_many(self._of)}" if self._of else _many(shown)
        right = demo_mark(self, (Span(count, "dim"),))
        self._list.retitle(Title(name="Posts without a holder", right=right))


def _many(posts: int) -> str:
    """How many posts; of more than are looked for it is only said that there are more."""
    return f"{posts:,}{'+' if posts == VACANT_AT_MOST else ''}"
