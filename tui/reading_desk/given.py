"""A text that was given to the desk, and how those that are not finished are kept."""

from __future__ import annotations

import hashlib
import json
import threading
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from db.errors import BadInput, BilatError
from db.reading.draft.items import Items, from_text, to_text
from db.reading.proposals import SourceLine
from tui.beside import MOST_BYTES, read_beside, write_beside
from tui.unfinished import Unfinished, texts_beside

if TYPE_CHECKING:
    from tui.bridge import Bridge

PLACE = "reading"  # and behind it what tells one text from another
_LOCK = threading.Lock()  # one draft may still be written while the next one is begun
_MOST_KEPT = (
    MOST_BYTES // 2
)  # bytes of the texts of all officers; a file that is too big to be read back keeps nothing


class Given(NamedTuple):
    """A text to read.

    Attributes:
        source: what is known of where it comes from.
        items: the draft as it was left, empty for a text that is new.
        at: when it was left.
        place: where it is kept, "" for a text that is new.
    """

    text: str
    source: SourceLine = SourceLine()
    items: Items = ()
    at: datetime | None = None
    place: str = ""


def waiting(app: Bridge) -> list[Given]:
    """The drafts of an officer that are not saved, the one that was touched last first."""
    texts = _texts_of(read_beside(texts_beside(app.store.path), app.store.key), app.settings.officer)
    found = [one for place in texts if (one := Keeper(app, place).find())]
    return sorted(found, key=lambda one: one.at.timestamp() if one.at else 0.0, reverse=True)


def how_many_wait(app: Bridge) -> int:
    """How many texts an officer has not finished."""
    return len(_texts_of(read_beside(texts_beside(app.store.path), app.store.key), app.settings.officer))


def place_of(text: str) -> str:
    """Where the draft of a text is kept: the same text has one draft, however often it is pasted."""
    return f"{PLACE} {hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


_Page = tuple[str, str]
"""A text, and what stood around it on its page."""


class Keeper:
    """A draft that is not saved: its text with other texts in a file of their own, its decisions with other drafts.

    The text is written with the first decision; the decisions after every key, beside the screen, the last ones at
    any rate.
    """

    def __init__(self, app: Bridge, place: str = PLACE) -> None:
        self._place = place
        self._texts = texts_beside(app.store.path)
        self._officer = app.settings.officer
        self._key = app.store.key
        self._drafts = Unfinished(app.store.path, self._officer, app.store.clock, self._key)
        self._waiting: Items = ()
        self._written: Items = ()
        self._text: _Page = ("", "")

    def find(self) -> Given | None:
        """The draft that was left, None where there is none that can be read."""
        kept = self._drafts.find(self._place)
        found = _texts_of(read_beside(self._texts, self._key), self._officer).get(self._place)
        if kept is None or found is None:
            return None
        try:
            items = from_text(kept.text)
        except BadInput:
            return None
        text, around = found
        return Given(text, SourceLine(around=around), items, kept.at, self._place) if items else None

    def _keep_text(self, text: _Page) -> None:
        everybody = read_beside(self._texts, self._key)
        mine = {**_texts_of(everybody, self._officer), self._place: text}
        everybody[self._officer] = _as_kept(mine)
        if len(json.dumps(everybody)) > _MOST_KEPT:
            raise BilatError(
                "The draft is not kept until it is saved: too many long texts wait; save one or throw it away."
            )
        try:
            write_beside(self._texts, everybody, self._key)
        except OSError as error:
            raise BilatError(
                f"The draft is not kept until it is saved: {self._texts.name} cannot be written"
                f" ({(error.strerror or type(error).__name__).lower()})."
            ) from error

    def note(self, items: Items, text: str = "", around: str = "") -> None:
        """Remember what is to be written next, and with the first decisions the text and what stood around it."""
        self._text = (text, around) if text else self._text
        self._waiting = () if items is self._written else items

    def write(self) -> None:
        """Write what was noted last, in any thread; what is noted meanwhile is written too.

        Raises:
            BilatError: it cannot be written.
        """
        with _LOCK:
            if self._text[0]:
                self._keep_text(self._text)
                self._text = ("", "")
            while self._waiting:
                items, self._waiting = self._waiting, ()
                self._written = ()  # until these are there, also what was written before them is news
                self._drafts.keep(self._place, to_text(items))
                self._written = items

    def forget(self) -> None:
        """Let go of a draft that was saved or thrown away; the others stay."""
        with _LOCK:
            self._waiting, self._written, self._text = (), (), ("", "")
            self._drafts.forget(self._place)
            everybody = read_beside(self._texts, self._key)
            mine = _texts_of(everybody, self._officer)
            mine.pop(self._place, None)
            everybody[self._officer] = _as_kept(mine)
            if not mine:
                del everybody[self._officer]
            try:
                write_beside(self._texts, everybody, self._key)
            except OSError:  # the decisions are gone, and without them it is not offered again
                return


def _texts_of(everybody: dict[str, Any], officer: str) -> dict[str, _Page]:
    """The texts of an officer by where their drafts are kept; a single text was kept as such before there were more."""
    found = everybody.get(officer)
    if isinstance(found, str):
        return {PLACE: (found, "")}
    if not isinstance(found, dict):
        return {}
    return {place: page for place, kept in found.items() if (page := _page(kept)) is not None}


def _as_kept(pages: dict[str, _Page]) -> dict[str, Any]:
    return {place: [text, around] if around else text for place, (text, around) in pages.items()}


def _page(kept: Any) -> _Page | None:
    """A text as it was kept, alone where nothing stood around it; None where somebody else's hand was in the file."""
    match kept:
        case str():
            return kept, ""
        case [str() as text, str() as around]:
            return text, around
        case _:
            return None
