"""Where a spelling or a post held is known from: a source by its title, its publisher or its key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from db.entry.shapes import listed, quoted
from db.errors import BadInput
from db.forms.parts import grammar
from db.forms.parts.grammar import Piece
from db.merged import standing
from db.names import fold
from db.rows import Key

if TYPE_CHECKING:
    from db.reader import Reader

RECENT = 300  # sources that are found by their publisher or by other letters; an older one has its title and its key
SOURCE = "u.id, u.key, u.title, u.publisher"
"""The columns of an `Origin`."""


class Origin(NamedTuple):
    """A source that a line names."""

    number: int
    key: str
    title: str = ""
    publisher: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """What it may be called, the plainest first; the key is its own."""
        return tuple(filter(None, (self.title, self.publisher, self.key)))

    @property
    def told(self) -> str:
        """Where that is, in words."""
        told = ", ".join(filter(None, (self.title, self.publisher)))
        return f"source {told or self.key}"


class Origins:
    """The sources of a store by what a line calls them; each name is looked up once."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._found: dict[str, list[Origin]] = {}
        self._latest: list[Origin] | None = None

    def read(self, piece: Piece, before: Origin | None) -> Origin:
        """The source that a piece of a line names; `before` is one that the line named already.

        Raises:
            BadInput: no source is called so, or several are, or the line names two.
        """
        if before is not None:
            raise BadInput("The line says the source twice; write one of them.")
        if not piece.text.strip() and not piece.quoted:
            raise BadInput("Something is missing behind source:.")
        found = self.called(piece.text)
        if not found:
            raise BadInput(
                f"No source is called {quoted(piece.text)}; write the title, the publisher or the key of one"
                " that is in the store."
            )
        if len(found) > 1:
            keys = listed([quoted(one.key) for one in found])
            raise BadInput(f"{quoted(piece.text)} is {len(found)} sources; write the key of one: {keys}.")
        return found[0]

    def called(self, text: str) -> list[Origin]:
        """The sources of a name: of that key, else of that title, else of those letters in any writing."""
        if text not in self._found:
            self._found[text] = self._by_key(text) or self._titled(text) or self._alike(text)
        return self._found[text]

    def _by_key(self, text: str) -> list[Origin]:
        """The source of a key; the key of one that was merged leads to the one that stands."""
        number = self._reader.value("SELECT id FROM source WHERE key = :key", key=text)
        if number is None:
            return []
        stands = standing(self._reader, Key("source", str(number)))
        return self._where("u.id = :id", id=int(stands.id))

    def _titled(self, text: str) -> list[Origin]:
        return self._where("u.title = :title AND u.merged_into IS NULL", title=text) if text else []

    def _where(self, condition: str, **values: Any) -> list[Origin]:
        rows = self._reader.all(
            f"SELECT {SOURCE} FROM source u WHERE {condition} ORDER BY u.id LIMIT 9", **values
        )
        return [Origin(*row) for row in rows]

    def _alike(self, text: str) -> list[Origin]:
        low = fold(text)
        if self._latest is None:
            rows = self._reader.all(
                f"SELECT {SOURCE} FROM source u WHERE u.merged_into IS NULL ORDER BY u.id DESC LIMIT :limit_",
                limit_=RECENT,
            )
            self._latest = [Origin(*row) for row in rows]
        return [one for one in self._latest if low and low in {fold(name) for name in one.names}]


def origin_text(one: Origin | None, origins: Origins) -> str:
    """The piece of a line that names a source and no other."""
    if one is None:
        return ""
    names = [name for name in one.names if [found.number for found in origins.called(name)] == [one.number]]
    return f"source: {grammar.value(names[0] if names else one.key)}"
