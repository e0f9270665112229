"""Who was there, as lines of a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from db.rows import DelegationPart, PersonLine
from tui.cards.fields import LABEL, Entry, code_column, column, entry_lines, listed, span
from tui.lines import Line, Span

QUIET_ROLES = ("member", "group", "")


def person_spans(person: PersonLine) -> tuple[Span, ...]:
    """A participant as shown: the name, the post held then, and how sure that is."""
    spans = [span(person.label, "plain" if person.named else "dim")]
    if person.post:
        spans.append(span(f", {person.post}", "dim"))
    if person.number is not None and person.number > 1:
        spans.append(span(f" ({person.number})", "dim"))
    if person.on_behalf_of:
        spans.append(span(f", for {person.on_behalf_of}", "dim"))
    if person.inferred:
        spans.append(Span(" (inferred)", "warn"))
    return tuple(spans)


def person_entry(person: PersonLine) -> Entry:
    """A participant as an entry that opens the official, else the post."""
    role = () if person.role in QUIET_ROLES else (span(person.role, "dim"),)
    return Entry(person_spans(person), person.official_key or person.post_key, role)


def by_country(people: Iterable[PersonLine], width: int, *, label: str = "people") -> list[Line]:
    """People under each other, each country's code once, in the order given."""
    people = list(people)
    wide = code_column(person.country for person in people)
    lines: list[Line] = []
    for country, group in groupby(people, key=lambda person: person.country):
        for number, person in enumerate(group):
            indent = (column("" if lines else label, LABEL), column("" if number else country, wide))
            lines += entry_lines(person_entry(person), width, indent=indent)
    return lines


def once_each(people: Iterable[PersonLine]) -> list[PersonLine]:
    """Everybody once, a country's people together, countries and people in the order first met."""
    seen: dict[tuple[str, object], PersonLine] = {}
    for person in people:
        seen.setdefault((person.country, person.official_key or person.post_key or person.label), person)
    order = list(dict.fromkeys(country for country, _ in seen))
    return sorted(seen.values(), key=lambda person: order.index(person.country))


def delegation_words(part: DelegationPart) -> str:
    """What is known of a delegation as a whole: "high-level, 12 people, not all named"."""
    size = "" if part.size is None else f"{part.size:,} people"
    return listed(part.level, size, "" if part.complete else "not all named")


def at_length(people: Sequence[PersonLine], width: int) -> Iterator[Line]:
    """People one under another with the words as printed, where those say more."""
    wide = code_column(person.country for person in people)
    for person in people:
        indent = (Span("  "), column(person.country, wide))
        entry = person_entry(person)
        yield from entry_lines(entry, width, indent=indent)
        if person.as_printed and person.as_printed not in (person.label, person.post):
            printed = Entry((span(f"“{person.as_printed}”", "dim"),), entry.key)
            yield from entry_lines(printed, width, indent=(Span(" " * (2 + wide)),))
