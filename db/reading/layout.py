"""How a text lies on the page: its head (address, title, date), its paragraphs, and what only stands around it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from db.dates import UNSTATED, PartialDate
from db.dates.resolve import resolve
from db.reading.datelines import LONGEST, dateline_of
from db.reading.heading import Block, head_of, is_day
from db.reading.stamps import foot_stamp_of
from db.reading.words import plain

_DATELINES = 3  # paragraphs, of which the first may be a second title
_BLOCK = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_AROUND = re.compile(
    r"you (?:might|may) also like|(?:this|our) (?:website|site) uses cookies|cookie (?:policy"
    r"|notice|settings)|we use cookies"
    r"|accept (?:all )?cookies|read more|read also|related (?:articles?|stories|posts)"
    r"|share (?:this (?:article|story|page|post|on|via|$|:)|on (?:facebook|twitter|x\b|whatsapp|linkedin"
    r"|social|:))|subscribe to (?:our|the|this)|(?:our|free|weekly|daily|the) newsletter\b|^newsletters?\b"
    r"|all rights reserved|©|copyright (?:\d|by\b|\(c\))|^copyright\b|follow us|sign up (?:for|to) (?:our"
    r"|the (?:newsletter|free))|^sign up\b|^advertisement|lire aussi|a lire egalement"
    r"|partager sur (?:facebook|twitter|x\b|whatsapp|linkedin|les reseaux|:)|abonnez-vous"
    r"|ce site utilise des cookies|nous utilisons des cookies|tous droits reserves|lea tambien"
    r"|leer mas|te puede interesar"
    r"|utilizamos cookies|este sitio (?:web )?utiliza cookies|todos los derechos reservados"
    r"|suscribete|compartir en (?:facebook|twitter|x\b|whatsapp|linkedin|redes|:)|اقرا ايضا|ملفات تعريف الارتباط"
)
_CONTACT = re.compile(
    r"\W*(?:(?:media|press|further|general|all)? ?(?:inquir(?:y|ies)|enquir(?:y|ies)|contacts?|queries"
    r"|requests)(?: (?:info\w*|person"
    r"|details|for (?:the )?(?:media|press)))?|for (?:further|more|additional|media|press) (?:information"
    r"|inquiries|enquiries"
    r"|queries)|(?:prepared|compiled|text|photos?|translated) by|elaborado por|redactado por|redige par|texte de"
    r"|further information|contacts? (?:presse|medias?)|renseignements|pour (?:plus d'|toute? "
    r"|de plus amples )"
    r"(?:information|renseignement)s?|contactos?(?: de prensa| para (?:la )?prensa)?|para (?:mas|mayor(?:es)?)"
    r" informacion(?:es)?)[^.\n]{0,30}?(?:$|:)"
)
"""What stands above whom one may telephone about a text."""
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
    for match in _BLOCK.finditer(text, at):
        block = Block(match.start(), match.end())
        (aside if _stands_around(match.group()) else paragraphs).append(block)
    for number, block in enumerate(paragraphs[:_DATELINES]):
        paragraphs[number] = _after_dateline(text, block, fields, is_place)
        if paragraphs[number] != block:
            break
    published = resolve(fields.get("published", "") or foot_stamp_of(text), None)
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
        resolve(fields["dated"], None) if "dated" in fields else UNSTATED,
        resolve(fields["told"], None) if "told" in fields else UNSTATED,
    )


def _stands_around(block: str) -> bool:
    """Whether a paragraph is no part of the text: a banner, links, or whom one may telephone about it."""
    if len(block) >= _SHORT:
        return False
    low = plain(block)
    at = 0
    for line in block.split("\n"):
        words = low[at : at + len(line)]
        if (not at and _CONTACT.match(words)) or _AROUND.search(words):
            return True
        at += len(line) + 1
    return False


def _after_dateline(
    text: str, block: Block, fields: dict[str, str], is_place: Callable[[str], bool]
) -> Block:
    """The first paragraph without "RABAT, 12 March 2024 (Agency) —", which is kept as what it says."""
    found = dateline_of(text[block.start : min(block.end, block.start + LONGEST)], is_place)
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
    return Block(block.start + found.end, block.end)
