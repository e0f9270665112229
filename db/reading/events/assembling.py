"""Visits and meetings put together from many sentences; what is only mentioned stays in the background."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from db.reading import cues
from db.reading.countries.only_named import only_spoken_of
from db.reading.events.beside import is_apart, is_part_of, met_apart, told_beside
from db.reading.events.by_its_day import status_by_day
from db.reading.events.day_of_talks import give_days
from db.reading.events.each_goal import of_each_goal
from db.reading.events.earlier import put_earlier_behind
from db.reading.events.event import (
    ACTS,
    LEAD,
    MENTIONED,
    Event,
    guest_of,
    off_or,
    put_off_or,
    status_of,
    under_way_or,
)
from db.reading.events.event_days import find_date, on_the_day_of_writing
from db.reading.events.host import find_host
from db.reading.events.next_time import next_time
from db.reading.events.ordering import in_order
from db.reading.events.other_journeys import is_prepared
from db.reading.events.placing import Origin, complete
from db.reading.events.receiving import came_before, go_on, home_of_signer, make_visit, receive, weigh_home
from db.reading.events.sharing_days import share_days, share_year
from db.reading.events.tables import of_experts, of_three, with_whom_it_met
from db.reading.events.travelling import begun_before, hear_on, received_first, visits_of
from db.reading.hearing import Heard
from db.reading.outcomes.travelled_for import as_was_the_case
from db.reading.parties.attending import seat_attendants
from db.reading.parties.registry import Registry, of_the_title, register
from db.reading.parties.sides import take_sides
from db.reading.proposals import Span
from db.reading.sentences import Sentence

_IN_THE_TITLE = 3.0
_SHARE = 0.3  # of the first country's weight, from which another one is a party too
_PARAGRAPH = 30  # sentences at most in front of the one that tells of an event beside the main one
_MOST_BACKGROUND = 12
_LONGEST_MENTION = 300
_TOGETHER = ("discussed", "explored", "agreed", "signed")  # for which it takes two
_NOWHERE = Origin()


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
    origin: Origin = _NOWHERE,
) -> Assembled:
    """Put the sentences of a text together.

    Args:
        text: as printed.
        title: heard like a sentence, None for none.
        heard: the sentences.
        published: the day of publication.
        known: countries of officials of the store, by folded name.
        origin: where it comes from, and whose government tells it.
    """
    heard = put_earlier_behind(heard, published)
    told = [one for one in heard if not one.past and not one.editorial]
    registry = register(heard, known)
    of_the_title(registry, title)
    home = origin.home or home_of_signer(heard, registry)
    weights = _weights(title, told, registry)
    weigh_home(weights, told, home, origin)
    events = _told_of(text, title, told, registry, weights, origin)
    places = {one.sentence: number for number, one in enumerate(told)}
    for event in events:
        find_date(
            event,
            title,
            _free(event, events, told, places),
            text,
            main=event is events[0],
            taken=None if event is events[0] else events[0].day,
            published=published,
        )
        if origin.day.edtf:
            on_the_day_of_writing(event, origin.day)
    for event in events[1:]:
        share_days(events[0], event)
        event.status = status_by_day(event, published)
    if events:
        main = events[0]
        main.status = status_by_day(main, published)
        if main.status == "planned":
            main.status = off_or(main.status, title, told)
        elif main.status == "cancelled":
            main.status = put_off_or(main, title, told)
        complete(main, text, [*told, *((title,) if title else ())], origin)
        receive(main, registry)
        make_visit(main, told)
        for event in events[1:]:
            go_on(main, event)
        came_before(main, told, published)
        main.status = under_way_or(main, published)
        events = [
            main,
            *(one for one in events[1:] if one.sending != main.sending or not is_part_of(main, one)),
        ]
        main.inside += [*of_experts(main, told), *of_three(main, told)]
        give_days(main)
        elsewhere = {one.sentence for inner in main.inside for one in inner.outcomes}
        elsewhere |= _of_other_visits(events, told)
        main.outcomes = [
            one
            for one in of_each_goal(main, events[1:], told)
            if one.outcomes and one.sentence not in elsewhere
        ]
        as_was_the_case(events)
        _leave_out(registry, main, told)
        take_sides(registry, heard, main.sending or guest_of(main), main.host, main.parties, origin.voice)
        seat_attendants(registry, told, main.host, main.parties)
        events += told_beside(
            events, text, [one for one in heard if not one.editorial], published, origin._replace(home=home)
        )
        events += met_apart(main, told, registry)
        events += next_time(events, text, told, published)
        share_year(events, published)
    return Assembled(events, registry, _background(text, heard))


def _free(
    event: Event, events: Sequence[Event], told: Sequence[Heard], places: dict[Sentence, int]
) -> list[Heard]:
    """The sentences that may tell the day of an event: none of another one's, and of the text no more than is near."""
    elsewhere = {one.sentence for other in events for one in other.heard} - {
        one.sentence for one in event.heard
    }
    near = told
    if event is not events[0]:
        at = places.get(event.heard[0].sentence, 0) if event.heard else 0
        near = told[max(0, at - _PARAGRAPH) : at + 1]
    return [one for one in near if one.sentence not in elsewhere]


def _leave_out(registry: Registry, main: Event, told: Sequence[Heard]) -> None:
    """Leave out whoever is named only where a text tells of a meeting that did not take place beside one that did."""
    if main.status != "held":
        return
    met: set[Span] = set()
    missed: set[Span] = set()
    for one in told:
        off = one.meets and status_of(one) in ("postponed", "cancelled")
        (missed if off else met).update(Span(person.start, person.end) for person in one.people)
    registry.figures = [
        figure for figure in registry.figures if not missed.issuperset(figure.spans) or not figure.spans
    ]


def _weights(title: Heard | None, told: Sequence[Heard], registry: Registry) -> Counter[str]:
    """How much each country has to do with what a text tells."""
    weights: Counter[str] = Counter()
    for one, whole in (*(((title, True),) if title else ()), *((one, False) for one in told)):
        for cast in one.cast:
            if cast.mention.how in ("body", "service") and cast.role != "acts":
                continue
            if cast.mention.how == "service":  # counts once: a text names its own services often
                weights[cast.mention.code] = max(weights[cast.mention.code], ACTS)  # type: ignore[assignment]
                continue
            of_it = cast.role == "acts" or (cast.role == "destination" and not is_prepared(one, cast))
            worth = ACTS if of_it and not one.listed else MENTIONED  # what is agreed names others too
            weights[cast.mention.code] += max(worth, _IN_THE_TITLE) if whole else worth  # type: ignore[assignment]
    for figure in registry.figures:
        if figure.own:
            weights[figure.own] += ACTS  # type: ignore[assignment]
    return weights


def _told_of(
    text: str,
    title: Heard | None,
    told: Sequence[Heard],
    registry: Registry,
    weights: Counter[str],
    origin: Origin,
) -> list[Event]:
    """The visits that a text tells of, or else the meeting that it is about."""
    visits = visits_of(text, title, told, registry, weights, origin)
    for visit in visits[:1]:
        visit.heard = [*begun_before(visit, told), *visit.heard]
        received_first(visit, told)
    for visit in visits:
        hear_on(visit, told)
    if len(visits) > 1:
        return visits
    meeting = _meeting(title, told, weights, origin.voice)
    if visits:
        return in_order(visits[0], meeting, title, told)
    return [meeting] if meeting is not None else []


def _meeting(title: Heard | None, told: Sequence[Heard], weights: Counter[str], voice: str) -> Event | None:
    """The meeting that a text is about, when it tells of no visit."""
    ranked = [(code, weight) for code, weight in weights.most_common() if weight >= ACTS]
    if not ranked:
        return None
    parties = [code for code, weight in ranked if weight >= max(ACTS, _SHARE * ranked[0][1])]
    if len(parties) < 2:  # noqa: PLR2004 - a table has two sides
        aside = only_spoken_of([*told, *((title,) if title else ())])
        parties += [code for code, _ in weights.most_common() if code not in parties and code not in aside][
            :1
        ]
    meets = [one for one in told if one.meets and not cues.NEXT.search(one.low) and not one.listed]
    near = {cast.mention.code for one in told if not is_apart(one) for cast in one.cast}
    near |= {cast.mention.code for cast in title.cast} if title else set()
    if len(near & set(parties)) >= 2:  # noqa: PLR2004
        parties = [code for code in parties if code in near]  # "he also met" somebody of a third country
    for one in meets[:1]:  # whoever sits at the table there does so, however seldom they are named
        acting = [
            cast.mention.code for cast in one.cast if cast.role == "acts" and cast.mention.code in weights
        ]
        parties += [code for code in dict.fromkeys(acting) if code not in parties]
    parties = with_whom_it_met(voice, title, meets, parties)
    met = bool(meets) or _is_about_one(title, told)
    together = any(outcome.rung in _TOGETHER for one in told for outcome in one.outcomes)
    if len(parties) < 2 or not (met or together):  # noqa: PLR2004
        return None
    if not met and len(set(parties) - _bodies(told)) < 2:  # noqa: PLR2004
        return None  # a service tells of its own work, and names a body that had to do with it
    event = Event(parties)
    held = [one for one in meets if not one.ahead] if meets and not meets[0].ahead else meets
    own = [
        one
        for one in held or told
        if not is_apart(one)
        or {cast.mention.code for cast in one.cast if cast.role == "acts"} <= set(parties)
    ]
    event.heard = (own or list(told))[:LEAD]
    event.sure = len(ranked) > 1 and not _is_only_about(event, meets)
    if event.heard:
        event.status = status_of(event.heard[0]) if meets else "held"
    for one in meets:
        if event.status == "planned" or not one.ahead:  # "the next dialogue, which Jamaica will host"
            find_host(event, one)
    return event


def _is_only_about(event: Event, meets: Sequence[Heard]) -> bool:
    """Whether the sentence that tells of a meeting only speaks of both: "met on the treaty between Oman and Peru"."""
    cast = [cast for one in meets[:1] for cast in one.cast if cast.mention.code in event.parties]
    both = {one.mention.code for one in cast if one.mention.how == "name"} >= set(event.parties)
    return both and not any(one.role == "acts" for one in cast)


def _bodies(told: Sequence[Heard]) -> set[str]:
    """The bodies of several countries that a text names."""
    return {cast.mention.code for one in told for cast in one.cast if cast.mention.how == "body"}


def _is_about_one(title: Heard | None, told: Sequence[Heard]) -> bool:
    """Whether a title says that they met; one that is all there is need not say it."""
    if title is None:
        return False
    return not told or title.meets or cues.SITTING.search(title.low) is not None


def _of_other_visits(events: Sequence[Event], told: Sequence[Heard]) -> set[Sentence]:
    """Give the other visits the outcomes of their sentences, and of those behind that name nobody else."""
    main, *others = events
    own = {one.sentence: event for event in reversed(others) if event.sending for one in event.heard}
    given: set[Sentence] = set()
    current: Event | None = None
    for one in told:
        if one in main.heard:
            current = None
        elif one.sentence in own:
            current = own[one.sentence]
        elif any(cast.role == "acts" for cast in one.cast) or one.people:
            current = None
        if current is not None and one.outcomes:
            current.outcomes.append(one)
            given.add(one.sentence)
    return given


def _background(text: str, heard: Sequence[Heard]) -> list[str]:
    """What is told of before, or by the way, in the text's own words."""
    found = [
        " ".join(text[one.sentence.start : one.sentence.end].split())[:_LONGEST_MENTION]
        for one in heard
        if one.past and (cues.TRAVEL.search(one.low) or one.meets)
    ]
    return found[:_MOST_BACKGROUND]
