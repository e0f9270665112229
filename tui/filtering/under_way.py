"""What is offered while a filter is typed, and what of it is not understood."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from db.errors import BilatError
from tui.glyphs import glyphs
from tui.lines import Span
from tui.plain import cells, plain

if TYPE_CHECKING:
    from db.filtering import Offer, Problem
    from tui.filtering.language import Language
    from tui.widgets.filter_line import FilterLine, Stretch

_LEAST = 6  # columns in which an offer says something
_UNFINISHED = ":=<>@#-"
_EXAMPLES = ("words", "is:open", "@name", "#topic", "from:2025", "-word", "pair:MA-ES", "rung>=agreed")


class Typing:
    """A filter line under way.

    Attributes:
        offers: what could stand at the cursor.
        wrong: what is not understood and cannot become anything that is.
    """

    def __init__(self, line: FilterLine, language: Language) -> None:
        self._line = line
        self._language = language
        self.offers: Sequence[Offer] = ()
        self.wrong: Sequence[Problem] = ()
        self._taken = 0  # how many of the offers were tried one after the other
        self._seen = ("", -1)

    def look(self) -> None:
        """Read the line and see what could stand at its cursor, when either has changed."""
        line = self._line
        if self._seen == (line.text, line.at):
            return
        self._seen = (line.text, line.at)
        self._taken = 0
        self.offers = self._language.offers(line.text, line.at) if line.text else ()
        self.wrong = [problem for problem in self.problems if not self._may_become(problem)]

    @property
    def problems(self) -> Sequence[Problem]:
        """All that is not understood."""
        try:
            return self._language.read(self._line.text).problems if self._line.text else ()
        except BilatError:  # the list says so
            return ()

    def _may_become(self, problem: Problem) -> bool:
        """Whether it is still being typed: half a word is no mistake."""
        line = self._line
        here = problem.end == line.at
        return here and (bool(self.offers) or line.text[problem.end - 1] in _UNFINISHED)

    @property
    def stretches(self) -> list[Stretch]:
        """Where it is wrong."""
        return [(problem.start, problem.end) for problem in self.wrong]

    def take(self) -> bool:
        """Take the first offer, or the next one in the place of that taken before; False where there is none."""
        self.look()
        if not self.offers:
            return False
        line, offers, taken = self._line, self.offers, self._taken
        offer = offers[taken % len(offers)]
        before = offers[(taken - 1) % len(offers)]
        end = offer.start + len(before.text) if taken else offer.end
        line.set_piece(offer.start, end, offer.text)
        # What was offered stays, so that the same key goes on to the next.
        self._seen = (line.text, line.at)
        self._taken = taken + 1
        self.wrong = [problem for problem in self.problems if problem.end != line.at]
        return True

    def ghost(self, room: int) -> tuple[Span, ...]:
        """What Tab would make of it, faintly, as far as there is room behind the cursor; examples while it is empty."""
        if not self._line.text:
            return _within([Span(f" {example} ", "faint") for example in _EXAMPLES], room)
        if self._taken and len(self.offers) <= 1:
            return ()
        if not self.offers or self._line.at < len(self._line.text) or room < _LEAST:
            return ()
        offer = self.offers[self._taken % len(self.offers)]
        typed = self._line.text[offer.start : self._line.at]
        goes_on = not self._taken and offer.text.lower().startswith(typed.lower())
        spans = [Span(offer.text[len(typed) :] if goes_on else f" {glyphs.to} {offer.text}", "dim")]
        if offer.says:
            spans.append(Span(f"  {offer.says}", "faint"))
        return _within(spans, room)


def _within(spans: Sequence[Span], room: int) -> tuple[Span, ...]:
    kept: list[Span] = []
    for span in spans:
        room -= cells(plain(span.text))
        if room < 0:
            break
        kept.append(span)
    return tuple(kept)
