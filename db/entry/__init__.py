"""The entry line: one line of text to tokens, their readings and the values of a record, while it is typed."""

from db.entry.batch import dossier_values, read_lines
from db.entry.completing import complete
from db.entry.duplicates import SimilarVisit, similar
from db.entry.line import read_line
from db.entry.shapes import Completion, Context, Reading, Token

__all__ = [
    "Completion",
    "Context",
    "Reading",
    "SimilarVisit",
    "Token",
    "complete",
    "dossier_values",
    "read_line",
    "read_lines",
    "similar",
]
