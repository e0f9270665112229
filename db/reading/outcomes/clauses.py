"""What came of an event: clauses at the rung that their verb supports, and lists under the words above them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from db.commitments import RUNGS, Rung
from db.commitments.lexicon import LANGUAGES
from db.commitments.looking import only_looked_at
from db.commitments.reading import Proposal, propose_each
from db.reading.cues import NEXT
from db.reading.outcomes.adding import WHICH_IS_TO, WITH_WHOM, only_adds
from db.reading.outcomes.arabic_clauses import arabic_clauses
from db.reading.outcomes.as_it_is import is_only_a_word
from db.reading.outcomes.each_thing import each_thing
from db.reading.outcomes.extent import (
    SHORTEST,
    before_a_semicolon,
    before_an_aside,
    behind_a_stop,
    with_its_subject,
)
from db.reading.outcomes.leads import Lead
from db.reading.outcomes.met_for import talked_of
from db.reading.outcomes.narrated import is_only_interest
from db.reading.outcomes.nothing import ASKS_NO_NAME, says_nothing
from db.reading.outcomes.on_the_agenda import also_to_talk_of, to_talk_of
from db.reading.outcomes.travelled_for import sought_by_travelling
from db.reading.sentences import Sentence
from db.reading.words import plain

_TO_COME = "They will talk of it; nothing has come of it yet."
_HEADING = 24  # characters; "Next meeting" alone says nothing
_COORDINATOR = re.compile(
    r"[,;:]|\b(?:and|but|while|also|adding that|et|ainsi que|tandis qu\w*|(?<!qui )(?<!ils )(?<!elles )y|e|mientras"
    r"|asi como|then)\b"
)
_TWO_SIDES = re.compile(r"\b(?:between|entre)\b(?:(?!\b(?:and|et|y)\b)[^,;]){1,60} $")
_MOST_WORDS_OF_SUBJECT = 7
_LONG_PREFACE = 100  # characters in front of a verb that say who, where and when
_PASSIVE = re.compile(r"\b(?:(?:was|were|been|(?<!to )be|fue|fueron|sido) (?:\w+ly |also )?|ete$|ete )")
_IS_BEING = re.compile(
    r"(?:est|sont|esta|estan) en \w|(?:is|are) (?:now |still |currently )?(?:under|being)\b"
)
_WILL_BE_DONE = re.compile(r"(?:will|shall) (?:also |then )?be \w+(?:ed|en)\b")
_NO_DATE = re.compile(
    r"\b(?:deferred|postponed|put off|aplaz\w+|report(?:e|es|er)|no|not|without|aucune?|ne|sans|sin|ningun[oa]?"
    r"|yet to)\b|\bn'"
)
_JOINT = re.compile(
    r"[\s,;]*(?:\b(?:and|but|while|et|y|e|ainsi que|tandis que|mientras)\b)?[\s,;]*$", re.IGNORECASE
)
_JOINED = re.compile(
    r"[\s,;:]*(?:(?:(?:and|et|y|e) (?:que?|that)(?= \w|['’])|adding that|ajoutant qu[e'’]|anadiendo que"
    r"|añadiendo que|ainsi que|asi como|mientras que|tandis qu[e'’]|mientras"
    r"|while|and|but|et|y|e|then)(?![^\W\d_]))?[\s,;'’]*",
    re.IGNORECASE,
)
_WHO_DID = re.compile(
    r"(?:who|qui|quien) (?:has |a |ha )?(?:also )?(?:promis|pledg|offer|propos|agre|assur|invit|request|accept"
    r"|acept|solicit|offert|ofrec"
    r"|promet)\w*"
)


class Outcome(NamedTuple):
    """Something that came of an event.

    Attributes:
        start: offset of its words in the text.
        end: offset after them.
        rung: what its verb supports.
        verb: as printed.
        why: a sentence for the officer.
        sure: whether the verb itself says it, not the words above a list.
    """

    start: int
    end: int
    rung: Rung
    verb: str
    why: str
    sure: bool = True


def outcomes_of(
    text: str,
    sentence: Sentence,
    lead: Lead | None = None,
    languages: tuple[str, ...] = LANGUAGES,
    low: str | None = None,
) -> Iterator[Outcome]:
    """The outcomes that a sentence tells of, in order; `low` is its plain small letters where they are at hand."""
    words = text[sentence.start : sentence.end]
    low = plain(words) if low is None else low
    if low.endswith("?"):
        return
    if action := _TO_DO.match(low):
        yield _to_do(words, sentence, action)
    elif sentence.item and lead is not None:
        yield _listed(words, sentence, lead, languages)
    elif not words.isascii() and "\u0627" in words:
        for start, end, rung, verb in arabic_clauses(words):
            first, last = sentence.start + start, sentence.start + end
            yield Outcome(first, last, rung, verb, f"“{verb}” says so.", sure=False)
    else:
        yield from _clauses(words, low, sentence, languages)


def _clauses(words: str, low: str, sentence: Sentence, languages: tuple[str, ...]) -> Iterator[Outcome]:
    """The clauses of a sentence that have a verb of the ladder; without one, when they meet again."""
    told = propose_each(words, languages)
    kept = list(_coordinated(low, told))
    if agenda := _on_the_agenda(words, low, sentence.start, kept):
        yield from agenda
        kept = [(begin, one) for begin, one in kept if sentence.start + begin >= agenda[-1].end]
    elif not kept and (without := _without_a_verb(words, low, sentence.start, told)) is not None:
        yield without
    carried: int | None = None
    for (starts, proposal), after in zip(kept, [*(start for start, _ in kept[1:]), len(words)], strict=False):
        if says_nothing(low, proposal) or _LEADS_ON.match(low, proposal.end):
            continue  # what "they undertook to:" leads to stands in the list below it
        if _AND.match(low, after) and _goes_on(low, starts, proposal, after):
            carried = starts if carried is None else carried
            continue  # "exchanged views and spoke of ports" is one thing
        begin, carried = (starts if carried is None else carried), None
        joint = _JOINT.search(words, begin, after)
        end = before_a_semicolon(low, proposal.end, joint.start() if joint else after)
        joined = _JOINED.match(words, begin)
        start = joined.end() if joined and begin else begin
        done_to = _WILL_BE_DONE.match(low, proposal.start) is not None
        passive = (
            done_to or _PASSIVE.search(low, start, proposal.start + 4) or _IS_BEING.match(low, proposal.start)
        )
        with_whom = not done_to and WITH_WHOM.search(low, start, proposal.start) is not None
        if with_whom or _WHO_DID.match(low, start):
            start = proposal.start
        told_from = start if passive else proposal.start
        start = behind_a_stop(low, start, proposal.start)
        if told_from - start > _LONG_PREFACE:
            start = with_its_subject(low, start, told_from)
        end = before_an_aside(low, proposal.end, end)
        if end - told_from >= SHORTEST and not only_adds(low, start):
            for thing in each_thing(low, proposal, start, end):
                first, last = sentence.start + thing.start, sentence.start + thing.end
                curious = proposal.rung == "proposed" and is_only_interest(low, proposal.start)
                rung: Rung = "discussed" if curious else thing.rung
                yield Outcome(first, last, rung, proposal.verb, proposal.why)


def _on_the_agenda(words: str, low: str, offset: int, kept: Sequence[tuple[int, Proposal]]) -> list[Outcome]:
    """What they will talk of, up to the next thing that a sentence tells; nothing where it tells of that first."""
    found = to_talk_of(low)
    if found is None or any(one.start < found[1] for _, one in kept):
        return []
    begin, verb_at = found
    following = next((start for start, one in kept if one.start > verb_at and start > begin), len(words))
    end = before_an_aside(low, verb_at, following)
    told: list[Outcome] = []
    for stop, next_verb in [*also_to_talk_of(low, verb_at, end), (end, end)]:
        verb = words[verb_at:].split(maxsplit=1)[0]
        told.append(Outcome(offset + begin, offset + stop, "noted", verb, _TO_COME, sure=False))
        begin = verb_at = next_verb
    return told


def _without_a_verb(words: str, low: str, offset: int, told: Sequence[Proposal]) -> Outcome | None:
    """What a sentence tells without a verb of the ladder: the next meeting, what they met or came for."""
    whole = offset + len(words)
    coming = NEXT.search(low) if len(low) > _HEADING else None
    if coming is not None and not any(words.search(low, 0, coming.end()) for words in (_NO_DATE, _FOR_IT)):
        verb = words[coming.start() : coming.end()].rsplit(maxsplit=1)[-1]
        return Outcome(offset, whole, "agreed", verb, "It says when they meet again.", sure=False)
    if (aim := talked_of(low)) is not None:
        begin, last = aim
        return Outcome(offset + begin, whole, "discussed", words[begin:last], "They met for it.", sure=False)
    if (paper := sought_by_travelling(low, told)) is not None:
        begin, last, sought = paper
        return Outcome(offset + begin, offset + last, "proposed", sought.verb, sought.why, sure=False)
    return None


def _goes_on(low: str, begin: int, proposal: Proposal, after: int) -> bool:
    """Whether a verb has nothing of its own that was done, before the next one: "exchanged views and …"."""
    told_before = _PASSIVE.search(low, begin, proposal.start + 4) is not None
    return not told_before and not _SAYS_MORE.search(low, proposal.end, after)


def _to_do(words: str, sentence: Sentence, action: re.Match[str]) -> Outcome:
    """What minutes put behind "Action:": somebody is to do it."""
    why = "Minutes say “action” of what somebody is to do."
    verb = words[action.start("name") : action.end("name")]
    return Outcome(sentence.start + action.end(), sentence.end, "agreed", verb, why, sure=False)


_TO_DO = re.compile(
    r"\W{0,3}(?P<name>action(?: point| item)?|decision|next steps?|follow-up|to do|suite a donner|accion"
    r"|acuerdo|compromiso)"
    r"(?: \d{1,2})?\s*:\s+(?=\w)"
)


_AND = re.compile(r"\s*(?:and|et|y)\b")
_SAYS_MORE = re.compile(r"\w{4}")
_LEADS_ON = re.compile(
    r"(?:[^.;,:]{0,60}\b(?:following|as follows|are|include|suivante?s?|qui suit|sont|siguientes?|son))?\s*:[\s–—-]*$"
)
_FOR_IT = re.compile(
    r"\b(?:(?:to|pour|para) (?:prepare|preparer|preparar)|ahead of|in preparation (?:for|of)|en vue d[eu]"
    r"|con vistas al?"
    r"|(?:wished|wish|souhait\w+|dese(?:o|aron)) [^.;]{0,60}?\b(?:success|succes|plein succes|exitos?))\b"
)
"""In front of a next meeting for which they only prepared, or to which somebody wished success."""
_CARRIED_OUT = re.compile(
    r"(?:tasked|instructed|mandated|charged|directed|(?:ont|a) charge|encargaron|encargo|instruyeron)\b"
    r"[^.;,]{0,90}?\b(?:its?|this|these|them|sa|son|su) "
)
"""Who is to carry out what was just decided; it is a part of that."""


_AND_THEN_DONE = re.compile(r"\b(?:would|will|shall|to) be \w+ed\b[^.;,]*\band (?:then |later )?$")
"""What is to be done with one thing: "that the text would be agreed by letter in June and signed in May"."""


def _coordinated(low: str, proposals: Iterable[Proposal]) -> Iterator[tuple[int, Proposal]]:
    """The verbs that stand beside each other, each with where its clause begins."""
    reached = -1
    for proposal in proposals:
        if (
            proposal.aim
            or ASKS_NO_NAME.match(low, proposal.start)
            or is_only_a_word(low, proposal.start, low[proposal.start : proposal.end])
        ):
            continue
        if reached < 0:
            yield 0, proposal
            reached = proposal.end
            continue
        joints = [
            match.start()
            for match in _COORDINATOR.finditer(low, reached, proposal.start)
            if low[match.end() : proposal.start].isspace()
            or not _TWO_SIDES.search(low, reached, match.start())
        ]
        if joints and (
            WHICH_IS_TO.fullmatch(low, joints[-1], proposal.start)
            or _CARRIED_OUT.match(low, proposal.start)
            or _AND_THEN_DONE.search(low, reached, proposal.start)
        ):
            reached = proposal.end
        elif joints and len(low[joints[-1] : proposal.start].split()) <= _MOST_WORDS_OF_SUBJECT + 1:
            yield joints[-1], proposal
            reached = proposal.end


def _listed(words: str, sentence: Sentence, lead: Lead, languages: tuple[str, ...]) -> Outcome:
    """An item of a list; a verb of its own counts where it says less than the words above."""
    own = [one for one in propose_each(words, languages) if not one.aim and one.start == 0]
    if own:
        return Outcome(sentence.start, sentence.end, own[0].rung, own[0].verb, own[0].why)
    verb = words.split(maxsplit=1)[0]
    why = f"It stands in a list under “{lead.verb}”."
    looked_at = only_looked_at(plain(words), 0) if lead.rung == "agreed" else None
    rung: Rung = RUNGS[looked_at.level] if looked_at is not None else lead.rung
    return Outcome(sentence.start, sentence.end, rung, verb, why, sure=False)
