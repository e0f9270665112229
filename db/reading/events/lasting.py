"""How long a visit lasted, where a text gives the day of its end and the days that it took."""

from __future__ import annotations

import re
from datetime import date, timedelta

from db.dates import PartialDate
from db.reading.dates.days import Day
from db.reading.hearing import Heard

_NUMBERS = {
    word: number
    for number, words in enumerate(
        ("two deux dos", "three trois tres", "four quatre cuatro", "five cinq cinco", "six seis", "seven sept siete"),
        start=2,
    )
    for word in words.split()
}  # fmt: skip
_DAYS = re.compile(
    rf"\b(?P<number>{'|'.join(_NUMBERS)}|[2-9])(?:-day\b|[ -]days?'?\b| jours\b| journees\b| dias\b| jornadas\b)"
)
_ENDED = re.compile(
    r"\b(?:ended|ends|concluded|concludes|completed|completes|wrapped up|wraps up|wrapping up|concluding"
    r"|completing|wound up|finished|rounded off"
    r"|(?:a|ont) (?:acheve|termine|conclu|boucle)|(?:acheve|termine|conclut|boucle)(?= \w)"
    r"|concluyo|finalizo|termino|culmino|concluye|finaliza|culmina|(?:ha|han) (?:concluido|finalizado|terminado"
    r"|culminado)|cerro)\b"
)
_WAS_ENDED = re.compile(
    r"\b(?:(?:is|was|are|were|has been|have been) (?:completed|concluded|wrapped up)"
    r"|s'est (?:achevee?|terminee?|conclue?)|(?:ha|fue) (?:concluid[oa]|clausurad[oa]))\b"
)
_LEFT = re.compile(
    r"\b(?:left|leaves|departed|departs|flew (?:home|back|out)|returned|a quitte|ont quitte|a regagne"
    r"|est rentree?|quitte|partio|salio|dejo|abandono|regreso)\b"
)
_AFTER = re.compile(
    r"\b(?:after|following|at the (?:end|close) of|ending|concluding|wrapping up|completing|apres|au terme|a l'issue"
    r"|tras|al termino|al concluir|despues)\b"
)
_BEGAN = re.compile(
    r"\b(?:began|begun|started|opened|kicked off|commenced|starting|beginning|(?:a|avait) (?:debute|commence)"
    r"|debutee?|commencee?|entamee?|comenzo|inicio|empezo|iniciad[oa]|comenzad[oa]|habia (?:comenzado|iniciado)"
    r"|since|depuis|desde)"
    r"(?: (?:on|le|el|last|the|this))* $"
)
_VISIT = re.compile(
    r"\b(?:visit|trip|tour|stay|mission|visite|deplacement|sejour|tournee|visita|viaje|gira|estancia|mision"
    r"|talks|meeting|conference|session|consultations|entretiens|pourparlers|reunion|rencontre|conversaciones"
    r"|encuentro|consultas|cumbre|summit)\b"
)
_ARRIVED = re.compile(
    r"\b(?:who (?:had )?(?:arrived|landed|flew in|came)|(?:est |etait )?arrivee?s?"
    r"|(?:que|quien) (?:llego|habia llegado)|llegad[oa]s?)(?: (?:here|late|early|tard|tot|tarde|temprano))?\b"
)
_DAY_BEFORE = re.compile(
    r"\W{1,2}(?:the (?:day|evening|night) before|the previous (?:day|evening)|la veille|la vispera|el dia anterior"
    r"|un dia antes|one day earlier|a day earlier)\b"
)
_ON = 12  # characters between an arrival and its day
_WEEK = timedelta(days=7)
_NEAR = 90  # characters between the verb and the visit that ended


def ended_then(one: Heard, day: Day) -> PartialDate | None:
    """The days up to one on which a visit is said to have ended; None where nothing says when it began.

    It began on a day that the sentence gives, or so many days before.
    """
    last = day.when.last
    if last is None or day.when.days != 1:
        return None
    around = _around_its_end(one)
    if around is None or _VISIT.search(one.low, *around) is None:
        return None
    lasted = _DAYS.search(one.low, *around)
    first = _begun(one, day, last)
    if first is None and lasted is not None:
        number = lasted["number"]
        first = last - timedelta(days=(_NUMBERS.get(number) or int(number)) - 1)
    if first is None:
        return None
    return PartialDate(f"{first.isoformat()}/{last.isoformat()}", day.when.text, "inferred")


def arrived_then(one: Heard, met: PartialDate) -> PartialDate | None:
    """The days of a visit whose guest is said to have come before the day of the talks; None where nothing says so."""
    last = met.first
    came = _ARRIVED.search(one.low)
    if came is None or last is None or met.days != 1:
        return None
    first: date | None = last - timedelta(days=1)
    if not _DAY_BEFORE.match(one.low, came.end()):
        near = (day.when for day in one.days if 0 <= one.offset(day.start) - came.end() <= _ON)
        first = next((when.first for when in near if when.days == 1), None)
    if first is None or not timedelta() < last - first < _WEEK:
        return None
    return PartialDate(f"{first.isoformat()}/{last.isoformat()}", met.text, "inferred")


def _around_its_end(one: Heard) -> tuple[int, int] | None:
    """Where a sentence tells of an end and of the visit that ended; None for nowhere."""
    if (was := _WAS_ENDED.search(one.low)) is not None:
        return max(
            0, was.start() - 2 * _NEAR
        ), was.end() + _NEAR  # "the talks that took three days are completed"
    if (ended := _ENDED.search(one.low)) is not None:
        return ended.end(), ended.end() + _NEAR
    left = _LEFT.search(one.low)
    if left is None:
        return None
    stretch = max(0, left.start() - _NEAR), left.end() + _NEAR
    return stretch if _AFTER.search(one.low, *stretch) else None


def _begun(one: Heard, day: Day, last: date) -> date | None:
    """The day on which it began, where the sentence says so of another day; a weekday is the one before the end."""
    for other in one.days:
        first = other.when.first
        if other is day or first is None or not _BEGAN.search(one.low[: one.offset(other.start)]):
            continue
        while other.kind == "weekday" and first > last:
            first -= _WEEK
        return first if first <= last else None
    return None
