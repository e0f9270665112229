"""The present tense of joint statements, which in English looks like an infinitive: "the two sides agree to"."""

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


def said_of_several(printed: str, start: int) -> bool:
    """Whether those who do it stand right in front of a verb.

    Args:
        printed: a sentence as printed.
        start: offset of the verb.
    """
    return _SEVERAL.search(printed, max(0, start - _NEAR), start) is not None
