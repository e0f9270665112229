"""The days that stand among the words of a line: when it was, or when it is due."""

from __future__ import annotations

from datetime import date

from db.dates import PartialDate
from db.dates.show_rule import show_rule
from db.entry import days
from db.entry.fields import due
from db.entry.parts import Parts
from db.entry.relative_due import anchored_at_the_end, repeats_at_the_end
from db.entry.shapes import Work
from db.entry.years import likely_year
from db.errors import BadInput

_ABOUT = frozenset(
    ("of", "for", "from", "since", "after", "the", "du", "del", "de", "desde", "depuis", "para", "pour")
)


def find_days(work: Work, parts: Parts) -> None:
    """Find what the fields have left, and mark it; an event's day is when it was, any other's when it is due."""
    if parts.kind == "action":
        if not _is_due(
            work, parts
        ):  # its text speaks of other days; when it is due stands after "by" or due:
            _due_by(work, parts)
    elif parts.kind == "followup":
        _due_of_a_step(work, parts)
    else:
        _when(work, parts)


def _when(work: Work, parts: Parts) -> None:
    for found in days.find_dates(work):
        problem = found.problem
        if not problem and any(token.kind == "date" for token in work.tokens):
            problem = (
                "There is a date already; write a period as 28 Jan - 2 Feb 2025, or put the words in quotes."
            )
        work.take(*range(found.first, found.last + 1))
        work.add("date", found.start, found.end, _shown(found.date, work.moment.today), problem)
        if not problem:
            parts.when = found.date
            work.year = likely_year(work, found)


def _due_of_a_step(work: Work, parts: Parts) -> None:
    """What it repeats by may stand behind when it is due, or before it."""
    is_due = _is_due(work, parts) or _due_by_event(work, parts) or _due_by(work, parts)
    if not parts.repeats:
        _repeats(work, parts)
    if not (is_due or _due_by_event(work, parts) or _due_by(work, parts)):
        _due_at_an_edge(work, parts, days.at_an_edge(work))


def _is_due(work: Work, parts: Parts) -> bool:
    return bool(parts.due.edtf) or any(token.kind == "due" for token in work.tokens)


def _due_by_event(work: Work, parts: Parts) -> bool:
    """The line ends in "2 weeks before M-2026-001"."""
    try:
        found = anchored_at_the_end(work)
    except BadInput:  # then the words are about something else
        return False
    if found is None:
        return False
    stretch, parts.anchored = found
    work.take(*range(stretch.first, stretch.last + 1))
    work.add("due", stretch.start, stretch.end, f"due {parts.anchored}")
    return True


def _repeats(work: Work, parts: Parts) -> None:
    """The line ends in "every month"."""
    if found := repeats_at_the_end(work):
        stretch, parts.repeats = found
        work.take(*range(stretch.first, stretch.last + 1))
        work.add("field", stretch.start, stretch.end, show_rule(parts.repeats))


def _due_by(work: Work, parts: Parts) -> bool:
    """The line ends in "by fri": that is when it is due."""
    found = days.after_by(work)
    if found is None:
        return False
    work.take(*range(found.first, found.last + 1))
    parts.due = due(work, found.date)
    work.add("due", found.start, found.end, f"due {_shown(parts.due, work.moment.today)}")
    return True


def _due_at_an_edge(work: Work, parts: Parts, dates: list[days.Found]) -> None:
    """The day at the start or end of a follow-up is when it is due, unless it is a day of something else."""
    if not dates:
        return
    found = next((one for one in dates if not one.problem), dates[0])
    word = work.text[found.start : found.end].split()[0]
    before = work.chunks[found.first - 1].text if found.first > 0 else ""
    problem = found.problem
    if not problem and {word.casefold(), before.casefold()} & _ABOUT:
        day = work.text[found.start : found.end]
        day = day[len(word) :].strip() if word.casefold() in _ABOUT else day
        problem = f"Is that when it is due? Write due:{day} if so, or put the words in quotes."
    work.take(*range(found.first, found.last + 1))
    when = found.date if problem else due(work, found.date)
    work.add("due", found.start, found.end, f"due {_shown(when, work.moment.today)}", problem)
    if not problem:
        parts.due = when


def _shown(when: PartialDate, today: date) -> str:
    return days.show(when, today) if when.edtf or when.text else "no date"
