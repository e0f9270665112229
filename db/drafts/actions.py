"""Drafts of outcomes and of our own follow-ups."""

from typing import Self

from pydantic import model_validator

from db.commitments import AGREED, RUNGS, Rung
from db.dates import PartialDate
from db.drafts.base import Draft, Edtf, SomeWords, Words
from db.vocabulary import ActionStatus, Ball, DateBasis, FollowUpStatus, LogKind


class LogDraft(Draft):
    """What happened on a follow-up; `at` is an ISO day."""

    at: SomeWords
    kind: LogKind = "noted"
    text: Words = ""
    by: Words = ""
    next_check: Words = ""


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
    recurrence: Words = ""
    log: tuple[LogDraft, ...] = ()
    note: Words = ""

    @property
    def by(self) -> PartialDate:
        """When it is due."""
        return PartialDate(self.due, self.due_text, self.due_basis)


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
