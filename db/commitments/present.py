"""The present tense of joint statements and of minutes, which looks like other words: "the two sides agree to"."""

from __future__ import annotations

import re

_NEAR = 90  # characters in front of a verb

_SEVERAL = re.compile(
    r"(?:\b(?:[Ww]e|[Tt]hey|[Bb]oth)"
    r"|\b(?:sides|countries|parties|governments|ministers|leaders|participants|presidents|delegations|states|nations"
    r"|members|services|agencies|ministries|partners|neighbou?rs|chiefs|heads|directors)"
    r"|\b(?:Sides|Countries|Parties|Governments|Ministers|Leaders|Participants|Presidents|Ministries|States|Chiefs)"
    r"|\b[A-Z][\w.'’-]+ and (?:the )?(?:[A-Z][\w.'’-]+ (?:of )?){0,4}[A-Z][\w.'’-]+)"
    r" (?:(?:also|further|furthermore|hereby|jointly|both|therefore|now|mutually|again|then) ){0,2}$"
)

_NEXT_WORDS = (
    r"(?:(?:[ée]galement|aussi|par ailleurs|en outre|tous deux|toutes deux|tambi[ée]n|adem[áa]s|asimismo|s'|se|nous|nos"
    r"|lui|leur|le) ){0,2}$"
)
_SIDE = re.compile(  # in French and Spanish, where one side is told of as well as both
    r"(?:\b(?:[Pp]arties|[Dd][ée]l[ée]gations|[Cc][ôo]t[ée]s|[Pp]artes|[Dd]elegaciones|[Pp]articipant(?:e?s|es)"
    r"|[Mm]inistres|[Mm]inistros|[Dd]irecteurs|[Dd]irectores|[Ss]ervices|[Ss]ervicios)"
    r"|\b[Ll]a (?:[Pp]artie|[Dd][ée]l[ée]gation|[Pp]arte|[Dd]elegaci[óo]n) (?:d[eu'’] ?)?[\w-]+"
    r"|\b(?:[Ll]e c[ôo]t[ée]|[Ee]l lado) [\w-]+"
    r"|(?!(?:Qui|On|Que|Il|Elle|Ce|Cela|Ceci|La|Le|El|Se|En|Este|Esta|Esto|Y|Et|No|Ne) )\b[A-ZÀ-Þ][\w'’-]+) "
    + _NEXT_WORDS
)


def said_of_a_side(printed: str, start: int) -> bool:
    """Whether one of those at the table, or all of them, stand right in front of a French or Spanish verb.

    Args:
        printed: a sentence as printed.
        start: offset of the verb.
    """
    in_capitals = printed[start : start + 2].isupper()  # a headline, in which every word looks like a name
    return not in_capitals and _SIDE.search(printed, max(0, start - _NEAR), start) is not None


def said_of_several(printed: str, start: int) -> bool:
    """Whether those who do it stand right in front of a verb.

    Args:
        printed: a sentence as printed.
        start: offset of the verb.
    """
    return _SEVERAL.search(printed, max(0, start - _NEAR), start) is not None
