"""A name without a title, which counts only beside a verb: who is met, received or led by, or does so."""

from __future__ import annotations

import re

from db.reading.people.near import Near
from db.reading.people.no_names import Run
from db.reading.words import plain

_NAMED_BEFORE = re.compile(
    r"(?:\bmet(?: with)?|\breceived|\bwelcomed|\bhosted|\bled by|\bheaded by|\bchaired by"
    r"|\b(?:counterpart|colleague)(?: (?:from|of) [\w ]{3,20})?,?"
    r"|\bopposite number(?: from [\w ]{3,20})?,?|\b(?:collegue|colega)(?: \w+| d[eu]l? [\w ]{3,20})?,?"
    r"|\bhomologue(?: [\w-]+| d[eu] [\w ]{3,40})?,?|\b(?:homolog[oa]|su par)(?: \w+"
    r"| de [\w ]{3,20}| en el pais)?,?"
    r"|\bby|\binvited|\baccompanied by|\ba rencontre|\ba recu|\brencontre|\bs'est entretenue? avec"
    r"|\brepresented by|\brepresentee?s? par|\brepresentad[oa]s? por|\bencabezad[oa]s por"
    r"|\bconduite? par|\bdirigee? par|\bpresidee? par"
    r"|\breunio con|\brecibio a|\bencabezad[oa] por|\bpresidid[oa] por|\bliderad[oa] por"
    r"|\bdelegation of|\bdelegation under"
    r"|\bse entrevisto con|\bson homologue)\s+(?:with\s+)?$"
)
_MET_AFTER = re.compile(
    r",?\s*(?:sera (?:accueillie?|recue?|recibid[oa])|will be (?:received|welcomed|hosted)"
    r"|met\b|held talks|travel\w+ to|arrived in|paid a|received|visited|will (?:visit|travel|receive|host"
    r"|meet|lead|head)|leads?\b|led\b|heads?\b|headed\b"
    r"|s.est (?:\w+ )?(?:rendue?|entretenue?|reunie?)|a (?:rencontre|recu|effectue|conduit|preside)"
    r"|sejourn(?:ait|e)\b|a sejourne|conduisait|etait (?:en|attendue?)|est attendue?|permanecio|permanecera|encabezaba"
    r"|(?:va|doit) (?:recevoir|rencontrer|accueillir|se rendre)|recevra|rencontrera|accueillera|a accueilli"
    r"|va a recibir|recibira|se reunira|se entrevistara"
    r"|se rendra|effectuera|viajo|viajara|visito|visitara|se reunio|recibio|llego"
    r"|encabezo|presidio|se entrevisto)"
)
_BESIDE_A_SIDE = re.compile(
    r"\b(?:(?:side|delegation|team)|(?:partie|delegation|delegacion|parte) [\w-]+),? (?:and|et|y|while"
    r"|tandis que|mientras que) $"
)
_THEIRS = re.compile(
    r" (?:the [\w-]+ (?:side|delegation|team|one)\b|la (?:partie|delegation|delegacion|parte) |(?:la|celle|celui) )"
)
_SPOKE = re.compile(
    r"\b(?:said|told|declared|added|spokes\w+|porte-parole|portavoz|journalist|analyst|professor|expert)\b"
)


_SAID_BY = re.compile(
    r",? (?:a (?:annonce|indique|fait savoir)|anuncio|informo) (?:\w+ ){0,2}(?:une?|le|la|el)"
    r" (?:porte-parole|portavoz)\b"
)
_BEHIND = 40  # characters


def only_speaks(text: str, end: int, last: int) -> bool:
    """Whether who is named up to a place is only quoted there."""
    return _SPOKE.search(_SAID_BY.sub("", plain(text[end : min(end + _BEHIND, last)]))) is not None


def by_place_of(near: Near, run: Run) -> bool:
    """Whether somebody is met, received or led by there, or does so."""
    if run.last - run.first < 2:  # noqa: PLR2004 - a first and a last name
        return False
    start, end = near.words[run.first].start, near.words[run.last - 1].end
    before = plain(near.text[max(0, start - 40) : start])
    after = plain(near.text[end : end + 40])
    beside = _BESIDE_A_SIDE.search(before) is not None and _THEIRS.match(after) is not None
    return beside or _NAMED_BEFORE.search(before) is not None or _MET_AFTER.match(after) is not None
