"""Whose a service is that a meeting names first: the party's that it is called by, else the only one it can be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from db.entry.countries import by_codes, named

if TYPE_CHECKING:
    from db.entry.parts import Parts
    from db.entry.shapes import Work
    from db.entry.who import Somebody


_LONGEST_CODE = 3


def at_home(work: Work, parts: Parts, who: Somebody) -> Somebody:
    """Who takes part; a post of a service that is not here yet with the country that is proposed for it.

    In a visit the delegation is of its country anyway; of those who meet nothing else tells.
    """
    if parts.kind != "meeting" or who.country or not who.made or who.kind != "post":
        return who
    parties = parts.codes
    code = _by_its_name(work, str(who.values["organisation"]), parties) or _the_other_one(work, parties)
    if not code:
        return who
    (country,) = by_codes(work.reader, [code])
    return who._replace(country=code, made=f"{who.made} ({country.name})")


def _by_its_name(work: Work, service: str, parties: Sequence[str]) -> str:
    """The only party that a word of the name means: "Policía de España"."""
    words = [word for word in service.split() if len(word) > _LONGEST_CODE]  # "de" is Germany's code
    meant = {country.code for found in named(work.reader, words).values() for country in found}
    here = [code for code in parties if code in meant]
    return here[0] if len(here) == 1 else ""


def _the_other_one(work: Work, parties: Sequence[str]) -> str:
    """The only party, or the one that is not the desk's, whose own services are known to it."""
    others = [code for code in parties if code != work.moment.desk]
    fitting = parties if len(parties) == 1 else others
    return fitting[0] if len(fitting) == 1 else ""
