"""How a written word sounds, roughly: consonants in a few classes, vowels as what is heard between them.

A sound is a string: small letters are consonants, capitals are vowels, "?" is a vowel that nobody wrote.
The classes are as coarse as transliteration is: b/p, k/q/g/gh, h/kh, s/z/ts, f/v, x for sh/ch/tch, j for dj/zh.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from db.names.fold import fold

# What a fold would turn into the plain letter, though it is heard differently.
_LETTERS = str.maketrans(
    {
        "š": "sh", "ş": "sh", "ș": "sh", "č": "ch", "ć": "ch", "ž": "zh", "ż": "zh", "ǧ": "j", "ţ": "ts", "ț": "ts",
        "ḫ": "kh", "ẖ": "kh", "ġ": "gh", "ṯ": "th", "ḏ": "dh", "ç": "5", "ß": "ss", "ł": "l", "đ": "d",
    }
)  # fmt: skip

_LATIN = (
    (r"shch|chtch|schtsch|tsch|tch|tsh|sch|sh|ch|cz|sz", "x"),
    (r"dsch|dzh|dj|zh|j", "j"),
    (r"ph|f|v", "f"),
    (r"kh|h", "h"),
    (r"gh|gu(?=[eiy])|ck|qu|[kqg]", "k"),
    (r"dz|ts|tz|sc(?=[eiy])|c(?=[eiy])|[sz5]", "s"),
    (r"c", "k"),
    (r"x", "ks"),
    (r"dh|d(?!t)", "d"),
    (r"th|dt|t", "t"),
    (r"[bp]", "b"),
    (r"^rh|r", "r"),
    (r"[lmn]", ""),
    (r"ou|oo|w", "U"),
    (r"[aeiou]", ""),
    (r"y", "I"),
)
"""Letters and their sound, the longest first; "" stands for the letter itself."""

# Other habits of spelling, each as what would be written in its place elsewhere.
_HABITS: tuple[tuple[tuple[str, str], ...], ...] = (
    ((r"g(?!h)", "j"),),  # Gamal in Cairo, Gerges and Gilles
    ((r"(?<!s)ch", "kh"), (r"j", "y"), (r"w", "v")),  # German and Slavic: Chalid, Jelzin, Wladimir
    ((r"sch", "zh"), (r"(?<!s)ch", "kh"), (r"j", "y"), (r"w", "v")),  # German: Breschnew
    ((r"j|g(?=[ei])", "h"),),  # Spanish: Jalid
    ((r"c(?![hk])", "j"), (r"5", "sh")),  # Turkish: Cemal
    ((r"5", "sh"),),
    ((r"(?<![kgdtpscz])h", "g"),),  # Ukrainian: Serhiy, Oleh
    ((r"^[yj]e", "e"),),  # Yeltsin is Eltsine too
    ((r"[td]h", "s"),),  # Othman is Osman, Kadhafi has a z elsewhere
    ((r"^rh", "gh"),),  # Rharbi is Gharbi
    ((r"x", "sh"),),  # Portuguese, Chinese
    ((r"ch(?=[rl])", "k"),),  # Christopher
)

_ARABIC = {
    "ب": "b", "پ": "b", "ت": "t", "ط": "t", "ث": "t", "ج": "j", "ژ": "j", "چ": "x", "ح": "h", "خ": "h", "ه": "h",
    "د": "d", "ض": "d", "ذ": "d", "ظ": "d", "ر": "r", "ز": "s", "س": "s", "ص": "s", "ش": "x", "غ": "k", "ق": "k",
    "ك": "k", "ک": "k", "گ": "k", "ڭ": "k", "ف": "f", "ڤ": "f", "ڥ": "f", "ل": "l", "م": "m", "ن": "n",
    "ا": "A", "أ": "A", "إ": "A", "آ": "A", "ٱ": "A", "ى": "A", "ة": "A", "ع": "?", "ء": "?", "ئ": "?", "ؤ": "U",
    "و": "U", "ي": "I", "ی": "I",
}  # fmt: skip
_ARABIC_OTHERWISE = {"ث": "s", "ذ": "s", "ظ": "s", "ض": "s"}

_CYRILLIC = {
    "а": "A", "б": "b", "в": "f", "г": "k", "ґ": "k", "д": "d", "е": "E", "є": "E", "ё": "O", "ж": "j", "з": "s",
    "и": "I", "і": "I", "ї": "I", "й": "I", "к": "k", "л": "l", "м": "m", "н": "n", "о": "O", "п": "b", "р": "r",
    "с": "s", "т": "t", "у": "U", "ў": "U", "ф": "f", "х": "h", "ц": "s", "ч": "x", "ш": "x", "щ": "x", "ъ": "",
    "ы": "I", "ь": "", "э": "E", "ю": "U", "я": "A", "ђ": "j", "ј": "I", "љ": "l", "њ": "n", "ћ": "x", "џ": "j",
}  # fmt: skip
_SOFT = frozenset("ёюяїєй")  # begin with a y where they begin a word

_GREEK = {
    "α": "A", "β": "f", "γ": "k", "δ": "d", "ε": "E", "ζ": "s", "η": "I", "θ": "t", "ι": "I", "κ": "k", "λ": "l",
    "μ": "m", "ν": "n", "ξ": "ks", "ο": "O", "π": "b", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "I", "φ": "f",
    "χ": "h", "ψ": "bs", "ω": "O",
}  # fmt: skip
_GREEK_PAIRS = (
    ("τσ", "σ"),
    ("τζ", "ζ"),
    ("ου", "ω"),
    ("μπ", "π"),
    ("γκ", "κ"),
    ("γγ", "κ"),
    ("ευ", "εβ"),
    ("αυ", "αβ"),
)

_DOUBLED = re.compile(r"([a-z])\1+")


def script_of(word: str) -> str:
    """Arabic, Cyrillic or Greek by the first letter that tells; else Latin, into which the rest is folded."""
    for char in word:
        for name, letters in (("Arabic", _ARABIC), ("Cyrillic", _CYRILLIC), ("Greek", _GREEK)):
            if char in letters:
                return name
    return "Latin"


def plain_letters(word: str) -> str:
    """A small-lettered Latin word in a to z, what its accents change in the sound spelt out."""
    if word.isascii():
        return word
    return "".join(
        char if char.isascii() else fold(char).replace(" ", "") for char in word.translate(_LETTERS)
    )


def sounds_of(word: str, script: str) -> Iterator[str]:
    """Every way in which a word may sound, the plainest first; `word` is small-lettered, without marks."""
    if script == "Arabic":
        yield from _arabic(word)
    elif script == "Cyrillic":
        yield from _cyrillic(word)
    elif script == "Greek":
        for pair, sound in _GREEK_PAIRS:
            word = word.replace(pair, sound)
        yield _finished("".join(_GREEK.get(char, "") for char in word))
    else:
        yield from _latin(plain_letters(word))


def _latin(word: str) -> Iterator[str]:
    yield _finished(_read(word))
    for habit in _habits():
        other = word
        for letters, instead in habit:
            other = letters.sub(instead, other)
        if other != word:
            yield _finished(_read(other))


@lru_cache(1)
def _habits() -> tuple[tuple[tuple[re.Pattern[str], str], ...], ...]:
    return tuple(tuple((re.compile(letters), instead) for letters, instead in habit) for habit in _HABITS)


def _read(word: str) -> str:
    begin = _glide(word)
    scanner = _scanner()
    heard = []
    for match in scanner.finditer(word, 1 if begin else 0):
        sound = _LATIN[int((match.lastgroup or "s0")[1:])][1] or match.group()
        heard.append(sound.upper() if sound in "aeiou" else sound)
    return begin + "".join(heard)


def _glide(word: str) -> str:
    """The w of Ouahbi and Wahbi, the y of Youssef and Iassine; "" where a word begins otherwise."""
    if re.match(r"w|o?u[aei]", word):
        return "w"
    return "y" if re.match(r"y|i[aeou]", word) else ""


@lru_cache(1)
def _scanner() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<s{number}>{letters})" for number, (letters, _) in enumerate(_LATIN)))


def _arabic(word: str) -> Iterator[str]:
    word = word.replace("تش", "چ")
    begin = {"و": "w", "ي": "y", "ی": "y"}.get(word[:1], "")
    rest = word[1:] if begin and len(word) > 1 else word
    yield _unvoiced(begin, rest, _ARABIC)
    if any(char in _ARABIC_OTHERWISE for char in word):
        yield _unvoiced(begin, rest, _ARABIC | _ARABIC_OTHERWISE)


def _unvoiced(begin: str, rest: str, letters: dict[str, str]) -> str:
    """Between two consonants stands a vowel that may not be written; a doubled letter is not written either."""
    sounds = [begin] if begin else []
    for char in rest:
        sound = letters.get(char, "")
        if sounds and sound.islower() and sounds[-1][-1:].islower():
            sounds.append("?")
        sounds.append(sound)
    heard = "".join(sounds)
    if heard.endswith("h"):
        return heard[:-1] if heard[-2:-1].isupper() else f"{heard[:-1].rstrip('?')}?"
    return heard


def _cyrillic(word: str) -> Iterator[str]:
    word = word.replace("дж", "џ")
    heard = "".join(_CYRILLIC.get(char, "") for char in word)
    if word[:1] in _SOFT:
        yield _finished(f"y{heard}")
    elif word[:1] == "е":
        yield _finished(heard)
        yield _finished(f"y{heard}")
    else:
        yield _finished(heard)
    if "г" in word:
        yield _finished("".join("h" if char == "г" else _CYRILLIC.get(char, "") for char in word))


def _finished(heard: str) -> str:
    """Doubled consonants are one; an h after the last vowel is not heard."""
    heard = _DOUBLED.sub(r"\1", heard)
    return heard[:-1] if heard.endswith("h") and heard[-2:-1].isupper() else heard
