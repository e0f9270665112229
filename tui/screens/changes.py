"""Changes: what was done since one was last in, or since a day; by whom, and what it changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from typing import ClassVar

from textual.binding import BindingType

from db.errors import BilatError
from db.queries.changes import Asked, count_steps, steps
from db.rows import StepRow
from tui.actions import Action
from tui.cards.changes import NARROW, day_line, step_lines
from tui.glyphs import glyphs
from tui.keys import bindings, pressed
from tui.lines import Line, Span
from tui.modals.base import bilat
from tui.modals.since import DayModal, SinceMenu
from tui.plain import plain
from tui.screens.demo_mark import demo_mark
from tui.screens.offered import WHILE_FILTERING, offered
from tui.screens.view import ViewScreen
from tui.since import Since, chosen, last_in, since_day
from tui.widgets.frame import Title
from tui.widgets.stream import Stream

PAGE = 50  # steps; a few windows of lines


class ChangesScreen(ViewScreen):
    """What others and oneself have done."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("changes")]

    def __init__(self) -> None:
        self._view = Stream()
        super().__init__(self._view)
        self._since = Since(0, "")
        self._others_only = False
        self._steps: list[StepRow] = []
        self._total = 0
        self._heads: dict[int, int] = {}  # the line of each step's head, by its number
        self._fetched = True  # nothing to be read before the next lines are built

    def on_mount(self) -> None:
        """Show what has changed since the officer was last in."""
        self._view.near_end = self._fetch
        self._view.filtered = lambda _words: self._show(afresh=True)
        self._view.typing = self._offer
        with suppress(BilatError):  # reading the steps says why
            self._since = last_in(bilat(self))
        self._others_only = self._others_did_something()
        self._offer()
        self._show(afresh=True)

    def _others_did_something(self) -> bool:
        """Whether there is what one comes for; of a desk where one works alone, one's own steps are shown."""
        app = bilat(self)
        try:
            return app.read(count_steps, Asked(self._since.after, "", app.store.officer)) > 0
        except BilatError:
            return False  # reading the steps says why

    def reread(self) -> None:
        """Ask again, keeping the place."""
        self._show(afresh=False)

    # --- reading ---

    @property
    def _asked(self) -> Asked:
        officer = bilat(self).store.officer
        return Asked(self._since.after, self._view.filter.text, officer if self._others_only else None)

    def _show(self, *, afresh: bool) -> None:
        self._fetched = False
        self._view.show_later(self._build, afresh=afresh)

    def _read(self) -> None:
        """The first page; for one who has read on, as far down as that was."""
        app, asked = bilat(self), self._asked
        self._total = app.read(count_steps, asked)
        wanted = PAGE
        if self._steps and self._view.top:
            down_to = max(asked.after, self._steps[-1].number - 1)
            wanted = max(PAGE, app.read(count_steps, asked._replace(after=down_to)))
        self._steps = app.read(steps, asked, limit=wanted)
        self._fetched = True

    def _fetch(self) -> None:
        """One comes to the end of what was read: read on."""
        if not self._fetched or len(self._steps) >= self._total or not self._steps:
            return
        app = bilat(self)
        try:
            found = app.read(steps, self._asked, before=self._steps[-1].number, limit=PAGE)
        except BilatError as error:
            app.say(str(error), "warn")
            return
        if not found:
            self._total = len(self._steps)
        self._steps += found
        self._view.show_later(self._build, afresh=False)

    def _build(self, width: int) -> list[Line]:
        """Lay the steps out under their days."""
        app = bilat(self)
        if not self._fetched:
            self._read()
        first = next((step.number for step in self._steps if step.number in self._heads), None)
        before = self._heads
        self._heads = {}
        lines: list[Line] = []
        shown: date | None = None
        for step in self._steps:
            day = step.at.astimezone().date()
            if day != shown:
                lines += [Line(), day_line(day, app.today())] if lines else [day_line(day, app.today())]
                shown = day
            self._heads[step.number] = len(lines)
            lines += step_lines(step, width, app.store.officer)
        if len(self._steps) < self._total:
            more = self._total - len(self._steps)
            lines += [Line(), Line((Span(f"  {more:,} older follow", "dim"),))]
        if first is not None:
            self._view.news = self._heads[first] - before[first]
        self._retitle(width)
        return lines

    def _retitle(self, width: int) -> None:
        count = Span(f"{self._total:,}", "dim")
        view = self._view
        words = self._since.words
        if width < NARROW:
            words = words.replace("when you were last in", "last in")
        view.title = Title(name="Changes", scope=words, right=demo_mark(self, (count,)))
        others = f"others only {glyphs.dot} {pressed('changes.own')} shows your own"
        view.note = (Span(others, "dim"),) if self._others_only else ()
        if view.filter.text:
            quoted = f"{glyphs.quote_open}{plain(view.filter.text, 40)}{glyphs.quote_close}"
            nothing = f"Nothing matches {quoted} {glyphs.dot} {{view.back}} shows all"
        elif self._others_only:
            nothing = f"Nobody else has changed anything {self._since.words}. {{changes.own}} shows your own."
        else:
            nothing = f"Nothing was changed {self._since.words}. {{changes.since}} goes further back."
        view.words_for["empty"] = nothing

    # --- keys ---

    def offers(self) -> Sequence[Action]:
        """The keys that work now."""
        if self._view.filtering:
            return WHILE_FILTERING
        return [action for action in offered("changes", "view", "list", "everywhere") if not action.only]

    def _offer(self) -> None:
        self._footer.show(self.offers())

    def action_changes_since(self) -> None:
        """Choose from when on."""
        self.app.push_screen(SinceMenu(), self._chosen)

    def _chosen(self, choice: str | None) -> None:
        if choice == "day":
            self.app.push_screen(DayModal(), self._day)
        elif choice is not None:
            self._begin(lambda: chosen(bilat(self), choice))

    def _day(self, day: date | None) -> None:
        if day is not None:
            self._begin(lambda: since_day(bilat(self), day))

    def _begin(self, since: Callable[[], Since]) -> None:
        try:
            self._since = since()
        except BilatError as error:
            bilat(self).say(str(error), "warn")
        else:
            self._show(afresh=True)

    def action_changes_own(self) -> None:
        """Hide the officer's own changes, or show them again."""
        self._others_only = not self._others_only
        self._show(afresh=True)

    def action_changes_filter(self) -> None:
        """Keep the steps whose officer or words begin like those that are typed."""
        self._view.start_filter()

    def action_view_back(self) -> None:
        """Take the filter away, else the marks, else go back where one was."""
        if self._view.filter.text:
            self._view.stop_filter(clear=True)
        else:
            super().action_view_back()
