"""How the filter of one list is read and completed; the language itself is imported with the first letter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from db.errors import BilatError
from tui.veil import veil

if TYPE_CHECKING:
    from db.filtering import Asking, Filter, Offer, Subject
    from db.reader import Reader
    from tui.bridge import Bridge

_NOWHERE = "qzxqzxqzx"  # a word that begins none


class Language:
    """What a list makes of a text."""

    def __init__(self, app: Callable[[], Bridge], *subjects: Subject) -> None:
        """A language.

        Args:
            app: whose store and day it is.
            *subjects: what the lines of the list are.
        """
        self._app = app
        self._subjects: Sequence[Subject] = subjects
        self._read: Filter | None = None

    def read(self, text: str) -> Filter:
        """The text as a filter; read once, until `forget`.

        Raises:
            BilatError: the store cannot be read.
        """
        if self._read is None or self._read.text != text:
            self._read = self._as_filter(text)
        return self._read

    def offers(self, text: str, at: int) -> list[Offer]:
        """What could stand at the cursor, the likeliest first; nothing where the store cannot be read."""
        from db.filtering import complete  # noqa: PLC0415 - likewise

        try:
            found = self._app().read(lambda reader: complete(text, at, self._subjects, self._asking(reader)))
            return [one for one in found if not veil.tells(f"{one.text}\n{one.says}")]
        except BilatError:
            return []

    def warm(self) -> None:
        """Have the language at hand before the first letter is typed."""
        import db.filtering  # noqa: PLC0415, F401 - not needed for the first screen

    def unfindable(self) -> Filter:
        """A filter that has everything looked through and keeps none of it.

        Raises:
            BilatError: the store cannot be read.
        """
        return self._as_filter(_NOWHERE)

    def forget(self) -> None:
        """The store or the day has changed, so the same text may mean something else."""
        self._read = None

    def _as_filter(self, text: str) -> Filter:
        from db.filtering import read_filter  # noqa: PLC0415 - not needed for the first screen

        return self._app().read(lambda reader: read_filter(text, self._subjects, self._asking(reader)))

    def _asking(self, reader: Reader) -> Asking:
        from db.filtering import Asking  # noqa: PLC0415 - likewise

        app = self._app()
        return Asking(reader, app.today(), app.store.officer, day_first=app.settings.day_first)
