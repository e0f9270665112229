"""Visits: for every sentence that says that somebody goes somewhere, whose people they are and where they go."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from db.reading import cues
from db.reading.countries.roles import Cast
from db.reading.events.event import ACTS, LEAD, OF_THEM, Event, status_at, status_of
from db.reading.events.other_journeys import is_prepared, is_recalled, may_send
from db.reading.events.placing import Origin, stands_in
from db.reading.hearing import Heard
from db.reading.parties.registry import Figure, Registry
from db.reading.parties.spoken_for import begins_in
from db.reading.parties.with_guests import sits_with_guests

_BY = re.compile(r"\b(?:by|of|de|du|del|par|por)\b")
_VISIT_BY = re.compile(
    r"\b(?:visit|trip|visite|deplacement|visita|viaje) (?:\w+ ){0,2}?(?:by|of|par|de|du|del|por)\b[^,;:]*$"
)
_TO_THEM = re.compile(
    r"\W+(?:to|au|en|dans|al?)\s+(?:the |its |his |their |le |la |el |su )?(?:\w+ )??"
    r"(?:neighbou?r(?:ing country)?|host country|kingdom|royaume|pays voisin|pais vecino|reino"
    r"|same (?:country|capital)|meme pays|mismo pais)\b"
)
_OWN_VISIT = re.compile(r"['’]s? (?:\w+ ){0,3}?(?:visit|trip|journey|tour)\b")


class _Sender(NamedTuple):
    """Whose people go; `sure` when the sentence says so itself, `garbled` where it says so by a wrong name."""

    code: str
    sure: bool
    garbled: str = ""


def visits_of(
    text: str,
    title: Heard | None,
    told: Sequence[Heard],
    registry: Registry,
    weights: Counter[str],
    origin: Origin,
) -> list[Event]:
    """A visit for every pair of which a sentence says that one goes to the other, and for every head of its own.

    Args:
        text: as printed.
        title: heard like a sentence, None for none.
        told: the sentences that tell of the story.
        registry: everybody named; who travels from a country is of that country from then on.
        weights: how much each country has to do with the text.
        origin: where it comes from; who is not said to be another's is of the country whose government tells it, or
            else of the one in which it appears.
    """
    found: list[Event] = []
    homes: dict[int, str] = {}
    weights = _of_senders(weights, told)
    for one in (*told, *((title,) if title else ())):
        if one is title and found:
            break
        for goal in one.cast:
            if goal.role != "destination" or goal.mention.how == "body":
                continue
            travellers = _travellers(one, goal, registry)
            travellers = [figure for figure in travellers if not _receives_there(one, figure, registry)]
            if is_prepared(one, goal) or is_recalled(one, goal) or not (travellers or may_send(one)):
                continue
            for sender in _senders(text, one, goal, registry, homes, weights, origin):
                event = _event_of(found, sender, goal, travellers, one)
                if len(travellers) == 1 and sender.sure:
                    homes.setdefault(travellers[0].order, sender.code)
                if goal.mention.how == "city" and not event.place:
                    event.place = text[goal.mention.start : goal.mention.end]
    kept = _first_way(found, tour=any(_TOUR_WORD.search(one.low) for one in told[: 2 * LEAD]))
    _hear_below([event for event in kept if event.heard == [title]], told)
    hosts = {event.host for event in kept}
    there = [(one, code) for one in told if (code := _stop(one, hosts))] if len(kept) > 1 else []
    for event in kept:
        event.heard += [one for one, code in there if code == event.host and one not in event.heard]
    return [*kept, *_to_the_same(kept, told, registry)]


def _of_senders(weights: Counter[str], told: Sequence[Heard]) -> Counter[str]:
    """The weights of those who may have sent somebody: none of the countries through which a tour only leads."""
    acting = {cast.mention.code for one in told for cast in one.cast if cast.role == "acts"}
    goals = {cast.mention.code for one in told for cast in one.cast if cast.role == "destination"} - acting
    kept = Counter({code: weight for code, weight in weights.items() if code not in goals})
    tour = len(goals) >= _TOUR and any(weight >= ACTS for weight in kept.values())
    return kept if tour else weights


_TOUR = 3  # countries


def _event_of(found: list[Event], sender: _Sender, goal: Cast, travellers: list[Figure], one: Heard) -> Event:
    """The visit of these people to there, begun where the text did not tell of it before."""
    host = goal.mention.code
    for event in found:
        if (event.sending, event.host) == (sender.code, host) and event.is_of(travellers):
            if not _only_named(one, goal, travellers):
                event.heard.append(one)
            event.travellers = event.travellers or travellers
            return event
    event = Event([sender.code, host], sender.code, host, status_at(one, one.offset(goal.mention.end)))
    event.sure = sender.sure and not goal.mention.garbled
    event.garbled = sender.garbled
    event.roles = {host: "host", sender.code: "guest"}
    event.heard, event.travellers, event.goal = [one], travellers, goal.mention.end
    found.append(event)
    return event


def _travellers(one: Heard, goal: Cast, registry: Registry) -> list[Figure]:
    """Who is named in front of where they go: "A and B flew to Spain"; of "C's visit to Spain" C alone."""
    at = one.offset(goal.mention.start)
    before = [(place, figure) for place, figure in registry.named_in(one) if place < at]
    if not before:
        return []
    place, nearest = before[-1]
    if _OWN_VISIT.match(one.low, _end_of_word(one.low, place)):
        return [nearest]
    return list(dict.fromkeys(figure for _, figure in before))


def _receives_there(one: Heard, figure: Figure, registry: Registry) -> bool:
    """Whether somebody is said to have sat with a delegation that is there, and does not travel."""
    acting = {cast.mention.code for cast in one.cast if cast.role == "acts"}
    placed = (place for place, named in registry.named_in(one) if named is figure)
    return any(sits_with_guests(one, place, code) for place in placed for code in acting)


def _end_of_word(low: str, place: int) -> int:
    while place < len(low) and low[place].isalnum():
        place += 1
    return place


def _only_named(one: Heard, goal: Cast, travellers: list[Figure]) -> bool:
    """Whether a sentence about another visit only sets it beside this one."""
    before = one.low[: one.offset(goal.mention.start)]
    return len(travellers) == 1 and _VISIT_BY.search(before.split(",")[0]) is not None


def begun_before(visit: Event, told: Sequence[Heard]) -> list[Heard]:
    """The first sentences that tell of a visit before the one that says where they went next: "our country", "here"."""
    first = visit.heard[0]
    if visit.status != "held" or first not in told:
        return []
    before = told[: min(LEAD, told.index(first))]
    return [
        one
        for one in before
        if _HERE.search(one.low)
        and not one.ahead
        and any(cast.mention.code == visit.sending for cast in one.cast)
        and {cast.mention.code for cast in one.cast} <= set(visit.parties)
    ][:1]


def received_first(visit: Event, told: Sequence[Heard]) -> None:
    """Hear of a visit where the host received them, and not where a text goes on to which town they went next."""
    first = visit.heard[0]
    goes_on = any(cast.mention.end == visit.goal and cast.mention.how == "city" for cast in first.cast)
    if visit.status != "held" or not goes_on or first not in told or _NEXT_TOWN.search(first.low) is None:
        return
    for one in told[: min(LEAD, told.index(first))]:
        countries = {cast.mention.code for cast in one.cast}
        if cues.HOSTED.search(one.low) and one.days and not one.ahead and countries <= set(visit.parties):
            visit.heard, visit.place = [one], ""
            return


def _hear_below(events: Sequence[Event], told: Sequence[Heard]) -> None:
    """Hear of visits that only the title tells where the text begins to speak of them, which says when they are."""
    for event in events:
        for one in told[:2]:
            countries = {cast.mention.code for cast in one.cast}
            if countries and countries <= set(event.parties) and one.meets and one.days:
                event.heard.append(one)
                event.status = status_of(one)
                break


def _stop(one: Heard, hosts: set[str]) -> str:
    """The only one of several countries gone to that a sentence tells of being in: "then, in Quito, he met …"."""
    named = {cast.mention.code for cast in one.cast if cast.mention.how in ("name", "city")} & hosts
    if len(named) != 1 or not (one.meets or cues.TRAVEL.search(one.low)):
        return begins_in(one)
    is_there = any(
        cast.mention.code in named and (cast.role == "destination" or stands_in(one, cast))
        for cast in one.cast
    )
    return next(iter(named)) if is_there else begins_in(one)


_NEXT_TOWN = re.compile(
    r"\b(?:then|later|afterwards|will|goes|travels|ensuite|puis|luego|despues|posteriormente|se traslada\w*|viaja\w*"
    r"|se rend\w*)\b"
)


def hear_on(visit: Event, told: Sequence[Heard]) -> None:
    """Hear of a visit without a day on, where the next sentence says of it when it is to be: "He is expected on …"."""
    last = visit.heard[-1]
    if any(one.days for one in visit.heard) or last not in told:
        return
    for one in told[told.index(last) + 1 :][:1]:
        others = {cast.mention.code for cast in one.cast if cast.role != "spoken of"} - set(visit.parties)
        if OF_THEM.match(one.low) and one.ahead and one.days and not others:
            visit.heard.append(one)
            visit.status = status_of(one)


_HERE = re.compile(
    r"\b(?:visit|trip|tour|visite|sejour|deplacement|visita|estancia|gira)\b[^.;]*?"
    r"\b(?:our (?:country|capital|city)|(?:to|in) the (?:country|kingdom)|here|notre (?:pays|capitale|ville)"
    r"|dans le (?:pays|royaume)|au royaume|nuestr[oa] (?:pais|capital|ciudad)|(?:al|en el) (?:pais|reino))\b"
)


_TOUR_WORD = re.compile(r"\b(?:tour|tournee|periple|gira|recorrido|leg of (?:his|her|their|the))\b")


def _first_way(events: list[Event], *, tour: bool) -> list[Event]:
    """Without the way back: a text that tells of MA>ES and of ES>MA without a date of its own tells of one visit.

    Args:
        events: in the order of the text.
        tour: whether it tells of a tour, each stop of which has a sentence and a day of its own.
    """
    kept: list[Event] = []
    for event in events:
        back = any(one.sending == event.host and one.host == event.sending for one in kept)
        if back and not (event.heard[0].ahead and not kept[0].heard[0].ahead):
            continue
        stop = tour and kept and event.sending == kept[0].sending and bool(event.heard[0].days)
        if kept and not (event.sure or stop or _next_stop(kept[-1], event) or _for_instance(event)):
            continue
        kept.append(event)
    return kept


def _for_instance(event: Event) -> bool:
    """Whether the sentence that tells of a visit names it as one of many."""
    return cues.FOR_INSTANCE.search(event.heard[0].low) is not None


def _next_stop(before: Event, event: Event) -> bool:
    """Whether a sentence names where they went next beside where they went first: "to Peru, Chile and Bolivia"."""
    one = event.heard[0]
    if before.sending != event.sending or before.heard[0] is not one or before.goal >= event.goal:
        return False
    start = next(cast.mention.start for cast in one.cast if cast.mention.end == event.goal)
    return _AND_TO.fullmatch(one.low, one.offset(before.goal), one.offset(start)) is not None


_AND_TO = re.compile(
    r"(?:, [\w' -]{3,30}?)?(?:,|,? (?:and|then|et|puis|y|luego|e))(?: (?:then|later|on|puis|ensuite|luego|despues))?"
    r" ?(?:(?:to|in|a|au|aux|en) )?(?:the |la |le |les |l'|el )?"
)


def _to_the_same(events: list[Event], told: Sequence[Heard], registry: Registry) -> Iterator[Event]:
    """Visits of others "to the neighbour", which is the host that the text speaks of."""
    main = events[0] if events else None
    for one in told if main is not None else ():
        for person in one.people:
            figure = registry.figure_of(person)
            start, end = one.offset(person.start), one.offset(person.end)
            if figure is None or main is None or figure in main.travellers or not main.travellers:
                continue
            if _VISIT_BY.search(one.low, 0, start) and _TO_THEM.match(one.low, end):
                sending = figure.own or main.sending
                if sending == main.host:
                    continue
                event = Event([sending, main.host], sending, main.host, status_of(one), sure=False)
                event.roles = {main.host: "host", sending: "guest"}
                event.heard, event.travellers = [one], [figure]
                if len(main.heard) > 1 and one in main.heard:
                    main.heard.remove(one)  # it tells of this visit, and only sets it beside the other one
                yield event


def _senders(
    text: str,
    one: Heard,
    goal: Cast,
    registry: Registry,
    homes: dict[int, str],
    weights: Counter[str],
    origin: Origin,
) -> list[_Sender]:
    """Who goes there; several where the sentence gives examples of many who went."""
    cue = cues.FOR_INSTANCE.search(one.low, max(0, one.offset(goal.mention.end)))
    if cue is not None:
        named = {
            cast.mention.code: text[cast.mention.start : cast.mention.end] if cast.mention.garbled else ""
            for cast in one.cast
            if one.offset(cast.mention.start) > cue.end() and cast.mention.code != goal.mention.code
            if cast.mention.how in ("name", "people")
        }
        return [_Sender(code, not garbled, garbled) for code, garbled in named.items()]
    sender = _sender(one, goal, registry, homes, weights, origin)
    return [sender] if sender is not None else []


def _sender(
    one: Heard, goal: Cast, registry: Registry, homes: dict[int, str], weights: Counter[str], origin: Origin
) -> _Sender | None:
    host, at = goal.mention.code, goal.mention.start
    candidates = [
        (cast.mention.start, cast.mention.code)
        for cast in one.cast
        if cast.role == "acts" and cast.mention.code != host and cast.mention.how in ("name", "people")
    ]
    for place, figure in registry.named_in(one):
        if home := figure.own or homes.get(figure.order, ""):
            candidates.append((one.sentence.start + place, home))
    for place, code in sorted(candidates):
        if code != host and place < at:
            return _Sender(code, sure=True)
    for place, code in sorted(candidates):
        if code != host and place >= at and _BY.search(one.low, one.offset(at)):
            return _Sender(code, sure=True)
    if origin.voice and origin.voice != host:
        return _Sender(origin.voice, sure=False)
    gone_to = {cast.mention.code for cast in one.cast if cast.role == "destination"}
    others = [(code, weight) for code, weight in weights.most_common() if code not in gone_to]
    if others and others[0][1] >= ACTS:
        return _Sender(others[0][0], sure=_is_plain(one, at, others, registry))
    home = next((code for code in (origin.country, origin.paper) if code and code not in gone_to), "")
    return _Sender(home, sure=False) if home else None


def _is_plain(one: Heard, at: int, others: Sequence[tuple[str, float]], registry: Registry) -> bool:
    """Whether a named head leads them there, and one country above all others deals with the host."""
    if not any(figure.led for place, figure in registry.named_in(one) if one.sentence.start + place < at):
        return False
    (_, most), *rest = others
    return most >= 2 * ACTS and all(weight * 2 <= most for _, weight in rest)
