"""What an officer answers to "What makes it agreed?": words, a source, a later event, a date."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from db.dates import UNSTATED, PartialDate
from db.entry.chunks import Chunk, cut
from db.entry.days import Found, at_an_edge, read_stretch, show
from db.entry.shapes import Context, Token, Work, quoted
from db.entry.sources import read_source
from db.entry.vocabulary import ALIASES, FIELD_NAMES
from db.errors import BadInput
from db.forms import names
from db.forms.reading import clean
from db.forms.said_when import events_then
from db.rows import Key, Moment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from db.reader import Reader

LONGEST = 2_000  # characters
_REF = re.compile(r"[A-Z]-\d{4}-\d+", re.ASCII | re.IGNORECASE)
_DAY = {
    "visit": "SELECT date_edtf, date_text, date_basis FROM visit WHERE id = :id",
    "meeting": "SELECT COALESCE(NULLIF(m.date_edtf, ''), v.date_edtf, ''),"
    " CASE WHEN m.date_edtf = '' THEN COALESCE(v.date_text, '') ELSE m.date_text END,"
    " CASE WHEN m.date_edtf = '' THEN COALESCE(v.date_basis, 'stated') ELSE m.date_basis END"
    " FROM meeting m LEFT JOIN visit v ON v.id = m.visit_id WHERE m.id = :id",
}
_YEARS_BACK = 8  # until the 29th of February has come by


class SaysSo(NamedTuple):
    """What makes an outcome stand higher.

    Attributes:
        note: in words.
        source: a draft of it, empty for none.
        event: the later visit or meeting at which it was said; where only a day or a month was written, the one
            that the parties had then.
        when: the day on which it was said; where none was written, that of the event.
        tokens: the stretches that were understood.
        told: the parts of it, in words.
    """

    note: str = ""
    source: dict[str, Any] = {}  # noqa: RUF012 - never changed
    event: names.Hook | None = None
    when: PartialDate = UNSTATED
    tokens: tuple[Token, ...] = ()
    told: tuple[str, ...] = ()


def read_says_so(
    reader: Reader, text: str, *, today: date, day_first: bool = True, of: Iterable[Key] = ()
) -> SaysSo:
    """Read "confirmed in the joint statement on:M-2026-001", or "src:Communiqué/MAP on:jan 2026".

    Args:
        reader: of the store.
        text: as typed.
        today: the officer's day.
        day_first: whether 3/2 is in February.
        of: the outcomes that it makes stand higher.

    Raises:
        BadInput: nothing says so yet, or a part is not understood; with the offsets of the part at fault.
    """
    text = clean(text)
    if len(text) > LONGEST:
        raise BadInput(f"This has {LONGEST:,} characters at most; put a longer text into the note.")
    work = Work(text, cut(text), reader, Moment(today, ""), Context(), day_first)
    answer = _Answer(work)
    for number, chunk in enumerate(work.chunks):
        key = ALIASES.get(chunk.key, chunk.key)
        if chunk.kind == "field" and key in FIELD_NAMES:
            answer.field(number, key)
    return answer.read(of)


class _Answer:
    """One answer being read."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._spent: list[tuple[int, int]] = []  # stretches that are no words of the note
        self._note: list[str] = []
        self._source: dict[str, Any] = {}
        self._event: names.Hook | None = None
        self._when = UNSTATED
        self._told: list[str] = []

    def field(self, number: int, key: str) -> None:
        chunk = self._work.chunks[number]
        self._work.take(number)
        match key:
            case "src" if chunk.text.strip():
                self._source, reading, problem = read_source(self._work, chunk)
                self._take(chunk, chunk.end, "source", reading, problem)
                self._told.append(reading)
            case "note":
                self._note.append(chunk.spoken)
                self._take(chunk, chunk.end, "field", chunk.spoken)
            case "on" if _REF.fullmatch(chunk.text):
                self._at(chunk)
            case "on" | "date":
                found = read_stretch(self._work, number)
                self._work.take(*range(number, found.last + 1))
                end = chunk.end if found.last == number else found.end
                problem = found.problem and (
                    f"{quoted(chunk.text)} is no visit or meeting such as M-2026-001, and no date such as jan 2026."
                )
                self._dated(found, chunk.start, end, problem)
                self._spent.append((chunk.start, end))
            case _:
                raise BadInput(
                    f"“{key}:” says nothing here; write words, src:, on: or date:, and put other words in quotes.",
                    chunk.start,
                    chunk.end,
                )

    def _at(self, chunk: Chunk) -> None:
        try:
            self._event = names.record(self._work.reader, chunk.text, "VM")
        except BadInput as error:
            raise BadInput(str(error), chunk.start, chunk.end) from None
        told = f"at {self._event.name} {self._event.echo}".rstrip()
        self._take(chunk, chunk.end, "ref", told)
        self._told.append(told)

    def _day_of_event(self) -> PartialDate:
        """The date of the event that is named; a meeting's is its visit's where it has none of its own."""
        if self._event is None:
            return UNSTATED
        found = self._work.reader.one(_DAY[self._event.kind], id=self._event.number)
        return PartialDate(*found) if found else UNSTATED

    def _take(self, chunk: Chunk, end: int, kind: str, reading: str, problem: str = "") -> None:
        if problem:
            raise BadInput(problem, chunk.start, end)
        self._work.add(kind, chunk.start, end, reading)
        self._spent.append((chunk.start, end))

    def _dated(self, found: Found, start: int, end: int, problem: str) -> None:
        today = self._work.moment.today
        when = _gone_by(found.date, today)
        if not problem and when.first and when.first > today:
            problem = f"{show(when, today)} lies ahead; only what has been said makes it so."
        if problem:
            raise BadInput(problem, start, end)
        self._when = when
        self._work.add("date", start, end, show(when, today))

    def read(self, of: Iterable[Key]) -> SaysSo:
        loose = [] if self._when.edtf else at_an_edge(self._work)
        for found in loose[:1]:
            self._dated(found, found.start, found.end, found.problem)
        words = self._words()
        alone = loose and words == self._work.text[loose[0].start : loose[0].end]
        note = " ".join(("" if alone else words, *self._note)).strip()
        if not (note or self._source or self._event):
            raise BadInput(
                "Say what makes it so: a few words, src: and where it stands, or on: and the meeting."
            )
        when = self._when if self._when.edtf else self._day_of_event()
        self._at_the_event_of(when, of)
        if when.edtf:
            self._told.insert(0, show(when, self._work.moment.today))
        return SaysSo(
            note,
            self._source,
            self._event,
            when,
            tuple(sorted(self._work.tokens)),
            (*self._told, *([f"“{note}”"] if note else [])),
        )

    def _at_the_event_of(self, when: PartialDate, of: Iterable[Key]) -> None:
        """Take the one event that the parties had then for the event; where there were several, say so."""
        if self._event is not None or not when.edtf:
            return
        then = events_then(self._work.reader, of, when)
        if len(then) == 1:
            self._event = then[0]
            self._told.append(f"at {then[0].name} {then[0].echo}".rstrip())
        elif then:
            self._told.append(f"{len(then)} events then; on:{then[0].name} names one")

    def _words(self) -> str:
        """What is no field, as written."""
        left, at = [], 0
        for start, end in [*sorted(self._spent), (len(self._work.text), 0)]:
            left.append(self._work.text[at:start])
            at = end
        return " ".join(" ".join(left).split())


def _gone_by(when: PartialDate, today: date) -> PartialDate:
    """A date that names no year, in the last year in which it had begun; others as they are."""
    for year in range(today.year, today.year - _YEARS_BACK - 1, -1) if when.yearless else ():
        try:
            found = PartialDate.from_edtf(when.edtf.replace("XXXX", f"{year:04}"), when.text, "inferred")
        except BadInput:  # 29 February, or a period over New Year
            continue
        if found.first and found.first <= today:
            return found
    return when
