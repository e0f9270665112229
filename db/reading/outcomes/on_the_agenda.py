"""What they will talk of, where a text announces it: "They will also review the pilot of the joint patrols"."""

from __future__ import annotations

import re

_WHO = (
    r"(?:they|he|she|we"
    r"|(?:(?:prime )?minister|president|secretary|mr|mrs|ms|dr|chancellor|commissioner|general|director)"
    r"\.? (?:[\w.'-]+ ){0,9}?[\w.'-]+|both \w+(?: \w+)?|the (?:\w+ )?(?:talks|discussions|agenda)"
    r"|the (?:[\w.'-]+ ){0,5}?(?:leaders|sides|ministers|delegations|officials|parties|presidents|heads|experts"
    r"|secretar(?:y|ies)|commissioners?|participants|chiefs|president|minister|director|delegation))"
)
_QUI = (
    r"(?:ils|elles|il|elle|les (?:[\w'-]+ ){0,4}?(?:ministres|parties|dirigeants|delegations|responsables|presidents"
    r"|homologues|chefs)|les (?:echanges|discussions|entretiens|travaux))"
)
_QUIENES = (
    r"(?:ellos|amb[oa]s(?: \w+)?|(?:l[oa]s (?:[\w'-]+ ){0,4}?(?:ministr[oa]s|partes|delegaciones"
    r"|funcionari[oa]s|autoridades|presidentes|cancilleres|jefes|mandatarios)))"
)
_COUNTERPART = r"[^.;:]{0,90}? (?:counterpart|opposite number)s?,?(?: [\w.'-]+){0,5}?"
_WILL_TALK = re.compile(
    rf"\b(?:{_WHO}|{_COUNTERPART}) (?P<en>will (?:also |then |further )?(?:discuss|review|take stock of"
    r"|exchange views on|consult on|address|talk about|focus on|cover|deliberate on"
    r"|be (?:discussing|deliberating on|reviewing|addressing))) (?=\w)"
    rf"|\b{_QUI} (?P<fr>(?:aborder|discuter|examiner|evoquer|passer|porter)ont (?:egalement |aussi |notamment )?"
    r"(?:(?:de|du|des|d|en revue|sur)\b)?)"
    rf"|\b{_QUIENES} (?P<es>(?:tambien )?(?:(?:abordar|discutir|examinar|analizar|revisar|tratar|repasar)an"
    r"|se (?:enfocar|centrar)an en)) "
)
_WHERE = re.compile(
    r",? (?:en donde|donde|en (?:el|la) (?:que|cual)|durante (?:el|la) cual"
    r"|(?:where|during which) (?:they|both \w+|the two \w+)|(?:ou|au cours d(?:e laquelle|uquel)) (?:ils|elles)) "
    r"(?P<verb>will (?:also )?(?:discuss|review|exchange views on|address|take stock of)"
    r"|(?:aborder|discuter|examiner|evoquer)ont"
    r"|(?:abordar|discutir|examinar|analizar|revisar|tratar)an) (?=\w)"
)
"""Behind what tells that they will meet: "…, where they will discuss …"."""
_ALSO = re.compile(
    r"(?:tambien|asimismo|ademas|igualmente),?"
    r" (?P<verb>(?:abordar|discutir|examinar|analizar|revisar|tratar|repasar)an) (?=\w)"
)
_SHORTEST = 12  # characters of what they talk of
_PREFACE = re.compile(r"[^,;:]{0,60}, ")
_IF = re.compile(r"\b(?:if|unless|whether|si|said|told|dit|dijo)\b")
_AND_OF = re.compile(
    r",? (?:y|e|et|and) (?:(?:also|tambien|egalement|aussi) )?"
    r"(?=(?:(?:abordar|discutir|examinar|analizar|revisar|tratar"
    r"|repasar)an|(?:aborder|discuter|examiner|evoquer)ont|(?:will )?(?:discuss|review|exchange views on|address)) \w)"
)


def also_to_talk_of(low: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where what they will talk of is over, and where the next verb of talking begins, in a stretch of a sentence."""
    return [
        found.span()
        for found in _AND_OF.finditer(low, start, end)
        if min(found.start() - start, end - found.end()) >= 2 * _SHORTEST
    ]


def to_talk_of(low: str) -> tuple[int, int] | None:
    """Where a sentence tells of what they will talk, and where its verb begins; None where it does not.

    Args:
        low: the sentence in plain small letters.
    """
    preface = _PREFACE.match(low)
    told = _WILL_TALK.match(low) or (_WILL_TALK.match(low, preface.end()) if preface is not None else None)
    if told is None and (also := _ALSO.match(low)) is not None and len(low) - also.end() >= _SHORTEST:
        return 0, also.start("verb")
    if told is None and (where := _WHERE.search(low)) is not None and not _IF.search(low, 0, where.start()):
        return where.start("verb"), where.start("verb")
    if told is None:
        return _to_be_talked_of(low, preface.end() if preface is not None else 0)
    if len(low) - told.end() < _SHORTEST or _IF.search(low, 0, told.start()):
        return None
    return told.start(), max(told.start(name) for name in ("en", "fr", "es") if told[name])


def _to_be_talked_of(low: str, start: int) -> tuple[int, int] | None:
    """The same, where it is told the other way round: "Visas and border posts will be discussed"."""
    told = _WILL_BE_TALKED_OF.match(low, start)
    if told is None or _IF.search(low, start, told.start("verb")):
        return None
    return start, told.start("verb")


_WILL_BE_TALKED_OF = re.compile(
    rf"[^;:.]{{{_SHORTEST},500}}? (?P<verb>(?:will (?:also )?be|(?:is|are) (?:expected|likely|due|set|scheduled) to be)"
    r" (?:discussed|addressed|reviewed|taken up|examined|raised|on the (?:agenda|table))"
    r"|seront (?:egalement |aussi )?(?:abordee?s|discutee?s|examinee?s|evoquee?s|passee?s en revue)"
    r"|seran (?:tambien )?(?:abordad|discutid|examinad|analizad|tratad|revisad)[oa]s)\b(?! by\b| par\b| por\b)"
)
