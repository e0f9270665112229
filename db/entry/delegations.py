"""Several people at once: the delegation of an earlier visit by one word, @last or @V-2025-001; and "4+ experts"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from db.entry.company import Company, Person, last_visit
from db.entry.groups import group_in
from db.entry.who import Somebody, grouped
from db.merged import standing
from db.refs import bearer

if TYPE_CHECKING:
    from db.entry.chunks import Chunk
    from db.entry.parts import Parts
    from db.entry.shapes import Work
    from db.reader import Reader

WORD = "last"
_REF = re.compile(r"V-\d{4}-\d{3,}", re.ASCII | re.IGNORECASE)


class Earlier(NamedTuple):
    """Who travelled then.

    Attributes:
        ref: of that visit.
        people: the head first.
    """

    ref: str
    people: tuple[Person, ...]

    @property
    def label(self) -> str:
        """What the word reads as: delegation as in V-2025-001: Abdellatif Hammouchi + 3."""
        more = f" + {len(self.people) - 1}" if len(self.people) > 1 else ""
        return f"delegation as in {self.ref}: {self.people[0].label}{more}"


def names_one(chunk: Chunk) -> bool:
    """Whether what follows an @ means a delegation; in quotes it is a name."""
    return not chunk.quoted and (chunk.text.casefold() == WORD or _REF.fullmatch(chunk.text) is not None)


def add_to(work: Work, parts: Parts, chunk: Chunk) -> None:
    """Let those travel who travelled then, without whoever is named already; or mark why they cannot."""
    found, problem = _read(work, parts, chunk)
    work.add("person", chunk.start, chunk.end, found.label if found else chunk.text, problem)
    leads = not parts.people
    for person in found.people if found else ():
        who = _somebody(person, leads=leads)
        if who.values not in [other.values for other in parts.people]:
            parts.people.append(who)


def _read(work: Work, parts: Parts, chunk: Chunk) -> tuple[Earlier | None, str]:
    """The delegation that is meant, or a sentence that says why there is none."""
    if parts.kind != "visit":
        return None, f"@{chunk.text} is the delegation of a visit: write MA>ES, or name people with @Name."
    sending, host = parts.codes
    if chunk.text.casefold() == WORD:
        found = last(work.reader, sending, host)
        return (
            found,
            "" if found else f"Nobody is named yet who went {sending}>{host}: name the head with @Name.",
        )
    ref = chunk.text.upper()
    visit = bearer(work.reader, ref)
    if visit is None:
        return None, f"There is no {ref} in the store."
    stands = standing(work.reader, visit)
    people = Company.of_delegation(work.reader, int(stands.id), sending).people
    return (
        (Earlier(ref, people), "") if people else (None, f"{ref} names nobody who travelled for {sending}.")
    )


def without_group(work: Work, parts: Parts, run: list[int]) -> list[int]:
    """What is left of some words when the people whom they count take part: "talks 4+ experts" leaves "talks"."""
    chunks = work.chunks
    if parts.kind not in {"visit", "meeting"} or any(chunks[number].quoted for number in run):
        return run
    found = group_in([chunks[number].text for number in run])
    if found is None:
        return run
    who, first, last = grouped(found.group), run[found.first], run[found.last]
    work.take(*range(first, last + 1))
    work.add("person", chunks[first].start, chunks[last].end, who.label)
    if who.values not in [other.values for other in parts.people]:
        parts.people.append(who)
    return [number for number in run if not first <= number <= last]


def last(reader: Reader, sending: str, host: str) -> Earlier | None:
    """The delegation of the last visit this way on which somebody is named."""
    found = last_visit(reader, sending, host)
    return Earlier(found[1], Company.of_delegation(reader, found[0], sending).people) if found else None


def _somebody(person: Person, *, leads: bool) -> Somebody:
    """One of them as the line names people; `leads` says whether the head is head again."""
    kind: Literal["official", "post", "organisation", "group", "unnamed"] = "group"
    if person.official:
        kind = "official"
    elif person.post:
        kind = "post"
    elif person.organisation:
        kind = "organisation"
    elif person.group == "not named":
        kind = "unnamed"
    role = "member" if person.role == "head" and not leads else person.role
    return Somebody(kind, person.label, person.country, person.label, person.values, role=role)
