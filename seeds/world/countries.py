"""Which countries there are, how often their people travel, and between which of them."""

from __future__ import annotations

from typing import NamedTuple

from seeds import reference
from seeds.world.chance import Weighted
from seeds.world.words import words


class Land(NamedTuple):
    """A country of today: how busy it is, its capital ("" where it does not matter), its names and offices."""

    code: str
    weight: float
    capital: str
    names: str
    law: str


def lands() -> list[Land]:
    """The countries of today, the busiest first."""
    busy = words()["countries"]
    rest = [
        entry.code
        for entry in reference.countries()
        if entry.kind == "country" and not entry.valid_to and entry.code not in busy
    ]
    some = [Land(code, *said) for code, said in busy.items()]
    return some + [Land(code, 4 / (5 + place), "", "en", "en") for place, code in enumerate(rest)]


def ways(of: list[Land]) -> Weighted[tuple[Land, Land]]:
    """From where to where people travel: a few pairs meet all the time, most hardly ever."""
    return Weighted(
        ((sending, host), (sending.weight * host.weight) ** 1.4)
        for sending in of
        for host in of
        if sending.code != host.code
    )
