"""Visits and meetings that a text tells beside the one it is about, each with a day of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from db.reading import cues
from db.reading.dates.days import Day
from db.reading.events.coming_and_gone import Story, coming, gone, off, that_leads
from db.reading.events.event import Event, guest_of
from db.reading.events.event_days import tells_day_of_it
from db.reading.events.placing import Origin, stands_in
from db.reading.hearing import Heard
from db.reading.parties.registry import Registry
from db.reading.sentences import Sentence

_PROGRAMME = timedelta(days=4)  # in which what follows belongs to the same visit
_TWO_WEEKS = 15  # days, from one Monday to the next but one
_SAW = re.compile(
    r"\b(?:met(?: with)?|received|held (?:\w+ )?talks|had (?:\w+ )?(?:talks|meeting)|discussed (?:\w+ ){0,3}?with"
    r"|talks with|(?:a|ont) (?:\w+ )?(?:rencontre|recu)|s'est (?:\w+ )?entretenue?|se sont (?:\w+ )?entretenus"
    r"|se reunio|se reunieron|recibio|se entrevisto|sostuvo)\b"
)
_APART = re.compile(
    r"\b(?:separate(?:ly)?|also|later|earlier|in another meeting|the same day|par ailleurs|egalement|aussi|separement"
    r"|plus t(?:ard|ot)|le meme jour|asimismo|tambien|por separado|mas tarde|luego|el mismo dia)\b"
)
_BESIDES = re.compile(
    r"(?:separately|in a separate (?:meeting|development|statement)|in other news|elsewhere|par ailleurs|por otra parte"
    r"|por separado)\b"
)
_SAME_DAY = re.compile(
    r"\b(?:later|earlier|the same day|plus t(?:ard|ot)|le meme jour|mas tarde|el mismo dia)\b"
)
_OFF_NEXT = re.compile(
    r"(?:the|this|that|its|ce|cette|la|le|el|esta|este|dicha|dicho) (?:visit|trip|meeting|talks|journey|deplacement"
    r"|visite|voyage|rencontre|reunion|entretien|visita|viaje|encuentro|cita)\b"
)


_LED_HERE = re.compile(
    r"(?:(?:this|the|cette|ce|la|le|esta|este|el) [\w-]+ (?:\w+ )?)?(?:also )?"
    r"(?:followed|follows|comes after|fait suite a"
    r"|faisant suite a|s'inscrit dans le prolongement d|intervient apres|se produce tras|da continuidad al?"
    r"|sigue al?)\b"
)
"""What went before the event that a text is about: "The visit followed a call between …"."""


def told_beside(
    events: Sequence[Event], text: str, told: Sequence[Heard], published: date | None, origin: Origin
) -> Iterator[Event]:
    """The other visits and meetings of a text whose days are stated, in its order.

    Args:
        events: those found already, of which the first is the one that the text is about.
        text: as printed.
        told: the sentences, with those that tell of what was before the story.
        published: the day of publication.
        origin: where the text comes from; it is a party where a sentence names only the other one.
    """
    story = Story(events[0], published, origin)
    taken = [one.when.edtf for one in events if one.when.edtf]
    known = _Known(events)
    for number, one in enumerate(told):
        before = told[number - 1] if number else None
        for day in one.days:
            if not _is_stated(day) or known.tells_of(one, day) or _LED_HERE.match(one.low):
                continue
            event = coming(story, one, day, before) or gone(
                story, one, day, that_leads(before, one, story.main)
            )
            if event is None or event.when.edtf in taken or is_part_of(story.main, event):
                continue
            if _came_for_it(story.main, event, one):
                continue
            following = told[number + 1] if number + 1 < len(told) else None
            if following is not None and _OFF_NEXT.match(following.low):
                event.status = off(following.low) or event.status
            _find_place(event, one, text, day)
            taken.append(event.when.edtf)
            yield event
            break


def is_apart(one: Heard) -> bool:
    """Whether a sentence tells of what is not the story: "Separately, …", "He also met …"."""
    if _BESIDES.match(one.low):
        return True
    return _SAW.search(one.low) is not None and _APART.search(one.low) is not None


def met_apart(main: Event, told: Sequence[Heard], registry: Registry) -> Iterator[Event]:
    """The meetings without a day of their own that one side had with somebody of a third country: "He also met …".

    Only "later" and "on the same day" say that it was on the day of the main one.
    """
    inside = {one.sentence for table in main.inside for one in table.heard}
    found: list[str] = []
    for one in told if main.status in ("held", "under way") else ():
        saw = _SAW.search(one.low)
        if saw is None or one in main.heard or one.sentence in inside or one.ahead or one.days or one.listed:
            continue
        if not is_apart(one) or not one.people:
            continue
        acting = [cast for cast in one.cast if cast.role == "acts" and cast.mention.how != "body"]
        third = {one.mention.code for one in acting} - set(main.parties)
        behind = all(
            one.offset(cast.mention.start) >= saw.end() for cast in acting if cast.mention.code in third
        )
        if len(third) != 1 or third & set(found) or not behind:
            continue
        receives = cues.HOSTED.search(one.low) is not None
        named = [cast.mention.code for cast in acting]
        named += [figure.country for at, figure in registry.named_in(one) if at < saw.start()]
        ours = [code for code in named if code in main.parties]
        side = next(iter(ours), main.host if receives else main.sending or guest_of(main))
        if not side:
            continue
        found += third
        event = Event([*third, side], heard=[one], sure=False)
        if receives and side == main.host:
            event.host = side
            event.roles = {code: "host" if code == side else "guest" for code in event.parties}
        if _SAME_DAY.search(one.low) and (main.when.days == 1 or main.when.yearless):
            event.when = main.when
        yield event


def _is_stated(day: Day) -> bool:
    """Whether it is a day or a few days, and no week, month or deadline."""
    return (
        day.kind in ("day", "weekday", "relative", "now")
        and "~" not in day.when.edtf
        and (0 < day.when.days <= _TWO_WEEKS or (day.kind == "day" and day.when.yearless))
    )


def is_part_of(main: Event, event: Event) -> bool:
    """Whether it is the next thing that the same people did on the visit that a text is about."""
    begin, first = main.when.first, event.when.first
    if main.status != "held" or begin is None or first is None or main.when.last is None:
        return False
    near = begin <= first <= main.when.last + _PROGRAMME
    return near and set(event.parties) <= set(main.parties) and event.host in ("", main.host)


def _came_for_it(main: Event, event: Event, one: Heard) -> bool:
    """Whether it only tells when the guest of a meeting came: "had arrived on Monday evening from Madrid"."""
    begin, first = main.when.first, event.when.first
    if main.status != "held" or begin is None or first is None or not event.host:
        return False
    near = timedelta() < begin - first <= _PROGRAMME and event.host == main.host
    return near and set(event.parties) == set(main.parties) and _CAME.search(one.low) is not None


_CAME = re.compile(
    r"\b(?:arrived|landed|flew in|arrivee?s?|atterri|llego|llegaron|llegad[oa]s?|aterriz\w+)\b"
)


class _Known:
    """The events that are known while others are found, with their first and last days."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._events = events
        self._days: list[tuple[date | None, date | None]] = []
        self._own: list[Day] = []
        self._heard: dict[Sentence, list[Event]] = {}

    def tells_of(self, one: Heard, day: Day) -> bool:
        """Whether a day is one of an event that is known, or only that on which the text tells it."""
        self._hear_on()
        first = day.when.first
        for begin, end in self._days:
            if begin is None or end is None or first is None:
                continue
            if begin <= first <= end or (day.kind == "weekday" and _is_weekday_of(begin, end, first)):
                return True
        undated = any(not event.when.edtf for event in self._heard.get(one.sentence, ()))
        return undated or any(day is own for own in self._own) or not tells_day_of_it(one, day)

    def _hear_on(self) -> None:
        """Keep those that were found since."""
        for event in self._events[len(self._days) :]:
            self._days.append((event.when.first, event.when.last))
            self._own += [event.day] if event.day is not None else []
            for one in event.heard:
                self._heard.setdefault(one.sentence, []).append(event)


def _is_weekday_of(begin: date, end: date, first: date) -> bool:
    """Whether a weekday is one of the days of a stay: the Wednesday of "from 8 to 11 April", told a week later."""
    lasts = (end - begin).days + 1
    return first > end and 1 < lasts <= _A_WEEK and (first - begin).days % _A_WEEK < lasts


_A_WEEK = 7  # days


def _find_place(event: Event, one: Heard, text: str, day: Day) -> None:
    """The town that stands nearest to the day, and who is host there."""
    if cues.PHONE.search(one.low) or cues.VIDEO.search(one.low):
        event.host, event.roles = "", {}
        return
    towns = [cast.mention for cast in one.cast if cast.mention.how == "city" and stands_in(one, cast)]
    if not towns:
        return
    town = min(towns, key=lambda mention: abs(mention.start - day.start))
    if event.host and town.code != event.host:
        return
    event.place = text[town.start : town.end]
    if town.code in event.parties and not event.host:
        event.host = town.code
        event.roles = {code: "host" if code == town.code else "guest" for code in event.parties}
