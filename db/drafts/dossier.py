"""The dossier: one source and everything it says, nested; what is imported, exported and seeded."""

from typing import Literal

from db.drafts.actions import ActionDraft, FollowUpDraft
from db.drafts.base import Draft, Words
from db.drafts.people import OfficialDraft
from db.drafts.places import OrganisationDraft, PostDraft
from db.drafts.sources import CitationDraft, SourceDraft
from db.drafts.visits import LinkDraft, MeetingDraft, VisitDraft


class Dossier(Draft):
    """Everything that one source says; `background` holds events that it only mentions."""

    bilat: Literal[1]
    source: SourceDraft | None = None
    organisations: tuple[OrganisationDraft, ...] = ()
    posts: tuple[PostDraft, ...] = ()
    officials: tuple[OfficialDraft, ...] = ()
    visits: tuple[VisitDraft, ...] = ()
    meetings: tuple[MeetingDraft, ...] = ()
    actions: tuple[ActionDraft, ...] = ()
    followups: tuple[FollowUpDraft, ...] = ()
    links: tuple[LinkDraft, ...] = ()
    citations: tuple[CitationDraft, ...] = ()
    background: tuple[Words, ...] = ()
