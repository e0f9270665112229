"""A date as far as it is known: the words, what they mean in EDTF, and how we know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from db.dates import edtf as notation

Basis = Literal["stated", "relative", "inferred", "corroborated"]


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date as far as it is known.

    Built directly it trusts its `edtf`, as rows from the store do; `from_edtf` checks it.
    Dates compare field by field, not by when they were.

    Attributes:
        edtf: canonical EDTF, "" when not stated or when only words are known.
        text: the words as written, never lost.
        basis: how we know.
    """

    edtf: str = ""
    text: str = ""
    basis: Basis = "stated"

    @classmethod
    def from_edtf(cls, edtf: str, text: str = "", basis: Basis = "stated") -> PartialDate:
        """Check an EDTF expression and write it in its canonical form; raises BadInput."""
        return cls(notation.canonical(edtf), text, basis)

    @classmethod
    def day(cls, day: date) -> PartialDate:
        """One certain day."""
        return cls(day.isoformat())

    @property
    def first(self) -> date | None:
        """The first day it may cover; None when unbounded or unknown."""
        return notation.bounds(self.edtf)[0]

    @property
    def last(self) -> date | None:
        """The last day it may cover; None when unbounded or unknown."""
        return notation.bounds(self.edtf)[1]

    @property
    def days(self) -> int:
        """How many days it may cover; 0 when that is unbounded or unknown."""
        first, last = notation.bounds(self.edtf)
        return (last - first).days + 1 if first is not None and last is not None else 0

    @property
    def known(self) -> bool:
        """Whether it has a bound at all."""
        return notation.bounds(self.edtf) != (None, None)

    @property
    def yearless(self) -> bool:
        """Whether day or month are known and the year is not."""
        return "XXXX" in self.edtf

    @property
    def exact(self) -> bool:
        """Whether it is one certain day."""
        if not self.edtf:
            return False
        kind, part, _ = notation.parse(self.edtf)
        return (
            kind == "one"
            and isinstance(part, notation.Part)
            and part.day > 0
            and part.year is not None
            and not part.qualifier
        )

    @property
    def approximate(self) -> bool:
        """Whether an end is only about right."""
        return "~" in self.edtf or "%" in self.edtf

    @property
    def uncertain(self) -> bool:
        """Whether the source of an end is in doubt."""
        return "?" in self.edtf or "%" in self.edtf

    def before(self, day: date) -> bool:
        """Whether it is over before a day: a due date is overdue when it is before today."""
        last = self.last
        return last is not None and last < day


UNSTATED = PartialDate()
