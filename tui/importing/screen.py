"""A file on the whole screen before it enters: every line that can be said otherwise is changed by Enter."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType

from db.errors import BilatError
from tui.cards.fields import many
from tui.importing import changing, saving
from tui.importing.files import Arriving, enter, taking_of
from tui.importing.looking import Look, Wish, look
from tui.importing.page import PREVIEW, answered, asked_next, table_page
from tui.importing.records_page import records_page
from tui.keys import bindings, keyed
from tui.lines import Line, Span
from tui.modals.base import bilat
from tui.plain import plain
from tui.screens.demo_mark import demo_mark
from tui.screens.offered import offered
from tui.screens.roomy import Roomy
from tui.shell.counting import counted
from tui.watching import Stopped, Watch
from tui.widgets.footer_line import FooterLine
from tui.widgets.frame import Title
from tui.widgets.line_view import LineView
from tui.widgets.pane import Pane

if TYPE_CHECKING:
    from db.exchange.report import Taken
    from db.rows import Key

_OFTEN = 0.15  # seconds between two looks at how far it is
_STOPPED = "Stopped. Nothing was imported."


class _Page(LineView):
    """The lines; where the file cannot be read as was said, Enter takes back what was said."""

    again: Callable[[], None] | None = None

    def action_open(self) -> None:
        """Say otherwise what the line says."""
        if self.state == "failed" and self.again is not None:
            self.again()
        else:
            super().action_open()


class ImportScreen(Roomy[None]):
    """One file.

    Attributes:
        file: with what is in it.
        wish: what the officer says of it.
        found: how it is read with that, None where it is no table, or is being read.
        selected: nothing that the keys of records could act on.
    """

    DEFAULT_CSS = """
    ImportScreen { layout: vertical; }
    ImportScreen > Pane { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("importing")]
    selected: ClassVar[Key | None] = None
    marked: ClassVar[tuple[Key, ...]] = ()
    in_scope: ClassVar[Key | None] = None

    def __init__(self, file: Arriving) -> None:
        super().__init__()
        self.file = file
        self.wish = Wish()
        self.found: Look | None = None
        self._taken: Taken | None = None
        self._watch = Watch(_STOPPED)
        self._reading = self._saving = False

    def compose(self) -> ComposeResult:
        """The page and the keys."""
        self._view = _Page(title=self._title(""))
        self._view.again = self._say_nothing
        self._footer = FooterLine()
        yield self._view
        yield self._footer

    def on_mount(self) -> None:
        """Read the file."""
        self._footer.show(
            [*offered("importing"), *(one for one in offered("everywhere") if one.id == "help")]
        )
        self.set_interval(_OFTEN, self._tell_how_far)
        self.look_at_it()

    def _title(self, right: str) -> Title:
        spans = (Span(right, "dim"),) if right else ()
        mark = demo_mark(self, spans) if self.is_mounted else spans
        return Title(name="Import", scope=plain(self.file.path.name), right=mark)

    def reread(self) -> None:
        """Tell in the title what is unusual about what is on the screen."""
        if self.found is not None or self._taken is not None:
            self._view.retitle(self._title(self._how_many()))

    def _tell_how_far(self) -> None:
        words = self._watch.words
        note = (Span(words, "accent"),) if words else ()
        if note != self._view.note:
            self._view.note = note
            self._view.refresh()

    # --- reading ---

    def say(self, wish: Wish) -> None:
        """Read it again with something else said of it."""
        self.wish = wish
        self.look_at_it(afresh=False)

    def look_at_it(self, *, afresh: bool = True) -> None:
        """Read the file in a thread; what is being read meanwhile is left."""
        self._watch.stop()
        self._watch = Watch(_STOPPED)
        self._reading = True  # what was found before is not what would be saved
        self._look(self._watch, afresh=afresh)

    @work(group="look", exclusive=True)
    async def _look(self, watch: Watch, *, afresh: bool) -> None:
        app, answered_all = bilat(self), False
        try:
            if self.file.form == "table":
                before, found = self.found, await app.fetch(look, self.file, self.wish, app.today(), watch)
                answered_all = before is not None and before.plan is None and found.plan is not None
                self.found, self._taken = found, None
            else:
                self._taken = await self._tried(watch)
        except Stopped:
            return
        except BilatError as error:
            if watch is self._watch:
                self._reading, watch.words = False, ""
                self._refuse(error)
            return
        if watch is not self._watch:
            return
        self._reading, watch.words = False, ""
        self._view.retitle(self._title(self._how_many()))
        self._view.show_later(self._page, afresh=afresh)
        if self.found is not None and (question := asked_next(self.found)) is not None:
            self._view.select(question)
        elif answered_all:  # what comes of it is what one wants to see now
            texts = self._view.texts()
            self._view.scroll_top(next((at for at, text in enumerate(texts) if text.startswith(PREVIEW)), 0))

    async def _tried(self, watch: Watch) -> Taken:
        """What would come of it: it is entered, and taken back before anybody sees it."""
        app = bilat(self)

        def dry() -> Taken:
            take = taking_of(self.file.form, self.file.raw, app.moment)
            return enter(app.store, take, self.file.path.name, dry=True, tell=watch.progress)

        async with app.writing:
            return await asyncio.to_thread(dry)

    def _how_many(self) -> str:
        return many(len(self.found.table.rows), "row") if self.found else ""

    def _refuse(self, error: BilatError) -> None:
        sentence = str(error)

        def refused(_width: int) -> list[Line]:
            raise BilatError(sentence)

        self._view.remedy = (
            "{importing.back} goes back."
            if self.wish == Wish()
            else "{importing.change} takes back what you said of the file."
        )
        self._view.show_later(refused)
        self.found, self._taken = None, None

    def _page(self, width: int) -> list[Line]:
        if self.found is not None:
            return table_page(self.file, self.found, width)
        if self._taken is not None:
            would = f"{counted(self._taken.added)} would be added."
            return records_page(self.file, self._taken, would[:1].upper() + would[1:], width)
        return []

    # --- keys ---

    def on_pane_opened(self, event: Pane.Opened) -> None:
        """Enter says something else of what the line is about."""
        event.stop()
        if not self._saving:
            changing.change(self, answered(event.key))

    def _say_nothing(self) -> None:
        if self.wish != Wish():
            self.say(Wish())

    def action_importing_change(self) -> None:
        """Do what Enter does, for a click on its word and for the palette."""
        self._view.action_open()

    def action_importing_save(self) -> None:
        """Enter it in one step."""
        app = bilat(self)
        if self._saving:
            app.say(keyed("It is being saved; {importing.back} stops it."))
        elif why := self._why_not():
            app.say(why, "warn")
        else:
            self._saving = True
            self._watch = Watch(_STOPPED)
            self._save(self._watch)

    def _why_not(self) -> str:
        """Why it cannot be saved as it stands, "" when it can."""
        if self.found is not None and self.found.plan is None:
            return "Something has to be said first: what is marked with a question mark."
        if self._reading:
            return "It is still being read."
        if self.found is None and self._taken is None:
            return "It cannot be read like this, so there is nothing to save."
        plan = self.found.plan if self.found is not None else None
        brings = bool(plan.entering) if plan is not None else self._taken and not self._taken.nothing_new
        return "" if brings else "Nothing would enter, so there is nothing to save."

    @work(group="save")
    async def _save(self, watch: Watch) -> None:
        app = bilat(self)
        try:
            if self.found is not None:
                said = await saving.save_table(app, self.file, self.found, watch)
            else:
                said = await saving.save_records(app, self.file, watch)
        except BilatError as error:
            app.say(str(error), "plain" if isinstance(error, Stopped) else "warn")
            return
        finally:
            self._saving = False
            watch.words = ""
        self.dismiss()
        app.call_later(app.say, said, "good")

    def action_importing_back(self) -> None:
        """Stop what goes on, else go back where one was."""
        self._watch.stop()
        if not self._saving:
            self.dismiss()

    def on_unmount(self) -> None:
        """Nothing goes on reading for a screen that is gone."""
        with suppress(AttributeError):
            self._watch.stop()
