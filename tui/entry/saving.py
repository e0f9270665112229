"""From readings to records: one step of the officer's, and the sentence that says what it made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from db.dates import PartialDate, show_short
from db.entry import Reading
from db.rows import Key
from db.sweeping import made_for_good
from tui.glyphs import glyphs
from tui.undoing import undoable

if TYPE_CHECKING:
    from db.commands.lines import Typed
    from tui.app import Bilat

_NOUNS = {
    "visit": ("visit", "visits"),
    "meeting": ("meeting", "meetings"),
    "action": ("outcome", "outcomes"),
    "followup": ("follow-up", "follow-ups"),
    "official": ("official", "officials"),
    "source": ("source of a visit", "sources of visits"),  # a line on a visit that was there
}
_LONGEST_NAME = 60


class Saved(NamedTuple):
    """What was saved.

    Attributes:
        sentence: for the officer.
        keys: the records, the one to show first.
        doubtful: whether the store knows something else than was typed.
    """

    sentence: str
    keys: tuple[Key, ...]
    doubtful: bool = False


async def save(app: Bilat, readings: Sequence[Reading]) -> Saved:
    """Enter all lines as one step.

    Raises:
        BilatError: nothing was entered, and why.
    """
    name = called(readings)
    label = name if len(readings) == 1 and readings[0].answer.same else f"new {name}"
    typed: Typed = await app.write(label, _enter, readings, app.today(), app.settings.officer)
    keys = (*(one.key for one in typed.joined), *(made.key for made in typed.made))
    said = undoable(_sentence(readings, typed), *typed.conflicts[:1])
    return Saved(said, keys, doubtful=bool(typed.conflicts))


def _sentence(readings: Sequence[Reading], typed: Typed) -> str:
    """What came of it: one line is told with its ref, and a visit that gained a source with what else it gained."""
    if len(readings) > 1:
        return f"Saved {called(readings, with_new=True)}"
    if typed.joined:
        gained = typed.joined[0]
        return f"{gained.ref} has one more source" + (f": {', '.join(gained.adds)}" if gained.adds else "")
    refs = [made.ref for made in typed.made if made.ref]
    ref = f"{refs[0]} " if refs else ""
    apart = readings[0].answer.apart
    name = called(readings, short=bool(ref), with_new=True)
    return f"Saved {ref}{name}" + (f", not the same as {' or '.join(apart)}" if apart else "")


def get_ready() -> None:
    """Import what saving needs and make what the first step would make, in a thread; it takes half a second once."""
    with made_for_good():
        from db.commands.ready import make_ready  # noqa: PLC0415 - SQLModel, which only writing needs

        make_ready()


def _enter(session: Any, readings: Sequence[Reading], today: date, officer: str) -> Typed:
    from db.commands.lines import enter_typed  # noqa: PLC0415 - SQLModel, which only writing needs

    return enter_typed(session, readings, today, officer=officer)


def called(
    readings: Sequence[Reading], *, short: bool = False, with_new: bool = False, room: int = _LONGEST_NAME
) -> str:
    """One line by what it says, several by how many of each kind there are.

    Args:
        readings: the lines, one at least.
        short: leave out the kind, which a ref in front says already.
        with_new: name the people and offices that come into being with it.
        room: characters for it; a name is never cut to less than it has in a sentence.
    """
    new = _creates(readings) if with_new else []
    room = max(_LONGEST_NAME, room - sum(len(words) + len(" and ") for words in new))
    name = _one(readings[0], short=short, longest=room) if len(readings) == 1 else _counted(readings)
    return " and ".join((name, *new))


def _one(reading: Reading, *, short: bool, longest: int) -> str:
    if reading.answer.same:
        return f"one more source of {reading.answer.same}"
    words = reading.summary[0] if reading.summary else reading.kind
    if short:
        words = words.removeprefix(f"{reading.kind} ").removeprefix("follow-up ")
    when = next((one.get("date", "") for one in _events(reading)), "")
    dated = f", {show_short(PartialDate(when))}" if when else ""
    longest = max(_LONGEST_NAME, longest - len(dated))
    if len(words) > longest:
        words = words[: longest - 1] + glyphs.ellipsis
    return words + dated


def _events(reading: Reading) -> list[dict[str, Any]]:
    return [*reading.values.get("visits", ()), *reading.values.get("meetings", ())]


def _counted(readings: Sequence[Reading]) -> str:
    once = {_person(reading) or str(at): reading for at, reading in enumerate(readings)}
    kinds = Counter("source" if reading.answer.same else reading.kind for reading in once.values())
    *others, last = [f"{count} {_NOUNS[kind][count > 1]}" for kind, count in kinds.items()]
    return " and ".join(filter(None, (", ".join(others), last)))


def _person(reading: Reading) -> str:
    """Whom a line of their own is about: two lines on somebody are one official, and one on what they owe is none."""
    officials = reading.values.get("officials", ()) if reading.kind == "official" else ()
    return next((str(one["name"]) for one in officials), "")


def _creates(readings: Sequence[Reading]) -> list[str]:
    """The new names of one line as it calls them; of several lines how many there are."""
    made = list(dict.fromkeys(words for one in readings if one.kind != "official" for words in one.creates))
    if len(made) > 1:
        return [f"{len(made)} new names"]
    return made
