"""The entry line: one line of text to tokens, their readings and the values of a record, while it is typed.

Its names are imported when they are wanted: all of it at once takes longer to import than a key may wait.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from db.entry.batch import dossier_values, read_lines
    from db.entry.completing import complete
    from db.entry.duplicates import SimilarVisit, similar
    from db.entry.joining import Difference, Joining, join
    from db.entry.line import read_line
    from db.entry.shapes import Answer, Completion, Context, Doubt, Reading, Token

_IN = {
    **dict.fromkeys(("dossier_values", "read_lines"), "batch"),
    **dict.fromkeys(("complete",), "completing"),
    **dict.fromkeys(("SimilarVisit", "similar"), "duplicates"),
    **dict.fromkeys(("Difference", "Joining", "join"), "joining"),
    **dict.fromkeys(("read_line",), "line"),
    **dict.fromkeys(("Answer", "Completion", "Context", "Doubt", "Reading", "Token"), "shapes"),
}
"""Names with their modules."""


def __getattr__(name: str) -> Any:
    if name not in _IN:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"db.entry.{_IN[name]}"), name)


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
