"""What can go wrong, as a small family of sentences; each is written for the officer who reads it."""

from __future__ import annotations


class BilatError(Exception):
    """A failure that the program understands; its text is one clear sentence."""

    exit_code = 1


class NotFound(BilatError):  # noqa: N818 - the family reads as sentences, not as class names
    """There is no such record."""

    exit_code = 4


class Conflict(BilatError):  # noqa: N818
    """The store refuses a value.

    Attributes:
        field: the draft's field that is at fault, or "" when it is the record as a whole.
    """

    exit_code = 5

    def __init__(self, sentence: str, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field


class Busy(BilatError):  # noqa: N818
    """Somebody else has been writing for longer than we are willing to wait."""

    exit_code = 6


class GivenUp(BilatError):  # noqa: N818
    """Nobody waits any more for what was being read."""


class NotAStore(BilatError):  # noqa: N818
    """The file is not a bilat store, or cannot be opened as one; it is left untouched."""

    exit_code = 3


class Encrypted(NotAStore):
    """The store is encrypted, and nobody said its passphrase."""


class SchemaTooNew(NotAStore):
    """The store was written by a newer program than this one."""


class ReadOnly(BilatError):  # noqa: N818
    """Nothing can be written to this store, or nothing shall."""

    exit_code = 7


class BadInput(BilatError):  # noqa: N818
    """Text that cannot be read.

    Attributes:
        start: offset of the first character that is at fault.
        end: offset after the last one.
    """

    exit_code = 2

    def __init__(self, sentence: str, start: int = 0, end: int | None = None) -> None:
        super().__init__(sentence)
        self.start = start
        self.end = start if end is None else end


class WrongPassphrase(BadInput):
    """It does not open the store, or cannot be the one of a new store."""
