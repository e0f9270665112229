"""What is known and what may be done with it; nothing here knows that a terminal exists.

Importing this package is cheap: reading needs no SQLModel, and writing brings it along when it comes to that.
"""

from db.errors import BadInput, BilatError, Busy, Conflict, NotAStore, NotFound, SchemaTooNew
from db.store import Store

__all__ = [
    "BadInput",
    "BilatError",
    "Busy",
    "Conflict",
    "NotAStore",
    "NotFound",
    "SchemaTooNew",
    "Store",
]
