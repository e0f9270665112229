"""Visits with their delegations and meetings, and meetings that stand alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from db.models import (
    Delegation,
    Meeting,
    MeetingParty,
    MeetingTopic,
    Participant,
    Visit,
    VisitLink,
    VisitTopic,
)
from seeds.world.chance import Luck, Weighted, favourite
from seeds.world.countries import Land
from seeds.world.days import UNKNOWN, Day
from seeds.world.outcomes import Event, outcomes
from seeds.world.sources import source_of
from seeds.world.words import words
from seeds.world.world import World

ALONE = 0.10  # meetings outside visits, as a share of the visits
MULTILATERAL = 0.45  # of those
INSIDE = Weighted([(0, 0.45), (1, 0.38), (2, 0.12), (3, 0.05)])  # meetings in a visit
TRAVELLERS = Weighted([(0, 0.15), (1, 0.45), (2, 0.2), (3, 0.12), (4, 0.06), (12, 0.02)])
MET = Weighted([(0, 0.15), (1, 0.45), (2, 0.25), (3, 0.15)])
KINDS = Weighted(
    [("working", 60), ("official", 15), ("technical", 12), ("unknown", 8), ("state", 2), ("courtesy", 3)]
)
PAST = Weighted([("held", 92), ("implied", 4), ("cancelled", 2), ("postponed", 2)])
AHEAD = Weighted([("planned", 60), ("confirmed", 30), ("idea", 10)])
ASKED_BY = Weighted([("unknown", 50), ("host", 30), ("sender", 10), ("mutual", 10)])
FORMATS = Weighted(
    [("working session", 40), ("plenary", 25), ("expert", 20), ("courtesy call", 10), ("unspecified", 5)]
)
MODES = Weighted([("in person", 80), ("video", 12), ("phone", 8)])


def visit(world: World, luck: Luck) -> None:
    """Make one visit with everything that hangs on it, and now and then a meeting that stands alone."""
    sheets = world.sheets
    sending, host = world.ways.pick(luck)
    day = world.calendar.any(luck)
    told = world.calendar.told(day, luck)
    ahead = day > world.calendar.today
    status = (AHEAD if ahead else PAST).pick(luck)
    topic, subject = world.topic(luck)
    title = luck.choice(words()["said"]["visit_titles"]).format(topic=subject) if luck.falls(0.7) else ""
    ref = sheets.ref("V", _year(told, day))
    number = sheets.put(
        Visit,
        ref,
        sending.code,
        host.code,
        title,
        KINDS.pick(luck),
        status,
        ASKED_BY.pick(luck),
        host.capital,
        *told,
    )
    if luck.falls(0.7):
        sheets.put(VisitTopic, number, topic)
    if number > 1 and luck.falls(0.01):
        sheets.put(VisitLink, number, number - 1, luck.choice(["follows", "complements"]))
    _delegation(world, number, sending, luck)
    for position in range(1, INSIDE.pick(luck) + 1):
        meeting = _meeting(world, number, position, status, UNKNOWN, day, host.capital, luck)
        _parties(world, meeting, (host, sending), luck)
        outcomes(world, Event(day, ahead, (sending.code, host.code), meeting=meeting), luck)
    outcomes(world, Event(day, ahead, (sending.code, host.code), visit=number), luck)
    if luck.falls(0.5):
        source_of(world, number, ref, told, day, luck)
    if luck.falls(ALONE):
        _alone(world, luck)


def _year(told: Day, day: date) -> int:
    return int(told.first[:4]) if told.first else day.year


def _delegation(world: World, visit: int, sending: Land, luck: Luck) -> None:
    travellers = world.people(sending, TRAVELLERS.pick(luck), luck)
    level = luck.choice(words()["said"]["levels"]) if luck.falls(0.3) else ""
    if not travellers and not level:
        return
    size = len(travellers) + 3 if luck.falls(0.1) else None
    first = travellers[0].office if travellers else None
    organisation = first.organisation if first else None
    delegation = world.sheets.put(Delegation, visit, sending.code, organisation, level, size, False)
    for rank, one in enumerate(travellers, start=1):
        role = "head" if rank == 1 else "member"
        post = one.office.post if one.office and luck.falls(0.8) else None
        printed = one.printed if luck.falls(0.3) else ""
        world.sheets.put(
            Participant,
            delegation,
            None,
            sending.code,
            one.official,
            post,
            None,
            "",
            printed,
            role,
            rank,
            None,
        )


def _meeting(  # noqa: PLR0913, PLR0917 - the columns of a meeting
    world: World,
    visit: int | None,
    position: int,
    status: str,
    told: Day,
    day: date,
    place: str,
    luck: Luck,
    series: int | None = None,
) -> int:
    topic, subject = world.topic(luck)
    title = luck.choice(words()["said"]["meeting_titles"]).format(topic=subject) if luck.falls(0.5) else ""
    mode = "in person" if visit else MODES.pick(luck)
    ref = world.sheets.ref("M", _year(told, day))
    number = world.sheets.put(
        Meeting, ref, visit, position, title, FORMATS.pick(luck), mode, status, place, series, *told
    )
    if luck.falls(0.4):
        world.sheets.put(MeetingTopic, number, topic)
    return number


def _alone(world: World, luck: Luck) -> None:
    """A meeting outside any visit: of two countries, or of a format's whole table."""
    day = world.calendar.any(luck)
    told = world.calendar.told(day, luck)
    ahead = day > world.calendar.today
    status = (AHEAD if ahead else PAST).pick(luck)
    if luck.falls(MULTILATERAL):
        table = favourite(world.formats, luck)
        series, parties = table.series, table.parties
    else:
        series, parties = None, world.ways.pick(luck)
    meeting = _meeting(world, None, 0, status, told, day, parties[0].capital, luck, series)
    _parties(world, meeting, parties, luck)
    outcomes(world, Event(day, ahead, tuple(land.code for land in parties), meeting=meeting), luck)


def _parties(world: World, meeting: int, parties: Sequence[Land], luck: Luck) -> None:
    """Who sits at the table, the host first; not everybody is named."""
    for place, land in enumerate(parties):
        role = "host" if place == 0 else "guest" if place == 1 else "third"
        world.sheets.put(MeetingParty, meeting, land.code, role)
        for one in world.people(land, MET.pick(luck), luck):
            named = luck.falls(0.7) or one.office is None
            official = one.official if named else None
            post = one.office.post if one.office and (not named or luck.falls(0.5)) else None
            world.sheets.put(
                Participant, None, meeting, land.code, official, post, None, "", "", "member", None, None
            )
        if luck.falls(0.05):
            group = luck.choice(words()["said"]["groups"])
            world.sheets.put(
                Participant, None, meeting, land.code, None, None, None, group, group, "group", None, 4
            )
