"""Handling marks: a page is handled as the most sensitive thing that stands on it."""

from __future__ import annotations

from collections.abc import Iterable

from db.names import fold

# From what anybody may read upwards. Marks are free words of the desk's own ministry; these are the usual ones.
_LADDER = (
    (
        "unclassified",
        "public",
        "open source",
        "tlp clear",
        "tlp white",
        "non classifie",
        "sin clasificar",
        "offen",
    ),
    ("internal", "official", "tlp green", "limited", "diffusion limitee", "difusion limitada"),
    ("restricted", "sensitive", "tlp amber", "diffusion restreinte", "nur fur den dienstgebrauch", "vs nfd"),
    ("confidential", "tlp amber strict", "confidentiel", "confidencial", "vs vertraulich"),
    ("secret", "tlp red", "secreto", "geheim", "sirri"),
    ("top secret", "tres secret", "alto secreto", "streng geheim"),
)


def highest(marks: Iterable[str]) -> str:
    """The highest of some marks; one that nobody can rank is never left out and stands beside it."""
    each = dict.fromkeys(one.strip() for mark in marks for one in mark.split(";") if one.strip())
    ranked = {mark: _rank(mark) for mark in each}
    known = [mark for mark, rank in ranked.items() if rank >= 0]
    top = max(known, key=lambda mark: ranked[mark], default="")
    return "; ".join(filter(None, (top, *(mark for mark, rank in ranked.items() if rank < 0))))


def anybody_may_read(marks: str) -> bool:
    """Whether some marks, with ";" between them, keep nobody away; one that nobody can rank does."""
    return all(_rank(one) == 0 for one in marks.split(";") if one.strip())


def _rank(mark: str) -> int:
    """The highest rung of which it holds a usual mark; -1 where it holds none."""
    words = f" {fold(mark)} "
    found = (rank for rank, rung in enumerate(_LADDER) for usual in rung if f" {usual} " in words)
    return max(found, default=-1)
