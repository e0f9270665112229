"""Names as people write them: folded for finding, in any script and with any accent."""

from db.names.fold import fold

__all__ = ["fold"]
