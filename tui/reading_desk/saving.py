"""From the draft to the store: whether it is ready, the one step, and the sentence that says what it brought."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from textual.worker import Worker

from db.errors import BilatError
from db.reading.draft.deciding import undecided
from db.reading.draft.items import EVENTS, Items, children
from db.reading.draft.writing import Yield, written
from tui.glyphs import glyphs
from tui.keys import keyed, pressed
from tui.modals.base import bilat
from tui.pointing import point_at
from tui.reading_desk.saying import middle_out, nothing_to_take
from tui.undoing import undoable, with_more

if TYPE_CHECKING:
    from db.commands.reading import Entered
    from tui.reading_desk.screen import DeskScreen


class Ready(NamedTuple):
    """Whether a draft can be saved.

    Attributes:
        refusal: why not, "" when it can.
        warning: what is worth stopping once for.
        go_to: the item that has to be decided first, 0 for none.
    """

    refusal: str = ""
    warning: str = ""
    go_to: int = 0


def ready(items: Items) -> Ready:
    """Whether a draft can be saved."""
    taken = [one for one in items if one.state == "taken"]
    if not any(one.kind in ("visit", "meeting", "mention") for one in taken):
        none = keyed("Nothing is taken: {reading.accept} takes one, {reading.sure} all that is sure.")
        return Ready(nothing_to_take(items) or none)
    for event in taken:
        for same in children(items, event.id, "same"):
            if same.state == "open":
                does = keyed("{reading.accept} says the same, {reading.reject} another one.")
                return Ready(f"Is it {same.values['ref']}? {does}", go_to=same.id)
    if waiting := _undecided(items):
        return Ready(warning=f"{waiting}; {pressed('reading.save')} again saves what is taken.")
    return Ready()


def _undecided(items: Items) -> str:
    """What is not decided yet; visits, or else meetings, by kind, since all beneath them would be left behind."""
    waiting = [one for one in undecided(items) if one.kind != "clash"]
    kinds = [one.kind for one in waiting]
    events = next((told for kind in EVENTS if (told := _counted([one for one in kinds if one == kind]))), "")
    match len(waiting):
        case 0:
            return ""
        case 1:
            return f"{events or '1'} is undecided"
        case many:
            return f"{many:,} open with {events}" if events else f"{many:,} are undecided"


def _counted(kinds: Sequence[str]) -> str:
    """How many visits and meetings there are among some things."""
    counts = ((kind, sum(one == kind for one in kinds)) for kind in EVENTS)
    many = [f"{count:,} {kind}{'s' if count > 1 else ''}" for kind, count in counts if count]
    return _listed(many) if many else ""


def save(desk: DeskScreen) -> Worker[None]:
    """Save a draft beside the screen, and tell the desk what came of it."""

    async def do() -> None:
        app = bilat(desk)
        found = written(desk.items, desk.given.text)
        try:
            entered: Entered = await app.write(label_of(found), enter, found, app.today())
        except BilatError as error:
            desk.refused(error)
            return
        events = tuple(key for key, _ in (*entered.made, *entered.gained))
        app.event_entered = events[0] if events else app.event_entered
        desk.saved()
        sentence = sentence_of(entered, found, again=bool(desk.known_source))
        app.say(with_more(sentence, point_at(app, events)), "warn" if entered.conflicts else "good")

    return desk.run_worker(do(), group="saving")


def enter(session: Any, found: Yield, today: date) -> Entered:
    """Enter what was taken, in the write thread."""
    from db.commands.reading import enter_reading  # noqa: PLC0415 - SQLModel, which only writing needs

    return enter_reading(session, found, today=today)


def label_of(found: Yield) -> str:
    """What the step is called in the history."""
    named = str(found.source.get("title") or found.source.get("publisher") or "a text")
    return f"read {named if len(named) <= _LONGEST_NAME else _whole_words(named)}"


def _whole_words(named: str) -> str:
    """The first words of a long title, in which none breaks off."""
    words = named[: _LONGEST_NAME + 1].rpartition(" ")[0] or named[:_LONGEST_NAME]
    return f"{words.rstrip(' ,;:-–—')} {glyphs.ellipsis}"


_LONGEST_NAME = 60  # letters of a title in the history


def sentence_of(entered: Entered, found: Yield, *, undo: bool = True, again: bool = False) -> str:
    """What a text brought, as in "Saved V-2026-001 MA→ES and 5 outcomes · u undoes".

    Args:
        entered: what it brought.
        found: what was accepted of it.
        undo: whether to tell the key that takes it back.
        again: whether the very text was in the store before, and is no further source.
    """
    outcomes = (
        f"{entered.outcomes:,} outcome{'s' if entered.outcomes > 1 else ''}" if entered.outcomes else ""
    )
    made = [_called(ref, found) for _, ref in entered.made]
    if len(made) > _NAMED:
        made = [_counted([key.kind for key, _ in entered.made])]
    if entered.gained:
        refs = [ref for _, ref in entered.gained]
        gains = [f"{outcomes} more"] if outcomes and not made else []
        more = [*([] if again else ["one more source"]), *gains] or ["nothing new of this text"]
        said = f"{_listed(refs)} {'has' if len(refs) == 1 else 'have'} {_listed(more)}"
        said += f"; {_listed(made)} {'is' if len(entered.made) == 1 else 'are'} new" if made else ""
    else:
        said = f"Saved {_listed([*(made or ['the source']), *filter(None, (outcomes,))])}"
    reprint = "it only repeats a source that was there" if entered.reprint_of and not again else ""
    told = (said, reprint, _left_out(entered))
    return undoable(*told) if undo else f" {glyphs.dot} ".join(filter(None, told))


def _left_out(entered: Entered) -> str:
    """What of the text was not taken over and why, each in short; the first ones where they are many."""
    refs = {ref for _, ref in entered.gained}
    only = f"{refs.pop()}: " if len(refs) == 1 else ""
    told = [
        middle_out(one.removeprefix(only or "-").removesuffix(".").removesuffix(_KNOWN_WHY), _SHORT)
        for one in entered.conflicts
    ]
    more = f" and {len(told) - _FEW:,} more" if len(told) > _FEW else ""
    return f"not taken over: {'; '.join(told[:_FEW])}{more}" if told else ""


_KNOWN_WHY = ", so that is not taken over"
_NAMED = 3  # visits and meetings that are told by their references
_FEW = 2
_SHORT = 60  # letters of one thing that was not taken over


def _called(ref: str, found: Yield) -> str:
    """A visit with its way, a meeting with its parties, where there is but one of them."""
    new = [one for one in found.visits if not one.same]
    if ref.startswith("V-") and len(new) == 1:
        return f"{ref} {new[0].values['sending']}{glyphs.to}{new[0].values['host']}"
    tables = [one for one in found.meetings if not one.same]
    if ref.startswith("M-") and len(tables) == 1:
        return f"{ref} {glyphs.dot.join(sorted(tables[0].values['parties']))}"
    return ref


def _listed(parts: Sequence[str]) -> str:
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last
