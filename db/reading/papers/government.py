"""Whose address it is: a government's, which calls its own people by their posts alone, or a paper's."""

from __future__ import annotations

import re

_HOST = re.compile(r"(?:https?://)?(?P<host>[\w.-]+)", re.ASCII)
_OWN = re.compile(
    r"(?:^|\.)(?:gov|gob|gouv|govt|go|government|mil|admin|regjeringen)\.(?P<code>[a-z]{2})$", re.ASCII
)
_WHOLE = {
    "gov": "US", "mil": "US", "gc.ca": "CA", "canada.ca": "CA", "bund.de": "DE", "admin.ch": "CH", "overheid.nl": "NL",
    "rijksoverheid.nl": "NL", "belgium.be": "BE", "regjeringen.no": "NO", "regeringen.se": "SE", "government.se": "SE",
    "valtioneuvosto.fi": "FI", "europa.eu": "EU", "elysee.fr": "FR", "bundesregierung.de": "DE",
    "auswaertiges-amt.de": "DE", "kremlin.ru": "RU", "mid.ru": "RU", "government.ru": "RU", "government.nl": "NL",
    "wam.ae": "AE", "qna.org.qa": "QA", "kuna.net.kw": "KW", "mapnews.ma": "MA", "aps.dz": "DZ",
    "president.az": "AZ", "quirinale.it": "IT", "governo.it": "IT",
}  # fmt: skip
_CODES = {"UK": "GB"}


def voice_of(address: str) -> str:
    """The code of the country whose government publishes there, "" where it is nobody's or a newspaper's address."""
    host = _host_of(address)
    for ending, code in _WHOLE.items():
        if host == ending or host.endswith(f".{ending}"):
            return code
    own = _OWN.search(host)
    return _CODES.get(own["code"].upper(), own["code"].upper()) if own else ""


def paper_of(address: str) -> str:
    """The code of the country that an address ends with, "" for one that is used all over the world."""
    ending = _host_of(address).rpartition(".")[2].upper()
    return "" if len(ending) != _A_CODE or ending in _EVERYWHERE else _CODES.get(ending, ending)


def _host_of(address: str) -> str:
    match = _HOST.match(address.lower())
    return match["host"].rstrip(".") if match else ""


_A_CODE = 2  # letters
_EVERYWHERE = frozenset(
    ("AC", "AI", "AS", "BZ", "CC", "CD", "CO", "DJ", "EU", "FM", "GG", "GL", "IM", "IO", "IS", "LA", "LI", "LY", "ME",
     "MS", "MU", "NU", "PW", "SC", "SH", "ST", "SU", "TK", "TO", "TV", "VC", "WS")
)  # fmt: skip
"""Endings that are sold to anybody, for what they look like."""
