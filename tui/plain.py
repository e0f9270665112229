"""Stored text made harmless for one line of a terminal: what would act is shown, what is too long is cut."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import category

from rich.cells import cell_len, split_graphemes

from tui.glyphs import ASCII_TWIN, glyphs

_SPACES = {"\t", "\u00a0", "\u2002", "\u2003", "\u2009", "\u202f", "\u3000"}
_NEWLINES = {"\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"}
_OVERRIDES = {"\u202a": "LRE", "\u202b": "RLE", "\u202d": "LRO", "\u202e": "RLO"}
_SELECTORS = {"\ufe0e", "\ufe0f"}  # they change the width of what precedes them, and terminals disagree how
# Flags, shades of skin and key caps: terminals disagree how wide they are, and one cell off breaks a column.
_EMOJI: dict[int, str | None] = {0x1F1E6 + at: chr(ord("A") + at) for at in range(26)}
_EMOJI |= dict.fromkeys((*range(0x1F3FB, 0x1F400), 0x20E3))
_C0_END = 0x20
_STACK = 3  # marks on one letter; more of them paint over the lines above and below


def plain(text: str, limit: int = 500) -> str:
    """One line of harmless text.

    Control characters and bidi overrides become visible marks, joiners and other invisible characters go,
    flags become their letters and other emoji their plain form, so that all terminals agree on the width;
    line breaks show as one mark. The length is bounded before any work, so a huge text costs nothing.
    """
    cut = len(text) > limit
    if cut:
        text = text[:limit]
    if text.isascii():
        if not text.isprintable():
            text = _visible(text)
    else:
        text = _shown(text, glyphs.ascii)
    return text + glyphs.ellipsis if cut else text


@lru_cache(8192)
def _shown(text: str, ascii_only: bool) -> str:
    # Below U+0300 nothing combines and nothing selects; Latin names take this way.
    if not ascii_only and text.isprintable() and max(text) < "\u0300":
        return text
    return _visible(text)


def _visible(text: str) -> str:
    out: list[str] = []
    stacked = 0
    for at, char in enumerate(text.translate(_EMOJI).replace("\r\n", "\n")):
        kind = category(char)
        if kind in {"Mn", "Me"}:
            stacked += 1
            # A mark at the very start would sit on what the screen shows before this text.
            if stacked <= _STACK and at > 0 and char not in _SELECTORS:
                out.append(char)
            continue
        stacked = 0
        out.append(char if char.isprintable() else _mark(char, kind))
    shown = "".join(out)
    return _to_ascii(shown) if glyphs.ascii else shown


def _mark(char: str, kind: str) -> str:
    if char in _SPACES or kind == "Zs":
        return " "
    if char in _NEWLINES:
        return glyphs.newline
    if char in _OVERRIDES:
        return f"{glyphs.open_mark}{_OVERRIDES[char]}{glyphs.close_mark}"
    if kind == "Cc":
        return _control(ord(char))
    return "" if kind == "Cf" else glyphs.unknown


def _control(code: int) -> str:
    if code >= _C0_END:
        return f"{glyphs.open_mark}{code:02X}{glyphs.close_mark}"
    return f"^{chr(code + 64)}" if glyphs.ascii else chr(0x2400 + code)


def _to_ascii(text: str) -> str:
    text = text.translate(ASCII_TWIN)
    if text.isascii():
        return text
    from anyascii import anyascii  # noqa: PLC0415 - its tables are only wanted in the ASCII mode

    return "".join(char if char.isprintable() else "?" for char in anyascii(text))


def cells(text: str) -> int:
    """How many columns a plain text takes."""
    return len(text) if text.isascii() else cell_len(text)


def clip(text: str, width: int) -> str:
    """A plain text cut to a width in columns, with an ellipsis where something was cut."""
    if cells(text) <= width:
        return text
    if width <= 0:
        return ""
    if text.isascii():
        return text[: width - 1].rstrip() + glyphs.ellipsis
    return _clip_wide(text, width)


@lru_cache(2048)
def _clip_wide(text: str, width: int) -> str:
    spans, _ = split_graphemes(text)
    used = end = 0
    for _start, stop, size in spans:
        if used + size > width - 1:
            break
        used, end = used + size, stop
    return text[:end].rstrip() + glyphs.ellipsis


def fit(text: str, width: int) -> str:
    """A plain text cut or filled with spaces to exactly a width in columns."""
    text = clip(text, width)
    return text + " " * (width - cells(text))


def plain_lines(text: str, width: int, limit: int = 20_000) -> list[str]:
    """A note of several lines, wrapped at words; every line harmless and at most `width` columns wide."""
    cut = len(text) > limit
    lines: list[str] = []
    for paragraph in text[:limit].replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        lines.extend(_wrapped(plain(paragraph, limit), max(1, width)))
    if cut:
        lines.append(glyphs.ellipsis)
    return lines


def _wrapped(text: str, width: int) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in text.split():
        joined = f"{line} {word}" if line else word
        if cells(joined) <= width:
            line = joined
            continue
        if line:
            lines.append(line)
        *full, line = _chopped(word, width)
        lines.extend(full)
    return [*lines, line] if line or not lines else lines


def _chopped(word: str, width: int) -> list[str]:
    if cells(word) <= width:
        return [word]
    if word.isascii():
        return [word[at : at + width] for at in range(0, len(word), width)]
    pieces: list[str] = []
    start = used = 0
    for begin, _stop, size in split_graphemes(word)[0]:
        if used + size > width and begin > start:
            pieces.append(word[start:begin])
            start, used = begin, 0
        used += size
    return [*pieces, word[start:]]
