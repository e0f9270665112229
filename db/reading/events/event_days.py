"""On which day an event was, as its own sentences or the first ones say; days of other things are told apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from db.dates import PartialDate
from db.reading import cues
from db.reading.dates.days import Day
from db.reading.events.agreed_then import agreed_then
from db.reading.events.event import LEAD, Event
from db.reading.events.lasting import ended_then
from db.reading.events.of_old_papers import is_of_an_older_paper
from db.reading.events.other_days import comes_behind_another, is_of_another
from db.reading.events.said_afterwards import said_afterwards, said_there
from db.reading.events.sharing_days import is_of_the_first_stop
from db.reading.hearing import Heard
from db.reading.words import plain
from db.vocabulary import EventStatus

_BY = re.compile(
    r"\b(?:by|before|until|no later than|within|deadline|d'ici(?: a| au| le)?|avant|au plus tard"
    r"|antes de|a mas tardar|hasta|jusqu'(?:a|au))\s+(?:the |le |la |el |l')?$"
)
_YEAR_OF = re.compile(
    r"\b(?P<year>20\d\d)\s+(?:[\w.–-]+\s+){0,4}?(?:dialogue|summit|conference|consultations"
    r"|meeting|forum|session|sommet|conference|cumbre|dialogo|conferencia)\b"
)
_LED_HERE = re.compile(  # in front of the year of an earlier one: "the framework launched at the 2021 dialogue"
    r"\b(?:launched|established|agreed|adopted|set up|reached|signed|created|made|since|following|after"
    r"|lancee?s?|adopte\w*|conclu\w*|signe\w*|depuis|lanzad[oa]s?|adoptad[oa]s?|firmad[oa]s?|desde|tras)\b[^.;]{0,50}$"
)
_AGAIN = re.compile(
    r"\b(?:proximo (?:encuentro|dialogo)|prochain (?:entretien|round|dialogue))\b|"
    r"\b(?:next (?:meeting|round|session|visit|edition|consultations|dialogue)|meet again|reconvene|se retrouveront"
    r"|prochaine (?:reunion|session|rencontre|visite)|proxima (?:reunion|sesion|visita|ronda)|volveran a reunirse)\b"
)
_SPEAKING = re.compile(
    r"\b(?:speaking|addressing \w+|interviewed|quoted|statement|note|communique|comunicado|boletin"
    r"|press release|interview|s'exprimant|interroge|declarant"
    r"|en declaraciones|consultado|entrevistado)(?: (?!met\b)[\w']+){0,5}? $"
)
_SINCE = re.compile(r"\b(?:since|depuis|desde)(?: (?:last|le mois de|el mes de))? $")
_STILL_TODAY = re.compile(r"\b(?:que|qui|which|that) (?:aun |todavia |encore |still )?$")
_SOON = 40  # characters behind a day in which a verb stands
_THAT = re.compile(r" (?:that|que|qu')\b")
_ITS_MEETING = re.compile(
    r"'s? (?:[\w-]+ ){0,3}?(?:meeting|talks|visit|session|call|encounter|conference|trip)\b"
)
_THEN_SAID = re.compile(
    r"\s+(?:\w+ly )?(?:denied|said|says|announced|told|confirmed|reported|declared|rejected|dismissed|warned|added"
    r"|stated"
    r"|published|issued a statement|took to)\b(?! to\b)"
)
_BEFORE = 100  # characters in front of a day that may say who spoke then
_A_WEEK = 8  # days, from one Monday to the next
_A_QUARTER = 93  # days
_TODAY = frozenset(
    ("today", "this morning", "this afternoon", "this evening", "aujourd'hui", "ce jour", "ce matin", "hoy",
     "esta manana")
)  # fmt: skip
_MONTHS = timedelta(days=45)
_LATELY = timedelta(days=21)
_BEGINNING = 3  # characters
_LONGEST_PLACE = 40  # characters
_LONGEST_HEADING = 160  # characters
_UNDER_TITLE = 3  # sentences below that of minutes, of which one may say where and when they met
_NEAR_SINCE = 24  # characters
_NEAR_VISIT = 80  # characters between a visit and its days
_NEAR_SAYING = 60  # characters between "said" and the day on which it was said


def find_date(
    event: Event,
    title: Heard | None,
    told: Sequence[Heard],
    text: str,
    *,
    main: bool,
    taken: Day | None = None,
    published: date | None = None,
) -> None:
    """When it was: said in its own sentences, or else where the text begins to tell of it.

    A day that is `taken` is that of the main event, told in the same sentence. The day on which they met goes before
    "last week", wherever the text gives it, and a day of these weeks before one of months ago, which led to it.
    """
    sitting = title is not None and cues.SITTING.search(title.low) is not None
    about = (
        [one for one in told[: 2 * LEAD] if _is_about(one) or (sitting and is_dateline(one))] if main else []
    )
    above = _above(event, told, text)
    found: list[tuple[Day, bool, Heard]] = []
    headed = [one for one in told[:_UNDER_TITLE] if sitting and main and says_where_and_when(one)]
    for one in (*headed, *event.heard, *above, *about, *((title,) if title and main else ())):
        if one not in (*event.heard, *above) and (
            cues.NEXT.search(one.low) or one.ahead != (event.status == "planned")
        ):
            continue
        meets = one.meets or one in event.heard[:1]
        found += [
            (day, meets, one)
            for day in one.days
            if day is not taken
            and _may_be_of(one, day, event.status)
            and not is_elsewhere(event.parties, one, day)
            and not is_of_the_first_stop(event, one, day)
            and not is_of_an_older_paper(one, day, event.heard[0] if event.heard else None, published)
        ]
    if found:
        day, _, teller = found[0]
        stay = next(
            (one for one in found if _is_stay(*one[::2]) and _is_its_own(event, *one[::2], day)), None
        )
        if stay is not None and day.when.days == 1:
            day, _, teller = stay
        if _is_vague(day):
            exact = (one for one in found if (one[1] and _is_days(one[0])) or _is_within(one, day, published))
            day, _, teller = next(exact, found[0])
        if published is not None and event.status == "held":
            day, _, teller = _newest(found, (day, True, teller), published)
        if event.status == "postponed" and _is_a_month(day):
            return  # "next month" of a visit that is put off is none of its days
        event.day, event.when = day, _told_as(event.status, teller, day)
        return
    if main:
        _find_otherwise(event, title, told, published)


def _find_otherwise(event: Event, title: Heard | None, told: Sequence[Heard], published: date | None) -> None:
    """When it was, where no sentence says it of the event itself: as they spoke of it, or the year in its name."""
    agreed = agreed_then(
        event,
        [(one, day) for one in told[:LEAD] for day in one.days if _may_be_of(one, day, "held")],
        published,
    )
    if (said := agreed or said_afterwards(event, told) or said_there(event, told)) is not None:
        event.day, event.when = said, said.when
        return
    for one in (*((title,) if title else ()), *told[:LEAD]):
        match = _YEAR_OF.search(one.low)
        if match is not None and _LED_HERE.search(one.low, 0, match.start()) is None:
            event.when = PartialDate(match["year"], match["year"])
            return


def _told_as(status: EventStatus, teller: Heard, day: Day) -> PartialDate:
    """A day as that of an event: of a visit that ended then all its days; of one of "next month" only the words."""
    if status == "planned" and _is_a_month(day):
        return PartialDate("", day.when.text, day.when.basis)
    return ended_then(teller, day) or day.when


def _newest(
    found: Sequence[tuple[Day, bool, Heard]], first: tuple[Day, bool, Heard], published: date
) -> tuple[Day, bool, Heard]:
    """A day of these weeks on which they met, where the first one is of months ago: a text tells what is new."""
    last = first[0].when.last
    if last is None or published - last <= _MONTHS or not _is_days(first[0]):
        return first
    new = ((one, one[0].when.first) for one in found if one[1] and _is_days(one[0]))
    return next((one for one, day in new if day and timedelta() <= published - day <= _LATELY), first)


def on_the_day_of_writing(event: Event, written: PartialDate) -> None:
    """Let "today" be the day above the text, be it without its year."""
    if not event.when.edtf and event.day is not None and plain(event.when.text) in _TODAY:
        event.when = PartialDate(written.edtf, event.when.text, "relative")


def _may_be_of(one: Heard, day: Day, status: EventStatus) -> bool:
    at = one.offset(day.start)
    if status == "held" and _AGAIN.search(one.low, 0, at):
        return False  # "met in Sofia, and will hold the next round on 12 June"
    if _BY.search(one.low[max(0, at - 24) : at]) or day.kind == "year" or _is_long(day):
        return False
    if is_of_another(one, day) or _still_lasts(one, day, at):
        return False
    return bool(day.when.edtf or day.when.text) and not _said_then(one, day)


def _still_lasts(one: Heard, day: Day, at: int) -> bool:
    """Whether it tells of what goes on: "the support that it gives today", "unanswered since February"."""
    near = max(0, at - _NEAR_SINCE)
    if _STILL_TODAY.search(one.low, near, at) and not cues.MEET.search(one.low, at, at + _SOON):
        return True
    return day.kind == "month" and _SINCE.search(one.low, near, at) is not None


def tells_day_of_it(one: Heard, day: Day) -> bool:
    """Whether a day of a sentence may be that of a meeting: no deadline, and not when somebody said so."""
    at = one.offset(day.start)
    told = _BY.search(one.low[max(0, at - 24) : at]) is None and not _said_then(one, day)
    return told and not comes_behind_another(one, day)


def is_elsewhere(parties: Sequence[str], one: Heard, day: Day) -> bool:
    """Whether a day is that of a place where they were before: "arrived from Amman, where he met … on Sunday"."""
    at = one.offset(day.start)
    where = list(_WHERE.finditer(one.low, 0, at))
    if not where:
        return False
    before = [cast.mention for cast in one.cast if one.offset(cast.mention.end) <= where[-1].start()]
    return (
        bool(before)
        and before[-1].code not in parties
        and where[-1].start() - one.offset(before[-1].end) <= 1
    )


_WHERE = re.compile(r",? (?:where|ou|donde) ")


def _is_days(day: Day) -> bool:
    """Whether it says which days, be it without their year."""
    return day.kind == "day" and bool(day.when.edtf)


def _is_long(day: Day) -> bool:
    """Whether it is no day but a long time: "for the second time this year"."""
    return day.kind == "relative" and day.when.days > _A_QUARTER


def _is_stay(day: Day, one: Heard) -> bool:
    """Whether it gives the days of a visit: "received her guest, who is on a visit from 14 to 17 May"."""
    at = one.offset(day.start)
    near = max(0, at - _NEAR_VISIT)
    travels = _is_days(day) and day.when.days != 1 and cues.TRAVEL.search(one.low, near, at) is not None
    return travels and _OF_A_CONGRESS.search(one.low, near, at) is None


_OF_A_CONGRESS = re.compile(
    r"\b(?:congress|conference|forum|summit|fair|exhibition|congres|conference|salon|sommet|congreso|conferencia|foro"
    r"|cumbre|feria)\b[^.;]*\b(?:to be held|held|taking place|scheduled|qui se tiendra|prevue?|que se celebrara"
    r"|prevista?o?)\b"
)
"""In front of the days of what guests go to: "will attend the congress to be held on 5 and 6 May"."""


def _is_its_own(event: Event, day: Day, one: Heard, met: Day) -> bool:
    """Whether days are those of an event: told of it, or around its day by a sentence that names nobody else."""
    if one in event.heard:
        return True
    first, last, then = day.when.first, day.when.last, met.when.first
    around = first is not None and last is not None and then is not None and first <= then <= last
    return around and {cast.mention.code for cast in one.cast} <= set(event.parties)


def _is_vague(day: Day) -> bool:
    """Whether it is one of several days: "last week", "this month"; "on Tuesday and Wednesday" names both."""
    named = "/" in day.when.edtf and "~" not in day.when.edtf and not _WEEKEND.search(plain(day.when.text))
    return day.kind in ("month", "relative") and day.when.days != 1 and not named


_WEEKEND = re.compile(r"\bweek-?end\b|\bfin de semana\b")


def _is_within(told: tuple[Day, bool, Heard], whole: Day, published: date | None) -> bool:
    """Whether it says which days of a week or month it was: "went this week … was received on Tuesday"."""
    day, meets, _ = told
    first, last = day.when.first, day.when.last
    begin, end = whole.when.first, whole.when.last
    if first is None or last is None or begin is None or end is None or day.kind == "now":
        return False
    if not (meets or day.when.days > 1) or (published is not None and last > published):
        return False
    return begin <= first <= last <= end and day.when.days < whole.when.days


def _is_a_month(day: Day) -> bool:
    """Whether it is some day of more than a week, told by where it lies from the text."""
    return day.kind == "relative" and day.when.days > _A_WEEK


def _above(event: Event, told: Sequence[Heard], text: str) -> list[Heard]:
    """The sentence that begins the paragraph of an event with a day, as diaries do."""
    if not event.heard or event.heard[0] not in told:
        return []
    at = told.index(event.heard[0])
    while at and "\n\n" not in text[told[at - 1].sentence.end : told[at].sentence.start]:
        at -= 1
    first = told[at]
    begins = first is not event.heard[0] and first.days and first.offset(first.days[0].start) <= _BEGINNING
    return [first] if begins else []


def is_dateline(one: Heard) -> bool:
    """Whether it says no more than where and when."""
    return bool(one.days) and one.days[0].when.exact and _says_little_else(one)


def says_where_and_when(one: Heard) -> bool:
    """Whether it is a line below the title of minutes that says where and on which days they met.

    A single day may be that on which they were written.
    """
    days = [day.when for day in one.days if _is_days(day) and day.when.days > 1 and not day.when.yearless]
    return len(days) == 1 and _says_little_else(one)


def _says_little_else(one: Heard) -> bool:
    return len(one.low) - sum(day.end - day.start for day in one.days) <= _LONGEST_PLACE


def _is_about(one: Heard) -> bool:
    if one.days and cues.SITTING.search(one.low) and len(one.low) < _LONGEST_HEADING:
        return True
    if one.listed:
        return False
    found = one.meets or cues.TRAVEL.search(one.low) or cues.HELD_ON.search(one.low)
    return bool(found or _WAS_THERE.search(one.low) or _WAS_THEN.match(one.low))


_WAS_THERE = re.compile(
    r"\b(?:was|were|is|are|est|sont|etai(?:t|ent)|estuv\w+|estan?) (?:on|in|sur|dans|en) (?:the|la|le|el|l')\s?"
    r"(?:island|country|capital|kingdom|ile|pays|capitale|royaume|isla|pais|reino)\b"
)


_WAS_THEN = re.compile(
    r"(?:this|it|that|c'|ce|cela|esto|eso|(?:(?:the|this|la|le|el|cette|esta|este) |l')"
    r"(?:[\w-]+ )?(?:meeting|visit|call|talks|audience|encounter|signing|ceremony|rencontre|entretien|visite|entrevue"
    r"|ceremonie|reunion|encuentro|visita|cita|ceremonia|audiencia))"
    r" ?(?:was|were|happened|came|etait|fut|fue|ocurrio|se dio)\b"
)
"""A sentence of its own for the day: "This was on Tuesday at the police headquarters"."""


def _said_then(one: Heard, day: Day) -> bool:
    """Whether it is the day on which somebody said so; "Said" may also be a name."""
    at = one.offset(day.start)
    if _ITS_MEETING.match(one.low, one.offset(day.end)):
        return False
    if _THEN_SAID.match(one.low, one.offset(day.end)):
        return True
    met = cues.AFTER_MEETING.match(one.low, one.offset(day.end)) is not None
    if not met and _SPEAKING.search(one.low[max(0, at - _BEFORE) : at]):
        return True
    said = cues.SAID.search(one.low, max(0, at - _NEAR_SAYING), at)
    return (
        (day.kind in ("now", "weekday", "relative") or _THAT.match(one.low, one.offset(day.end)) is not None)
        and said is not None
        and not any(who.start <= one.sentence.start + said.start() < who.end for who in one.people)
        and not met
    )
