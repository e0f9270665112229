"""The reading desk: from a text to a dossier, by rules over the store and its reference data."""

from __future__ import annotations

from db.reading.dossier import as_dossier
from db.reading.proposals import Reading, SourceLine
from db.reading.reader import read_text

__all__ = ["Reading", "SourceLine", "as_dossier", "read_text"]
