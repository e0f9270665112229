"""Topics by code, by any alias in any language, or by a beginning that only one of them has."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db.entry.people import AFTER
from db.entry.shapes import listed, quoted
from db.names import fold

if TYPE_CHECKING:
    from db.reader import Reader

MOST = 200  # aliases that begin alike


class Topic(NamedTuple):
    """A topic of the store."""

    code: str
    label: str


class Topics:
    """The topics of a store, read when the first is asked for: they are few."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._labels: dict[str, str] | None = None

    @property
    def labels(self) -> dict[str, str]:
        """Label by code, retired topics left out."""
        if self._labels is None:
            rows = self._reader.all("SELECT code, label FROM topic WHERE NOT retired ORDER BY code")
            self._labels = dict(rows)
        return self._labels

    def matching(self, words: str) -> tuple[list[str], list[str]]:
        """Codes of topics that are called so, and of those for which a name or code begins so."""
        low = fold(words)
        if not low:
            return [], list(self.labels)
        names = [(fold(code), code) for code in self.labels]
        names += [(fold(label), code) for code, label in self.labels.items()]
        names += self._reader.all(
            "SELECT folded, topic FROM topic_alias WHERE folded >= :low AND folded < :high"
            " ORDER BY folded LIMIT :limit_",
            low=low,
            high=low + AFTER,
            limit_=MOST,
        )
        exact = dict.fromkeys(code for name, code in names if name == low and code in self.labels)
        begin = dict.fromkeys(code for name, code in names if name.startswith(low) and code in self.labels)
        return list(exact), list(begin)

    def read(self, words: str) -> tuple[Topic | None, str]:
        """The topic that is meant, or a sentence that says why none is."""
        exact, begin = self.matching(words) if fold(words) else ([], [])
        coded = [code for code in exact if fold(code) == fold(words)]
        found = coded or exact or begin
        if len(found) == 1:
            return Topic(found[0], self.labels[found[0]]), ""
        if found:
            choices = listed([f"#{code} ({self.labels[code]})" for code in found])
            return None, f"{quoted(words)} could be several topics: write {choices}."
        examples = listed([f"#{code} ({self.labels[code]})" for code in self.labels], most=3)
        said = f"{quoted(words)} is not a topic" if words else "A topic is missing here"
        return None, f"{said}; write a code or a name of one, such as {examples}."
