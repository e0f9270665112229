"""What is on the agenda of a meeting, and what came of it there."""

from typing import NamedTuple

from db.dates import UNSTATED, PartialDate
from db.rows.keys import Key
from db.rows.lines import ActionRow, EventRow


class AgendaRow(NamedTuple):
    """An outcome that is on the agenda of a meeting, or could be.

    Attributes:
        position: on the agenda, from 1; 0 where it is not on it.
        disposition: what became of it there, "" where it is not on it.
        since: when the event was from which it comes.
    """

    action: ActionRow
    position: int = 0
    disposition: str = ""
    note: str = ""
    since: PartialDate = UNSTATED

    @property
    def key(self) -> Key:
        """The outcome."""
        return self.action.key

    @property
    def carried(self) -> int:
        """Into how many meetings it was carried; 0 where that is this one alone."""
        return 0 if self.position and self.action.carried == 1 else self.action.carried


class Agenda(NamedTuple):
    """The agenda of a meeting with what else is open or watched between its parties, or in its series.

    Attributes:
        event: the meeting.
        series: its own or its visit's name, "" for none.
        rows: what is on it in its order, then the others: agreed, proposed, explored, the oldest first.
        left_out: how many more there are, of which the firmest and oldest are shown.
    """

    event: EventRow
    series: str
    rows: tuple[AgendaRow, ...]
    left_out: int = 0

    @property
    def kept(self) -> tuple[AgendaRow, ...]:
        """What is on it."""
        return tuple(row for row in self.rows if row.position)


class CarriedRow(NamedTuple):
    """A meeting into which an outcome was carried, and what became of it there."""

    key: Key
    ref: str
    parties: tuple[str, ...]
    date: PartialDate
    status: str
    disposition: str
    note: str


class ComingMeetings(NamedTuple):
    """The meetings that may be the next one.

    Attributes:
        next: the one that it is, None where that cannot be told.
        others: those that it might be, the nearest first.
        series: by whose name they were looked for, "" for none.
        parties: else by whom.
    """

    next: EventRow | None
    others: tuple[EventRow, ...] = ()
    series: str = ""
    parties: tuple[str, ...] = ()


class ScoreRow(NamedTuple):
    """How far a party kept an outcome: 1 kept, 0 in part, -1 not kept, None where nobody said."""

    country: str
    score: int | None = None
    evidence: str = ""


class KeptCount(NamedTuple):
    """How many outcomes a country kept, kept in part and did not keep."""

    country: str
    kept: int
    in_part: int
    not_kept: int


class ScoredRow(NamedTuple):
    """An outcome of two countries with how far each of its parties kept it."""

    action: ActionRow
    closed_on: str  # ISO day
    scores: tuple[ScoreRow, ...]

    @property
    def key(self) -> Key:
        """The outcome."""
        return self.action.key


class Kept(NamedTuple):
    """What two countries kept of what they had agreed.

    Attributes:
        counts: of both, in the order asked for; none where nothing was scored.
        rows: the latest closed ones, twenty at most.
    """

    counts: tuple[KeptCount, ...] = ()
    rows: tuple[ScoredRow, ...] = ()
