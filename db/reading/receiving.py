"""Who receives, and whether a meeting is one of a visit, where no sentence says where somebody goes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.reading import cues
from db.reading.events import LEAD, Event, guest_of
from db.reading.hearing import Heard
from db.reading.lasting import arrived_then
from db.reading.placing import at_a_distance
from db.reading.registry import Registry
from db.reading.words import plain

_ENVOY = re.compile(
    r"\b(?:ambassador|ambassad(?:eur|rice)|embajador(?:a)?|high commissioner|charge d'affaires|encargad[oa] de negocios"
    r"|liaison officer|attache|agregad[oa])\b"
)
_ON_A_VISIT = re.compile(
    r"\b(?:on (?:an?|his|her|their) (?:[\w-]+ ){0,4}(?:visit|trip|tour)\b"
    r"|who (?:had )?(?:arrived|landed|flew in) (?:here |late |early )?(?:on \w+day|the (?:day|evening|night) before)"
    r"|arrivee?s? la veille\b|(?:llego|llegad[oa]s?) (?:la vispera|el dia anterior)\b"
    r"|(?:is|are) (?:currently |now )?(?:in the country|here)\b|(?:arrived|came|flew in) (?:\w+ )?here\b"
    r"|visiting (?:[\w-]+ ){0,3}(?:delegation|minister|commissioner|officials?|team)"
    r"|en visite\b|sejourne\b|effectue\w* (?:\w+ ){0,4}(?:visite|sejour|deplacement)\b"
    r"|(?:realiz|efectu|cumpl)\w+ (?:\w+ ){0,6}visita\b|(?:de|en) visita (?:oficial|de trabajo|en|al)\b)"
)
_TWO = 2  # parties


def receive(event: Event, registry: Registry) -> None:
    """Let the other side be host of whoever is posted there: an ambassador calls on those of the country."""
    if event.host or event.place or len(event.parties) != _TWO or at_a_distance(event):
        return
    envoys = {figure.own for figure in registry.figures if _ENVOY.search(plain(figure.title))}
    hosts = [code for code in event.parties if code not in envoys]
    if len(hosts) == 1:
        event.host = hosts[0]
        event.roles = {code: "host" if code == event.host else "guest" for code in event.parties}


def make_visit(event: Event, told: Sequence[Heard]) -> None:
    """Tell a meeting as one of a visit where its first sentences say that the guest is on one."""
    guest = guest_of(event)
    if event.sending or not guest or at_a_distance(event):
        return
    if any(_ON_A_VISIT.search(one.low) and not cues.NEXT.search(one.low) for one in told[:LEAD]):
        event.sending = guest


def came_before(event: Event, told: Sequence[Heard]) -> None:
    """Let a visit begin on the day on which its guest is said to have come, where the talks were later."""
    if event.sending and event.status == "held":
        came = (arrived_then(one, event.when) for one in told[: 2 * LEAD])
        event.when = next(filter(None, came), event.when)


def home_of_signer(heard: Sequence[Heard], registry: Registry) -> str:
    """The country that stands below the name of whoever signs a text, "" for none."""
    if not any(figure.signs for figure in registry.figures):
        return ""
    return next(
        (cast.mention.code for one in heard[-1:] for cast in one.cast if cast.mention.how == "name"), ""
    )
