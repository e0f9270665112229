"""Names of nobody who takes part: what is called after somebody, who only comments, who had the office before."""

from __future__ import annotations

import re

from db.reading.words import plain

NEAR = 70  # characters
_BUILDINGS = (
    r"(?:cent(?:re|er)|academy|university|college|school|institute|airport|hospital|stadium|mosque|cathedral|bridge"
    r"|foundation|barracks|base|building|hall|palace|museum|library|port|street|avenue|road|square|highway|prize"
    r"|award|memorial|auditorium|dam|reservoir|camp|mausoleum|park|conference cent(?:re|er))"
)
_CALLED_AFTER = re.compile(
    rf"(?:\s+[IVX]{{1,4}}\b)?(?:\s+(?:[A-Z][\w’'-]*|of|for|and|de|&)){{0,5}}?\s+(?-i:(?i:{_BUILDINGS}))\b"
)
_BUILDING_OF = re.compile(
    r"\b(?:universite|institut|aeroport|hopital|stade|mosquee|pont|fondation|caserne|palais|avenue|boulevard|place"
    r"|rue|academie|centre|lycee|ecole|complexe|camp|universidad|instituto|aeropuerto|hospital|estadio|puente"
    r"|fundacion|cuartel|palacio|avenida|plaza|calle|academia|escuela|colegio|monumento|mausoleo)"
    r"(?: (?:international|internacional|militaire|militar))?(?: d[eu]l?)?\s+"
    r"(?:(?:du |de |l')?(?:president|presidente|general|mariscal|marechal|roi|rey|king|cheikh|sheikh)\s+)?$"
)
_COMMENTS = re.compile(
    r"\b(?:association|asociacion|trade union|workers' union|syndica\w+|sindica\w+|chamber of|chambre de|camara de"
    r"|opposition|oposicion|politologue|politolog[oa]|political scientist|sociologue|sociolog[oa]|criminolog\w+"
    r"|analyst|analyste|analista|professor|professeure?|profesora?|catedratic[oa]|researcher|chercheu\w+"
    r"|investigadora? d\w+|think[ -]tank|observatory|observatoire|observatorio|ngos?|ong|human rights"
    r"|droits humains|derechos humanos|activist|militante?|campaigner|lawyer|avocate?|abogad[oa]|journalist\w*"
    r"|federation of|federacion de|federation des|bar council|truckers|routiers|camioneros|traders|commercants"
    r"|comerciantes|transporteurs"
    r"|transportistas|resident|residente|riverain|spokes(?:man|woman|person)|porte-parole|portavoz|vocer[oa]"
    r"|(?:public relations|press|communications?|media|information)"
    r" officer|\w+s'? union)\b"
)
_SPEAKS = re.compile(
    r"^(?:(?!\b(?:and|et|y)\b)[^;])*?\b(?:said|says|told|announced|stated|confirmed|argued|warned|added|noted|explained|commented|insisted"
    r"|replied|believes|thinks|complained|denie[ds]|dement|assure|soupire|nie|desmiente|desmintio|niega|nego"
    r"|dit|declare|estime|juge|rappelle|explique|affirme|ajoute|plaide|deplore|souligne|commente|regrette|confie"
    r"|critici[sz]ed|slammed|denounced|(?:a|ont) (?:denonce|critique|qualifie|exige|reproche)"
    r"|ha (?:tildado|criticado|exigido|denunciado|calificado|reprochado|cuestionado)|exigio|denuncio|califico"
    r"|dijo|anuncio|informo|indico|preciso|confirmo|annonce|indique|precise|confirme|afirmo|sostuvo|advirtio|explico|critico|aseguro|declaro|opino|senalo|comento|lamento)\b"
)
_ASKED = re.compile(
    r"\b(?:according to|selon|d'apres|pour|segun|a juicio de|para)\s+(?:(?:the|le|la|el|l')\s*)?[^,.;]{0,60}$"
)
OF_THEN = re.compile(
    r"(?:\bthen[- ]|\bthe then |\b(?:l')?alors |\bel entonces |\bla entonces |\bentonces |\b(?:the )?late |\bfeu "
    r"|\bex[- ])$"
)
"""In front of a title that somebody had at another time: "when then-Minister Jane Doe opened it"."""
CAME_LONG_BEFORE = re.compile(
    r"\b(?:weeks?|months?|years?|semaines?|mois|ans?|annees?|semanas?|mes(?:es)?|anos?)"
    r" (?:after|before|following|apres|avant|despues del?|antes del?)"
    r" (?:(?:the|an?|le|la|une?|el|una?|su|sa|son|his|her) |l')?(?:[\w'-]+ ){0,2}?"
    r"(?:visit|trip|journey|mission|deplacement|visite|voyage|viaje|visita|mision)\b[^.;,]{0,40}"
    r"\b(?:of|by|from|de|du|del|par|por)(?: (?:the|la|le|el))? (?:l')?$"
)
"""In front of who made another journey: "two months after the visit to Tunis by Director Jane Doe"."""
OF_BOTH_LEADERS = re.compile(
    r"\b(?:(?:portee?|voulue?|impulsee?|insufflee?|animee?|souhaitee?|tracee?|definie?|pronee?)s? par (?:les|nos)"
    r"|(?:wanted|driven|guided|promoted|set out|laid down|shared) by (?:the|our)"
    r"|(?:impulsad|promovid|querid|trazad|marcad|compartid)[oa]s? por (?:los|nuestros)"
    r"|(?:volonte|vision|impulsion|orientations|leadership|voluntad|instrucciones) (?:\w+ )?(?:des|de los|of the))"
    r" (?:deux |dos |two |both )?(?:chefs d'etat|presidents|dirigeants|souverains|heads of state|leaders"
    r"|jefes de estado|presidentes|mandatarios)[^.;]{0,80}$"
    r"|\b(?:nos|leurs|les|nuestros|sus|los|our|their|the) (?:deux |dos |two )?"
    r"(?:chefs d'etat|heads of state|jefes de estado)(?:,| que sont| que son| who are)[^.;]{0,80}$"
    r"|\b(?:qu'|que |as |tal como )(?:impuls|voulu|initi|souhait|prone|wanted|set out|querid)[a-z]*"
    r" (?:par|by|por)(?: (?:the|le|la|el))?(?: l')?\s*$"
)
"""In front of those whose will a meeting only follows: "portée par les deux chefs d'État, le roi Jean et"."""
TOOK_THE_PICTURE = re.compile(
    r"\b(?:photos?|foto(?:grafia)?s?|picture|image|credit|video|nota|texto)\s?(?:(?:credit )?by|:|par|por|de|of)\s?$"
)
"""In front of who made a picture or wrote a page: "[Photo by Jane Doe/Agency]"."""
OF_A_LETTER = re.compile(
    r"\b(?:lettre|message|missive|pli|letter|carta|mensaje|salutations|greetings|saludos|felicitations)\b[^.;,]{0,40}?"
    r" (?:a|au|to|al?|du|from|del?) (?:(?:the|la|le|el) )?(?:l')?$"
    r"|\b(?:de la part|de parte) (?:de|du|del)(?: (?:son frere|sa soeur|su hermano|su hermana),?)?(?: (?:le|la|el))? $"
)
"""In front of those who only write to each other: "remitted a letter to President Doe from President Roe"."""
HIS_BROTHER = re.compile(
    r"\b(?:son|sa|his|her|su) (?:\w+ (?:et|and|y) )?(?:frere|soeur|brother|sister|hermano|hermana),?"
    r"(?: (?:le|la|the|el|son excellence|his excellency))* (?:l')?$"
)
"""In front of a head of state in whose name another one speaks."""
OF_ANOTHER = re.compile(
    r"\b(?:celle|celui|ceux|that|the one|la|el) (?:effectuee?|tenue?|accomplie?|menee?|realisee?|made|paid|held"
    r"|realizad[oa]|efectuad[oa])\b[^.;,]{0,60}? (?:par|by|por)(?: (?:the|le|la|el))? (?:l')?$"
)
"""In front of who made another journey: "au lendemain de celle effectuée mercredi par la ministre"."""
BEGAN_SOMETHING = re.compile(
    r"\b(?:initiatives?|programm?es?|plans?|projects?|efforts?|campaigns?|proposals?|partnerships?|policy|strategy"
    r"|projets?|politique|strategie|campagnes?|propositions?"
    r"|iniciativas?|programas?|planes|proyectos?|campanas?|propuestas?|politica|estrategia)"
    r" (?:(?:was|were|first|recently|recemment|que|qui|a ete|est|fue) ){0,2}"
    r"(?:led|launched|announced|initiated|promoted|championed|spearheaded|unveiled|proposed|presented"
    r"|lancee?s?|annoncee?s?|portee?s?|menee?s?|proposee?s?|initiee?s?"
    r"|liderad[oa]s?|lanzad[oa]s?|anunciad[oa]s?|impulsad[oa]s?|promovid[oa]s?|propuest[oa]s?) (?:by|par|por)"
    r"(?: (?:the|its|their|le|la|el|su|son|sa|l'))?\s*$"
)
"""In front of somebody of whom only a work is spoken: "the initiative launched by President Jane Doe"."""
_DECIDED = (
    r"\b(?:(?:decision|vision|commitment|pledge|announcement|initiative|volonte|voluntad)(?: historique| conjunta)?)"
    r" (?:taken |made |announced )?(?:by|of|from|d[eu]|del?|prise par|adoptada por)(?: (?:the|le|la|el|l'))?"
)
DECIDED_BEFORE = re.compile(rf"{_DECIDED}\s*$|{_DECIDED} [^;]{{3,70}}? (?:and|et|y)\s*$")
"""In front of leaders whose decision is carried out: "the decision by President Jane Doe and President John Roe"."""
AS_SAID = re.compile(r"(?:^|[.,;] )(?:as|comme|como|tal como)(?: (?:the|le|la|el|l'))?\s*$")
HAS_SAID = re.compile(
    r",? (?:has |had |a |l'a |ha |lo ha )?(?:said|noted|stated|announced|made clear|underlined|dit|declare|rappele"
    r"|dicho|senalado|anunciado)\b"
)
"""Around somebody whose words are only called to mind: "As President Doe has said, …"."""


WHOSE_AIDE = re.compile(
    r"\b(?:head of (?:the )?(?:cabinet|office)|chief of (?:staff|cabinet)|spokes(?:man|woman|person)|private secretary"
    r"|chef(?:fe)? de cabinet|direct(?:eur|rice) d[eu] cabinet|porte-parole|jef[ea] de(?:l)? gabinete|portavoz"
    r"|special (?:adviser|advisor|assistant|envoy)|personal (?:representative|envoy)|envoye? personnel"
    r"|enviado personal) (?:of|to|d[eu]|del?|al?) (?:the |la |le |el |l')?(?:[a-z]+ commission )?$"
)
"""In front of whom somebody serves that is named as well: "Jane Doe, Head of Cabinet of President John Roe"."""
FOLLOWS_UP = re.compile(
    r"\b(?:(?:deja|ya|already) (?:examine|evoque|aborde|discut|traite|examinad|abordad|discutid|tratad|discuss|raise"
    r"|review)[a-z]*,? [^;.]{0,60}?\b(?:entre|between) [^;.]{0,110}$"
    r"|(?:as (?:a )?follow[- ]?up to|following up on|dans le prolongement de|en seguimiento al?|fait suite a"
    r"|da seguimiento al?)\b[^;]{0,40}?"
    r"\b(?:call|conversation|meeting|talks|visit|appel|entretien|rencontre|llamada|conversacion|reunion|encuentro)"
    r"(?: (?:between|of|by|entre|de) [^;.,]{0,110}"
    r"| (?:que|qu') ?(?:sostuv|mantuv|tuv|celebr|ont|a eue?|avai)[^;.]{0,110})$)"
)
"""In front of those who spoke another time, upon which the story follows."""


_OF_WHAT_HE_DID = re.compile(
    r"\b(?:which|whom|(?<!told )(?<!assured )(?<!informed )(?<!reminded )(?:the|its|their|an?) (?!fact|news|hope"
    r"|idea|view"
    r"|announcement|statement|report|belief|assurance)[\w-]+(?: [\w-]+)? that"
    r"|(?:le|la|l'|les|un|une) ?[\w-]+(?: \w+)? que|(?:el|la|los|las|una?) \w+(?: \w+)? que) "
    r"(?:the |le |la |el |l')?(?:(?:u\.?s\.? )?(?:president|king|prime minister|premier|chancellor|presidente|roi|rey"
    r"|premier ministre|primer ministro|presidenta) [\w' .-]{3,40}? (?:and|et|y) )?$"
)
"""What stands before a head of state who only did, at another time, something that is spoken of."""
_HEAD_OF_STATE = re.compile(
    r"(?:\w+ )?(?:president|presidente|presidenta|king|queen|roi|rey|prime minister|premier|premier ministre"
    r"|primer ministro|primera ministra|chancellor|canciller federal|emir|sultan)$"
)
_OF_A_STATE = re.compile(
    r"(?:president|presidente|presidenta|roi|king|rey|reine|queen|emir|sultan)\b"
    r"(?!.*\b(?:board|commission|comite|committee|conseil|council|cour|court|chambre|assembl\w+|senat\w*))"
)
_SENDS_OTHERS = re.compile(
    r",?(?: jr\.?,?| sr\.?,?)?(?: (?:today|yesterday|\w+day|on \w+|has|hoy|ha|a))*"
    r" (?:announce[ds]?|designate[ds]?|name[ds]|dispatch\w*|sent|annonce|designe|depeche|anuncio|designo|nombro|envio)"
    r" (?:the (?:designation|composition|members|names) of |la (?:composition|composicion|designation"
    r"|designacion) d\w+ )?"
    r"(?:an?|the|his|her|une?|la|sa|una?|su) (?:[\w-]+ ){0,3}?(?:delegation|delegacion|mission|mision|team)\b"
)
"""Behind who only sends a delegation: "President Doe announced a delegation to the ceremony"."""
_HAD_DONE = re.compile(
    r"(?: (?:and|et|y) [^,.;]{3,60}?)? (?:(?:has|had|have) (?:\w+ )?\w+ed|made|gave|launched|announced|set"
    r"|outlined|laid"
    r"|directed|ordered|issued|unveiled|(?:a|ont|avait|avaient) \w+|(?:ha|han|habia|habian) \w+|anuncio|lanzo|hizo"
    r"|hicieron|dio|impulso)\b"
)


def only_did_before(before: str, title: str, after: str) -> bool:
    """Whether somebody only sends others, or a head of state did what they speak of: "the pledge President Doe made".

    Args:
        before: what stands in front of the title.
        title: in plain small letters.
        after: what stands behind the name.
    """
    if _SENDS_OTHERS.match(after) is not None:
        return True
    if _OF_A_STATE.match(title) and (OF_A_LETTER.search(before) or HIS_BROTHER.search(before)):
        return True
    return bool(_HEAD_OF_STATE.fullmatch(title) and _OF_WHAT_HE_DID.search(before) and _HAD_DONE.match(after))


def was_not_there(after: str) -> bool:
    """Whether somebody is said not to have come: "John Doe, who did not attend".

    Args:
        after: what stands behind the name, in plain small letters.
    """
    return _NOT_THERE.match(after) is not None


_NOT_THERE = re.compile(
    r",? (?:who|qui|quien) (?:(?:did|was|could|has) (?:not|n't|never)|didn't|wasn't|n'(?:a|etait|avait) pas"
    r"|ne (?:put|pouvait)|no (?:asistio|participo|estuvo|acudio|pudo))\b"
)


def is_called_after(text: str, before: str, end: int) -> bool:
    """Whether a building or an institution bears a name: "the King Hassan Training Centre", "l'Université Jean Doe"."""
    return _CALLED_AFTER.match(text, end, end + NEAR) is not None or _BUILDING_OF.search(before) is not None


def only_comments(text: str, before: str, end: int, title: str, title_end: int) -> bool:
    """Whether somebody is only quoted on what others do: "Transporters Association director John Doe said …".

    Args:
        text: the whole text.
        before: what stands in front of the name and its title, in plain small letters.
        end: offset after the name.
        title: as printed, "" for none.
        title_end: offset after it.
    """
    if _SAID_THE_SPOKESMAN.search(before):
        return True
    last = max(end, title_end)
    behind = plain(text[last : last + NEAR])
    beside = behind.split(",")[0 if title_end > end else 1 if behind[:1] == "," else 2 :][:1]
    beside = [words for words in beside if not _SAYS_WHO.match(words)]
    ahead = _RANK_FOLLOWS.sub("", before).rsplit(",", 1)[-1]
    if not any(_COMMENTS.search(words) for words in (ahead, plain(title), *beside)):
        return False
    before, behind = _STOP.split(before)[-1], "" if behind[:1] in _ENDS else _STOP.split(behind)[0]
    return any(
        words.search(near)
        for words, near in ((_SPEAKS, behind), (_ASKED, before), (_SPEAKS, before[-_CLOSE:]))
    )


_SAID_THE_SPOKESMAN = re.compile(
    r"\b(?:said|announced|(?:a|ont) (?:dit|declare|indique|annonce|precise|ajoute|explique)|informo|dijo|indico|anuncio"
    r"|preciso|senalo|explico|declaro) (?:the |la |le |el )?(?:\w+ )?(?:spokes\w+|porte-parole|portavoz|vocer[oa])\b"
    r"[^.;]{0,50}$"
)
_RANK_FOLLOWS = re.compile(r",\s+(?:(?:the|le|la|el)\s+|l')?$")
"""In front of a rank behind an office: "le porte-parole de la police, le commissaire Jean Doe"."""
_SAYS_WHO = re.compile(
    r"\s*(?:(?:a|ont|ha|han|has|have) )?(?:said|announced|stated|confirmed|told|annonce|indique|precise|confirme"
    r"|declare|dit|anuncio|anunciado|informo|informado|indico|preciso|confirmo|dijo|senalo)\b"
)
"""Behind a name, what somebody else told: "Jane Doe, announced a spokesman on Monday"."""
_STOP = re.compile(r"(?:(?<=[a-z0-9)]{4})[.:]|[;!?»”\"])\s")
_ENDS = (".", ";", "!", "?")
_CLOSE = 30  # characters
