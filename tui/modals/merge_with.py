"""With which record another one is the same: the likely ones first, whatever is typed; and what went into it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.app import ComposeResult

from db import alike, queries
from db.queries.found_events import times_of
from db.queries.merged import merged_from
from db.rows import Key, MergedRow
from tui.cards.fields import listed
from tui.cards.merged import when
from tui.cards.words import KINDS, dots
from tui.entry.around import called
from tui.lines import Span
from tui.modals.base import bilat
from tui.modals.choices import Choice, Choices, columns
from tui.modals.finding import FindingModal
from tui.modals.searching import matching
from tui.plain import plain

_UNMERGE = "un-merge"
_ROOMY = 60  # columns from which on a visit's completeness has room


class Picked(NamedTuple):
    """What was chosen: the other record, or one that went into this one and shall come out again."""

    key: Key
    unmerge: bool = False


class MergeWithModal(FindingModal[Picked]):
    """Answers with the other record."""

    DEFAULT_CSS = "MergeWithModal > Pane { width: 104; }"

    def __init__(self, key: Key) -> None:
        super().__init__()
        self._of = key
        self._likely: Sequence[Choice] | None = None  # None until they were looked for
        self._gone: Sequence[Choice] | None = None

    def compose(self) -> ComposeResult:
        """The words and what they find."""
        self.choices = Choices(
            columns(kind=9, hint=5, hint_from=_ROOMY),
            title=f"Which {KINDS[self._of.kind].lower()} is the same",
            asks="a name or a reference",
            typed=self.search,
            chosen=self.choose,
        )
        self.choices.note = (Span("Enter compares", "dim"), Span("  Esc closes", "dim"))
        self.choices.nothing = "Nothing looks like it. Type a name or a reference to find any other."
        yield self.choices

    async def find(self, words: str) -> Sequence[Choice]:
        """The likely ones and those that went into it; by words any other."""
        app = bilat(self)
        if self._gone is None:
            name = called(await app.fetch(queries.card, self._of, app.moment))
            self.choices.retitle(self.choices.title._replace(scope=plain(name, 60)))
            gone = await app.fetch(merged_from, self._of)
            self._gone = [_gone(row) for row in gone if row.into == self._of]
        if self._likely is None:
            self._likely = [_likely(one) for one in await app.fetch(alike.alike, self._of, app.today())]
        if words.strip():
            rows = await app.fetch(alike.others, self._of, words)
            first = {choice.key: place for place, choice in enumerate(self._likely)}
            rows.sort(key=lambda row: first.get(row.key, len(first)))
            others = [Choice(row.key, row.label, "", row.detail) for row in rows]
            return [*await self._dotted(others), *matching(words, self._gone)]
        return [*await self._dotted(self._likely), *self._gone]

    async def _dotted(self, those: Sequence[Choice]) -> list[Choice]:
        """Visits with how complete they are."""
        keys = [one.key for one in those if one.key.kind == "visit"]
        events = await bilat(self).fetch(times_of, keys)
        return [one._replace(hint=dots(events[one.key].dots)) if one.key in events else one for one in those]

    def take(self, row: Choice) -> None:
        """The other record, or the one to take out again."""
        self.dismiss(Picked(row.key, row.answer == _UNMERGE))


def _gone(row: MergedRow) -> Choice:
    return Choice(row.key, row.name, _UNMERGE, f"merged {listed(when(row), row.by)}", answer=_UNMERGE)


def _likely(one: alike.Alike) -> Choice:
    return Choice(one.key, f"{one.name} {one.detail}".strip(), "likely" if one.why else "", one.why)
