"""A text that was given to the desk, and how one that is not finished is kept."""

from __future__ import annotations

import threading
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from db.errors import BadInput, BilatError
from db.reading.items import Items, from_text, to_text
from db.reading.proposals import SourceLine
from tui.beside import read_beside, write_beside
from tui.unfinished import Unfinished

if TYPE_CHECKING:
    from tui.bridge import Bridge

PLACE = "reading"


class Given(NamedTuple):
    """A text to read.

    Attributes:
        source: what is known of where it comes from.
        items: the draft as it was left, empty for a text that is new.
        at: when it was left.
    """

    text: str
    source: SourceLine = SourceLine()
    items: Items = ()
    at: datetime | None = None


class Keeper:
    """The one draft of an officer that is not saved: its text in a file of its own, its decisions with other drafts.

    The text is written with the first decision; the decisions after every key, beside the screen, the last ones at
    any rate.
    """

    def __init__(self, app: Bridge) -> None:
        self._texts = app.store.path.with_name(f"{app.store.path.name}.reading")
        self._officer = app.settings.officer
        self._key = app.store.key
        self._drafts = Unfinished(app.store.path, self._officer, app.store.clock, self._key)
        self._lock = threading.Lock()
        self._waiting: Items = ()
        self._written: Items = ()
        self._text = ""

    def find(self) -> Given | None:
        """The draft that was left, None where there is none that can be read."""
        kept = self._drafts.find(PLACE)
        text = read_beside(self._texts, self._key).get(self._officer)
        if kept is None or not isinstance(text, str):
            return None
        try:
            items = from_text(kept.text)
        except BadInput:
            return None
        return Given(text, SourceLine(), items, kept.at) if items else None

    def _keep_text(self, text: str) -> None:
        everybody = read_beside(self._texts, self._key)
        everybody[self._officer] = text
        try:
            write_beside(self._texts, everybody, self._key)
        except OSError as error:
            raise BilatError(
                f"The draft is not kept until it is saved: {self._texts.name} cannot be written"
                f" ({(error.strerror or type(error).__name__).lower()})."
            ) from error

    def note(self, items: Items, text: str = "") -> None:
        """Remember what is to be written next, and with the first decisions the text itself."""
        self._text = text or self._text
        self._waiting = () if items is self._written else items

    def write(self) -> None:
        """Write what was noted last, in any thread; what is noted meanwhile is written too.

        Raises:
            BilatError: it cannot be written.
        """
        with self._lock:
            if text := self._text:
                self._keep_text(text)
                if self._text is text:  # else it is of another draft by now
                    self._text = ""
            while self._waiting:
                items, self._waiting = self._waiting, ()
                self._written = ()  # until these are there, also what was written before them is news
                self._drafts.keep(PLACE, to_text(items))
                self._written = items

    def forget(self) -> None:
        """Let go of a draft that was saved or thrown away."""
        with self._lock:
            self._waiting, self._written, self._text = (), (), ""
            self._drafts.forget(PLACE)
            everybody = read_beside(self._texts, self._key)
            everybody.pop(self._officer, None)
            try:
                write_beside(self._texts, everybody, self._key)
            except OSError:  # the decisions are gone, and without them it is not offered again
                return
