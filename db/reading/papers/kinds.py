"""What sort of paper a text is, as the lines above it say: minutes, a cable, a letter, a communique, an article."""

from __future__ import annotations

import re

from db.reading.papers.letterheads import MINUTES
from db.reading.words import plain
from db.vocabulary import SourceKind

_LONGEST = 2_000  # characters above a text
_CABLE = re.compile(
    r"(?:^|\s)fm [\w .,-]{3,60}\s+to [\w .,-]{3,60}|\b(?:cable|telegram\w*|telegrama|despatch|dispatch|depeche)"
    r"(?: (?:no|n|nr|num)[.°º]*)? ?\d|\breport no[. ]"
    r"|\b(?:embass\w+|ambassade|embajada|consulat\w*|consulado)\b.{0,200}\b(?:subject|objet|asunto):"
)
_LETTER = re.compile(r"\b(?:from|de):? .{3,120}?\b(?:to|a|para): .{3,200}?\b(?:subject|objet|asunto|re):")
_COMMUNIQUE = re.compile(
    r"\b(?:press|media) (?:release|statement)\b|\bcommunique\b|\bcomunicado\b|\bnota de prensa\b|\breadout of\b"
    r"|\bjoint (?:\w+ ){0,2}(?:statement|declaration)\b|\bdeclaration (?:conjointe|commune)\b|\bdeclaracion conjunta\b"
)
_DRAFT = re.compile(r"\W*(?:(?:the|agreed|draft|joint|approved|signed|projet de|borrador del?) )*")
_MAIL = re.compile(r"[\w.-]+@[\w-]+\.\w")


def kind_of(above: str, first: str) -> SourceKind:
    """The sort of paper that lines above a text tell.

    Args:
        above: all of them, with the title.
        first: the first line of the text itself, with which minutes may begin.
    """
    lines = [plain(line).strip() for line in above[:_LONGEST].splitlines()]
    if any(
        (named := _DRAFT.match(line)) and MINUTES.match(line, named.end())
        for line in (*lines, plain(first).strip())
    ):
        return "minutes"
    low = " ".join(" ".join(lines).split())
    if _CABLE.search(low) and not _MAIL.search(low):
        return "cable"
    if _LETTER.search(low):
        return "letter"
    return "communique" if _COMMUNIQUE.search(low) else "article"
