"""The closed lists of words that the store accepts; each is a constraint, a draft's choice and a label."""

from __future__ import annotations

from typing import Literal

CountryKind = Literal["country", "organisation"]
NameOfCountryKind = Literal["official", "short", "former", "demonym", "alias", "garbled"]
OrganisationKind = Literal[
    "police",
    "intelligence",
    "ministry",
    "gendarmerie",
    "border",
    "customs",
    "prosecution",
    "embassy",
    "international",
    "other",
]
NameKind = Literal["preferred", "spelling", "native", "short", "former", "weak"]
TenureBasis = Literal["stated", "attested", "inferred"]
DateBasis = Literal["stated", "relative", "inferred", "corroborated"]

VisitKind = Literal[
    "state", "official", "working", "courtesy", "technical", "conference", "private", "transit", "unknown"
]
EventStatus = Literal[
    "idea", "planned", "confirmed", "under way", "held", "postponed", "cancelled", "implied"
]
Initiator = Literal["host", "sender", "mutual", "third", "unknown"]
LinkKind = Literal["follows", "complements", "returns", "part of the same trip", "not a duplicate"]
MeetingFormat = Literal[
    "plenary",
    "working session",
    "expert",
    "one to one",
    "reception",
    "signing",
    "site visit",
    "courtesy call",
    "unspecified",
]
MeetingMode = Literal["in person", "phone", "video", "written", "unknown"]
PartyRole = Literal["host", "guest", "third", "observer"]
ParticipantRole = Literal[
    "head", "alternate", "member", "expert", "interpreter", "chair", "observer", "group"
]
Attendance = Literal["expected", "attended", "absent", "unknown"]

ActionStatus = Literal["open", "in progress", "waiting", "done", "dropped", "superseded"]
Ball = Literal["us", "them", "third"]
FollowUpStatus = Literal["open", "waiting", "done", "dropped"]
LogKind = Literal["chased", "replied", "met", "noted", "status", "snoozed", "rescheduled"]
Disposition = Literal["carried in", "raised", "discussed", "advanced", "closed", "deferred"]

SourceKind = Literal[
    "article", "communique", "cable", "minutes", "letter", "call note", "web", "own knowledge"
]
Reliability = Literal["A", "B", "C", "D", "E", "F"]
StepKind = Literal["do", "undo", "redo"]
Stance = Literal["states", "implies", "contradicts", "garbled"]
Voice = Literal["official", "agency", "reported", "anonymous", "editorial"]
RecordKind = Literal["visit", "meeting", "action", "followup", "official", "post", "organisation", "source"]
BriefKind = Literal["pair", "official", "visit", "meeting"]

OPEN_STATUSES = ("open", "in progress", "waiting")
"""An agreed or signed action in one of these still waits for somebody."""
PLANNED_STATUSES = ("planned", "confirmed")
STILL_TO_COME = ("idea", *PLANNED_STATUSES)
HELD_STATUSES = ("under way", "held")
CLOSED_STATUSES = ("done", "dropped", "superseded")
"""How an agreed or signed action may have ended."""
