"""What an office looks like."""

from __future__ import annotations

from collections.abc import Iterable

from db.rows import Moment, PostCard
from tui.cards import citations, holders, outcomes
from tui.cards.days import day
from tui.cards.fields import Entry, dotted, entry_lines, heading, labelled, listed, many, said, spaced, span
from tui.keys import keyed
from tui.lines import Line, Span
from tui.plain import plain

_MET = 6  # events on the first tab; the third one has all


def title(card: PostCard) -> str:
    """The office's title and whose it is."""
    return plain(", ".join(filter(None, (card.title, card.organisation, card.country))))


def badge(card: PostCard) -> tuple[Span, ...]:
    """How often the office took part in something."""
    return (Span(many(card.events, "event") or "no event yet", "dim"),)


def overview(card: PostCard, width: int, moment: Moment) -> list[Line]:
    """An office at a glance: who holds and held it, with whom it deals, who met it, what else it is called."""
    del moment  # an office has no day of its own; every overview is asked the same way
    more = len(card.met) - _MET
    rest = [Entry((Span(f"and {more:,} more on the tab People", "dim"),))] if more > 0 else []
    return [
        *_whose(card, width),
        *labelled("holders", holders.over_time(card.tenures) or _nobody(), width),
        *labelled("deals with", map(holders.counterpart, card.counterparts), width),
        *labelled("met", [*map(holders.met, card.met[:_MET]), *rest], width),
        *outcomes.by_rung(card.actions, width),
        *labelled("also", [Entry(dotted(_titles(card)))] if card.titles else [], width),
        *said("note", card.note, width),
        *citations.doubts(card.citations, width),
        *citations.sources(card.citations, width),
    ]


def _whose(card: PostCard, width: int) -> list[Line]:
    seats = "" if card.single_seat else "several hold it at once"
    words = dotted((span(card.organisation), card.country, span(card.grade, "dim"), span(seats, "dim")))
    return entry_lines(Entry(words or (span(card.title),), card.organisation_key), width)


def _nobody() -> list[Entry]:
    return [Entry((Span(keyed("nobody is named so far; {holder} names the holder"), "dim"),))]


def _titles(card: PostCard) -> list[str]:
    """Other titles, each with its language and its time where they are known."""
    none = ("",) * len(card.titles)
    times = map(day, card.borne) if card.borne else none
    return [
        f"{each} ({more})" if (more := listed(lang, time)) else each
        for each, lang, time in zip(card.titles, card.languages or none, times, strict=True)
        if each != card.title or lang or time
    ]


def people_tab(card: PostCard, width: int) -> list[Line]:
    """The holders over time, with whom the office deals, and all who met a holder."""
    return spaced(
        _under("Holders", holders.over_time(card.tenures), len(card.tenures), width),
        _under("Deals with", map(holders.counterpart, card.counterparts), len(card.counterparts), width),
        _under("Met", map(holders.met, card.met), len(card.met), width),
    )


def _under(name: str, entries: Iterable[Entry], count: int, width: int) -> list[Line]:
    lines = [line for entry in entries for line in entry_lines(entry, width, indent=(Span("  "),))]
    return [heading(name, count), *lines] if lines else []


def actions_tab(card: PostCard, width: int) -> list[Line]:
    """What whoever holds the office owes."""
    return outcomes.actions_tab(card.actions, width)
