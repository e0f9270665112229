"""Folding: the one spelling under which differently written names are looked up."""

import re
import unicodedata

# Straight, curly, modifier, prime, Hebrew and full-width apostrophes, and the accents typed in their place.
_APOSTROPHES = (
    "'`\u00b4\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u2018\u2019\u201a\u201b\u2032\u2035\u05f3\ua78c\uff07"
)
# NUL to ESC and DEL, save for the tab and the line ends, which are spaces like any other.
_CONTROLS = "".join(chr(code) for code in (*range(9), *range(14, 28), 127))
# Vowel signs and the stretching stroke are optional in Arabic: with or without them it is the same name.
_ARABIC_MARKS = "\u0640\u0670" + "".join(chr(code) for code in range(0x64B, 0x660))
_VANISHING = str.maketrans("", "", _APOSTROPHES + _CONTROLS + _ARABIC_MARKS)
# Alif and ayn, which transliterate to nothing that outlives punctuation; without them Omani is German.
_ARABIC_A = str.maketrans(dict.fromkeys("\u0622\u0623\u0625\u0627\u0639\u0671", "a"))
# Formats (soft hyphens, bidi overrides, joiners), surrogates, private and unassigned code points, controls.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_BETWEEN_WORDS = re.compile(r"[^a-z0-9]+")
_ASCII = {
    code: None if chr(code) in _APOSTROPHES + _CONTROLS else chr(code).lower() if chr(code).isalnum() else " "
    for code in range(128)
}
"""What becomes of each letter of ASCII, which nearly every text is: one look at each, in C."""


def fold(text: str) -> str:
    """Return the lower-case ASCII words of a name, whatever its script, accents or punctuation.

    The result holds only ``a-z``, ``0-9`` and single inner spaces; it is empty when nothing is left.
    Folding what is folded changes nothing.
    """
    if text.isascii():
        return " ".join(text.translate(_ASCII).split())
    # The marks go before NFKC, which would turn some of them into a space and a combining accent.
    text = text.translate(_VANISHING)
    if not text.isascii():
        # Composed here, compatibility forms below, once a character: some are ligatures of eighteen letters.
        text = unicodedata.normalize("NFC", text).translate(_LATIN).translate(_VANISHING)
    return _BETWEEN_WORDS.sub(" ", text.lower()).strip()


class _Transliteration(dict[int, str]):
    """Code point to ASCII, filled as characters are met: the loop over a long text then runs in C."""

    def __missing__(self, code: int) -> str:
        # Imported here because names in ASCII are all that the program needs while it starts.
        from anyascii import anyascii  # noqa: PLC0415

        char = chr(code)
        if char.isspace():
            latin = " "
        elif unicodedata.category(char) in _UNSEEN:
            latin = ""
        else:
            latin = anyascii(unicodedata.normalize("NFKC", char).translate(_ARABIC_A))
        self[code] = latin
        return latin


_LATIN = _Transliteration()
