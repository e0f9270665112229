"""What the screens may ask; each answer is rows or a card, and reading it costs the same at any size."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from db.queries.cards import card, glance
from db.queries.climbing import timeline_with_climbs
from db.queries.countries import countries
from db.queries.followups import FOLLOWUP_SORTS, followups, hidden_followups
from db.queries.header import header
from db.queries.history import history
from db.queries.next_steps import steps
from db.queries.officials import OFFICIAL_SORTS, officials
from db.queries.pairs import PAIR_SORTS, pairs
from db.queries.timeline import TIMELINE_SORTS, scope_of, timeline
from db.queries.trash import trash

if TYPE_CHECKING:
    from db.queries.briefs import last_brief
    from db.queries.citations import origin
    from db.queries.forms import FormValues, form
    from db.queries.merging import Compared, Sides, refusal, sides
    from db.queries.search import find_everywhere, find_records
    from db.queries.views import today, watch, whole_section

_LATER = {
    **dict.fromkeys(("last_brief",), "briefs"),
    **dict.fromkeys(("origin",), "citations"),
    **dict.fromkeys(("FormValues", "form"), "forms"),
    **dict.fromkeys(("Compared", "Sides", "refusal", "sides"), "merging"),
    **dict.fromkeys(("find_everywhere", "find_records"), "search"),
    **dict.fromkeys(("today", "watch", "whole_section"), "views"),
}
"""Names that the first screen does without, with their modules: those are imported when one is first wanted."""


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"db.queries.{_LATER[name]}"), name)


__all__ = [
    "FOLLOWUP_SORTS",
    "OFFICIAL_SORTS",
    "PAIR_SORTS",
    "TIMELINE_SORTS",
    "Compared",
    "FormValues",
    "Sides",
    "card",
    "countries",
    "find_everywhere",
    "find_records",
    "followups",
    "form",
    "glance",
    "header",
    "hidden_followups",
    "history",
    "last_brief",
    "officials",
    "origin",
    "pairs",
    "refusal",
    "scope_of",
    "sides",
    "steps",
    "timeline",
    "timeline_with_climbs",
    "today",
    "trash",
    "watch",
    "whole_section",
]
