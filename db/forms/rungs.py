"""Rungs in a form: what the words of an outcome support, and what a form may not say by itself."""

from __future__ import annotations

from db.commitments import AGREED, RUNGS
from db.commitments.reading import propose


def unsaid(was: str, now: str) -> dict[str, str]:
    """Why a form does not make an outcome agreed or signed: that needs what says so; nothing for other moves."""
    if was not in RUNGS or RUNGS.index(now) < AGREED or RUNGS.index(now) <= RUNGS.index(was):
        return {}
    sentence = f"What makes it {now}? Esc, then + asks for that; or say so in the note of this form."
    return {"rung": sentence}


def proposed(text: str, verb: str) -> tuple[str, str]:
    """The rung that the words of an outcome support and the verb that says so, both "" where none does."""
    found = propose(f"{verb} {text}".strip())
    return (found.rung, found.verb.strip()) if found else ("", "")


def supported(text: str, verb: str, rung: str, *, new: bool) -> str:
    """The rung that the words support where that is lower than the one chosen; for a new outcome any, with its why."""
    found = propose(f"{verb} {text}".strip())
    if found is None or rung not in RUNGS:
        return ""
    if found.rung == rung:
        return f"“{found.verb.strip()}” says so" if new else ""
    higher = RUNGS.index(found.rung) > RUNGS.index(rung)
    return "" if higher and not new else f"“{found.verb.strip()}” supports {found.rung}"
