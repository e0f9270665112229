"""What surrounds a line, what reading it gives, and what is offered while it is typed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from db.dates.weekends import Weekend, weekend_of
from db.entry.chunks import Chunk
from db.reader import Reader
from db.rows import Key, Moment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.entry.people import Official


class Whole(NamedTuple):
    """The outcome that is being split: each line becomes a part of it.

    Attributes:
        ref: its ref.
        rung: at which its parts stand too, unless they say otherwise.
    """

    ref: str
    rung: str


class Context(NamedTuple):
    """What surrounds the line.

    Attributes:
        pair: country codes of the pair in scope, the desk's own first; the sides of a visit that names none.
        on: what is selected: outcomes and follow-ups hang on it.
        on_label: how the screen calls it.
        clip: the text on the clipboard, which `src:clip` makes the source.
        whole: the outcome that is being split, None for none.
        last: the visit or meeting that was entered last in this run; outcomes hang on it where nothing is selected.
    """

    pair: tuple[str, str] | None = None
    on: Key | None = None
    on_label: str = ""
    clip: str = ""
    whole: Whole | None = None
    last: Key | None = None


class Token(NamedTuple):
    """A stretch of the line and what it was read as.

    Attributes:
        start: offset of its first character.
        end: offset after its last one.
        kind: sides, date, person, topic, place, initiator, rung, word, field, source, due, owner, with, ball,
            ref or unread.
        reading: what it means, in words.
        problem: "", or a sentence: what is not understood and what would be accepted.
    """

    start: int
    end: int
    kind: str
    reading: str
    problem: str = ""


class Completion(NamedTuple):
    """Something to put in the place of text[start:end]; `new` makes a record that does not exist yet."""

    start: int
    end: int
    text: str
    label: str
    detail: str = ""
    new: bool = False


class Answer(NamedTuple):
    """What the officer says on the visits that look like the one of a line.

    Attributes:
        same: ref of the visit that it is, "" for a visit of its own.
        apart: refs of visits that it is not.
    """

    same: str = ""
    apart: tuple[str, ...] = ()


class Doubt(NamedTuple):
    """Somebody new who may well be an official of the store under another spelling.

    Attributes:
        start: offset of the stretch that names them.
        end: offset after it.
        name: as typed.
        known: the official, told apart from namesakes.
        text: what stands in that stretch when the official is meant.
    """

    start: int
    end: int
    name: str
    known: str
    text: str

    @property
    def sentence(self) -> str:
        """For the officer, without a full stop."""
        return f"{quoted(self.name)} may be {self.known}"


class Reading(NamedTuple):
    """A line as it is understood.

    Attributes:
        text: the line; offsets of tokens point into it.
        kind: visit, meeting, action, followup or official; "" while nothing can be told.
        tokens: in order, never overlapping.
        summary: the parts of the line under the entry.
        creates: people and offices that do not exist yet.
        assumed: what came from the context or from the calendar, not from the line.
        values: a dossier without "bilat"; empty while problems remain.
        problems: the tokens that are not understood.
        above: "event" where it hangs on the nearest visit or meeting in an earlier line of the same batch, "action"
            where it hangs on the outcome there, else "".
        line: its number in a batch, from 0; blank lines count.
        answer: what the officer says on visits that look like it.
        doubts: new people who may be known ones.
        remarks: what is odd about the line and no mistake.
        year: the likely year for its date that names none.
    """

    text: str
    kind: str
    tokens: tuple[Token, ...] = ()
    summary: tuple[str, ...] = ()
    creates: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()
    values: dict[str, Any] = {}  # noqa: RUF012 - never changed
    problems: tuple[Token, ...] = ()
    above: Literal["", "event", "action"] = ""
    line: int = 0
    answer: Answer = Answer()
    doubts: tuple[Doubt, ...] = ()
    remarks: tuple[str, ...] = ()
    year: Completion | None = None

    @property
    def told(self) -> tuple[str, ...]:
        """The summary and what would be made, each thing once: “head new official …” says both."""
        made = tuple(one for one in self.creates if not any(one in said for said in self.summary))
        said = (one for one in self.summary if not any(f"“{one}”" in new for new in made))
        return tuple(dict.fromkeys((*said, *made)))


@dataclass
class Work:
    """One line being read: every part of the grammar adds its tokens and takes its chunks.

    Attributes:
        country: whose working days count, "" for those of the desk.
        newcomers: officials whom the earlier lines of a batch make.
    """

    text: str
    chunks: list[Chunk]
    reader: Reader
    moment: Moment
    context: Context
    day_first: bool
    tokens: list[Token] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    creates: list[str] = field(default_factory=list)
    assumed: list[str] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    year: Completion | None = None
    country: str = ""
    newcomers: Sequence[Official] = ()
    patience: int = 400  # windows of words that are tried as dates, so that no line takes long

    @property
    def weekend(self) -> Weekend:
        """The days that are no working days here."""
        return weekend_of(self.country or self.moment.desk)

    def take(self, *numbers: int) -> None:
        """Say that chunks are understood, so that they are not words of the title."""
        self.used.update(numbers)

    def add(self, kind: str, start: int, end: int, reading: str, problem: str = "") -> None:
        """Say what a stretch is."""
        self.tokens.append(Token(start, end, kind, reading, problem))

    def free(self) -> list[list[int]]:
        """Runs of neighbouring words that nothing has taken, by number."""
        runs: list[list[int]] = []
        for number, chunk in enumerate(self.chunks):
            if chunk.kind != "word" or number in self.used:
                continue
            if runs and runs[-1][-1] == number - 1:
                runs[-1].append(number)
            else:
                runs.append([number])
        return runs


def storable(text: str) -> str:
    """The text with spaces for what no database keeps, so that offsets stay."""
    return text if text.isascii() and "\x00" not in text else _UNSTORABLE.sub(" ", text)


_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def listed(words: list[str], *, joint: str = "or", most: int = 4) -> str:
    """Names in a sentence: "A, B or C"; beyond the most that are readable it says so."""
    shown = words[:most]
    if len(words) > most:
        return f"{', '.join(shown)} {joint} others"
    return f" {joint} ".join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))


def quoted(text: str) -> str:
    """A word of the officer's in a sentence, cut where it would fill the line."""
    return f"“{text}”" if len(text) <= LONGEST_SHOWN else f"“{text[: LONGEST_SHOWN - 1]}…”"


LONGEST_SHOWN = 40
