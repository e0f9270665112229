"""The language of filters: a text as conditions on the lines of a list, completed and refused while it is typed."""

from db.filtering.completing import complete
from db.filtering.keeping import SUBJECTS, kept_keys
from db.filtering.reading import read_filter
from db.filtering.shapes import EVERYTHING, Asking, Condition, Filter, Offer, Problem, Subject

__all__ = [
    "EVERYTHING",
    "SUBJECTS",
    "Asking",
    "Condition",
    "Filter",
    "Offer",
    "Problem",
    "Subject",
    "complete",
    "kept_keys",
    "read_filter",
]
