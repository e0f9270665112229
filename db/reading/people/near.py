"""What stands around a name: the country of a title, and the one right behind the name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from db.reading.countries.places import Mention
from db.reading.people.offices import Title
from db.reading.words import Word, plain


class Near(NamedTuple):
    """What stands around a name.

    Attributes:
        claimed: where the title of whoever is named before stands behind that name.
    """

    text: str
    words: Sequence[Word]
    mentions: Sequence[Mention]
    named: set[int]
    of_places: set[int]
    lowest: int
    claimed: tuple[int, int] = (0, 0)

    def country_in(self, title: Title) -> str:
        """The country in a title, or beside it."""
        start, end = self.words[title.first].start, self.words[title.last - 1].end
        inside = [
            one
            for one in self.mentions
            if start <= one.start < end and one.how != "body" and not self._posted_there(start, one)
        ]
        if inside:
            return inside[0].code
        before = [one for one in self.mentions if one.end <= start and self._beside(one.end, start)]
        if before:
            return before[-1].code
        after = [
            one
            for one in self.mentions
            if one.start >= end and _OF.fullmatch(self.text[end : one.start])
            if not self._is_envoy_for(start, one)
        ]
        return after[0].code if after else ""

    def _posted_there(self, start: int, town: Mention) -> bool:
        """Whether an envoy is only posted there: "the police attaché in Jakarta"."""
        return _POSTED_IN.search(plain(self.text[start : town.start])) is not None

    def _is_envoy_for(self, start: int, country: Mention) -> bool:
        """Whether somebody only deals with a country: "Special Envoy for Yemen"."""
        return _DEALS_WITH.search(plain(self.text[start : country.start])) is not None

    def country_after(self, end: int, *, brackets: bool = False) -> str:
        """The country right behind a name: "of Senegal", "(Austria)"."""
        for one in self.mentions:
            if one.start >= end and one.how != "people":
                between = self.text[end : one.start]
                fits = between.strip() == "(" or (not brackets and _FROM.fullmatch(between))
                return one.code if fits else ""
        return ""

    def _beside(self, end: int, start: int) -> bool:
        return re.fullmatch(r"(?:['’]s?)?\s+", self.text[end:start]) is not None


_POSTED_IN = re.compile(
    r"\b(?:ambassad\w+|embajador\w*|attache\w*|agregad[oa]|liaison officer|officier de liaison|oficial de enlace|consul"
    r"|envoy|charge d'affaires)\b(?: \w+){0,3} (?:in|to|at|en|au|aux|a|aupres d[eu])(?: the| la| le)? $"
    r"|\b(?:envoye?e?|enviad[oa]|coordinat\w+|coordinador\w*)(?: \w+)? (?:for|pour|para)(?: the| la| le)? $"
)
_DEALS_WITH = re.compile(
    r"\b(?:envoy|envoye?e?|enviad[oa]|(?:special|personal) representative|represent\w+ special[e]?"
    r"|representante especial|coordinat\w+|coordinador\w*)(?: \w+)? (?:for|pour|para)(?: the| la| le| el)? (?:l')?$"
)
_FROM = re.compile(
    r"(?:,?\s+(?:Jr|Sr)\b\.?,?)?,?\s+(?:of|from|de|du|del)\s+(?:the |la |le |el |l['’])?"
    r"(?:(?:(?:[A-ZÀ-Þ][\w'’-]*|of|and|for|the|de|la|du|des|del|et|y)\s+|[dl]['’]){1,9}(?:of|de|du|del"
    r"|d['’])\s*(?:the |la |le |el )?)?"
)
_OF = re.compile(r"\s+(?:of|de|du|d['’]|del|of the|de la|des|for|in|en|au)\s*(?:l['’]|la |le |el )?")
