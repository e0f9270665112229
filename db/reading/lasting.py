"""How long a visit lasted, where a text gives the day of its end and the days that it took."""

from __future__ import annotations

import re
from datetime import timedelta

from db.dates import PartialDate
from db.reading.days import Day
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
    r"\b(?:ended|ends|concluded|concludes|completed|completes|wrapped up|wraps up|wound up|finished|rounded off"
    r"|(?:a|ont) (?:acheve|termine|conclu|boucle)|(?:acheve|termine|conclut|boucle)(?= \w)"
    r"|concluyo|finalizo|termino|culmino|concluye|finaliza|culmina|(?:ha|han) (?:concluido|finalizado|terminado"
    r"|culminado)|cerro)\b"
)
_VISIT = re.compile(
    r"\b(?:visit|trip|tour|stay|mission|visite|deplacement|sejour|tournee|visita|viaje|gira|estancia|mision)\b"
)
_NEAR = 90  # characters between the verb and the visit that ended


def ended_then(one: Heard, day: Day) -> PartialDate | None:
    """The days up to one on which a visit of so many days is said to have ended; None where nothing says so."""
    last, ended = day.when.last, _ENDED.search(one.low)
    if last is None or day.when.first != last or ended is None:
        return None
    visit = _VISIT.search(one.low, ended.end(), ended.end() + _NEAR)
    lasted = _DAYS.search(one.low, ended.end(), ended.end() + _NEAR)
    if visit is None or lasted is None:
        return None
    number = lasted["number"]
    days = _NUMBERS.get(number) or int(number)
    first = last - timedelta(days=days - 1)
    return PartialDate(f"{first.isoformat()}/{last.isoformat()}", day.when.text, "inferred")
