"""Clauses that only add something to what stands before them: relative clauses and the like."""

from __future__ import annotations

import re


def only_adds(low: str, start: int) -> bool:
    """Whether a clause in plain small letters adds to another; what was agreed may be put in front of a sentence."""
    return _RELATIVE.match(low, start) is not None and _CLEFT.match(low, start) is None


_RELATIVE = re.compile(
    r"(?:que|qui|dont|which|who|whose|where|donde|quien(?:es)?|lo que|ce qui"
    r"|(?:in|of|by|during|through|after) which|an? (?:proposal|request|offer|idea|suggestion) (?:which|that)"
    r"|une (?:demande|proposition|offre|idee) (?:qui|que|dont)|una (?:peticion|propuesta|oferta|idea) que"
    r"|as (?:the |both )(?:\w+ ){0,2}(?:sought|seeks?|tried|try) to)\b"
)
_CLEFT = re.compile(
    r"(?:lo que|ce qu[ie]?\W?|what)\b(?=[^.;]*?\b(?:acord|decid|pact|convin|zanj|resuel|conven|agree|settl)\w*)"
    r"[^.;]*? (?:es|fue|est|is|was)\b"
)
"""What was agreed, put in front: "Lo que sí acordaron es abrir …"."""


WITH_WHOM = re.compile(
    r", (?:with whom|con quien(?:es)?|avec (?:qui|lequel|laquelle|lesquels))"
    r"(?: (?:also|he|she|they|il|elle|ils|tambien))* $"
)
"""In front of what somebody did with whom they were just said to meet: "was received by Jane Doe, with whom she"."""
WHICH_IS_TO = re.compile(r", (?:which|that|qui|que|el cual|la cual|lequel|laquelle) (?:also )?")
"""In front of what is said of the thing just agreed on: "a working group, which is expected to begin in May"."""
