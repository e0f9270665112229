"""Where a visit is known from: a paper, a communique, and the words that say so."""

from __future__ import annotations

from datetime import date, timedelta

from db.models import Citation, Source
from seeds.world.chance import Luck, Weighted
from seeds.world.days import Day
from seeds.world.words import words
from seeds.world.world import World

GRADES = Weighted([("B", 20), ("C", 45), ("D", 20), ("F", 15)])
SAME_AGAIN = 0.15  # of the visits that two papers tell of


def source_of(world: World, visit: int, ref: str, told: Day, day: date, luck: Luck) -> None:
    """One or two sources of a visit, each with the words that give its date."""
    said = words()["said"]
    for again in range(2 if luck.falls(SAME_AGAIN) else 1):
        published = day + timedelta(days=1 + again)
        iso = published.isoformat()
        publisher = luck.choice(said["publishers"])
        source = world.sheets.put(
            Source,
            f"{ref.lower()}-{again + 1}",
            f"{publisher}, {published:%d %B %Y}",
            publisher,
            "en",
            GRADES.pick(luck),
            iso,
            "",
            iso,
            iso,
            "stated",
        )
        words_of_day = told.text or f"{day.day} {day:%B}"
        quote = luck.choice(said["quotes"]).format(day=words_of_day)
        world.sheets.put(
            Citation,
            source,
            "visit",
            visit,
            "date",
            told.edtf,
            quote,
            "states",
            "agency",
            2 + again,
            not again,
        )
