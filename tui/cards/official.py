"""What a person looks like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from db.rows import MetRow, Moment, NameRow, OfficialCard, TenureRow
from tui.cards import citations, outcomes, words
from tui.cards.days import day, day_or_so, distance
from tui.cards.fields import (
    Entry,
    code_column,
    column,
    dotted,
    entry_lines,
    heading,
    labelled,
    many,
    said,
    spaced,
    span,
)
from tui.lines import Line, Span
from tui.plain import plain


def title(card: OfficialCard) -> str:
    """The person's name."""
    return plain(card.name)


def badge(card: OfficialCard) -> tuple[Span, ...]:
    """The country."""
    return (span(card.country_name or card.country, "dim"),)


def overview(card: OfficialCard, width: int, moment: Moment) -> list[Line]:
    """A person at a glance: the posts, when last met and by whom, other spellings."""
    return [
        *entry_lines(Entry(_glance(card)), width),
        *labelled("last met", [Entry(_last(card, moment))], width),
        *labelled("posts", map(tenure_entry, card.tenures), width),
        *labelled("has met", _met(card.met), width),
        *outcomes.by_rung(card.actions, width),
        *labelled("spellings", [Entry(dotted(_others(card)))] if _others(card) else [], width),
        *said("protocol", card.protocol_note, width),
        *said("note", card.note, width),
        *citations.doubts(card.citations, width),
        *citations.sources(card.citations, width),
    ]


def _glance(card: OfficialCard) -> tuple[Span, ...]:
    now = ", ".join(dict.fromkeys(held.post for held in card.tenures if held.now))
    seen = many(card.events, "event") or "no event yet"
    led = f"led {many(card.headed, 'visit')}" if card.headed else ""
    country = card.country_name or card.country
    return dotted((now, country, card.native_name, span(seen, "dim"), span(led, "dim")))


def _last(card: OfficialCard, moment: Moment) -> tuple[Span, ...]:
    when = day(card.last_met)
    if not when and not card.last_met_at:
        return (Span("not on record", "dim"),)
    return dotted((when, card.last_met_at, span(distance(card.last_met, moment.today), "dim")))


def _others(card: OfficialCard) -> list[str]:
    shown = (card.name, card.native_name)
    return list(dict.fromkeys(row.name for row in card.names if row.name not in shown))


def held_entry(row: TenureRow, who: str, organisation: str = "") -> tuple[Span, ...]:
    """A tenure in words: who or what, acting or not, how we know."""
    return (
        span(who, "plain" if row.now else "dim"),
        span(f", {organisation}" if organisation else "", "dim"),
        Span(" acting" if row.acting else "", "dim"),
        Span(" (inferred)" if row.basis == "inferred" else "", "warn"),
    )


def when_held(row: TenureRow) -> tuple[Span, ...]:
    """From when to when a post was held."""
    when = day(row.held)
    return (span(when or ("now" if row.now else "dates not stated"), "dim"),)


def tenure_entry(row: TenureRow) -> Entry:
    """A post that an official holds or held."""
    return Entry(held_entry(row, row.post, row.organisation), row.post_key, when_held(row))


def _met(rows: Sequence[MetRow]) -> Iterator[Entry]:
    """Those whom an official has sat opposite to, with how often and when last."""
    wide = code_column(row.country for row in rows)
    for row in rows:
        often = f"{row.times:,} times, last " if row.times > 1 else ""
        right = (span(f"{often}{day_or_so(row.last)}", "dim"),)
        yield Entry((span(row.label),), row.key, right, (column(row.country, wide),))


def people_tab(card: OfficialCard, width: int) -> list[Line]:
    """Whom they have sat opposite to, and how the name is written."""
    return spaced(
        _under("Has met", _met(card.met), len(card.met), width),
        _under("Names", map(_name_entry, card.names), len(card.names), width),
    )


def _name_entry(row: NameRow) -> Entry:
    return Entry((span(row.name),), None, (span(words.spelling_words(row.kind, row.script), "dim"),))


def _under(title_: str, entries: Iterable[Entry], count: int, width: int) -> list[Line]:
    lines = [line for entry in entries for line in entry_lines(entry, width, indent=(Span("  "),))]
    return [heading(title_, count), *lines] if lines else []


def actions_tab(card: OfficialCard, width: int) -> list[Line]:
    """What they owe."""
    return outcomes.actions_tab(card.actions, width)
