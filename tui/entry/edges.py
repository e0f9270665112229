"""What the frame of the entry sheet says: what is being made, where, and which keys help."""

from __future__ import annotations

from collections.abc import Sequence

from db.entry import Context, Reading
from tui.cards.fields import breadth
from tui.entry.offers import Offers
from tui.glyphs import glyphs
from tui.lines import Span
from tui.widgets.frame import Title, key_spans

_KINDS = {"followup": "follow-up", "action": "outcome"}


def title_of(context: Context, readings: Sequence[Reading], here: Reading | None) -> Title:
    """The upper line: what surrounds the entry, and its kind or the number of its lines."""
    wrong = sum(bool(one.problems) for one in readings)
    right = _KINDS.get(here.kind, here.kind) if here else ""
    if len(readings) > 1:
        right = f"{len(readings)} lines" + (f", {wrong} not understood" if wrong else "")
    around = context.on_label or f" {glyphs.dash} ".join(context.pair or ())
    return Title(name="New", scope=around, right=(Span(right, "dim"),) if right else ())


def keys_of(offers: Offers, room: int) -> tuple[Span, ...]:
    """The lower line: the keys that mean something now; those in the middle give way where room is short."""
    if offers.chosen is not None:
        keys = [("Enter", "takes it"), ("Esc", "back")]
    else:
        tab = ("Tab", "completes") if offers.found else ("Ctrl+J", "one more line")
        keys = [("Enter", "saves"), tab, ("Esc", "keeps it")]
    while len(keys) > 1 and breadth(key_spans(keys)) > room:
        del keys[1]
    return key_spans(keys)
