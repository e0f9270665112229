"""How a text lies on the page: its head (address, title, date), its paragraphs, and what only stands around it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from db.dates import UNSTATED, PartialDate
from db.dates.resolve import resolve
from db.reading.dates.days import days_of
from db.reading.papers.datelines import LONGEST, dateline_of
from db.reading.papers.head_lines import Block, is_day
from db.reading.papers.heading import head_of
from db.reading.papers.stamps import foot_stamp_of
from db.reading.papers.standing_around import parts_of

_DATELINES = 3  # paragraphs, of which the first may be a second title
_BLOCK = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")


class Page(NamedTuple):
    """A text with its parts; the offsets are those of the text as it came.

    Attributes:
        title: where it stands, None for none.
        published: the day of publication as far as the head says it.
        paragraphs: of the text itself.
        aside: banners and links that only stand around it.
        letterhead: the service whose paper it is, "" where nobody says so.
        home: where somebody who tells of their own doings writes from.
        written: where it was written, as its dateline or the lines above it say, "" for nowhere.
        told: the day of its dateline, which is "today" in it, be it put on a page days later.
    """

    text: str
    title: Block | None
    published: PartialDate
    publisher: str
    author: str
    url: str
    paragraphs: tuple[Block, ...]
    aside: tuple[Block, ...]
    letterhead: str = ""
    home: str = ""
    written: str = ""
    dated: PartialDate = UNSTATED
    told: PartialDate = UNSTATED

    @property
    def title_text(self) -> str:
        """The title on one line."""
        return " ".join(self.text[self.title.start : self.title.end].split()) if self.title else ""


def page_of(text: str, is_place: Callable[[str], bool]) -> Page:
    """Take a text apart.

    Args:
        text: as it came.
        is_place: whether words name a place whose country is known.
    """
    at, title, fields = head_of(text)
    paragraphs: list[Block] = []
    aside: list[Block] = []
    blocks = [Block(match.start(), match.end()) for match in _BLOCK.finditer(text, at)]
    for part in parts_of(text, blocks):
        (aside if part.around else paragraphs).append(part.block)
    for number, block in enumerate(paragraphs[:_DATELINES]):
        paragraphs[number] = _after_dateline(text, block, fields, is_place)
        if paragraphs[number] != block:
            break
    published = _day_of(fields.get("published", "") or foot_stamp_of(text))
    return Page(
        text,
        title,
        published if published.edtf else PartialDate(),
        fields.get("publisher", "") or fields.get("letterhead", ""),
        fields.get("author", ""),
        fields.get("url", ""),
        tuple(paragraphs),
        tuple(aside),
        fields.get("letterhead", ""),
        fields.get("place", "") if "own" in fields else "",
        fields.get("place", ""),
        _day_of(fields["dated"]) if "dated" in fields else UNSTATED,
        _day_of(fields["told"]) if "told" in fields else UNSTATED,
    )


_SITE = re.compile(
    r"(?P<name>[A-Z][\w-]*\.(?:[Nn]et|[Cc]om|[Oo]rg|[Ii]nfo|[Aa]m|[Aa]z|[Rr]u))\s+[-–—]\s+(?=[A-Z])"
)
"""The site that tells it, in front of the first sentence: "Highlands.Net - Kenyan and …"."""
_WIRE = re.compile(r"\((?:[^()\n]|\([^()\n]{1,20}\)){3,60}\)\s+(?=[A-Z])")
"""Whose wire it came by, in front of the dateline: "(WIRE - Oman News Agency (ONA)) MUSCAT, May 3 (ONA) --"."""


def _day_of(words: str) -> PartialDate:
    """A day of the head, in whatever script it stands."""
    found = resolve(words, None)
    days = [] if found.edtf else days_of(words, 0, len(words), None, ahead=False)
    return days[0].when if len(days) == 1 else found


def _after_dateline(
    text: str, block: Block, fields: dict[str, str], is_place: Callable[[str], bool]
) -> Block:
    """The first paragraph without "RABAT, 12 March 2024 (Agency) —", which is kept as what it says."""
    begin = block.start
    if (site := _SITE.match(text, begin, block.end)) is not None:
        fields.setdefault("publisher", site["name"])
        return Block(site.end(), block.end)
    found = dateline_of(text[begin : min(block.end, begin + LONGEST)], is_place)
    if found is None and (wire := _WIRE.match(text, begin, block.end)) is not None:
        begin = wire.end()
        found = dateline_of(text[begin : min(block.end, begin + LONGEST)], is_place)
    if found is None:
        return block
    if found.day:
        fields["told"] = found.day
    if is_day(found.day):
        fields.setdefault("published", found.day)
    elif found.day:
        fields["dated"] = found.day
    if found.agency:
        fields.setdefault("publisher", found.agency)
    if is_place(found.place) or "place" not in fields:
        fields["place"] = found.place
    return Block(begin + found.end, block.end)
