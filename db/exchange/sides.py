"""Which countries the title of a calendar entry names: a visit where an arrow stands between two, else the parties."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from db.names import fold
from db.reader import marked

if TYPE_CHECKING:
    from db.reader import Reader

MOST_WORDS = 40  # of a title
LONGEST_NAME = 5  # words
_WORD = re.compile(r"[^\W\d_]+")
_ARROW = re.compile(r"\s*(?:→|->|=>|>)\s*")
_JOINT = re.compile(r"\s*(?:→|->|=>|>|[-–/+&]|,?\s+(?:and|with|et|avec|y|e|con|und|mit|و)\s|,)\s*")
_CALLED_OFF = re.compile(
    r"^\s*(?:cancell?ed|annul[ée]e?|cancelad[oa]|abgesagt|ملغى|ملغي)\s*:\s*", re.IGNORECASE
)
_CODE = re.compile(r"[A-Z]{2,12}", re.ASCII)
# Codes that stand in titles as words too; they count only where they are joined to another country.
_WORDS_TOO = frozenset(
    (
        "AI",
        "AM",
        "AS",
        "AT",
        "BE",
        "CC",
        "CV",
        "DO",
        "HR",
        "ID",
        "IN",
        "IS",
        "IT",
        "ME",
        "MY",
        "NO",
        "PA",
        "PM",
        "PR",
        "SO",
        "TO",
        "TV",
        "VC",
        "WC",
    )
)
_NO_NAMES = frozenset(["reunion"])  # the island is a meeting in French and Spanish titles
_JOINED_AFTER = re.compile(r"\s*(?:[-–/+&]\s*[A-Z]{2,12}(?!\w)|(?:→|->|=>|>)\s*\w)")
_JOINED_BEFORE = re.compile(r"(?:(?<!\w)[A-Z]{2,12}\s*[-–/+&]|\w\s*(?:→|->|=>|>))\s*$")


class Sides(NamedTuple):
    """Who meets.

    Attributes:
        codes: in the order of the title, each once.
        travels: the first one visits the second one.
        rest: the title after them, where it begins with them; else all of it.
    """

    codes: tuple[str, ...]
    travels: bool
    rest: str


class _Found(NamedTuple):
    start: int
    end: int
    code: str


def sides_of(reader: Reader, title: str, *, called_off: bool = False) -> Sides:
    """The countries of a title, by exact name or code; no demonym, since "French" may be a lesson.

    Args:
        reader: of the store.
        title: in one line.
        called_off: the event will not be, which some programs also say before its title.
    """
    if called_off:
        title = _CALLED_OFF.sub("", title)
    words = list(_WORD.finditer(title))[:MOST_WORDS]
    windows = {
        (at, count): title[words[at].start() : words[at + count - 1].end()]
        for at in range(len(words))
        for count in range(1, min(LONGEST_NAME, len(words) - at) + 1)
    }
    known = _known(reader, set(windows.values()))
    found: list[_Found] = []
    at = 0
    while at < len(words):
        for count in range(min(LONGEST_NAME, len(words) - at), 0, -1):
            text = windows[at, count]
            start, end = words[at].start(), words[at + count - 1].end()
            if text in known and _counts(title, start, end):
                found.append(_Found(start, end, known[text]))
                at += count - 1
                break
        at += 1
    codes = tuple(dict.fromkeys(one.code for one in found))
    travels = len(codes) == 2 == len(found) and bool(_ARROW.fullmatch(title[found[0].end : found[1].start]))  # noqa: PLR2004
    return Sides(codes, travels, _rest(title, found))


def _known(reader: Reader, texts: set[str]) -> Mapping[str, str]:
    """The country that each text names: the code in capitals, or a name that begins with one."""
    codes, values = marked("code", sorted(text for text in texts if _CODE.fullmatch(text)))
    found = {}
    if values:
        found = {
            code: code
            for (code,) in reader.all(f"SELECT code FROM country WHERE code IN ({codes})", **values)
        }
    named = {text: fold(text) for text in texts if not text[0].islower()}
    marks, values = marked("name", sorted(set(named.values()) - {""} - _NO_NAMES))
    if not values:
        return found
    rows = reader.all(
        "SELECT n.folded, n.country FROM country_name n JOIN country c ON c.code = n.country"
        f" WHERE n.folded IN ({marks}) AND n.kind IN ('official', 'short', 'former') AND c.valid_to = ''"
        " ORDER BY n.country",
        **values,
    )
    several: dict[str, set[str]] = {}
    for name, code in rows:
        several.setdefault(name, set()).add(code)
    sure = {name: min(codes) for name, codes in several.items() if len(codes) == 1}
    return {text: sure[name] for text, name in named.items() if name in sure and len(text) > 2} | found  # noqa: PLR2004


def _counts(title: str, start: int, end: int) -> bool:
    """Whether what looks like a code is one: not "IT", nor any word of a title that is all in capitals."""
    text = title[start:end]
    if not _CODE.fullmatch(text):
        return True
    joined = _JOINED_AFTER.match(title, end) or _JOINED_BEFORE.search(title[:start])
    return bool(joined) or (text not in _WORDS_TOO and (title != title.upper() or len(text) > 2))  # noqa: PLR2004


def _rest(title: str, found: list[_Found]) -> str:
    """What follows countries that are joined at the beginning of a title."""
    at = 0
    for number, one in enumerate(found):
        joint = title[at : one.start]
        if not (_JOINT.fullmatch(joint) if number else not joint.strip()):
            break
        at = one.end
    if at == 0 or (len(found) == 1 and at == len(title)):
        return title
    return title[at:].strip(" ·:,;-–")
