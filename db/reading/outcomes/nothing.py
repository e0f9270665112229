"""Verbs of the ladder of which nothing came: not done or put off, thanks, a programme, a purpose, mere words."""

from __future__ import annotations

import re

from db.commitments import DISCUSSED, RUNGS
from db.commitments.reading import Proposal
from db.reading.outcomes.by_the_way import is_by_the_way
from db.reading.outcomes.narrated import is_narrated
from db.reading.outcomes.not_theirs import is_of_others
from db.reading.outcomes.restated import is_restated

_NO_OUTCOME = re.compile(
    r"(?:thank|gratitude|appreciat|condolence|visit|tour|present|brief|(?:was|were) brief|noted(?! with"
    r"| (?:\S+ ){0,4}?(?:desire|interest|readiness|willingness|intention|need)\b)"
    r"|took note"
    r"|(?:(?:a|ont) )?pris note|tomaron nota|tomo nota|recall|observ|acknowledg|congratul|felicit"
    r"|(?:(?:a|ont) )?remerci"
    r"|agradec|record|rappel|constat"
    r"|exprim(?!e (?:\w+ ){0,3}(?:preoccupation|disponibilite|disposition|volonte"
    r"|souhait))"
    r"|expres(?!(?:sed|aron|ado) (?:[^\s,;]+ ){0,7}?(?:concern|preocupacion|commitment|determination|resolve)"
    r"|(?:sed|aron|ado|o) (?:[\w']+ ){0,3}(?:readiness"
    r"|willingness|wish|desire|deseo|intention|interest in|disposicion|voluntad|intencion|interes\b)"
    r"|sed (?:[\w']+ ){1,3}interest$)(?!\w+ (?:(?:the|his|her|their|its|la|su) )?(?:hope|esperanza)$)|invit(?:ed"
    r"|aron|o)$"
    r"|visite"
    r"|recogi|acogi|a note|ont note|wants? to|hope[sd]? to|esperan? \w+[aei]r\b)"
)
_FORMULA = re.compile(
    r"(?:paid|pays?|rendered) (?:[\w-]+ )?(?:tribute|homage|respects)\b|(?:ont|a) rendu hommage\b"
    r"|rind(?:io|ieron) homenaje\b|(?:a ete|ont ete) (?:salue|accueilli)e?s? par (?:un|une|des|le|la) \w+|"
    r"(?:jointly )?addressed (?:the |a |an )?(?:joint )?(?:media|press|news conference|press conference|gathering)\b|"
    r"(?:(?:ont|a) offert|ofreci\w+|offered|hosted) (?:an? |une? |un |una )(?:\w+ )?(?:lunch|dinner|reception"
    r"|dejeuner|diner|cocktail|almuerzo|cena|recepcion|coctel)\b|"
    r"(?:signed|a signe|ont signe|firmo|firmaron) (?:the |le |el )?(?:visitors?'?s?|guests?'?s?|golden|livre d'or"
    r"|libro de (?:visitantes|visitas|honor|oro)|book of condolences?)\b"
    r"|(?:approved|cleared|drafted|signed|agreed):"
    r"|accepted(?: with \w+| gladly)?(?:[.;,]|$)|(?:(?:a|ont) )?ete acceptee?s?(?: avec \w+)?(?:[.;,]| et\b|$)"
    r"|fue aceptada(?: con \w+)?(?:[.;,]| y\b|$)|"
    r"celebraron (?:un|una|la|el|su) (?:\w+ )?(?:reunion|encuentro|sesion)\b|"
    r"(?:condemn|ont condamne|a condamne|conden)\w*(?: \w+){0,4}? (?:in all its|in any form|all forms"
    r"|sous toutes"
    r"|en todas|toda forma|todas las formas)"
)
"""What every communique says."""
_THIS = re.compile(
    r"(?:welcomed|hailed|praised|commended|(?:a|ont) salue|celebr(?:o|aron)|salud(?:o|aron)|valor(?:o|aron))"
    r"(?: with \w+| con satisfaccion)? (?:th(?:is|ese)\b|the (?:offer|proposal|announcement|gesture"
    r"|contribution|donation)\b"
    r"|cet(?:te)?\b|ces?\b|l'(?:offre|annonce)\b|est[aeo]s?\b|el (?:gesto|anuncio|ofrecimiento)\b"
    r"|la (?:oferta|propuesta)\b)"
    r"|(?:praised|hailed|lauded|commended|welcomed) (?:the |their |his |her )?(?:\w+ ){0,2}(?:organi[sz]ation"
    r"|hospitality"
    r"|reception|arrangements) (?:of|by|at|for|they|he|she)\b"
)
"""A word of welcome for what the text has just told."""
_OF_THE_SITTING = re.compile(
    r"\b(?:minutes|agenda|compte rendu|ordre du jour|proces-verbal|acta|orden del dia)\b[^.;]{0,80}$"
)
"""In front of what is adopted as every sitting begins."""
_ADOPTED = re.compile(r"(?:\w+ )?(?:adopt|approv|approuv|aprob)\w*$")
_PERSON = (
    r"(?:delegation|ministers?|counterpart|deputy|directors?|president|guests?|visitors?|mission|officials"
    r"|envoy"
    r"|ambassador|secretary|chief|commissioner|general|him|her|them|mr|mrs|ms|dr|gen|col|amb|lt|maj|sir|dinner"
    r"|lunch|reception"
    r"|banquet|talks)"
)
_AHEAD = re.compile(
    r"(?:will|shall|would|(?:is|are|was|were) (?:expected|due|set|about|scheduled|slated) to|is to|are to"
    r"|plan(?:s|ned)? to"
    r"|devrait|devraient|doit|doivent|preve\w*|(?:tienen?|se tiene) previsto|esperan?|planean?)\s+"
    r"(?:also\s+|then\s+|egalement\s+)?(?:(?:visit|travel|arrive|fly|be received|get acquainted"
    r"|meet(?! (?:again|every|twice"
    r"|once|regularly|annually|quarterly|monthly|at least|for the first time)\b)"
    r"|head (?:an?|the|his|her|for|to|home|back)"
    r"|(?:lead|head|represent) (?:[\w'’-]+ ){1,5}?(?:delegation|team|mission|group|side)|pay (?:an?|his|her|their"
    r"|tribute)"
    r"|(?:hold|have) an? (?:[\w-]+ ){0,2}(?:meeting|call) with|(?:hold|have) (?:talks|meetings)(?! (?:every|twice"
    r"|once|each|regularly|annually))|discuss|tour|inspect|lay"
    r"|speak|give (?:a|the) (?:speech|lecture|talk)"
    r"|stay|spend|leave|depart|land|be (?:welcomed|hosted|joined|briefed)|dine|see"
    r"|review|examine|address|focus|explore|attend|accompany|include|be accompanied|return (?:to|home|on"
    r"|from|today|tomorrow)|(?:hold|address|give|have) (?:an? )?(?:joint )?(?:press|news) (?:conference|briefing)"
    r"|join (?:an?|the|his|her) (?:\w+ )?(?:dinner|lunch|reception|ceremony|banquet)"
    r"|(?:co-?)?chair|preside|open (?:the|an?) (?:\w+ ){0,2}?(?:conference|meeting|session|forum|workshop"
    r"|summit|seminar"
    r"|ceremony|exhibition|event|course)|deliver (?:a|an|the) (?:speech|address|lecture|keynote|message)"
    r"|take part|participate"
    r"|brief|stop|call on|hand over an? (?:letter|message|gift)|(?:conclude|begin|start|end) (?:his|her"
    r"|their|the) (?:visit|trip|tour)|be (?:back|there)\b"
    r"|se rendre|effectuer|rencontrer|s.entretenir|examiner|evoquer|visitar|viajar|reunirse|sobrevolar"
    r"|recorrer|inspeccionar|partir|regresar|asistir|encontrarse|acudir|volver|trasladarse|entrevistarse|llegar"
    r"|survoler|regagner|rentrer|assister)\b"
    rf"|(?:receive|host|welcome) (?:[\w'-]+ ){{0,5}}?{_PERSON}\b)"
    r"|(?:sera|seront) (?:recue?s?|accueillie?s?|accompagnee?s?)\b|deposer(?:a|ont) (?:une|des) gerbes?"
    r"|seran? (?:recibid|acompanad)[oa]s?\b"
    r"|(?:va|vont) (?:co-?)?(?:presider|prononcer|assister|participer)\b|prononcer(?:a|ont) "
    r"|comenzaran? su (?:programa|agenda|visita|gira|recorrido)\b"
    r"|seran? (?:distinguid|condecorad|declarad|agasajad)[oa]s?\b"
    r"|(?:va|vont) (?:recevoir|accueillir|rencontrer|se rendre)\b|(?:sera|seront) (?:la|present\w*|l'hotes?)\b"
    r"|van? a (?:recibir|visitar|viajar|reunirse)\b"
)
_OF_ITSELF = re.compile(
    r"(?:will|shall) be (?:co-)?(?:chaired|led|headed) by\b|(?:sera|seront) (?:co)?(?:presidee?s?|dirigee?s?) par\b"
    r"|seran? (?:co)?presidid[oa]s? por\b|"
    r"(?:will|shall)\s+(?:enter|come) into force|(?:will|shall) (?:allow|enable|help|make it"
    r"|remain|replace|be (?:the|an?|in|no|following) )"
    r"|(?:will|shall) (?:also |then )?(?:serve as (?:an?|the) |be (?:present|forthcoming|available|crucial|critical"
    r"|important|key|essential|vital)\b)"
    r"|desarrollaran? (?:hasta|en|el|los|del|durante|desde|entre|a partir|hoy|manana)\b"
    r"|(?:will|shall) be (?:closely )?watching\b|entrera en vigueur|entrara en vigor"
)
_EFFECT = re.compile(
    r"(?:will|shall) (?:also |further |greatly |help |significantly |\w+ly )?(?:strengthen|deepen|enhance"
    r"|boost|improve"
    r"|contribute|facilitate|pave|serve|ensure|lead|bring|mark|lay|promote|foster|cover|last|reduce"
    r"|increase|apply"
    r"|highlight|demonstrate|represent|reflect|underscore|underline|reinforce|complement|build (?:up)?on"
    r"|provide (?:a|the) (?:framework|basis)|take place|be held|focus|run|give|play|come|fight|combat"
    r"|open (?:the way|a new))\b"
)
_THING = re.compile(
    r"\b(?:agreement|memorandum|understanding|mou|accord|protocol|deal|visit|treaty|convention|document"
    r"|text|arrangement"
    r"|which|cooperation|(?:the|their|these) (?:talks|meeting|exercise)|this(?: \w+){0,3}|^it) $"
)
"""What does nothing itself: "the agreement will strengthen …", "the talks will take place …"."""
_WAY_OF_ASKING = r"(?:also |first |then |now |carefully |certainly |\w+ly )?"
_WEIGHED = (
    r"(?:consider|study|examin\w*|look (?:in)?to|reflect (?:on|upon)|review|weigh|think about|assess|raise"
    r"|analy[sz]e"
    r"|evaluate|evaluer\w*|evaluar\w*|considerar\w*|etudier\w*|analizar\w*|estudiar\w*|valorar\w*)"
)
_ASKED = (
    r"(?:it|them|this|that|(?:the|this|that|his|her|its|their|these|la|cette|sa|leur|le|ce|les|el|esa|esta"
    r"|su)"
    r" (?:\w+ )?(?:offer|proposal|request|idea|suggestion|invitation|matter|question|issue|point|form|text|draft|list"
    r"|wording|document|paper|file|case|demande|projet|texte|dossier|proyecto|texto|expediente"
    r"|proposition"
    r"|offre|idee|propuesta|solicitud|oferta|peticion|idea)s?)\b"
)
_PUT_OFF = re.compile(
    rf"(?:[^.;,]{{0,60}}\bwould|will|shall|promis\w+ (?:to|de|d)\W?|undertook to|pledged to|a promis(?: de"
    rf"| d)?\W?"
    rf"|prometi\w* ) ?{_WAY_OF_ASKING}(?:{_WEIGHED}(?: {_ASKED}|(?=[.,;]|$))|y reflechir\b|take (?:it|this|them) up\b"
    rf"|put (?:(?:it|them|this|the (?:idea|matter|question|request|proposal)) )?to\b|(?:take|bring"
    rf"|carry) (?:(?:it|this|that|them|{_ASKED}) back|back to (?!their\b|its\b|his\b|her\b))\b|revert\b"
    rf"|(?:get|come|report) back\b|pass (?:it|this|that|them|the (?:request|message|matter)) on\b"
    r"|refer (?:it|them|the matter)\b)"
    rf"|(?:offered to|(?:(?:a|ont) )?offert d[e']|ofrec(?:io|ieron)) ?{_WEIGHED}"
    r"|(?:will|would|shall) be (?:looked (?:at|into)|considered|studied|examined|weighed)\b(?! by\b)"
    r"|(?:is to|are to|will|shall) be (?:fixed|set|determined|decided|agreed|settled|worked out)\b(?! up)"
    r"|(?:sera|seront|seran) (?:valorad|estudiad|analizad|examinad|evaluad|etudie|examine|evalue)"
    r"|(?:sera|seront|seran) (?:fixe|determine|precise|arrete|acordad|definid|fijad|determinad)"
    rf"|(?:etudier|examiner|analizar|estudiar|valorar)(?:a|ait|ia|ont|aient|an|ian) {_ASKED}"
)
"""An answer that puts off what was asked: "would study the offer"."""
_NEVER_WAS = re.compile(
    r"\b(?:is|are) (?:likely|expected|due|set|scheduled|slated|hoped) to be $|"
    r"\b(?:(?:was|were) (?:(?:due|expected|supposed|meant|scheduled) )?to have(?: been)?|would have(?: been)?"
    r"|aurait du(?: etre)?|devait etre|auraient du(?: etre)?|iban? a (?:ser )?|debia(?:n)? haberse) $"
    r"|\b(?:was|were) to have\b(?:(?!\bbut\b)[^.;])*$"
    r"|\b(?:wants?|wanted|would like(?: to (?:see|have))?) (?:the|an?|this|that|its|his|her|their) (?:[\w-]+ ){1,5}$"
)
"""What was planned, and did not come about: "was to have been signed"."""
_DENIED = re.compile(
    r"\b(?:denied|denies|rejected (?:reports|claims)|dementi\w*|a nie|ont nie|nego|negaron|desmintio|desmintieron)\b"
    r"[^.;]{0,60}$"
)
ASKS_NO_NAME = re.compile(
    r"asked not to be|(?:requested|sought|asked for|on condition of) anonymity|(?:garder|requis) l'anonymat"
    r"|(?:a|ont) demande (?:a ne pas|l'anonymat)|pidio (?:no ser|el anonimato|anonimato)"
)
_HOPES = re.compile(r"esperan? (?:poder )?\w+[aei]r\b|esper(?:e|ent) (?:pouvoir )?\w+(?:er|ir|re)\b")
_TIME = re.compile(
    r"(?:asked|wanted|needs?|(?:a|ont) demande|pidio|pidieron)(?: (?:for|more|some|mas|du|un delai))* "
    r"(?:time|temps|tiempo)\b"
)
_NOBODY = re.compile(r"\b(?:there|(?:the|its|a) (?:exact )?dates?|las? fechas?|(?:la|les|une) dates?) $")
_SAYING = re.compile(r"[\"“«](?:[^\"“”«»]*)$")
_TO_DO = re.compile(
    r"(?:will|shall) (?:also |now |soon )?(?:send|provide|open|train|deliver|sign|create|set up|establish"
    r"|build|donate"
    r"|fund|finance|host|launch|appoint|post|second|lend|supply|equip|share|exchange|organi[sz]e|extend"
    r"|ratify"
    r"|hand over|introduce|offer|pay)\b"
)
"""What somebody may say in so many words and mean it."""
_PASSIVE = re.compile(r"\b(?:was|were|been|be|being|had|by) $")
_CONSULTED = re.compile(
    r"(?:ont |a )?passe en revue (?:une?|la|le|les|des) (?:\w+ )?(?:detachements?|garde|troupes?|piquets?"
    r"|elements|haie)\b|"
    r"consulted with (?:(?!on\b|about\b)[\w-]+ ){0,8}?(?:leaders|officials|authorities|counterparts?|partners"
    r"|experts)(?:[.;,]|$)"
)
"""With whom they spoke, and nothing of what."""
_VISIT_WILL = re.compile(r"\b(?:the|this|his|her|la|cette|su|esta) (?:visit|trip|visite|visita)\s+$")
_RECEIVING = re.compile(
    r"(?:welcomed|received|greeted) (?:at|by) "
    rf"|(?:welcomed|praised|thanked|received) (?:[\w-]+ ){{0,3}}?(?:{_PERSON}|prime"
    rf"|\w+'s? (?:\w+ )?(?:{_PERSON}|prime))"
    r"\b(?!'s? (?!(?:\w+ )?(?:minister|president)))"
)
_SPOKEN = re.compile(r"[\"”»],? (?!(?:and|et|y) )(?:\w+ ){0,2}$")  # "…", the minister stressed
_TOLD_SO = re.compile(r"\b(?:segun|tal y como|selon ce qu'?) $")  # "según ha informado la policía"
_INVITATION = re.compile(r"(?:accepted|a accepte|acepto|aceptaron) (?:\w+ ){1,2}invita[ct]ion")
_PURPOSE = re.compile(
    r"\b(?:visit|trip|meeting|tour|mission|talks|delegation|visite|deplacement|reunion|rencontre"
    r"|visita|viaje|encuentro|it)\b"
    r"[^.;]{0,60}$"
)
_AIM = re.compile(r"(?:aim|intend|plan|hope|seek|sought|vise|pretend|busca|espera|entend|prev)")
_NEAR = 90  # characters


_SOMEBODY_WOULD = re.compile(rf"\b{_PERSON}\b.* would$")
_TO_EVERYBODY = re.compile(
    r"(?:urged|called on|appealed to|invited|asked|warned|advised|exhort\w+|(?:ont|a) (?:appele|invite"
    r"|exhorte)|llam\w+|inst\w+|pidi\w+)"
    r" (?:al? |aux? |all |les |la |los |the |sus )*(?:general )?(?:public|citizens|compan(?:y|ies)"
    r"|business(?:es)?|motorists|drivers"
    r"|parents|residents|travell?ers|victims|people|anyone|anybody|media|journalists|users|consumers"
    r"|population|citoyens|usagers"
    r"|automobilistes|parents|victimes|ciudadan\w+|poblacion|empresas|padres|vecinos|usuarios|conductores)\b"
)
_TOLD_US = re.compile(
    r"(?:briefed|informed|updated|told|assured) (?:us|me|post|poloff\w*|econoff\w*|emboff\w*|the embassy|our)\b"
    r"|(?:nous|m')\W?a(?:ient)? (?:informe|indique)"
)
_EMPTY = re.compile(
    r"(?:reaffirm\w*|reiterat\w*|underscor\w*|underlin\w*|stress\w*|highlight\w*|(?:remain"
    r"|stay)\w* committed to|reafirm\w+"
    r"|subray\w+|destac\w+|(?:ont|a) (?:reaffirme|reitere|souligne))"
    r" (?:(?:the|our|their|its|an?|la|las|le|les|leurs?|el|los|su|sus|l)\W)?"
    r"(?:(?:strategic|enduring|strong|close|long-?standing|historic|deep|excellent|friendly|special|bilateral"
    r"|fraternal|brotherly"
    r"|solid|robust|unique|shared|mutual|firm|continued|importance of (?:the|our|their)|and|of"
    r"|strength of (?:the|our|their)"
    r"|liens|excellence des?|qualite des?|solidite des?|excelencia de|importance des?|l'importance d\w+"
    r"|relacion\w*|estrech\w+|historic[oa]s?|excelent\w+)[, ]+){0,7}"
    r"(?:relationships?|partnerships?|liens|friendship|ties|bonds|relations|alliance|amitie|partenariat"
    r"|relations? \w+"
    r"|amistad|lazos|vinculos|relaciones|alianza|asociacion)"
    r"(?:(?! (?:by|through|to \w+|par|en|mediante|and (?:agreed|the need))\b)[^.;,]){0,120}(?:[.;,]|$)"
)
"""Friendship and partnership, with nothing that anybody is to do for them."""


def says_nothing(low: str, proposal: Proposal) -> bool:
    """Whether nothing came of a verb of the ladder where it stands in a sentence of plain small letters."""
    at = proposal.start
    verb = low[at : proposal.end]
    goes_then = _SOMEBODY_WOULD.search(verb) and _AHEAD.match(low, proposal.end - len("would")) is not None
    return (
        goes_then
        or proposal.undone
        or (RUNGS.index(proposal.rung) in (0, 3) and _is_mere_word(low, at, verb))
        or (any(words.match(low, at) for words in _FROM_THE_VERB) and not _they_sit(low, at))
        or any(words.search(low, 0, at) for words in (_SPOKEN, _TOLD_SO, _NOBODY, _NEVER_WAS, _DENIED))
        or (_ADOPTED.match(verb) is not None and _OF_THE_SITTING.search(low, 0, at) is not None)
        or _is_of_a_thing(low, at, proposal)
        or is_of_others(low, at, verb)
        or is_restated(low, at, verb)
        or is_by_the_way(low, at, verb, rung=RUNGS.index(proposal.rung))
        or is_narrated(low, at, verb, view=RUNGS.index(proposal.rung) <= DISCUSSED)
        or (verb.startswith("invited") and _PASSIVE.search(low, 0, at) is not None)
        or (verb.startswith(("will", "shall")) and _is_said(low, at) and not _TO_DO.match(low, at))
        or (verb == "called on" and _ON_SOMEBODY.match(low, proposal.end) is not None)
        or (verb == "called on" and " to " not in low[proposal.end : proposal.end + _NEAR])
        or (proposal.rung == "proposed" and bool(_AIM.match(verb)) and bool(_PURPOSE.search(low, 0, at)))
    )


_ON_SOMEBODY = re.compile(
    r" (?:the |his |her |their )?(?:[\w'-]+ )?(?:prime minister|president|king|queen|minister|governor|speaker|director"
    r"|chief|commissioner|inspector|secretary|ambassador|mr|mrs|ms|dr|h\.?e)\b"
    r"[^.;]{0,140}?\b(?:at|in|on|during|here|today|yesterday)\b"
)
"""Whom somebody paid a call, and did not ask for anything."""


def _is_said(low: str, at: int) -> bool:
    """Whether a verb stands in somebody's own words, be it the last sentence of them: "We will see," she said."""
    ends = _SPEECH_ENDS.match(low)
    return _SAYING.search(low, 0, at) is not None or (ends is not None and at < ends.end())


_SPEECH_ENDS = re.compile(r"[^\"“”«»]*[,.!?][\"”»]")


def _is_mere_word(low: str, at: int, verb: str) -> bool:
    """Whether a verb says no more than thanks, praise or a greeting; to ask somebody to a town is more."""
    return _NO_OUTCOME.match(verb, _behind_auxiliary(verb)) is not None and _ASKED_TO.match(low, at) is None


def _behind_auxiliary(verb: str) -> int:
    """Where the word itself begins in "ont rappelé", "a également exprimé" or "han visitado"."""
    auxiliary = _AUXILIARY.match(verb)
    return auxiliary.end() if auxiliary is not None else 0


_AUXILIARY = re.compile(r"(?:a|ont) (?:egalement |aussi )?")


_ASKED_TO = re.compile(
    r"invited (?:[^\s,;]+ ){1,6}?to (?!(?:the|an?|his|her|their|dinner|lunch|tea|comment|do|talks)\b)"
    r"[\w-]+(?: [\w-]+)?(?: (?:in|for|next|later|this|on|before|at|by)\b|[.,;]|$)"
)
_SITS = re.compile(
    r"(?:will|shall|is to|are to) meet (?!the\b|with\b|his\b|her\b|their\b|\w+ (?:minister|president))"
)
_BODY = re.compile(
    r"\b(?:committee|group|commission|experts|teams?|panel|council|officials|sides|parties|services|chiefs) $"
)


def _they_sit(low: str, at: int) -> bool:
    """Whether those who will meet are a committee or the like, which no programme of a visit tells."""
    return _SITS.match(low, at) is not None and _BODY.search(low, 0, at) is not None


_FROM_THE_VERB = (
    _AHEAD, _OF_ITSELF, _RECEIVING, _INVITATION, _FORMULA, _THIS, _PUT_OFF, ASKS_NO_NAME, _TIME, _HOPES, _TOLD_US,
    _EMPTY, _TO_EVERYBODY, _CONSULTED,
)  # fmt: skip


def _is_of_a_thing(low: str, at: int, proposal: Proposal) -> bool:
    """Whether a visit or paper is said to do something."""
    visit = "sign" not in f"{proposal.rung} {proposal.verb}" and _VISIT_WILL.search(low, 0, at) is not None
    return visit or (_EFFECT.match(low, at) is not None and _THING.search(low, 0, at) is not None)
