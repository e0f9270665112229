"""What else speaks for two people being one: where they belong, what they are, whom they met. It ranks, no more."""

from __future__ import annotations

from typing import NamedTuple

from db.names.compare import LIKELY, Likeness

_SAME_COUNTRY, _OTHER_COUNTRY, _SAME_OFFICE, _MEETING, _MEETINGS = 0.03, -0.1, 0.05, 0.01, 0.04
_JUST_BELOW = 0.01


class Facts(NamedTuple):
    """What is known of two people beside their names.

    Attributes:
        same_country: None where that of one is not known.
        same_office: a post or an organisation in common.
        meetings: in which both took part, under one name or the other.
    """

    same_country: bool | None = None
    same_office: bool = False
    meetings: int = 0


def in_context(likeness: Likeness, facts: Facts) -> Likeness:
    """The likeness in the light of the facts; names that are not alike never become so by them."""
    score, said = likeness.score, [likeness.why] if likeness.why else []
    if facts.same_country is not None:
        score += _SAME_COUNTRY if facts.same_country else _OTHER_COUNTRY
        said += [] if facts.same_country else ["another country"]
    if facts.same_office:
        score += _SAME_OFFICE
        said.append("same office")
    if facts.meetings:
        score += min(_MEETING * facts.meetings, _MEETINGS)
        said.append("met together")
    if likeness.score < LIKELY:
        score = min(score, LIKELY - _JUST_BELOW)
    return Likeness(max(0.0, min(1.0, score)), ", ".join(said))
