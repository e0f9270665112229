"""Drafts of visits, delegations and meetings."""

from typing import Self

from pydantic import Field, model_validator

from db.dates import PartialDate
from db.drafts.actions import ActionDraft, FollowUpDraft
from db.drafts.base import Count, Draft, Edtf, SomeWords, Whole, Words
from db.vocabulary import (
    Attendance,
    DateBasis,
    Disposition,
    EventStatus,
    Initiator,
    LinkKind,
    MeetingFormat,
    MeetingMode,
    ParticipantRole,
    PartyRole,
    VisitKind,
)


class ParticipantDraft(Draft):
    """An official, a post or a group; at least one of them, and always the words as printed."""

    country: Words = ""
    official: Words = ""
    post: Words = ""
    organisation: Words = ""
    group: Words = ""
    as_printed: Words = ""
    role: ParticipantRole = "member"
    rank: Count | None = None
    count: Count | None = None
    on_behalf_of: Words = ""
    attendance: Attendance | None = None  # attended, or expected where the event is still to come
    inferred: bool = False

    @model_validator(mode="after")
    def _somebody(self) -> Self:
        if not (self.official or self.post or self.organisation or self.group):
            message = "a participant is an official, a post, an organisation or a group"
            raise ValueError(message)
        return self


class DelegationDraft(Draft):
    """Who travelled."""

    country: Words = ""  # the sending country unless stated
    organisation: Words = ""
    level: Words = ""
    size: Count | None = None
    complete: bool = False
    members: tuple[ParticipantDraft, ...] = ()


class AgendaDraft(Draft):
    """An outcome on the agenda of a meeting, and what came of it there."""

    action: SomeWords  # its ref
    order: Whole = 0
    disposition: Disposition = "carried in"
    note: Words = ""


class MeetingDraft(Draft):
    """People of two or more parties meet."""

    parties: tuple[SomeWords, ...] = Field(min_length=2)
    ref: Words = ""
    on: Words = ""  # ref of the visit; "" for none, or what it is nested in
    roles: dict[str, PartyRole] = Field(default_factory=dict)
    title: Words = ""
    format: MeetingFormat = "unspecified"
    mode: MeetingMode = "unknown"
    status: EventStatus = "held"
    date: Edtf = ""
    date_text: Words = ""
    date_basis: DateBasis = "stated"
    place: Words = ""
    series: Words = ""
    order: Whole | None = None
    complete: bool = False
    topics: tuple[Words, ...] = ()
    participants: tuple[ParticipantDraft, ...] = ()
    actions: tuple[ActionDraft, ...] = ()
    followups: tuple[FollowUpDraft, ...] = ()
    note: Words = ""
    agenda: tuple[AgendaDraft, ...] = ()
    handling: Words = ""

    @property
    def when(self) -> PartialDate:
        """The date as one value."""
        return PartialDate(self.date, self.date_text, self.date_basis)


class VisitDraft(Draft):
    """One country's people travel to another; nothing else is needed to enter it."""

    sending: SomeWords
    host: SomeWords
    ref: Words = ""
    title: Words = ""
    kind: VisitKind = "unknown"
    status: EventStatus = "held"
    initiated_by: Initiator = "unknown"
    date: Edtf = ""
    date_text: Words = ""
    date_basis: DateBasis = "stated"
    place: Words = ""
    purpose: Words = ""
    series: Words = ""
    topics: tuple[Words, ...] = ()
    delegations: tuple[DelegationDraft, ...] = ()
    meetings: tuple[MeetingDraft, ...] = ()
    actions: tuple[ActionDraft, ...] = ()
    followups: tuple[FollowUpDraft, ...] = ()
    note: Words = ""
    handling: Words = ""
    merged_into: Words = ""  # ref of the visit that stands for this one

    @property
    def when(self) -> PartialDate:
        """The date as one value."""
        return PartialDate(self.date, self.date_text, self.date_basis)

    @model_validator(mode="after")
    def _two_countries(self) -> Self:
        if self.sending == self.host:
            message = "a visit goes from one country to another one"
            raise ValueError(message)
        return self


class LinkDraft(Draft):
    """How two visits, named by their refs, relate."""

    a: SomeWords
    b: SomeWords
    kind: LinkKind
