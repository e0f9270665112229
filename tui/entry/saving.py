"""From readings to records: one step of the officer's, and the sentence that says what it made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from db.dates import PartialDate, show_short
from db.entry import Reading, dossier_values
from db.rows import Key
from tui.glyphs import glyphs

if TYPE_CHECKING:
    from db.commands.lines import Typed
    from tui.app import Bilat

_NOUNS = {
    "visit": ("visit", "visits"),
    "meeting": ("meeting", "meetings"),
    "action": ("outcome", "outcomes"),
    "followup": ("follow-up", "follow-ups"),
    "official": ("official", "officials"),
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
    values = dossier_values(readings)
    typed: Typed = await app.write(f"new {called(readings)}", _enter, values, app.today())
    refs = [made.ref for made in typed.made if made.ref]
    ref = f"{refs[0]} " if len(readings) == 1 and refs else ""
    name = called(readings, short=bool(ref), with_new=True)
    said = [f"Saved {ref}{name}", *typed.conflicts[:1], "u undoes"]
    return Saved(
        f" {glyphs.dot} ".join(said), tuple(made.key for made in typed.made), doubtful=bool(typed.conflicts)
    )


def get_ready() -> None:
    """Import what saving needs, in a thread while the line is typed; it takes half a second once."""
    import db.commands.lines  # noqa: PLC0415, F401


def _enter(session: Any, values: dict[str, Any], today: date) -> Typed:
    from db.commands.lines import enter_typed  # noqa: PLC0415 - SQLModel, which only writing needs

    return enter_typed(session, values, today)


def called(readings: Sequence[Reading], *, short: bool = False, with_new: bool = False) -> str:
    """One line by what it says, several by how many of each kind there are.

    Args:
        readings: the lines, one at least.
        short: leave out the kind, which a ref in front says already.
        with_new: name the people and offices that come into being with it.
    """
    name = _one(readings[0], short=short) if len(readings) == 1 else _counted(readings)
    return " and ".join((name, *_creates(readings))) if with_new else name


def _one(reading: Reading, *, short: bool) -> str:
    words = reading.summary[0] if reading.summary else reading.kind
    if short:
        words = words.removeprefix(f"{reading.kind} ").removeprefix("follow-up ")
    if len(words) > _LONGEST_NAME:
        words = words[: _LONGEST_NAME - 1] + glyphs.ellipsis
    when = next((one.get("date", "") for one in _events(reading)), "")
    return f"{words}, {show_short(PartialDate(when))}" if when else words


def _events(reading: Reading) -> list[dict[str, Any]]:
    return [*reading.values.get("visits", ()), *reading.values.get("meetings", ())]


def _counted(readings: Sequence[Reading]) -> str:
    kinds = Counter(reading.kind for reading in readings)
    *others, last = [f"{count} {_NOUNS[kind][count > 1]}" for kind, count in kinds.items()]
    return " and ".join(filter(None, (", ".join(others), last)))


def _creates(readings: Sequence[Reading]) -> list[str]:
    """The new names of one line as it calls them; of several lines how many there are."""
    made = [words for reading in readings for words in reading.creates if reading.kind != "official"]
    if len(made) > 1:
        return [f"{len(made)} new names"]
    return made
