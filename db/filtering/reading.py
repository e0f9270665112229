"""A text as a filter of one list: plain words first, then fields, and what of it is not understood."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from itertools import chain
from typing import Any

from db.errors import BadInput
from db.filtering.events import EVENT, found_by
from db.filtering.lexer import LONGEST, Piece, cut
from db.filtering.shapes import (
    ANYWHERE,
    Asking,
    Condition,
    Filter,
    Part,
    Problem,
    Sql,
    Subject,
    Writing,
    both,
)
from db.filtering.subjects import TOLD
from db.filtering.values import listing, one_of, read_value
from db.names import fold

FIELDS: Mapping[str, str] = {
    "pair": "of two countries: pair:MA-ES",
    "country": "of one country: country:ES",
    "from": "from a day on: from:2024, from:28-jan-2025",
    "to": "up to a day: to:2025-06, to:fri",
    "rung": "how far it went: rung>=agreed, rung:3",
    "is": "what is so of it: is:overdue, -is:planned",
    "ball": "whose turn it is: ball:us, ball:them, ball:third",
    "owner": "who has it in hand: owner:ES, owner:DGSN",
    "place": "where it was: place:Rabat",
    "kind": "visit or meeting, or of which kind: kind:visit",
}
"""What may stand in front of a colon, with an example of each."""
ALIASES = {"in": "place", "since": "from", "until": "to", "with": "@", "topic": "#"}
MOST_PARTS = 30
_DATE_WORDS = 4  # "mid june 2026 ?" behind from: without quotes


def is_words(subjects: Sequence[Subject]) -> tuple[str, ...]:
    """What can stand behind "is:" in a list of such lines."""
    names = chain.from_iterable((*TOLD[each].own, *EVENT) for each in subjects)
    return tuple(dict.fromkeys(name.removeprefix("is:") for name in names if name.startswith("is:")))


def known_fields(subjects: Sequence[Subject]) -> tuple[str, ...]:
    """The fields that mean something in a list of such lines; "@" and "#" among them."""
    told = {"when": ("from", "to"), "person": ("@",), "topic": ("#",)}
    names = {name for each in subjects for name in (*TOLD[each].own, *EVENT) if ":" not in name}
    fields = {field for name in names for field in told.get(name, (name,))}
    return tuple(field for field in (*FIELDS, "@", "#") if field in fields or field == "is")


def read_filter(text: str, subjects: Sequence[Subject], asking: Asking) -> Filter:
    """Read a filter for a list of lines of some kinds.

    What is not understood, or says nothing of such lines, narrows nothing and is among the problems.
    """
    reading = _Reading(text, tuple(subjects), asking)
    reading.read()
    return reading.filter()


class _Reading:
    def __init__(self, text: str, subjects: tuple[Subject, ...], asking: Asking) -> None:
        self._text, self._subjects, self._asking = text, subjects, asking
        self._pieces = cut(text)
        self._words: list[str] = []
        self._parts: list[Part] = []
        self._problems: list[Problem] = []

    def read(self) -> None:
        at = 0
        while at < len(self._pieces):
            at += self._read(at)
        if len(self._text) > LONGEST:
            sentence = f"That is too long for a filter; leave it under {LONGEST} characters."
            self._problems.append(Problem(LONGEST, len(self._text), sentence))
        if len(self._parts) > MOST_PARTS:
            first = self._parts[MOST_PARTS]
            sentence = f"That asks for too much at once; leave it at {MOST_PARTS} things."
            self._problems.append(Problem(first.start, len(self._text), sentence))
            del self._parts[MOST_PARTS:]

    def _read(self, at: int) -> int:
        """Read a piece; how many it was, since the words of a date may go on."""
        piece = self._pieces[at]
        if not piece.field:
            self._read_words(piece)
            return 1
        name = ALIASES.get(piece.field, piece.field)
        try:
            self._check_field(piece, name)
            if name == "is":
                word = one_of(piece.text, is_words(self._subjects), "is:")
                self._parts.append(Part(f"is:{word}", True, piece.negated, piece.start, piece.end))
                return 1
            if name in {"from", "to"}:
                return self._read_date(at, name)
            says, value = read_value(self._asking, name, piece.operator, piece.text)
        except BadInput as error:
            self._problems.append(Problem(piece.start, piece.end, str(error)))
            return 1
        self._parts.append(Part(says, value, piece.negated, piece.start, piece.end))
        return 1

    def _read_words(self, piece: Piece) -> None:
        if not fold(piece.text):
            return
        if piece.quoted:
            words = (fold(piece.text), piece.closed)
            self._parts.append(Part("phrase", words, piece.negated, piece.start, piece.end))
        elif piece.negated:
            self._parts.append(Part("words", piece.text, True, piece.start, piece.end))
        else:
            self._words.append(piece.text)

    def _read_date(self, at: int, name: str) -> int:
        """A date may have blanks in it where the words behind it are dates with it."""
        piece = self._pieces[at]
        following = self._pieces[at + 1 : at + 1 + _DATE_WORDS]
        plain = next(
            (n for n, one in enumerate(following) if one.field or one.quoted or one.negated), len(following)
        )
        for more in range(0 if piece.quoted else plain, -1, -1):
            text = " ".join((piece.text, *(one.text for one in following[:more])))
            try:
                says, value = read_value(self._asking, name, piece.operator, text)
            except BadInput:
                if not more:
                    raise
                continue
            end = following[more - 1].end if more else piece.end
            self._parts.append(Part(says, value, piece.negated, piece.start, end))
            return 1 + more
        return 1

    def _check_field(self, piece: Piece, name: str) -> None:
        """Refuse a field that there is none of, or that says nothing of these lines."""
        if name not in {*FIELDS, "@", "#"}:
            near = get_close_matches(name, [*FIELDS, *ALIASES], n=1)
            hint = (
                f"did you mean {near[0]}:?" if near else f"there are {listing(f'{one}:' for one in FIELDS)}."
            )
            raise BadInput(f"A filter has no “{name}:”; {hint}")
        if piece.operator not in {"", ":", "="} and name != "rung":
            raise BadInput(f"Behind {name} stands a colon; only rung has <, <=, > and >=.")
        if name in {"from", "to"} and piece.negated:
            other = "to" if name == "from" else "from"
            raise BadInput(f"There is no -{name}:; write {other}: instead.")
        if name not in known_fields(self._subjects):
            called = listing(TOLD[each].called for each in self._subjects)
            raise BadInput(f"{name}: says nothing of {called}; it is asked of {_asked_of(name)}.")

    # --- what lines must be ---

    def filter(self) -> Filter:
        """What was read."""
        words = " ".join(self._words)
        conditions: dict[str, Condition] = {}
        for subject in self._subjects:
            condition = self._condition(subject, words)
            if condition is not None:
                conditions[subject] = condition
        plain = not self._parts and not self._problems
        return Filter(self._text, words, conditions, tuple(sorted(self._problems)), plain)

    def _condition(self, subject: Subject, words: str) -> Condition | None:
        to = Writing(self._asking)
        found: list[Sql] = []
        if fold(words):
            found.append(found_by(to, subject, words, TOLD[subject].record, "word"))
        found += [
            _written(to, subject, part, f"not{number}")
            for number, part in enumerate(self._parts)
            if part.says in {"words", "phrase"}
        ]
        found += self._said(to, subject)
        if not found:
            return None
        finds, tests, _ = _of_events(found) if subject == "event" else _all_of(found)
        return Condition(finds, tests, to.values)

    def _said(self, to: Writing, subject: Subject) -> list[Sql]:
        """What the fields say; all that is said of an event is said of the same one."""
        told, together, found = TOLD[subject], [], []
        for part in self._asked():
            if part.says in told.own:
                own = told.own[part.says](to, part.value)
                found.append(both(f"NOT ({own.steady})") if part.negated else own)
            elif part.says not in EVENT or not told.by_event:
                found.append(both("1 = 1" if part.negated else "1 = 0"))
            else:
                condition = EVENT[part.says](to, part.value)
                if part.negated:
                    at = told.at_event(condition)
                    # Where no index finds those of which it is true, each line is asked for itself.
                    found.append(_not(at if condition.reach < ANYWHERE else both(at.steady)))
                else:
                    together.append(condition)
        if together:
            found.append(told.at_event(_of_events(together)))
        return found

    def _asked(self) -> list[Part]:
        """The fields, every from: and to: joined to one time."""
        fields = [part for part in self._parts if part.says not in {"words", "phrase"}]
        times = [part for part in fields if part.says == "when"]
        if not times:
            return fields
        first = max(part.value[0] for part in times)
        ends = [part.value[1] for part in times if part.value[1]]
        joined = times[0]._replace(value=(first, min(ends, default="")))
        return [joined, *(part for part in fields if part.says != "when")]


def _all_of(conditions: Sequence[Sql]) -> Sql:
    return Sql(_joined(one.quick for one in conditions), _joined(one.steady for one in conditions))


def _of_events(conditions: Sequence[Sql]) -> Sql:
    """The one with the shortest reach finds the events, and the others are asked of those: a topic may have half."""
    finder = min(conditions, key=lambda one: one.reach)
    found = _all_of(conditions)
    if finder.reach == ANYWHERE:
        return found
    return found._replace(
        quick=_joined(one.quick if one is finder else one.steady for one in conditions), reach=finder.reach
    )


def _joined(conditions: Iterable[str]) -> str:
    return " AND ".join(f"({sql})" for sql in conditions)


def _not(sql: Sql) -> Sql:
    return Sql(f"NOT ({sql.quick})", f"NOT ({sql.steady})")


def _written(to: Writing, subject: Subject, part: Part, name: str) -> Sql:
    """Words that must not be there, or a phrase."""
    told = TOLD[subject]
    text: Any = part.value if part.says == "words" else part.value[0]
    sql = found_by(to, subject, text, told.record, name)
    if part.says == "phrase":
        phrase, closed = part.value
        here = to.put(f"% {phrase} %" if closed else f"% {phrase}%")
        holds = _holds(subject, here)
        sql = sql._replace(quick=f"{sql.quick} AND {holds}", steady=f"{sql.steady} AND {holds}")
    return _not(sql) if part.negated else sql


_SAID = "EXISTS (SELECT 1 FROM search_entry n WHERE n.kind = {kind} AND n.record_id = {record} AND {has})"
_HAS = "' ' || n.folded || ' ' LIKE {phrase}"


def _holds(subject: Subject, phrase: str) -> str:
    """The words stand there one behind the other."""
    has = _HAS.format(phrase=phrase)
    if subject == "pair":
        return f"EXISTS (SELECT 1 FROM country_name n WHERE n.country IN (p.a, p.b) AND {has})"
    kind, record = ("e.kind", "e.record_id") if subject == "event" else (f"'{subject}'", TOLD[subject].record)
    return _SAID.format(kind=kind, record=record, has=has)


def _asked_of(name: str) -> str:
    says = {"from": "when", "to": "when", "@": "person", "#": "topic"}.get(name, name)
    return listing(told.called for told in TOLD.values() if says in told.own)
