"""The typed lines as the store understands them, read again only when something changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from db import entry
from db.entry import Answer, Completion, Context, Doubt, Joining, Reading, SimilarVisit
from db.errors import BilatError, Conflict, NotFound
from db.reader import Reader
from db.rows import Moment
from tui.entry.answers import Answers
from tui.veil import veil

if TYPE_CHECKING:
    from tui.app import Bilat

SHOWN = 3  # look-alikes of a line
_ALL = 200
_MOST = 40  # lines of a batch whose look-alikes are looked for; beyond them only those of the cursor's line


class Alike(NamedTuple):
    """The visits like that of one line.

    Attributes:
        visits: the likest first.
        joining: what the line adds to the one that it is, None where it is a visit of its own.
        refusal: why it cannot be added to that one, "" when it can.
    """

    visits: Sequence[SimilarVisit] = ()
    joining: Joining | None = None
    refusal: str = ""


class Problem(NamedTuple):
    """Why lines cannot be saved, and where."""

    line: int
    column: int
    sentence: str


class Understood(NamedTuple):
    """All that is known of the lines.

    Attributes:
        readings: one a line that is not blank.
        alike: visits like theirs, by the number of the line.
        failure: why the store could not be read, "" when it could.
    """

    readings: Sequence[Reading] = ()
    alike: Mapping[int, Alike] = {}
    failure: str = ""

    def of(self, line: int) -> Reading | None:
        """The reading of a line, None of a blank one."""
        return next((one for one in self.readings if one.line == line), None)

    def under(self, before: Sequence[str], lines: Sequence[str]) -> dict[int, Reading]:
        """By the number of the line; what was read of other words than now stand there marks no letters.

        Args:
            before: the lines that were read.
            lines: those that stand there now.
        """
        if len(before) != len(lines):
            return {}
        return {
            one.line: one if before[one.line] == lines[one.line] else one._replace(tokens=(), problems=())
            for one in self.readings
        }

    @property
    def problems(self) -> int:
        """How many stretches of the lines are not understood."""
        return sum(len(one.problems) for one in self.readings)

    @property
    def doubt(self) -> tuple[int, Doubt] | None:
        """The first new official who may be a known one, and in which line."""
        return next(((one.line, one.doubts[0]) for one in self.readings if one.doubts), None)

    @property
    def problem(self) -> Problem | None:
        """The first thing that keeps the lines from being saved."""
        for one in self.readings:
            if one.problems:
                return Problem(one.line, one.problems[0].start, one.problems[0].problem)
        for line, alike in self.alike.items():
            if alike.refusal:
                return Problem(line, 0, alike.refusal)
        return None


def understand(app: Bilat, text: str, line: int, context: Context, answers: Answers) -> Understood:
    """Read the lines, and look for visits like theirs; bounded, a few milliseconds for some lines."""
    day_first = app.settings.day_first
    try:
        with app.store.read() as once:
            reader = app.at_hand.repeated.through(once)
            readings = entry.read_lines(
                text, reader=reader, moment=app.moment, context=context, day_first=day_first
            )
            readings = [_seen_by_others(_settled(one, answers)) for one in readings]
            alike: dict[int, Alike] = {}
            for at, one in enumerate(readings):
                if one.kind == "visit" and (at < _MOST or one.line == line):
                    readings[at], alike[one.line] = _compare(reader, one, app.moment, answers.of(one.line))
            return Understood(readings, alike)
    except BilatError as error:
        return Understood(failure=str(error))


def _settled(reading: Reading, answers: Answers) -> Reading:
    """The line without the people of whom the officer has said that they are new."""
    doubts = tuple(one for one in reading.doubts if one.name not in answers.new_people)
    return reading._replace(doubts=doubts)


def _seen_by_others(reading: Reading) -> Reading:
    """The line without what it tells of somebody hidden; what it enters stays the same."""
    if not veil.down:
        return reading
    summary, assumed, creates = (
        tuple(map(veil.but, told)) for told in (reading.summary, reading.assumed, reading.creates)
    )
    tokens = tuple(one._replace(reading=veil.but(one.reading)) for one in reading.tokens)
    doubts = tuple(one._replace(known=veil.but(one.known)) for one in reading.doubts)
    return reading._replace(tokens=tokens, summary=summary, assumed=assumed, creates=creates, doubts=doubts)


def _compare(reader: Reader, reading: Reading, moment: Moment, answer: Answer) -> tuple[Reading, Alike]:
    """The line with what was answered on it, as far as that is about visits that are still like it."""
    found = entry.similar(reading, reader=reader, moment=moment, most=_ALL)
    refs = {one.ref for one in found}
    same = answer.same if answer.same in refs else ""
    reading = reading._replace(answer=Answer(same, tuple(ref for ref in answer.apart if ref in refs)))
    alike = Alike([one for one in found if one.ref not in reading.answer.apart][:SHOWN])
    if not same:
        return reading, alike
    try:
        return reading, alike._replace(joining=entry.join(reader, reading.values["visits"][0], same))
    except (Conflict, NotFound) as error:
        return reading, alike._replace(refusal=str(error))


def offers(app: Bilat, line: str, column: int, context: Context, limit: int) -> list[Completion]:
    """What could stand at the cursor; nothing while the store cannot be read, which the reading says already."""
    try:
        with app.store.read() as once:
            found = entry.complete(
                line,
                column,
                reader=app.at_hand.repeated.through(once),
                moment=app.moment,
                context=context,
                limit=limit,
            )
        return [one for one in found if not veil.tells(f"{one.text}\n{one.label}\n{one.detail}")]
    except BilatError:
        return []
