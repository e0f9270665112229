"""Who sits at a table: that of a meeting which a government tells of, and those inside a visit beside its heads'."""

from __future__ import annotations

from collections.abc import Sequence

from db.reading import cues
from db.reading.events.event import Event
from db.reading.hearing import Heard


def with_whom_it_met(
    voice: str, title: Heard | None, meets: Sequence[Heard], parties: Sequence[str]
) -> list[str]:
    """Who takes part in a meeting of which a government tells: itself, and whom title and first sentence say it met.

    What they spoke of may name other countries more often than it names the two.

    Args:
        voice: the country of that government, "" where nobody's government tells it: then the first sentence decides
            that names somebody of each side.
        title: of the text.
        meets: the sentences that say that they met.
        parties: who takes part by what the whole text names.
    """
    lead = [one for one in (title, *meets[:1]) if one is not None]
    seated = {cast.mention.code for one in lead for cast in one.cast if cast.role == "acts"}
    seated |= {person.country for one in lead for person in one.people if person.country}
    if not voice:
        both = [code for code in parties if code in seated]
        return both if len(both) == _BOTH and meets and _names_both(meets[0]) else list(parties)
    if not seated - {voice}:
        return list(parties)
    seated.add(voice)
    return [*(code for code in parties if code in seated), *sorted(seated - set(parties))]


_BOTH = 2  # sides of a table


def _names_both(one: Heard) -> bool:
    """Whether a sentence names somebody of each of two countries who met."""
    return len({person.country for person in one.people if person.country}) == _BOTH


def of_three(main: Event, told: Sequence[Heard]) -> list[Event]:
    """Meetings at which a third country sits too; what is said next is said there."""
    found: list[Event] = []
    current: Event | None = None
    for one in told:
        acting = list(dict.fromkeys(cast.mention.code for cast in one.cast if cast.role == "acts"))
        third = [code for code in acting if code not in main.parties]
        if main.sending and third and _meet(one, acting, main) and not cues.NEXT.search(one.low):
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


def _meet(one: Heard, acting: Sequence[str], main: Event) -> bool:
    """Whether a sentence tells that those who act in it met, and that they were more than two sides."""
    return one.meets and (cues.TRILATERAL.search(one.low) is not None or len(acting) >= len(main.parties))


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
