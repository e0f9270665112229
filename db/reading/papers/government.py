"""The country whose government publishes at an address, which calls its own people by their posts alone."""

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
    """The code of that country, "" where the address is nobody's or a newspaper's."""
    match = _HOST.match(address.lower())
    if match is None:
        return ""
    host = match["host"].rstrip(".")
    for ending, code in _WHOLE.items():
        if host == ending or host.endswith(f".{ending}"):
            return code
    own = _OWN.search(host)
    return _CODES.get(own["code"].upper(), own["code"].upper()) if own else ""
