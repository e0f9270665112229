"""The card of two countries, by itself: it is the one that the first screen shows."""

from __future__ import annotations

from typing import NamedTuple

from db.rows.agenda import Kept
from db.rows.keys import Key
from db.rows.lines import ActionRow, EventRow, FollowUpRow, OfficialRow, PairRow
from db.rows.parts import KinRow


class PairCard(NamedTuple):
    """Two countries whole."""

    key: Key
    row: PairRow
    last_event: EventRow | None
    next_event: EventRow | None
    open_actions: tuple[ActionRow, ...]
    watch_actions: tuple[ActionRow, ...]
    followups: tuple[FollowUpRow, ...]
    officials: tuple[OfficialRow, ...]  # of both, most recently met first, ten at most
    kin: tuple[KinRow, ...] = ()  # the same pair under a former state, or under those that came after one
    unmet: tuple[str, ...] = ()  # of a former state: the pairs after it, where none of them has met yet
    kept: Kept = Kept()
    rolled: PairRow | None = None  # the same line with the events under former states counted in
    whole: bool = True  # else what takes long to find, `followups` in part and `kept`, is still to be read
