"""How long a guest stayed, where a text tells the day of coming and that of leaving apart: "flew in on Monday"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from db.dates import PartialDate
from db.reading import cues
from db.reading.dates.days import Day
from db.reading.hearing import Heard

_WEEK = timedelta(days=7)
_LONGEST = timedelta(days=14)
_TO = r"(?:(?!\b(?:after|before|following|and|et|y|apres|avant|tras|antes|will|que|qui|who|that)\b)[^.;:,]){0,45}?"
_LATE = r"(?:\b(?:late|early|earlier|on|le|el|ce|este|this|the|tard|temprano|depuis|since|from)\b\s*)*$"
_CAME = re.compile(
    r"\b(?:(?:has |had |have )?(?:arrived|landed|flew in(?:to)?|flew to|came to|touched down|reached)"
    r"|arrivee?s?|(?:a|ont|avai(?:t|ent)) atterri|llego|llegaron|llegad[oa]s?|arribo|arribaron|aterrizo"
    r"|(?P<weak>began|started|kicked off|opened|(?:is|are|was|were) in \w+ since|sejourne(?:nt)? depuis"
    r"|(?:se trouve(?:nt)?|se encuentra[n]?|permanece[n]?) (?:\w+ ){0,4}?(?:depuis|desde)"
    r"|(?:a|ont|avai(?:t|ent)) (?:entame|debute|commence)|debutee?|commencee?|entamee?|inicio|comenzo"
    rf"|iniciad[oa]|comenzad[oa]))\b{_TO}{_LATE}"
)
_WENT = re.compile(
    r"\b(?:left|leaves?|leaving|departed|departs?|departing|flew (?:home|back|out)|returned (?:home|to)"
    r"|return(?:s|ing)? home|stay(?:s|ed|ing)? (?:\w+ ){0,4}?until|(?:a|ont) (?:quitte|regagne)|quitter|quitte(?:ra)?"
    r"|regagne(?:r|ra)?|repartir|regresar|partir|repart(?:ira)?|(?:est|sont) repartie?s?|partio|partieron|partira"
    r"|salio|regreso|regresara"
    r"|permanec\w+ (?:\w+ ){0,4}?hasta(?: el)?|reste(?:ra)? (?:\w+ ){0,4}?jusqu'(?:au?|en)"
    r"|(?P<weak>wrapp(?:ed|ing|s) up|concluded|concludes|concluding|ended|ends|ending|finished"
    r"|runs? (?:until|through|to)|until|lasts? (?:until|till)|(?:a|ont) (?:acheve|termine|conclu|boucle)"
    r"|s'ache(?:ve|vera|ver)|prend(?:ra)? fin|jusqu'(?:au?|en)|concluyo|concluye|concluira|culmino|culmina|culminara"
    rf"|finalizo|finaliza|finalizara|termino|termina|hasta(?: el)?))\b{_TO}{_LATE}"
)
_STAY = re.compile(
    r"\b(?:visit|trip|tour|stay|mission|talks|event|workshop|training|course|visite|deplacement|sejour|tournee|entretiens|pourparlers|visita|viaje|evento|taller|curso"
    r"|gira"
    r"|estancia|mision|conversaciones|in the country|dans le pays|en el pais)\b"
)
_NEAR = 80  # characters between a beginning or an end and the visit of which it is
_NOT_A_STAY = re.compile(r"\b(?:open|valid|in force|postponed|remanded|custody|jailed|detained)\b")


def stay_of(
    told: Iterable[Heard], parties: Sequence[str], met: PartialDate, published: date | None
) -> PartialDate | None:
    """The days from a coming to a leaving around the day on which they met; None where no coming is told.

    Args:
        told: the sentences of the story, in order.
        parties: the countries of the event; what is told of others counts for nothing.
        met: the day as far as it is known, which may be none at all.
        published: the day of publication.
    """
    came: Day | None = None
    went: Day | None = None
    talks: list[date] = []
    for one in told:
        if not {cast.mention.code for cast in one.cast if cast.role != "spoken of"} <= set(parties):
            continue
        came = came or _day_of(_CAME, one)
        went = went or _day_of(_WENT, one)
        talks += _days_of_talks(one)
    first = came.when.first if came is not None else None
    last = went.when.last if went is not None else met.last or first
    if went is None and first is not None and last == first:
        last = max((day for day in talks if first < day < first + _WEEK), default=last)
    if came is None or first is None or last is None:
        return None
    if published is not None and first > published:
        first -= _WEEK
    while last < first and went is not None:
        last += _WEEK
    if met.first is not None and not first <= met.first <= last:
        return None
    if last - first >= _LONGEST or last < first:
        return None
    edtf = first.isoformat() if last == first else f"{first}/{last}"
    return PartialDate(edtf, met.text or came.when.text, "inferred") if edtf != met.edtf else None


def _days_of_talks(one: Heard) -> list[date]:
    """The days on which a sentence says that they met: a guest who came before was there until then."""
    if one.ahead or cues.HAS_MET.search(one.low) is None:
        return []
    told = (day for day in one.days if _is_single(day) and day.kind in ("day", "weekday", "now"))
    return [
        day.when.first
        for day in told
        if day.when.first is not None and cues.HAS_MET.search(one.low, 0, one.offset(day.start)) is not None
    ]


def _day_of(cue: re.Pattern[str], one: Heard) -> Day | None:
    """The single day behind words of coming or leaving, None for none."""
    if _NOT_A_STAY.search(one.low):
        return None
    return next(
        (day for day in one.days if _is_single(day) and _tells(cue, one, one.offset(day.start))), None
    )


def _tells(cue: re.Pattern[str], one: Heard, at: int) -> bool:
    """Whether words of coming or leaving stand in front of a day; a mere beginning or end has to be of a visit."""
    said = cue.search(one.low[:at])
    if said is None:
        return False
    return said["weak"] is None or _STAY.search(one.low, max(0, said.start() - _NEAR), at + _NEAR) is not None


def _is_single(day: Day) -> bool:
    return day.when.days == 1 and day.kind != "counted"
