"""Everything that one sentence says: countries, people, dates, outcomes, and whether it looks ahead or back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from db.commitments.lexicon import LANGUAGES
from db.reading import cues
from db.reading.countries.places import Gazetteer
from db.reading.countries.roles import Cast, cast_of
from db.reading.dates.day_words import may_tell_days
from db.reading.dates.days import Day
from db.reading.dates.together import days_told
from db.reading.of_then import is_of_then
from db.reading.outcomes.clauses import Outcome, outcomes_of
from db.reading.outcomes.leading_on import led_on, names_nothing
from db.reading.outcomes.leads import Lead, is_heading, lead_of
from db.reading.outcomes.subjects import Subject, Subjects
from db.reading.papers.layout import Page
from db.reading.people.arabic_people import arabic_people_of, is_arabic
from db.reading.people.naming import Person, people_of
from db.reading.people.posts import Post, posts_of
from db.reading.sentences import Sentence, sentences
from db.reading.words import Folding, Word, plain, words_of

_BEGINNING = 40  # characters
_LONG_AGO = timedelta(days=120)  # before the text, from which it is no news
_APART = 24  # characters between a verb and the words that date something else
_PREFACE = re.compile(r"(?:following|after|a la suite d\w*|suite a|apres|tras)\b[^,]{4,90}, ")
_AT_THE_TALKS = re.compile(
    r"(?:during|at|in|au cours d[eu]|lors d[eu]|pendant|durante|en)"
    r" (?:the|this|that|la|cette|le|cet|l'|el|esta?|dicho)\s?"
    r"(?:meeting|talks|discussions?|session|rencontre|reunion|entretien|seance|encuentro|cita|sesion)\b,"
)
"""How a sentence begins that tells of the talks themselves, whatever it goes on to recall."""
_RELATIVE = re.compile(
    r", (?:\w+ )?(?:which|who|whose|whom|qui|que|dont|laquelle|lequel|quien|cuy[oa]s?)\b[^,]*,"
)
_WHICH = re.compile(r"\b(?:which|who|whose|whom|qui|dont|laquelle|lequel|quien|cuy[oa]s?)\b[^,;]*$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MOST = 20_000  # sentences; a text of more is a book
_LONGEST = 4_000  # characters of a sentence; more is no prose


class Heard(NamedTuple):
    """A sentence and what it says.

    Attributes:
        low: in plain small letters.
        meets: it tells of people who meet.
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
    meets: bool
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
        heard_of: Iterable[str] = (),
    ) -> None:
        self._languages = (language,) if language in LANGUAGES else ()
        self._subjects = subjects
        self._text = text
        self._gazetteer = gazetteer
        self._published = published
        self._known = frozenset(known)
        self._heard_of = frozenset(heard_of)
        self._folding = Folding()

    def page(self, page: Page) -> Iterator[Heard]:
        """Every sentence of the text itself, in order; words above a list are no outcome beside those that it lists."""
        before: Heard | None = None
        for one in self._of_page(page):
            if before is not None:
                leads = one.listed and one.outcomes and self._text[before.sentence.end - 1] == ":"
                yield _without_last(before) if leads else before
            before = one
        if before is not None:
            yield before

    def _of_page(self, page: Page) -> Iterator[Heard]:
        lead: Lead | None = None
        before: Sentence | None = None
        leads_from = ""
        number = 0
        for block in page.paragraphs:
            for sentence in sentences(self._text, block.start, block.end):
                number += 1
                if number > _MOST:
                    return
                sign = _sign_of(self._text, sentence)
                if (
                    not sentence.item
                    or self._text[sentence.end - 1] == ":"
                    or is_heading(self._text, sentence)
                ):
                    lead = lead_of(self._text, sentence) or led_on(self._text, before, sentence)
                    leads_from, before = sign, sentence
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
        if is_arabic(words):
            people += arabic_people_of(self._text, words, mentions, self._known, self._heard_of)
        mentions = [one for one in mentions if not any(who.start <= one.start < who.end for who in people)]
        ahead = cues.AHEAD.search(low) is not None or (title and cues.TO_VISIT.search(low) is not None)
        days = self._days(words, low, start, end, ahead=ahead)
        editorial = cues.EDITORIAL.search(low) is not None
        outcomes = (
            []
            if editorial
            else self._named(outcomes_of(self._text, sentence, lead, self._languages, low), low, start)
        )
        return Heard(
            sentence,
            low,
            cast_of(low, start, mentions),
            people,
            posts_of(self._text, words, mentions, people, low, start),
            days,
            outcomes,
            self._subjects.among(self._text, words),
            cues.MEET.search(low) is not None,
            ahead,
            self._is_past(low, start, days, outcomes),
            editorial,
            lead if sentence.item else None,
        )

    def _named(self, outcomes: Iterable[Outcome], low: str, start: int) -> list[Outcome]:
        """Without what is only counted, and told in the list below: "agreed on several measures."."""
        return [one for one in outcomes if not names_nothing(low, _behind_verb(one, self._text) - start)]

    def _is_past(self, low: str, start: int, days: list[Day], outcomes: list[Outcome]) -> bool:
        if _AT_THE_TALKS.match(low):
            return False
        told = _told_by(outcomes, self._text, start)
        long_ago = _long_ago(days, self._published)
        signed = all(one.rung == "signed" for one in outcomes)
        return (
            _past(low, days, self._published, told)
            or (signed and long_ago)
            or is_of_then(
                low, start, days, told[1] if told else None, long_ago=bool(days) and long_ago, signed=signed
            )
        )

    def _days(self, words: Sequence[Word], low: str, start: int, end: int, *, ahead: bool) -> list[Day]:
        if not may_tell_days(words):
            return []
        return days_told(self._text, start, end, self._published, ahead=ahead, low=low)


def _without_last(one: Heard) -> Heard:
    """A sentence without the outcome that only leads to the list below it."""
    return one._replace(outcomes=[told for told in one.outcomes if told.end < one.sentence.end])


def _sign_of(text: str, sentence: Sentence) -> str:
    """The sign before an item of a list, a number being as good as another; "" for a sentence that is no item."""
    sign = text[max(0, sentence.start - 6) : sentence.start].strip() if sentence.item else ""
    if sign[-1:] not in (".", ")") and not sign[-1:].isdigit():
        return sign[-1:]
    if _BELOW_A_NUMBER.search(sign):
        return "1.1"
    return "1" if any(letter.isdigit() for letter in sign.split()[-1]) else "a"


_BELOW_A_NUMBER = re.compile(r"\d\.\d{1,2}[.)]?$")


def _told_by(outcomes: list[Outcome], text: str, start: int) -> tuple[int, int] | None:
    """Where the clause of the first outcome of a sentence begins and its verb ends; None where nothing came of it."""
    if not outcomes:
        return None
    first = outcomes[0]
    return first.start - start, _behind_verb(first, text) - start


def _behind_verb(one: Outcome, text: str) -> int:
    """The place of the text behind the verb of an outcome."""
    return max(text.find(one.verb, one.start, one.end), one.start) + len(one.verb)


def _past(low: str, days: list[Day], published: date | None, told: tuple[int, int] | None) -> bool:
    """Whether a sentence tells of something before the story; `told` is where its outcome is, None for nowhere."""
    return any(
        _before_the_story(low, found, days, published, told[1] if told else None)
        for found in cues.PAST.finditer(low)
        if told is None or not _aside(low, found, *told)
    )


def _long_ago(days: list[Day], published: date | None) -> bool:
    """Whether a sentence tells only of days that its own year puts well before the text."""
    lasts = [day.when.last for day in days if day.when.edtf and day.kind != "counted"]
    named = any(_YEAR.search(day.when.text) for day in days)
    return (
        published is not None
        and named
        and all(last is not None and last < published - _LONG_AGO for last in lasts)
    )


def _aside(low: str, found: re.Match[str], clause: int, verb: int) -> bool:
    """Whether what is past is another clause than the one that tells of the outcome."""
    if _BEGINNING < found.start() < clause:
        return True
    if verb <= found.start() and (
        found.group().startswith("follow") or _WHICH.search(low, verb, found.start())
    ):
        return True  # "exchanged views on the ports following the fire that had closed two of them"
    return any(one.start() < found.start() < one.end() for one in _RELATIVE.finditer(low, 0, verb))


_REPORTED = re.compile(
    r"\b(?:said|says|added|adding|told (?:\w+ )?\w+|announced|confirmed|disclosed|revealed|according to"
    r"|explained|noted"
    r"|reported|learnt|learned|emerged|dit|declare|indique|precise|annonce|ajoute|explique|confie|selon"
    r"|dijo|explico|senalo|anuncio|anadio|informo|preciso|declaro|segun)\b(?:(?! when\b| in (?:19"
    r"|20)\d\d)[^.;\"“”«»]){0,110}$"
)
_ITS_SUBJECT = re.compile(
    r",? (?:also |was |were |featured |figured |(?:a|ont) (?:aussi |egalement )?ete |fue |fueron )"
)
_WHO_RECEIVED = re.compile(  # "were received by the director, who thanked them for the boats given in 2021"
    r"\b(?:received|welcomed|hosted|recue?s?|accueillie?s?|recibid[oa]s?) (?:\w+ ){0,3}?(?:by|par|por)\b[^.;]+?"
    r", (?:who|qui|quien(?:es)?|que) [^.;]{0,150}$"
)
_DENIED = re.compile(r"\b(?:den(?:ied|ies)|dismissed|dementi|nego|desmintio|a nie)\b[^.;]{0,60}$")
_JOINED_ON = re.compile(r", (?:and|but|et|mais|y|pero) (?!\w+ing\b)")
_KEPT = re.compile(r"\b(?:attend|mark|celebrat|commemorat|participat|join|for)\w*\b[^.;,]{0,40}$")
_HAD = re.compile(r"(?:had|avai(?:t|ent)|habian?) (?!been\b|ete\b)")


def _is_of_the_talks(low: str, found: re.Match[str], verb: int | None) -> bool:
    """Whether words of the past only date something beside what a sentence tells."""
    if _WHO_RECEIVED.search(low, 0, found.start()):
        return True
    had = _HAD.match(found.group()) is not None
    if had and _DENIED.search(low, 0, found.start()):
        return True
    if verb is None:
        return False
    of_its_subject = _APART < found.end() < verb and found.start() and _ITS_SUBJECT.match(low, found.end())
    return bool(
        (had and _REPORTED.search(low, 0, found.start()))  # "said the two services had agreed to patrol"
        or found.start() - verb > _APART  # "vowed to hand over those who were caught last year"
        or _PREFACE.match(low, 0, verb)
        or of_its_subject  # "the return of two men caught last month was raised"
        or (
            found.start() > _APART and _JOINED_ON.search(low, found.end(), verb)
        )  # "fell last year, and they agreed"
    )


def _before_the_story(
    low: str, found: re.Match[str], days: list[Day], published: date | None, verb: int | None
) -> bool:
    if _is_of_the_talks(low, found, verb):
        return False
    if found.group() == "anniversary" and _KEPT.search(low, 0, found.start()):
        return False  # "will attend the 25th anniversary of the accord"
    year = _YEAR.search(found.group())
    if year is not None and "since" not in found.group():
        # "In 2025" is the story itself when the text is of that year, or when the sentence gives the day.
        if verb is not None and found.start() > _BEGINNING:
            return False  # "reviewed what was decided in 2022" tells of today
        same = published is not None and int(year.group()) >= published.year
        return not same and not any(day.dated for day in days)
    return True
