"""What a record must say before it may enter; the shape is that of the dossier, which is drafts, nested."""

from db.drafts.actions import ActionDraft, FollowUpDraft, LogDraft
from db.drafts.base import Draft
from db.drafts.dossier import Dossier
from db.drafts.people import NameDraft, OfficialDraft, TenureDraft
from db.drafts.places import OrganisationDraft, PostDraft, TitleDraft
from db.drafts.sources import CitationDraft, SourceDraft
from db.drafts.visits import DelegationDraft, LinkDraft, MeetingDraft, ParticipantDraft, VisitDraft

__all__ = [
    "ActionDraft",
    "CitationDraft",
    "DelegationDraft",
    "Dossier",
    "Draft",
    "FollowUpDraft",
    "LinkDraft",
    "LogDraft",
    "MeetingDraft",
    "NameDraft",
    "OfficialDraft",
    "OrganisationDraft",
    "ParticipantDraft",
    "PostDraft",
    "SourceDraft",
    "TenureDraft",
    "TitleDraft",
    "VisitDraft",
]
