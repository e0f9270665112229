"""The world that visits take place in, and what is needed to make the next of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from db.models import Series
from seeds import reference
from seeds.world.chance import Luck, favourite
from seeds.world.countries import Land, lands, ways
from seeds.world.days import Calendar
from seeds.world.people import Person, Service, services
from seeds.world.sheets import Sheets

TABLES = 12  # multilateral formats that come together year after year


@dataclass(frozen=True)
class Format:
    """A recurring meeting: its record and who sits at the table."""

    series: int
    parties: tuple[Land, ...]


class World:
    """Countries, people and topics; the visits are made from it.

    Attributes:
        sheets: where its rows are collected.
        calendar: its days.
    """

    def __init__(self, *, seed: int, officials: int, today: date) -> None:
        self.seed = seed
        self.sheets = Sheets()
        self.calendar = Calendar(today)
        self.lands = lands()
        self.ways = ways(self.lands)
        self.topics = [(entry.code, entry.label.lower()) for entry in reference.topics()]
        self.instruments = [entry.code for entry in reference.instruments()]
        self._services = services(self.lands, officials, today, seed, self.sheets)
        self.formats = [self._format(number) for number in range(TABLES)]

    def _format(self, number: int) -> Format:
        parties = tuple(self.lands[(number * 2 + step * (number + 1)) % 40] for step in range(3 + number % 4))
        unlike = tuple(dict.fromkeys(parties))
        name = f"{' – '.join(sorted(land.code for land in unlike))} dialogue"
        return Format(self.sheets.put(Series, name, "FREQ=YEARLY" if number % 2 else ""), unlike)

    def service(self, land: Land) -> Service | None:
        """A country's people; None for one that has nobody."""
        return self._services.get(land.code)

    def people(self, land: Land, many: int, luck: Luck) -> list[Person]:
        """Some of a country's people, mostly those who travel all the time, nobody twice."""
        service = self.service(land)
        if service is None:
            return []
        return list(
            {one.official: one for one in (favourite(service.people, luck) for _ in range(many))}.values()
        )

    def topic(self, luck: Luck) -> tuple[str, str]:
        """What it is about, as a code and in words; some subjects come up more often."""
        return favourite(self.topics, luck, steep=2)
