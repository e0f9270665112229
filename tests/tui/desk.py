"""A text on the reading desk, as tests put it there: pasted, and decided on key by key."""

from __future__ import annotations

from typing import Any

from textual import events
from textual.app import App
from textual.pilot import Pilot

from tests.tui.entering import settle
from tests.tui.reading import screen_text
from tui.reading_desk.screen import DeskScreen

# Of the shape of a press item: two posts held by one head, two days without a year, an agency, posts without names,
# a trilateral, and more that was talked about than was agreed.
ITEM = """\
Idris Benomar, the head of the Harbour Police (HP) and of the Coast Agency (CA) of Morocco, led a senior delegation \
to Portugal to lead security meetings on March 11 and 12, according to a Moroccan news agency.
Made at the request of the Maritime Police of Portugal, the visit is meant to widen the exchange \
of intelligence between Morocco and Portugal.
Benomar met with Portugal’s Director General of the Maritime Police and the Commissioner General for Borders.
During the talks, the officials reviewed the state of cooperation against drug trafficking and irregular migration.
They praised the results of their joint patrols and agreed to open a joint liaison office in Faro.
Moroccan and Portuguese experts explored ways to exchange data on small boats.
The officials mulled a joint committee to prepare for the 2030 World Cup.
They also addressed cybercrime and money laundering.
They underlined the need for faster answers to requests for legal assistance.
"""

# The same without its head, and without whose delegation it was: that only follows from the rest.
DOUBTFUL = ITEM.replace(ITEM[: ITEM.index(" to Portugal to lead")], "A delegation went")


async def paste(pilot: Pilot[int], text: str) -> None:
    """Paste as a terminal does it, in one piece."""
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()
    await settle(pilot)


async def read(pilot: Pilot[int], text: str) -> DeskScreen:
    await pilot.press("r")
    await pilot.pause()
    await paste(pilot, text)
    return at_the_desk(pilot.app)


def at_the_desk(app: App[Any]) -> DeskScreen:
    screen = app.screen
    assert isinstance(screen, DeskScreen), screen_text(app)
    return screen


async def keys(pilot: Pilot[int], *pressed: str) -> None:
    for key in pressed:
        await pilot.press(key)
        await settle(pilot)
