"""A record on the whole screen, in six tabs; records open over each other and Esc goes back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from db.errors import BilatError, NotFound
from db.rows import EventRow, Key
from tui import cards, copying
from tui.cards.events import event_entry
from tui.cards.words import KINDS
from tui.deeds import officeholders
from tui.entry.around import called
from tui.glyphs import glyphs
from tui.keys import bindings, keyed, pressed
from tui.lines import Line, Span
from tui.modals.base import bilat
from tui.modals.origin import OriginModal
from tui.screens.demo_mark import demo_mark
from tui.screens.main_columns import timeline_columns
from tui.screens.offered import ABOUT_POSTS, offered, with_labels
from tui.screens.record_tabs import (
    NAMES,
    OVERVIEW,
    PEOPLE,
    TIMELINE,
    Contents,
    nothing,
    read_contents,
    tab_lines,
    tabs,
)
from tui.screens.roomy import Roomy
from tui.screens.tab_bar import TabBar
from tui.veil import veil
from tui.widgets.footer_line import FooterLine
from tui.widgets.frame import Title
from tui.widgets.line_view import LineView
from tui.widgets.pane import Pane
from tui.widgets.row_list import RowList


class RecordScreen(Roomy[None]):
    """One record.

    Attributes:
        record_key: which one.
    """

    DEFAULT_CSS = """
    RecordScreen { layout: vertical; }
    RecordScreen > Pane { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("record")]

    def __init__(self, key: Key, *, first: int = OVERVIEW) -> None:
        super().__init__()
        self.record_key = key
        self._at = first
        self._by_protocol = False  # the people, instead of as notified
        self._contents: Contents | None = None
        self._failure: BilatError | None = None
        self._name = ""  # as it was last read

    def compose(self) -> ComposeResult:
        """The tabs, a view of lines and a list of events of which one is in view, the keys."""
        self._bar = TabBar()
        self._view = LineView()
        self._events: RowList[EventRow] = RowList(timeline_columns())
        self._events.words_for["empty"] = nothing(TIMELINE, self.record_key)
        self._view.talk = self._events.talk = bilat(self).say
        self._view.unmarkable = self._events.unmarkable = _unmarkable
        self._footer = FooterLine()
        yield self._bar
        yield self._view
        yield self._events
        yield self._footer

    def on_mount(self) -> None:
        """Read the record and show its first tab."""
        step = self.record_key.kind in ("followup", "action")
        found = offered("record", "list", "everywhere", pane="3" if step else "")
        of_post = ("record.ask",) if self.record_key.kind == "post" else ()
        about = (*ABOUT_POSTS, *of_post) if self.record_key.kind in ("post", "official") else ()
        of_event = ("carry",) if self.record_key.kind in ("visit", "meeting") else ()
        self._footer.show(with_labels(found, *about, *of_event))
        self._read()
        self._go(self._at)

    def reread(self) -> None:
        """Read the record again, keeping the tab and the place in it."""
        self._read()
        self._go(self._at, afresh=False)

    def _read(self) -> None:
        self._contents = self._failure = None
        try:
            app = bilat(self)
            self._contents = app.at_hand.answer(partial(read_contents, app, self.record_key))
            self.record_key = self._contents.card.key  # it may have gone into another one
            self._name = called(self._contents.card)
        except NotFound as error:
            self._failure = NotFound(f"{self._name} was deleted while it was open.") if self._name else error
            self._view.remedy = (
                "{record.back} goes back. {views}, then x shows the trash, where Enter restores."
            )
        except BilatError as error:
            self._failure = error
        title = self._heading()
        self._view.retitle(title)
        self._events.retitle(title)

    def _heading(self) -> Title:
        if self._contents is None:
            return Title(name=KINDS[self.record_key.kind], right=demo_mark(self))
        card = self._contents.card
        return Title(name=cards.title(card), right=demo_mark(self, cards.badge(card)))

    def _go(self, at: int, *, afresh: bool = True) -> None:
        """Show a tab."""
        self._at = at
        found = self._contents
        self._view.note = self._order_note(at)
        timeline = found.timeline if found and at == TIMELINE else None
        self._events.display = timeline is not None
        self._view.display = timeline is None
        if timeline is None:
            self._view.show_later(self._builder(at), afresh=afresh)
            self._view.focus()
        else:
            self._events.show(timeline)
            self._events.focus()
        self._bar.show(tabs(found), at)

    def _builder(self, at: int) -> Callable[[int], list[Line]]:
        """What builds the lines of a tab; it raises what reading raised, and the view shows that."""

        def build(width: int) -> list[Line]:
            if self._contents is None:
                raise self._failure or BilatError("The record has not been read.")
            if hidden := veil.instead_of(self.record_key):
                return hidden
            return tab_lines(self._shown(self._contents, at), at, width, bilat(self).moment)

        return build

    def _shown(self, found: Contents, at: int) -> Contents:
        """What a tab shows: the people in the order that was chosen."""
        if at == PEOPLE and self._by_protocol:
            return found._replace(card=cards.in_protocol_order(found.card))
        return found

    def _order_note(self, at: int) -> tuple[Span, ...]:
        words = cards.protocol_words(self._contents.card) if self._contents and at == PEOPLE else ""
        order = (
            words if self._by_protocol else f"as notified {glyphs.dot} {pressed('record.sort')} by protocol"
        )
        return (Span(order, "dim"),) if words else ()

    @property
    def _pane(self) -> Pane:
        return self._events if self._events.display else self._view

    @property
    def selected(self) -> Key:
        """The record that keys act on is the one that is open, whatever line the cursor is on."""
        return self.record_key

    @property
    def marked(self) -> tuple[Key, ...]:
        """The marked records of the tab."""
        return tuple(self._pane.marks)

    @property
    def under_cursor(self) -> Key | None:
        """The record that the line under the cursor leads to."""
        return self._pane.key

    def point_at(self, keys: Sequence[Key]) -> None:
        """Put the cursor on the first of some records that the tab shows."""
        for key in reversed(keys):
            self._pane.select(key)

    @property
    def in_scope(self) -> Key:
        """What is typed here is about the record that is open."""
        return self.record_key

    # --- keys ---

    def action_tab_next(self) -> None:
        """Go to the next tab, from the last one to the first."""
        self._go((self._at + 1) % len(NAMES))

    def action_tab_previous(self) -> None:
        """Go to the tab before."""
        self._go((self._at - 1) % len(NAMES))

    def action_tab_1(self) -> None:
        """The record at a glance."""
        self._go(0)

    def action_tab_2(self) -> None:
        """When it met and travelled."""
        self._go(1)

    def action_tab_3(self) -> None:
        """Who was there."""
        self._go(2)

    def action_tab_4(self) -> None:
        """What came of it."""
        self._go(3)

    def action_tab_5(self) -> None:
        """Where it is from."""
        self._go(4)

    def action_tab_6(self) -> None:
        """Who changed what."""
        self._go(5)

    def on_tab_bar_chosen(self, event: TabBar.Chosen) -> None:
        """A click on a tab goes there."""
        self._go(event.index)

    async def on_footer_line_pressed(self, event: FooterLine.Pressed) -> None:
        """A click on a key presses it."""
        await bilat(self).perform(event.action.id)

    def on_pane_opened(self, event: Pane.Opened) -> None:
        """Open the record of a line over this one."""
        event.stop()
        if event.key != self.record_key:
            self.app.push_screen(RecordScreen(event.key))
        elif self._at == OVERVIEW:
            self._go(TIMELINE)  # a count of events leads to their list

    def action_record_back(self) -> None:
        """Take the marks away, else go back where one was."""
        if not self._pane.clear_marks():
            self.dismiss()

    def action_record_sort(self) -> None:
        """The people as notified, or countries in the order of the host's language."""
        words = cards.protocol_words(self._contents.card) if self._contents else ""
        if not words:
            bilat(self).say("Only the people of a visit or a meeting have an order of protocol.")
            return
        self._by_protocol = not self._by_protocol or self._at != PEOPLE
        self._go(PEOPLE)
        bilat(self).say(f"People in protocol order: {words}." if self._by_protocol else "People as notified.")

    def action_record_origin(self) -> None:
        """Show where the line under the cursor comes from, else where the record does."""
        key = self._pane.key
        own = key is None or key.kind in ("source", "pair")
        self.app.push_screen(OriginModal(self.record_key if own or key is None else key))

    def action_record_ask(self) -> None:
        """Ask who held the post on a date."""
        officeholders.ask_when(bilat(self), self.record_key)

    def action_record_copy(self) -> None:
        """Offer to copy the line under the cursor or the record."""
        copying.offer(bilat(self), self.record_key, self._line_text())

    def _line_text(self) -> str:
        """The line under the cursor as plain text, whole also where the screen breaks it."""
        if self._pane is self._events:
            row = self._events.row
            return copying.words_of(event_entry(row)) if row else ""
        key = self._view.key
        if key is None or self._contents is None:
            return ""
        lines = tab_lines(
            self._shown(self._contents, self._at), self._at, copying.UNBROKEN, bilat(self).moment
        )
        return next((copying.told(line) for line in lines if line.key == key), "")


def _unmarkable(key: Key) -> str:
    """A record's lines lead to all it is part of: a key that changes what is marked must not reach that by mistake."""
    if key.kind in ("action", "followup"):
        return ""
    return keyed("In a record, only outcomes and follow-ups can be marked; {open} opens the others.")
