"""What could stand at the cursor: names from the store, the words of closed lists, and new officials."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from db.commitments import RUNGS
from db.dates import read_date, show_date
from db.entry import days, delegations, likely, people, places
from db.entry.chunks import Chunk, cut
from db.entry.countries import read_sides
from db.entry.groups import begins_with_number, group_of
from db.entry.line import LONGEST
from db.entry.shapes import Completion, Context, Work, storable
from db.entry.subjects import Topics
from db.entry.vocabulary import ALIASES, ASKED_FOR, CHOICES, IN_COURT
from db.entry.years import likely_year
from db.names import fold
from db.reader import Reader
from db.rows import Moment

_COUNTRY = re.compile(r"(?P<before>^|->|=>|→|>|\+)\s*(?P<name>[^\W\d_][^>+→@#:\"“”]*)$")
_REST_OF_WORD = re.compile(r"[^\s>+→,;]*")
_REST_IN_QUOTES = re.compile(r"[^\"”»]*[\"”»]?")
_OFTEN = ("day", "week", "month", "quarter", "year")
_DAYS = (
    "today",
    "tomorrow",
    "+1w",
    "+2w",
    "eow",
    "eom",
    "eoq",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "next week",
    "next month",
)
_SHORTEST = 2  # letters from which a country is guessed
_TWO = 2  # sides of a visit
_MOST_WORDS = 3  # of a country's name being typed


def complete(
    text: str,
    cursor: int,
    *,
    reader: Reader,
    moment: Moment,
    context: Context = Context(),  # noqa: B008 - a tuple, never changed
    limit: int = 8,
) -> list[Completion]:
    """What the piece at the cursor could become, the likeliest first; nothing for plain words of a title."""
    if len(text) > LONGEST or not 0 <= cursor <= len(text):
        return []
    offered = _Offers(storable(text), cursor, reader, moment, context, limit).all()
    found: dict[str, Completion] = {}
    for one in offered:
        if text[one.start : one.end] != one.text:
            found.setdefault(one.text.casefold(), one)
        if len(found) == limit:
            break
    return list(found.values())


class _Offers:
    def __init__(
        self, text: str, cursor: int, reader: Reader, moment: Moment, context: Context, limit: int
    ) -> None:
        self._text, self._cursor, self._limit = text, cursor, limit
        self._reader, self._moment, self._context = reader, moment, context
        self._left = cut(text[:cursor])
        work = Work(text, cut(text), reader, moment, context, day_first=True)
        sides = read_sides(work)
        self._work = work
        self._has_sides = bool(work.tokens)
        self._codes = sides.countries if sides else ()
        self._sides = tuple(country.code for country in self._codes) or (context.pair or ())
        first = work.chunks[0].text.casefold() if work.chunks else ""
        self._kind = sides.kind if sides else "visit"
        if first.startswith("!") or first.rstrip(":") == "todo":
            self._kind = "action" if first.startswith("!") else "followup"
        elif context.whole:
            self._kind = "action"

    def all(self) -> Iterator[Completion]:
        """Everything that fits, in order."""
        if not self._left:
            return
        chunk = self._left[-1]
        if chunk.end == self._cursor:
            if chunk.kind == "at":
                yield from self._people(chunk.start, chunk.text, prefix="@")
                return
            if chunk.kind == "topic":
                yield from self._topics(chunk)
                return
            if chunk.kind == "field":
                yield from self._field(chunk)
                return
            if chunk.kind == "quoted":
                return
            if len(self._left) == 1 and chunk.text.startswith("!"):
                yield from self._rungs(chunk)
                return
            year = self._year()
            if year is not None:
                yield year
            elif name := self._name_going_on():
                yield from self._people(name[0], name[1], prefix="@", new=False)
        yield from self._countries()

    def _end(self, *, in_quotes: bool = False) -> int:
        """Where the piece at the cursor stops."""
        match = (_REST_IN_QUOTES if in_quotes else _REST_OF_WORD).match(self._text, self._cursor)
        return match.end() if match else self._cursor

    def _offer(self, start: int, text: str, label: str, detail: str = "", *, new: bool = False) -> Completion:
        in_quotes = self._left[-1].quoted and self._left[-1].end == self._cursor
        return Completion(start, self._end(in_quotes=in_quotes), text, label, detail, new)

    def _year(self) -> Completion | None:
        """The date that ends here with its likely year, where it names none."""
        if self._kind not in {"visit", "meeting"} or not any(map(str.isdigit, self._text[: self._cursor])):
            return None
        ends_here = [
            one for one in days.find_dates(self._work) if one.end == self._cursor and not one.problem
        ]
        return likely_year(self._work, ends_here[0]) if ends_here else None

    # --- people and services ------------------------------------------------------------------------------

    def _name_going_on(self) -> tuple[int, str] | None:
        """The name after an @ a few words back, if it goes on to the cursor: "@Abdellatif Ham"."""
        for number in range(len(self._left) - 2, max(len(self._left) - 6, -1), -1):
            chunk = self._left[number]
            if chunk.kind == "at" and not chunk.quoted:
                return chunk.start, self._text[chunk.at : self._cursor]
            if chunk.kind != "word":
                return None
        return None

    def _people(self, start: int, typed: str, *, prefix: str, new: bool = True) -> Iterator[Completion]:
        words = typed.replace("_", " ")
        found: list[people.Official] = []
        if not fold(words):
            found = people.of_countries(self._reader, self._sides, self._limit)
        elif self._sides:
            found = people.beginning(self._reader, words, countries=self._sides, limit=self._limit)
            found = found or people.containing(self._reader, words, self._sides, limit=self._limit)
        if len(found) < self._limit:
            found += people.beginning(self._reader, words, limit=self._limit)
        known = dict.fromkeys(people.best(words, found, ()) + found)
        earlier = self._earlier(start, words) if prefix == "@" else None
        for number, one in enumerate(known):
            if earlier is not None and number == self._limit - 1:
                break
            detail = " · ".join(part for part in (one.country, one.post) if part)
            yield self._offer(start, f'{prefix}"{one.name}"', one.name, detail)
        if earlier is not None:
            yield earlier
        for service in people.organisations_beginning(self._reader, words, self._limit):
            detail = " · ".join(part for part in (service.name, service.country) if part)
            yield self._offer(start, _value(f"{prefix}", service.label), service.label, detail)
        if not found:
            yield from self._likely(start, words, prefix)
        if new:
            yield from self._newcomer(start, words, prefix, {fold(one.name) for one in found})

    def _newcomer(self, start: int, words: str, prefix: str, known: set[str]) -> Iterator[Completion]:
        """An official who does not exist yet; nobody is called by a number, a group's word or that of a delegation."""
        name = " ".join(words.split()).replace('"', "")
        nobody = begins_with_number(words) or words.casefold() == delegations.WORD
        if nobody or group_of(words) or len(fold(name)) < _SHORTEST or fold(name) in known:
            return
        yield self._offer(
            start, f'{prefix}"{name}"', people.new_official(name), "made when you press Enter", new=True
        )

    def _likely(self, start: int, words: str, prefix: str) -> Iterator[Completion]:
        """Where no spelling begins so: whose name sounds like it, and who holds the post."""
        for one in likely.offered(self._reader, words, self._sides, self._limit):
            detail = " · ".join(part for part in (one.country, one.post, one.why) if part)
            yield self._offer(start, f'{prefix}"{one.name}"', one.name, detail)

    def _earlier(self, start: int, words: str) -> Completion | None:
        """The delegation of the last visit; it stands behind the people, who are meant more often."""
        if (
            self._kind != "visit"
            or len(self._sides) != _TWO
            or not delegations.WORD.startswith(words.casefold())
        ):
            return None
        found = delegations.last(self._reader, *self._sides)
        return (
            self._offer(start, f"@{delegations.WORD}", f"@{delegations.WORD}", found.label) if found else None
        )

    def _topics(self, chunk: Chunk) -> Iterator[Completion]:
        topics = Topics(self._reader)
        exact, begin = topics.matching(chunk.spoken)
        for code in dict.fromkeys((*exact, *begin)):
            yield self._offer(chunk.start, f"#{code}", topics.labels[code], code)

    # --- fields -------------------------------------------------------------------------------------------

    def _field(self, chunk: Chunk) -> Iterator[Completion]:
        key = ALIASES.get(chunk.key, chunk.key)
        typed = chunk.spoken
        lead = self._text[chunk.start : chunk.start + len(chunk.key) + 1]
        if key in CHOICES:
            yield from self._choices(chunk.start, lead, key, typed)
        elif key in {"due", "date", "every"}:
            offer = self._often if key == "every" else self._days
            yield from offer(chunk.start, lead, typed)
        elif key == "in":
            names = places.beginning(self._reader, typed, self._sides, self._limit)
            yield from (self._offer(chunk.start, _value(lead, name), name) for name in names)
        elif key == "on" and not chunk.person:
            letters = {"meeting": "V", "action": "VM", "followup": "VMA"}.get(self._kind, "")
            for ref, detail in places.refs(self._reader, chunk.text, letters, self._limit):
                yield self._offer(chunk.start, f"{lead}{ref}", ref, detail)
        elif key == "src":
            yield from self._sources(chunk.start, lead, typed)
        elif key in {"with", "owner", "on"}:
            if key == "owner" and not chunk.person:
                for code, name, _ in places.countries_beginning(self._reader, typed, self._limit):
                    yield self._offer(chunk.start, lead + code, name, code)
            yield from self._people(
                chunk.start, chunk.text, prefix=f"{lead}@", new=chunk.person and key != "on"
            )

    def _choices(self, start: int, lead: str, key: str, typed: str) -> Iterator[Completion]:
        among = CHOICES[key].get(self._kind) or next(iter(CHOICES[key].values()))
        details = {"by": ASKED_FOR, "ball": IN_COURT}.get(key, {})
        for word in among:
            if word.startswith(typed.casefold()):
                yield self._offer(start, _value(lead, word), word, details.get(word, ""))

    def _often(self, start: int, lead: str, typed: str) -> Iterator[Completion]:
        words = (word for word in _OFTEN if word.startswith(typed.casefold()))
        yield from (self._offer(start, lead + word, f"every {word}") for word in words)

    def _days(self, start: int, lead: str, typed: str) -> Iterator[Completion]:
        for word in _DAYS:
            if word.startswith(typed.casefold()):
                when = read_date(word, today=self._moment.today)
                yield self._offer(start, lead + word, word, show_date(when, today=self._moment.today))

    def _sources(self, start: int, lead: str, typed: str) -> Iterator[Completion]:
        if "clip".startswith(typed.casefold()):
            yield self._offer(start, f"{lead}clip", "clip", "the text on the clipboard")
        for key, label, detail in places.sources(self._reader, typed, self._limit):
            yield self._offer(start, _value(lead, key), label, detail)

    # --- how a line begins --------------------------------------------------------------------------------

    def _rungs(self, chunk: Chunk) -> Iterator[Completion]:
        typed = chunk.text[1:].casefold()
        for number, rung in reversed(list(enumerate(RUNGS))):
            if rung.startswith(typed):
                yield self._offer(chunk.start, f"!{rung}", rung, f"{number} of 5 on the ladder")

    def _countries(self) -> Iterator[Completion]:
        """Countries beside an operator, or anywhere while a line has no sides and needs some."""
        if self._kind in {"action", "followup"}:
            return
        match = _COUNTRY.search(self._text[: self._cursor])
        if match is None:
            return
        beside = bool(match["before"])
        if not beside and (self._context.pair or self._has_sides):
            return
        words = list(re.finditer(r"\S+", match["name"]))
        if not words or match["name"][-1:].isspace():
            return
        for count in range(min(len(words), 1 if not beside else _MOST_WORDS, len(words)), 0, -1):
            start = match.start("name") + words[-count].start()
            if beside and count != len(words):
                continue
            yield from self._countries_from(start)

    def _countries_from(self, start: int) -> Iterable[Completion]:
        typed = self._text[start : self._cursor]
        if len(fold(typed)) < _SHORTEST:
            return
        taken = {country.code for country in self._codes}
        found = places.countries_beginning(self._reader, typed, self._limit + len(taken))
        for code, name, detail in islice((row for row in found if row[0] not in taken), self._limit):
            yield self._offer(start, code, name, detail)


def _value(lead: str, text: str) -> str:
    """A field or sign with its value, in quotes where it has a space in it."""
    return f'{lead}"{text}"' if " " in text else lead + text
