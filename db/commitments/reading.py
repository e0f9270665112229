"""The rung that the verb of a sentence supports, and why; only proposed, the officer files it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from db.commitments import lexicon
from db.commitments.looking import only_looked_at
from db.commitments.present import said_of_a_side, said_of_several
from db.commitments.rungs import AGREED, DISCUSSED, PROPOSED, RUNGS, SIGNED, Rung

_LONGEST = 2_000  # characters; what follows is another sentence
_Words = tuple[int, int]

_AFTER = 160  # characters from a verb on that may take away from it
_BEFORE = 64  # characters in front of a verb that may take away from it


class Proposal(NamedTuple):
    """Where a sentence belongs on the ladder.

    Attributes:
        rung: never higher than its verb supports.
        verb: as printed.
        start: offset of the verb.
        end: offset after it.
        why: a sentence for the officer.
        aim: whether the verb is no more than an infinitive, a plan or a purpose.
        undone: whether the words around the verb say that it was not done.
    """

    rung: Rung
    verb: str
    start: int
    end: int
    why: str
    aim: bool = False
    undone: bool = False


def propose(sentence: str) -> Proposal | None:
    """The highest rung that a verb of the sentence supports; None where no verb of the lexicon stands in it.

    Args:
        sentence: English, French or Spanish, as printed.
    """
    return max(propose_each(sentence), key=lambda one: (RUNGS.index(one.rung), -one.start), default=None)


def propose_each(sentence: str, languages: tuple[str, ...] = lexicon.LANGUAGES) -> list[Proposal]:
    """What each verb of a sentence supports, in the order of the verbs; a sentence may tell of several outcomes."""
    text = _Text(sentence[:_LONGEST], _plain(sentence[:_LONGEST]))
    found = (_judged(text, cue) for cue in _cues(text, languages))
    return [proposal for proposal in found if proposal is not None]


class _Text(NamedTuple):
    """A sentence as printed, and in small letters without accents; the offsets are the same."""

    printed: str
    plain: str


class _Cue(NamedTuple):
    """A verb of the lexicon that stands in a sentence; an aim when it is no more than an infinitive."""

    start: int
    end: int
    rung: Rung
    aim: bool


def _cues(text: _Text, languages: tuple[str, ...]) -> Iterator[_Cue]:
    """Verbs in order; where two overlap the earlier one counts, of those that begin together the longer one."""
    longest: dict[int, _Cue] = {}
    for begins in lexicon.beginnings(languages).finditer(text.plain):
        start = begins.start()
        for verb in lexicon.beginning_with(begins.group(), languages):
            match = verb.pattern.match(text.plain, start)
            known = longest.get(start)
            if match is None or (verb.now and not _done_now(verb, text, start)):
                continue
            if known is None or match.end() > known.end or (verb.now and match.end() == known.end):
                longest[start] = _Cue(start, match.end(), verb.rung, verb.aim)
    reached = 0
    for start in sorted(longest):
        if start >= reached:
            yield longest[start]
            reached = longest[start].end


def _done_now(verb: lexicon.Verb, text: _Text, start: int) -> bool:
    """Whether those who do it stand in front of a verb of the present tense."""
    done_by = said_of_several if verb.language == "en" else said_of_a_side
    return done_by(text.printed, start)


def _judged(text: _Text, cue: _Cue) -> Proposal | None:
    """What is left of a verb once the words around it were heard; None where it tells of something else."""
    near = _Near(text, cue)
    if _is_a_noun(text, cue):
        return None
    level = RUNGS.index(cue.rung)
    gone_by = near.before("gone_by") is not None and near.before("in_person") is None
    if not cue.aim and level >= AGREED and (gone_by or near.behind("long_ago")):
        return None
    for most, why, words in _taken_away(near, level):
        if words is not None:
            start, end = words[0], _with_apostrophe(text.printed, words[1])
            printed = " ".join(text.printed[start:end].split())
            last = max(end, cue.end)
            verb = text.printed[cue.start : last]
            rung, undone = RUNGS[min(level, most)], why == _UNDONE
            return Proposal(rung, verb, cue.start, last, f"“{printed}” {why}", cue.aim, undone)
    return None


def _is_a_noun(text: _Text, cue: _Cue) -> bool:
    """Whether a Spanish word only looks like a verb without its accent: the trato of "el trato a los migrantes"."""
    word = text.printed[cue.start : cue.end]
    return word.endswith("o") and word.isalpha() and _ARTICLE.search(text.plain, 0, cue.start) is not None


_ARTICLE = re.compile(r"\b(?:el|al|del|un|este|ese|su|dicho|buen|mal|nuevo|primer|cada|sin) $")


def _with_apostrophe(printed: str, end: int) -> int:
    """The end of a verb with what it leaves out: the whole of "convenu d’" in "convenu d’organiser"."""
    elided = printed[end - 2 : end].lower() in _ELIDED and printed[end : end + 1] in ("'", "’")
    return end + 1 if elided else end


_ELIDED = (" d", " l", " s", " n", " qu")


def _taken_away(near: _Near, level: int) -> Iterator[tuple[int, str, _Words | None]]:
    """The highest rung that is left, why, and the words that say so, the strongest reason first."""
    yield DISCUSSED, _UNDONE, near.before("not")
    yield DISCUSSED, _UNDONE, near.before("nothing_of_it")
    yield DISCUSSED, _UNDONE, near.behind("not_after")
    if level >= AGREED:
        yield DISCUSSED, "is a view they share, not an undertaking.", near.inside("only_its_importance")
    if level == AGREED:
        looked_at = only_looked_at(near.text.plain, near.cue.end)
        if looked_at is not None:
            yield looked_at.level, _ONLY_LOOKED_AT, (near.cue.start, looked_at.end)
    if level >= AGREED or near.cue.aim:
        promised = near.before("promised") if near.cue.aim else None
        yield AGREED, "promises it; it is not yet done.", promised
        yield PROPOSED, "leaves it open.", near.before("left_open")
    if near.cue.aim:
        yield PROPOSED, "is a purpose, not an outcome.", near.before("purpose")
    else:
        yield SIGNED, "says so.", (near.cue.start, near.cue.end)


_UNDONE = "says that it was not done."
_ONLY_LOOKED_AT = "is an agreement to look at it, not to do it."


class _Near(NamedTuple):
    """The words around a verb; what they answer are offsets of the sentence, with the verb's own words."""

    text: _Text
    cue: _Cue

    def before(self, name: lexicon.Around) -> _Words | None:
        """The words right in front of the verb, up to its end."""
        found = lexicon.before(name).search(self.text.plain, max(0, self.cue.start - _BEFORE), self.cue.start)
        return (found.start(), self.cue.end) if found else None

    def behind(self, name: lexicon.Around) -> _Words | None:
        """The words right behind it."""
        found = lexicon.behind(name).match(self.text.plain, self.cue.end)
        return (self.cue.start, found.end()) if found else None

    def inside(self, name: lexicon.Around) -> _Words | None:
        """Words that begin inside the verb."""
        found = lexicon.behind(name).search(self.text.plain, self.cue.start, self.cue.start + _AFTER)
        return (self.cue.start, found.end()) if found and found.start() < self.cue.end else None


def _plain(text: str) -> str:
    """Small letters without accents, as many characters as before."""
    return text.lower() if text.isascii() else text.translate(_PLAIN)


class _Plain(dict[int, str]):
    """Code point to one small letter without accent, filled as characters are met."""

    def __missing__(self, code: int) -> str:
        low = unicodedata.normalize("NFD", chr(code))[0].lower()[:1] or " "
        self[code] = low
        return low


_PLAIN = _Plain()
