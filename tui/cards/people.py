"""Who was there, as lines of a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from db.rows import DelegationPart, PersonLine, Precedence
from tui.cards.fields import LABEL, Entry, code_column, column, dotted, entry_lines, labelled, listed, span
from tui.lines import Line, Span

QUIET_ROLES = ("member", "group", "")
INFERRED = (Span(" "), *dotted((Span("? inferred", "warn"),)))  # on one line, whatever breaks
CALMLY_INFERRED = (Span(" "), *dotted((Span("? inferred", "dim"),)))  # where it is said of many at once
TO_COME = ("idea", "planned", "confirmed", "under way")
MOST_NOTES = 12  # of protocol; a summit has hundreds of people


def person_spans(person: PersonLine) -> tuple[Span, ...]:
    """A participant as shown: the name, the post held then, how sure that is, and who holds the post now."""
    spans = [span(_counted(person), "plain" if person.named else "dim")]
    if person.post:
        spans.append(span(f", {person.post}", "dim"))
    if person.on_behalf_of:
        spans.append(span(f", on behalf of {person.on_behalf_of}", "dim"))
    if person.inferred:
        spans += INFERRED
    if person.successor:
        spans.append(span(f" (holder changed since: {person.successor})", "dim"))
    return tuple(spans)


def _counted(person: PersonLine) -> str:
    """The label, with how many where it stands for several: "4+ security experts"."""
    if person.number is None or (person.number == 1 and not person.at_least):
        return person.label
    return f"{person.number:,}{'+' if person.at_least else ''} {person.label}"


def person_entry(person: PersonLine, *, to_come: bool = False) -> Entry:
    """A participant as an entry that opens the official, else the post.

    Whoever is expected at what is still to come needs no word.
    """
    said = "" if person.role in QUIET_ROLES else person.role
    there = {"absent": "absent", "expected": "" if to_come else "expected", "unknown": "attendance not known"}
    attendance = there.get(person.attendance, "")
    right = dotted((span(said, "dim"), span(attendance, "warn" if attendance == "absent" else "dim")))
    return Entry(person_spans(person), person.official_key or person.post_key, right)


def by_country(
    people: Iterable[PersonLine], width: int, *, label: str = "people", to_come: bool = False
) -> list[Line]:
    """People under each other, each country's code once, in the order given."""
    people = list(people)
    wide = code_column(person.country for person in people)
    lines: list[Line] = []
    for country, group in groupby(people, key=lambda person: person.country):
        for number, person in enumerate(group):
            indent = (column("" if lines else label, LABEL), column("" if number else country, wide))
            lines += entry_lines(person_entry(person, to_come=to_come), width, indent=indent)
    return lines


def once_each(people: Iterable[PersonLine]) -> list[PersonLine]:
    """Everybody once, a country's people together, countries and people in the order first met."""
    seen: dict[tuple[str, object], PersonLine] = {}
    for person in people:
        seen.setdefault((person.country, person.official_key or person.post_key or person.label), person)
    order = list(dict.fromkeys(country for country, _ in seen))
    return sorted(seen.values(), key=lambda person: order.index(person.country))


def in_protocol_order(people: Iterable[PersonLine], precedence: Precedence) -> list[PersonLine]:
    """Countries in the order of protocol, each with its people as notified; those of no party come last."""
    return sorted(people, key=lambda person: place(person.country, precedence))


def place(country: str, precedence: Precedence) -> int:
    """A country's place in the order of protocol, counted from 0."""
    codes = precedence.codes
    return codes.index(country) if country in codes else len(codes)


def delegation_words(part: DelegationPart) -> str:
    """What is known of a delegation as a whole: "high-level, 12 people, 3 of them listed"."""
    return listed(part.level, size_words(part.members, part.complete, part.size))


def size_words(people: Sequence[PersonLine], complete: bool, size: int | None = None) -> str:
    """How many there were, as far as is known: "12 people, 3 of them listed", "at least 5 people"."""
    there = [person for person in people if person.attendance != "absent"]
    listed_ = sum(person.number or 1 for person in there)
    if size is not None:
        return f"{_people(size)}, {listed_:,} of them listed" if listed_ < size else _people(size)
    if not listed_:
        return "nobody is listed"
    # A group of a number that nobody gave may be any number.
    exact = complete and not any(
        person.at_least or (person.role == "group" and person.number is None) for person in there
    )
    if not exact:
        return f"at least {_people(listed_)}" if listed_ > 1 else "not all are listed"
    return _people(listed_)


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count:,} people"


def protocol_notes(people: Iterable[PersonLine], width: int) -> list[Line]:
    """What to mind with whom, before one meets them."""
    noted = [person for person in people if person.protocol_note][:MOST_NOTES]
    entries = (
        Entry((span(f"{person.label}: ", "strong"), span(person.protocol_note)), person.official_key)
        for person in noted
    )
    return labelled("protocol", entries, width, tone="accent")


def at_length(people: Sequence[PersonLine], width: int, *, to_come: bool = False) -> Iterator[Line]:
    """People one under another with the words as printed, where those say more."""
    wide = code_column(person.country for person in people)
    for person in people:
        indent = (Span("  "), column(person.country, wide))
        entry = person_entry(person, to_come=to_come)
        yield from entry_lines(entry, width, indent=indent)
        if person.as_printed and person.as_printed not in (person.label, person.post):
            printed = Entry((span(f"“{person.as_printed}”", "dim"),), entry.key)
            yield from entry_lines(printed, width, indent=(Span(" " * (2 + wide)),))
