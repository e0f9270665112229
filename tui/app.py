"""The app: what its keys do, wherever one is.

Screens, modals and commands are imported when they are first wanted: the first screen shall not wait for the others.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from textual import events, work
from textual.actions import ActionParseResult
from textual.binding import BindingType
from textual.dom import DOMNode
from textual.screen import Screen

from db.errors import BilatError
from db.rows import Key
from tui import reaching, refusing
from tui.bridge import Bridge
from tui.key_names import key_name
from tui.keys import bindings, find_action, pressed
from tui.pointing import point_at
from tui.screens.main import MainScreen
from tui.undoing import with_more
from tui.widgets.pane import Pane

if TYPE_CHECKING:
    from tui.entry.saving import Saved
    from tui.modals.palette import Place


class Bilat(Bridge):
    """The dashboard."""

    TITLE = "bilat"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("everywhere")]
    event_entered: Key | None = None  # the visit or meeting that was entered last in this run

    def get_default_screen(self) -> Screen[None]:
        """The main screen is there from the first frame on."""
        return MainScreen()

    def on_key(self, event: events.Key) -> None:
        """A letter that nothing answers to here says so: silence would look like a broken program."""
        if event.is_printable and not self.screen.is_modal and event.key not in self.screen.active_bindings:
            key = event.character if event.character != " " else key_name(event.key)
            self.say(f"{key} does nothing here; {pressed('help')} shows the keys that work.")

    def on_paste(self, event: events.Paste) -> None:
        """A text that nothing takes says where it would be read."""
        if event.text.strip() and not self.screen.is_modal:
            self.say(f"{pressed('read')} opens the reading desk; paste it there.")

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """What must not be done now says why, before anything is typed."""
        if refusal := refusing.why_not(self, action):
            self.say(refusal, "warn")
            return True
        return await super().run_action(action, default_namespace, namespaces)

    async def perform(self, action_id: str) -> None:
        """Run an action by its id, wherever it belongs: the focused widget, the screen or the app."""
        node = reaching.answering(self, action_id)
        if node is None:
            self.say("That does not work here.")
            return
        await self.run_action(find_action(action_id).method, default_namespace=node)

    def open_record(self, key: Key, *, timeline: bool = False) -> None:
        """Show a record on the whole screen, at a glance or by its timeline; of a topic all that is about it."""
        from tui.screens.opened import screen_of  # noqa: PLC0415

        self.push_screen(screen_of(key, timeline=timeline))

    async def action_palette(self) -> None:
        """Find any record, or run any command."""
        from tui.modals.palette import PaletteModal  # noqa: PLC0415
        from tui.waiting import waiting  # noqa: PLC0415

        actions = reaching.offered(self)
        await self.push_screen(PaletteModal(actions, waiting(self, actions)), self._do)

    async def action_everywhere(self) -> None:
        """Look for the words of a filter that begins with a star in every record."""
        from tui.deeds import everywhere  # noqa: PLC0415

        await everywhere.look(self)

    async def action_help(self) -> None:
        """Show the keys; choosing one runs it."""
        from tui.modals.help import HelpModal  # noqa: PLC0415
        from tui.waiting import waiting  # noqa: PLC0415

        actions = reaching.offered(self)
        await self.push_screen(HelpModal(actions, waiting(self, actions)), self._do)

    async def action_views(self) -> None:
        """Choose a view."""
        from tui.deeds import views  # noqa: PLC0415
        from tui.modals.views import ViewsModal  # noqa: PLC0415

        await self.push_screen(ViewsModal(), lambda name: views.show(self, name))

    async def action_theme(self) -> None:
        """Choose the colours."""
        from tui.modals.theme import ThemeModal  # noqa: PLC0415

        await self.push_screen(ThemeModal())

    async def action_enter(self) -> None:
        """Open the entry line over this screen."""
        from tui.entry.around import surroundings  # noqa: PLC0415
        from tui.entry.modal import EntryModal  # noqa: PLC0415

        begins = getattr(self.screen, "begins", "")
        await self.push_screen(EntryModal(surroundings(self, self.screen), begins=begins), self.entered)

    def entered(self, answer: Saved | Key | None) -> None:
        """Say what was saved and point at it, or open what was there already."""
        if isinstance(answer, Key):
            self.open_record(answer)
        elif answer is not None:
            events = [key for key in answer.keys if key.kind in {"visit", "meeting"}]
            self.event_entered = events[0] if events else self.event_entered
            self.say(
                with_more(answer.sentence, point_at(self, answer.keys)), "warn" if answer.doubtful else "good"
            )
            if answer.keys and answer.keys[0].kind == "source":
                from tui.deeds import resolving  # noqa: PLC0415

                resolving.offer(self, answer.keys[0])

    def action_edit(self) -> None:
        """Edit what is selected in its form."""
        from tui.forms import opening  # noqa: PLC0415

        opening.edit_selected(self)

    def action_form(self) -> None:
        """Make a new record in a form."""
        from tui.forms import opening  # noqa: PLC0415

        opening.choose_new(self)

    def action_add(self) -> None:
        """Enter an outcome of the selected visit or meeting."""
        from tui.deeds import entering  # noqa: PLC0415

        entering.add_outcome(self)

    def action_split(self) -> None:
        """Split the selected outcome into parts."""
        from tui.deeds import entering  # noqa: PLC0415

        entering.split(self)

    def action_duplicate(self) -> None:
        """Begin a record like the selected one."""
        from tui.deeds import entering  # noqa: PLC0415

        entering.duplicate(self)

    def action_log(self) -> None:
        """Note what happened on the selected follow-ups."""
        from tui.deeds import followups  # noqa: PLC0415

        followups.log(self)

    def action_done(self) -> None:
        """Close the selected follow-ups or outcomes, or score an outcome that is closed."""
        from tui.deeds import closing  # noqa: PLC0415

        closing.close(self)

    def action_raise(self) -> None:
        """Take the selected outcomes one rung up."""
        from tui.deeds import ladder  # noqa: PLC0415

        ladder.raise_rung(self)

    def action_lower(self) -> None:
        """Take the selected outcomes one rung down."""
        from tui.deeds import ladder  # noqa: PLC0415

        ladder.lower_rung(self)

    def action_snooze(self) -> None:
        """Hide the selected follow-ups for a while."""
        from tui.deeds import followups  # noqa: PLC0415

        followups.snooze(self)

    def action_ball(self) -> None:
        """Say whose turn it is."""
        from tui.deeds import followups  # noqa: PLC0415

        followups.ball(self)

    def action_topics(self) -> None:
        """Give topics to all that is selected."""
        from tui.deeds import bulk  # noqa: PLC0415

        bulk.topics(self)

    def action_owner(self) -> None:
        """Say who owns the selected outcomes, or who does the selected follow-ups."""
        from tui.deeds import bulk  # noqa: PLC0415

        bulk.owner(self)

    def action_brief(self) -> None:
        """Show the brief of what is selected."""
        from tui.deeds import briefing  # noqa: PLC0415

        briefing.show(self)

    def action_carry(self) -> None:
        """Carry what is open over into a meeting, or say what came of it there."""
        from tui.deeds import carrying  # noqa: PLC0415

        carrying.carry(self)

    def action_read(self) -> None:
        """Open the reading desk with a text."""
        from tui.reading_desk import opening  # noqa: PLC0415

        opening.ask(self)

    def action_merge(self) -> None:
        """Make one record of two that are the same."""
        from tui.deeds import merging  # noqa: PLC0415

        merging.merge(self)

    def action_successor(self) -> None:
        """Let a post pass from its holder to the next one."""
        from tui.deeds import officeholders  # noqa: PLC0415

        officeholders.successor(self)

    def action_holder(self) -> None:
        """Name the holder of a post."""
        from tui.deeds import officeholders  # noqa: PLC0415

        officeholders.holder(self)

    def action_roll_up(self) -> None:
        """Count former states with those that came after them, or apart."""
        from tui.deeds import rolling  # noqa: PLC0415

        rolling.roll_up(self)

    def action_projector(self) -> None:
        """Hide what is sensitive at once, or show it again."""
        from tui.deeds import projecting  # noqa: PLC0415

        projecting.turn(self)

    def action_import(self) -> None:
        """Bring in a file."""
        from tui.importing import asking  # noqa: PLC0415

        asking.ask_for_a_file(self)

    def action_export(self) -> None:
        """Take something out."""
        from tui.exporting import offering  # noqa: PLC0415

        offering.offer(self)

    def action_tutorial(self) -> None:
        """Begin the tutorial, or leave it."""
        from tui.tutorial import running  # noqa: PLC0415

        running.turn(self)

    def action_undo(self) -> None:
        """Take back the last step."""
        from tui import steps  # noqa: PLC0415

        self.step(lambda: steps.undo(self))

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        from tui import steps  # noqa: PLC0415

        self.step(lambda: steps.redo(self))

    def action_delete(self) -> None:
        """Move what is selected to the trash."""
        from tui import steps  # noqa: PLC0415

        steps.delete(self)

    @work
    async def step(self, do: Callable[[], Awaitable[str]], *, gone: Key | None = None) -> None:
        """Do something to the store in its turn, and say what came of it; what is typed meanwhile waits for that."""
        with self.taking_a_step():
            try:
                sentence = await do()
            except BilatError as error:
                self.say(str(error), "warn")
                return
            if gone is not None and self.screen_stack and getattr(self.screen, "record_key", None) == gone:
                self.pop_screen()
            self.say(sentence, "good")

    def action_retry(self) -> None:
        """Read everything again, and say whether that helped."""
        trouble = self.look_again()
        panes = [pane for pane in self.screen.query(Pane) if pane.display]
        for pane in panes:
            pane.prepare()
        failed = any(pane.state == "failed" for pane in panes)
        self.say(trouble or ("It still cannot be read." if failed else "Read again."))

    async def _do(self, answer: Key | Place | str | None) -> None:
        """Open the record, show the view or run the action that a modal answered with."""
        if isinstance(answer, Key):
            self.open_record(answer)
        elif isinstance(answer, tuple):
            from tui.deeds import views  # noqa: PLC0415

            views.show(self, answer.name)
        elif answer:
            await self.perform(answer)
