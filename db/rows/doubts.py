"""What somebody should look at: a line, why, and what mends it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from db.rows.keys import Key

Dots = tuple[bool, bool, bool, bool, bool]
Mend = Literal["merge", "edit", "holder", "words", "tenures", "source"]


class DoubtRow(NamedTuple):
    """One line of the view To verify.

    Attributes:
        key: the record.
        label: what it is called.
        why: what is doubtful about it.
        other: the record that it may be the same as.
        other_label: what that one is called, "" without one.
        dots: completeness, for a visit.
        other_dots: that of the other one.
        field: of the record that is doubtful, "" for all of it; the form opens there.
        people: the officials whose tenures are doubtful, by name.
        citation: the id of what a source says on it, where that is garbled.
    """

    key: Key
    label: str
    why: str
    other: Key | None = None
    other_label: str = ""
    dots: Dots | None = None
    other_dots: Dots | None = None
    field: str = ""
    people: tuple[tuple[Key, str], ...] = ()
    citation: int | None = None


class Looks(NamedTuple):
    """How far back the view To verify looks; of a large store all would take minutes.

    Attributes:
        visits: those held against the others of their pair.
        events: visits and meetings whose sources and gaps are looked at one by one.
        named: of each kind, in which an office is looked for that was not named.
        people: who took part, those entered last; each is looked up by itself.
    """

    visits: int = 20_000
    events: int = 40_000
    named: int = 5_000
    people: int = 40_000


class Doubts(NamedTuple):
    """The lines of one kind of doubt.

    Attributes:
        title: what is doubtful.
        mend: what Enter does with a line.
        says: that in words.
        rows: the likeliest or latest ones.
        total: how many there are; None where counting would read everything there is.
        within: the latest ones that were looked at, in words; "" where it was all there are.
    """

    title: str
    mend: Mend
    says: str
    rows: tuple[DoubtRow, ...]
    total: int | None
    within: str = ""
