"""The order of protocol: countries by their names in the language of the host, as conferences seat them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.names import fold
from db.reader import marked
from db.rows import Precedence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.reader import Reader

LANGUAGES = {"": "English", "ar": "Arabic", "de": "German", "es": "Spanish", "fr": "French"}
_ARTICLE = "ال"
_ALIFS = str.maketrans(dict.fromkeys("أإآ", "ا"))


def precedence(reader: Reader, codes: Sequence[str], host: str) -> Precedence:
    """The order of countries for a host; English where its language is not known, or where there is no host."""
    language = reader.value("SELECT language FROM country WHERE code = :code", code=host) or ""
    marks, values = marked("code", dict.fromkeys(codes))
    rows = reader.all(
        "SELECT c.code, COALESCE(n.name, c.name) FROM country c LEFT JOIN country_name n ON n.country = c.code"
        f" AND n.kind = 'short' AND n.lang = :lang WHERE c.code IN ({marks})",
        lang=language or "en",
        **values,
    )
    in_order = sorted((_sorted(name, language), code) for code, name in rows)
    return Precedence(LANGUAGES[language], tuple(code for _, code in in_order))


def _sorted(name: str, language: str) -> str:
    if language == "ar":  # by its own letters; the article does not count
        return name.removeprefix(_ARTICLE).translate(_ALIFS)
    return fold(name)
