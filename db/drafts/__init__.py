"""What a record must say before it may enter; the shape is that of the dossier, which is drafts, nested."""

from db.drafts.actions import ActionDraft, FollowUpDraft, LogDraft, RungDraft, ScoreDraft
from db.drafts.base import Draft
from db.drafts.desk import ApartDraft, BriefDraft, CadenceDraft, SeriesDraft
from db.drafts.dossier import Dossier
from db.drafts.people import NameDraft, OfficialDraft, TenureDraft
from db.drafts.places import OrganisationDraft, PostDraft, ServiceNameDraft, TitleDraft
from db.drafts.reference import AliasDraft, CountryDraft, CountryNameDraft, InstrumentDraft, TopicDraft
from db.drafts.sources import CitationDraft, SourceDraft
from db.drafts.visits import (
    AgendaDraft,
    DelegationDraft,
    LinkDraft,
    MeetingDraft,
    ParticipantDraft,
    VisitDraft,
)

__all__ = [
    "ActionDraft",
    "AgendaDraft",
    "AliasDraft",
    "ApartDraft",
    "BriefDraft",
    "CadenceDraft",
    "CitationDraft",
    "CountryDraft",
    "CountryNameDraft",
    "DelegationDraft",
    "Dossier",
    "Draft",
    "FollowUpDraft",
    "InstrumentDraft",
    "LinkDraft",
    "LogDraft",
    "MeetingDraft",
    "NameDraft",
    "OfficialDraft",
    "OrganisationDraft",
    "ParticipantDraft",
    "PostDraft",
    "RungDraft",
    "ScoreDraft",
    "SeriesDraft",
    "ServiceNameDraft",
    "SourceDraft",
    "TenureDraft",
    "TitleDraft",
    "TopicDraft",
    "VisitDraft",
]
