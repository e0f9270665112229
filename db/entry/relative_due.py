"""When a follow-up is due by an event, and how often it repeats, as a line says it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from db.dates import PartialDate, show_date
from db.dates.anchored import BOTH, Anchored, read_anchored
from db.dates.recurrence import first_day, tied
from db.dates.repeating import may_repeat, read_repeats
from db.dates.show_rule import show_rule
from db.entry.anchors import WHICH, Whose, country_of, due_from, event_of, settled, told
from db.errors import BadInput
from db.merged import standing
from db.queries.anchors import Event
from db.refs import bearer
from db.rows import Key

if TYPE_CHECKING:
    from db.entry.parts import Parts
    from db.entry.shapes import Reading, Work
    from db.reader import Reader
    from db.vocabulary import Ball

_LONGEST = 12  # words
_AROUND = ",;:."
_HUNG_ON = "on"  # how a draft calls the event that the follow-up hangs on itself
ONLY_STEPS = "Only a follow-up is due by an event and moves with it; write a day, or a follow-up (todo …)."


class Stretch(NamedTuple):
    """Words that mean one thing: the chunks that they take and where they stand."""

    first: int
    last: int
    start: int
    end: int
    text: str


def _stretches(work: Work, number: int, last: int) -> Iterator[Stretch]:
    """The words from one chunk on, the most of them first."""
    chunk = work.chunks[number]
    for end in range(min(last, number + _LONGEST), number - 1, -1):
        stop = work.chunks[end].end if end > number else chunk.at + len(chunk.text)
        text = work.text[chunk.at : stop].rstrip(_AROUND)
        yield Stretch(number, end, chunk.at, chunk.at + len(text), text)


def _free_words_after(work: Work, number: int) -> int:
    """The last of the words behind a chunk that nothing has taken yet."""
    last = number
    while last + 1 < len(work.chunks) and last + 1 not in work.used and work.chunks[last + 1].kind == "word":
        last += 1
    return last


def anchored_in_field(work: Work, number: int) -> tuple[Stretch, Anchored] | None:
    """A field that says how far from an event, with as many words behind it as belong to that; raises BadInput."""
    last = number if work.chunks[number].quoted else _free_words_after(work, number)
    for stretch in _stretches(work, number, last):
        if found := read_anchored(stretch.text):
            return stretch, found
    return None


def anchored_at_the_end(work: Work) -> tuple[Stretch, Anchored] | None:
    """The words with which a line ends: "by 2 weeks before the visit", "10 days after V-2026-001"; raises BadInput.

    Without "by" they name the event, or count, since a text may well speak of the day before something.
    """
    for run in work.free():
        for number in run:
            word = work.chunks[number]
            by = word.text.casefold() == "by" and number < run[-1]
            whole = next(_stretches(work, number + by, run[-1]))
            found = read_anchored(whole.text) if whole.last == run[-1] else None
            if found and (by or found.event or whole.text[0].isdigit()):
                return whole._replace(first=number, start=word.start), found
    return None


def repeats_in_field(work: Work, number: int) -> tuple[Stretch, str]:
    """The rule that a field says, with as many words behind it as belong to it; raises BadInput."""
    chunk = work.chunks[number]
    last = number if chunk.quoted else _free_words_after(work, number)
    refused: BadInput | None = None
    for stretch in _stretches(work, number, last):
        first = stretch.text.partition(" ")[0]
        every = "" if may_repeat(first) or "=" in stretch.text else "every "
        try:
            return stretch, read_repeats(
                f"{every}{stretch.text.replace('_', ' ')}", today=work.moment.today, day_first=work.day_first
            )
        except BadInput as error:
            refused = error
    raise refused or BadInput("Write what follows “every:”.", chunk.start, chunk.end)


def repeats_at_the_end(work: Work) -> tuple[Stretch, str] | None:
    """The words with which a line ends, where they say how often: "every month", "every 2 weeks until 31 dec 2027"."""
    for run in work.free():
        for number in run:
            if not may_repeat(work.chunks[number].text):
                continue
            whole = next(_stretches(work, number, run[-1]))
            if whole.last != run[-1]:
                continue
            try:
                return whole, read_repeats(whole.text, today=work.moment.today, day_first=work.day_first)
            except BadInput:  # "check every file" is a text
                continue
    return None


# --- what hangs together ---------------------------------------------------------------------------------


def whose_days(work: Work) -> str:
    """The country whose working days a line counts in, from what it says anywhere: its assignee, its ball."""
    said = {chunk.key: chunk.spoken for chunk in work.chunks if chunk.kind == "field"}
    ball: Ball = "them" if said.get("ball", "").casefold().startswith("th") else "us"
    whose = Whose(said.get("owner", ""), ball, work.context.on, work.moment.desk)
    return country_of(work.reader, whose)


def settle_due(work: Work, parts: Parts, above: Sequence[Reading]) -> None:
    """Work out the day once it is known what the follow-up hangs on, and when what repeats is due first."""
    if parts.anchored is not None and parts.repeats:
        _blame(work, BOTH)
    elif parts.anchored is not None:
        try:
            _settle_anchor(work, parts, above, parts.anchored)
        except BadInput as error:
            _blame(work, str(error))
    elif parts.repeats:
        _settle_first(work, parts)


def _settle_anchor(work: Work, parts: Parts, above: Sequence[Reading], anchored: Anchored) -> None:
    if not anchored.event and parts.above:
        event = _above(work.reader, above, parts.above)
        offset = anchored.offset
        if offset.works:
            offset = offset._replace(country=work.country or work.moment.desk)
    else:
        on = _key(work.reader, str(parts.values.get("on", "")))
        assignee, ball = parts.values.get("assignee", ""), parts.values.get("ball", "us")
        offset, event = settled(work.reader, anchored, on, Whose(assignee, ball, on, work.moment.desk))
    parts.due = due_from(offset, event)
    parts.values["anchor"] = event.ref if event.key else _HUNG_ON
    parts.values["offset"] = str(offset)
    parts.shown["due"] = told(offset, event, work.moment.today)
    _put_reading(work, f"due {parts.shown['due']}")


def _key(reader: Reader, ref: str) -> Key | None:
    on = bearer(reader, ref)
    return standing(reader, on) if on else None


def _above(reader: Reader, above: Sequence[Reading], kind: str) -> Event:
    """The visit or meeting of an earlier line, which has no ref yet."""
    line = next((one for one in reversed(above) if one.kind in {"visit", "meeting"}), None)
    action = next((one for one in reversed(above) if one.kind == "action"), None)
    if kind == "action" and action is not None and not action.above:
        on = _key(reader, str(action.values.get("actions", [{}])[0].get("on", "")))
        if (event := event_of(reader, on)) is not None:
            return event._replace(key=None)
    if line is None:
        raise BadInput(WHICH)
    record = [*line.values.get("visits", ()), *line.values.get("meetings", ())]
    when = PartialDate(record[0].get("date", "") if record else "")
    return Event(None, f"the {line.kind} in line {line.line + 1}", when)


def _settle_first(work: Work, parts: Parts) -> None:
    """What repeats is due for the first time on the day that is named, else on its first one from now."""
    today = work.moment.today
    day = parts.due.last
    if day is None:
        day = first_day(parts.repeats, today)
        if day is None:
            _blame(work, "What repeats so has no day to come any more.")
            return
        parts.due = PartialDate.day(day)
        work.assumed.append(f"due {show_date(parts.due)}, the first time")
    rule = tied(parts.repeats, day)
    parts.values["recurrence"] = rule
    parts.shown["recurrence"] = show_rule(rule)
    # From the 31st "every month" means the last day, and that must be seen before it is saved.
    _put_reading(work, show_rule(rule), kind="field", instead_of=show_rule(parts.repeats))


def _put_reading(work: Work, reading: str, *, kind: str = "due", instead_of: str = "") -> None:
    for number, token in enumerate(work.tokens):
        if token.kind == kind and instead_of in {"", token.reading}:
            work.tokens[number] = token._replace(reading=reading)


def _blame(work: Work, sentence: str) -> None:
    """Put what is wrong on the words that say when it is due."""
    for number, token in enumerate(work.tokens):
        if token.kind == "due":
            work.tokens[number] = token._replace(problem=token.problem or sentence)
            return
    first = work.tokens[0]
    work.tokens[0] = first._replace(problem=sentence)
