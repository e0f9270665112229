"""Where the words of an outcome begin and end: with who did it, and before what a sentence tells of something else."""

from __future__ import annotations

import re

SHORTEST = 12  # characters of an outcome


def behind_a_stop(low: str, start: int, verb: int) -> int:
    """Where a clause begins behind a colon, a semicolon or "with": "…; the first phase will begin in May"."""
    stops = [stop.end() for stop in _STOP.finditer(low, start, verb) if verb - stop.end() >= _SUBJECT]
    told_with = _WITH.search(low, start, verb) if low.startswith(_ITS_OWN_SUBJECT, verb) else None
    return told_with.end() if told_with else stops[-1] if stops else start


_STOP = re.compile(r"; |: ")
_WITH = re.compile(r", (?:with|avec|con) (?=[^,;:]*$)")
_ITS_OWN_SUBJECT = ("topping", "high on", "top on")
_SUBJECT = 4  # characters


def with_its_subject(low: str, start: int, verb: int) -> int:
    """Where a clause begins that says late who did what: behind "that", or with both who did it."""
    begun = [that.end() for that in _THAT.finditer(low, max(start, verb - _SUBJECT_OF_THAT), verb)]
    return begun[-1] if begun else verb


_SUBJECT_OF_THAT = 60  # characters
_THAT = re.compile(
    r"\b(?:that|que) (?=(?:the|both|they|their|its|los|las|el|la|ambos|ambas|sus?|les|leurs?|le|ils|elles)\b[^,;:]*$)"
    r"|, (?=(?:both|the two|they|les deux|ambos|ambas|l[oa]s dos)\b[^,;:]*$)"
    r"|\bqu'(?=(?:ils|elles|une?|il|elle)\b[^,;:]*$)"
)


def before_an_aside(low: str, verb: int, end: int) -> int:
    """Where an outcome ends before what the same sentence tells of something else, or of who said so."""
    aside = _ASIDE.search(low, verb + SHORTEST, end)
    if aside is None or (aside.group()[:1] in _QUOTES and end - aside.start() < _LONG_SAYING):
        return end
    return len(low[: aside.start()].rstrip(" ,;"))


_QUOTES = ('"', "”", "»")
_LONG_SAYING = 50  # characters: "…," the minister said, without saying when
_ASIDE = re.compile(
    r",? as (?=[^.;]{3,120}?\b(?:wound up|wrapped up|ended|concluded|began|started|arrived|kicked off) (?:an?|his"
    r"|her|their)\b)"
    r"|(?:,|(?<!\d)) (?:hours|a day|days) (?:after|before) (?=(?:the|an?|his|her|their|its|he|she|they|it)\b)"
    r"|,? (?:even as|amid (?!the\b[^.;]{0,30}\btalks)"
    r"|alors meme qu[e'])\b"
    r"|,? (?:recalling that\b|rappelant qu(?:e\b|')|recordando que\b|(?:and|et|y) (?:(?:also )?recalled that\b"
    r"|(?:a|ont) (?:\w+ )?rappele qu(?:e\b|')|(?:ha|han) recordado que\b))"
    r"|, (?:the )?(?:[\w.-]+ ){0,4}?(?:agency|news|office|service|radio|television|ministry|embassy)(?: [\w.-]+){0,7}?"
    r" (?:reported|reports|said|says)\b|, [a-z]+ reports?\b(?: (?:referring|citing|with reference)\b|[.]?$)"
    r"|, (?:the (?:\w+ )?)(?:statement|communique|readout|release|note|report) (?:said|says|read|added|noted)\b"
    r"|, (?:(?:a|ont) (?:\w+ )?)?(?:indique|precise|annonce|souligne|rapporte|ajoute|selon|informo|indico|senalo"
    r"|preciso|detallo|explico|anuncio|anunciaron|informaron|agrego|segun)(?:nt)?"
    r" (?:(?:le|la|l'|une?|les|des|el|los|las|un) ?)(?:[\w']+ ){0,2}?(?:communique|note|source|ministeres?|porte-parole"
    r"|bureau|agence|ministres?|comunicado|ministerio|portavoz|vocer[oa]|agencia|oficina|fuentes?|ministr[oa]s?"
    r"|cancilleria|cancilleres|gobiernos?|dependencia|embajada|presidencia|policia)\b"
    r"|, (?:an?|one|another) (?:[\w-]+ ){0,3}(?:official|officer|spokes\w+|source|diplomat) (?:said|added|told)\b"
    r"|(?:[\"”»]?,|,[\"”»]) the (?:report|statement|communique) (?:reads|says|said)\b|[\"”»]?, lit-on (?:dans|sur)\b"
    r"|[\"”»],? (?:[\w.'-]+ ){0,3}?(?:said|told|declared|announced|added|dijo|declaro"
    r"|afirmo|anuncio"
    r"|sostuvo|aseguro|a (?:declare|annonce|dit|indique|precise|lance|glisse|confie)|affirme)\b"
)


def before_a_semicolon(low: str, verb: int, end: int) -> int:
    """Where the words of an outcome end: what stands behind a semicolon is told of something else, but in a list."""
    stop = low.find("; ", verb + SHORTEST, end)
    return end if stop < 0 or ":" in low[verb:stop] or low.count(";", verb, end) > 1 else stop
