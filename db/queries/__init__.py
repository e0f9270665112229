"""What the screens may ask; each answer is rows or a card, and reading it costs the same at any size."""

from db.queries.briefs import last_brief
from db.queries.cards import card
from db.queries.citations import origin
from db.queries.climbing import timeline_with_climbs
from db.queries.followups import FOLLOWUP_SORTS, followups, hidden_followups
from db.queries.forms import FormValues, form
from db.queries.header import header
from db.queries.history import history
from db.queries.merging import Compared, Sides, refusal, sides
from db.queries.next_steps import steps
from db.queries.officials import OFFICIAL_SORTS, officials
from db.queries.pairs import PAIR_SORTS, pairs
from db.queries.search import countries, find_everywhere, find_records
from db.queries.timeline import TIMELINE_SORTS, scope_of, timeline
from db.queries.trash import trash
from db.queries.views import today, watch, whole_section

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
