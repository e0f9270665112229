"""On which side of a visit or a meeting somebody is whose country does not stand beside the name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from db.reading import cues
from db.reading.countries.roles import Cast
from db.reading.hearing import Heard
from db.reading.parties.attending import behind_an_envoy
from db.reading.parties.by_verb import by_verb
from db.reading.parties.company import (
    begins_of,
    in_company,
    ours,
    with_the_one_before,
    with_their_envoy,
    with_whom_before,
)
from db.reading.parties.counterparts import by_counterpart, counterpart, opposite
from db.reading.parties.delegations import (
    came_as_invited,
    guest_by_delegation,
    leads_a_delegation_of,
    leads_the_delegation,
    present_beside_theirs,
)
from db.reading.parties.listed import listed_below
from db.reading.parties.pairs import BOTH_DID, CHAIRED_BY, after_a_guest, ends_a_pair, second_of_two
from db.reading.parties.registry import Figure, Registry
from db.reading.parties.spoken_for import (
    at_the_head_of,
    in_presence,
    leads_beside,
    leads_their_side,
    met_at_theirs,
    met_where_it_begins,
    met_where_it_leads,
    on_whose_side,
    stood_for,
)
from db.reading.parties.with_guests import sits_with_guests
from db.reading.people.naming import Person

_ONLY_NAMES_BETWEEN = 160  # characters of a list of names with their titles
_AT_A_TABLE = 2  # parties


def take_sides(
    registry: Registry, heard: Iterable[Heard], sending: str, host: str, parties: list[str], voice: str = ""
) -> None:
    """Say of everybody without a country beside the name on which side the sentences put them.

    Args:
        registry: everybody.
        heard: the sentences.
        sending: whose people came.
        host: to whom.
        parties: who takes part.
        voice: the country whose government tells it, which calls its own people by their offices alone.
    """
    sided: set[int] = set()
    listed = named_last = ""
    named_before: set[str] = set()
    heard = list(heard)
    below = listed_below(heard)
    guest = sending or guest_by_delegation(heard, parties)
    told = [one for one in heard if one.people and not one.past and not one.editorial]
    for one in told:
        before: tuple[int, str] | None = None
        for person in one.people:
            figure = None if person.owner else registry.figure_of(person)
            if figure is None:
                continue
            side = (
                person.country
                or below.get(one.sentence)
                or on_whose_side(one, person)
                or leads_a_delegation_of(one, person)
                or leads_the_delegation(one, person, guest)
                or leads_their_side(one, person)
                or present_beside_theirs(one, person, parties)
                or came_as_invited(one, person, sending)
                or with_whom_before(one, named_last)
                or with_the_one_before(one, named_before)
                or ours(one, voice, named_last, parties)
                or in_company(one, person, sending, host, registry)
                or stood_for(one, person)
                or met_at_theirs(one, person)
                or met_where_it_begins(one, person, sending)
                or met_where_it_leads(one, person)
                or at_the_head_of(one, person)
                or figure.own
                or _inherited(one, person, before, registry, parties)
            )
            side = side or counterpart(one, person) or by_counterpart(one, person, registry, parties)
            side = side or opposite(one, person, parties) or _beside_theirs(one, person, parties)
            side = side or leads_beside(one, person)
            side = side or with_their_envoy(one, person, sending)
            side = side or _received_by(one, person, host) or in_presence(one, person, host)
            if side:
                sided.add(person.start)
            side = side or (host if sits_with_guests(one, one.offset(person.end), sending) else "")
            side = side or by_verb(one, person, sending, host) or (listed if one.sentence.item else "")
            if side:
                figure.votes[side] += 1
                before = (one.offset(person.end), side)
            listed = figure.country if one.sentence.item else ""  # the next line of one list
        named = [known.country for _, known in registry.named_in(one) if known.country]
        named_last, named_before = named[-1] if named else "", set(named)
    _set_across(registry, told, sided, parties)
    _the_other_side(registry, parties)
    if voice in parties:
        _let_all_be_of(voice, [figure for figure in registry.figures if figure.title])


def _set_across(registry: Registry, told: Iterable[Heard], sided: set[int], parties: list[str]) -> None:
    """Put everybody without a side, by the words around their name, opposite to whom they met."""
    for one in told:
        for person in one.people:
            figure = None if person.owner else registry.figure_of(person)
            if figure is None or figure.own or person.start in sided:
                continue
            if side := _across(one, person, registry, parties):
                figure.votes[side] += _SURE


def _let_all_be_of(country: str, figures: Iterable[Figure]) -> None:
    """Let those without a country be of one, which is doubtful."""
    for figure in figures:
        if not figure.country:
            figure.votes[country] += 1
            figure.sure = False


def _the_other_side(registry: Registry, parties: list[str]) -> None:
    """Who has an office and no side is of the party of which nobody is named; that is doubtful."""
    placed = {figure.country for figure in registry.figures if figure.country}
    free = [code for code in parties if code not in placed]
    if len(parties) != _AT_A_TABLE or len(free) != 1 or not placed <= set(parties) or not placed:
        return
    _let_all_be_of(free[0], [figure for figure in registry.figures if figure.title or figure.signs])


_FIRST_WORDS = 12  # characters
_RECEIVED_FIRST = re.compile(
    r"(?:recue?s?|accueillie?s?|received|welcomed|greeted|hosted|recibid[oa]s?|acogid[oa]s?)"
    r" (?:\w+\W{1,2}){0,6}?(?:par|by|por)\b"
)


def _beside_theirs(one: Heard, person: Person, parties: list[str]) -> str:
    """The other side than that of whoever signs or meets beside somebody: "signed by Jane Doe and Oman's John Roe"."""
    following = next((other for other in one.people if other.start > person.start), None)
    if following is None or following.country not in parties or len(parties) != _AT_A_TABLE:
        return ""
    between = one.low[one.offset(person.end) : one.offset(begins_of(following))]
    before = one.low[: one.offset(begins_of(person))]
    told = _SIGNED_BY.search(before) or _BETWEEN.search(before) or CHAIRED_BY.search(before)
    last = following is one.people[-1]
    told = told or (BOTH_DID.match(one.low, one.offset(following.end)) if last else None)
    if not _AND.fullmatch(between) or not told:
        return ""
    return parties[1 - parties.index(following.country)]


_AND = re.compile(r"(?:,[^;]{0,80}?,?)? (?:and|et|y|e) (?:by |par |por )?(?:the |le |la |el |l')?")
_BETWEEN = re.compile(r"\b(?:between|entre) (?:the |le |la |el |l')?$")


def _received_by(one: Heard, person: Person, host: str) -> str:
    """Who receives somebody is of the host, also where the sentence goes on to whom else they met."""
    at = one.offset(begins_of(person))
    if _RECEIVED_FIRST.match(one.low) and cues.MEET.search(one.low, _FIRST_WORDS, at) is None:
        return host
    cue = cues.RECEIVED.search(one.low, 0, at)
    return host if cue is not None and not cues.MEET.search(one.low, cue.end(), at) else ""


def _inherited(
    one: Heard, person: Person, before: tuple[int, str] | None, registry: Registry, parties: list[str]
) -> str:
    """The side of whoever stands before in a list, or of the group that the list is of."""
    if other := after_a_guest(one, person, before, parties) or second_of_two(one, person, registry, parties):
        return other
    at = one.offset(person.start)
    marks = [before] if before else []
    marks += [
        (one.offset(cast.mention.end), cast.mention.code)
        for cast in one.cast
        if cast.role == "acts" and cast.mention.how != "city" and cast.mention.end <= person.start
        if not ends_a_pair(one, cast, parties) and not _is_posted_to(one, cast)
    ]
    marks += [
        (place, figure.country) for place, figure in registry.named_in(one) if place < at and figure.country
    ]
    said = _SAID_BY.search(one.low, 0, one.offset(begins_of(person))) is not None
    if not marks or said or behind_an_envoy(one, person):
        return ""
    end, side = max(marks)
    between = _AND_WITH.sub("", one.low[end:at])
    if side in parties and len(parties) == _AT_A_TABLE and _sign_together(one, person, between):
        return parties[1 - parties.index(side)]
    if side in parties and len(parties) == _AT_A_TABLE and _SIGNED_BY.search(one.low[:end]):
        return parties[1 - parties.index(side)]  # each of two signs for one side
    if len(between) > _ONLY_NAMES_BETWEEN or any(
        met.search(between) for met in (cues.MEET, cues.HOSTED, cues.RECEIVED)
    ):
        return ""
    return (
        ""
        if re.search(
            r"(?<!^)[:.](?!\s)|\b(?:travel\w*|visit\w*|arriv\w*|with|avec|con|presence|presencia)\b", between
        )
        else side
    )


def _sign_together(one: Heard, person: Person, between: str) -> bool:
    """Whether somebody signs with whoever is named before: "Jane Doe and General John Roe then signed"."""
    return _AND_NOBODY.match(between) is not None and _SIGN.match(one.low, one.offset(person.end)) is not None


_AND_NOBODY = re.compile(r"[\w'’. -]{0,40}?,? (?:and|et|y|e) [^,;]{0,70}$")
_SIGN = re.compile(
    r"\s*(?:then |also |later |jointly |today |yesterday )?(?:sign(?:ed)?|ont (?:\w+ )?(?:signe|paraphe)|firmaron"
    r"|suscribieron|han firmado)\b"
)


def _is_posted_to(one: Heard, cast: Cast) -> bool:
    """Whether a country only stands in the title of somebody of another: "ambassador of Oman to Kenya"."""
    return any(
        who.title_span[0] <= cast.mention.start < who.title_span[1]
        and who.country not in ("", cast.mention.code)
        for who in one.people
    )


_SAID_BY = re.compile(  # "Kenya and Oman have agreed, said Minister Jane Doe"
    r", (?:said|says|announced|declared|explained|added|a (?:declare|annonce|indique|precise|explique)"
    r"|dijo|anuncio|informo"
    r"|explico|senalo|declaro)(?: (?:the|le|la|el|mr?s?\.?|mme|sra?\.?))? $"
)
_AND_WITH = re.compile(
    r"^\W*(?:and|et|y|as well as|ainsi qu'|asi como)\s+(?:also |tambien )?(?:with|avec|con)\b"
)


def _across(one: Heard, person: Person, registry: Registry, parties: list[str]) -> str:
    """Who meets somebody of one side is of the other."""
    met = cues.WITH_WHOM.search(one.low)
    if met is None or len(parties) != _AT_A_TABLE or cues.RECEIVED.search(one.low, 0, met.start()):
        return ""  # "was received by Jane Doe and met John Roe": both are of the host
    behind = one.offset(person.start) >= met.end()
    for other in one.people:
        figure = registry.figure_of(other)
        if figure is None or (one.offset(other.start) >= met.end()) is behind:
            continue
        side = other.country or figure.own or (figure.country if figure.votes else "")
        if side in parties:
            return parties[1 - parties.index(side)]
    before = [known.country for at, known in registry.named_in(one) if behind and at < met.start()]
    return parties[1 - parties.index(before[-1])] if before and before[-1] in parties else ""


_SIGNED_BY = re.compile(
    r"\b(?:signed|sealed|countersigned|signee?s?|firmad[oa]s?)\b(?: \w+){0,4} (?:by|par|por)\b[^,;]*$"
)
_SURE = 2  # votes of a sentence that sets one side against the other
