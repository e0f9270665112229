"""Who took part in a meeting, where no word tells on which side: its own people are told without their country."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from db.reading.hearing import Heard
from db.reading.parties.company import begins_of
from db.reading.parties.registry import Registry
from db.reading.people.naming import Person
from db.reading.words import plain

_ATTENDED = re.compile(
    r"\b(?:attended|in attendance|tak(?:e|es|ing|en) part|took part|participated|participating"
    r"|(?:was|were|is|are) (?:also |likewise )?(?:present\b|at the table|in the room)|(?:also )?present (?:at|were|was)"
    r"|in the room were|(?:pris|prenai(?:t|ent)|prirent) part|(?:a|ont) (?:\w+ )?(?:participe|assiste)"
    r"|participai(?:t|ent)|assistai(?:t|ent)|(?:etai(?:t|ent)|ont ete) (?:\w+ )?presente?s?|presente?s? (?:a|lors)"
    r"|asisti(?:o|eron)|particip(?:o|aron)|(?:ha|han) (?:\w+ )?(?:asistido|participado)"
    r"|estuv(?:o|ieron) (?:\w+ )?presentes?)\b"
)
_ENVOY = re.compile(
    r"\b(?:ambassad\w+|embajador\w*|high commissioner|haut-commissaire|consul\w*|charge d'affaires"
    r"|encargad[oa] de negocios|attache\w*|agregad[oa]|liaison officer|officier de liaison|oficial de enlace)\b"
)


_AND_BY = re.compile(r"(?:, [^;]{0,80}?)?,? (?:and|et|y) (?:by|par|por) (?:(?:the|la|le|el) |l')?")


def behind_an_envoy(one: Heard, person: Person) -> bool:
    """Whether who took part is told apart from an envoy: "attended by the Omani ambassador and by Jane Doe"."""
    before = [other for other in one.people if other.start < person.start]
    if not before or not _is_envoy(before[-1]) or _ATTENDED.search(one.low) is None:
        return False
    between = one.low[one.offset(before[-1].end) : one.offset(begins_of(person))]
    return _AND_BY.fullmatch(between) is not None


def seat_attendants(registry: Registry, told: Iterable[Heard], host: str, parties: Sequence[str]) -> None:
    """Let who is only said to have taken part be of the host, if that is a party; it is doubtful."""
    if host not in parties:
        return
    for one in told:
        if _ATTENDED.search(one.low) is None:
            continue
        for person in one.people:
            figure = None if person.owner else registry.figure_of(person)
            if figure is None or figure.country or not figure.title or _is_envoy(person):
                continue
            figure.votes[host] += 1
            figure.sure = False


def _is_envoy(person: Person) -> bool:
    return _ENVOY.search(plain(person.title)) is not None
