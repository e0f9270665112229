"""All that is in one section of Today or Watch, or about a topic, of any length; the same keys act on its lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.binding import BindingType

from db import queries
from db.errors import BilatError
from db.listings_together import glance, is_settled, settle
from db.queries.section_orders import USUALLY, section_sorts, subject_of, topic_of
from db.rows import Listing
from tui.actions import Action
from tui.cards.sections import step_of
from tui.filtering import naming
from tui.filtering.language import Language
from tui.keys import bindings
from tui.lines import Span
from tui.modals.base import bilat
from tui.screens.demo_mark import demo_mark
from tui.screens.looking import beside, is_large
from tui.screens.offered import IN_LANGUAGE, offered_on
from tui.screens.seeking import EFFORT
from tui.screens.view import ViewScreen
from tui.screens.whole_columns import whole_columns
from tui.widgets.frame import Title
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from db.filtering import Filter

SORTED = {
    USUALLY: "",
    "last": "the other way round",
    "latest": "latest contact first",
    "name": "by name",
    "open": "most open first",
    "watch": "most watched first",
    "newest": "newest first",
    "oldest": "oldest first",
}
"""Each order in words."""
LACKING = "steps"
"""The section of outcomes that want a next step."""


class WholeScreen(ViewScreen):
    """A list; Enter opens a record, / keeps some of the lines, s sorts them another way."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("whole")]

    def __init__(self, section: str) -> None:
        self._section = section
        self._title = ""
        self._sorts = section_sorts(section)
        self._sort = 0
        self._of = ""  # how many lines there are without the filter, while there is one
        self._counting: Listing[Any] | None = None
        self._list: RowList[Any] = RowList(whole_columns(section, lambda: bilat(self).today()))
        nothing = "Nothing is about this topic yet." if topic_of(section) else "Nothing is left here."
        self._list.words_for["empty"] = f"{nothing} {{view.back}} goes back."
        self._list.filtered = lambda _words: self._show_lines()
        self._list.typing = lambda: self._footer.show(self.offers())
        self._list.asked = self._retitle
        self._list.moved = lambda _key: self._footer.show(self.offers())
        self._list.unfiltered = lambda: self._listing(None)[1]
        self._list.ended = self._count_all
        self._list.language = Language(lambda: bilat(self), subject_of(section))
        super().__init__(self._list)

    def on_mount(self) -> None:
        """Show what there is."""
        naming.wire(bilat(self), self._list)
        self.reread()

    def offers(self) -> Sequence[Action]:
        """What works on its lines, or in the filter while it is open."""
        if self._list.filtering:
            return IN_LANGUAGE
        labels = {"enter": "next step"} if self.wants_step else {}
        return offered_on(self.selected, self._section, "whole", "view", "list", "everywhere", **labels)

    def reread(self) -> None:
        """Ask again, keeping the place."""
        self._list.read_filter_anew()
        self._of = ""
        self._show_lines()

    def _show_lines(self) -> None:
        """A short list is looked through at once, a long one beside the keys."""
        if is_large(bilat(self)):
            self._look()
        else:
            self._list.show_later(self._ask)

    @work(exclusive=True)
    async def _look(self) -> None:
        """Show the first lines as soon as they are found, then say how many there are."""
        try:
            kept = self._list.kept
            self._title, listing = await beside(bilat(self), lambda: self._glanced(kept))
            self._list.show(listing)
            self._counting = listing
            await beside(bilat(self), lambda: settle(listing, EFFORT))
            if kept is None:
                self._of = ""
            elif not self._of:
                self._of = await beside(bilat(self), self._counted)
            self._list.show(listing)
        except BilatError:  # the list asks again, and says why it cannot be read
            self._list.show_later(self._ask)
        finally:
            self._counting = None

    def _glanced(self, kept: Filter | None) -> tuple[str, Listing[Any]]:
        title, listing = self._listing(kept)
        glance(listing)
        listing.count()
        return title, listing

    def _counted(self) -> str:
        """How many lines there are without the filter, as far as that is soon told."""
        _, everything = self._glanced(None)
        settle(everything, EFFORT)
        return f"{everything.count():,}{'' if is_settled(everything) else '+'}"

    def _count_all(self, listing: Listing[Any]) -> None:
        """Somebody has gone down as far as the lines were known."""
        if self._counting is not listing:
            self._go_on(listing)

    @work(exclusive=True)
    async def _go_on(self, listing: Listing[Any]) -> None:
        self._counting = listing
        try:
            await beside(bilat(self), lambda: settle(listing))
            self._list.show(listing)
        except BilatError:
            self._show_lines()
        finally:
            self._counting = None

    def _ask(self) -> Listing[Any]:
        kept = self._list.kept
        if kept is None:
            self._of = ""
        elif not self._of:
            self._of = f"{self._listing(None)[1].count():,}"
        self._title, listing = self._listing(kept)
        return listing

    def _listing(self, kept: Filter | None) -> tuple[str, Listing[Any]]:
        app = bilat(self)
        return queries.whole_section(
            app.store, app.moment, self._section, kept=kept, sort=self._sorts[self._sort]
        )

    def _retitle(self) -> None:
        more = "" if self._list.settled else "+"
        of_all = f" of {self._of}" if self._of else ""
        count = (Span(f"{self._list.total:,}{more}{of_all}", "dim"),)
        says = SORTED[self._sorts[self._sort]]
        self._list.note = (Span(says, "dim"),) if says else ()
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
        """Keep the lines in which every typed word begins one, or of which something else is true."""
        self._list.start_filter()

    def action_whole_sort(self) -> None:
        """Read the list in another order."""
        if len(self._sorts) == 1:
            bilat(self).say("This list has one order only: the most pressing first.")
            return
        self._sort = (self._sort + 1) % len(self._sorts)
        self._show_lines()

    def action_view_back(self) -> None:
        """Take the filter away first, then the marks, else go back where one was."""
        if self._list.filter.text and not self._list.marks:
            self._list.stop_filter(clear=True)
        else:
            super().action_view_back()
