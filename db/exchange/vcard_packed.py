"""How a card of version 2.1, as Outlook writes it, packs its text: quoted-printable, in letters of its own."""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator

_PACKED = re.compile(r"[;=]QUOTED-PRINTABLE(?=;|$)", re.IGNORECASE)
_LETTERS = re.compile(r";CHARSET=(utf-8|us-ascii|iso-8859-\d{1,2}|windows-125\d)(?=;|$)", re.IGNORECASE)
_OF_WINDOWS = "cp1252"


def text_of(raw: bytes) -> str:
    """The text of a file of cards.

    Raises:
        UnicodeDecodeError: it is not UTF-8, and has no card of a version that was written otherwise.
    """
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        if b"VERSION:2.1" not in raw.upper():
            raise
    return raw.decode(_OF_WINDOWS, "replace")


def unpacked(text: str) -> str:
    """The same cards with every text as it reads; what is not packed stays as it is."""
    return "\n".join(_lines(text)) if "QUOTED-PRINTABLE" in text.upper() else text


def _lines(text: str) -> Iterator[str]:
    lines = iter(text.split("\n"))
    for one in lines:
        head, sign, value = one.rstrip("\r").partition(":")
        if not sign or not _PACKED.search(head):
            yield one
            continue
        parts = [value]
        while parts[-1].endswith("="):  # the text goes on in the next line
            parts[-1] = parts[-1][:-1]
            if (more := next(lines, None)) is None:
                break
            parts.append(more.rstrip("\r"))
        yield f"{head}:{_plain(''.join(parts), _LETTERS.search(head))}"


def _plain(packed: str, letters: re.Match[str] | None) -> str:
    raw = quopri.decodestring(packed.encode())
    try:
        text = raw.decode(letters[1] if letters else "utf-8")
    except (LookupError, ValueError):
        text = raw.decode(_OF_WINDOWS, "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n").replace("\0", "")
