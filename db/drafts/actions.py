"""Drafts of outcomes and of our own follow-ups."""

from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from db.commitments import AGREED, RUNGS, Rung
from db.dates import PartialDate
from db.dates.anchored import BOTH, parse_offset
from db.dates.rules import canonical
from db.drafts.base import Draft, Edtf, SomeWords, Whole, Words
from db.errors import BadInput
from db.vocabulary import ActionStatus, Ball, DateBasis, FollowUpStatus, LogKind


def _offset(value: str) -> str:
    try:
        return str(parse_offset(value)) if value else ""
    except BadInput as error:
        raise ValueError(str(error)) from None


def _rule(value: str) -> str:
    try:
        return canonical(value) if value.strip() else ""
    except BadInput as error:
        raise ValueError(str(error)) from None


Rule = Annotated[Words, AfterValidator(_rule)]
"""What repeats, as a rule of RFC 5545; "" for what does not."""
ByEvent = Annotated[Words, AfterValidator(_offset)]
"""How far from an event, "" where it hangs on none."""


class LogDraft(Draft):
    """What happened on a follow-up; `at` is an ISO day."""

    at: SomeWords
    kind: LogKind = "noted"
    text: Words = ""
    by: Words = ""
    next_check: Words = ""


class RungDraft(Draft):
    """An outcome moved on the ladder: when that was said, where, and by what."""

    was: Rung
    now: Rung
    date: Edtf = ""
    date_text: Words = ""
    date_basis: DateBasis = "stated"
    source: Words = ""  # key of the source that says so
    at: Words = ""  # ref of the visit or meeting at which it was said
    note: Words = ""

    @property
    def when(self) -> PartialDate:
        """The date as one value."""
        return PartialDate(self.date, self.date_text, self.date_basis)

    @model_validator(mode="after")
    def _moves(self) -> Self:
        if self.was == self.now:
            message = "an outcome moves from one rung to another one"
            raise ValueError(message)
        return self


class ScoreDraft(Draft):
    """What a party to an outcome made of it: kept 1, in part 0, not kept -1."""

    country: SomeWords
    role: Words = ""
    score: Annotated[int, Field(ge=-1, le=1)] | None = None
    evidence: Words = ""


class FollowUpDraft(Draft):
    """One of our own next steps."""

    text: SomeWords
    ref: Words = ""
    on: Words = ""  # ref of what it hangs on, or "official:Name"; "" for nothing, or what it is nested in
    due: Edtf = ""
    due_text: Words = ""
    due_basis: DateBasis = "stated"
    ball: Ball = "us"
    status: FollowUpStatus = "open"
    assignee: Words = ""
    recurrence: Rule = ""
    log: tuple[LogDraft, ...] = ()
    note: Words = ""
    remind_on: Words = ""  # ISO day
    hidden_until: Words = ""  # ISO day
    anchor: Words = (
        ""  # ref of the visit or meeting that its date hangs on, "on" for the one that it hangs on itself
    )
    offset: ByEvent = ""  # by so much: "-2 weeks"
    closed_on: Words = ""  # ISO day
    close_reason: Words = ""
    handling: Words = ""

    @property
    def by(self) -> PartialDate:
        """When it is due."""
        return PartialDate(self.due, self.due_text, self.due_basis)

    @model_validator(mode="after")
    def _hangs_by_so_much(self) -> Self:
        if bool(self.anchor) != bool(self.offset):
            message = "an anchor and an offset go together"
            raise ValueError(message)
        if self.anchor and self.recurrence:
            raise ValueError(BOTH)
        return self


class ActionDraft(Draft):
    """An outcome at the rung that its verb supports."""

    text: SomeWords
    ref: Words = ""
    on: Words = ""  # ref of the visit or meeting; "" for nothing, or what it is nested in
    part_of: Words = ""  # ref of the outcome that was split
    verb: Words = ""
    rung: Rung | None = None  # noted, unless the record is there already and says otherwise
    status: ActionStatus | None = None  # open, from agreed on
    parties: tuple[Words, ...] = ()
    owner: Words = ""  # a country's code, an organisation, "Title/Organisation" or an official
    due: Edtf = ""
    due_text: Words = ""
    due_basis: DateBasis = "stated"
    instrument: Words = ""
    deliverable: Words = ""
    topics: tuple[Words, ...] = ()
    followups: tuple[FollowUpDraft, ...] = ()
    note: Words = ""
    visit: Words | None = None  # ref of its visit, where that is not the one of its meeting; "" for none
    supersedes: Words = ""  # ref of the outcome that it replaces
    promoted_from: Words = ""  # ref of the outcome that it grew out of
    scores: tuple[ScoreDraft, ...] = ()
    rungs: tuple[RungDraft, ...] = ()  # at which it stood, in the order of its moves
    log: tuple[LogDraft, ...] = ()
    closed_on: Words = ""  # ISO day
    close_reason: Words = ""
    handling: Words = ""
    quote: Words = ""  # the words of the source that say so; they enter as a citation
    span: tuple[Whole, Whole] | None = None  # where they stand in its text

    @property
    def by(self) -> PartialDate:
        """When it is due."""
        return PartialDate(self.due, self.due_text, self.due_basis)

    @model_validator(mode="after")
    def _a_status_needs_a_commitment(self) -> Self:
        if self.status and self.rung is not None and RUNGS.index(self.rung) < AGREED:
            message = f"only agreed and signed outcomes have a status, and this one is {self.rung}"
            raise ValueError(message)
        return self
