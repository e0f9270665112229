"""One line of text to one reading; every token is optional and stands anywhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.commitments import RUNGS
from db.entry import delegations
from db.entry.around import check_status, hang, plan
from db.entry.chunks import cut
from db.entry.countries import Sides, by_codes, read_sides
from db.entry.fields import FieldReader, note_new
from db.entry.known_ref import what_it_can_be
from db.entry.official import is_official, read_official
from db.entry.parts import Parts
from db.entry.people import Official
from db.entry.records import summary_of, values_of
from db.entry.relative_due import settle_due, whose_days
from db.entry.rung import read_rung
from db.entry.shapes import Context, Reading, Token, Work, storable
from db.entry.subjects import Topics
from db.entry.vocabulary import RECORDS
from db.entry.when import find_days
from db.entry.who import Answer, Names
from db.entry.whose import at_home
from db.reader import Reader
from db.rows import Moment

LONGEST = 2_000  # characters; what is longer is a text for the reading desk
_TODO = re.compile(r"todo:?", re.IGNORECASE)
_LOOSE = " ,;:·–—-"
_WHEN = "When was it? Write a date, as in 28 jan 2025, or the sides, as in MA>ES, where no date is known."


def read_line(
    text: str,
    *,
    reader: Reader,
    moment: Moment,
    context: Context = Context(),  # noqa: B008 - a tuple, never changed
    day_first: bool = True,
    above: Sequence[Reading] = (),
    newcomers: Sequence[Official] = (),
) -> Reading:
    """Read one line; it never fails, what is not understood is marked in it.

    Args:
        text: the line.
        reader: the store; what is asked of it is bounded by the length of the line.
        moment: which day it is.
        context: what surrounds the line.
        day_first: whether 5/6 is 5 June.
        above: the earlier lines of the batch on which others can hang: the nearest event, the outcome after it.
        newcomers: the officials whom the earlier lines make.
    """
    if len(text) > LONGEST:
        sentence = f"A line has {LONGEST:,} characters at most; read longer texts at the reading desk (r)."
        long = Token(LONGEST, len(text), "unread", "too long", sentence)
        return Reading(text, "", (long,), problems=(long,))
    readable = storable(text)
    chunks = cut(readable)
    if not chunks:
        return Reading(text, "")
    work = Work(readable, chunks, reader, moment, context, day_first, newcomers=newcomers)
    parts = (
        read_official(work) if is_official(work) and not context.whole else _Line(work, above=above).read()
    )
    return _reading(work, parts)._replace(text=text)


def _reading(work: Work, parts: Parts) -> Reading:
    tokens = tuple(sorted(work.tokens))
    problems = tuple(token for token in tokens if token.problem)
    return Reading(
        text=work.text,
        kind=parts.kind,
        tokens=tokens,
        summary=summary_of(parts, work),
        creates=tuple(work.creates),
        assumed=tuple(work.assumed),
        values={} if problems or not parts.kind else values_of(parts),
        problems=problems,
        above=parts.above,
        doubts=tuple(work.doubts),
        remarks=tuple(work.remarks),
        year=work.year,
    )


class _Line:
    """A line that is not a person's: it starts with !rung, with todo, or is a visit or meeting."""

    def __init__(self, work: Work, *, above: Sequence[Reading]) -> None:
        self._work = work
        self._above = above
        self._parts = Parts()
        self._topics = Topics(work.reader)

    def read(self) -> Parts:
        """Read everything; what decides the kind comes first."""
        work, parts = self._work, self._parts
        self._keyword()
        names = Names(work)
        if not parts.kind:
            parts.sides = read_sides(work)
            self._event_kind()
        fields = FieldReader(work, parts, names)
        if parts.kind == "followup":
            work.country = whose_days(work)
        fields.dates()
        find_days(work, parts)
        self._signs(names, fields)
        self._words()
        if parts.kind in {"action", "followup"}:
            if sentence := hang(work, parts, above=self._above):
                self._blame_first(sentence)
            check_status(work, parts)
            settle_due(work, parts, self._above)
            if not parts.words:
                self._blame_first("What is it about? Write it after this word.")
        elif parts.kind:
            plan(work, parts)
            if parts.of_scope and not any(token.kind == "date" for token in work.tokens):
                self._blame_first(_WHEN)
        else:
            self._blame_first(what_it_can_be(work.reader, work.text))
        return parts

    def _signs(self, names: Names, fields: FieldReader) -> None:
        for number, chunk in enumerate(self._work.chunks):
            if number in self._work.used:
                continue
            if chunk.kind == "at":
                self._person(number, names)
            elif chunk.kind == "topic":
                self._topic(number)
            elif chunk.kind == "field":
                fields.read(number)

    # --- what kind of record it is ------------------------------------------------------------------------

    def _keyword(self) -> None:
        first = self._work.chunks[0]
        word = first.text if first.kind == "word" else ""
        if _TODO.fullmatch(word):
            self._parts.kind = "followup"
            self._work.take(0)
            self._work.add("word", first.start, first.end, "follow-up")
        elif word.startswith("!"):
            read_rung(self._work, self._parts)
        elif whole := self._work.context.whole:
            self._parts.kind, self._parts.rung = "action", whole.rung

    def _event_kind(self) -> None:
        work, parts = self._work, self._parts
        if parts.sides is not None:
            parts.kind = parts.sides.kind
        elif any(token.kind == "sides" for token in work.tokens):
            parts.kind = ""  # they are not understood yet; nothing else may take their place
        elif work.context.pair and len(countries := by_codes(work.reader, work.context.pair)) == 2:  # noqa: PLR2004
            parts.sides, parts.kind, parts.of_scope = Sides("visit", countries), "visit", True
            way = " → ".join(country.name for country in countries)
            work.assumed.append(
                f"sides from the pair in scope: {way}; write {'>'.join(parts.codes[::-1])} for the way back"
            )

    # --- what stands in it --------------------------------------------------------------------------------

    def _person(self, number: int, names: Names) -> None:
        work, parts = self._work, self._parts
        work.take(number)
        if parts.kind in {"action", "followup"}:
            chunk = work.chunks[number]
            sentence = (
                f"@{chunk.text} is the delegation of a visit; on:{delegations.WORD} is the visit entered last."
                if delegations.names_one(chunk)
                else f"Nobody takes part in {RECORDS[parts.kind]}: write owner:@{chunk.text}, or leave out the @."
            )
            work.add("person", chunk.start, chunk.end, chunk.text, sentence)
            return
        if delegations.names_one(work.chunks[number]):
            delegations.add_to(work, parts, work.chunks[number])
            return
        answer = names.read(number, parts.codes)
        problem = answer.problem or self._misplaced(answer)
        role = ""
        if parts.kind == "visit" and not (answer.who and answer.who.kind == "group"):
            role = "member " if parts.people else "head "
        reading = answer.who.label if answer.who else work.chunks[number].text
        work.add("person", answer.start, answer.end, role + reading if answer.who else reading, problem)
        if answer.who and not problem:
            who = at_home(work, parts, answer.who)
            parts.people.append(who)
            note_new(work, who)

    def _misplaced(self, answer: Answer) -> str:
        """Why somebody cannot be in the delegation, "" when they can."""
        who, parts = answer.who, self._parts
        if who is None:
            return ""
        if who.kind == "unnamed" and (parts.kind != "visit" or parts.people):
            return "@? is the head of a visit whom nobody named; leave it out here."
        if parts.kind == "visit" and who.country == parts.codes[1]:
            host = parts.countries[1].name
            return (
                f"{who.name} belongs to {host}, the host;"
                f" write with:@{who.name.replace(' ', '_')} for whom they met."
            )
        if who.values in [other.values for other in parts.people]:
            return f"{who.name or 'This one'} is named twice."
        return ""

    def _topic(self, number: int) -> None:
        chunk = self._work.chunks[number]
        self._work.take(number)
        topic, problem = self._topics.read(chunk.spoken)
        if self._parts.kind == "followup":
            problem = "A follow-up has no topics; hang it on an outcome, or leave out the #."
        self._work.add("topic", chunk.start, chunk.end, topic.label if topic else chunk.text, problem)
        if topic and not problem and topic not in self._parts.topics:
            self._parts.topics.append(topic)

    def _words(self) -> None:
        """What is left over, run by run, is the title or the text."""
        work = self._work
        runs: list[list[int]] = []
        for number, chunk in enumerate(work.chunks):
            if number in work.used or chunk.kind not in {"word", "quoted"}:
                continue
            if runs and runs[-1][-1] == number - 1:
                runs[-1].append(number)
            else:
                runs.append([number])
        found = []
        name = "text" if self._parts.kind in {"action", "followup"} else "title"
        for run in filter(None, (delegations.without_group(work, self._parts, run) for run in runs)):
            words = " ".join(work.chunks[number].text for number in run)
            after_sign = self._parts.kind == "action" and run[0] == 0  # "!" before a sentence of its own
            words = words.removeprefix("!") if after_sign else words
            found.append(words)
            problem = next(filter(None, (self._late_rung(number) for number in run)), "")
            start, end = work.chunks[run[0]].start + after_sign, work.chunks[run[-1]].end
            work.add("word", start, end, f"{name} “{' '.join(words.split())}”", problem)
        self._parts.words = " ".join(" ".join(found).split()).strip(_LOOSE)

    def _late_rung(self, number: int) -> str:
        chunk = self._work.chunks[number]
        if self._parts.kind == "action" or chunk.kind != "word" or chunk.text[1:] not in RUNGS:
            return ""
        if not chunk.text.startswith("!"):
            return ""
        return f"An outcome stands on a line of its own, which begins with {chunk.text}."

    def _blame_first(self, sentence: str) -> None:
        """Put a problem of the whole line on its first token, unless something is wrong already."""
        tokens = self._work.tokens
        if tokens and not any(token.problem for token in tokens):
            first = min(range(len(tokens)), key=lambda number: tokens[number].start)
            kind = tokens[first].kind if self._parts.kind else "unread"
            tokens[first] = tokens[first]._replace(kind=kind, problem=sentence)
