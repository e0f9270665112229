"""The tables, by subject; a subject is declared when one of its tables is first named.

Declaring all of them takes half as long as importing SQLModel itself, and what an officer types names few of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy import Table
    from sqlmodel import SQLModel

    from db.models.actions import Action, ActionParty, ActionTopic, AgendaItem, FollowUp, LogEntry, RungChange
    from db.models.briefs import Brief, Cadence
    from db.models.citations import Citation
    from db.models.countries import Country
    from db.models.delegations import Delegation, Participant
    from db.models.history import Change, Setting, Step
    from db.models.links import NotSame, PostCounterpart, VisitLink
    from db.models.meetings import Meeting, MeetingParty, MeetingTopic
    from db.models.names import CountryName, InstrumentAlias, OrganisationName, PostTitle, TopicAlias
    from db.models.people import Official, OfficialName
    from db.models.places import Organisation, Post
    from db.models.sources import Source
    from db.models.tenures import Tenure
    from db.models.topics import Instrument, Topic
    from db.models.visits import Series, Visit, VisitTopic

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

TABLES = {
    "brief": ("briefs", "Brief"),
    "country": ("countries", "Country"),
    "instrument": ("topics", "Instrument"),
    "not_same": ("links", "NotSame"),
    "series": ("visits", "Series"),
    "setting": ("history", "Setting"),
    "source": ("sources", "Source"),
    "step": ("history", "Step"),
    "topic": ("topics", "Topic"),
    "cadence": ("briefs", "Cadence"),
    "change": ("history", "Change"),
    "citation": ("citations", "Citation"),
    "country_name": ("names", "CountryName"),
    "instrument_alias": ("names", "InstrumentAlias"),
    "official": ("people", "Official"),
    "organisation": ("places", "Organisation"),
    "topic_alias": ("names", "TopicAlias"),
    "visit": ("visits", "Visit"),
    "delegation": ("delegations", "Delegation"),
    "meeting": ("meetings", "Meeting"),
    "official_name": ("people", "OfficialName"),
    "organisation_name": ("names", "OrganisationName"),
    "post": ("places", "Post"),
    "visit_link": ("links", "VisitLink"),
    "visit_topic": ("visits", "VisitTopic"),
    "action": ("actions", "Action"),
    "meeting_party": ("meetings", "MeetingParty"),
    "meeting_topic": ("meetings", "MeetingTopic"),
    "participant": ("delegations", "Participant"),
    "post_counterpart": ("links", "PostCounterpart"),
    "post_title": ("names", "PostTitle"),
    "tenure": ("tenures", "Tenure"),
    "action_party": ("actions", "ActionParty"),
    "action_topic": ("actions", "ActionTopic"),
    "agenda_item": ("actions", "AgendaItem"),
    "followup": ("actions", "FollowUp"),
    "rung_change": ("actions", "RungChange"),
    "log_entry": ("actions", "LogEntry"),
}
"""Every table with its subject and its model; what others name stands before what names it."""

_SUBJECTS = {model: subject for subject, model in TABLES.values()}


def __getattr__(name: str) -> Any:
    """Declare a model, with all of its subject and all that this names."""
    if name not in _SUBJECTS:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    found = getattr(import_module(f"{__name__}.{_SUBJECTS[name]}"), name)
    globals()[name] = found
    return found


def model_of(table: str) -> type[SQLModel]:
    """The model of a table."""
    _, name = TABLES[table]
    model: type[SQLModel] = globals().get(name) or __getattr__(name)
    return model


def stored(table: str) -> Table:
    """A table as SQL is made for it."""
    return model_of(table).metadata.tables[table]


def every() -> tuple[type[SQLModel], ...]:
    """All models, in the order of need."""
    return tuple(map(model_of, TABLES))
