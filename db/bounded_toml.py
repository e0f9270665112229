"""TOML that anybody may have written: every file of dossiers, settings, keys and filters is read through here."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import Any

from db.errors import BadInput

DEEPEST = 40  # a dossier nests eight levels, the settings two
_DOTTED = re.compile(r"""(?:\.[ \t]*+(?:"[^"\n]*+"|'[^'\n]*+'|[\w-]++)[ \t]*+){10,}+""")
"""A key of many parts, taken whole."""
_MOST_PARTS = 100  # for each part Python's reader goes over all that stand before it


def read_toml(text: str, called: str = "It") -> dict[str, Any]:
    """The plain values of a text.

    Args:
        text: what was written.
        called: what it is in the sentence of an error: "It", or a path.

    Raises:
        BadInput: it is not TOML, or nested too deeply; with the place where that can be told.
    """
    if any(key.group().count(".") > _MOST_PARTS for key in _DOTTED.finditer(text)):
        raise BadInput(f"{called} is nested too deeply.")
    try:
        plain = tomllib.loads(text)
    except ValueError as error:  # also of a number of thousands of digits
        words = str(error).rstrip(".")
        raise BadInput(f"{called} is not TOML: {words[:1].lower()}{words[1:]}.") from None
    except RecursionError:
        raise BadInput(f"{called} is nested too deeply.") from None
    not_too_deep(plain, called)
    return plain


def not_too_deep(plain: Mapping[str, Any], called: str = "It") -> None:
    """Look that plain values can be walked through; `a.a.a = 1` nests as deeply as its line is long.

    Raises:
        BadInput: they cannot.
    """
    level: list[Any] = [plain]
    for _ in range(DEEPEST):
        level = [
            inner
            for outer in level
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, dict | list)
        ]
        if not level:
            return
    raise BadInput(f"{called} is nested too deeply.")
