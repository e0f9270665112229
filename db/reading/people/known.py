"""What the store knows of the people and the texts that a reading meets: found by exact names, never by likeness."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from db.names import fold
from db.reader import marked

if TYPE_CHECKING:
    from db.reader import Reader

_MOST_AT_ONCE = 400  # names asked for in one statement
_LONGEST_NAME = 5  # words
_MOST_NAMES = 4_000  # of a text
_NAME = re.compile(
    r"[^\W\d_a-z][\w'’-]+(?:[ \u00a0](?:(?:de|la|del|bin|ben|al|el|van|von"
    r"|der)[ \u00a0]){0,2}[^\W\d_a-z][\w'’-]+){1,7}"
)


class KnownOfficial(NamedTuple):
    """An official of the store whose name the text holds."""

    number: int
    name: str
    country: str


def officials_in(reader: Reader, text: str) -> dict[str, KnownOfficial]:
    """Officials of the store by the folded names under which a text names them; namesakes are left out."""
    found: dict[str, list[KnownOfficial]] = {}
    wanted = sorted(_names_in(text) - {""})
    for start in range(0, len(wanted), _MOST_AT_ONCE):
        for folded, number, name, country in _rows(reader, wanted[start : start + _MOST_AT_ONCE]):
            found.setdefault(folded, []).append(KnownOfficial(number, name, country))
    return {folded: several[0] for folded, several in found.items() if len(several) == 1}


def _names_in(text: str) -> set[str]:
    """What may be a name, folded: neighbouring capitals."""
    names: set[str] = set()
    for run in dict.fromkeys(match.group() for match in _NAME.finditer(text)):
        words = run.split()
        for first in range(len(words) - 1):
            lasts = range(first + 2, min(first + _LONGEST_NAME, len(words)) + 1)
            names.update(fold(" ".join(words[first:last])) for last in lasts)
        if len(names) > _MOST_NAMES:
            return names
    return names


def _rows(reader: Reader, names: Iterable[str]) -> Sequence[tuple[Any, ...]]:
    marks, values = marked("n", names)
    return reader.all(
        "SELECT DISTINCT n.folded, o.id, o.name, COALESCE(o.country, '') FROM official_name n"
        " JOIN official o ON o.id = n.official_id AND o.merged_into IS NULL"
        f" WHERE n.folded IN ({marks}) AND n.kind <> 'weak'",
        **values,
    )


def body_of(text: str) -> str:
    """A text as it is compared: however it was wrapped, spaced, quoted or ended, it is the same."""
    return " ".join(_SET_ASIDE.sub("", text.replace("\ufeff", "")).split())


VOWELS = "[\u0640\u064b-\u0652\u0670]"
"""Signs of Arabic that say how a word sounds, or only make it longer."""
_SET_ASIDE = re.compile(rf"^(?:>[ \t]?)+|{VOWELS}+", re.MULTILINE)


@lru_cache(maxsize=1)
def digest(text: str) -> str:
    """The SHA-256 of a text as it is compared; one text is asked for at every visit of its draft."""
    return hashlib.sha256(body_of(text).encode("utf-8", "surrogatepass")).hexdigest()


def source_of(reader: Reader, text: str) -> str:
    """The key of the source that holds the same text; "" for none."""
    exact = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    key = reader.value(
        "SELECT key FROM source WHERE (body_sha256 IN (:exact, :same) OR key = :key) AND merged_into IS NULL"
        " ORDER BY id LIMIT 1",
        exact=exact,
        same=digest(text),
        key=digest(text)[:16],
    )
    return str(key or "")
