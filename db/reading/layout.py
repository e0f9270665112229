"""How a text lies on the page: its head (address, title, date), its paragraphs, and what only stands around it."""

from __future__ import annotations

import re
from typing import NamedTuple

from db.dates import PartialDate, resolve
from db.reading.heading import Block, head_of, is_day
from db.reading.words import plain

_DATELINES = 3  # paragraphs, of which the first may be a second title
_BLOCK = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_DATELINE = re.compile(
    r"(?P<place>[^\W\d_][\w .'’-]{1,40}?)\s*[,(]\s*(?P<day>[^()\n—–]{3,30}?)\)?\s*(?:\((?P<agency>[^()\n]{2,40})\)\s*)?"
    r"(?:—|–|--|-|:)(?:\s+|$)"
)
_DATELINE_STOP = re.compile(r"[^\W\d_][\w .'’-]{1,30}?,\s*(?P<day>[^()\n.—–]{6,32}?)\.\s+(?=[^\W\d_])")
_AGENCY_LINE = re.compile(
    r"(?P<place>[^\W\d_][\w .'’-]{1,30}?)\s*\((?P<agency>[^()\n]{2,40})\)\s*(?:—|–|--|-|:)\s+"
)
_AROUND = re.compile(
    r"you (?:might|may) also like|(?:this|our) (?:website|site) uses cookies|cookie (?:policy"
    r"|notice|settings)|we use cookies"
    r"|accept (?:all )?cookies|read more|read also|related (?:articles?|stories|posts)"
    r"|share (?:this|on)|subscribe to|newsletter"
    r"|all rights reserved|©|copyright|follow us|sign up|advertisement|lire aussi|a lire egalement"
    r"|partager sur|abonnez-vous"
    r"|ce site utilise des cookies|nous utilisons des cookies|tous droits reserves|lea tambien"
    r"|leer mas|te puede interesar"
    r"|utilizamos cookies|este sitio (?:web )?utiliza cookies|todos los derechos reservados"
    r"|suscribete|compartir en|اقرا ايضا|ملفات تعريف الارتباط"
)
_SHORT = 400  # characters; a longer paragraph is part of the text whatever it mentions


class Page(NamedTuple):
    """A text with its parts; the offsets are those of the text as it came.

    Attributes:
        title: where it stands, None for none.
        published: the day of publication as far as the head says it.
        paragraphs: of the text itself.
        aside: banners and links that only stand around it.
        letterhead: the service whose paper it is, "" where nobody says so.
        home: where somebody who tells of their own doings writes from.
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

    @property
    def title_text(self) -> str:
        """The title on one line."""
        return " ".join(self.text[self.title.start : self.title.end].split()) if self.title else ""


def page_of(text: str) -> Page:
    """Take a text apart."""
    at, title, fields = head_of(text)
    paragraphs: list[Block] = []
    aside: list[Block] = []
    for match in _BLOCK.finditer(text, at):
        block = Block(match.start(), match.end())
        around = block.end - block.start < _SHORT and _AROUND.search(plain(match.group()))
        (aside if around else paragraphs).append(block)
    for number, block in enumerate(paragraphs[:_DATELINES]):
        paragraphs[number] = _after_dateline(text, block, fields)
        if paragraphs[number] != block:
            break
    published = resolve(fields.get("published", ""), None)
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
    )


def _after_dateline(text: str, block: Block, fields: dict[str, str]) -> Block:
    """The first paragraph without "RABAT, 12 March 2024 (Agency) —", which is kept as what it says."""
    head = text[block.start : min(block.end, block.start + 140)]
    match = _DATELINE.match(head)
    if match and resolve(match["day"], None).edtf:
        if is_day(match["day"]):
            fields.setdefault("published", match["day"].strip())
        elif "published" not in fields:
            fields["dateline"] = match["day"].strip()
        if match["agency"]:
            fields.setdefault("publisher", match["agency"])
        fields.setdefault("place", match["place"])
        return Block(block.start + match.end(), block.end)
    match = _DATELINE_STOP.match(head)
    if match and is_day(match["day"]):
        fields.setdefault("published", match["day"].strip())
        return Block(block.start + match.end(), block.end)
    match = _AGENCY_LINE.match(head)
    if match and (match["place"].isupper() or match["agency"].isupper()):
        fields.setdefault("publisher", match["agency"])
        return Block(block.start + match.end(), block.end)
    return block
