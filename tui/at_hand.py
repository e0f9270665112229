"""What was read already, also before anybody asked for it: the next key paints from memory."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Lock
from typing import Any, Generic, TypeVar

R = TypeVar("R")

Asked = tuple[Callable[..., Any], tuple[Any, ...], frozenset[tuple[str, Any]]]

_Moment = tuple[int, int]
"""How often everything was forgotten, and the generation of the store."""

MOST = 48
"""Answers that are kept: a few lines up and down, with what each of them is about."""


class Held(Generic[R]):
    """An answer; wrapped, since an answer may be None."""

    __slots__ = ("answer",)

    def __init__(self, answer: R) -> None:
        self.answer = answer


class AtHand:
    """The last answers, as long as the store is what it was when they were read; used by any thread."""

    def __init__(self, generation: Callable[[], int]) -> None:
        """Nothing is known yet.

        Args:
            generation: a number that differs once anybody has written; see `Store.generation`.
        """
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
