"""Services and the posts in them: the national ones, and as many regional ones as a country's people need."""

from __future__ import annotations

from itertools import count
from typing import NamedTuple

from db.models import Organisation, OrganisationName, Post, PostTitle
from db.names import fold
from seeds.world.chance import Luck
from seeds.world.sheets import Sheets
from seeds.world.words import words


class Office(NamedTuple):
    """A post, the most important ones of a country first."""

    post: int
    organisation: int
    title: str


def offices(country: str, law: str, many: int, sheets: Sheets, luck: Luck) -> list[Office]:
    """Make so many posts of a country, in the language that its offices are called in."""
    said = words()["offices"][law]
    services = [line.split("|") for line in said["services"]]
    before = {line.partition("|")[0]: line.split("|")[1:] for line in said["before"]}
    made: list[Office] = []
    parents: list[int] = []
    for number in count():
        name, acronym, kind = services[number % len(services)]
        round_ = number // len(services)
        parent = None
        if round_:
            unit = said["units"][(round_ - 1) % len(said["units"])]
            name, acronym = f"{name}, {unit} {(round_ - 1) // len(said['units']) + 1}", ""
            parent = parents[number % len(services)]
        organisation = sheets.put(Organisation, name, acronym, country, kind, parent)
        if name in before:
            sheets.put(OrganisationName, organisation, *before[name])
        parents.append(organisation)
        for title in said["titles"]:
            if len(made) == many:
                return made
            made.append(_office(country, organisation, title, law, sheets, luck))
    return made


def _office(country: str, organisation: int, title: str, law: str, sheets: Sheets, luck: Luck) -> Office:
    post = sheets.put(Post, organisation, title, country)
    if law != "en" and luck.falls(0.3):
        english = words()["offices"]["en"]["titles"][words()["offices"][law]["titles"].index(title)]
        if english != title:
            sheets.put(PostTitle, post, english, "en", fold(english))
    return Office(post, organisation, title)
