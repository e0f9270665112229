"""The tables, by subject; importing this package registers all of them in one metadata."""

from db.models.actions import Action, ActionParty, ActionTopic, AgendaItem, FollowUp, LogEntry, RungChange
from db.models.briefs import Brief, Cadence
from db.models.history import Change, Setting, Step
from db.models.people import NotSame, Official, OfficialName, Tenure
from db.models.places import (
    Country,
    CountryName,
    Organisation,
    OrganisationName,
    Post,
    PostCounterpart,
    PostTitle,
)
from db.models.sources import Citation, Source
from db.models.topics import Instrument, InstrumentAlias, Topic, TopicAlias
from db.models.visits import (
    Delegation,
    Meeting,
    MeetingParty,
    MeetingTopic,
    Participant,
    Series,
    Visit,
    VisitLink,
    VisitTopic,
)

__all__ = [
    "Action",
    "ActionParty",
    "ActionTopic",
    "AgendaItem",
    "Brief",
    "Cadence",
    "Change",
    "Citation",
    "Country",
    "CountryName",
    "Delegation",
    "FollowUp",
    "Instrument",
    "InstrumentAlias",
    "LogEntry",
    "Meeting",
    "MeetingParty",
    "MeetingTopic",
    "NotSame",
    "Official",
    "OfficialName",
    "Organisation",
    "OrganisationName",
    "Participant",
    "Post",
    "PostCounterpart",
    "PostTitle",
    "RungChange",
    "Series",
    "Setting",
    "Source",
    "Step",
    "Tenure",
    "Topic",
    "TopicAlias",
    "Visit",
    "VisitLink",
    "VisitTopic",
]
