"""What all modals share in which one types: the keys are theirs alone, and what is typed is kept until it is saved."""

from __future__ import annotations

from textual import events

from tui.keys import find_action
from tui.modals.base import AnswerT, Modal, bilat
from tui.unfinished import Kept, Unfinished


class TypedModal(Modal[AnswerT]):
    """Every key is its own; ctrl+q still leaves the program.

    Attributes:
        place: where what is typed is kept while it is not saved, "" where it is not.
        again: the key that brings it back.
        busy: whether something is being saved; no key means anything meanwhile.
    """

    def __init__(self, *, place: str = "", again: str = "") -> None:
        super().__init__()
        self.place = place
        self.again = again
        self.busy = False

    def press(self, event: events.Key) -> None:
        """Do what a key is there for."""
        raise NotImplementedError

    def on_key(self, event: events.Key) -> None:
        """No key goes on to the screen behind."""
        event.stop()
        event.prevent_default()
        if self.busy:
            return
        if event.key == "ctrl+q":
            self.app.exit()  # what is typed is kept already
        elif event.key in find_action("tutorial").keys and not event.is_printable:
            self.action_leave_tutorial()
        else:
            self.press(event)

    def leave(self) -> None:
        """Close without an answer, and say how what is kept comes back."""
        app, kept = bilat(self), self.kept()
        self.dismiss(None)
        if kept is not None:
            app.say(f"Not saved, and kept: {self.again} brings your words back.")

    # --- what is not saved ---

    @property
    def _unfinished(self) -> Unfinished:
        app = bilat(self)
        return Unfinished(app.store.path, app.settings.officer, app.store.clock, app.store.key)

    def kept(self) -> Kept | None:
        """What was typed here and not saved."""
        return self._unfinished.find(self.place) if self.place else None

    def keep(self, text: str) -> None:
        """Keep a text; one without words is forgotten.

        Raises:
            BilatError: it cannot be written.
        """
        if self.place:
            self._unfinished.keep(self.place, text)

    def forget(self) -> None:
        """Let go of a text that was saved or discarded."""
        if self.place:
            self._unfinished.forget(self.place)

    def came_back(self, kept: Kept, what: str) -> str:
        """Say what stands there again: "Unfinished line from 12:04   Ctrl+X discards"."""
        local = kept.at.astimezone()
        today = local.date() == bilat(self).store.clock().astimezone().date()
        when = f"{local:%H:%M}" if today else f"{local.day} {local:%b %H:%M}"
        return f"Unfinished {what} from {when}   Ctrl+X discards"
