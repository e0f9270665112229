"""What one sentence tells of a visit or a meeting on a day: one that is to come then, or one that took place lately."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from db.commitments import RUNGS
from db.reading import cues
from db.reading.countries.roles import Cast
from db.reading.dates.days import Day
from db.reading.dates.sitting import to_sit
from db.reading.events.event import Event, guest_of, is_for_a_body
from db.reading.events.event_days import is_elsewhere
from db.reading.events.placing import Origin
from db.reading.hearing import Heard
from db.reading.words import plain
from db.vocabulary import EventStatus

_RECENT = timedelta(days=14)  # before the text or the main event; what was earlier is background
_NEAR = 110  # characters between words of meeting or visiting and their day
_FAR = 220  # characters from a day with which a sentence begins to the verb behind long titles
_BEGINNING = 3  # characters
_NEAR_BEHIND = 40  # characters from a day to the words of going that follow it
_PROPOSED = RUNGS.index("proposed")
_TWO = 2  # parties
_GOES = re.compile(
    r"\b(?:(?:will|shall|would|to|is (?:due|set|expected|scheduled)|are (?:due|set|expected|scheduled)) (?:\w+ )?"
    r"(?:visit|travel|fly|go|come|pay|host|receive|meet|welcome|hold|arrive|be (?:back )?in(?= \w+ (?:on|from)\b))"
    r"|expected in|due in|(?:visits|travels|flies|hosts|receives|meets)(?= )|meet(?= (?:in|at|on)\b)"
    r"|will (?:continue|proceed|travel on|go on|head)(?: on)? (?=to\b)|poursuivr(?:a|ont)|continuaran?"
    r"|proseguiran?"
    r"|se rendra|se rendront|se rendre|recevra|rencontrera|accueillera|effectuera|visitera|attendue?s?"
    r"|viajara|visitara|recibira|se reunira|acudira|se desplazara|viajar|visitar|reunirse|emprender)\b"
)
_MET = re.compile(
    r"\b(?:met|call(?:ed|s) on"
    r"|(?:has|have|had) (?:met|visited|received|hosted|travelled)|held|visited|hosted|welcomed|travell?ed|paid"
    r"|received|spoke|flew|arrived|meeting|talks|call|conversation|conference|videoconference|visioconference"
    r"|video ?conference|session|s'est (?:rendue?|entretenue?)|se sont (?:reunis|rencontres|entretenus|parle)"
    r"|(?:a|ont|avai(?:t|ent)) (?:recu|rencontre|effectue|accueilli)|entretiens?|rencontre|reunion|entretenue?s?"
    r"|visite|se reunio|se reunieron|recibio|visito|viajo|sostuv\w+|mantuv\w+|celebr\w+|conversacion(?:es)?"
    r"|videoconferencia|encuentro|visita|(?:habia|habian|ha|han) (?:visitado|recibido|reunido|viajado))\b"
)
_THAT_MEETING = re.compile(
    r"(?:(?:in|at|during|lors de|au cours de|pendant|en|durante) )?"
    r"(?:the|their|this|that|cette|la|leur|el|esta?|dich[oa])"
    r" (?:meeting|talks|encounter|session|rencontre|reunion|entretien|encuentro|cita)\b"
)
_WITH = re.compile(
    r"\b(?:with|avec|con)\b(?! (?:a|an|the|un|une|la|le|el) (?:view|aim|goal|but|fin|promise)\b)"
)
_BOTH = re.compile(
    r"\b(?:both|the two|counterparts?|homologues?|homolog[oa]s?|opposite number|each other|les deux|ambos|ambas"
    r"|los dos|las dos)\b"
)
_TO_TOWN = re.compile(
    r"\b(?:travel|fly|go|come|visit|visit to|expected in|due in|be (?:back )?in|arrive in"
    r"|se rendra|se rendre|rendront|attendue?s?|viajara"
    r"|viajar|acudira|desplazara|visitara|visitar|(?:continue|proceed|head)(?: on)?"
    r"|(?:poursuivr|continu|prosegu)\w+ (?:sa|son|leur|su)"
    r" (?:tournee|voyage|deplacement|periple|agenda|gira|viaje|recorrido)(?: [\w ]{2,24}?)?)(?: to| a| en| au)? $"
)


_COMES = re.compile(
    r"\b(?:(?:was|is|were|are|due|expected|scheduled) to arrive|will arrive|(?:was|is|were|are) (?:due|expected)"
    r" (?=today|tomorrow|on\b|next\b)|doi(?:t|vent) arriver|deva(?:it|ient) arriver|arriver(?:a|ont)|debia[n]? llegar"
    r"|llegara[n]?)\b"
)


class Story(NamedTuple):
    """What a text is about, and when and where it was written."""

    main: Event
    published: date | None
    origin: Origin

    @property
    def home(self) -> str:
        """The country that tells it, "" for none."""
        return self.origin.voice or self.origin.home or self.origin.country


def coming(story: Story, one: Heard, day: Day, before: Heard | None) -> Event | None:
    """A visit or a meeting that is to come on a day, or would have been.

    Args:
        story: what the text is about.
        one: the sentence.
        day: one of its days.
        before: the sentence or the heading in front, None for none.
    """
    at, last = one.offset(day.start), day.when.last
    written = story.published or story.main.when.last
    again = cues.NEXT.search(one.low) or to_sit(one.low) or _is_its_turn(before, one)
    next_time = again is not None and again.start() <= at
    some_year = next_time and day.when.yearless and story.published is None
    if not some_year and (written is None or last is None or last < written):
        return None
    status: EventStatus = off(one.low) or "planned"
    if next_time:
        parties = _two(story, _named(one, at)) or list(story.main.parties)
        return Event(parties, status=status, heard=[one], when=day.when, day=day)
    goes = any(
        cue.start() < at <= cue.end() + _NEAR or at < cue.start() < at + _NEAR_BEHIND
        for cue in _GOES.finditer(one.low)
    )
    if story.published is None or not goes or _is_task(one, day):
        return None
    parties = _travelling(story, one) or _at_a_table(story, one)
    if not parties or is_for_a_body(one, next(iter(_goals(one)), ""), story.main.parties):
        return None
    event = Event(parties, status=status, heard=[one], when=day.when, day=day)
    if _goals(one) or (parties[1:] == [story.home] and _COMES.search(one.low)):
        event.sending, event.host = parties
        event.roles = {event.host: "host", event.sending: "guest"}
    return event


def _is_its_turn(before: Heard | None, one: Heard) -> re.Match[str] | None:
    """Where a sentence goes on to tell when the next meeting is, which the words in front name: "It will be held"."""
    next_one = before is not None and _NEXT_ONE.search(before.low) is not None
    return _IT_WILL_BE.match(one.low) if next_one else None


_NEXT_ONE = re.compile(
    r"\b(?:next|following|prochaine?|proxim[oa]) (?:meeting|round|session|edition|visit|reunion|rencontre|seance|sesion"
    r"|encuentro|cita|ronda|rendez-vous)\b"
)
_IT_WILL_BE = re.compile(
    r"(?:it|this|that|the (?:meeting|session)) (?:will|shall|is to) (?:be held|take place|convene)\b"
    r"|(?:elle|il|celle-ci|celui-ci) (?:aura lieu|se tiendra)\b"
    r"|(?:esta |la misma )?(?:se (?:celebrara|realizara|efectuara|llevara a cabo)|tendra lugar|sera)\b"
)


def _travelling(story: Story, one: Heard) -> list[str]:
    """Who goes and where to, nothing where a sentence does not say where to."""
    goals = _goals(one) or ([story.home] if story.home and _COMES.search(one.low) else [])
    others = [*_named(one, len(one.low)), guest_of(story.main), story.home, *story.main.parties]
    sending = next((code for code in others if code and code not in goals[:1]), "")
    return [sending, goals[0]] if goals and sending else []


def _at_a_table(story: Story, one: Heard) -> list[str]:
    """Who is to meet, nothing where a sentence does not say with whom."""
    named = _named(one, len(one.low))
    with_whom = set(named) - {story.home} or cues.WITH_WHOM.search(one.low)
    if _goals(one) or not one.meets or not with_whom:
        return []
    return _two(story, named)


def that_leads(before: Heard | None, one: Heard, main: Event) -> Heard | None:
    """The sentence in front, where it says who met and this one when: "In the meeting, held on Tuesday, …"."""
    if before is None or before in main.heard or not _THAT_MEETING.match(one.low):
        return None
    return before if before.meets and _named(before, len(before.low)) else None


def gone(story: Story, one: Heard, day: Day, leading: Heard | None) -> Event | None:
    """A visit or a meeting that took place on a day not long before the text.

    Args:
        story: what the text is about.
        one: the sentence.
        day: one of its days.
        leading: the sentence in front, where that one says who met.
    """
    at = one.offset(day.start)
    behind = _FAR if at <= _BEGINNING else _NEAR
    met = [cue for cue in _MET.finditer(one.low) if -_NEAR <= cue.start() - at <= behind]
    if not met or not _is_recent(story, day) or _is_task(one, day) or off(one.low):
        return None
    if one.ahead and cues.HAS_MET.search(one.low, 0, at) is None:
        return None
    heard = [leading, one] if leading is not None else [one]
    parties, host = _who_met(story, heard, day)
    if not parties or not (
        any(_says_both(teller, parties) for teller in heard) or _WITH.search(one.low, met[0].end())
    ):
        return None
    event = Event(parties, host=host, heard=heard, when=day.when, day=day)
    if host and host in _goals(one) and len(parties) == _TWO:
        event.sending = next(code for code in parties if code != host)
    event.roles = {code: "host" if code == host else "guest" for code in parties} if host else {}
    return event


def _who_met(story: Story, heard: Sequence[Heard], day: Day) -> tuple[list[str], str]:
    """The parties of what took place, and the one of them at home there, "" for none; nobody where that is not told."""
    main, one = story.main, heard[-1]
    named = [code for teller in heard for code in _named(teller, len(teller.low))]
    if main.sending and is_elsewhere(main.parties, one, day):
        towns = [cast.mention.code for cast in one.cast if cast.mention.how == "city"]
        return [main.sending, *(code for code in towns if code not in main.parties)][:_TWO], ""
    if one in main.heard and set(named) <= set(main.parties):
        return [], ""  # "met on Wednesday; on Thursday they toured the border"
    goals = [cast.mention.code for cast in one.cast if cast.role == "destination"]
    if goals and goals[0] not in main.parties and not named:
        return [], ""
    parties = _two(story, [*named, *goals])
    if goals:
        return parties, goals[0] if goals[0] in parties and len(parties) == _TWO else ""
    if any(cues.HOSTED.search(teller.low) for teller in heard) and cues.PHONE.search(one.low) is None:
        home = story.home if story.home in parties else main.host
        return parties, home if home in parties else ""
    return parties, ""


def _is_recent(story: Story, day: Day) -> bool:
    first, published = day.when.first, story.published
    if first is None or (published is not None and first > published):
        return False
    around = [moment for moment in (published, story.main.when.first) if moment is not None]
    return any(abs(first - moment) <= _RECENT for moment in around)


def _says_both(one: Heard, parties: Sequence[str]) -> bool:
    """Whether a sentence names two sides, or calls them both, or one side and whom it met."""
    named = {cast.mention.code for cast in one.cast if cast.role != "spoken of"}
    return (
        len(named & set(parties)) >= _TWO
        or (bool(named) and one.meets)
        or _BOTH.search(one.low) is not None
        or cues.WITH_WHOM.search(one.low) is not None
    )


def _named(one: Heard, before: int) -> list[str]:
    """The countries that do something in a sentence, in its order."""
    acting = (cast.mention for cast in one.cast if cast.role == "acts")
    return list(dict.fromkeys(who.code for who in acting if one.offset(who.start) < before))


def _two(story: Story, codes: Sequence[str]) -> list[str]:
    """At least two parties: those named, with who tells of it, or with the other side of the main event."""
    found = list(dict.fromkeys(codes))
    if len(found) >= _TWO:
        return found
    if not found or found[0] in story.main.parties:
        return list(story.main.parties) if len(story.main.parties) >= _TWO else []
    return [*found, story.home] if story.home and story.home != found[0] else []


def _goals(one: Heard) -> list[str]:
    """The countries to which a sentence says that somebody goes."""
    return [cast.mention.code for cast in one.cast if cast.role == "destination" or _is_goal(one, cast)]


def _is_goal(one: Heard, cast: Cast) -> bool:
    """Whether a town is where somebody is to go: "is expected in Kigali"."""
    before = one.low[: one.offset(cast.mention.start)]
    return cast.mention.how == "city" and _TO_TOWN.search(before) is not None


def _is_task(one: Heard, day: Day) -> bool:
    """Whether it is the day of something that was agreed on, which is a deadline and no meeting."""
    for outcome in one.outcomes:
        verb = one.low.find(plain(outcome.verb), one.offset(outcome.start))
        agreed = RUNGS.index(outcome.rung) >= _PROPOSED
        if agreed and verb < one.offset(day.start) and day.start < outcome.end:
            return True
    return False


def off(low: str) -> EventStatus | None:
    """Whether a sentence says that something is cancelled or postponed."""
    if cues.CANCELLED.search(low) or cues.NOT_GOING.search(low):
        return "cancelled"
    return "postponed" if cues.POSTPONED.search(low) else None
