"""How well texts are read: what a dossier says against what a reader of the text wrote down."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from db.names import fold

TEXTS = Path(__file__).with_name("texts")
AFTERWARDS = Path(__file__).with_name("afterwards")  # written when the rules were done
RUNGS = ("noted", "discussed", "explored", "proposed", "agreed", "signed")
ALLOWED = {"agreed": (4, 5), "proposed": (3,), "discussed": (0, 1, 2)}
_ALIKE = 0.5  # of the words of both quotes together
_INSIDE = 0.8  # of the words of the expected quote, where the found one is at most so many times as long:
_LONGER = 3


class Figures(NamedTuple):
    """What was right of what was found and of what was to be found."""

    right: int
    found: int
    expected: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what was to be found that was found."""
        return self.right / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        """Both in one figure."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def row(self, name: str) -> str:
        """As a row of a table."""
        counts = f"{self.right} | {self.found} | {self.expected}"
        return f"| {name} | {counts} | {self.precision:.2f} | {self.recall:.2f} | {self.f1:.2f} |"

    def __str__(self) -> str:
        return (
            f"precision {self.precision:.2f}  recall {self.recall:.2f}  F1 {self.f1:.2f}"
            f"  ({self.right} right of {self.found} found, {self.expected} expected)"
        )


class Score:
    """Adds up the figures of many texts, and remembers what was wrong in which."""

    def __init__(self) -> None:
        self._sums: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
        self.wrong: list[str] = []

    def __getitem__(self, name: str) -> Figures:
        right, found, expected = self._sums[name]
        return Figures(right, found, expected)

    def add(self, name: str, right: int, found: int, expected: int) -> None:
        """Count something of one text."""
        for at, number in enumerate((right, found, expected)):
            self._sums[name][at] += number

    def text(self, name: str, dossier: Mapping[str, Any], truth: Mapping[str, Any]) -> None:
        """Count everything of one text."""
        found = list(_events(dossier))
        self._sets(
            name,
            "countries",
            _countries(found),
            {code for one in truth["events"] for code in one["countries"]},
        )
        self._dates(name, found, truth["events"])
        self._people(name, dossier, truth["events"])
        self._actions(name, dossier, truth["events"])
        for main in truth["events"][:1]:
            self._main(name, found, main)

    def _main(self, name: str, found: list[Mapping[str, Any]], main: Mapping[str, Any]) -> None:
        """Count what is told once of a text, of the event that it is about."""
        said = found[0].get("status", "held") if found else ""
        self._one(name, "status", said, said if said and said == main.get("status_also") else main["status"])
        if main.get("host_country"):
            self._one(name, "host", _host(found[0]) if found else "", main["host_country"])

    def _one(self, text: str, name: str, found: str, expected: str) -> None:
        self.add(name, found == expected, bool(found), 1)
        if found != expected:
            self.wrong.append(f"{text} {name}: {found or 'nothing'} for {expected}")

    def _sets(self, text: str, name: str, found: set[str], expected: set[str]) -> None:
        self.add(name, len(found & expected), len(found), len(expected))
        if found != expected:
            self.wrong.append(f"{text} {name}: {sorted(found)} for {sorted(expected)}")

    def _dates(self, text: str, found: list[Mapping[str, Any]], events: Iterable[Mapping[str, Any]]) -> None:
        said = [str(one.get("date", "")).split("/")[0] for one in found]
        starts = [one["start"] for one in events if one["start"]]
        left = list(said)
        right = 0
        for one in events:  # a day that was found is of one event
            hit = next(
                (day for day in (one["start"], *one.get("start_also", ())) if day and day in left), None
            )
            if one["start"] and hit is not None:
                left.remove(hit)
                right += 1
        as_good = {also for one in events for also in one.get("start_also", ()) if not one["start"]}
        as_good |= {one["date"] for one in found if one.get("date") and _on_a_day_of(one, events)}
        beside = [day for day in left if day and day not in as_good]
        self.add("start dates", right, right + len(beside), len(starts))
        also = (day for one in events for day in one.get("start_also", ()))
        allowed = {*starts, *also, *as_good, *(one["end"] for one in events)}
        invented = [
            one
            for one in said
            if one and not any(one in str(day) or str(day) in one for day in allowed if day)
        ]
        self.add("invented dates", len(invented), len(invented), 0)
        if right < len(starts) or invented:
            self.wrong.append(f"{text} dates: {said} for {starts}")

    def _people(self, text: str, dossier: Mapping[str, Any], events: Iterable[Mapping[str, Any]]) -> None:
        members = list(_members(dossier))
        seated = [
            (one["country"], name, name == one["head"])
            for event in events
            for one in event["delegations"]
            for name in (one["head"], *(member["name"] for member in one["members"]))
            if name
        ]
        leads = {(country, name) for country, name, head in seated if head}
        everybody = dict.fromkeys(
            (country, name) for country, name, _ in seated
        )  # who was at two events counts once
        expected = [(country, name, (country, name) in leads) for country, name in everybody]
        found = {fold(member["official"]): member for member in members if member.get("official")}
        right = [one for one in expected if any(_same(one[1], name) for name in found)]
        missed = [one[1] for one in expected if one not in right]
        extra = [name for name in found if not any(_same(one[1], name) for one in expected)]
        self.add("people", len(right), len(found), len(expected))
        heads = [(country, name) for country, name, head in expected if head]
        said = {
            (str(member.get("country", "")), fold(member["official"]))
            for member in members
            if member.get("role") == "head"
        }
        good = [
            (country, name)
            for country, name in heads
            if any(country == code and _same(name, one) for code, one in said)
        ]
        self.add("heads", len(good), len(said), len(heads))
        if missed or extra or len(good) < len(heads):
            self.wrong.append(
                f"{text} people: missed {missed}, extra {extra}, heads {len(good)}/{len(heads)}"
            )

    def _actions(self, text: str, dossier: Mapping[str, Any], events: Iterable[Mapping[str, Any]]) -> None:
        found = list(_actions(dossier))
        expected = [action for event in events for action in event["actions"]]
        used: set[int] = set()
        for action in expected:
            hit = next(
                (
                    at
                    for at, one in enumerate(found)
                    if at not in used and alike(one["quote"], action["quote"])
                ),
                None,
            )
            if hit is None:
                self.wrong.append(f"{text} outcome missed: {action['quote'][:70]}")
                continue
            used.add(hit)
            rung = RUNGS.index(found[hit].get("rung", "noted"))
            allowed = [*ALLOWED[action["status"]], *ALLOWED.get(action.get("status_also", ""), ())]
            near = min(abs(rung - one) for one in allowed) <= 1
            self.add("rungs within one step", near, 1, 1)
            self.add("rungs exactly", rung in allowed, 1, 1)
            if rung not in allowed:
                self.wrong.append(
                    f"{text} rung: {RUNGS[rung]} for {action['status']}: {action['quote'][:60]}"
                )
            if action.get("due"):
                self.add(
                    "due dates", found[hit].get("due", "") == action["due"], bool(found[hit].get("due")), 1
                )
        self.wrong += [
            f"{text} outcome too many: {one['quote'][:70]}" for at, one in enumerate(found) if at not in used
        ]
        self.add("quotes", len(used), len(found), len(expected))


def alike(one: str, other: str) -> bool:
    """Whether two quotes are of the same words, give or take who says it."""
    found, expected = set(_words(one)), set(_words(other))
    both = len(found & expected)
    if both >= _ALIKE * len(found | expected):
        return True
    return both >= _INSIDE * len(expected) and len(found) <= _LONGER * len(expected)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _same(one: str, other: str) -> bool:
    short, long = sorted((set(fold(one).split()), set(fold(other).split())), key=len)
    return bool(short) and short <= long


def _events(dossier: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
    """Visits and meetings, the first first; meetings inside a visit come after it."""
    for visit in dossier.get("visits", ()):
        yield visit
        yield from visit.get("meetings", ())
    yield from dossier.get("meetings", ())


def _on_a_day_of(found: Mapping[str, Any], events: Iterable[Mapping[str, Any]]) -> bool:
    """Whether it is a meeting on a day in the midst of an expected visit; not everybody writes such days down."""
    return "parties" in found and any(
        one["start"] and one["end"] and one["start"] <= found["date"] <= one["end"] for one in events
    )


def _countries(events: Iterable[Mapping[str, Any]]) -> set[str]:
    codes: set[str] = set()
    for one in events:
        codes |= set(one.get("parties", ())) or {one["sending"], one["host"]}
    return codes


def _host(event: Mapping[str, Any]) -> str:
    hosts = [code for code, role in event.get("roles", {}).items() if role == "host"]
    return str(event.get("host", "") or (hosts[0] if hosts else ""))


def _members(dossier: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
    for event in _events(dossier):
        yield from event.get("participants", ())
        for delegation in event.get("delegations", ()):
            yield from delegation.get("members", ())


def _actions(dossier: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
    for event in _events(dossier):
        yield from event.get("actions", ())


def truth_of(path: Path) -> dict[str, Any]:
    """The annotations beside a text."""
    found: dict[str, Any] = json.loads(path.with_suffix(".json").read_text("utf-8"))
    return found
