"""The one grammar of all lists: a part a line, its pieces divided by semicolons, each a word or "key: value".

A value in double quotes is taken letter by letter; a backslash in it writes what no line can hold.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from unicodedata import category

from db.errors import BadInput

_FIRST = ("official", "post", "organisation", "org", "group", "delegation")
_FIRST_SPACED = ("delegation",)
_LATER = (
    *(
        "country",
        "role",
        "post",
        "as",
        "organisation",
        "org",
        "of",
        "group",
        "on behalf of",
        "for",
        "printed",
    ),
    *("attendance", "count", "level", "size", "held", "script", "lang", "acronym", "kind"),
    *("source", "src"),
)
_LATER_SPACED = ("as", "of", "for", "count", "size", "script", "lang")
_SAME = {"org": "organisation", "of": "organisation", "as": "post", "on behalf of": "for", "src": "source"}


class Piece(NamedTuple):
    """One piece of a line.

    Attributes:
        start: its offset in the line.
        key: one of the known keys, "" for a bare word or name.
        text: the value, its quotes resolved.
        parts: the same, divided where a slash stands outside quotes.
        quoted: whether any of it stood in quotes.
        open: whether it ends outside quotes, so that a number may tell namesakes apart: "Juan Ruiz #12".
        tail: that number behind a closing quote, "" for none.
    """

    start: int
    key: str
    text: str
    parts: tuple[str, ...]
    quoted: bool = False
    open: bool = True
    tail: str = ""


def _pattern(keys: tuple[str, ...], spaced: tuple[str, ...]) -> re.Pattern[str]:
    with_colon = "|".join(key.replace(" ", r"\s+") for key in keys)
    return re.compile(rf"(?:({with_colon})\s*:|({'|'.join(spaced)})(?=\s|;|$))\s*", re.IGNORECASE)


_BEGINS = _pattern(_FIRST, _FIRST_SPACED)
_GOES_ON = _pattern(_LATER, _LATER_SPACED)
_BARE = re.compile(r'(?:[^;/]|/(?!\s*"))*')
_SLASH = re.compile(r"/\s*")
_TAIL = re.compile(r"\s*(?:#(\d+|new)\s*)?", re.ASCII)
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|[\"\\nt])")
_ESCAPED = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\"}
_NUMBERED = re.compile(r"(.*\S)\s+#(\d+|new)", re.ASCII | re.DOTALL)


def pieces(line: str, *, who: bool = True) -> list[Piece]:
    """The pieces of a line; empty ones are left out.

    Args:
        line: one line of the text.
        who: whether a key may stand before the first piece, as in "post: Director/DGSN".

    Raises:
        BadInput: a quote is not closed, or something stands behind one.
    """
    found: list[Piece] = []
    at = 0
    while at < len(line):
        start = at + len(line[at:]) - len(line[at:].lstrip())
        keys = _GOES_ON if found else _BEGINS if who else None
        match = keys.match(line, start) if keys else None
        key = " ".join((match[1] or match[2]).lower().split()) if match else ""
        piece, at = _value(line, match.end() if match else start, start, _SAME.get(key, key))
        if piece.text or piece.key or piece.quoted:
            found.append(piece)
        at += 1  # the semicolon
    return found


def _value(line: str, at: int, start: int, key: str) -> tuple[Piece, int]:
    parts: list[str] = []
    quoted = False
    while True:
        if line[at : at + 1] == '"':
            match = _QUOTED.match(line, at)
            if match is None:
                raise BadInput(f"The quote before “{line[at + 1 : at + 21]}” is not closed.")
            parts.append(_unescaped(match[1]))
            quoted = True
            tail = _TAIL.match(line, match.end())
            at = tail.end() if tail else match.end()
            if line[at : at + 1] in {"", ";"}:
                number = (tail[1] or "") if tail else ""
                return Piece(start, key, "/".join(parts), tuple(parts), quoted, open=False, tail=number), at
            if line[at] != "/":
                raise BadInput(
                    f"“{line[at : at + 20]}” stands behind a closing quote; a semicolon is missing."
                )
        else:
            match = _BARE.match(line, at)
            run = match.group() if match else ""
            at += len(run)
            parts += [part.strip() for part in run.split("/")]
            if line[at : at + 1] in {"", ";"}:
                text = "/".join(parts) if quoted else run.strip()
                return Piece(start, key, text, tuple(parts), quoted), at
        slash = _SLASH.match(line, at)
        at = slash.end() if slash else at + 1


def _unescaped(text: str) -> str:
    found = _ESCAPE.sub(lambda match: _MEANS.get(match[1]) or chr(int(match[1][1:], 16)), text)
    return found.replace("\x00", "").encode("utf-8", "ignore").decode("utf-8")


_MEANS = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}


def numbered(piece: Piece) -> Piece:
    """The piece with the number that tells namesakes apart taken off its name."""
    match = _NUMBERED.fullmatch(piece.parts[-1]) if piece.open else None
    if match is None:
        return piece
    parts = (*piece.parts[:-1], match[1])
    text = "/".join(parts) if piece.quoted else piece.text[: -len(piece.parts[-1])] + match[1]
    return piece._replace(text=text, parts=parts, tail=match[2])


# --- writing ---


def quote(text: str) -> str:
    """The text in quotes."""
    return f'"{"".join(_escaped(char) for char in text)}"'


def _escaped(char: str) -> str:
    if char in _ESCAPED:
        return _ESCAPED[char]
    return f"\\u{ord(char):04x}" if category(char) in {"Cc", "Cs", "Zl", "Zp"} else char


def bare(text: str) -> bool:
    """Whether a text can stand as it is behind a key."""
    if not text or text != text.strip() or any(mark in text for mark in '";\\#'):
        return False
    if text.startswith(":"):  # "of :" is the key with its colon
        return False
    return text.isprintable() or not any(category(char) in {"Cc", "Cs", "Zl", "Zp"} for char in text)


def value(text: str) -> str:
    """A text as it stands behind a key."""
    return text if bare(text) else quote(text)


def name(text: str) -> str:
    """A name of which a slash is a letter as any other."""
    return text if bare(text) and "/" not in text else quote(text)


def opening(text: str) -> str:
    """A name at the beginning of a line, where some words would say what it is."""
    shown = name(text)
    return quote(text) if _BEGINS.match(shown) else shown


def is_keyed(text: str) -> bool:
    """Whether the beginning of a line would be read as a key."""
    return _BEGINS.match(text) is not None


def is_later(text: str) -> bool:
    """Whether a later piece would be read as a key."""
    return _GOES_ON.match(text) is not None


def later(key: str, text: str) -> str:
    """A text that needs no key, except where it would be read as something else."""
    return text if bare(text) and not _GOES_ON.match(text) else f"{key}: {value(text)}"


def keyed(key: str, text: str) -> str:
    """A piece with its key, "" for an empty text."""
    return f"{key}: {value(text)}" if text else ""


def joined(*found: str) -> str:
    """The pieces of a line."""
    return "; ".join(filter(None, found))
