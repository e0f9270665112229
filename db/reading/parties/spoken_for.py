"""Whose people somebody is whom a sentence says to stand for a country, to lead its delegation or to be met there."""

from __future__ import annotations

import re

from db.reading import cues
from db.reading.hearing import Heard
from db.reading.parties.company import begins_of
from db.reading.people.naming import Person

_NEAR_NAME = 80  # characters in front of a name
_NEAR_HEAD = 80  # characters


def stood_for(one: Heard, person: Person) -> str:
    """The country that somebody stands for: "Ecuador was represented by Jane Doe and Colombia by John Roe"."""
    at = one.offset(begins_of(person))
    for cast in reversed(one.cast):
        end = one.offset(cast.mention.end)
        if end <= at and cast.mention.how in ("name", "people"):
            begins = one.offset(cast.mention.start)
            before = one.low[max(0, begins - _NEAR_NAME) : begins]
            if _BETWEEN.search(before):
                return ""  # "the talks between Oman and Kenya, chaired by Jane Doe"
            stands = _STOOD_FOR.fullmatch(one.low, end, at) or (
                _AND_OF.search(before) and _NAMED_NEXT.fullmatch(one.low, end, at)
            )
            return cast.mention.code if stands else ""
    return ""


_BETWEEN = re.compile(
    r"\b(?:between|entre) [^.;,]{3,60}? (?:and|et|y|e) (?:the |le |la |el |l'|republic of |republi(?:que|ca) d\w+ )*$"
)
_AND_OF = re.compile(  # "the ministers of France, Jean Doe, and of Italy, John Roe"
    r"\b(?:et|y|and)\s+(?:du|de|del|d'|of|for|from)\s*"
    r"(?:(?:the|la|le|l'|el|republic of|republique|republica(?: de)?|royaume|reino de)\s*)*$"
)


_NAMED_NEXT = re.compile(r",\s*(?:mr?|mrs|ms|mme|sr|sra|dr|don|dona)?\.?\s*")


_STOOD_FOR = re.compile(
    r"(?:'s?)?(?: (?:side|delegation|team|party|contingent|government))?,?"
    r"(?: (?:was|were|is|are|being|will be|which was|est|sera|etait|a ete|fue|estuvo|estara|sera))?"
    r"(?: (?:\w+ly|en tant que))?(?: (?:represented|led|headed(?: up)?|represente[es]?|conduite?|dirigee?|menee?"
    r"|representad[oa]|encabezad[oa]|liderad[oa]|presidid[oa]))? (?:by|par|por)"
    r"(?: (?:the|its|their|her|his|le|la|son|sa|el|su)| l')?\s*"
)


def on_whose_side(one: Heard, person: Person) -> str:
    """On whose side everybody was whom a sentence goes on to name: "On the Omani side, Jane Doe took part"."""
    at = one.offset(begins_of(person))
    for cast in reversed(one.cast):
        start, end = one.offset(cast.mention.start), one.offset(cast.mention.end)
        if end > at or cast.mention.how not in ("name", "people"):
            continue
        if _ON_THE_SIDE.search(one.low, max(0, start - _NEAR_NAME), start) and _SIDE.match(one.low, end):
            return cast.mention.code
        if cast.role == "acts":
            return ""
    return ""


_ON_THE_SIDE = re.compile(
    r"(?:\b(?:on|for|from) the |\b(?:on|for|from) the side of (?:the )?|\b(?:du )?cote "
    r"|\b(?:pour|de) la (?:partie|delegation) |\b(?:por|de) (?:el|la) (?:lado|parte|delegacion) |\b(?:por|for"
    r"|pour) (?:(?:the|el|la|los|las|le|les) |l')?)$"
)


_SIDE = re.compile(
    r"\w{0,2}(?: (?:side|part|delegation|team)\b|,|:|(?= (?:et|on|etai|asisti|particip|acudi|estuv)\w*))"
)


def at_the_head_of(one: Heard, person: Person) -> str:
    """The country of the delegation that somebody is said to lead, right behind the name."""
    end = one.offset(max(person.end, person.title_span[1]))
    heads = _AT_HEAD.match(one.low, end)
    if heads is None:
        return ""
    behind = (
        cast.mention
        for cast in one.cast
        if one.offset(cast.mention.start) >= heads.end() and cast.role != "destination"
    )
    return next((mention.code for mention in behind if mention.start - person.end < _NEAR_HEAD), "")


_AT_HEAD = re.compile(
    r"[^.;]{0,12}?\b(?:a la tete d|al frente de|at the head of|who (?:led|heads|leads)|heading|leading"
    r"|(?:led|leads|will lead|headed|heads) (?:an?|the|its)(?= (?:[\w.-]+ ){0,4}?(?:delegation|team|mission|group)\b))"
    r"(?!\w)"
)


def leads_their_side(one: Heard, person: Person) -> str:
    """The country of the side that somebody is said to lead, right behind the name: "Jane Doe led the Omani side"."""
    leads = _LEADS_A_SIDE.match(one.low, one.offset(max(person.end, person.title_span[1])))
    if leads is None:
        return ""
    begin, end = leads.span(leads.lastgroup or 0)
    return next((cast.mention.code for cast in one.cast if begin <= one.offset(cast.mention.start) < end), "")


_LEADS_A_SIDE = re.compile(
    r",? (?:who )?(?:(?:(?:will|is to) (?:lead|head|chair|represent)|(?:is|was) (?:leading|heading)"
    r"|led|leads|headed|heads|chaired|represented) (?:the |an? )?(?P<whose>[\w'-]+(?: [\w'-]+){0,2}?)"
    r" (?:side|delegation|team)\b"
    r"|(?:conduira|dirigera|presidera|encabezara|presidira|liderara"
    r"|conduisait|dirigeait|presidait|a conduit|a dirige|encabezo|presidio|lidero|encabezaba|presidia)"
    r" (?:la |le )?(?:delegation|partie|delegacion|parte) (?P<their>[\w-]+)"
    r"|the (?P<other>[\w-]+) (?:side|delegation|team|one)\b"
    r"|la (?:(?:partie|delegation|delegacion|parte) )?(?P<also>[\w-]+)(?=[.,;]|$))"
)


def leads_beside(one: Heard, person: Person) -> str:
    """The country of the delegation that two lead: "Minister Jane Doe and Secretary John Roe led a Kenyan team"."""
    following = next((other for other in one.people if other.start > person.start), None)
    if following is None or not _AND_LEADS.fullmatch(
        one.low, one.offset(person.end), one.offset(begins_of(following))
    ):
        return ""
    return at_the_head_of(one, following)


_AND_LEADS = re.compile(r",? (?:and|et|y|e) (?:the |le |la |el |l')?")


def met_where_it_begins(one: Heard, person: Person, sending: str) -> str:
    """The country of who is met in a place that a sentence begins with: "While in Oman, the minister met Jane Doe"."""
    met = cues.WITH_WHOM.search(one.low, 0, one.offset(begins_of(person)))
    place = begins_in(one)
    return place if met is not None and place != sending else ""


def met_where_it_leads(one: Heard, person: Person) -> str:
    """The country of who is met where a journey leads: "she flies to Oman, where she will meet Minister Jane Doe"."""
    at = one.offset(begins_of(person))
    met = list(_WHERE_THEY_MEET.finditer(one.low, max(0, at - _FAR), at))
    if not met or _OWN_PEOPLE.search(one.low, met[-1].end(), at):
        return ""
    for cast in reversed(one.cast):
        end = one.offset(cast.mention.end)
        if end <= met[-1].start():
            goes_on = _NEXT.fullmatch(one.low, end, met[-1].start()) and cast.mention.how in ("name", "city")
            return cast.mention.code if goes_on else ""
    return ""


_FAR = 400  # characters of a list of whom somebody meets
_NEXT = re.compile(r"\W{0,2}(?:(?:on|el|le|este|ce|this|today|hoy|manana) ?[\w ]{0,18})?\W{0,2}")
_WHERE_THEY_MEET = re.compile(
    r"(?:,? (?:where|donde|en donde|ou) (?:[\w']+ ){0,3}?|,? (?:to|para|pour|afin de) (?:y )?)"
    r"(?:meet(?:s|ing)?|met|hold(?:s)? talks|se (?:reun\w+|entrevist\w+)|reunirse|entrevistarse|rencontr\w+"
    r"|s'entretien\w+|s'entretenir|s'est entretenue?|confer\w+)(?: (?:con|avec|with))?\b"
)
_OWN_PEOPLE = re.compile(
    r"\b(?:accompan\w+|accompagn\w+|acompan\w+|junto a|together with|along with|aux cotes)\b"
)


def met_at_theirs(one: Heard, person: Person) -> str:
    """The country of who is met at their own place: "called on Commissioner Jane Doe at the Fiji Police office"."""
    end = one.offset(max(person.end, person.title_span[1]))
    for cast in one.cast:
        start, stop = one.offset(cast.mention.start), one.offset(cast.mention.end)
        if start >= end and cast.mention.how in ("name", "people"):
            there = _AT_THE.fullmatch(one.low, end, start) and _OWN_PLACE.match(one.low, stop)
            met = cues.WITH_WHOM.search(one.low, 0, one.offset(begins_of(person)))
            return cast.mention.code if there and (met or _CALLED_ON.search(one.low, 0, end)) else ""
    return ""


_AT_THE = re.compile(
    r",? (?:at (?:the )?(?:headquarters of (?:the )?)?|au siege d[eu] (?:la )?(?:[\w-]+ ){0,2}?"
    r"|en (?:la|el) (?:sede|cuartel general) (?:de la |del )?(?:[\w-]+ ){0,2}?(?:de )?)"
)
_OWN_PLACE = re.compile(
    r"(?:'s)? (?:[\w-]+ ){0,4}?(?:headquarters|ministry|academy|office)\b|[\w ]{0,12}(?:[.,;]|$)"
)
_CALLED_ON = re.compile(
    r"\b(?:courtesy (?:call|visit)|called on|calls on|visite de courtoisie|visita de cortesia)\b"
)


def begins_in(one: Heard) -> str:
    """The country in which a sentence begins, "" for none."""
    for cast in one.cast[:1]:
        start, end = one.offset(cast.mention.start), one.offset(cast.mention.end)
        there = cast.mention.how in ("name", "city") and _THERE.fullmatch(one.low, 0, start)
        if there and one.low[end : end + 1] == ",":
            return cast.mention.code
    return ""


_THERE = re.compile(
    r"(?:(?:also |then |later )?(?:while |whilst |once )?(?:in|at)|during (?:his|her|their|the) [\w ]{3,20} (?:in"
    r"|to)|a|au"
    r"|aux|en|lors de (?:sa|leur|son) \w+ (?:en|au|a)|durante su \w+ (?:en|a|por)) (?:the |la |el |les )?"
)


def in_presence(one: Heard, person: Person, host: str) -> str:
    """Who is there when somebody receives a guest is of those who receive: "in the presence of her deputy"."""
    presence = _PRESENCE.search(one.low, 0, one.offset(begins_of(person)))
    hosted = cues.HOSTED.search(one.low) or cues.RECEIVED.search(one.low)
    return host if presence is not None and hosted is not None and hosted.end() < presence.start() else ""


_PRESENCE = re.compile(r"\b(?:in the presence of|en presence d[eu]s?|en presencia del?)\b")
