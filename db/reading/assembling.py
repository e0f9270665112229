"""Visits and meetings put together from many sentences; what is only mentioned stays in the background."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from db.reading import cues
from db.reading.days import Day
from db.reading.events import LEAD, Event, complete, find_date, find_host, guest_of, status_of
from db.reading.hearing import Heard
from db.reading.registry import Registry, register, take_sides
from db.reading.roles import Cast

_IN_THE_TITLE = 3.0
_ACTS = 2.0
_MENTIONED = 0.34
_SHARE = 0.3  # of the first country's weight, from which another one is a party too
_MOST_BACKGROUND = 12
_LONGEST_MENTION = 300


@dataclass
class Assembled:
    """All events of a text, with everybody who takes part."""

    events: list[Event]
    registry: Registry
    background: list[str]


def assemble(
    text: str,
    title: Heard | None,
    heard: Sequence[Heard],
    published: date | None,
    known: dict[str, str],
    voice: str = "",
) -> Assembled:
    """Put the sentences of a text together.

    Args:
        text: as printed.
        title: heard like a sentence, None for none.
        heard: the sentences.
        published: the day of publication.
        known: countries of officials of the store, by folded name.
        voice: the country whose government tells it, "" where nobody knows; it need not name itself.
    """
    told = [one for one in heard if not one.past and not one.editorial]
    registry = register(heard, known)
    weights = _weights(title, told, registry)
    if voice:
        weights[voice] += _ACTS  # type: ignore[assignment]
    events = _visits(text, title, told, registry, weights)
    if not events and (meeting := _meeting(title, told, weights)) is not None:
        events.append(meeting)
    for event in events:
        find_date(event, title, told, main=event is events[0])
    if events:
        main = events[0]
        complete(main, text, told)
        main.inside += _other_tables(main, told)
        elsewhere = {one.sentence for inner in main.inside for one in inner.outcomes}
        main.outcomes = [one for one in told if one.outcomes and one.sentence not in elsewhere]
        take_sides(registry, heard, main.sending or guest_of(main), main.host, main.parties)
        events += _to_come(main, text, told, published)
    return Assembled(events, registry, _background(text, heard))


def _weights(title: Heard | None, told: Sequence[Heard], registry: Registry) -> Counter[str]:
    """How much each country has to do with what a text tells."""
    weights: Counter[str] = Counter()
    for one, whole in (*(((title, True),) if title else ()), *((one, False) for one in told)):
        for cast in one.cast:
            if cast.mention.how == "body" and cast.role != "acts":
                continue
            worth = _ACTS if cast.role != "spoken of" else _MENTIONED
            weights[cast.mention.code] += max(worth, _IN_THE_TITLE) if whole else worth  # type: ignore[assignment]
    for figure in registry.figures:
        if figure.own:
            weights[figure.own] += _ACTS  # type: ignore[assignment]
    return weights


def _visits(
    text: str, title: Heard | None, told: Sequence[Heard], registry: Registry, weights: Counter[str]
) -> list[Event]:
    """A visit for every pair of which a sentence says that one goes to the other."""
    found: dict[tuple[str, str], Event] = {}
    for one in (*told, *((title,) if title else ())):
        for cast in one.cast:
            if cast.role != "destination" or cast.mention.how == "body":
                continue
            if one is title and found:
                continue
            sending, sure = _sender(one, cast, registry, weights)
            if not sending:
                continue
            event = found.setdefault((sending, cast.mention.code), Event([sending, cast.mention.code]))
            if not event.heard:
                event.sending, event.host, event.sure = sending, cast.mention.code, sure
                event.status = status_of(one)
                event.roles = {event.host: "host", event.sending: "guest"}
            event.heard.append(one)
            if cast.mention.how == "city" and not event.place:
                event.place = text[cast.mention.start : cast.mention.end]
    return _first_way(list(found.values()))


def _first_way(events: list[Event]) -> list[Event]:
    """Without the way back: a text that tells of MA>ES and of ES>MA without a date of its own tells of one visit."""
    kept: list[Event] = []
    for event in events:
        back = any(one.sending == event.host and one.host == event.sending for one in kept)
        if back and not (event.heard[0].ahead and not kept[0].heard[0].ahead):
            continue
        if kept and not event.sure:
            continue
        kept.append(event)
    return kept


def _sender(one: Heard, goal: Cast, registry: Registry, weights: Counter[str]) -> tuple[str, bool]:
    """Who goes there, and whether the sentence says so itself."""
    host, at = goal.mention.code, goal.mention.start
    candidates = [
        (cast.mention.start, cast.mention.code)
        for cast in one.cast
        if cast.role == "acts" and cast.mention.code != host and cast.mention.how in ("name", "people")
    ]
    candidates += [
        (one.sentence.start + place, figure.own) for place, figure in registry.named_in(one) if figure.own
    ]
    for place, code in sorted(candidates):
        if code != host and place < at:
            return code, True
    for place, code in sorted(candidates):
        if (
            code != host
            and place >= at
            and re.search(r"\b(?:by|of|de|du|del|par|por)\b", one.low[one.offset(at) :])
        ):
            return code, True
    others = [(weight, code) for code, weight in weights.items() if code != host]
    if others and max(others)[0] >= _ACTS:
        return max(others, key=lambda pair: pair[0])[1], False
    return "", False


def _meeting(title: Heard | None, told: Sequence[Heard], weights: Counter[str]) -> Event | None:
    """The meeting that a text is about, when it tells of no visit."""
    ranked = [(code, weight) for code, weight in weights.most_common() if weight >= _ACTS]
    if not ranked:
        return None
    parties = [code for code, weight in ranked if weight >= max(_ACTS, _SHARE * ranked[0][1])]
    if len(parties) < 2:  # noqa: PLR2004 - a table has two sides
        parties += [code for code, _ in weights.most_common() if code not in parties][:1]
    meets = [
        one
        for one in told
        if cues.MEET.search(one.low) and not cues.NEXT.search(one.low) and not one.sentence.item
    ]
    for one in meets[:1]:  # whoever sits at the table there does so, however seldom they are named
        acting = [
            cast.mention.code for cast in one.cast if cast.role == "acts" and cast.mention.code in weights
        ]
        parties += [code for code in dict.fromkeys(acting) if code not in parties]
    if len(parties) < 2 or not (meets or any(one.outcomes for one in told) or title):  # noqa: PLR2004
        return None
    event = Event(parties)
    event.heard = (meets or list(told))[:LEAD]
    event.sure = len(ranked) > 1
    if event.heard:
        event.status = status_of(event.heard[0]) if meets else "held"
    for one in meets:
        find_host(event, one)
    return event


def _other_tables(main: Event, told: Sequence[Heard]) -> list[Event]:
    """Meetings at which a third country sits too; what is said next is said there."""
    found: list[Event] = []
    current: Event | None = None
    for one in told:
        acting = list(dict.fromkeys(cast.mention.code for cast in one.cast if cast.role == "acts"))
        third = [code for code in acting if code not in main.parties]
        meets = cues.MEET.search(one.low) and (
            cues.TRILATERAL.search(one.low) or len(acting) >= len(main.parties)
        )
        if main.sending and third and meets and not cues.NEXT.search(one.low):
            parties = [*main.parties, *third]
            current = next((inner for inner in found if inner.parties == parties), None)
            if current is None:
                current = Event(parties, host=main.host, status=main.status)
                current.roles = {main.host: "host", main.sending: "guest", **dict.fromkeys(third, "third")}
                found.append(current)
            current.heard.append(one)
        elif acting and not third:
            current = None
        if current is not None and one.outcomes:
            current.outcomes.append(one)
    return found


def _to_come(main: Event, text: str, told: Sequence[Heard], published: date | None) -> list[Event]:
    """The next meeting, when its day or its place is told."""
    if main.status != "held":
        return []
    for one in told:
        cue = cues.NEXT.search(one.low)
        if cue is None or one in main.heard:
            continue
        after = [
            day
            for day in one.days
            if one.offset(day.start) >= cue.start() and day.when.edtf and _is_ahead(day, published)
        ]
        place = next(
            (
                cast
                for cast in one.cast
                if cast.mention.how == "city" and one.offset(cast.mention.start) > cue.start()
            ),
            None,
        )
        if not after and place is None:
            continue
        event = Event(list(main.parties), status="planned", heard=[one])
        if after:
            event.when, event.day = after[0].when, after[0]
        if place is not None:
            event.place, event.host = text[place.mention.start : place.mention.end], place.mention.code
            event.roles = {code: "host" if code == event.host else "guest" for code in event.parties}
        return [event]
    return []


def _is_ahead(day: Day, published: date | None) -> bool:
    return published is None or day.when.last is None or day.when.last > published


def _background(text: str, heard: Sequence[Heard]) -> list[str]:
    """What is told of before, or by the way, in the text's own words."""
    found = [
        " ".join(text[one.sentence.start : one.sentence.end].split())[:_LONGEST_MENTION]
        for one in heard
        if one.past and (cues.TRAVEL.search(one.low) or cues.MEET.search(one.low))
    ]
    return found[:_MOST_BACKGROUND]
