"""Who is host of an event, as a sentence says who receives whom."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.reading import cues
from db.reading.countries.arabic_roles import is_arabic_at
from db.reading.events.event import Event
from db.reading.hearing import Heard


def find_host(event: Event, one: Heard) -> None:
    """Say who is host, where a sentence says who receives whom."""
    if not event.host and (guest := visiting_from(one, event.parties)):
        event.host = next(code for code in event.parties if code != guest)
    if not event.host and not _hosts_a_thing(one):
        event.host = _host_in(event, one)


def _host_in(event: Event, one: Heard) -> str:
    received = cues.RECEIVED.search(one.low)
    cue = received or cues.HOSTED.search(one.low)
    if cue is None:
        return ""
    by = _HOSTED_BY.search(one.low)
    at_home = _named(event, one, by.end() if by else len(one.low))
    there = _named(event, one, cue.start(), cue.end()) if received else []
    if at_home or there:  # "hosted by Hungary's Bureau", "was welcomed at the Malawi Police headquarters by"
        return (at_home or there)[0]
    acting = [cast.mention for cast in one.cast if cast.role == "acts"]
    before = [who.code for who in acting if one.offset(who.start) < cue.start()]
    after = [who.code for who in acting if one.offset(who.start) > cue.end()]
    if received:
        found = (
            after[:1] or [code for code in event.parties if code not in before][:1] if before or after else []
        )
    elif is_arabic_at(one.low, cue.start()):
        found = after[:1]  # who receives stands right behind the verb
    else:
        found = _receiving(event, one, cue.end(), before, after)
    return found[0] if found and found[0] in event.parties else ""


def _named(event: Event, one: Heard, start: int, end: int | None = None) -> list[str]:
    """The parties that a stretch of a sentence names, whatever they do there."""
    last = len(one.low) if end is None else end
    return [
        cast.mention.code
        for cast in one.cast
        if start <= one.offset(cast.mention.start) < last and cast.mention.code in event.parties
    ]


def _receiving(event: Event, one: Heard, at: int, before: Sequence[str], after: Sequence[str]) -> list[str]:
    """Who receives, where that stands in front of the verb or is whoever is not received; nobody for a mere thing."""
    if not (before or after) or _A_THING.match(one.low, at):
        return []  # "welcomed the announcement that both countries will …"
    if not after and not _receives_somebody(one, at):
        return []  # "Jamaica welcomed this contribution"
    if not before and len(event.parties) == _TWO:
        # "today hosted her Omani counterpart for the session of the Omani-Kenyan commission"
        after = after[:1]
    first = [code for code in before if code not in after[:1]] or before
    return list(first[:1]) or [code for code in event.parties if code not in after][:1]


def visiting_from(one: Heard, parties: Sequence[str]) -> str:
    """The country of "the visiting police chief of Oman" or of "Oman's visiting officials", "" for none of two."""
    said = _VISITING.search(one.low) if len(parties) == _TWO else None
    if said is None:
        return ""
    begin, end = said.span()
    for cast in one.cast:
        start, stop = one.offset(cast.mention.start), one.offset(cast.mention.end)
        near = _ITS.fullmatch(one.low, stop, begin) is not None or begin <= start <= end + _OF_THE_GUEST
        if near and cast.role == "acts" and cast.mention.how != "city" and cast.mention.code in parties:
            return cast.mention.code
    return ""


def gone_from(one: Heard, parties: Sequence[str]) -> str:
    """The country of a delegation that went where no country is named: "an Omani delegation visited the academy"."""
    went = _WENT.search(one.low) if len(parties) == _TWO else None
    if went is None or one.past or any(one.offset(cast.mention.start) >= went.end() for cast in one.cast):
        return ""
    acting = {cast.mention.code for cast in one.cast if cast.role == "acts"}
    theirs = acting.pop() if len(acting) == 1 else ""
    return theirs if theirs in parties and _A_DELEGATION.search(one.low, 0, went.start()) else ""


_WENT = re.compile(
    r"\b(?:s'est rendue?|se sont rendue?s|(?:a|ont) (?:visite|sejourne|effectue une? (?:\w+ )?(?:visite|deplacement))"
    r"|travell?ed to|visited|paid an? (?:[\w-]+ ){0,3}visit to|(?:realiz|efectu)(?:o|aron) una (?:\w+ )?visita"
    r"|visit(?:o|aron)|viaj(?:o|aron) a|se traslad(?:o|aron) a)\b"
)
_A_DELEGATION = re.compile(
    r"\b(?:delegation|mission|team|group of|delegacion|mision|equipo|comitiva|equipe|groupe d)\b"
)
_VISITING = re.compile(
    r"\bvisiting (?:[\w-]+ ){0,4}?(?:delegation|ministers?|commissioner|officials?|team|chief|director|head|commander"
    r"|general|secretary|president|officers|experts?|envoy|counterpart|guest)\b"
)
_ITS = re.compile(r"(?:'s?)? ")  # "Oman's visiting officials"
_OF_THE_GUEST = 100  # characters behind the title of a guest in which the country stands


def _hosts_a_thing(one: Heard) -> bool:
    """Whether a country only has something there: "a trade area whose secretariat is hosted by Ghana"."""
    by = _HOSTED_BY.search(one.low)
    return by is not None and _OF_A_THING.search(one.low, 0, by.start()) is not None


_TWO = 2  # parties
_OF_A_THING = re.compile(r"\b(?:whose|which|that|dont|qui|cuy[oa]s?|que) [^.;,]{0,60}$")
_HOSTED_BY = re.compile(
    r"\b(?:hosted|organi[sz]ed|accueillie?|organisee?|auspiciad[oa]|organizad[oa]) (?:by|par|por)"
    r" (?:the |la |le |el |l')?(?=[^.;,]{2,60})"
)


_A_THING = re.compile(
    r" (?:(?:the|this|that|these|those|an?|its|their|his|her|any|all|with) )?(?:[\w-]+ ){0,3}?"
    r"(?:announcements?|decisions?|progress|signing|signature|adoption|conclusion|commitments?|contributions?|initiatives?|offers?|proposals?"
    r"|cooperation|coordination|communication|agreements?|launch|opening|results?|outcomes?|steps?|news|fact|ideas?"
    r"|support|efforts?|ratification|resumption|release|intention|satisfaction|interest)\b"
    r"(?! (?:delegation|mission|team|group|minister|director|officers?|officials?|partners?|agency)\b)"
)


def _receives_somebody(one: Heard, at: int) -> bool:
    """Whether people or a meeting stand behind a word of receiving."""
    return any(one.offset(who.start) >= at for who in one.people) or _GUESTS.search(one.low, at) is not None


_GUESTS = re.compile(
    r"\b(?:delegation|delegacion|mission|mision|counterparts?|guests?|visitors?|officials?|officers|experts?|meeting|talks"
    r"|dialogue|session|round|consultations|summit|reunion|rencontre|encuentro|homologues?|homolog[oa]s?|ambassad\w+"
    r"|embajador\w*|minist\w+|director\w*|directeur|directrice|chef|chief|head|secretar\w+|commissioner)\b"
)
