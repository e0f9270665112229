"""A post without the style in which its holder is addressed: "Adviser to the Prime Minister Ambassador Jane Doe"."""

from __future__ import annotations

import re

_STYLE = re.compile(
    r"(?P<post>.*\b(?:[Oo]f|[Ff]or|[Tt]o|[Aa]nd|d[eu]s?|del|et|y|para|pour)\s.*?[^\W\d_]{3,})\s+"
    r"(?:(?P<general>General)|(?:Vice[- ]|Rear[- ])?Admiral|Ambassador|Professor|Brigadier|Ambassadeur"
    r"|Ambassadrice|Embajadora?)$",
    re.DOTALL,
)
_GENERAL_TOO = re.compile(
    r"\b(?:Attorney|Director|Secretary|Inspector|Consul|Lieutenant|Major|Brigadier|Colonel|Governor|Surgeon|Solicitor"
    r"|Auditor|Comptroller|Controller|Prosecutor|Commissioner|Coordinator|Advocate|Adjutant|Commander|Registrar|Quartermaster"
    r"|Superintendent|Procurator|Representative|Manager|Accountant|Chief|Deputy|Commandant|Captain|Comisario|Fiscal|Procurador"
    r"|Inspecteur|Directeur|Directrice|Directora?|Secretari[oa]|Secrétaire|Commissaire|Procureure?|Administrator|Rapporteur)$"
)
_LINKS = re.compile(r"(?:^|\s)(?:the|an?|and|of|for|to|le|la|les|el|et|y|d[eu]s?|del)$")


def without_style(post: str) -> str:
    """The post alone; a style is all there is where no office stands in front of it."""
    found = _STYLE.fullmatch(post)
    if found is None or "," in post[found.end("post") :]:
        return post
    rest = found["post"]
    if _LINKS.search(rest) or not rest.split()[-1][:1].isupper():
        return post
    return post if found["general"] and _GENERAL_TOO.search(rest) else rest
