"""Whom a text names as its own source: an agency, a ministry, a communique."""

from __future__ import annotations

import re

from db.reading.words import plain

_MOST = 30_000  # characters; who says so is said at the beginning
_END = r"(?=[,.;:\n»”\"]|$)"
_THE = r"(?:the |a |an |l['’]|la |le |les |el |un |une |una )?"
_ACCORDING = re.compile(
    r"\b(?:according to|citing|with reference to|referring to|selon|d['’]après|según(?: inform[óo]| indic[óo])?"
    r"|de acuerdo con|(?:indique|a indiqué|précise|annonce|a annoncé|rapporte|a rapporté|ajoute)"
    rf" (?=un communiqué|l['’]agence|une source))\s*(?P<who>{_THE}[^.;:,\n]{{3,90}}?){_END}",
    re.IGNORECASE,
)
_REPORTS = re.compile(
    r"[,”\"]\s+(?P<who>[A-Z][\w-]{2,30}(?: [A-Z][\w-]+){0,3}) (?:reports?|reported|informs|informed)\b"
)
_SPEAKS = re.compile(
    r"\b(?:sources?|statement|press|agency|agence|agencia|ministry|ministere|ministerio|communique|comunicado|note"
    r"|nota|police|policia|embassy|embajada|ambassade|government|gouvernement|gobierno|office|directorate|direction"
    r"|portal|newspaper|daily|quotidien|diario|media|officials?|fuentes|spokes\w+|porte-parole|portavoz)\b"
)


def cited_by(text: str) -> str:
    """Whom the text cites first, "" for nobody; what is done "according to a plan" cites nobody."""
    for match in _ACCORDING.finditer(text, 0, _MOST):
        who = " ".join(match["who"].split())
        named = any(word[:1].isupper() for word in re.sub(rf"^{_THE}", "", who).split()[:2])
        if named or _SPEAKS.search(plain(who)):
            return who
    reports = _REPORTS.search(text, 0, _MOST)
    return reports["who"] if reports else ""
