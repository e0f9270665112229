"""What a line says, before it becomes a record."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from db.dates import UNSTATED, PartialDate
from db.dates.anchored import Anchored
from db.entry.countries import Country, Sides
from db.entry.subjects import Topic
from db.entry.who import Somebody


@dataclass
class Parts:
    """What a line says.

    Attributes:
        kind: of record, "" when the line does not tell.
        rung: of an outcome.
        sides: who takes part.
        when: the date of a visit or meeting.
        due: of an outcome or follow-up.
        anchored: how far from an event a follow-up is due; its day is worked out last.
        repeats: the rule of a follow-up that comes again.
        people: the delegation of a visit, the participants of a meeting.
        met: those whom a delegation met.
        topics: in the order named.
        values: plain values by field of the record.
        shown: how fields that only hold a key are read to the officer.
        source: where it comes from, as in a dossier.
        officials: people that must be made before the record can name them.
        words: what is left over, the title or the text.
        of_scope: the sides are those of the pair in scope, the line names none.
        above: "event" or "action" where it hangs on such an earlier line of the batch.
    """

    kind: str = ""
    rung: str = ""
    sides: Sides | None = None
    when: PartialDate = UNSTATED
    due: PartialDate = UNSTATED
    anchored: Anchored | None = None
    repeats: str = ""
    people: list[Somebody] = field(default_factory=list)
    met: list[Somebody] = field(default_factory=list)
    topics: list[Topic] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)
    source: dict[str, Any] = field(default_factory=dict)
    officials: list[dict[str, Any]] = field(default_factory=list)
    words: str = ""
    of_scope: bool = False
    above: Literal["", "event", "action"] = ""

    @property
    def countries(self) -> tuple[Country, ...]:
        """Those who take part, the sending country first."""
        return self.sides.countries if self.sides else ()

    @property
    def codes(self) -> tuple[str, ...]:
        """Their codes."""
        return tuple(country.code for country in self.countries)
