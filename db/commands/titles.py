"""What a record is called in a few words, for the step that changes it and the sentence that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from db.dates import show_short
from db.rows import noun

if TYPE_CHECKING:
    from db import models
    from db.models.base import Numbered

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
    match row.__tablename__:  # which of the tables it is of is not to be found out by declaring all of them
        case "action" | "followup":
            about = _quoted(cast("models.Action | models.FollowUp", row).text)
        case "visit":
            visit = cast("models.Visit", row)
            about = f"{visit.sending}→{visit.host} {show_short(visit.when)}"
        case "meeting":
            meeting = cast("models.Meeting", row)
            about = _quoted(meeting.title) or show_short(meeting.when)
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
