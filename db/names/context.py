"""What else speaks for two people being one: where they belong, what they are, whom they met. It ranks, no more."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db.names.compare import LIKELY, Likeness
from db.names.together import common

if TYPE_CHECKING:
    from db.reader import Reader

_SAME_COUNTRY, _OTHER_COUNTRY, _SAME_OFFICE, _MEETING, _MEETINGS = 0.03, -0.1, 0.05, 0.01, 0.04
_TWO_AT_ONE_TABLE = -0.3  # nobody sits beside himself; only one line written twice looks like that
_JUST_BELOW = 0.01


class Facts(NamedTuple):
    """What is known of two people beside their names.

    Attributes:
        same_country: None where that of one is not known.
        same_office: a post or an organisation in common.
        meetings: in which both took part, under one name or the other, or people whom both met.
        company: with whom, in words.
        at_one_table: the ref of a meeting in which both are named, as two people; "" for none.
    """

    same_country: bool | None = None
    same_office: bool = False
    meetings: int = 0
    company: str = ""
    at_one_table: str = ""


def in_context(likeness: Likeness, facts: Facts) -> Likeness:
    """The likeness in the light of the facts; names that are not alike never become so by them.

    What speaks for two who bear the same name lifts them over 1, so that the better known of two namesakes comes first.
    """
    score, said = likeness.score, [likeness.why] if likeness.why else []
    if facts.same_country is not None:
        score += _SAME_COUNTRY if facts.same_country else _OTHER_COUNTRY
        said += [] if facts.same_country else ["another country"]
    if facts.same_office:
        score += _SAME_OFFICE
        said.append("same office")
    if facts.meetings:
        score += min(_MEETING * facts.meetings, _MEETINGS)
    if facts.meetings or facts.company:
        said.append(facts.company or "met together")
    if facts.at_one_table:
        score += _TWO_AT_ONE_TABLE
        said.append(f"but both are named in {facts.at_one_table}")
    if likeness.score < LIKELY:
        score = min(score, LIKELY - _JUST_BELOW)
    return Likeness(max(0.0, score), ", ".join(said))


def as_met(reader: Reader, likeness: Likeness, one: int, other: int) -> Likeness:
    """The likeness of two known officials in the light of whom both met, and of where they were as two people."""
    found = common(reader, one, other)
    if found.at_one_table:  # whom both met there says nothing
        return in_context(likeness, Facts(at_one_table=found.at_one_table))
    return in_context(likeness, Facts(meetings=found.people, company=found.words))
