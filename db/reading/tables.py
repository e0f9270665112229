"""Tables inside a visit, beside that of its heads: at which a third country sits, and that of the experts."""

from __future__ import annotations

from collections.abc import Sequence

from db.reading import cues
from db.reading.events import Event
from db.reading.hearing import Heard


def of_three(main: Event, told: Sequence[Heard]) -> list[Event]:
    """Meetings at which a third country sits too; what is said next is said there."""
    found: list[Event] = []
    current: Event | None = None
    for one in told:
        acting = list(dict.fromkeys(cast.mention.code for cast in one.cast if cast.role == "acts"))
        third = [code for code in acting if code not in main.parties]
        meets = cues.MEET.search(one.low) and (
            cues.TRILATERAL.search(one.low) or len(acting) >= len(main.parties)
        )
        if main.sending and third and meets and not cues.NEXT.search(one.low):
            parties = [*main.parties, *third]
            current = next((inner for inner in found if inner.parties == parties), None)
            if current is None:
                current = Event(parties, host=main.host, status=main.status)
                current.roles = {main.host: "host", main.sending: "guest", **dict.fromkeys(third, "third")}
                found.append(current)
            current.heard.append(one)
        elif acting and not third:
            current = None
        if current is not None and one.outcomes:
            current.outcomes.append(one)
    return found


def of_experts(main: Event, told: Sequence[Heard]) -> list[Event]:
    """The table of the experts of both sides beside that of their heads, with what they are said to have done there."""
    table: Event | None = None
    for one in told if main.sending else ():
        acting = {cast.mention.code for cast in one.cast if cast.role == "acts"}
        if table is None and one not in main.heard[:1] and cues.EXPERTS_MEET.search(one.low):
            if not acting <= set(main.parties):
                continue
            table = Event(list(main.parties), host=main.host, status=main.status, roles=dict(main.roles))
            table.heard.append(one)
        elif table is not None and not cues.THEY.match(one.low):
            break
        if table is not None and one.outcomes:
            table.outcomes.append(one)
    return [table] if table is not None else []
