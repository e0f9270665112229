"""Twenty thousand officials: of each country some, with spellings of their names and the posts they held."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from db.models import Official, OfficialName, Tenure
from db.names import fold
from db.names.skeleton import skeleton
from seeds.world.chance import Luck, chance
from seeds.world.countries import Land
from seeds.world.days import Day, from_to
from seeds.world.names import Name, Names
from seeds.world.offices import Office, offices
from seeds.world.sheets import Sheets

HOLDERS = 3  # of a post, over the years
SECOND_POST = 0.05  # of those who hold one


class Person(NamedTuple):
    """Who may travel: an official with the post they held last."""

    official: int
    printed: str
    office: Office | None


class Service(NamedTuple):
    """A country's people and posts, the busiest first."""

    people: list[Person]
    offices: list[Office]


def services(lands: list[Land], many: int, today: date, seed: int, sheets: Sheets) -> dict[str, Service]:
    """Make so many officials, the more of a country the more it travels, and their services."""
    total = sum(land.weight**0.6 for land in lands)
    made: dict[str, Service] = {}
    left, weight_left = many, total
    for land in lands:
        share = land.weight**0.6
        here = round(left * share / weight_left)
        left, weight_left = left - here, weight_left - share
        if here:
            luck = chance(seed, f"people of {land.code}")
            made[land.code] = _service(land, here, today, luck, sheets)
    return made


def _service(land: Land, many: int, today: date, luck: Luck, sheets: Sheets) -> Service:
    posts = offices(land.code, land.law, max(2, many // HOLDERS), sheets, luck)
    names = Names(land.names)
    people = []
    for number in range(many):
        official = _official(names.next(luck), land.code, luck, sheets)
        office = posts[number % len(posts)] if luck.falls(0.93) else None
        if office is not None:
            acting = luck.falls(0.04)
            held = _held(number // len(posts), today, luck)
            sheets.put(Tenure, official.official, office.post, acting, "stated", *held)
            second = posts[(number + 7) % len(posts)]
            if luck.falls(SECOND_POST) and second != office:
                sheets.put(Tenure, official.official, second.post, True, "attested", *held)
        people.append(official._replace(office=office))
    return Service(people, posts)


def _official(name: Name, country: str, luck: Luck, sheets: Sheets) -> Person:
    official = sheets.put(Official, name.full, name.sorted, country, name.native)
    spellings = [(name.full, "Latn", "preferred"), *((one, "Latn", "spelling") for one in name.spellings)]
    if name.native:
        spellings.append((name.native, "Arab", "native"))
    if luck.falls(0.1):
        spellings.append((name.sorted.split(",")[0], "Latn", "weak"))
    for spelling, script, kind in spellings:
        sheets.put(OfficialName, official, spelling, script, kind, fold(spelling), skeleton(spelling))
    return Person(official, name.full, None)


def _held(before: int, today: date, luck: Luck) -> Day:
    """From when to when: the first of a post's holders holds it now, those after held it before."""
    if luck.falls(0.15):
        return from_to(None, None, years=True)
    end = today - timedelta(days=before * 1500)
    start = end - timedelta(days=int(200 + 1200 * luck.random()))
    return from_to(start, end if before else None, years=luck.falls(0.4))
