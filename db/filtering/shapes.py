"""What a filter is made of, and what reading one gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from db.reader import Reader

Subject = Literal["pair", "official", "event", "followup", "action", "post"]
"""What the lines of a list are; an event is a visit or a meeting."""


class Part(NamedTuple):
    """Something that a filter asks for, understood.

    Attributes:
        says: its name among the parts: words, phrase, pair, person, "is:open" …
        value: what it asks for.
        negated: whether lines are wanted of which it is not true.
        start: where it stands.
        end: offset after it.
    """

    says: str
    value: Any
    negated: bool
    start: int
    end: int


class Problem(NamedTuple):
    """A stretch of a filter that is not understood, or that says nothing of the list.

    Attributes:
        start: offset of its first character.
        end: offset after its last one.
        sentence: what is wrong and what would be right.
    """

    start: int
    end: int
    sentence: str


class Condition(NamedTuple):
    """What is true of the lines that a filter keeps, in SQL.

    Attributes:
        quick: finds the few fastest, in whatever order.
        steady: the same, in words that leave the order of a list to its index.
        values: parameters by name.
    """

    quick: str
    steady: str
    values: Mapping[str, Any]


class Filter(NamedTuple):
    """A text as a filter of one list.

    Attributes:
        text: as typed.
        words: its plain words.
        conditions: by subject, what its lines must be; a subject that is missing keeps all of its lines.
        problems: what is not understood; it narrows nothing.
        plain: whether it is nothing but words.
    """

    text: str = ""
    words: str = ""
    conditions: Mapping[str, Condition] = {}
    problems: tuple[Problem, ...] = ()
    plain: bool = True

    def of(self, subject: Subject) -> Condition | None:
        """What lines of a kind must be, None where all of them stay."""
        return self.conditions.get(subject)


EVERYTHING = Filter()


class Offer(NamedTuple):
    """Something to put in the place of text[start:end].

    Attributes:
        start: offset of what it takes the place of.
        end: offset after that.
        text: what stands there then.
        says: what it means, in a few words.
    """

    start: int
    end: int
    text: str
    says: str = ""


class Asking(NamedTuple):
    """Who asks, and when.

    Attributes:
        reader: the store.
        today: the day that "overdue" and "fri" go by.
        officer: who is meant by "mine".
        day_first: how 3/4/2026 is read.
    """

    reader: Reader
    today: date
    officer: str = ""
    day_first: bool = True


class Writing:
    """The values of a statement while its conditions are written; each gets a name of its own."""

    def __init__(self, asking: Asking, mark: str = "kept") -> None:
        self.asking = asking
        self._mark = mark
        self.values: dict[str, Any] = {}

    @property
    def today(self) -> str:
        """The day, to be compared with."""
        return self.put(self.asking.today.isoformat())

    def put(self, value: object) -> str:
        """The mark for a value; the same value has the same mark."""
        for name, known in self.values.items():
            if known == value:
                return f":{name}"
        name = f"{self._mark}{len(self.values)}_"  # no name begins another
        self.values[name] = value
        return f":{name}"

    def among(self, these: Iterable[object]) -> str:
        """The marks for an IN."""
        return ", ".join(map(self.put, these)) or "NULL"


ANYWHERE = 9


class Sql(NamedTuple):
    """A condition while it is written: see Condition.

    Attributes:
        quick: finds the few fastest.
        steady: leaves the order to an index.
        reach: how many its quick words find as a rule, from 1 for few on; ANYWHERE where no index finds them.
    """

    quick: str
    steady: str
    reach: int = ANYWHERE


def both(sql: str) -> Sql:
    """The same words for both."""
    return Sql(sql, sql)
