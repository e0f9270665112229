"""A name of another script in Latin letters, so that it can be read aloud: ours, and always marked as ours.

Arabic writes no short vowels. Common parts of names are known whole; of the rest the vowels that a reader would
put in are put in. This is a help to the eye and never matched, stored or exported.
"""

from __future__ import annotations

import re
import unicodedata

_ARABIC = re.compile("[\u0600-\u06ff]")
_MARKS = dict.fromkeys((1600, 1648, *range(1611, 1632)))
_ARTICLE = "ال"

_KNOWN = {
    "محمد": "Mohammed", "أحمد": "Ahmed", "محمود": "Mahmoud", "حامد": "Hamed", "حمد": "Hamad", "عبد": "Abd",
    "عبدالله": "Abdullah", "الله": "Allah", "علي": "Ali", "حسن": "Hassan", "حسين": "Hussein", "عمر": "Omar",
    "عثمان": "Othman", "يوسف": "Youssef", "إبراهيم": "Ibrahim", "ابراهيم": "Ibrahim", "خالد": "Khalid",
    "سعيد": "Said", "سعد": "Saad", "مصطفى": "Mustafa", "عبدو": "Abdou", "فاطمة": "Fatima", "عائشة": "Aisha",
    "مريم": "Maryam", "نور": "Nour", "بن": "bin", "ابن": "ibn", "بنت": "bint", "أبو": "Abu", "ابو": "Abu",
    "آل": "Al", "سالم": "Salem", "جاسم": "Jassim", "ناصر": "Nasser", "طارق": "Tariq", "كريم": "Karim",
    "جمال": "Jamal", "حسام": "Hussam", "هشام": "Hisham", "زين": "Zayn", "سليمان": "Sulayman", "داود": "Dawud",
    "موسى": "Musa", "عيسى": "Issa", "يحيى": "Yahya", "إسماعيل": "Ismail", "رشيد": "Rashid", "مبارك": "Mubarak",
    "خليفة": "Khalifa", "حمزة": "Hamza", "طه": "Taha", "أمين": "Amin", "فؤاد": "Fuad", "ملك": "Malik",
}  # fmt: skip
_CONSONANTS = {
    "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z",
    "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "غ": "gh", "ف": "f", "ق": "q", "ك": "k",
    "ل": "l", "م": "m", "ن": "n", "ه": "h", "پ": "p", "چ": "ch", "ژ": "zh", "گ": "g", "ڤ": "v", "ک": "k",
}  # fmt: skip
_VOWELS = {"ا": "a", "أ": "a", "إ": "i", "آ": "a", "ى": "a", "ة": "a", "ع": "a", "ئ": "i", "ؤ": "u", "ء": ""}
_SOUNDED = {"a", "i", "u"}
_LONG_A = ("ا", "ة", "ى")
_AYN = "ع"
_MOST_TOGETHER = 2
_GLIDES = {"و": ("w", "u"), "ي": ("y", "i"), "ی": ("y", "i")}  # a consonant beside a vowel, else a vowel

_CYRILLIC = dict(
    zip(
        "абвгдежзийклмнопрстуфцчыэіїґє",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "zh",
            "z",
            "i",
            "y",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "ts",
            "ch",
            "y",
            "e",
            "i",
            "yi",
            "g",
            "ye",
        ],
        strict=True,
    )
)
_CYRILLIC |= {"х": "kh", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu", "я": "ya", "ё": "yo", "ў": "u"}
_CYRILLIC |= {"ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "ђ": "dj", "џ": "dz", "ѓ": "gj", "ќ": "kj", "ѕ": "dz"}
_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        [
            "a",
            "v",
            "g",
            "d",
            "e",
            "z",
            "i",
            "th",
            "i",
            "k",
            "l",
            "m",
            "n",
            "x",
            "o",
            "p",
            "r",
            "s",
            "s",
            "t",
            "y",
            "f",
            "ch",
            "ps",
            "o",
        ],
        strict=True,
    )
)
_GREEK_PAIRS = {
    "ου": "ou",
    "αυ": "av",
    "ευ": "ev",
    "γγ": "ng",
    "γκ": "gk",
    "γχ": "nch",
    "μπ": "mp",
    "ντ": "nt",
}


def latin(text: str) -> str:
    """A name in Latin letters: what is Latin already stays as it is."""
    return " ".join(map(_word, text.split()))


def is_latin(text: str) -> bool:
    """Whether a name can be read by whoever reads Latin letters only."""
    return all(not char.isalpha() or unicodedata.name(char, "").startswith("LATIN") for char in text)


def _word(word: str) -> str:
    if is_latin(word):
        return word
    if _ARABIC.search(word):
        return _arabic(unicodedata.normalize("NFC", word).translate(_MARKS))
    return "-".join(map(_letters, word.split("-")))


def _arabic(word: str) -> str:
    if word in _KNOWN:
        return _KNOWN[word]
    if word.startswith(_ARTICLE) and len(word) > len(_ARTICLE) + 1:
        return f"al-{_arabic(word.removeprefix(_ARTICLE))}"
    if word.startswith("عبدال"):
        return f"Abd al-{_arabic(word.removeprefix('عبدال'))}"
    sounds: list[str] = []
    for at, char in enumerate(word):
        after_a_vowel = bool(sounds) and sounds[-1] in _SOUNDED
        if char in _GLIDES:
            consonant, vowel = _GLIDES[char]
            following = word[at + 1 : at + 2]
            glides = at == 0 or following in _LONG_A or (after_a_vowel and following and word[at - 1] != _AYN)
            sounds.append(consonant if glides else vowel)
        elif not (after_a_vowel and char in (_AYN, "ا")):
            sounds.append(_CONSONANTS.get(char, _VOWELS.get(char, "")))
    return _capital(_voiced([sound for sound in sounds if sound]))


def _voiced(sounds: list[str]) -> str:
    """Put an "a" wherever more consonants meet than can be said: two at the start or the end, three inside."""
    out: list[str] = []
    run = 1  # consonants since the last vowel; one less fits at the start
    for at, sound in enumerate(sounds):
        if sound in _SOUNDED:
            run = 0
        else:
            ends = at == len(sounds) - 1 and run > 0 and at > 0
            if run == _MOST_TOGETHER or ends:
                out.append("a")
                run = 0
            run += 1
        out.append(sound)
    return "".join(out)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _letters(word: str) -> str:
    """Cyrillic and Greek, letter by letter; of another script what anyascii makes of it."""
    low = unicodedata.normalize("NFC", word.lower())
    bare = "".join(char for char in unicodedata.normalize("NFD", low) if not unicodedata.combining(char))
    greek = any(char in _GREEK for char in bare)
    text = bare if greek else low
    for pair, sound in _GREEK_PAIRS.items() if greek else ():
        text = text.replace(pair, sound)
    table = _GREEK if greek else _CYRILLIC
    if greek or any(char in _CYRILLIC for char in low):
        out = "".join(table.get(char, char) for char in text)
    else:
        from anyascii import anyascii  # noqa: PLC0415 - its tables are only wanted for rare scripts

        out = anyascii(word)
    return _capital(out)
