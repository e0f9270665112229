"""The entry line: one line of text to tokens, their readings and the values of a record, while it is typed."""

from db.entry.batch import dossier_values, read_lines
from db.entry.completing import complete
from db.entry.duplicates import SimilarVisit, similar
from db.entry.joining import Difference, Joining, join
from db.entry.line import read_line
from db.entry.shapes import Answer, Completion, Context, Doubt, Reading, Token

__all__ = [
    "Answer",
    "Completion",
    "Context",
    "Difference",
    "Doubt",
    "Joining",
    "Reading",
    "SimilarVisit",
    "Token",
    "complete",
    "dossier_values",
    "join",
    "read_line",
    "read_lines",
    "similar",
]
