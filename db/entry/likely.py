"""Who may be meant where no spelling is known: told beside what was typed, and offered; nobody is linked by it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from db.names.candidates import SUGGESTED, Candidate, candidates
from db.names.offices import in_office
from db.names.together import Companion

if TYPE_CHECKING:
    from db.reader import Reader

_LONGEST_NAME = 6  # words; more are a description


def offered(reader: Reader, words: str, countries: Sequence[str], limit: int) -> list[Candidate]:
    """Officials for a name that is still being typed, by its sound, then by post and organisation."""
    if not _is_name(words):
        return []
    found = [
        *candidates(reader, words, limit=2 * limit, typing=True),
        *in_office(reader, words, limit=limit),
    ]
    once = list({one.number: one for one in reversed(found)}.values())[::-1]
    return sorted(once, key=lambda one: (not one.likely, one.country not in countries))[:limit]


def meant(
    reader: Reader,
    name: str,
    countries: Sequence[str] = (),
    post: str = "",
    company: Sequence[Companion] = (),
) -> Candidate | None:
    """The official whose name is most like one that nobody bears; of several whoever was with the company before."""
    if not _is_name(name):
        return None
    found = candidates(reader, name, countries=countries, post=post, company=company, limit=1)
    return found[0] if found else None


def mistakable(
    reader: Reader, name: str, countries: Sequence[str] = (), company: Sequence[Companion] = ()
) -> Candidate | None:
    """The known official for whom a new name is so likely meant that saving asks first.

    That is somebody of almost the same name, or of whose name one word alone was written.
    """
    found = meant(reader, name, countries, company=company)
    return found if found is not None and (found.likely or len(name.split()) == 1) else None


def question(
    reader: Reader, names: Sequence[str], countries: Sequence[str] = (), company: Sequence[Companion] = ()
) -> str:
    """What to ask after a new name, for the first of some windows of words that is like a known one.

    As in ", or Abdellatif Hammouchi (MA, DGSN)? same consonants"; "" where nobody is like it.
    """
    found = asked_about(reader, names, countries, company)
    return f", or {found[1].told_apart}? {found[1].why}" if found else ""


def asked_about(
    reader: Reader, names: Sequence[str], countries: Sequence[str] = (), company: Sequence[Companion] = ()
) -> tuple[int, Candidate] | None:
    """Whom the first of some windows of words may mean that is like a known name, and the number of the window."""
    for number, name in enumerate(names):
        found = meant(reader, name, countries, company=company)
        if found is None and _is_name(name):
            holders = sorted(in_office(reader, name), key=lambda one: one.country not in countries)
            found = holders[0] if holders else None
        if found is not None and (found.likely or " " in name or number == len(names) - 1):
            return number, found
    return None


def doubtful(name: str, found: Candidate) -> bool:
    """Whether a new record of that name may well be a second one of somebody known: then it is asked first."""
    return found.likely or (" " not in name.strip() and found.score >= SUGGESTED)


def _is_name(words: str) -> bool:
    return len(words.split()) <= _LONGEST_NAME and not any(char.isdigit() for char in words)
