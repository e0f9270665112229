"""What came of a visit or a meeting: outcomes on every rung, and our own next steps."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from db.commitments import AGREED
from db.models import Action, ActionParty, ActionTopic, AgendaItem, FollowUp, LogEntry, RungChange
from seeds.world.chance import Luck, Weighted
from seeds.world.days import UNKNOWN, Day
from seeds.world.words import words
from seeds.world.world import World

MANY = Weighted([(0, 0.66), (1, 0.22), (2, 0.09), (4, 0.03)])
RUNGS = Weighted([(0, 15), (1, 25), (2, 18), (3, 14), (4, 22), (5, 6)])
RECENT = 540  # days within which something agreed may still be open
STILL_OPEN = Weighted([("open", 45), ("in progress", 15), ("waiting", 10), ("done", 25), ("dropped", 5)])
LONG_AGO = Weighted([("done", 80), ("dropped", 17), ("open", 3)])
WITH_STEP = 0.12  # outcomes on which a step of our own hangs
AT_WORK = 120  # days within which a step of ours waits to be done
BALLS = Weighted([("us", 55), ("them", 35), ("third", 10)])


class Event(NamedTuple):
    """What an outcome came of: a visit or a meeting."""

    day: date
    ahead: bool
    parties: tuple[str, ...]
    visit: int | None = None
    meeting: int | None = None


def outcomes(world: World, event: Event, luck: Luck) -> None:
    """Make the outcomes of an event; one that is still to come has none yet."""
    if not event.ahead:
        for position in range(MANY.pick(luck)):
            _outcome(world, event, position, luck)


def _outcome(world: World, event: Event, position: int, luck: Luck) -> None:
    sheets = world.sheets
    rung = RUNGS.pick(luck)
    topic, subject = world.topic(luck)
    age = (world.calendar.today - event.day).days
    status = (STILL_OPEN if age < RECENT else LONG_AGO).pick(luck) if rung >= AGREED else ""
    closed = (event.day + timedelta(days=min(age, 200))).isoformat() if status in ("done", "dropped") else ""
    due = UNKNOWN
    if rung >= AGREED and luck.falls(0.4):
        due = world.calendar.within(event.day, 60 + int(300 * luck.random()))
    action = sheets.put(
        Action,
        sheets.ref("A", event.day.year),
        event.visit,
        event.meeting,
        luck.choice(words()["said"]["outcomes"][rung]).format(topic=subject),
        words()["said"]["verbs"][rung],
        rung,
        status,
        luck.choice(world.instruments) if luck.falls(0.15) else None,
        luck.choice(event.parties) if rung >= AGREED and luck.falls(0.4) else None,
        closed,
        "overtaken by events" if status == "dropped" else "",
        *due,
    )
    if luck.falls(0.4):
        for country in sorted(event.parties):
            sheets.put(ActionParty, action, country, 1 if status == "done" and luck.falls(0.3) else None)
    if luck.falls(0.5):
        sheets.put(ActionTopic, action, topic)
    if rung and luck.falls(0.04):
        day = event.day.isoformat()
        sheets.put(RungChange, action, rung - 1, rung, day, day, day)
    if event.meeting and luck.falls(0.02):
        sheets.put(AgendaItem, event.meeting, action, position)
    if luck.falls(WITH_STEP):
        _step(world, event, action, subject, luck)


def _step(world: World, event: Event, action: int, subject: str, luck: Luck) -> None:
    """A step of our own; of those from long ago nearly all are done."""
    sheets = world.sheets
    age = (world.calendar.today - event.day).days
    status = luck.choice(["open", "waiting"]) if age < AT_WORK or luck.falls(0.01) else "done"
    due = event.day + timedelta(days=int(150 * luck.random()))
    iso = due.isoformat()
    told = UNKNOWN if luck.falls(0.15) else Day(iso, "", iso, iso)
    closed = min(due, world.calendar.today).isoformat() if status == "done" else ""
    step = sheets.put(
        FollowUp,
        sheets.ref("F", event.day.year),
        action,
        None,
        luck.choice(words()["said"]["steps"]).format(topic=subject),
        BALLS.pick(luck),
        status,
        closed,
        "",
        *told,
    )
    if luck.falls(0.4):
        at = min(event.day + timedelta(days=7), world.calendar.today).isoformat()
        sheets.put(LogEntry, step, at, "desk", "chased", luck.choice(words()["said"]["logged"]))
