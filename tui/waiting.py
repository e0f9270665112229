"""For which records a key waits: the lists of keys say so before one presses it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from db.merged import MERGED_KINDS
from db.rows import Kind
from tui.deeds.chosen import chosen

if TYPE_CHECKING:
    from tui.actions import Action
    from tui.app import Bilat

_OUTCOMES: tuple[tuple[Kind, ...], str] = (("action",), "on outcomes")
_STEPS: tuple[tuple[Kind, ...], str] = (("followup", "action"), "on follow-ups")
_FOLLOWUPS: tuple[tuple[Kind, ...], str] = (("followup",), "on follow-ups")
_EVENTS: tuple[Kind, ...] = ("visit", "meeting")
_POSTS: tuple[tuple[Kind, ...], str] = (("post", "official", *_EVENTS), "on posts")

WORKS_ON: dict[str, tuple[tuple[Kind, ...], str]] = {
    "add": (_EVENTS, "on events"),
    "done": _STEPS,
    "log": _STEPS,
    "snooze": _FOLLOWUPS,
    "ball": _FOLLOWUPS,
    "raise": _OUTCOMES,
    "lower": _OUTCOMES,
    "split": _OUTCOMES,
    "topics": ((*_EVENTS, "action"), "on events"),
    "owner": _STEPS,
    "carry": ((*_EVENTS, "pair", "action"), "on meetings"),
    "merge": (MERGED_KINDS, "on twins"),
    "successor": _POSTS,
    "holder": _POSTS,
}
"""The kinds of record on which an action works, by its id, and how that is said; all others work on any or none."""


def waiting(app: Bilat, actions: Iterable[Action]) -> dict[str, str]:
    """The actions that wait for other records than those selected, each with which ones."""
    found = {}
    for action in actions:
        kinds, words = WORKS_ON.get(action.id, ((), ""))
        if kinds and not chosen(app, *kinds):
            found[action.id] = words
    return found
