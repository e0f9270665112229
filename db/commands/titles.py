"""What a record is called in a few words, for the step that changes it and the sentence that says so."""

from __future__ import annotations

from db.dates import show_short
from db.models import Action, FollowUp, Meeting, Visit
from db.models.base import Numbered
from db.rows import noun

LONGEST = 30  # characters of a text: a sentence has a line of the screen for all it says


def name_of(row: Numbered) -> str:
    """The ref of a record, else its name."""
    for column in ("ref", "name", "title", "publisher"):
        if found := getattr(row, column, ""):
            return str(found)[:60]
    return a_kind_of(row)


def title_of(row: Numbered) -> str:
    """The same with what it is about: "F-2026-002 “chase the nominees”", "V-2026-003 MA→ES 12 Dec 2026"."""
    about = ""
    if isinstance(row, Action | FollowUp):
        about = _quoted(row.text)
    elif isinstance(row, Visit):
        about = f"{row.sending}→{row.host} {show_short(row.when)}"
    elif isinstance(row, Meeting):
        about = _quoted(row.title) or show_short(row.when)
    return f"{name_of(row)} {about}".strip()


def _quoted(text: str) -> str:
    """The beginning of a text, cut between words where there is a place for it."""
    text = " ".join(text[: 4 * LONGEST].split())
    if len(text) > LONGEST:
        whole_words = text[:LONGEST].rpartition(" ")[0]
        text = f"{whole_words if len(whole_words) > LONGEST // 2 else text[: LONGEST - 1]} …"
    return f"“{text}”" if text else ""


def kind_of(row: Numbered) -> str:
    """What a record is, in a word."""
    return noun(str(row.__tablename__))


def a_kind_of(row: Numbered) -> str:
    """The same with its article."""
    return with_article(kind_of(row))


def with_article(word: str) -> str:
    """A word with "a" or "an"."""
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"
