"""What an officer notes on a follow-up: what happened, on which day, and when to look again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from db.dates import PartialDate, read_date
from db.dates.anchored import Anchored, read_anchored
from db.dates.weekends import Weekend, weekend_of
from db.entry.anchors import Whose, due_from, settled
from db.entry.chunks import cut
from db.entry.days import at_an_edge
from db.entry.relative_due import anchored_at_the_end
from db.entry.shapes import Context, Token, Work
from db.errors import BadInput
from db.forms.reading import clean
from db.names import fold
from db.rows import Moment
from db.vocabulary import LogKind

if TYPE_CHECKING:
    from db.reader import Reader

LONGEST = 2_000  # characters of one entry
_WORDS: dict[LogKind, str] = {  # in English, French and Spanish, folded
    "chased": """
        chased chase reminded rang called phoned wrote emailed mailed asked urged
        relance relancee relances relancees rappele rappeles telephone appele ecrit
        recordado recorde recordamos insistido insisti reclamado reclame llamado llame
    """,
    "replied": """
        replied answered responded repondu repondirent
        respondio respondido respondieron contesto contestado contestaron
    """,
    "met": "met saw rencontre rencontres rencontree reuni reunis reunido reunidos reunimos",
    "noted": "noted note notes anotado anotada anote",
}
_KIND_OF = {word: kind for kind, words in _WORDS.items() for word in words.split()}
_DENYING = "no not never hasnt havent didnt nothing nobody pas jamais rien sin nunca nadie"
_NEVER = frozenset(_DENYING.split())
_NEAR = 3  # words between a "not" and what it denies
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_CLAUSE = re.compile(r"[,;:]\s+|[.!?]\s+|\s[-–—]\s|\n")
_BY = re.compile(r"\b(?:by|due|until|before|avant|d['’]ici|para|antes de)\s+(.+)$", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:by|due|until|before|avant|d['’]ici(?:\s+à)?|para|antes de|again|remind(?:er)?(?:\s+me)?|check|revoir|rappel"
    r"|relancer|revisar|volver a (?:ver|mirar))(?:\s+(?:it|on|at|for))*\s*$",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"[\d/. -]+", re.ASCII)
_SET_OFF = re.compile(r"\s*(?:[,;:.]+|\s[-–—]\s|$)\s*")
_COUNTED = re.compile(r"(?:in\s+)?(a|an|one|\d{1,3})\s*(d|days?|w|weeks?|m|months?|y|years?)", re.IGNORECASE)


class Happened(NamedTuple):
    """An entry of the log as it was understood.

    Attributes:
        kind: chased, replied, met or noted.
        text: the words to keep.
        on: the day on which it happened, today unless a day that lies behind was named.
        next_check: the day on which to look again, None where none was named.
        tokens: the stretches that were understood.
    """

    kind: LogKind
    text: str
    on: date
    next_check: date | None
    tokens: tuple[Token, ...]


def read_happened(
    reader: Reader, text: str, *, today: date, day_first: bool = True, desk: str = ""
) -> Happened:
    """Read "chased, reply by fri": a day that lies behind is when it happened, one ahead is when to look again.

    Today is when it happened, unless it is said to be a deadline or a day to look again: "look again today".

    Working days are those of the `desk`'s country. A day counted from a visit or meeting is the one it makes now.

    Raises:
        BadInput: nothing was typed, or a date that cannot be; with the offsets of the part at fault.
    """
    text = clean(text)
    if not text.strip():
        raise BadInput("Nothing is typed yet: write what happened, such as chased, reply by fri.")
    if len(text) > LONGEST:
        raise BadInput(f"A log entry has {LONGEST:,} characters at most; put a longer text into the note.")
    kind, said = _kind(text)
    on, next_check = today, None
    tokens = [said] if said else []
    for start, end, when in _dates(reader, text, Moment(today, desk), day_first):
        day = _day(when, today)
        if day is None:
            continue
        if day > today or (day == today and _TO_COME.search(text[:start])):
            next_check = day
        else:
            on = day
        tokens.append(Token(start, end, "date", day.isoformat()))
    return Happened(kind, _without_kind(text, said), on, next_check, tuple(sorted(tokens)))


def read_until(
    text: str, *, today: date, day_first: bool = True, desk: str = "", reader: Reader | None = None
) -> date:
    """The day on which something hidden comes back: "fri", "+2w", "3 days", "+5wd", "next month", "5 jan".

    With a `reader` also one counted from a visit or meeting as it stands now: "the day before M-2026-001".

    Raises:
        BadInput: it is no date, or none that lies ahead.
    """
    words = clean(text).strip()
    if not words:
        raise BadInput("Nothing is typed yet: write a day, such as fri, +2w or 5 jan.")
    anchored = read_anchored(words) if reader is not None else None
    if anchored is not None and reader is not None:
        found = _day_by_event(reader, anchored, Moment(today, desk))
    else:
        found = _coming(_read(words, today, day_first, weekend_of(desk)), today)
    # "until next week" means that it is back on Monday.
    day = found.first or found.last
    if day is None:
        raise BadInput("This names no day; write one such as fri, +2w or 5 jan.")
    if day <= today:
        raise BadInput("What is hidden comes back on a day to come, such as fri, +2w or 5 jan.")
    return day


def _read(words: str, today: date, day_first: bool, weekend: Weekend) -> PartialDate:
    counted = _COUNTED.fullmatch(words)
    if counted:
        number = counted[1] if counted[1].isdigit() else "1"
        words = f"+{number}{counted[2][0].lower()}"
    return read_date(words, today=today, day_first=day_first, weekend=weekend)


def _day_by_event(reader: Reader, anchored: Anchored, moment: Moment) -> PartialDate:
    """The day that an event of the store makes of it now; raises BadInput where it makes none."""
    offset, event = settled(reader, anchored, None, Whose(desk=moment.desk))
    due = due_from(offset, event)
    if not due.edtf:
        raise BadInput(f"{event.ref} has no full date yet, so no day can be counted from it.")
    return due


# --- what kind of thing it was ---------------------------------------------------------------------------


def _kind(text: str) -> tuple[LogKind, Token | None]:
    """By the first word that says so, unless it is denied: "they have not replied" is a note."""
    before: list[str] = []
    for match in _WORD.finditer(text):
        word = fold(match[0])
        kind = _KIND_OF.get(word)
        if kind and not _NEVER.intersection(before[-_NEAR:]):
            return kind, Token(match.start(), match.end(), "field", kind)
        before.append(word)
    return "noted", None


def _without_kind(text: str, said: Token | None) -> str:
    """The text without a leading word that the kind says already, where it is set off from the others."""
    if said and not text[: said.start].strip() and (off := _SET_OFF.match(text, said.end)):
        text = text[off.end() :]
    return " ".join(text.split())


# --- its days --------------------------------------------------------------------------------------------


def _dates(
    reader: Reader, text: str, moment: Moment, day_first: bool
) -> Iterator[tuple[int, int, PartialDate]]:
    """The dates at the edges of each clause, with their offsets; raises BadInput for one that cannot be."""
    start, today = 0, moment.today
    for match in [*_CLAUSE.finditer(text), None]:
        end = match.start() if match else len(text)
        clause = text[start:end]
        work = Work(clause, cut(clause), reader, moment, Context(), day_first)
        by_event = anchored_at_the_end(work)
        if by_event and by_event[1].event:
            stretch, anchored = by_event
            yield start + stretch.start, start + stretch.end, _day_by_event(reader, anchored, moment)
            start = match.end() if match else end
            continue
        found, by = at_an_edge(work), _BY.search(clause)
        for one in found:
            if one.problem:
                raise BadInput(one.problem, start + one.start, start + one.end)
            ahead = by is not None and one.end > by.start()
            yield start + one.start, start + one.end, _coming(one.date, today) if ahead else one.date
        if by and not found and (when := _deadline(by[1], start + by.start(1), moment, day_first)):
            yield start + by.start(1), start + by.end(1), _coming(when, today)
        start = match.end() if match else end


def _deadline(words: str, offset: int, moment: Moment, day_first: bool) -> PartialDate | None:
    """What stands behind a "by", where only that makes a date of it: "12/10", "May"."""
    try:
        weekend = weekend_of(moment.desk)
        return read_date(words, today=moment.today, day_first=day_first, weekend=weekend)
    except BadInput as error:
        if _DIGITS.fullmatch(words):
            raise BadInput(str(error), offset, offset + len(words)) from None
        return None


def _day(when: PartialDate, today: date) -> date | None:
    """The day that counts of a date: its last one; without a year, of the year in which it is nearest."""
    if not when.yearless:
        return when.last
    days = [found.last for found in _with_years(when, range(today.year - 1, today.year + 2)) if found.last]
    return min(days, key=lambda day: abs(day - today), default=None)


def _coming(when: PartialDate, today: date) -> PartialDate:
    if not when.yearless:
        return when
    coming = _with_years(when, range(today.year, today.year + 9))
    return next((found for found in coming if found.first and found.first > today), when)


def _with_years(when: PartialDate, years: range) -> Iterator[PartialDate]:
    for year in years:
        try:
            yield PartialDate.from_edtf(when.edtf.replace("XXXX", f"{year:04}"))
        except BadInput:  # 29 February, or a period over New Year
            continue
