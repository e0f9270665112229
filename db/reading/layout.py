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
_OTHER_TEXTS = re.compile(
    r"\W*(?:(?:you (?:might|may) also like|(?:read|see) (?:also|more|next)|also read"
    r"|(?:related|recommended|more|latest|popular|other)"
    r" (?:articles?|stories|posts|news|content|topics|reading)|more (?:on|from) .{1,40}|recommended(?: for you)?"
    r"|trending(?: now)?|(?:a )?lire (?:aussi|egalement)|(?:voir|lisez) aussi|articles? (?:lies|similaires|recents)"
    r"|sur le meme (?:sujet|theme)|vous aimerez aussi|lea (?:tambien|mas)|te puede interesar|(?:le|tambien te)"
    r" puede interesar|puede interesarle|(?:noticias|articulos|notas) relacionad[oa]s"
    r"|mas (?:noticias|informacion|leidas)"
    r"|اقرا ايضا|قد يعجبك ايضا|مواضيع ذات صلة|مقالات ذات صلة|اخبار ذات صلة))\W*"
)
"""A line under which the titles of other texts stand."""
_TITLE_LENGTH = 140
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
    leads_on = False  # whether titles of other texts follow
    for match in _BLOCK.finditer(text, at):
        block = Block(match.start(), match.end())
        story = block.start + _told_of(match.group(), leads_on=leads_on)
        if story > block.start:
            paragraphs.append(Block(block.start, story))
        if story < block.end:
            aside.append(Block(story, block.end))
            first, *_ = text[story : block.end].lstrip().split("\n")
            leads_on = leads_on or _OTHER_TEXTS.fullmatch(plain(first)) is not None
        else:
            leads_on = False
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


def _told_of(block: str, *, leads_on: bool) -> int:
    """How much of a paragraph is of the text, before a banner, links, or whom one may telephone about it."""
    if leads_on and _is_another_title(block):
        return 0
    if len(block) >= _SHORT:
        return len(block)
    low = plain(block)
    at = 0
    for line in block.split("\n"):
        words = low[at : at + len(line)]
        if (not at and _CONTACT.match(words)) or _AROUND.search(words) or _OTHER_TEXTS.fullmatch(words):
            return at if block[:at].rstrip().endswith((".", "!", "?", "»", "”", '"')) else 0
        at += len(line) + 1
    return len(block)


def _is_another_title(block: str) -> bool:
    """Whether a paragraph is nothing but titles, none of which is a sentence."""
    lines = [line.strip() for line in block.split("\n")]
    return all(len(line) <= _TITLE_LENGTH and line[-1] not in ".!:;…" for line in lines if line)


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
