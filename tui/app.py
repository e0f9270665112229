"""The app: the store, the day and the bridge between them and the screens.

Screens and modals are imported when they are first opened: the first one shall not wait for the others.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Concatenate, ParamSpec, TypeVar

from textual import events, work
from textual.binding import BindingType
from textual.dom import DOMNode
from textual.screen import Screen

from db import Store
from db.errors import BilatError
from db.reader import Reader
from db.rows import Key, Moment
from tui.config import Settings
from tui.glyphs import glyphs, wants_ascii
from tui.in_order import KeysInOrder
from tui.keys import ACTIONS, Action, bindings, find_action
from tui.lines import Tone
from tui.plain import plain
from tui.screens.main import MainScreen
from tui.themes import OUR_THEMES
from tui.widgets.footer_line import FooterLine
from tui.widgets.pane import Pane

if TYPE_CHECKING:
    from tui.entry.saving import Saved

P = ParamSpec("P")
R = TypeVar("R")

_KEYS = frozenset(key for action in ACTIONS for key in action.keys)
_LOOK_AT_THE_CLOCK = 60.0  # seconds; "overdue" may be a minute late at midnight, an idle program stays idle


class Bilat(KeysInOrder):
    """The dashboard.

    Attributes:
        store: what is known; screens read it through `read` and `fetch`.
        settings: the officer's.
        demo: whether the store is thrown away at the end.
        writing: held by whoever writes, so that steps happen in the order of their keys.
        recall: what was entered in this session, the last one at the end.
    """

    TITLE = "bilat"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("everywhere")]

    def __init__(
        self, store: Store, *, settings: Settings, clock: Callable[[], date], demo: bool = False
    ) -> None:
        super().__init__()
        self.store = store
        self.settings = settings
        self.demo = demo
        self.recall: list[str] = []
        self.writing = asyncio.Lock()
        self._clock = clock
        self._today = clock()
        glyphs.choose(ascii_only=settings.ascii or wants_ascii())
        for theme in OUR_THEMES:
            self.register_theme(theme)
        if settings.theme in self.available_themes:
            self.theme = settings.theme

    def get_default_screen(self) -> Screen[None]:
        """The main screen is there from the first frame on."""
        return MainScreen()

    def on_mount(self) -> None:
        """Watch for the day to turn."""
        self.set_interval(_LOOK_AT_THE_CLOCK, self.look_at_the_clock)

    # --- the day ---

    def today(self) -> date:
        """The day that everything on the screen goes by."""
        return self._today

    @property
    def moment(self) -> Moment:
        """Which day it is and whose desk."""
        return Moment(self._today, self.settings.desk)

    def look_at_the_clock(self) -> None:
        """When the day has turned, ask for everything again: what was due yesterday is overdue now."""
        today = self._clock()
        if today != self._today:
            self._today = today
            self.reread()

    def reread(self) -> None:
        """Ask for everything on every screen again, keeping selections."""
        for screen in self.screen_stack:
            again = getattr(screen, "reread", None)
            if again is not None:
                again()

    # --- the store ---

    def read(self, query: Callable[Concatenate[Reader, P], R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Ask something that is answered at once; anything unbounded goes through `fetch`."""
        with self.store.read() as reader:
            return query(reader, *args, **kwargs)

    async def fetch(
        self, query: Callable[Concatenate[Reader, P], R], /, *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Ask in a thread, so that keys are answered meanwhile."""
        return await asyncio.to_thread(self.read, query, *args, **kwargs)

    async def write(self, label: str, command: Callable[..., R], /, *args: Any) -> R:
        """One step of the officer's, in a thread; then every screen shows what came of it.

        Args:
            label: what the officer did, as history shall tell it.
            command: called with a session first.
            *args: what else it is called with.
        """

        def written() -> R:
            with self.store.write(label) as session:
                return command(session, *args)

        async with self.writing:
            answer = await asyncio.to_thread(written)
        self.reread()
        return answer

    # --- talking ---

    def say(self, sentence: str, tone: Tone = "plain") -> None:
        """Answer a key in a few words at the bottom of the screen, where they do not cover anything."""
        for footer in self.screen.query(FooterLine):
            footer.say(sentence, tone)
            return
        self.notify(plain(sentence), markup=False)

    # --- what works everywhere ---

    def on_key(self, event: events.Key) -> None:
        """A letter that nothing answers to says so: silence would look like a broken program."""
        if event.is_printable and event.key not in _KEYS and not self.screen.is_modal:
            self.say(f"{event.character} does nothing here; ? shows the keys that work.")

    async def perform(self, action_id: str) -> None:
        """Run an action by its id, wherever it belongs: the focused widget, the screen or the app."""
        method = find_action(action_id).method
        node: DOMNode | None = self.focused or self.screen
        while node is not None:
            if hasattr(node, f"action_{method}"):
                await self.run_action(method, default_namespace=node)
                return
            node = node.parent
        self.say("That does not work here.")

    def offered(self) -> list[Action]:
        """The actions that work now: those of the focused widget, then the screen's, then the app's."""
        found: list[Action] = []
        node: DOMNode | None = self.focused or self.screen
        while node is not None:
            here = [action for action in ACTIONS if hasattr(node, f"action_{action.method}")]
            found += [action for action in here if action not in found]
            node = node.parent
        return found

    def open_record(self, key: Key) -> None:
        """Show a record on the whole screen."""
        from tui.screens.record import RecordScreen  # noqa: PLC0415

        self.push_screen(RecordScreen(key))

    async def action_palette(self) -> None:
        """Find any record, or run any command."""
        from tui.modals.palette import PaletteModal  # noqa: PLC0415

        await self.push_screen(PaletteModal(self.offered()), self._do)

    async def action_help(self) -> None:
        """Show the keys; choosing one runs it."""
        from tui.modals.help import HelpModal  # noqa: PLC0415

        await self.push_screen(HelpModal(self.offered()), self._do)

    async def action_views(self) -> None:
        """Choose a view."""
        from tui.modals.views import ViewsModal  # noqa: PLC0415

        await self.push_screen(ViewsModal(), self._show_view)

    async def action_theme(self) -> None:
        """Choose the colours."""
        from tui.modals.theme import ThemeModal  # noqa: PLC0415

        await self.push_screen(ThemeModal())

    async def action_enter(self) -> None:
        """Open the entry line over this screen."""
        from tui.entry.around import surroundings  # noqa: PLC0415
        from tui.entry.modal import EntryModal  # noqa: PLC0415

        await self.push_screen(EntryModal(surroundings(self, self.screen)), self._entered)

    def _entered(self, answer: Saved | Key | None) -> None:
        """Say what was saved and point at it, or open what was there already."""
        if isinstance(answer, Key):
            self.open_record(answer)
        elif answer is not None:
            point_at = getattr(self.screen, "point_at", None)
            if point_at is not None:
                point_at(answer.keys)
            self.say(answer.sentence, "warn" if answer.doubtful else "good")

    def action_edit(self) -> None:
        """Edit what is selected in its form."""
        from tui.forms import opening  # noqa: PLC0415

        key: Key | None = getattr(self.screen, "selected", None)
        if key is None:
            self.say("Nothing is selected, so there is nothing to edit.")
            return
        try:
            form = opening.edit(self, key)
        except BilatError as error:
            self.say(str(error), "warn")
            return
        self.push_screen(form, self._entered)

    def action_form(self) -> None:
        """Make a new record in a form."""
        from tui.forms import opening  # noqa: PLC0415

        screen = self.screen

        def chosen(kind: str | None) -> None:
            if kind is not None:
                self.push_screen(opening.new(self, screen, kind), self._entered)

        self.push_screen(opening.NewModal(), chosen)

    def action_undo(self) -> None:
        """Take back the last step."""
        from tui import steps  # noqa: PLC0415

        self._step(lambda: steps.undo(self))

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        from tui import steps  # noqa: PLC0415

        self._step(lambda: steps.redo(self))

    def action_delete(self) -> None:
        """Move what is selected to the trash."""
        from tui import steps  # noqa: PLC0415

        key: Key | None = getattr(self.screen, "selected", None)
        if key is None:
            self.say("Nothing is selected, so there is nothing to delete.")
        elif key.kind == "pair":
            self.say("A country pair follows from its visits and meetings, so it cannot be deleted itself.")
        else:
            self._step(lambda: steps.to_trash(self, key), gone=key)

    def _restore(self, answer: tuple[int, str] | None) -> None:
        from tui import steps  # noqa: PLC0415

        if answer is not None:
            self._step(lambda: steps.from_trash(self, *answer))

    @work
    async def _step(self, do: Callable[[], Awaitable[str]], *, gone: Key | None = None) -> None:
        """Do something to the store in its turn, and say what came of it."""
        try:
            sentence = await do()
        except BilatError as error:
            self.say(str(error), "warn")
            return
        if gone is not None and getattr(self.screen, "record_key", None) == gone:
            self.pop_screen()
        self.reread()
        self.say(sentence, "good")

    def action_retry(self) -> None:
        """Read everything again, and say whether that helped."""
        self.reread()
        panes = [pane for pane in self.screen.query(Pane) if pane.display]
        for pane in panes:
            pane.prepare()
        failed = any(pane.state == "failed" for pane in panes)
        self.say("It still cannot be read." if failed else "Read again.")

    async def _do(self, answer: Key | str | None) -> None:
        """Open the record or run the action that a modal answered with."""
        if isinstance(answer, Key):
            self.open_record(answer)
        elif answer:
            await self.perform(answer)

    def _show_view(self, answer: str | None) -> None:
        if answer == "today":
            from tui.screens.today import TodayScreen  # noqa: PLC0415

            self.push_screen(TodayScreen())
        elif answer == "watch":
            from tui.screens.watch import WatchScreen  # noqa: PLC0415

            self.push_screen(WatchScreen())
        elif answer == "trash":
            from tui.modals.trash import TrashModal  # noqa: PLC0415

            self.push_screen(TrashModal(), self._restore)
