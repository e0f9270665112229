"""Noticing what others do to the store while it is open on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from db.queries.changes import Asked, newest_step, steps_without_records
from tui.cards.fields import many
from tui.cards.steps import done_words
from tui.glyphs import glyphs
from tui.keys import pressed
from tui.plain import clip, plain
from tui.veil import veil
from tui.widgets.footer_line import FooterLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.screen import Screen

    from db import Store
    from db.rows import StepRow

MOST_TOLD = 100  # steps looked at between two glances; a sentence names one of them
LONGEST = 60  # cells of what somebody did


class Glance(NamedTuple):
    """What a glance at the store found.

    Attributes:
        changed: whether anything was written since the last one.
        steps: what others did, the newest first.
    """

    changed: bool
    steps: tuple[StepRow, ...]


class Noticing:
    """Remembers how the store was when it was last looked at; used by one thread at a time."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._generation: int | None = None
        self._newest = 0

    @property
    def newest(self) -> int:
        """The number of the newest step that has been seen."""
        return self._newest

    def begin(self) -> None:
        """Take the store as it is for known.

        Raises:
            BilatError: it cannot be read.
        """
        self._generation = self._store.generation()
        with self._store.read() as reader:
            self._newest = newest_step(reader)

    def look(self) -> Glance:
        """See whether somebody has written: some millionths of a second where nobody has.

        Raises:
            BilatError: the store cannot be read, or its file is gone.
        """
        if self._generation is None:
            self.begin()
            return Glance(changed=True, steps=())
        now = self._store.generation()
        if now == self._generation:
            return Glance(changed=False, steps=())
        return Glance(changed=True, steps=self._news(now))

    def catch_up(self) -> tuple[StepRow, ...]:
        """After a step of one's own: know it, and tell what others did in between.

        Raises:
            BilatError: the store cannot be read.
        """
        officer = self._store.officer
        return tuple(step for step in self._news(self._store.generation()) if step.by != officer)

    def _news(self, generation: int) -> tuple[StepRow, ...]:
        with self._store.read() as reader:
            found = steps_without_records(reader, Asked(after=self._newest), limit=MOST_TOLD)
        # Asked for before the steps were read, so that nothing written in between is taken for known.
        self._generation = generation
        if found:
            self._newest = found[0].number
        return tuple(found)


def news_sentence(steps: Sequence[StepRow], officer: str) -> str:
    """What others did, in one line: "amina edited V-2025-001"."""
    names = list(dict.fromkeys(_who(step, officer) for step in steps))
    last = clip(plain(done_words(steps[0].label, steps[0].kind)), LONGEST)
    if len(steps) == 1:
        return f"{names[0]} {last}{_elsewhere(steps[0], officer)} {glyphs.dot} {pressed('views')} c shows it"
    count = f"{MOST_TOLD} changes and more" if len(steps) >= MOST_TOLD else many(len(steps), "change")
    others = f" and {many(len(names) - 1, 'other')}" if len(names) > 1 else ""
    return f"{names[0]}{others} made {count}, the last: {last} {glyphs.dot} {pressed('views')} c shows them"


def tell_news(screen: Screen[Any], steps: Sequence[StepRow], officer: str) -> bool:
    """Say it at the bottom of a screen, unless an answer to the officer's own key is being read there."""
    for footer in screen.query(FooterLine):
        if not footer.speaks:
            footer.say("Others have been writing." if veil.down else news_sentence(steps, officer))
            return True
        break
    return False


def _who(step: StepRow, officer: str) -> str:
    return "You" if step.by and step.by == officer else plain(step.by, 30) or "Somebody"


def _elsewhere(step: StepRow, officer: str) -> str:
    return " in another window" if step.by and step.by == officer else ""
