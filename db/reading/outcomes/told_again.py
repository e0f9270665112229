"""Outcomes that a text tells twice: a line above the story that the story repeats, and by whom a paper was signed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.commitments import AGREED, RUNGS, SIGNED
from db.reading.hearing import Heard
from db.reading.outcomes.clauses import Outcome

_ABOVE = 6  # sentences in which lines above a story stand
_ALIKE = 0.7  # of the words of such a line
_HALF = 0.5  # of the words of a summary
_FEWEST = 4  # words by which two outcomes are known for one
_BEFORE = 4  # sentences
_PAPER = (
    r"(?:agreements?|memorand\w+|mous?|documents?|texts?|protocols?|instruments?|treaty|conventions?|declarations?"
    r"|accords?|textes?|protocoles?|acuerdos?|documentos?|memorandos?|protocolos?|convenios?|textos?|declaracion)"
)
_SIGNED_BY = re.compile(
    rf"(?:it|they|(?:the|this|that|these|both|all) (?:\w+ ){{0,2}}?{_PAPER})(?: of understanding)?"
    r" (?:was|were) (?:\w+ )?(?:signed|initial{1,2}ed)\b[^.;]{0,60}?\b(?:by|on behalf of|on the [\w ]{3,20} side|for)\b"
    rf"|(?:ils?|elles?|(?:(?:les?|la|cet?|cette|ces) |l')(?:\w+ )?{_PAPER})(?: d'entente)? (?:a|ont) ete"
    r" (?:\w+ )?(?:signe|paraphe)e?s?\b[^.;]{0,60}?\b(?:par|du cote|cote|pour|au nom)\b"
    rf"|(?:ambos|dich[oa]s?|(?:el|la|los|las|est[aeo]s?) (?:\w+ )?{_PAPER})(?: de entendimiento)?"
    r" (?:fue|fueron|ha sido|han sido) (?:firmad|suscrit|rubricad)[oa]s?\b[^.;]{0,60}?\b(?:por|en nombre)\b"
)
_WORD = re.compile(r"\w{3,}")


def leave_out_repeats(heard: Sequence[Heard]) -> None:
    """Leave each outcome that a text tells twice where it is told best."""
    _leave_out_lines(heard)
    _leave_out_summary(heard)
    _leave_out_the_same(heard)
    for at, one in enumerate(heard):
        if _SIGNED_BY.match(one.low) and any(_signed(other) for other in heard[max(0, at - _BEFORE) : at]):
            one.outcomes[:] = [outcome for outcome in one.outcomes if RUNGS.index(outcome.rung) < SIGNED]


def _leave_out_summary(heard: Sequence[Heard]) -> None:
    """Leave out what the summary above a cable says, which the cable goes on to tell; what was agreed, if it does."""
    begin = next((at for at, one in enumerate(heard[:_ABOVE]) if _SUMMARY.match(one.low)), None)
    if begin is None:
        return
    behind = (
        at for at, one in enumerate(heard) if at > begin and (one.sentence.item or _AFTER.match(one.low))
    )
    end = next(behind, begin)
    if sum(len(one.outcomes) for one in heard[end:]) < _FEWEST:
        return
    for one in heard[begin:end]:
        one.outcomes[:] = [
            outcome
            for outcome in one.outcomes
            if RUNGS.index(outcome.rung) >= AGREED
            and not _told_later(_words(one, outcome), heard[end:], _HALF)
        ]


_SUMMARY = re.compile(
    r"\W*(?:\d{1,2}[.)] )?(?:\([a-z/]{1,5}\) )?(?:summary|executive summary|resume|synthese|resumen)\b"
)
_AFTER = re.compile(
    r"\W*(?:end (?:of )?summary|fin (?:du )?resume|fin (?:del )?resumen|\d{1,2}[.)] |participants|details?\b)"
)


def _leave_out_the_same(heard: Sequence[Heard]) -> None:
    """Leave out what a sentence says once more of something that one of those before it told in full."""
    told: list[tuple[Outcome, frozenset[str]]] = []
    for one in heard:
        told = told[-_LATELY:]
        for outcome in tuple(one.outcomes):
            words = _things(one, outcome)
            if len(words) >= _FEWEST and any(
                outcome.rung == before.rung and words <= others for before, others in told
            ):
                one.outcomes.remove(outcome)
            else:
                told.append((outcome, words))


def _things(one: Heard, outcome: Outcome) -> frozenset[str]:
    """The words of an outcome that name something, without when and by whom it was told."""
    said = one.low[one.offset(outcome.start) : one.offset(outcome.end)]
    after = _AFTERWARDS.search(said)
    last = outcome.start + after.start() if after else outcome.end
    named = [cast.mention for cast in one.cast if outcome.start <= cast.mention.start < last]
    letters = list(said[: last - outcome.start])
    for mention in named:
        begin, end = mention.start - outcome.start, mention.end - outcome.start
        letters[begin:end] = " " * len(letters[begin:end])
    return (frozenset(_WORD.findall("".join(letters))) - _OF_ALL) | {mention.code for mention in named}


_LATELY = 6  # outcomes
_AFTERWARDS = re.compile(
    r"\b(?:following|after|in the presence of|at the end of|a l'issue d|apres|en presence|tras|al termino de"
    r"|en presencia de)\b"
)
_SMALL_WORDS = (
    "the and that this with was were has have had been for both two sides parties ministers minister countries their"
    " they its his her reported during meeting talks counterpart counterparts also les des une deux parties ministres"
    " ministre pays ont sont avec leurs leur que lors reunion rencontre egalement los las del dos partes ministros"
    " ministro paises con sus que durante reunion encuentro tambien ambos ambas part event officials"
)
_OF_ALL = frozenset(_SMALL_WORDS.split())
"""Small words, and those of every meeting."""


def _signed(one: Heard) -> bool:
    return any(RUNGS.index(outcome.rung) == SIGNED for outcome in one.outcomes)


def _leave_out_lines(heard: Sequence[Heard]) -> None:
    """Leave out what a line above the story says where the story tells it again, and more of it."""
    for at, one in enumerate(heard[:_ABOVE]):
        if one.low.endswith((".", "!", "”", '"', "»")) or not one.outcomes:
            continue
        one.outcomes[:] = [
            outcome for outcome in one.outcomes if not _told_later(_words(one, outcome), heard[at + 1 :])
        ]


def _told_later(words: frozenset[str], following: Sequence[Heard], alike: float = _ALIKE) -> bool:
    return len(words) >= _FEWEST and any(
        len(words & _words(other, outcome)) >= alike * len(words)
        for other in following
        for outcome in other.outcomes
    )


def _words(one: Heard, outcome: Outcome) -> frozenset[str]:
    return frozenset(_WORD.findall(one.low[one.offset(outcome.start) : one.offset(outcome.end)]))
