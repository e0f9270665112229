"""Everything that one sentence says: countries, people, dates, outcomes, and whether it looks ahead or back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from db.commitments.lexicon import LANGUAGES
from db.reading import cues
from db.reading.day_words import may_tell_days
from db.reading.days import Day, days_of
from db.reading.layout import Page
from db.reading.outcomes import Lead, Outcome, lead_of, outcomes_of
from db.reading.people import Person, people_of
from db.reading.places import Gazetteer
from db.reading.posts import Post, posts_of
from db.reading.roles import Cast, cast_of
from db.reading.sentences import Sentence, sentences
from db.reading.subjects import Subject, Subjects
from db.reading.words import Folding, Word, plain, words_of

_BEGINNING = 40  # characters
_APART = 24  # characters between a verb and the words that date something else
_PREFACE = re.compile(r"(?:following|after|a la suite d\w*|suite a|apres|tras)\b[^,]{4,90}, ")
_RELATIVE = re.compile(
    r", (?:\w+ )?(?:which|who|whose|whom|qui|que|dont|laquelle|lequel|quien|cuy[oa]s?)\b[^,]*,"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MOST = 20_000  # sentences; a text of more is a book
_LONGEST = 4_000  # characters of a sentence; more is no prose


class Heard(NamedTuple):
    """A sentence and what it says.

    Attributes:
        low: in plain small letters.
        ahead: it tells of what is to come.
        past: it tells of what was before the story.
        lead: the words above the list that it stands in.
    """

    sentence: Sentence
    low: str
    cast: list[Cast]
    people: list[Person]
    posts: list[Post]
    days: list[Day]
    outcomes: list[Outcome]
    subjects: list[Subject]
    ahead: bool
    past: bool
    editorial: bool
    lead: Lead | None = None

    @property
    def listed(self) -> bool:
        """Whether it stands in a list below words that lead to it; a numbered paragraph says something of its own."""
        return self.lead is not None

    def offset(self, place: int) -> int:
        """A place of the text as one of the sentence."""
        return place - self.sentence.start


class Ear:
    """Hears sentences: with the names of countries, the known officials and the day of publication at hand."""

    def __init__(
        self,
        text: str,
        language: str,
        gazetteer: Gazetteer,
        subjects: Subjects,
        published: date | None,
        known: Iterable[str] = (),
    ) -> None:
        self._languages = (language,) if language in LANGUAGES else ()
        self._subjects = subjects
        self._text = text
        self._gazetteer = gazetteer
        self._published = published
        self._known = frozenset(known)
        self._folding = Folding()

    def page(self, page: Page) -> Iterator[Heard]:
        """Every sentence of the text itself, in order."""
        lead: Lead | None = None
        leads_from = ""
        number = 0
        for block in page.paragraphs:
            for sentence in sentences(self._text, block.start, block.end):
                number += 1
                if number > _MOST:
                    return
                sign = _sign_of(self._text, sentence)
                if not sentence.item or self._text[sentence.end - 1] == ":":
                    lead, leads_from = lead_of(self._text, sentence), sign
                    yield self.sentence(sentence)
                    continue
                if sign == leads_from:
                    lead = None  # the numbered point behind the one that had a list of its own
                yield self.sentence(sentence, lead)

    def sentence(self, sentence: Sentence, lead: Lead | None = None, *, title: bool = False) -> Heard:
        """What one sentence says."""
        start, end = sentence.start, min(sentence.end, sentence.start + _LONGEST)
        sentence = sentence._replace(end=end)
        low = plain(self._text[start:end])
        words = words_of(self._text, start, end, self._folding)
        mentions = self._gazetteer.mentions(self._text, words)
        people = people_of(self._text, words, mentions, self._known)
        mentions = [one for one in mentions if not any(who.start <= one.start < who.end for who in people)]
        ahead = cues.AHEAD.search(low) is not None or (title and cues.TO_VISIT.search(low) is not None)
        days = self._days(words, low, start, end, ahead=ahead)
        editorial = cues.EDITORIAL.search(low) is not None
        outcomes = [] if editorial else list(outcomes_of(self._text, sentence, lead, self._languages, low))
        return Heard(
            sentence,
            low,
            cast_of(low, start, mentions),
            people,
            posts_of(self._text, words, mentions, people, low, start),
            days,
            outcomes,
            self._subjects.among(self._text, words),
            ahead,
            _past(low, days, self._published, _told_by(outcomes, self._text, start)),
            editorial,
            lead if sentence.item else None,
        )

    def _days(self, words: Sequence[Word], low: str, start: int, end: int, *, ahead: bool) -> list[Day]:
        if not may_tell_days(words):
            return []
        return days_of(self._text, start, end, self._published, ahead=ahead, low=low)


def _sign_of(text: str, sentence: Sentence) -> str:
    """The sign before an item of a list, a number being as good as another; "" for a sentence that is no item."""
    sign = text[max(0, sentence.start - 6) : sentence.start].strip()[-1:] if sentence.item else ""
    return "." if sign == ")" else sign


def _told_by(outcomes: list[Outcome], text: str, start: int) -> tuple[int, int] | None:
    """Where the clause of the first outcome of a sentence begins and its verb ends; None where nothing came of it."""
    if not outcomes:
        return None
    first = outcomes[0]
    verb = max(text.find(first.verb, first.start, first.end), first.start) + len(first.verb)
    return first.start - start, verb - start


def _past(low: str, days: list[Day], published: date | None, told: tuple[int, int] | None) -> bool:
    """Whether a sentence tells of something before the story; `told` is where its outcome is, None for nowhere."""
    return any(
        _before_the_story(low, found, days, published, told[1] if told else None)
        for found in cues.PAST.finditer(low)
        if told is None or not _aside(low, found, *told)
    )


def _aside(low: str, found: re.Match[str], clause: int, verb: int) -> bool:
    """Whether what is past is another clause than the one that tells of the outcome."""
    if _BEGINNING < found.start() < clause:
        return True
    return any(one.start() < found.start() < one.end() for one in _RELATIVE.finditer(low, 0, verb))


def _before_the_story(
    low: str, found: re.Match[str], days: list[Day], published: date | None, verb: int | None
) -> bool:
    if verb is not None and (found.start() - verb > _APART or _PREFACE.match(low, 0, verb)):
        return False  # "vowed to hand over those who were caught last year" tells of today
    year = _YEAR.search(found.group())
    if year is not None and "since" not in found.group():
        # "In 2025" is the story itself when the text is of that year, or when the sentence gives the day.
        if verb is not None and found.start() > _BEGINNING:
            return False  # "reviewed what was decided in 2022" tells of today
        same = published is not None and int(year.group()) >= published.year
        return not same and not any(day.dated for day in days)
    return True
