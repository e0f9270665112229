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
    r"|federation of|federacion de|federation des|bar council|traders|commercants|comerciantes|transporteurs"
    r"|transportistas|resident|residente|riverain|spokes(?:man|woman|person)|porte-parole|portavoz|vocer[oa])\b"
)
_SPEAKS = re.compile(
    r"^(?:(?!\b(?:and|et|y)\b)[^;])*?\b(?:said|says|told|argued|warned|added|noted|explained|commented|insisted|replied|believes|thinks|complained"
    r"|dit|declare|estime|juge|rappelle|explique|affirme|ajoute|plaide|deplore|souligne|commente|regrette|confie"
    r"|dijo|afirmo|sostuvo|advirtio|explico|critico|aseguro|declaro|opino|senalo|comento|lamento)\b"
)
_ASKED = re.compile(
    r"\b(?:according to|selon|d'apres|pour|segun|a juicio de|para)\s+(?:(?:the|le|la|el|l')\s*)?[^,.;]{0,60}$"
)
OF_THEN = re.compile(
    r"(?:\bthen[- ]|\bthe then |\b(?:l')?alors |\bel entonces |\bla entonces |\bentonces |\bthe late |\bfeu "
    r"|\bex[- ])$"
)
"""In front of a title that somebody had at another time: "when then-Minister Jane Doe opened it"."""


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
    last = max(end, title_end)
    behind = plain(text[last : last + NEAR])
    beside = behind.split(",")[0 if title_end > end else 1 if behind[:1] == "," else 2 :][:1]
    if not any(_COMMENTS.search(words) for words in (before.rsplit(",", 1)[-1], plain(title), *beside)):
        return False
    before, behind = _STOP.split(before)[-1], _STOP.split(behind)[0]
    return any(
        words.search(near)
        for words, near in ((_SPEAKS, behind), (_ASKED, before), (_SPEAKS, before[-_CLOSE:]))
    )


_STOP = re.compile(r"(?:(?<=[a-z0-9)]{4})[.:]|[;!?»”\"])\s")
_CLOSE = 30  # characters
