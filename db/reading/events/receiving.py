"""Who receives, and whether a meeting is one of a visit, where no sentence says where somebody goes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from db.dates import PartialDate
from db.reading import cues
from db.reading.events.event import ACTS, LEAD, MENTIONED, Event, guest_of
from db.reading.events.host import gone_from
from db.reading.events.lasting import arrived_then
from db.reading.events.placing import Origin, at_a_distance
from db.reading.events.stays import stay_of
from db.reading.hearing import Heard
from db.reading.parties.registry import Registry
from db.reading.words import plain

_ENVOY = re.compile(
    r"\b(?:ambassador|ambassad(?:eur|rice)|embajador(?:a)?|high commissioner|charge d'affaires|encargad[oa] de negocios"
    r"|liaison officer|attache|agregad[oa])\b"
)
_ON_A_VISIT = re.compile(
    r"\b(?:(?:on|paying|making|undertaking|concluding|wrapping up|wound up|wrapped up|(?:at|by"
    r"|before) the end of) (?:an?|his|her|their) (?:[\w-]+ ){0,4}(?:visit|trip|tour)\b"
    r"|(?:flew|flown|came) in from|(?:receiv|host|welcom)(?:ed|ing) (?:an?|the) (?:[\w-]+ ){0,3}(?:delegation"
    r"|mission|team|head)"
    r"|recu\w* une (?:\w+ )?(?:delegation|mission)|(?:recib|acog)\w+ (?:\w+ ){0,4}?a una? (?:\w+ )?(?:mision"
    r"|delegacion)"
    r"|who (?:had )?(?:arrived|landed|flew in) (?:here |late |early )?"
    r"(?:(?:on )?\w+day\b|the (?:day|evening|night) before|(?:a|one) day (?:earlier|before))"
    r"|(?:\w+-day|(?:first|second|third|last) day of (?:his|her|their|the)) (?:[\w-]+ ){0,2}(?:visit|trip|tour)\b"
    r"|(?:premier|deuxieme|second|troisieme|dernier) jour de (?:sa|leur) (?:visite|deplacement|sejour)\b"
    r"|(?:primer|segundo|tercer|ultimo) dia de (?:su|la) (?:visita|estancia|viaje|gira)\b"
    r"|arrivee?s? (?:dans le pays|sur place|(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)\b)"
    r"|que (?:llego|llegaron) (?:al pais|el (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo))\b"
    r"|visit(?:o|aron) (?:el|nuestro) pais\b"
    r"|arrivee?s? la veille\b|(?:llego|llegad[oa]s?) (?:la vispera|el dia anterior)\b"
    r"|(?:is|are) (?:currently |now )?(?:in the country|here)\b|(?:arrived|came|flew in) (?:\w+ )?here\b"
    r"|visiting (?:[\w-]+ ){0,4}(?:delegation|minister|commissioner|officials?|team|chief|director|commander|head)"
    r"|the delegation's (?:[\w-]+ )?visit\b"
    r"|en visite\b|sejourne\b|effectue\w* (?:\w+ ){0,4}(?:visite|sejour|deplacement)\b"
    r"|(?:realiz|efectu|cumpl)\w+ (?:\w+ ){0,6}visita\b|(?:de|en) visita (?:oficial|de trabajo|en|al)\b)"
)
_SERVICE = re.compile(
    r"(?:the )?(?:press|communications?|information|public (?:relations|affairs|information)|media"
    r"|service de (?:presse|communication)"
    r"|cellule de communication|bureau de presse|direction de la communication|oficina de (?:prensa|comunicacion)"
    r"|direccion de comunicacion(?:es)?|gabinete de prensa)\b[^.:]*$"
)
_ONE_LINE = 120  # characters of a line that says whose service wrote it
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
    """Tell a meeting as one of a visit where its first sentences say that its guest is on one, or went there."""
    went = (
        "" if event.host else next(filter(None, (gone_from(one, event.parties) for one in told[:LEAD])), "")
    )
    if went:
        event.host = next(code for code in event.parties if code != went)
        event.roles = {code: "host" if code == event.host else "guest" for code in event.parties}
    guest = guest_of(event)
    if event.sending or not guest or at_a_distance(event):
        return
    if went or any(_ON_A_VISIT.search(one.low) and not cues.NEXT.search(one.low) for one in told[: 2 * LEAD]):
        event.sending = guest


def go_on(main: Event, event: Event) -> None:
    """Let the guest of a meeting be who goes on to a third country, where that is not said of anybody."""
    guest = guest_of(main)
    if guest and not event.sure and event.sending == main.host and event.host not in main.parties:
        event.sending, event.parties = guest, [guest, event.host]
        event.roles = {event.host: "host", guest: "guest"}


def came_before(event: Event, told: Sequence[Heard], published: date | None) -> None:
    """Let a visit begin on the day on which its guest is said to have come, and end on that of leaving."""
    if event.status != "held" or at_a_distance(event):
        return
    story = told[: 2 * LEAD]
    if event.when.days > 1:
        event.when = _days_of_the_week(event, story, published) or event.when
        return
    came = (
        next(filter(None, (arrived_then(one, event.when) for one in story)), None) if event.sending else None
    )
    event.when = came or stay_of(told, event.parties, event.when, published) or event.when


def _days_of_the_week(event: Event, story: Sequence[Heard], published: date | None) -> PartialDate | None:
    """The days from a coming to a leaving in the week that a text tells: "this week … arrived on Monday and left …"."""
    week = event.when
    if "~" not in week.edtf or not event.sending:
        return None
    stay = stay_of(story, event.parties, PartialDate("", week.text, week.basis), published)
    if stay is None or stay.days == 1 or stay.first is None or stay.last is None:
        return None
    inside = (
        week.first is not None
        and week.last is not None
        and week.first <= stay.first <= stay.last <= week.last
    )
    return stay if inside else None


def weigh_home(weights: Counter[str], told: Sequence[Heard], home: str, origin: Origin) -> None:
    """Let the country count from which a text comes, as far as it needs not name itself."""
    one_sided = sum(weight >= ACTS for weight in weights.values()) < 2  # noqa: PLR2004 - a visit has two sides
    if origin.voice:
        weights[origin.voice] += ACTS  # type: ignore[assignment]
    elif home and one_sided:
        weights[home] += ACTS  # type: ignore[assignment]
    elif (receives := origin.country or origin.paper) and _receives_at_home(told[:LEAD]):
        weights[receives] += 2 * ACTS  # type: ignore[assignment]
    elif origin.country and one_sided:
        weights[origin.country] += MENTIONED  # type: ignore[assignment]
    elif origin.paper and one_sided:
        weights[origin.paper] += MENTIONED  # type: ignore[assignment]


def _receives_at_home(told: Sequence[Heard]) -> bool:
    """Whether somebody is said to receive guests whose own country no word tells: a paper's own people are told so."""
    for one in told:
        hosted = cues.HOSTED.search(one.low)
        if hosted is None or cues.RECEIVED.search(one.low):
            continue
        before = [cast for cast in one.cast if one.offset(cast.mention.start) < hosted.start()]
        hosts = [who for who in one.people if one.offset(who.start) < hosted.start()]
        if hosts and not before and not any(who.country for who in hosts):
            return True
    return False


def home_of_signer(heard: Sequence[Heard], registry: Registry) -> str:
    """The country that stands below the name of whoever signs a text, or of whose service it is, "" for none."""
    last = heard[-1:]
    by_service = any(_SERVICE.match(one.low) and len(one.low) <= _ONE_LINE for one in last)
    if not by_service and not any(figure.signs for figure in registry.figures):
        return ""
    return next((cast.mention.code for one in last for cast in one.cast if cast.mention.how == "name"), "")
