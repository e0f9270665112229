"""In which script a name is written."""

from __future__ import annotations

from unicodedata import name

LATIN = "Latn"
_CODES = {
    "LATIN": LATIN,
    "ARABIC": "Arab",
    "ARMENIAN": "Armn",
    "CJK": "Hani",
    "CYRILLIC": "Cyrl",
    "DEVANAGARI": "Deva",
    "ETHIOPIC": "Ethi",
    "GEORGIAN": "Geor",
    "GREEK": "Grek",
    "HANGUL": "Hang",
    "HEBREW": "Hebr",
    "HIRAGANA": "Jpan",
    "KATAKANA": "Jpan",
    "THAI": "Thai",
    "TIFINAGH": "Tfng",
}


def script_of(text: str) -> str:
    """The ISO 15924 code of the first letter that tells; Latin where none does."""
    found = (_CODES.get(name(letter, "").partition(" ")[0]) for letter in text if letter.isalpha())
    return next((code for code in found if code), LATIN)
