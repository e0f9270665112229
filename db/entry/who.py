"""Whom a line names: @Hammouchi, @"Jean Dupont", @Abdellatif_Hammouchi, @? or the longest known name after @."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from db.entry import groups, likely, people
from db.entry.newcomers import NOBODY_YET, called
from db.entry.people import Official, new_official
from db.entry.shapes import Doubt, Work, listed, quoted
from db.names import fold
from db.names.candidates import Candidate
from db.names.together import Companion, of_pairs

LONGEST_NAME = 6  # words
LONGEST_ASKED = 3  # words of a name that is compared with known ones


class Somebody(NamedTuple):
    """Who takes part or must act.

    Attributes:
        kind: an official that is known or new, an organisation, a post, a group, or a head nobody named.
        name: of the official, the organisation, the post or the group.
        country: code, "" when not known.
        label: as the reading calls them.
        values: the fields of a participant that say who it is.
        made: what Enter would make, "" for nothing.
        role: in the delegation, "" where the place in the line says it.
        doubt: whom somebody new may be.
    """

    kind: Literal["official", "new", "organisation", "post", "group", "unnamed"]
    name: str
    country: str
    label: str
    values: dict[str, Any]
    made: str = ""
    role: str = ""
    doubt: Doubt | None = None


class Answer(NamedTuple):
    """Who is meant, or why that cannot be told, and the stretch of the line that says so."""

    who: Somebody | None
    start: int
    end: int
    problem: str = ""


class Names:
    """The names of one line; whole names of several words are looked up together, in one statement."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._last: dict[int, int] = {}  # the chunk that a name reaches to
        self._whole: dict[int, list[Official]] = {}
        self._named: dict[
            int, Companion
        ] = {}  # the officials of the line, for whom the next one may be known
        windows = {number: self._windows(number) for number, one in enumerate(work.chunks) if _is_name(one)}
        known = {one.matched: [one] for one in work.newcomers} | people.named(
            work.reader, (name for found in windows.values() for name, _ in found)
        )
        for number, found in windows.items():
            if number in work.used:
                continue
            longest = next(((name, last) for name, last in found if name in known), None)
            if longest:
                self._whole[number], self._last[number] = known[longest[0]], longest[1]
                work.take(*range(number + 1, longest[1] + 1))
        for several in self._whole.values():
            if len(several) == 1:
                self._remember(several[0])

    def _remember(self, found: Official) -> None:
        if found.number == NOBODY_YET:
            return
        self._named[found.number] = Companion("official", str(found.number), found.name)

    def _windows(self, number: int) -> list[tuple[str, int]]:
        """Folded names that may begin here, the longest first; a name in quotes is whole as it stands."""
        chunks = self._work.chunks
        if chunks[number].quoted:
            return [(fold(chunks[number].text), number)]
        found: list[tuple[str, int]] = []
        words = [chunks[number].spoken]
        for last in range(number + 1, min(len(chunks), number + LONGEST_NAME)):
            if chunks[last].kind != "word":
                break
            words.append(chunks[last].text)
            found.append((fold(" ".join(words)), last))
        return found[::-1]

    def read(self, number: int, preferred: Sequence[str], *, person: bool = True) -> Answer:
        """Who is meant by a name; `preferred` countries decide between several that fit.

        With `person` somebody unknown is a new official, without it a group as printed.
        """
        chunk = self._work.chunks[number]
        end = self._work.chunks[self._last.get(number, number)].end
        words = chunk.spoken
        if answer := self._nobody(number, words) or self._counted(number, words):
            return answer
        found = self._officials(number, words, preferred)
        if len(found) == 1:
            return Answer(self._official(found[0]), chunk.start, end)
        if found:
            several = listed([one.told_apart for one in found])
            sentence = f'{quoted(words)} could be {several}; write the whole name, as in @"{found[0].name}".'
            return Answer(None, chunk.start, end, sentence)
        office = self._office(words)
        if office is None and person and "/" in words:
            title, _, where = (part.strip() for part in words.rpartition("/"))
            if chunk.quoted and title and where:
                return Answer(_new_office(title, where), chunk.start, end)
            sentence = (
                f'There is no organisation {quoted(where)} here; in quotes, as @"Title/DGSN", it is made.'
            )
            return Answer(None, chunk.start, end, sentence)
        who = office or self._unknown(number, words, preferred, person=person)
        return Answer(who, chunk.start, self._work.chunks[self._last.get(number, number)].end)

    def _nobody(self, number: int, words: str) -> Answer | None:
        """A head whom nobody named, or a sign with no name behind it."""
        chunk = self._work.chunks[number]
        end = self._work.chunks[self._last.get(number, number)].end
        if words == "?" and not chunk.quoted:
            return Answer(Somebody("unnamed", "", "", "not named", {"group": "not named"}), chunk.start, end)
        if any(letter.isalnum() for letter in words):
            return None
        return Answer(None, chunk.start, end, 'A name is missing here; write @Name, @"Two Words" or @?.')

    def _counted(self, number: int, words: str) -> Answer | None:
        """Several people with a number, as in @4+ experts; where nobody is counted, None."""
        chunk = self._work.chunks[number]
        if not groups.begins_with_number(words) and not words.casefold().startswith("at least "):
            return None
        found = groups.group_of(words)
        end = chunk.end
        if found is None and not chunk.quoted:
            run = [words, *self._words_behind(number)]
            reached = groups.group_at([*words.split(), *run[1:]])
            if reached is not None:
                last = number + reached.last - len(words.split()) + 1
                self._work.take(*range(number + 1, last + 1))
                found, end = reached.group, self._work.chunks[last].end
        if found is None:
            return Answer(
                None, chunk.start, end, 'How many of whom? Write @"4+ experts" or @"12 police officers".'
            )
        return Answer(grouped(found), chunk.start, end)

    def _group(self, number: int, words: str) -> Somebody | None:
        """Several people without a number, in small letters: @experts, @security experts."""
        behind = [] if self._work.chunks[number].quoted else self._words_behind(number)[:2]
        for more in range(len(behind), -1, -1):
            found = groups.group_of(" ".join((words, *behind[:more])))
            if found is not None:
                self._work.take(*range(number + 1, number + more + 1))
                self._last[number] = number + more
                return grouped(found)
        return None

    def _words_behind(self, number: int) -> list[str]:
        """The words right behind a name that nothing has taken."""
        found = []
        for at in range(number + 1, min(len(self._work.chunks), number + LONGEST_NAME)):
            if self._work.chunks[at].kind != "word" or at in self._work.used:
                break
            found.append(self._work.chunks[at].text)
        return found

    def _officials(self, number: int, words: str, preferred: Sequence[str]) -> list[Official]:
        if number in self._whole:
            whole = self._whole[number]
            return people.best(whole[0].matched, whole, preferred)
        reader = self._work.reader
        if self._work.chunks[number].quoted or not fold(words):
            return []
        found = people.beginning(reader, words)
        if len(found) == people.MOST and preferred:
            found = people.beginning(reader, words, countries=preferred) or found
        found = found or people.containing(reader, words, preferred)
        return people.best(words, [*found, *called(self._work.newcomers, words)], preferred)

    def _official(self, found: Official) -> Somebody:
        if found.number == NOBODY_YET:
            label = f"{found.name}, new in a line above"
            return Somebody("official", found.name, found.country, label, {"official": found.name})
        self._remember(found)
        office = people.office(self._work.reader, found.number, self._work.moment.today.isoformat())
        label = f"{found.name} ({office})" if office else found.name
        return Somebody("official", found.name, found.country, label, {"official": found.name})

    def _office(self, words: str) -> Somebody | None:
        """A service by its acronym or name, or a post as "Director General/DGSN"."""
        title, slash, where = words.rpartition("/")
        organisation = people.organisation(self._work.reader, where)
        if organisation is None:
            return None
        label, country = organisation.label, organisation.country
        if not slash:
            return Somebody("organisation", label, country, label, {"organisation": label})
        known = people.post(self._work.reader, title.strip(), organisation.number)
        post = known or title.strip()
        values = {"post": post, "organisation": label}
        made = "" if known else f"new post “{post}, {label}”"
        return Somebody("post", f"{post}/{label}", country, f"{post}, {label} (not named)", values, made)

    def _unknown(self, number: int, words: str, preferred: Sequence[str], *, person: bool) -> Somebody:
        """Somebody new, or a group as printed; with a question where a known name sounds like it."""
        if person and (group := self._group(number, words)):
            return group
        name = " ".join(words.split())
        names = [*self._going_on(number), name]
        company = [*self._named.values(), *of_pairs(preferred)]
        found = likely.asked_about(self._work.reader, names, preferred, company)
        asked = f", or {found[1].told_apart}? {found[1].why}" if found else ""
        if person:
            made, doubt = new_official(name), None
            if found and likely.doubtful(names[found[0]], found[1]):
                last = number + len(names) - 1 - found[0]
                doubt = self._doubt(number, last, names[found[0]], found[1])
            return Somebody("new", name, "", made + asked, {"official": name}, made, doubt=doubt)
        return Somebody("group", name, "", f"“{name}”{asked}", {"group": name, "as_printed": name})

    def _doubt(self, first: int, last: int, name: str, known: Candidate) -> Doubt:
        """The name with what it would be in the line if the known official were meant."""
        chunk = self._work.chunks[first]
        sign = f"{chunk.key}:@" if chunk.kind == "field" else "@"
        end = self._work.chunks[last].end
        return Doubt(chunk.start, end, name, known.told_apart, sign + in_quotes(known.name))

    def _going_on(self, number: int) -> list[str]:
        """A name with the words behind it that may belong to it, the longest first."""
        chunks, names = self._work.chunks, []
        words = [chunks[number].spoken]
        for chunk in () if chunks[number].quoted else chunks[number + 1 : number + LONGEST_ASKED]:
            if chunk.kind != "word" or chunk.text[:1].islower():
                break
            words.append(chunk.text)
            names.append(" ".join(words))
        return names[::-1]


def _new_office(title: str, where: str) -> Somebody:
    """A post of an organisation that is not here yet: quotes around both say that it is no slip."""
    values = {"post": title, "organisation": where}
    made = f"new post “{title}” of the new organisation “{where}”"
    return Somebody("post", f"{title}/{where}", "", f"{title}, {where} (not named)", values, made)


def grouped(group: groups.Group) -> Somebody:
    """Several people as somebody who takes part."""
    return Somebody("group", group.name, "", group.label, group.values, role="group")


def in_quotes(name: str) -> str:
    """A name in quotes that it does not hold itself."""
    return f"“{name}”" if '"' in name else f'"{name}"'


def _is_name(chunk: Any) -> bool:
    return chunk.kind == "at" or (chunk.kind == "field" and (chunk.person or chunk.key in {"with", "owner"}))
