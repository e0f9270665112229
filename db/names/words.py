"""A name cut into the words that tell people apart: no titles, articles or "son of", and Abd el Latif as one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from db.names.fold import fold
from db.names.particles import (
    ARABIC_TITLES,
    ARTICLES,
    DOTTED_TITLES,
    LIKE_NEXT,
    OF_FAITH,
    OF_GOD,
    PARTICLES,
    SERVANTS,
    SHORT_FORMS,
    SONS,
    SUFFIXES,
    TITLES,
)
from db.names.sounds import plain_letters, script_of, sounds_of

LONGEST = 200  # characters of a name that are looked at
MOST_WORDS = 10
_ABBREVIATION = 3  # letters before a full stop: "Abd.", "Yu."
_ARTICLE_AND_NAME = 6  # letters from which the El of Elouali is taken for an article
_VOWELS = {"A": 1, "E": 3, "I": 2, "O": 4, "U": 4, "?": 7}

_MARIA = re.compile(r"\bM\.?ª\.?")
_MARKS = re.compile("[\u0640\u064b-\u065f\u0670'`´ʹʻʼʽʾʿˈ‘’′]")
_CUT = re.compile(r"[\s\-–—‐‑/_,;:·]+")


class Reading(NamedTuple):
    """A word as it may sound.

    Attributes:
        key: its consonants, an "a" in front where it begins with a vowel.
        vowels: what stands before, between and after the consonants, a bit each for a, i and u; 0 for nothing.
        end: the vowel with which it ends, likewise.
    """

    key: str
    vowels: tuple[int, ...]
    end: int = 0


class Word(NamedTuple):
    """One of the names that a name is made of.

    Attributes:
        text: folded.
        letters: in its own script, without marks.
        readings: every way in which it may sound, the plainest first.
        short: an initial or an abbreviation.
        script: Latin, Arabic, Cyrillic or Greek.
        son_of: "ben", "bin" or the like stands in front.
    """

    text: str
    letters: str
    readings: tuple[Reading, ...]
    short: bool = False
    script: str = "Latin"
    son_of: bool = False

    @property
    def key(self) -> str:
        """The consonants of the plainest reading."""
        return self.readings[0].key if self.readings else ""


class _Piece(NamedTuple):
    text: str  # small-lettered
    dotted: bool
    capital: bool


@lru_cache(4_096)
def words_of(name: str) -> tuple[Word, ...]:
    """The words of a name, in its order, the given name first where a comma says which that is."""
    name = re.sub(r"\([^)]*\)", " ", name[:LONGEST])
    before, comma, after = name.partition(",")
    if comma and after.strip():
        name = f"{after} {before}"
    while match := DOTTED_TITLES.match(name):
        name = name[match.end() :].lstrip(" .")
    name = _MARKS.sub("", unicodedata.normalize("NFKC", _MARIA.sub("María ", name)))
    return tuple(_joined(_untitled(list(_pieces(name))[: 2 * MOST_WORDS])))[:MOST_WORDS]


def joined(one: Word, other: Word) -> Word:
    """Two words written as one: the Jin and ping of Jinping."""
    return _word(one.letters + other.letters, one.script)


def _pieces(name: str) -> Iterator[_Piece]:
    for part in _CUT.split(name):
        # A full stop ends an initial, also where the next one follows at once: A.R. Hammouchi.
        for match in re.finditer(r"([^.]+)(\.?)", part):
            text = "".join(char for char in match[1].lower() if char.isalnum() or unicodedata.combining(char))
            if any(char.isalpha() for char in text):
                yield _Piece(unicodedata.normalize("NFC", text), bool(match[2]), match[1][:1].isupper())


def _untitled(pieces: list[_Piece]) -> list[_Piece]:
    """Without titles; something always stays."""
    while len(pieces) > 1 and _is_title(pieces[0], len(pieces)):
        pieces = pieces[1:]
    while len(pieces) > 2 and fold(pieces[-1].text) in SUFFIXES:  # noqa: PLR2004 - a name and a surname stay
        pieces = pieces[:-1]
    return pieces


def _is_title(piece: _Piece, count: int) -> bool:
    if piece.text in ARABIC_TITLES:
        return True
    word = fold(piece.text)
    if len(word) == 1:  # "M. Hammouchi" and "D. Romann" are read as initials
        return word in {"m", "d"} and piece.dotted and count > 2  # noqa: PLR2004
    return word in TITLES


def _joined(pieces: list[_Piece]) -> Iterator[Word]:
    """Words, with Abd and what follows as one, and articles, particles and fathers left out."""
    lead, servant, son = "", "", False
    held: tuple[str, str, bool, str, str] | None = None
    for number, piece in enumerate(pieces):
        script = script_of(piece.text)
        text = plain_letters(piece.text) if script == "Latin" else piece.text
        rest = pieces[number + 1 :]
        following = plain_letters(rest[0].text) if rest and script == "Latin" else ""
        if rest and (SERVANTS.fullmatch(text) or text == "عبد"):
            servant = "abd" if script == "Latin" else "عبد"
        elif (
            held and not servant and not piece.dotted and (OF_FAITH.fullmatch(text) or OF_GOD.fullmatch(text))
        ):
            held = (held[0] + ("e" if script == "Latin" else "") + _core(text, script), *held[1:4], "")
            lead, servant, son = "", "", False
        elif rest and _drops(piece, text, following, servant):
            son = son or text in SONS
            lead += text
        else:
            if held:
                yield _word(*held)
            held = None
            if len(text) == 1 or (piece.dotted and len(text) <= _ABBREVIATION):
                yield _short(text, script)
            else:
                core = _core(text, script) if servant else text
                bare = "" if servant or script != "Latin" else fold(piece.text).replace(" ", "")
                held = (servant + core, script, son, "" if servant else lead, bare)
            lead, servant, son = "", "", False
    if held:
        yield _word(*held)


def _drops(piece: _Piece, text: str, following: str, servant: str) -> bool:
    """Whether a piece only joins others: an article, a particle, a "son of"."""
    if piece.dotted or (len(text) == 1 and piece.capital):
        return False
    if text in ARTICLES or text in SONS or text in PARTICLES:
        return True
    match = LIKE_NEXT.fullmatch(text)
    return bool(match and following.startswith(match[1])) or (bool(servant) and bool(match))


def _core(text: str, script: str) -> str:
    """What follows an article that was written together with it."""
    if script == "Arabic":
        return text[2:] if text.startswith("ال") and len(text) > 3 else text  # noqa: PLR2004
    match = re.match(r"(?:ou|[aeou])(?=(dd|ll))", text)
    return text[match.end() + 1 :] if match else text


def _short(text: str, script: str) -> Word:
    return Word(fold(text), text, _readings(text, script), short=True, script=script)


@lru_cache(16_384)
def _word(text: str, script: str, son_of: bool = False, lead: str = "", bare: str = "") -> Word:
    """A word; `lead` is what was left out in front of it, `bare` the letters without what their accents say."""
    text = SHORT_FORMS.get(text, text)
    spelt = [text, *_without_article(text, script)]
    if script == "Arabic" or text.startswith("abd"):
        spelt.reverse()  # there the article is certain
    if lead:
        spelt.append(lead + text)
    if bare:
        spelt.append(bare)  # Cavusoglu for Çavuşoğlu
    found = dict.fromkeys(reading for one in spelt for reading in _readings(one, script))
    return Word(fold(text).replace(" ", ""), text, tuple(found), script=script, son_of=son_of)


def _without_article(text: str, script: str) -> Iterable[str]:
    if script == "Arabic":
        if text.startswith("عبدال"):
            return (f"عبد{text[5:]}",)
        return (text[2:],) if text.startswith("ال") and len(text) > 3 else ()  # noqa: PLR2004
    if script == "Latin" and len(text) >= _ARTICLE_AND_NAME:
        if match := re.match(r"abd(?:ou|[aeou])(?:l|(?=([rsnzdt])\1))", text):
            return (f"abd{text[match.end() :]}",)
        if match := re.match(r"[ae]l|e(?=([rstndz])\1)", text):
            return (text[match.end() :],)
    return ()


def _readings(text: str, script: str) -> tuple[Reading, ...]:
    found = [_reading(sound) for sound in sounds_of(text, script)]
    first = found[0] if found else Reading("", (0,))
    # Two consonants at the beginning are spoken, and often written, with a vowel before them: Driss is Idriss.
    if script == "Latin" and len(first.key) > 1 and first.key[0] not in "awy" and not first.vowels[1]:
        found.append(first._replace(key=f"a{first.key}", vowels=(_VOWELS["?"], *first.vowels[1:])))
    return tuple(dict.fromkeys(found))


def _reading(sound: str) -> Reading:
    key, vowels = "", [0]
    for char in sound:
        if char in _VOWELS:
            key = key or "a"
            vowels[-1] |= _VOWELS[char]
        else:
            key += char
            vowels.append(0)
    return Reading(key, tuple(vowels), _VOWELS.get(sound[-1:], 0))
