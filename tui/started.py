"""The dashboard as a program: what it does once the first screen is there."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from time import monotonic
from typing import TYPE_CHECKING

from textual import events

from db.errors import BilatError
from db.queries.changes import has_written
from db.sweeping import import_for_good, sweep_at_rest, sweep_what_comes
from tui.app import Bilat
from tui.endings import quit_when_ended, quit_with_the_terminal
from tui.keeping import keep_todays_backup
from tui.keys import keyed
from tui.pausing import driver_that_pauses
from tui.refusing import leads_to_a_change
from tui.unfinished import texts_beside

if TYPE_CHECKING:
    from textual.actions import ActionParseResult
    from textual.dom import DOMNode
    from textual.driver import Driver

_SOON_WANTED = (
    "db.rows.cards",
    "db.queries.card_of_official",
    "tui.cards.official",
    "db.queries.cards_of_events",
    "tui.cards.visit",
    "db.queries.cards_of_outcomes",
    "tui.cards.followup",
    "db.dates.reader",
    "db.queries.search",
    "db.queries.citations",
    "tui.cards.protocol",
    "tui.copying",
    "db.names.candidates",
    "db.entry.newcomers",
    "db.entry.who",
    "db.entry.fields",
    "db.entry.batch",
    "db.entry.completing",
    "db.entry.duplicates",
    "db.entry.joining",
    "tui.entry.around",
    "tui.offices.saving",
    "tui.deeds.officeholders",
    "tui.screens.record",
    "tui.screens.opened",
    "tui.cards.meeting",
    "tui.modals.palette",
    "db.filtering.reading",
    "tui.entry.modal",
    "db.queries.form_parts",
    "tui.forms.form",
    "tui.forms.modal",
    "tui.modals.asking",
    "tui.deeds.merging",
    "db.briefs.gather",
    "db.exchange.leaving",
    "db.exchange.list_pages",
    "tui.exporting.offering",
)
"""What the first keys open, in pieces that take less than a frame or two to import."""
_TURN = 0.001  # seconds that a thread may keep a key waiting while it makes rows of what was read
_PAUSE = 0.05  # seconds between two of them, for keys
_AT_REST = 1.0  # seconds without a key


class Dashboard(Bilat):
    """The dashboard as `bilat` runs it.

    Attributes:
        begins: opens something over the first screen.
    """

    begins: Callable[[Bilat], None] | None = None
    _ready_for_changes = False
    _pressed_at = 0.0

    def get_driver_class(self) -> type[Driver]:
        """Being stopped and going on harms nothing."""
        return driver_that_pauses(super().get_driver_class())

    def on_load(self) -> None:
        """From here on, signals are the app's own affair."""
        quit_when_ended(self)
        quit_with_the_terminal(self)

    def _fatal_error(self) -> None:
        """A mistake of the program's own: Textual would show the values of all variables, which are the store's."""
        from rich.text import Text  # noqa: PLC0415 - for a bad day only

        from tui.crashes import told  # noqa: PLC0415 - likewise

        error = sys.exception() or self._exception or RuntimeError()
        self.panic(Text(told(error, datetime.now(UTC))))

    def on_ready(self) -> None:
        """The first screen is laid out, and painted when the refresh is done."""
        self.call_after_refresh(after_first_paint)
        self.call_after_refresh(get_ready_for_keys, self)
        self.call_after_refresh(keep_todays_backup, self)
        self.call_after_refresh(tell_of_unfinished_texts, self)
        if self.begins is not None:
            self.call_after_refresh(self.begins, self)

    async def on_event(self, event: events.Event) -> None:
        """Note that somebody is at work."""
        if isinstance(event, events.Key):
            self._pressed_at = monotonic()
        await super().on_event(event)

    def look_at_the_store(self) -> None:
        """Once a second, which is also when there may be time to sweep up."""
        super().look_at_the_store()
        if monotonic() - self._pressed_at > _AT_REST:
            sweep_at_rest()

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """The first change of somebody who has only read so far is got ready for while it is typed."""
        if leads_to_a_change(action):
            self.get_ready_for_changes()
        return await super().run_action(action, default_namespace, namespaces)

    def get_ready_for_changes(self) -> None:
        """Import what saving needs, once, in a thread; it takes half a second."""
        if self._ready_for_changes or self.store.read_only:
            return
        self._ready_for_changes = True
        from tui.entry.saving import get_ready  # noqa: PLC0415 - past the first paint

        self.run_worker(get_ready, thread=True)

    def changes_are_likely(self) -> bool:
        """Whether the officer has written in this store before; for who only reads, saving is a third of the memory."""
        if self.demo or self.store.read_only:
            return False
        try:
            return self.read(has_written, self.store.officer)
        except BilatError:  # the lists say what is wrong
            return False

    def look_at_the_clock(self) -> None:
        """A new day has a backup of its own, however long the dashboard stays open."""
        before = self.today()
        super().look_at_the_clock()
        if self.today() != before:
            keep_todays_backup(self)


def after_first_paint() -> None:
    """What the start has made stays to the end, and need not be swept; threads give way to keys."""
    sweep_what_comes()
    sys.setswitchinterval(_TURN)


def tell_of_unfinished_texts(app: Dashboard) -> None:
    """Say that a text waits at the reading desk: whoever left it yesterday may not think of it today."""
    if app.begins is not None or not texts_beside(app.store.path).exists():
        return
    from tui.reading_desk.given import how_many_wait  # noqa: PLC0415 - past the first paint, and seldom

    count = how_many_wait(app)
    if count:
        what = "A text is" if count == 1 else f"{count} texts are"
        app.say(
            keyed(
                f"{what} not finished at the reading desk: {{read}} goes on with {'it' if count == 1 else 'them'}."
            )
        )


def get_ready_for_keys(app: Dashboard) -> None:
    """Import what the first keys open while the officer looks at the first screen, one piece after the other."""
    waiting = iter(_SOON_WANTED)

    def import_the_next() -> None:
        name = next(waiting, None)
        if name is not None:
            import_for_good(name)
            return
        turns.stop()
        if app.changes_are_likely():
            app.get_ready_for_changes()

    turns = app.set_interval(_PAUSE, import_the_next)
