"""What an officer answers to "Who says so?": a source that is known, or one that saving makes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from db.entry.shapes import quoted
from db.entry.sources import source_from
from db.errors import BadInput
from db.forms.reading import clean
from db.queries.pieces import source_name

if TYPE_CHECKING:
    from db.reader import Reader
    from db.rows import Key

LONGEST = 500  # characters
_SIGN = re.compile(r"\s*src:\s*", re.IGNORECASE)
_SHORTEST = 3  # letters from which a title is completed
_LAST = "\U0010ffff"
_KNOWN = f"""
    SELECT s.id, s.key, {source_name("s")} FROM source s
    WHERE s.merged_into IS NULL AND (s.key = :words OR s.url = :words OR s.title = :words
        OR (s.title = :title AND s.publisher = :publisher))
    ORDER BY CASE WHEN s.key = :words THEN 0 ELSE 1 END, s.id LIMIT 1
"""


class Cited(NamedTuple):
    """A source of a record.

    Attributes:
        source: a draft of it; of a known one only its key.
        told: in words, as "untitled article, known already".
        reprint_of: whom it prints again, "" for nobody.
    """

    source: dict[str, Any]
    told: str
    reprint_of: str = ""


def read_cited(reader: Reader, text: str, of: Key) -> Cited:
    """Read "Joint communiqué/MAP", an address, or the title or key of a source that is in the store.

    Raises:
        BadInput: nothing is named, or the record rests on that source already.
    """
    words = _words(text)
    if not words:
        raise BadInput("Name the source: title/publisher, or an address.")
    if len(words) > LONGEST:
        raise BadInput(f"This has {LONGEST:,} characters at most; r reads a whole text.")
    draft = source_from(words)
    known = _known(reader, words, draft)
    if known is None:
        return Cited(draft, f"new source {quoted(words)}")
    number, key, name = known
    if _cites(reader, number, of):
        raise BadInput(f"{quoted(name)} is a source of it already; name another one.")
    return Cited({"key": key}, f"{name}, known already", _reprinted(reader, number))


def rest_of_title(reader: Reader, text: str) -> str:
    """The letters with which a known title goes on, "" for none."""
    words = _words(text)
    if len(words) < _SHORTEST:
        return ""
    found = reader.value(
        "SELECT title FROM source WHERE title >= :words AND title < :last AND merged_into IS NULL"
        " ORDER BY title LIMIT 1",
        words=words,
        last=words + _LAST,
    )
    return str(found)[len(words) :] if found else ""


def _words(text: str) -> str:
    return " ".join(_SIGN.sub("", clean(text), count=1).split())


def _known(reader: Reader, words: str, draft: dict[str, Any]) -> tuple[Any, ...] | None:
    """The id, key and name of a source by its key, its address, its title, or title and publisher."""
    return reader.one(
        _KNOWN, words=words, title=draft.get("title", words), publisher=draft.get("publisher", "")
    )


def _cites(reader: Reader, number: int, of: Key) -> bool:
    return (
        reader.value(
            "SELECT 1 FROM citation WHERE record_kind = :kind AND record_id = :id AND source_id = :source LIMIT 1",
            kind=of.kind,
            id=int(of.id),
            source=number,
        )
        is not None
    )


def _reprinted(reader: Reader, number: int) -> str:
    found = reader.value(
        f"SELECT {source_name('d')} FROM source s JOIN source d ON d.id = s.duplicate_of WHERE s.id = :id",
        id=number,
    )
    return str(found or "")
