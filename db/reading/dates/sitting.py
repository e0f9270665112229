"""That both sides agreed to sit together again, or are to sign a text, on a day that the sentence goes on to tell."""

from __future__ import annotations

import re

_SITTING = (
    r"(?:sessions?|committees?|commissions?|meetings?|rounds?|consultations|dialogue|council|forum|reunions?|comites?"
    r"|conseil|sesion(?:es)?|comision(?:es)?|ronda|consultas|dialogo|consejo|foro)"
)
_AGREED_TO_SIT = re.compile(
    r"\b(?:agreed|concurred|decided|resolved|(?:ont|sont) (?:convenue?s?|decide)|acordaron|acordo|convinieron"
    r"|decidieron|quedaron)\b[^.;]{0,40}?\b(?:to |on |de |d'|en )?"
    r"(?:hold(?:ing)?|conven(?:e|ing)|tenir|reunir|celebrar|realizar)"
    rf"\b[^.;]{{0,60}}?\b{_SITTING}\b"
)
_TO_SIGN = re.compile(
    r"\b(?:treaty|agreement|accord|memorandum|protocol|convention|deal|text|traite|protocole|texte|acuerdo|tratado"
    r"|protocolo|convenio|memorando|texto)\b[^.;,]{0,60}? (?:(?:is|are|was|were) (?:(?:due|expected|set|scheduled) )?to"
    r" be|will be|sera|seront|doit etre|doivent etre|seran?|debe ser)"
    r" (?:signe(?:d|es?|s)?|firmad[oa]s?|suscrit[oa]s?)\b"
    r"|\b(?:la firma|la signature|the signing) (?:of|de|du) [^.;,]{3,60}? (?:will take place|is (?:due|set|scheduled)"
    r"|aura lieu|est prevue|tendra lugar|esta prevista)\b"
)


def to_sit(low: str) -> re.Match[str] | None:
    """Where a sentence in plain small letters says that they are to meet or to sign, None for nowhere."""
    return _AGREED_TO_SIT.search(low) or _TO_SIGN.search(low)
