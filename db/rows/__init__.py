"""What leaves the store: flat rows for lists, cards for one record whole; nothing here can be written back."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from db.rows.changes import StepRow, TouchedRow
from db.rows.keys import (
    Key,
    Kind,
    Listing,
    Moment,
    Row,
    Scope,
    Unsettled,
    noun,
)
from db.rows.ladder import MovedHere, RungStep
from db.rows.lines import (
    ActionRow,
    Climbed,
    EventRow,
    FollowUpRow,
    Found,
    FoundRow,
    OfficialRow,
    PairRow,
)
from db.rows.merged import MergedRow
from db.rows.pair_card import PairCard
from db.rows.parts import (
    ChangeRow,
    CitationRow,
    DelegationPart,
    KinRow,
    LinkRow,
    LogRow,
    MetRow,
    NameRow,
    PersonLine,
    PostRow,
    Precedence,
    TenureRow,
)
from db.rows.views import (
    HeaderFacts,
    Section,
)

if TYPE_CHECKING:
    from db.rows.cards import (
        ActionCard,
        Card,
        FollowUpCard,
        MeetingCard,
        OfficialCard,
        OrganisationCard,
        PostCard,
        SourceCard,
        VisitCard,
    )

_CARDS = {
    "ActionCard",
    "Card",
    "FollowUpCard",
    "MeetingCard",
    "OfficialCard",
    "OrganisationCard",
    "PostCard",
    "SourceCard",
    "VisitCard",
}
"""What the first screen does without: imported when one is first wanted."""


def __getattr__(name: str) -> Any:
    if name not in _CARDS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("db.rows.cards"), name)


__all__ = [
    "ActionCard",
    "ActionRow",
    "Card",
    "ChangeRow",
    "CitationRow",
    "Climbed",
    "DelegationPart",
    "EventRow",
    "FollowUpCard",
    "FollowUpRow",
    "Found",
    "FoundRow",
    "HeaderFacts",
    "Key",
    "KinRow",
    "Kind",
    "LinkRow",
    "Listing",
    "LogRow",
    "MeetingCard",
    "MergedRow",
    "MetRow",
    "Moment",
    "MovedHere",
    "NameRow",
    "OfficialCard",
    "OfficialRow",
    "OrganisationCard",
    "PairCard",
    "PairRow",
    "PersonLine",
    "PostCard",
    "PostRow",
    "Precedence",
    "Row",
    "RungStep",
    "Scope",
    "Section",
    "SourceCard",
    "StepRow",
    "TenureRow",
    "TouchedRow",
    "Unsettled",
    "VisitCard",
    "noun",
]
