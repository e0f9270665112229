"""Whether a day is to come or was, as its verb tells: "se reunirán este viernes", "dijo el martes que viajará"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from db.reading import cues

Tense = Literal["coming", "past", "present", ""]

_BEFORE = 140  # characters in front of a day in which its verb stands
_BEHIND = 160  # characters behind a day with which a clause begins
_GO = (
    r"(?:visit|travel|fly|go|come|arrive|leave|depart|meet|hold|host|receive|welcome|pay|attend|sign|open|begin|start"
    r"|take|sit|tour|chair|join|convene|resume|head|return|discuss)"
)
_COMING = re.compile(
    rf"\b(?:will|shall|won't|would|(?:is|are) to(?= \w)|may(?= (?:also )?{_GO}\b)|might(?= {_GO}\b)"
    r"|(?:(?:is|are|has been|have been) )?"
    r"(?:(?:slated|scheduled|poised|expected|lined up|set)(?= (?:to|for|on|in|at|here|next|this)\b)"
    rf"|due(?= (?:in|on|at|here|next|this)\b| to (?:be|{_GO})\b)"
    r"|planned(?= (?:for|on|to)\b)|likely(?= to\b)|going(?= to \w+ing\b))"
    rf"|(?:(?:plan|intend|hope|aim|want|wish|prepare)s?|agreed|decided|invited|asked|ready|pledged|promised|arranged)"
    rf"(?= to {_GO}\b)|preparing to|about to"
    r"|[a-zéèêçôïû]{2,}(?<!f)ront|(?:ir|partir|sortir|viendr|reviendr|interviendr|prendr|reprendr|tiendr|entretiendr"
    r"|rendr|recevr|réunir|ouvrir|fer|ser|aur|conduir|poursuivr|rejoindr|verr|participer|assister|débuter|commencer"
    r"|arriver|séjourner|effectuer|présider|signer|animer|abriter|accueiller|diriger|examiner|discuter|inaugurer"
    r"|dérouler|quitter|envoler|regagner|rencontrer|visiter|entamer|échanger|évoquer|aborder|fouler|adresser|lancer"
    r"|clôturer|rentrer|retourner|procéder|achèver|mèner|mener|durer|rassembler|passer)a"
    r"|(?:doi(?:t|vent)|vont|va|devrai(?:t|ent)|pourrai(?:t|ent)|compte(?:nt)?|s'apprête(?:nt)? à)"
    r" (?:(?:se|également|aussi|ensuite) )?(?:s')?\w+(?:er|ir|re)"
    r"|(?:(?:est|sont) )?(?:attendu|prévu|programmé|annoncé)(?:e|s|es)?(?= (?:à|au|en|pour|le|ce|lundi|mardi|mercredi"
    r"|jeudi|vendredi|samedi|dimanche)\b)"
    r"|[a-zñéíóúü]{2,}rán?|(?:viaja|visita|reuni|recibi|llega|realiza|celebra)rían?|van? a \w+r(?:se)?"
    r"|tienen? (?:previsto|programado)|(?:están? )?(?:previst|programad|agendad|convocad|fijad)[oa]s?"
    r"(?= (?:para|el|en|a)\b)|(?:prevén?|planean?|esperan?|piensan?|deben?|se disponen? a) \w+r(?:se)?)\b"
)
_TO_COME = re.compile(r"\b(?:ahead of|in the run-up to|en vue d[eu]|en prélude à|de cara a|con miras a)\b")
_PARTICIPLE = (  # French, with a form of avoir or être
    r"(?:[a-zéèêçôïû]{2,}ée?s?|(?:re|main|entre|ob|sou|appar)?tenue?s?|reçue?s?|rendue?s?|fait|pris|mis|vu|eu"
    r"|(?:con|inter|par|re)?venue?s?|accueillie?s?|réunie?s?|(?:ou|off)erte?s?|conclu|conduit|rejoint|repris|remis"
    r"|transmis|dite?s?|promis|saisi|abouti|fourni|garanti|suivi|partie?s?|sortie?s?|reconnu|permis|inscrite?s?|écrit)"
)
_PAST = re.compile(
    r"\b(?:was|were|had(?! to)|has(?! to)|have(?! to)|said|says|told|announced|stated|added|noted|stressed|confirmed"
    r"|reported|issued|released|published|posted|dated|saw|sat|led(?! by)|took|went|gave|made|spoke|paid|oversaw|wrote"
    r"|(?<!is )(?<!are )(?<!be )(?:discussed|reviewed|exchanged|toured|attended|chaired|inspected|opened|called|praised"
    r"|thanked|expressed|underlined|emphasi[sz]ed|reaffirmed|reiterated|pledged|urged|warned|decided|inaugurated"
    r"|launched|presented|addressed|joined|briefed|handed|departed|touched|explored|considered|conferred|examined"
    r"|participated|witnessed|hailed|commended|proposed|voiced|outlined|revealed|disclosed|declared|explained"
    r"|approved|endorsed|ratified|convened)"
    r"|(?:a|ont|est|sont|était|étaient|avait|avaient|s'est|s'était)(?: (?:ainsi|également|aussi|déjà|notamment"
    r"|longuement|officiellement|ensuite|été|pu|bien|largement|solennellement|vivement|conjointement))*"
    rf" (?!attendu|prévu|programm|annoncée?s? (?:pour|à)\b|través){_PARTICIPLE}"
    r"|(?:a|ont|s'est|se sont)(?=,? (?:ce |le )?(?:lun|mar|mercre|jeu|vendre|same|diman))|fut|furent"
    r"|(?:publié|diffusé|parvenu|transmis|rendu public|rendue publique)e?s?"
    r"|[a-zñáéíúü]{2,}ó|[a-zñáéíúü]{2,}(?:aron|ieron|jeron|yeron)|fueron|fue|dijo|hizo|[a-z]*tuvo|puso|vino|dio|vio"
    r"|propuso|dispuso|(?:ha|han|había|habían) (?:[a-zñáéíóúü]+ )?[a-zñáéíóúü]+(?:do|to|cho)s?"
    r"|(?:publicad|difundid|emitid|divulgad|realizad|sostenid|celebrad|ocurrid|registrad)[oa]s?)\b"
)
_BEHIND_IT = re.compile(
    r"\b(?:after(?= \w)|following|après|à l'issue|au sortir|au terme|suite à|tras|luego de|después de|al término)\b"
)
_PRESENT = re.compile(
    r"\b(?:visits|travels|flies|arrives|leaves|departs|meets"
    r"|(?<!to )(?:meet|begin|start|resume|hold|host|arrive|depart)"
    r"|hosts|receives|welcomes|begins|starts|opens"
    r"|holds|heads(?= (?:to|for)\b)|pays|kicks off"
    r"|(?:is|are) (?:visiting|travelling|traveling|flying|arriving|leaving|meeting|hosting|receiving|heading|holding"
    r"|paying|beginning|starting|departing|going)"
    r"|se rend(?:ent)?|(?<!la )(?<!une )(?<!cette )(?<!de )(?<!leur )(?<!première )rencontre(?:nt)?|reçoi(?:t|vent)"
    r"|accueille(?:nt)?|entame(?:nt)?|débute(?:nt)?|commence(?:nt)?|arrive(?:nt)?|s'ouvre(?:nt)?|effectue(?:nt)?"
    r"|préside(?:nt)?|participe(?:nt)?|se réuni(?:t|ssent)|se tien(?:t|nent)|quitte(?:nt)?|s'envole(?:nt)?"
    r"|s'entretien(?:t|nent)|séjourne(?:nt)?|se trouve(?:nt)?"
    r"|se reúnen?|viajan?(?= (?:este|el|al?|hoy|mañana)\b)|visitan|reciben?|inician?|comienzan?|arrancan?|llegan?"
    r"|celebran?|acogen?|mantienen?|sostienen?|participan?|asisten?|emprenden?|realizan?|efectúan?|acuden?"
    r"|(?<!una )(?<!la )(?<!su )(?<!de )(?<!esta )(?<!primera )(?<!dicha )visita"
    r"(?= (?:este |el )?(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|hoy)\b)"
    r"|se (?:encuentran?|trasladan?|desplazan?|entrevistan?))\b"
)
_NOMINAL = re.compile(r"(?:upcoming|forthcoming|next|prochain|proxim|tomorrow|demain|manana)")
_CLAUSE = re.compile(
    r"\b(?:that|which|who|whom|where|when|qu[ei]|où|dont|lorsque|quand|donde|cuando|quien(?:es)?)\b|qu'|[;:]"
)
_JOINED = re.compile(
    r"(?<!day )(?<!\d )(?<!di )(?<!es )\b(?:and|but|then|et|mais|puis|y|pero|luego)"
    r"(?:,? (?:on|the|le|ce|el|este))?,? $"
)
_NEXT_TIME = re.compile(  # "they would settle it at the next session, on 12 May"
    r"\b(?:next|upcoming|forthcoming|prochaine?|proxim[oa]) [^,;.]{3,60}, (?:(?:on|the|le|el|du) )*$"
    r"|\b(?:(?:la|le) prochaine?|(?:la|el) proxim[oa]|the next(?: one)?) (?:est|is|will be|esta|sera|quedo)"
    r" (?:fixe|prevu|programm|set|scheduled|planned|fijad|previst|programad)\w* (?:(?:for|au|le|pour|para|on|el) )*$"
)
_SINCE = re.compile(r"\b(?:since|depuis|desde)(?: (?:le|la|el|last))? $")
_ASIDE = re.compile(r", (?:who|which|whose|qui|que|dont|quien(?:es)?)\b[^,]{1,120},")
_BY = re.compile(r" (?:by|par|por)\b")
_OF_IT = re.compile(r"\W?(?:\w+\W)?(?:be |être |ser )?")


_ITS_TALKS = re.compile(
    r"\b(?:said|says|told|announced|confirmed|reported|indiqué|annoncé|déclaré|dijo|anunció|informó|confirmó)\b[^,;]*"
    r"\b(?:visit|meeting|talks|session|summit|réunion|rencontre|visite|sommet|reunión|visita|encuentro|cumbre)"
    r" (?:on |of |du |de ce |del |de este |el |de |le )?$"
)


class _Verb(NamedTuple):
    start: int
    end: int
    tense: Tense


def tense_of(sentence: str, low: str, begin: int, stop: int) -> Tense:
    """What the verb of a day tells of it, "" where no verb stands beside it.

    That is the last verb in front of it in its clause, or the first one behind a day with which a clause begins.

    Args:
        sentence: as printed, with its accents: "viajará" is to come, and "viajara" is not.
        low: the same in plain small letters.
        begin: where the day begins.
        stop: where it ends.
    """
    since, until = max(0, begin - _BEFORE), stop + _BEHIND
    if _NEXT_TIME.search(low, since, begin):
        return "coming"
    before = sorted(
        [
            *_verbs(sentence, low, since, begin),
            *(_Verb(*one.span(), "coming") for one in _TO_COME.finditer(sentence, since, begin)),
            *(_Verb(*one.span(), "past") for one in _BEHIND_IT.finditer(sentence, since, begin)),
        ]
    )
    clause = max((one.end() for one in _CLAUSE.finditer(sentence, since, begin)), default=0)
    begins = (
        _JOINED.search(low, since, begin)
        or sentence.startswith(("'s ", "’s "), stop)
        or _ITS_TALKS.search(sentence, since, begin)
    )
    lasts = (
        _SINCE.search(low, since, begin) is not None
    )  # "has been here since Sunday, and leaves on Thursday"
    if before and before[-1].start >= clause and not begins:
        tense = before[-1].tense
        return "past" if lasts and tense == "present" else tense
    if lasts:
        return "past"
    behind = _ASIDE.sub(_blank, sentence[:until][stop:])
    after = (
        one
        for one in _verbs(behind, low[stop:until], 0, len(behind))
        if behind[one.start : one.end].strip() and not (one.tense == "past" and _BY.match(behind, one.end))
    )
    first = next(after, before[-1] if before else None)
    return first.tense if first is not None else ""


def _verbs(sentence: str, low: str, start: int, end: int) -> list[_Verb]:
    """The verbs of a stretch that tell whether something was or is to come, in order."""
    coming = [_Verb(*one.span(), "coming") for one in _coming(sentence, low, start, end)]
    found = list(coming)
    told: tuple[tuple[re.Pattern[str], str, Tense], ...] = (
        (_PAST, sentence, "past"),
        (cues.DONE, low, "past"),
        (_PRESENT, sentence, "present"),
    )
    for cue, words, tense in told:
        for match in cue.finditer(words, start, end):
            one = _Verb(*match.span(), tense)
            if not any(_is_part(one, other, sentence) for other in coming):
                found.append(one)
    return sorted(found)


def _coming(sentence: str, low: str, start: int, end: int) -> Iterator[re.Match[str]]:
    yield from _COMING.finditer(sentence, start, end)
    for match in cues.AHEAD.finditer(low, start, end):
        if _NOMINAL.match(match.group()) is None:
            yield match


def _is_part(one: _Verb, other: _Verb, sentence: str) -> bool:
    """Whether words belong to a verb of what is to come: "sera reçu", "will be held", "est attendu"."""
    if other.start <= one.start < other.end or other.start == one.start:
        return True
    return other.end < one.start and _OF_IT.fullmatch(sentence, other.end, one.start) is not None


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
