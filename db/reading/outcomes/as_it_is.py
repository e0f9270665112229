"""Verbs of the ladder that tell nothing new: how good their cooperation is, who said so, what a thing is for."""

from __future__ import annotations

import re

_OF_GOOD = (
    r"(?:excelentes?|excelencia|alto|buen[oa]?s?|optim[oa]|magnific[oa]|excepcional|estrech[oa]"
    r"|excellente?s?|excellence|haut|bonne?s?|tres bonne?s?|exceptionnel(?:le)?|excellent|exemplary|outstanding|high)"
)
_COOPERATION = (
    r"(?:cooperacion|colaboracion|coordinacion|relacion(?:es)?|vinculos|entendimiento"
    r"|cooperation|collaboration|coordination|relations?|liens|entente|ties|relationship|partnership|partenariat)"
)
_HOW_GOOD = re.compile(
    rf"[^.;,]{{0,50}}?\b{_OF_GOOD}\W{{1,2}}(?:(?:nivel|estado|grado|clima|momento|niveau|etat|climat|qualite|level|state"
    r"|quality|degree)\W{1,2})?"
    r"(?:(?:of|de|des|de la|de las|de los|de l|du|the|their|existing|leur|la|les)\W{1,2}){0,4}"
    rf"(?:\w+ ){{0,2}}?{_COOPERATION}\b"
    rf"|\W{{1,3}}(?:that|que|qu')\W?(?:\w+\W){{0,3}}?{_COOPERATION}\b[^.;,]{{0,60}}?"
    r"\b(?:is|are|was|were|est|sont|etait|es|son|era|eran) (?:\w+ly |tres |muy |particulierement )?"
    r"(?:close|excellent|strong|good|exemplary|solid|etroite?s?|excellente?s?|bonnes?|solides?|exemplaires?|fortes?"
    r"|estrech[oa]s?|excelentes?|buen[oa]s?|solid[oa]s?|ejemplar(?:es)?)\b"
    r"|\W{1,3}(?:that|que|qu')\W?[^.;,]{1,60}?\b(?:is|was|represents|marks|est|constitue|represente|es|constituye"
    r"|representa|marca) (?:an?|une?|una) (?:\w+ ){0,2}?(?:step|milestone|example|pas|etape|jalon|exemple|paso|hito"
    r"|muestra|ejemplo)\b"
)
"""How good things are between them, with nothing that anybody is to do: "highlighted the excellent level of …"."""
_SAYS_HOW_IT_IS = re.compile(
    r"(?:(?:has|have|ont|a|ha|han) (?:\w+ )?)?(?:highlight|underlin|underscor|stress|prais|hail|laud|commend|not|welcom"
    r"|soulign|salu|relev|mis en exergue|lou|destac|subray|resalt|elogi|valor|remarc|celebr|reconoc)"
)
_THEN_MORE = re.compile(
    r"\b(?:need|should|must|will|would|but|besoin|necessite|devr\w+|mais|necesidad|deben?|pero|agree\w*|commit\w*)\b"
)
_MADE_BY = re.compile(
    r"(?:proposed|suggested|offered|requested|submitted|tabled|recommended|sought)(?= by\b)"
)
_BEEN = re.compile(r"\b(?:was|were|been|be|being|is|are)(?: \w+ly| also)? $")
_SEEKS = re.compile(r"(?:buscan?|pretenden?|aspiran? a|aim(?:s|ed)? to|seek(?:s|ing)?)\b")
_WHAT_SEEKS = re.compile(r"(?<!,) (?:que|which|that) $")
_PAPER = re.compile(
    r"\b(?:convenio|acuerdo|memorando|protocolo|proyecto|iniciativa|plan|agreement|memorandum|protocol|project|initiative"
    r"|document|documento|texto|text)(?: [\w']+){0,4} $"
)
_SAID = re.compile(
    r"(?:detall|explic|expus|subray|destac|recalc|resalt|enfatiz|remarc|reiter|insisti)o "
    r"(?:el|la|un|una) (?:cancilleria|ministeri\w+|comunicado|nota|fuente|gobierno|portavoz|vocer\w|ministr\w"
    r"|viceministr\w|funcionari\w|secretari\w|subsecretari\w|embajad\w+|director\w*|jef[ea]|dependencia|entidad|cartera"
    r"|policia|presidencia|titular|agencia|general|comisari\w|fiscal\w*|canciller)(?: [\w.'-]+){0,8}$"
)
_BEHIND_WHAT = re.compile(r"[,”»\"] $")
_WAS_FIXED = re.compile(
    r"se (?:acordo|convino|pacto|decidio) (?:el (?:pasado |dia )?(?:\d|lunes|martes|miercoles|jueves|viernes|sabado"
    r"|domingo)|hace\b|la semana pasada|en (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre"
    r"|noviembre|diciembre)\b)"
)
"""When it was agreed that they would meet."""
_OF_SOMEBODY = re.compile(r"\b(?:qui|who) (?:y |en )?$")
_DO = re.compile(r"(?:discutent|evoquent|abordent|examinent|etudient|soulignent)$")
_TRUSTS = re.compile(
    r"\b(?:confianza (?:en )?que|esperanza (?:de )?que|hope that|confidence that|confident that|confiants?e? que"
    r"|confiance (?:en ce )?que|espoir que)\b[^.;]{0,120}$"
)
_TO_COME = re.compile(r"(?:will|shall|would)\b|\w+(?:ra|ran|ront)\b")


_A_HEADING = re.compile(
    r"(?:l[oa]s )?(?:principales )?(?:temas|asuntos|puntos) (?:tratad|abordad|analizad)[oa]s\W*"
)


def is_good_as_it_is(low: str, at: int, verb: str) -> bool:
    """Whether a view only says how good the cooperation is, in a sentence of plain small letters."""
    if _SAYS_HOW_IT_IS.match(verb) is None:
        return False
    good = _HOW_GOOD.match(low, at + len(verb))
    return good is not None and _THEN_MORE.search(low, good.end()) is None


def is_only_hoped(low: str, at: int, verb: str) -> bool:
    """Whether somebody only trusts that it will be done."""
    return _TO_COME.match(verb) is not None and _TRUSTS.search(low, max(0, at - 160), at) is not None


def is_only_a_word(low: str, at: int, verb: str) -> bool:
    """Whether words look like a verb of the ladder and only say who made a thing, what it is for, or who told it."""
    return (
        _A_HEADING.fullmatch(low) is not None
        or (_MADE_BY.match(low, at) is not None and _BEEN.search(low, 0, at) is None)
        or (
            _SEEKS.match(verb) is not None
            and any(words.search(low, 0, at) for words in (_WHAT_SEEKS, _PAPER))
        )
        or (_SAID.match(low.rstrip(". "), at) is not None and _BEHIND_WHAT.search(low, 0, at) is not None)
        or _WAS_FIXED.match(low, at) is not None
        or (_DO.match(verb) is not None and _OF_SOMEBODY.search(low, 0, at) is not None)
    )
