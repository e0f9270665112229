"""Journeys of which a sentence speaks without telling them: ahead, recalled, rumoured, or of people nobody sent."""

from __future__ import annotations

import re

from db.reading import cues
from db.reading.countries.roles import Cast
from db.reading.hearing import Heard


def is_prepared(one: Heard, goal: Cast) -> bool:
    """Whether they only meet or speak ahead of a visit, which is not what the sentence tells."""
    at, behind = one.offset(goal.mention.start), one.offset(goal.mention.end)
    if _LOOKED_FOR.search(one.low, 0, at) or (
        _WELCOMED.search(one.low, 0, at) and (_WOULD.search(one.low, behind) or _LATER.match(one.low, behind))
    ):
        return True
    ahead = _AHEAD_OF.search(one.low, 0, at)
    if ahead is None:
        return False
    return any(cues.MEET.search(one.low, *span) for span in ((0, ahead.start()), (behind, len(one.low))))


def may_send(one: Heard) -> bool:
    """Whether a country may have sent whoever goes, as nobody sends people who flee: "18,000 migrants reached"."""
    return _PEOPLE.search(one.low) is None or _SENT.search(one.low) is not None


_PEOPLE = re.compile(
    r"\b(?:migrants|refugees|people|asylum seekers|personnes|refugies|exiles|demandeurs d'asile|personas|migrantes"
    r"|inmigrantes|refugiados|arrivals|arrivees|llegadas|stranded|varad[oa]s|bloquee?s)\b"
)
_SENT = re.compile(
    r"\b(?:deleg\w+|mission|mision|teams?|equip[eo]s?|officers|officials|policiers|experts?|expertos)\b"
)


def is_recalled(one: Heard, goal: Cast) -> bool:
    """Whether a visit is only a rumour, or the one at which was agreed what they speak of now."""
    at = one.offset(goal.mention.start)
    return any(
        words.search(one.low, 0, at)
        for words in (_RUMOURED, _CARRIED_OUT, _OF_MANY, _ENDS_WITH, _HOME, _ITS_RESULTS)
    )


_ITS_RESULTS = re.compile(
    r"\b(?:results?|outcomes?|success|resultats?|succes|resultados?|exitos?)\b[^.;,]{0,30}\b(?:of|de|du|del)\b[^.;,]{0,12}"
    r"\b(?:recent|last|latest|previous|earlier|recente?|derniere?|precedente?|reciente|ultima?|anterior)\b"
    r"[^.;]{0,40}\b(?:visit|trip|tour|visite|deplacement|visita|viaje|gira)\b[^.;]{0,90}$"
)
"""In front of where somebody went before, of which those who met only speak: "the results of the recent visit to"."""
_HOME = re.compile(
    r"\b(?:before |avant de |antes de )(?:returning|going back|flying back|retourner|rentrer|regresar|volver)"
    r" (?:home )?(?:to|a|au|aux|en|al) (?:the |la |le |el |l')?$"
)
"""In front of where guests come from: "before returning to Oman"."""
_OF_MANY = re.compile(
    r"\b(?:arrivals|flows|crossings|departures|arrivees|flux|departs|llegadas|flujos|salidas|cruces)"
    r"(?: [\w'-]+){0,4}? (?:to|into|towards|in|a|au|aux|en|vers|hacia|al) (?:the |la |le |les |las |los |el |l')?$"
)
"""In front of where people come whom nobody sends: "irregular arrivals to the islands fell", as a minister said."""
_ENDS_WITH = re.compile(
    r"\b(?:conclud\w+|ends?|ended|winds? up|wraps? up|conclu(?:ye|yen|ira|yo)|termina\w*|finaliza\w*"
    r"|culmina\w*|s'acheve\w*|prend fin|se termine\w*) (?:[\w']+ ){0,3}(?:with|par|avec|con|sur) (?:an?|une?|una) "
    r"(?:\w+ )?(?:visit|trip|tour|visite|deplacement|visita|recorrido) (?:to|of|in|a|au|aux|en|d[eu]|por|al) "
    r"(?:the |la |le |el |l')?$"
)
"""In front of the last step of a mission that came before: "ends tomorrow with a visit to the port town"."""
_CARRIED_OUT = re.compile(
    r"\b(?:implement\w+|follow(?:ed|ing)?[- ]up|progress|fulfil\w+|mise en oeuvre|suivi|etat d'avancement"
    r"|concretisation"
    r"|application|execution|implementacion|aplicacion|cumplimiento|seguimiento|ejecucion|avances?)\b[^.;]{0,80}"
    r"\b(?:reached|signed|made|concluded|taken|given|agreed|adopted|conclus|signee?s|prise?s|decidee?s|convenue?s"
    r"|issue?s|alcanzad[oa]s|firmad[oa]s|suscrit[oa]s|asumid[oa]s|lograd[oa]s|acordad[oa]s)\b[^.;]{0,15}"
    r"\b(?:during|at|on|lors|au cours|a l'occasion|pendant|durante|en|con ocasion)\b[^.;]{0,90}$"
)
_AHEAD_OF = re.compile(
    r"\b(?:ahead of|prior to|to prepare|in preparation for|en vue d[eu]|en preparation d[eu]|pour preparer"
    r"|con vistas al?|previ[oa] al?|de cara al?|para preparar"
    r"|(?:preparations?|plans|arrangements) for|(?:les )?preparatifs d[eu]|(?:los )?preparativos d[eu]l?"
    r"|upcoming|forthcoming|prochaine?|proxim[oa]|future?)\b[^.;]{0,60}?"
    r"\b(?:visit|trip|visite|deplacement|visita|viaje)\b[^.;]{0,30}$"
)

_LOOKED_FOR = re.compile(
    r"\b(?:look(?:s|ed|ing)? forward to (?:seeing|meeting|welcoming|hosting|receiving)"
    r"|se rejoui(?:t|ssent) d'accueillir|esperan? (?:recibir|acoger))\b[^.;]*$"
)
"""Whom they hope to see another time, of whom a text does not tell."""
_WELCOMED = re.compile(
    r"\b(?:welcomed|applauded|hailed|looked forward to|a salue|ont salue|s'est felicitee? d[eu]|celebro|saludo)\b"
    r"[^.;]{0,40}\b(?:visit|trip|visite|deplacement|visita|viaje)\b[^.;]{0,20}$"
)
_WOULD = re.compile(
    r"\b(?:it|which|elle|qui|que|esta)? ?(?:would|will|serait|sera|permettra|seria|sera|permitira)\b"
)
"""What a visit is said to bring that is still to be made: they met before it."""
_LATER = re.compile(
    r"[^.;]{0,20}\b(?:later this|next|in the coming|plus tard (?:cette|ce)|(?:la semaine|le mois|l'annee) prochain"
    r"|dans les prochain|(?:la|el) proxim|en los proxim|proximamente)"
)

_RUMOURED = re.compile(
    r"\b(?:rumou?rs?|rumeurs?|rumor(?:es)?|speculation|den(?:ied|ies|ying)|dement\w*|a nie|ont nie|desmint\w+|nego"
    r"|negaron)\b[^.;]{0,110}$"
)
"""Of which nobody who knows says that it is so."""
