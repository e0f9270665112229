"""Verbs of the ladder that lead to nothing to be done: a commitment restated, a third party's matters, praise."""

from __future__ import annotations

import re

_RESTATES = (
    r"(?:(?:re)?affirm(?:ed|s)?|reiterat(?:ed|es)|emphasi[sz](?:ed|es)|underscored|underlined|stressed|confirmed"
    r"|(?:(?:a|ont) (?:\w+ )?)?(?:re)?(?:affirme|itere|souligne|confirme|rappele)"
    r"|(?:(?:ha|han) )?(?:reafirm|reiter|subray|destac|confirm)(?:o|aron|ado))"
)
_BETWEEN = r"(?:u\.s\.|[^.;,]){0,60}?"
_FIRM = (
    rf"{_RESTATES} {_BETWEEN}\b(?:(?:unwavering|ironclad|iron-clad|enduring|steadfast|unshak\w+|rock-solid"
    rf"|unequivocal)"
    r" (?:commitment|support|solidarity|bond)"
    r"|(?:engagement|attachement|soutien|appui|solidarite) (?:indefectible|inebranlable|sans faille|constant"
    r"|plein et entier)"
    r"|(?:compromiso|apoyo|respaldo|solidaridad) (?:inquebrantable|irrestricto|incondicional|ferreo|indeclinable))\b"
)
"""A commitment of always, in the words that every readout has for it."""
_THEIR_LAND = (
    rf"{_RESTATES} {_BETWEEN}\b(?:commitment|support|engagement|attachement|soutien|appui|compromiso|apoyo|respaldo) "
    rf"{_BETWEEN}\b(?:sovereignty|territorial integrity|centrality|independence"
    r"|souverainete|integrite territoriale|centralite|independance"
    r"|soberania|integridad territorial|centralidad|independencia)\b"
)
_VISION = (
    rf"{_RESTATES} {_BETWEEN}\b(?:(?:shared|common) (?:vision|values)"
    r"|(?:vision|valeurs) (?:partagees?|communes?)|(?:vision|valores) (?:compartid[oa]s?|comun(?:es)?))\b"
)
_PARTNERS = (
    rf"{_RESTATES} (?:the importance of )?(?:the |their |our )?[\w.'’]+-[\w.'’]+ (?:\w+ )?(?:partnership"
    rf"|relationship|alliance)\b"
    r"(?! (?:by|through|in|on|for|to)\b)"
)
"""Two names and what they call it: "underscored the importance of the Omani-Kenyan Strategic Partnership"."""
_GOOD_THINGS = (
    rf"{_RESTATES} (?:the importance (?:of|they attach to)|l'importance (?:de|du|des|d')|la importancia (?:de|del)) ?"
    r"(?:the |la |le |les |el )?(?:maintaining |preserving |upholding |respecting |safeguarding |respect for "
    r"|(?:maintien|respect) (?:de |du |des )|(?:mantener|preservar|respetar|respeto a|respeto de) )?(?:the |la "
    r"|le |les |el |los )?"
    r"(?:regional |global |international )?"
    r"(?:peace|stability|rule of law|human rights|democracy|freedom of|paix|stabilite|etat de droit|droits de l'homme"
    r"|droits humains|democratie|paz|estabilidad|estado de derecho|derechos humanos|democracia)\b"
)
"""What everybody is for: peace and stability, the rule of law, human rights."""
_THEIR_PART = (
    r"(?:leadership|role|reforms?|efforts|aspirations|presidency|chairmanship|candidacy|candidature)"
)
_SON_ROLE = r"(?:leadership|role|reformes?|efforts|aspirations|presidence|candidature)"
_SU_PAPEL = r"(?:liderazgo|papel|rol|reformas?|esfuerzos|aspiraciones|presidencia|candidatura)"
_BACKS = (
    rf"expressed (?:(?:his|her|its|their|strong|full|continued"
    rf"|\w+'s?) ){{0,2}}support for [^.;,]{{2,40}}?\b{_THEIR_PART}\b"
    rf"|(?:a |ont )?exprim(?:e|ee) (?:son|leur|le) (?:plein )?(?:soutien|appui) (?:a|au|aux) (?:l'|la "
    rf"|les )?{_SON_ROLE}\b"
    rf"|expres(?:o|aron|ado) (?:su|el) (?:pleno )?(?:apoyo|respaldo) a(?:l| la| los| las)? {_SU_PAPEL}\b"
    rf"|{_RESTATES} the importance of (?:(?!the\b|a\b|its\b|their\b)[\w.'-]+ ){{1,3}}leadership\b"
)
"""Support for what others do on their own: their reforms, their leadership."""
_PRAISES = (
    r"(?:commended|praised|hailed|lauded|applauded) [^.;,]{2,60}?\bfor (?:(?:his|her|its|their|the) )?"
    r"(?:leading\b|(?:\w+ )?(?:leadership|vision|wisdom)\b)"
    r"|(?:a |ont )?salue (?:le leadership|la sagesse|la vision)\b"
    r"|(?:elogi|destac|alab)(?:o|aron) (?:el liderazgo|la sabiduria|la vision)\b"
    r"|welcomed [^.;,]{2,60}?(?:['’]s?|\bof|\bby) (?:[\w'’]+ ){0,2}?(?:presidency|chairmanship|election"
    r"|appointment|visit)\b"
    r"|welcomed [^.;,]{2,60}? (?:that|which) (?:supported|led|helped|brought|allowed|made|enabled|contributed)\b"
    r"|(?:a |ont )?(?:discut\w+|evoqu\w+|aborde|discussed|emphasi[sz]ed|stressed|underlined|noted) (?:de |du )?"
    r"(?:the|l'|le) ?(?:(?:exceptional|excellent|outstanding|high) (?:level|state|quality)|excellent niveau"
    r"|niveau exceptionnel"
    r"|haut niveau) (?:of|de|des|d') ?(?:the )?(?:existing )?(?:\w+ )?(?:engagement|relations\w*|partnership"
    r"|ties|partenariat)\b"
    r"|(?:abord|destac|subray|coment)(?:o|aron) el (?:excelente|alto|excepcional) (?:nivel|estado) de "
    r"(?:las? )?(?:relacion\w*|asociacion|vinculos)\b"
)
_LOOKS_BACK = (
    r"(?:reflected|looked back) (?:on|at) (?:the |their |his |her )?(?:recent|last|latest|previous|past|first)\b"
    r"|updated (?!(?:the|their|its) (?:list|text|agreement|plan|protocol|action|roadmap|road map"
    r"|memorandum)\b)[^.;,]{3,40}? on "
    r"(?:the )?(?:recent|latest|current)?\s?(?:developments|situation|state)\b"
    r"|(?:a |ont )?informe [^.;,]{3,40}? d(?:es|e l') ?(?:derniers developpements|evolution)\b"
    r"|inform(?:o|aron) [^.;,]{0,40}?sobre (?:los ultimos acontecimientos|la evolucion)\b"
)
_WAY_FORWARD = (
    r"(?:exchanged views|discussed|(?:ont |a )?(?:echange|discute)|intercambiaron|conversaron)(?: \w+){0,3}? "
    r"(?:the way forward|the way ahead|la voie a suivre|el camino a seguir)\W*$"
)
"""A talk of which nothing is told but that it was held."""
_THREAT = (
    r"(?:agreed|concurred|(?:sont |ont )?(?:convenus?|estime)|coincidieron|acordaron"
    r"|convinieron)(?: en)? (?:that|que) "
    r"[^.;]{3,100}?\b(?:poses?|represents?|constitutes?|remains?|constitue|represente|demeure|constituye"
    r"|representa|supone)"
    r" (?:an? |une? |una? )?(?:\w+ ){0,2}?(?:threat|danger|menace|amenaza|peligro)\b"
)
"""What both think of somebody else, with nothing that they would do about it."""
_CONCERN = (
    r"(?:(?:expressed|raised|voiced|reiterated) (?:(?:its|their|his|her|the|continued|serious|deep|grave"
    r"|strong) ){0,3}concerns?"
    r" (?:over|about|at|with|regarding|on) |(?:a |ont )?(?:exprime|fait part de) (?:sa|leur"
    r"|ses) (?:\w+ )?(?:preoccupations?"
    r"|inquietudes?) \w+ |(?:expres|manifest)(?:o|aron) su (?:\w+ )?preocupacion (?:por|ante) )"
    r"(?:(?:the|la|le|el|l') ?)?(?:\w+ )?"
    r"(?:[\w.-]+['’]s? (?:support|conduct|policies|actions|behaviou?r|unfair|military|human rights)|coup|war\b"
    r"|invasion|crackdown|coup d'etat"
    r"|guerre|guerra|invasion|golpe de estado|detention of)"
)
"""Concern at what a third party, or the other one at home, does in politics."""
_SAYS_SO = re.compile(
    "|".join(
        f"(?:{words})"
        for words in (
            _FIRM, _THEIR_LAND, _VISION, _PARTNERS, _GOOD_THINGS, _BACKS, _PRAISES, _LOOKS_BACK, _WAY_FORWARD,
            _THREAT, _CONCERN,
        )
    )
)  # fmt: skip
_OF_A_THING = re.compile(r"\b(?:the|an?|any|with|new) $")
_AS_A_WORD = re.compile(r"(?:proposed|agreed|suggested|signed|planned)$")


def is_restated(low: str, at: int, verb: str) -> bool:
    """Whether a verb tells of nothing to be done, in a sentence of plain small letters.

    Args:
        low: the sentence.
        at: where the verb begins.
        verb: its words.
    """
    if _AS_A_WORD.match(verb) and _OF_A_THING.search(low, 0, at):
        return True  # "met the proposed Secretary of Finance"
    return _SAYS_SO.match(low, at) is not None
