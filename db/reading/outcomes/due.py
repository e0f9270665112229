"""By when an outcome is to be done, as its words say; and who owes it."""

from __future__ import annotations

import re
from datetime import date

from db.commitments import DISCUSSED, RUNGS
from db.dates import PartialDate
from db.reading.dates.days import days_of
from db.reading.hearing import Heard
from db.reading.outcomes.clauses import Outcome
from db.reading.outcomes.time_allowed import time_allowed, until_then

_BY = re.compile(
    r"\b(?:by|before|until|no later than|not later than|within|deadline|due|d'ici(?: a| au| le)?|avant|au plus tard"
    r"|antes de|antes del?|a mas tardar|hasta|para|starting|beginning|as of|with effect|from|a compter|a partir|:|\()"
    r"\s*(?:(?:in|on|en|le|el|du|de|del|the|la|l'|d'|a)\s*)*(?:end of |fin |fin de |finales de )?$"
)
_SINCE = re.compile(
    r"\b(?:since|depuis|desde)\s+(?:the |le |la |el )?(?:(?:month|mois|mes) (?:of |d[e'] ?))?$"
)
_TO_DO = re.compile(
    r"\b(?:to|will|shall|should|would|may|scheduled|expected|due|planned|next|pour|sera|seront|devrai(?:t|ent)"
    r"|prochaine?|para|a fin de|se \w+ra|\w+(?:era|eront|ara|aran|ira|iran))\b"
)
_SELF_COUNTED = re.compile(
    r"\b(?:within|in|dans|sous|d'ici|dentro|en)\b.*\b(?:day|week|month|year|jour|sem|mois|mes|dia|an)"
)
_FOR_EVENT = re.compile(
    r"\b(?:prepare for|preparations? for|ahead of|in view of|en vue d[eu]|preparer|de cara al?"
    r"|con vistas al?)\s+(?:\w+\s+){0,3}?(?P<year>20\d\d)\b"
)
_OWES = re.compile(
    r"\s+(?:(?!and\b|et\b|y\b)\w+\s+){0,2}?(?:will|shall|to|offered|pledged|undertook|committed|agreed to"
    r"|s'est engagee?|se comprometio|ofrecio"
    r"|(?!(?:contra|nuestra)\b)\w{2,}[aeidtrv]r(?:an?|ont))\b"
)


def due_of(heard: Heard, outcome: Outcome, published: date | None) -> PartialDate:
    """The date that an outcome names as its end; not stated where it names none."""
    if RUNGS.index(outcome.rung) <= DISCUSSED:
        return PartialDate()
    start, end = heard.offset(outcome.start), heard.offset(outcome.end)
    for day in heard.days:
        at = heard.offset(day.start)
        if not start <= at < end or _SINCE.search(heard.low, 0, at):
            continue
        said_by = _BY.search(heard.low[max(0, at - 40) : at]) is not None
        when = day.when
        if said_by or _TO_DO.search(heard.low, start, at):
            when = _to_come(when, published)
        counted = _SELF_COUNTED.match(heard.low, at) is not None
        ahead = published is not None and when.first is not None and when.first > published
        if said_by or counted or ahead or (published is None and day.kind == "year"):
            return when
    clause = heard.low[start:end]
    if (event := _FOR_EVENT.search(clause)) is not None:
        return PartialDate(event["year"], event["year"], "inferred")
    allowed = time_allowed(clause, clause) or (heard.lead.time if heard.lead is not None else "")
    return until_then(allowed, published) if allowed else PartialDate()


def _to_come(when: PartialDate, published: date | None) -> PartialDate:
    """A month or a day without its year as what is to be done has it: the first one behind the day of publication."""
    if published is None or when.basis != "inferred":
        return when
    words = f"in {when.text}"
    told = days_of(words, 0, len(words), published, ahead=True)
    return told[0].when if len(told) == 1 and told[0].when.edtf else when


def owner_of(heard: Heard, outcome: Outcome) -> str:
    """The one country that undertakes it, "" when it is several or not said."""
    start, end = outcome.start, outcome.end
    inside = [cast for cast in heard.cast if start <= cast.mention.start < end]
    if not inside or inside[0].mention.how == "city":
        return ""
    first = inside[0].mention
    at = heard.offset(first.end)
    leads = heard.low[heard.offset(start) : heard.offset(first.start)].strip()
    if len(leads.split()) > 2 or not _OWES.match(heard.low, at):  # noqa: PLR2004 - "In addition, the"
        return ""
    return first.code
