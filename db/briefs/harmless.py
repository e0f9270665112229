"""Stored text made harmless for one line of a document: what would act or hide is shown, what is too long is cut."""

from __future__ import annotations

from unicodedata import category

LIMIT = 2_000
_SPACES = {"\t", "\u00a0", "\u2002", "\u2003", "\u2009", "\u202f", "\u3000"}
_BREAKS = {"\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"}
_OVERRIDES = {
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
}
_C0_END = 0x20
_STACK = 3  # marks on one letter


def harmless(text: str, limit: int = LIMIT) -> str:
    """One line: control characters and those that turn the direction become visible, invisible ones go."""
    cut = text[:limit].replace("\r\n", "\n")
    if not cut.isprintable() or any(category(char) in {"Mn", "Me"} for char in cut):
        cut = "".join(_shown(cut))
    return " ".join(cut.split()) + ("…" if len(text) > limit else "")


def _shown(text: str) -> list[str]:
    out: list[str] = []
    stacked = 0
    for at, char in enumerate(text):
        kind = category(char)
        if kind in {"Mn", "Me"}:
            stacked += 1
            if stacked <= _STACK and at > 0:
                out.append(char)
            continue
        stacked = 0
        out.append(char if char.isprintable() else _mark(char, kind))
    return out


def _mark(char: str, kind: str) -> str:
    if char in _SPACES or kind == "Zs":
        return " "
    if char in _BREAKS:
        return " ␤ "
    if char in _OVERRIDES:
        return f"‹{_OVERRIDES[char]}›"
    if kind == "Cc":
        return chr(0x2400 + ord(char)) if ord(char) < _C0_END else f"‹{ord(char):02X}›"
    return "" if kind == "Cf" else "�"
