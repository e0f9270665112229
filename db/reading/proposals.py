"""What a text yields: proposals, each with the words that it rests on; nothing of it is in the store yet."""

from __future__ import annotations

from typing import Literal, NamedTuple

from db.commitments import Rung
from db.dates import PartialDate
from db.vocabulary import EventStatus, Initiator, MeetingFormat, MeetingMode, PartyRole, SourceKind, VisitKind

FindKind = Literal["country", "date", "official", "name", "post", "topic", "verb"]


class Span(NamedTuple):
    """Words of the text, by their offsets."""

    start: int
    end: int


class Find(NamedTuple):
    """Words of the text that mean something.

    Attributes:
        kind: an "official" is known to the store, a "name" is likely a new one.
        says: the code of a country or topic, the number of a rung.
    """

    start: int
    end: int
    kind: FindKind
    says: str = ""


class SourceLine(NamedTuple):
    """What is known of where a text comes from before it is read, and after; "" where it is not.

    Attributes:
        assumed: the day of publication that counts where neither the file nor the text tells one.
        around: what else stood on its page, line by line: shown on request, and never read.
    """

    title: str = ""
    publisher: str = ""
    author: str = ""
    cites: str = ""
    url: str = ""
    language: str = ""
    published: PartialDate = PartialDate()
    kind: SourceKind = "article"
    sha256: str = ""
    around: str = ""
    assumed: PartialDate = PartialDate()


class ReadPerson(NamedTuple):
    """Somebody in a delegation or at a table.

    Attributes:
        name: as printed, "" for a post whose holder is not named.
        known: the record's name of the official of the store who bears that name, "" for none or several.
        country: code, "" when the text does not tell.
        sure: False where the place in the sentence is all that speaks for it.
    """

    name: str
    post: str
    country: str
    head: bool
    spans: tuple[Span, ...]
    known: str = ""
    sure: bool = True

    @property
    def as_printed(self) -> str:
        """Name and post in one line."""
        return ", ".join(part for part in (self.name, self.post) if part)


class ReadGroup(NamedTuple):
    """People who are told as a group: "Spanish security experts".

    Attributes:
        words: as printed.
        country: code, "" when the text does not tell.
        how_many: where the words say so.
    """

    words: str
    country: str
    span: Span
    how_many: int | None = None


class ReadAction(NamedTuple):
    """An outcome with its words."""

    text: str
    quote: str
    span: Span
    verb: str
    rung: Rung
    why: str
    parties: tuple[str, ...] = ()
    owner: str = ""
    due: PartialDate = PartialDate()
    topics: tuple[str, ...] = ()
    instrument: str = ""
    sure: bool = True


class ReadMeeting(NamedTuple):
    """People of two or more parties at a table; one to come is only announced by a text about something else."""

    parties: tuple[str, ...]
    roles: tuple[tuple[str, PartyRole], ...]
    title: str
    format: MeetingFormat
    mode: MeetingMode
    status: EventStatus
    when: PartialDate
    place: str
    people: tuple[ReadPerson, ...]
    actions: tuple[ReadAction, ...]
    topics: tuple[str, ...]
    spans: tuple[Span, ...]
    sure: bool = True
    groups: tuple[ReadGroup, ...] = ()
    to_come: bool = False
    date_span: Span | None = None


class ReadVisit(NamedTuple):
    """One country's people in another; `people` and `groups` are those who travelled, `size` how many they are.

    `garbled` is the wrong name, as printed, by which the text names the country from which they came.
    """

    sending: str
    host: str
    title: str
    status: EventStatus
    initiated_by: Initiator
    when: PartialDate
    place: str
    purpose: str
    level: str
    people: tuple[ReadPerson, ...]
    meetings: tuple[ReadMeeting, ...]
    actions: tuple[ReadAction, ...]
    topics: tuple[str, ...]
    spans: tuple[Span, ...]
    date_span: Span | None = None
    sure: bool = True
    groups: tuple[ReadGroup, ...] = ()
    size: int | None = None
    kind: VisitKind = "unknown"
    garbled: str = ""

    @property
    def doubt(self) -> str:
        """Why it is in doubt, as a sentence; "" where it is not."""
        if self.sure:
            return ""
        if self.garbled:
            return f"“{self.garbled}” is a garbled name; {self.sending} seems to be meant."
        return "Who travels is not said beside where to."


class Reading(NamedTuple):
    """A text, read.

    Attributes:
        source: the line that it enters with.
        known_source: the key of the source that holds the same text already, "" for none.
        aside: what only stands around the text.
        background: events that it only mentions, each as a line.
        finds: what stands out in its sentences, in their order.
    """

    source: SourceLine
    visits: tuple[ReadVisit, ...]
    meetings: tuple[ReadMeeting, ...]
    officials: tuple[ReadPerson, ...]
    background: tuple[str, ...]
    sentences: tuple[Span, ...]
    aside: tuple[Span, ...]
    known_source: str = ""
    finds: tuple[Find, ...] = ()
