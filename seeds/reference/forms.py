"""The forms in which the press prints a demonym: feminine, plural, with the article or an ending.

Only regular forms are made here; ``by_hand.csv`` holds the irregular ones. A country is looked up by exact
match, so a form that is missing is a country that is not found; one too many costs nothing.
"""

from collections.abc import Callable, Iterator

_ENGLISH_WITHOUT_PLURAL = ("s", "sh", "ch", "ese", "chman", "shman", "men", "ic")
_FRENCH_DOUBLING = ("en", "on")
_FRENCH_PLAIN = ("s", "n", "d", "t", "l", "r", "i", "h")
_SPANISH_ACCENTED = {"és": "es", "án": "an", "ón": "on"}
_NISBA = "ي"
_ARTICLE = "ال"


def forms(lang: str, word: str) -> Iterator[str]:
    """Yield the word itself and then its regular forms in that language (en, fr, es, de or ar)."""
    yield from _RULES[lang](word)


def _english(word: str) -> Iterator[str]:
    yield word
    if not word.endswith(_ENGLISH_WITHOUT_PLURAL):
        yield word + "s"


def _french(word: str) -> Iterator[str]:
    feminine = word
    if word.endswith(_FRENCH_DOUBLING):
        feminine = word + word[-1] + "e"
    elif word.endswith(_FRENCH_PLAIN):
        feminine = word + "e"
    for form in dict.fromkeys((word, feminine)):
        yield form
        if not form.endswith("s"):
            yield form + "s"


def _spanish(word: str) -> Iterator[str]:
    yield word
    if word.endswith("o"):
        yield from (word[:-1] + ending for ending in ("a", "os", "as"))
    elif word[-2:] in _SPANISH_ACCENTED:
        stem = word[:-2] + _SPANISH_ACCENTED[word[-2:]]
        yield from (stem + ending for ending in ("a", "es", "as"))
    elif word.endswith("ol"):
        yield from (word + ending for ending in ("a", "es", "as"))
    elif word.endswith("í"):
        yield from (word + ending for ending in ("es", "s"))
    elif word.endswith(("l", "r", "s")):
        yield word + "es"
    else:
        yield word + "s"


def _german(word: str) -> Iterator[str]:
    if word.endswith("sch"):
        endings: tuple[str, ...] = ("", "e", "en", "er", "es", "em")
    elif word.endswith("er"):
        endings = ("", "n", "s", "in", "innen")
    elif word.endswith("e"):
        endings = ("", "n")
    elif word.endswith("in"):
        endings = ("", "nen")
    elif word.endswith("i"):
        endings = ("", "s")
    else:
        endings = ("", "en")
    yield from (word + ending for ending in endings)


def _arabic(word: str) -> Iterator[str]:
    if not word.endswith(_NISBA):
        yield word
        return
    parts = word.split()
    # "South Korean" is two adjectives and both take the article; in "South African" only the first word does.
    all_adjectives = all(part.endswith(_NISBA) for part in parts)
    for article in ("", _ARTICLE):
        for ending in ("", "ة", "ين"):
            yield " ".join(
                (article if place == 0 or all_adjectives else "")
                + part
                + (ending if part.endswith(_NISBA) else "")
                for place, part in enumerate(parts)
            )


_RULES: dict[str, Callable[[str], Iterator[str]]] = {
    "en": _english,
    "fr": _french,
    "es": _spanish,
    "de": _german,
    "ar": _arabic,
}
