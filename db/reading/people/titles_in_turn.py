"""A title that several bear: "Directors Doe and Roe", "the ministers of France, Jean Roux, and of Spain, Ana Ruiz"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from db.reading.countries.places import Mention

_AND = re.compile(r",?\s+(?:and|et|y|e)\s+|,\s+")
_AND_OF = re.compile(
    r",?(?:\s+(?:and|et|y|e))?\s+(?P<of>(?:of\s+(?:the\s+)?|de\s+(?:la\s+)?|d['’]|du\s+|des\s+|del\s+)?)$"
)
_OF_SEVERAL = re.compile(
    r"\b(?:(?:vice[- ]?|sub|under-?)?"
    r"(?:minister|secretar(?:ie|io|ia)|director|commissioner|ambassador|president|chief|head|officer|adviser"
    r"|advisor"
    r"|prosecutor|inspector|colonel|general|ministre|directeur|commissaire|secretaire|ambassadeur|procureur|colonel"
    r"|ministro|ministra|comisario|comisaria|coronel|capitane|capitaine|captain|judge|magistrat|magistrado"
    r"|representative|superintendent|senator|s[ée]nat(?:eur|rice)|chef|pr[ée]fet|jefe|jefa|secr[ée]taire"
    r"|d[ée]put[ée]e?|diputad[oa]|lawmaker|parliamentarian|parlementaire|parlamentari[oa]|congresista|conseill[èe]re?"
    r"|commandant|comandante|commander)s"
    r"|(?:director|embajador|inspector|senador|asesor|canciller)[ea]s|directrices|fiscales|jueces|generales|coroneles)\b",
    re.IGNORECASE,
)
_FIRST_OF = re.compile(r"\s(?:of|for|de|du|des|del|d['’]|à|to)\b|\sd['’]", re.IGNORECASE)
_ONES = (  # how several words of a title become one's
    (re.compile(r"(?<=[^aeiou])ies$"), "y"),
    (re.compile(r"aux$"), "al"),
    (re.compile(r"(?<=or|al|er)es$"), ""),
    (re.compile(r"(?<=[^s\W])s$"), ""),
)
_SHORT = 3  # letters; "Ms" and "US" are nobody's plural


class Titled(NamedTuple):
    """What somebody shares with whoever is named before: the title of one, and the country, "" for the same."""

    title: str
    country: str


def is_of_several(title: str) -> bool:
    """Whether a title is borne by several."""
    return _OF_SEVERAL.search(title) is not None


def of_one(title: str) -> str:
    """A title of several as one of them bears it: "ministres de l'Intérieur" is "ministre de l'Intérieur"."""
    several = _OF_SEVERAL.search(title)
    begin = _FIRST_OF.search(title)
    end = begin.start() if begin else len(title)
    if several is None or several.start() >= end:
        return title
    at = several.start()
    return title[:at] + " ".join(map(_of_one, title[at:end].split())) + title[end:]


def shared_title(
    text: str, title: str, span: tuple[int, int], end: int, start: int, mentions: Sequence[Mention]
) -> Titled | None:
    """What the name at `start` shares of the title of the one before it, None where it shares nothing.

    Args:
        text: the whole text.
        title: of whoever is named before.
        span: where it stands.
        end: behind the name before.
        start: of this name.
        mentions: the countries of the sentence.
    """
    if not is_of_several(title):
        return None
    if _AND.fullmatch(text, end, start):
        return Titled(of_one(title), "")
    between = next((one for one in mentions if end < one.start and one.end < start), None)
    if (
        between is not None
        and _OF.fullmatch(text, end, between.start)
        and _AND.fullmatch(text, between.end, start)
    ):
        return Titled(of_one(title), _country_behind(text, start, mentions))
    here = next(
        (
            one
            for one in mentions
            if end < one.start and text[one.end : start].strip() == "," and one.end < start
        ),
        None,
    )
    joined = _AND_OF.fullmatch(text, end, here.start) if here is not None else None
    if here is None or joined is None or here.how == "city":
        return None
    first = next((one for one in mentions if span[0] <= one.start and one.end <= span[1]), None)
    printed = text[span[0] : first.start if first is not None else span[1]]
    bare = re.sub(r"[\s,]+(?:(?:of|de|du|des|del)(?:\s+(?:the|la))?|d['’])\s*$", "", printed.rstrip())
    of = joined["of"] or (" of " if _ENGLISH.search(printed) else " de ")
    return Titled(" ".join(f"{of_one(bare.strip())} {of}{text[here.start : here.end]}".split()), here.code)


def _country_behind(text: str, start: int, mentions: Sequence[Mention]) -> str:
    """The country behind a name: the Chile of "the ministers Ana Ruiz, of Peru, and Luis Paz, of Chile"."""
    return next(
        (one.code for one in mentions if one.start > start and _NAME_OF.fullmatch(text, start, one.start)), ""
    )


_ENGLISH = re.compile(r"\b(?:of|for)\b|(?:ers|ries|ors|efs)\b", re.IGNORECASE)
_OF = re.compile(r"\s?,?\s+(?:of|from|for|por|pour|de|del|du|d['’])\s*(?:(?:the|la|el)\s+|l['’])?")
_NAME_OF = re.compile(rf"[^,;:()]{{3,60}}?{_OF.pattern}")


def _of_one(word: str) -> str:
    if len(word) <= _SHORT:
        return word
    return next((ending.sub(one, word) for ending, one in _ONES if ending.search(word)), word)
