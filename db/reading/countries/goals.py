"""Where somebody goes, as the words around a country say: "flew to Peru", "is in Lima for talks"."""

from __future__ import annotations

import re

from db.reading.cues import TRAVEL

_FAR = 110  # characters between a verb of travelling and where it goes
_NEAR = 60
TO = re.compile(
    r"\b(?:to|in|for|a|au|aux|en|al|dans|vers|pour|hacia|hasta)\s+(?:the |la |le |les |los |el |l'|neighbou?ring "
    r"|city of |kingdom of |royaume d[eu] |reino de |republic of )*$|\ba l'$"
)
_DIRECT = re.compile(
    r"(?:\bvisit(?:ed|s|ing)?|\bvisite|\bvisitera|\bvisitent|\bvisito|\bvisitara|\bvan? a visitar|\bvisitaron|زيارة"
    r"|\bwill (?:continue|proceed|head|go) on to|\bwill (?:continue|proceed|head) to"
    r"|\b(?:visitan?|visitent|visite)(?: (?:ce|este|desde|a partir de|des))?"
    r" (?:hoy|manana|aujourd'hui|demain|\w+(?:di|es|bado)"
    r"|dimanche|domingo),?|\bvisitan?"
    r"|\b(?:a|ont) (?:ensuite |alors |enfin |d'abord )?(?:gagne|rejoint)|\bgagner(?:a|ont)"
    r"|زار|يزور|\btour of|\btournee (?:en|au|dans)|\bgira por)\s+(?:the |la |le |l'|les |los |el |a |al )?$"
)
_INVITED = re.compile(r"\binvit\w+\b|\bو?(?:ال)?دعو[ةت]\b")
_AS_A_GUEST = re.compile(
    r"\b(?:at|on|upon|following) (?:the |an |his |her |their )?(?:\w+ )?invitation\b|(?:^|, )invited by\b"
    r"|\b(?:a|sur) (?:l'|une |son )?(?:\w+ )?invitation\b|(?:^|, )invitee?s? par\b"
    r"|\bpor (?:la |una )?(?:\w+ )?invitacion\b|(?:^|, )invitad[oa]s? por\b"
)
"""At whose wish somebody goes, which is no invitation to go one day."""


def _invites(before: str) -> bool:
    """Whether somebody is only asked to come."""
    return _INVITED.search(before) is not None and _INVITED.search(_AS_A_GUEST.sub("", before)) is not None


def is_goal(before: str, after: str, further: str) -> bool:
    """Whether somebody goes where a country stands, is there for a while, or leaves it at the end of a visit.

    Args:
        before: the words in front of it, in plain small letters.
        after: those right behind it.
        further: those behind it, as far as a verb of travelling may stand.
    """
    return is_destination(before) or _is_there(before, after) or _is_left(before[-_NEAR:], further)


_VISITED_THEIRS = re.compile(
    r"\b(?:visited|visits|a visite|ont visite|visito|visitaron) (?:the |le |la |el |l')?"
    r"(?:ministry|ministere|ministerio|(?:\w+ )?headquarters|directorate|police|policia|direction|direccion)\b"
    r"(?: [\w'’-]+){0,5}? (?:of|d[eu]|del) (?:the |la |le |el |l')?$"
)
"""In front of the country to whose ministry somebody came: "visited the Ministry of the Interior of Oman"."""


_INSTITUTION = (
    r"(?:academ(?:y|ie|ia)|headquarters|ministry|ministere|ministerio|police|policia|school|ecole|escuela|centro"
    r"|cent(?:re|er)|customs?|douanes?|aduanas?|coast guard|border|prison|carcel"
    r"|megacarcel|parliament|parlement|parlamento|congress"
    r"|congreso|senate|command|commandement|comando|directorate|direction|direccion|gendarmerie|institute?|instituto|university|universite"
    r"|universidad|laboratory|laboratoire|laboratorio|sede|siege|cuartel|quartier general)"
)
_VISITED = r"\b(?:visited|visits|toured|(?:a|ont) visite|visitent?|visito|visitaron|recorrio|recorrieron)"
_TO_THE = re.compile(rf"{_VISITED}(?: (?:on|el|ce|le|este)? ?\w+)?(?: at)? (?:the |la |le |el |l')$")
_THEIR_PLACE = re.compile(rf" (?:[\w-]+ ){{0,3}}?{_INSTITUTION}\b")
_THE_PLACE_OF = re.compile(
    rf"{_VISITED}(?: (?:on|el|ce|le|este)? ?\w+)? (?:the |la |le |el |l')(?:[\w-]+ ){{0,2}}?{_INSTITUTION}"
    r" (?:[\w'’-]+ ){0,4}$"
)


def visits_theirs(before: str, after: str) -> bool:
    """Whether somebody visits a service of these people: "visited the Omani police academy"."""
    close = before[-_NEAR:]
    there = _TO_THE.search(close) and _THEIR_PLACE.match(after)
    return (bool(there) or _THE_PLACE_OF.search(close) is not None) and not _invites(before)


def is_destination(before: str) -> bool:
    """Whether somebody goes where a country stands, as the words in front of it say."""
    close = before[-_NEAR:]
    if _WAY_ON.search(close) or _MET_THERE.search(before):
        return False
    if _DIRECT.search(close) or _VISITED_THEIRS.search(before):
        return not _invites(before)
    if not TO.search(close) and "الى" not in before[-12:] and not before.endswith("زيارة "):
        return False
    travels = list(TRAVEL.finditer(before))
    cue = travels[-1] if travels else None
    if cue is None or _invites(before) or re.search(r"[;:]", before[cue.end() :]):
        return False
    return _GOODS.search(before, max(0, cue.start() - _NEAR), cue.start()) is None


_GOODS = re.compile(
    r"\b(?:containers?|cargo(?:es)?|shipments?|vessels?|trucks?|goods|conteneurs?|navires?|cargaisons?|camions|marchandises"
    r"|contenedor(?:es)?|barcazas?|buques?|cargamentos?|camiones|mercancias?)\b[^.;,]*$"
)
"""In front of the journey of goods: "the list of each barge before its arrival in Kisumu"."""
_MET_THERE = re.compile(
    r"\b(?:reunion|sesion|ronda|encuentro|meeting|session|round|rencontre|cumbre|summit|comision|comite|committee)\b"
    r"[^.;]{0,40}?\b(?:realizad[oa]|celebrad[oa]|efectuad[oa]|sostenid[oa]|held|tenue)s? (?:in|en|a|au|aux)"
    r" (?:the |la |el |le )?(?:(?:ciudad|ville|city|town) (?:de |of )?)?$"
)
"""In front of where they sat before: "praised the progress since the second session, held in Kigali"."""
_WAY_ON = re.compile(
    r"\b(?:before (?:leaving|departing|flying|heading|travelling|going)(?: on)? (?:for|to)"
    r"|avant de (?:partir|s'envoler|quitter \w+) (?:pour|vers)|antes de (?:partir|viajar|salir|volar) (?:hacia|para|a))"
    r" (?:the |la |le |l'|el )?$"
)
"""In front of where a guest goes next, of which a text says no more."""


def _is_there(before: str, after: str) -> bool:
    """Whether somebody is said to be there for a while: "is in Lima for talks"."""
    return _FOR_A_WHILE.match(after) is not None and _IS_IN.search(before[-_NEAR:]) is not None


def _is_left(before: str, after: str) -> bool:
    """Whether somebody leaves at the end of a visit: "left Kigali on Monday after three days there"."""
    return _LEFT.search(before) is not None and _AFTER_A_VISIT.match(after) is not None


_LEFT = re.compile(
    r"\b(?:left|leaves|departed(?: from)?|departs(?: from)?|flew (?:out of|home from|back from)|returned (?:home )?from"
    r"|quitte|quitta|rentree? d[eu]|repartie? d[eu]|dejo|abandono|partio de|salio de|regreso de)\s+"
    r"(?:the |la |le |l'|el )?$"
)
_AFTER_A_VISIT = re.compile(
    r"(?!\s*(?:for|to|pour|para|hacia)\b)[^.;]*?\b(?:after|following|at the end of|ending|concluding|wrapping up|where"
    r"|completing|apres|au terme|a l'issue|tras|al termino|despues|al concluir)\b[^.;]*?\b(?:visit|trip|stay|tour"
    r"|mission|hosts|talks|meetings?|hotes|entretiens|pourparlers|anfitriones|conversaciones|reuniones"
    r"|days|visite|sejour|deplacement|jours|visita|estancia|viaje|gira|dias)\b"
)
_IS_IN = re.compile(
    r"\b(?:(?:is|are|was|were|has been|est|etai(?:t|ent)|se trouve|sejourne|a sejourne|esta"
    r"|estuvo|se encuentra)"
    r" (?:currently |now |actuellement |actualmente )?(?:in|en|a|au|aux)|reach(?:ed|es))\s+(?:the |la |el )?$"
)
_FOR_A_WHILE = re.compile(
    r"\s*(?:for|on|to|at the|as part|today|yesterday|this|last|until|since|from|pour|depuis|du|les"
    r"|a l'invitation|dans le cadre|en el marco|cette semaine|esta semana|para|desde|hasta|del|hoy|con motivo)\b"
)


def towards_capital(before: str, after: str) -> str:
    """What stands in front of "the Georgian capital" or of "la capitale sénégalaise", "" where no capital is meant."""
    behind = _CAPITAL_BEHIND.search(before)
    if behind is not None:
        return before[: behind.start()]
    return before if _CAPITAL.match(after) else ""


_CAPITAL = re.compile(r"\s+capital\b")
_CAPITAL_BEHIND = re.compile(r"\bcapitale?\s+$")
