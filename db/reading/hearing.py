"""Everything that one sentence says: countries, people, dates, outcomes, and whether it looks ahead or back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from db.commitments.lexicon import LANGUAGES
from db.reading import cues
from db.reading.days import Day, days_of
from db.reading.layout import Page
from db.reading.outcomes import Lead, Outcome, lead_of, outcomes_of
from db.reading.people import Person, people_of
from db.reading.places import Gazetteer
from db.reading.posts import Post, posts_of
from db.reading.roles import Cast, cast_of
from db.reading.sentences import Sentence, sentences
from db.reading.subjects import Subject, Subjects
from db.reading.words import Folding, plain, words_of

_BEGINNING = 40  # characters
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
        number = 0
        for block in page.paragraphs:
            for sentence in sentences(self._text, block.start, block.end):
                number += 1
                if number > _MOST:
                    return
                if not sentence.item:
                    lead = lead_of(self._text, sentence)
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
        off = cues.POSTPONED.search(low) or cues.CANCELLED.search(low) or cues.DUE_THEN.search(low)
        days = days_of(self._text, start, end, self._published, ahead=ahead or off is not None)
        outcomes = list(outcomes_of(self._text, sentence, lead, self._languages, low))
        return Heard(
            sentence,
            low,
            cast_of(low, start, mentions),
            people,
            posts_of(self._text, words, mentions, people),
            days,
            outcomes,
            self._subjects.among(self._text, words),
            ahead,
            _past(low, days, self._published, tells=bool(outcomes)),
            cues.EDITORIAL.search(low) is not None,
            lead if sentence.item else None,
        )


def _past(low: str, days: list[Day], published: date | None, *, tells: bool) -> bool:
    """Whether a sentence tells of something before the story."""
    found = cues.PAST.search(low)
    if found is None:
        return False
    year = _YEAR.search(found.group())
    if year is not None and "since" not in found.group():
        # "In 2025" is the story itself when the text is of that year, or when the sentence gives the day.
        if tells and found.start() > _BEGINNING:
            return False  # "reviewed what was decided in 2022" tells of today
        same = published is not None and int(year.group()) >= published.year
        return not same and not any(day.dated for day in days)
    return True
