"""The people in a cell: several of them, each with a title before the name, behind it or in brackets."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from db.names import fold
from db.reading.people.offices import offices

MOST = 60  # people in one cell
_PARTED = re.compile(r"\s*(?:[;\n|]|\s&\s|\s\+\s|\s+and\s+|\s+et\s+)\s*")
_BRACKETS = re.compile(r"(.+?)\s*\(([^()]{2,120})\)")
_DASH = re.compile(r"\s+[-–—]\s+")
_WORD = re.compile(r"[^\W\d_]", re.UNICODE)
_SHORT = 2


class Named(NamedTuple):
    """Somebody in a cell.

    Attributes:
        name: in its natural order; "" where only a post stands there.
        post: the title beside it, "" for none.
        printed: both as they stand in the cell.
    """

    name: str
    post: str
    printed: str

    @property
    def folded(self) -> str:
        """The name as it is looked up."""
        return fold(self.name)


@lru_cache(maxsize=20_000)
def people_in(cell: str) -> tuple[Named, ...]:
    """The people that a cell names, in order."""
    return tuple(_person(part) for part in _parts(cell) if _WORD.search(part))[:MOST]


def _parts(cell: str) -> list[str]:
    """The cell cut at signs, and at commas where whole names stand between those; a title keeps its "and"."""
    cut: list[str] = []
    for part in _PARTED.split(cell):
        between = [one.strip() for one in part.split(",") if one.strip()]
        whole = all(len(one.split()) >= _SHORT and not _is_title(one) for one in between)
        cut += between if len(between) > 1 and whole else [part.strip()]
    if len(cut) > 1 and any(len(one.split()) < _SHORT and _all_office(one) for one in cut):
        return [" ".join(cell.split())]  # "Minister of Justice and Security": the "and" is the ministry's
    return [" ".join(one.split()) for one in cut if one]


def _person(text: str) -> Named:
    printed, text = text, _bare(text)
    if match := _BRACKETS.fullmatch(text):
        if _is_title(match[2]):
            return Named(_turned(_bare(match[1])), match[2].strip(), printed)
        if _is_title(match[1]) and not _is_title(match[2]):
            return Named(_turned(_bare(match[2])), match[1].strip(), printed)
    for sign in (_DASH.search(text), re.search(r"\s*,\s*", text)):
        if sign is not None:
            left, right = text[: sign.start()].strip(), text[sign.end() :].strip()
            if _is_title(right) and not _is_title(left):
                return Named(_turned(left), right, printed)
            if _is_title(left) and right and not _is_title(right):
                return Named(_turned(_bare(right)), left, printed)
    post, name = _split(text)
    return Named(_turned(name), post, printed)


def _split(text: str) -> tuple[str, str]:
    """A title before a name: its words are those of offices, up to the last word that is one."""
    words, known = text.split(), offices()
    last, head = 0, False
    for at, word in enumerate(words):
        low = fold(word)
        if low in known.words:
            last, head = at + 1, head or low in known.heads
        elif not low or low in known.small or all(one in known.words | known.small for one in low.split()):
            continue
        else:
            break
    if not head:
        return "", text
    rest = " ".join(words[last:])
    return " ".join(words[:last]), _bare(rest)


def _bare(text: str) -> str:
    """Without "Mr", "H.E." and "Dr." before it."""
    words = text.split()
    while len(words) > 1 and (fold(words[0].replace(".", "")) in offices().honorifics):
        words = words[1:]
    return " ".join(words)


def _is_title(text: str) -> bool:
    known = offices()
    return any(fold(word) in known.heads for word in re.split(r"[\s,/-]+", text))


def _all_office(text: str) -> bool:
    return all(fold(word) in offices().words | offices().small for word in text.split())


def _turned(name: str) -> str:
    """The name in its natural order: "Hammouchi, Abdellatif" is written so for the alphabet's sake."""
    family, comma, given = name.partition(",")
    if not comma or "," in given or not given.strip() or _is_title(given):
        return name.strip(" ,")
    return f"{given.strip()} {family.strip()}"
