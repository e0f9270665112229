"""What was read already, also before anybody asked for it: the next key paints from memory."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from threading import Lock
from typing import Any, Generic, TypeVar

from db.reader import Reader

R = TypeVar("R")
Rows = Sequence[tuple[Any, ...]]

Asked = tuple[Callable[..., Any], tuple[Any, ...], frozenset[tuple[str, Any]]]

_Moment = tuple[int, int]
"""How often everything was forgotten, and the generation of the store."""

MOST = 48
"""Answers that are kept: a few lines up and down, with what each of them is about."""
MOST_REPEATED = 96
"""Statements whose rows are kept: what a line of a few words asks."""
MOST_ROWS = 500  # of one of them


class Held(Generic[R]):
    """An answer; wrapped, since an answer may be None."""

    __slots__ = ("answer",)

    def __init__(self, answer: R) -> None:
        self.answer = answer


class Repeated:
    """What a line asks with every letter again, though the letter has changed only some of it.

    Its readers answer the same statement with the same values from memory until somebody writes.
    """

    def __init__(self, generation: Callable[[], int]) -> None:
        """Nothing was asked yet; `generation` is as for `AtHand`."""
        self._ask_generation = generation
        self._as_of: int | None = None
        self._known: dict[tuple[str, frozenset[tuple[str, Any]]], Rows] = {}

    def through(self, reader: Reader) -> Reader:
        """A reader of the same view of the store.

        Raises:
            BilatError: the store cannot be read.
        """
        if (as_of := self._ask_generation()) != self._as_of:
            self._known.clear()
            self._as_of = as_of

        def rows(sql: str, values: Mapping[str, Any]) -> Rows:
            asked = sql, frozenset(values.items())
            known = self._known.pop(asked, None)
            if known is None:
                known = reader.all(sql, **values)
            if len(known) <= MOST_ROWS:
                self._known[asked] = known  # what was asked for last is kept the longest
                while len(self._known) > MOST_REPEATED:
                    del self._known[next(iter(self._known))]
            return known

        return Reader(rows)


class AtHand:
    """The last answers, as long as the store is what it was when they were read; used by any thread.

    Attributes:
        repeated: what the letters of a line ask again and again; used by the keys' thread.
    """

    def __init__(self, generation: Callable[[], int]) -> None:
        """Nothing is known yet.

        Args:
            generation: a number that differs once anybody has written; see `Store.generation`.
        """
        self.repeated = Repeated(generation)
        self._ask_generation = generation
        self._forgotten = 0  # how many times
        self._as_of: _Moment | None = None
        self._known: dict[Asked, Held[Any]] = {}
        self._one = Lock()

    def answer(self, question: partial[R]) -> R:
        """What a question is answered, asked only where it is not at hand.

        Raises:
            BilatError: what asking raises; nothing is kept then.
        """
        held, as_of = self._look_up(question)
        if held is not None:
            return held.answer
        answer = question()
        with self._one:
            if as_of == self._as_of:  # else it is of a store, a day or a setting that has changed since
                self._known[_asked(question)] = Held(answer)
                while len(self._known) > MOST:
                    del self._known[next(iter(self._known))]
        return answer

    def look_up(self, question: partial[R]) -> Held[R] | None:
        """What it was answered, None where it is not at hand.

        Raises:
            BilatError: the store cannot be read.
        """
        return self._look_up(question)[0]

    def forget(self) -> None:
        """Ask everything anew, also what is being asked: the day or a setting may be another one, or the file."""
        with self._one:
            self._forgotten += 1

    def _look_up(self, question: partial[R]) -> tuple[Held[R] | None, _Moment]:
        generation = self._ask_generation()
        with self._one:
            as_of = self._forgotten, generation
            if as_of != self._as_of:
                self._known.clear()
                self._as_of = as_of
            held = self._known.pop(asked := _asked(question), None)
            if held is not None:
                self._known[asked] = held  # what was asked for last is kept the longest
        return held, as_of


def _asked(question: partial[Any]) -> Asked:
    return question.func, question.args, frozenset(question.keywords.items())
