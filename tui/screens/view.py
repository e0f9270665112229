"""What the views share: one pane on the whole screen, what its keys act on, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from db.rows import Key
from tui import copying
from tui.actions import Action
from tui.keys import bindings
from tui.modals.base import bilat
from tui.modals.origin import OriginModal
from tui.screens.offered import IN_LANGUAGE, offered
from tui.screens.record import RecordScreen
from tui.screens.roomy import Roomy
from tui.widgets.footer_line import FooterLine
from tui.widgets.pane import Pane


class ViewScreen(Roomy[None]):
    """A pane and the keys.

    Attributes:
        pane: what it shows.
        about_followups: whether the keys of follow-ups are of use in it.
    """

    DEFAULT_CSS = """
    ViewScreen { layout: vertical; }
    ViewScreen > Pane { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("view")]
    about_followups: ClassVar[bool] = True

    def __init__(self, pane: Pane) -> None:
        super().__init__()
        self.pane = pane
        self._footer = FooterLine()

    def compose(self) -> ComposeResult:
        """The pane and the keys."""
        self.pane.talk = bilat(self).say
        yield self.pane
        yield self._footer

    def on_mount(self) -> None:
        """Offer the keys that work."""
        self._footer.show(self.offers())

    def offers(self) -> Sequence[Action]:
        """The keys of the footer, the most useful first."""
        return offered("view", "list", "everywhere", pane="3" if self.about_followups else "")

    @property
    def selected(self) -> Key | None:
        """The record that keys act on."""
        return self.pane.key

    @property
    def marked(self) -> tuple[Key, ...]:
        """The marked records."""
        return tuple(self.pane.marks)

    def point_at(self, keys: Sequence[Key]) -> None:
        """Put the cursor on the first of some records that the view shows."""
        for key in reversed(keys):
            self.pane.select(key)

    @property
    def in_scope(self) -> None:
        """A view is about everything."""

    def on_pane_opened(self, event: Pane.Opened) -> None:
        """Do what Enter does with a line."""
        event.stop()
        self.open_line(event.key)

    def open_line(self, key: Key) -> None:
        """Open the record of a line; Esc there comes back here."""
        self.app.push_screen(RecordScreen(key))

    async def on_footer_line_pressed(self, event: FooterLine.Pressed) -> None:
        """A click on a key presses it, also on one of the open filter."""
        if event.action in IN_LANGUAGE:
            self.pane.press_in_filter(event.action.keys[0])
        else:
            await bilat(self).perform(event.action.id)

    def action_view_back(self) -> None:
        """Take the marks away, else go back where one was."""
        if not self.pane.clear_marks():
            self.dismiss()

    def action_view_origin(self) -> None:
        """Show where the record under the cursor comes from."""
        key = self._key()
        if key is not None:
            self.app.push_screen(OriginModal(key))

    def action_view_copy(self) -> None:
        """Offer to copy the line under the cursor or its record."""
        key = self._key()
        if key is not None:
            copying.offer(bilat(self), key, self._line_text(key))

    def _line_text(self, key: Key) -> str:  # noqa: ARG002 - some views find the line by it
        """The line under the cursor as plain text."""
        return self.pane.line_text

    def _key(self) -> Key | None:
        key = self.selected
        if key is None:
            bilat(self).say("Nothing is under the cursor.")
        return key
