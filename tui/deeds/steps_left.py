"""The open follow-ups on outcomes that end: they are named, and may end in the same step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from db.errors import BilatError
from db.queries.left_open import left_open
from db.rows import Key
from tui.glyphs import glyphs
from tui.modals.choices import Choice, answering

if TYPE_CHECKING:
    from tui.app import Bilat

Steps = Mapping[Key, str]  # follow-ups with their refs
NO_STEPS: Steps = {}

_NAMED = 3


def steps_left(app: Bilat, keys: Sequence[Key]) -> Steps:
    """The open follow-ups on some outcomes."""
    try:
        return app.read(left_open, keys)
    except BilatError:
        return NO_STEPS  # then the step says why


def together(steps: Steps, outcomes: int) -> list[Choice]:
    """The lines of a menu that end them with their outcomes: "all done" and "all dropped"."""
    if not steps:
        return []
    what = _whose(steps, outcomes)
    return [
        answering("all done", f"done, and {what} too", kind="f", detail=named(steps)),
        answering("all dropped", f"dropped with {what} {glyphs.ellipsis}", kind="p"),
    ]


def scored_together(steps: Steps) -> list[Choice]:
    """The line of a menu that ends them with their outcome, which is scored."""
    if not steps:
        return []
    return [answering("all scored", f"done with {_whose(steps, 1)}, and score {glyphs.ellipsis}", kind="S")]


def _whose(steps: Steps, outcomes: int) -> str:
    whose = "its" if outcomes == 1 else "their"
    return f"{whose} follow-up" if len(steps) == 1 else f"{whose} {len(steps):,} follow-ups"


def told(steps: Steps, along: Steps) -> str:
    """What became of them: "with F-2026-001; F-2026-002 is still open"."""
    left = {key: ref for key, ref in steps.items() if key not in along}
    said = [f"with {named(along)}"] if along else []
    if left:
        said.append(f"{named(left)} {'is' if len(left) == 1 else 'are'} still open")
    return "; ".join(said)


def named(steps: Steps) -> str:
    """Their refs, or how many there are."""
    if len(steps) > _NAMED:
        return f"{len(steps):,} follow-ups"
    *first, last = steps.values()
    return " and ".join(filter(None, (", ".join(first), last)))
