"""The main screen: three lists at the left, and what the selected line is about at the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import BindingType

from db.queries.pairs import pairs_of
from db.rows import Key
from tui.cards.sections import step_of
from tui.keys import bindings, keyed
from tui.modals.base import bilat
from tui.screens.main_lists import FOLLOWUPS, KINDS, PAIRS, TIMELINE
from tui.screens.main_panes import Panes
from tui.screens.main_plan import LISTS, PANES, plan
from tui.screens.offered import IN_LANGUAGE
from tui.widgets.footer_line import FooterLine
from tui.widgets.pane import Pane
from tui.widgets.pane_strip import PaneStrip

_LIST_OF = {"visit": "timeline", "meeting": "timeline", "official": "officials", "followup": "followups"}


class MainScreen(Panes):
    """The focus, and what the keys do."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("main")]
    AUTO_FOCUS = "#pairs"

    # --- the focus ---

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The pane with the focus decides what the others are about, and what the footer offers."""
        if event.widget.id in PANES:
            self._focused(event.widget.id)

    def go_to(self, name: str) -> None:
        """Give a pane the focus."""
        self._focused(name)
        self._pane(name).focus(scroll_visible=False)

    def _focused(self, name: str) -> None:
        if name == self._at and self._footer.offers:
            return
        before = plan(*self.size, self._at, self._list)
        self._at = name
        if name in LISTS and name != self._list:
            self._list = name
            self._show_scope(afresh=True)
        if name not in {"record", self._subject}:
            self._subject = name
            self._show_record()
        for pane, rows in self._lists.items():
            rows.lit = pane in {self._list, self._subject}
        self._strip.show(PANES.index(name))
        self._offer()
        self._read_ahead()
        if plan(*self.size, self._at, self._list) != before:
            # Asked by a child, so that the screen forgets the places it remembers for this size.
            self._pane(name).refresh(layout=True)

    def on_pane_strip_chosen(self, message: PaneStrip.Chosen) -> None:
        """A click on a pane's name."""
        self.go_to(PANES[message.index])

    async def on_footer_line_pressed(self, message: FooterLine.Pressed) -> None:
        """A click on a key of the footer."""
        if message.action in IN_LANGUAGE:
            self._pane(self._at).press_in_filter(message.action.keys[0])
            return
        await bilat(self).perform(message.action.id)

    def action_pane_1(self) -> None:
        """Go to the country pairs."""
        self.go_to("pairs")

    def action_pane_2(self) -> None:
        """Go to the officials."""
        self.go_to("officials")

    def action_pane_3(self) -> None:
        """Go to the open follow-ups."""
        self.go_to("followups")

    def action_pane_4(self) -> None:
        """Go to the timeline."""
        self.go_to("timeline")

    def action_pane_5(self) -> None:
        """Go to the record."""
        self.go_to("record")

    def action_pane_next(self) -> None:
        """Go to the next pane, after the last one to the first."""
        self.go_to(PANES[(PANES.index(self._at) + 1) % len(PANES)])

    def action_pane_previous(self) -> None:
        """Go to the pane before."""
        self.go_to(PANES[PANES.index(self._at) - 1])

    # --- what the keys do ---

    def action_filter(self) -> None:
        """Open the filter of the list with the focus."""
        if self._at == "record":
            bilat(self).say("A record has no filter; 4 goes to the timeline, which has one.")
        else:
            self._pane(self._at).start_filter()

    def action_sort(self) -> None:
        """Sort the list with the focus another way."""
        kind = KINDS.get(self._at)
        if kind is None:
            bilat(self).say("A record has no order to change; 4 goes to the timeline, which has one.")
            return
        self._sorts[kind.id] = (self._sorts[kind.id] + 1) % len(kind.sorts)
        self._filtered(kind)  # another order may hold other lines

    def action_everyone(self) -> None:
        """All pairs, or only the desk's own."""
        if not bilat(self).moment.desk:
            bilat(self).say("No desk is set, so all pairs are shown already.")
            return
        self._everyone = not self._everyone
        self._everything[PAIRS.id] = 0
        self._filtered(PAIRS)

    def action_clear(self) -> None:
        """Take the marks away, else the filter, else go back towards the lists."""
        pane = self._pane(self._at)
        if pane.clear_marks():
            return
        if pane.filter.text:
            pane.stop_filter(clear=True)
        elif self._at == "record":
            self.go_to(self._subject)
        elif self._at == "timeline":
            self.go_to(self._list)

    @property
    def selected(self) -> Key | None:
        """The record that keys act on: under the cursor, or the one that the record pane shows."""
        return self._pane(self._at).key or (self._rows(self._subject).key if self._at == "record" else None)

    @property
    def marked(self) -> tuple[Key, ...]:
        """The marked records of the pane with the focus."""
        return tuple(self._pane(self._at).marks)

    @property
    def wants_step(self) -> bool:
        """Whether what is under the cursor stands among the follow-ups because it has none."""
        key = self._pane(self._at).key if self._at == FOLLOWUPS.id else None
        return key is not None and key.kind == "action"

    @property
    def begins(self) -> str:
        """The entry line begins with the step that is wanting."""
        return step_of(self._rows(FOLLOWUPS.id).row) if self.wants_step else ""

    @property
    def in_scope(self) -> Key | None:
        """What the timeline is about."""
        return self._rows(self._list).key

    def point_at(self, keys: Sequence[Key]) -> None:
        """Put the cursors on records that were made, in the lists that hold them."""
        for key in reversed(keys):
            name = _LIST_OF.get(key.kind)
            if name is not None:
                self._rows(name).select(key)
        if keys and self._is_elsewhere(keys[0]):
            self._go_to_its_pair(keys[0])

    def _is_elsewhere(self, key: Key) -> bool:
        """Whether it is an event of another pair than the one whose timeline is shown."""
        timeline = self._rows(TIMELINE.id)
        unfiltered = self._list == PAIRS.id and not timeline.filter.text
        return _LIST_OF.get(key.kind) == TIMELINE.id and unfiltered and timeline.key != key

    def _go_to_its_pair(self, event: Key) -> None:
        pairs = self._rows(PAIRS.id)
        for pair in bilat(self).read(pairs_of, event):
            pairs.select(pair)
            if pairs.key == pair:
                self._rows(TIMELINE.id).select(event)
                return

    def shown_by(self, key: Key) -> str:
        """What shows an event whose pair the list leaves out, "" where nothing is out of sight."""
        left_out = self._is_elsewhere(key) and not self._everyone
        return keyed("{everyone} shows its pair") if left_out and not self._rows(PAIRS.id).filter.text else ""

    def on_pane_opened(self, message: Pane.Opened) -> None:
        """Show a record on the whole screen; a count in the record pane leads to its timeline, which lists it."""
        counted = self._at == "record" and message.key == self._rows(self._subject).key
        bilat(self).open_record(message.key, timeline=counted)

    def action_origin(self) -> None:
        """Show the source of the selected record, and the words that say so."""
        key = self.selected
        if key is None:
            bilat(self).say("Nothing is selected, so there is no origin to show.")
            return
        from tui.modals.origin import OriginModal  # noqa: PLC0415 - not needed for the first screen

        self.app.push_screen(OriginModal(key))

    def action_copy(self) -> None:
        """Offer to copy the line under the cursor or its record."""
        key = self.selected
        if key is None:
            bilat(self).say("Nothing is selected, so there is nothing to copy.")
            return
        from tui import copying  # noqa: PLC0415 - not needed for the first screen

        copying.offer(bilat(self), key, self._pane(self._at).line_text)
