"""How a text lies on the page: its head (address, title, date), its paragraphs, and what only stands around it."""

from __future__ import annotations

import re
from typing import NamedTuple

from db.dates import PartialDate, resolve
from db.reading.words import plain

_HEAD_LINES = 14
_DATELINES = 3  # paragraphs, of which the first may be a second title
_LONGEST_TITLE = 220
_BLOCK = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_URL = re.compile(r"https?://\S+|www\.\S+", re.IGNORECASE)
_FIELD = re.compile(
    r"[#*_\s]*(?P<name>title|titre|titulo|headline|subject|objet|asunto|date|fecha"
    r"|published(?: on)?|publie(?:e)?(?: le)?"
    r"|publicado(?: el)?|source|fuente|publisher|author|auteur|autor|by|from|de|par|por|url|updated|to|cc|a)"
    r"\s*:[*_]*\s*(?P<value>.*)"
)
_ON = re.compile(
    r"(?:published|posted|publie|publicado|released|issued|mis en ligne)(?: on| le| el)?\s+(?P<value>.{6,40})"
)
_PLACED = re.compile(r"[^\W\d_][\w .'’-]{1,30}?,\s+(?P<value>.{6,40}?)\.?")  # "KYIV, October 3, 2024"
_DAY_IN = re.compile(r"\d{1,2} [^\W\d_]{3,10}\.? (?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d")
_BYLINE = re.compile(r"(?:by|par|por)\s+(?P<who>[^.,;:]{3,60})", re.IGNORECASE)
_MEANS = {
    **dict.fromkeys(("title", "titre", "titulo", "headline", "subject", "objet", "asunto"), "title"),
    **dict.fromkeys(("date", "fecha", "published", "publie", "publiee", "publicado"), "published"),
    **dict.fromkeys(("source", "fuente", "publisher"), "publisher"),
    **dict.fromkeys(("author", "auteur", "autor", "by", "par", "por", "from", "de"), "author"),
    "url": "url",
}
_DATELINE = re.compile(
    r"(?P<place>[^\W\d_][\w .'’-]{1,40}?)\s*[,(]\s*(?P<day>[^()\n—–]{3,30}?)\)?\s*(?:\((?P<agency>[^()\n]{2,40})\)\s*)?"
    r"(?:—|–|--|-|:)\s+"
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


class Block(NamedTuple):
    """A stretch of the text."""

    start: int
    end: int


class Page(NamedTuple):
    """A text with its parts; the offsets are those of the text as it came.

    Attributes:
        title: where it stands, None for none.
        published: the day of publication as far as the head says it.
        paragraphs: of the text itself.
        aside: banners and links that only stand around it.
    """

    text: str
    title: Block | None
    published: PartialDate
    publisher: str
    author: str
    url: str
    paragraphs: tuple[Block, ...]
    aside: tuple[Block, ...]

    @property
    def title_text(self) -> str:
        """The title on one line."""
        return " ".join(self.text[self.title.start : self.title.end].split()) if self.title else ""


def page_of(text: str) -> Page:
    """Take a text apart."""
    fields: dict[str, str] = {}
    at, title = _head(text, fields)
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
        fields.get("publisher", ""),
        fields.get("author", ""),
        fields.get("url", ""),
        tuple(paragraphs),
        tuple(aside),
    )


def _head(text: str, fields: dict[str, str]) -> tuple[int, Block | None]:
    """Read the lines before the text itself; where it begins, and the title."""
    at, title = 0, None
    lines = list(re.finditer(r"[^\n]*(?:\n|$)", text[:8_000]))[: _HEAD_LINES + 1]
    for number, match in enumerate(lines[:_HEAD_LINES]):
        line = match.group().strip()
        if not line:
            at = match.end()
            continue
        block = _stripped(text, match.start(), match.end())
        if _is_field(line, fields, block):
            if "title_at" in fields and title is None:
                begin = text.index(fields["title"], match.start())
                title = Block(begin, begin + len(fields["title"]))
        elif title is None and _is_title(line, [one.group() for one in lines[number + 1 : number + 3]]):
            title = block
            fields["heading"] = plain(line)
        else:
            break
        at = match.end()
    return min(at, len(text)), title


def _is_field(line: str, fields: dict[str, str], block: Block) -> bool:
    """Whether a line of the head says something about the text, which is kept."""
    if (byline := _BYLINE.fullmatch(line)) and byline["who"][0].isupper():
        fields.setdefault("author", byline["who"].strip())
        return True
    if _URL.fullmatch(line):
        fields.setdefault("url", line)
        return True
    low = plain(line)
    if match := _FIELD.fullmatch(low):
        return _named_field(match, line, fields, block)
    said = _ON.match(low)
    placed = _PLACED.fullmatch(line)
    days = (
        _without_time(line[said.start("value") :].strip(" .*_")) if said else "",
        placed["value"] if placed else "",
        line.strip("*_() "),
    )
    day = next((one for one in days if one and _day(one)), "")
    if day:
        fields.setdefault("published", day)
    return bool(day)


def _named_field(match: re.Match[str], line: str, fields: dict[str, str], block: Block) -> bool:
    """Keep what "Date: …" or "Subject: …" says; the date of minutes is of the meeting, and so of the text."""
    name = _MEANS.get(match["name"].split(" ")[0])
    if name == "published" and ("published" in fields or _MINUTES.search(fields.get("heading", ""))):
        return False
    value = line[match.start("value") :].strip(" *_")
    if name and value:
        fields.setdefault(name, _without_time(value) if name == "published" else value)
        if name == "title":
            fields["title_at"] = str(block.start)
    return True


_MINUTES = re.compile(
    r"\b(?:minutes|record of|note for the file|acta|compte[- ]rendu|proces-verbal|releve de conclusions)\b"
)


def _without_time(value: str) -> str:
    """The day of a line such as "Mon, 19 Jan 2026 09:12:00 +0000"."""
    found = _DAY_IN.search(value)
    return found.group() if found and not _day(value) else value


def _day(words: str) -> bool:
    """Whether words are a date with its year and nothing else."""
    found = resolve(words, None)
    return bool(found.edtf) and not found.yearless and any(letter.isdigit() for letter in words)


def _is_title(line: str, following: list[str]) -> bool:
    """A heading: short, no sentence, and the text does not go on right below it."""
    if line.startswith("#"):
        return True
    if len(line) > _LONGEST_TITLE or line[-1] in ".;,":
        return False
    after = following[0].strip() if following else ""
    if not after:
        return bool(following) and any(one.strip() for one in following[1:])
    runs_on = len(line) < _LONGEST_TITLE // 2 and len(after) > max(_LONGEST_TITLE // 2, len(line))
    return runs_on or _is_field(after, {}, Block(0, 0))


def _stripped(text: str, start: int, end: int) -> Block:
    raw = text[start:end]
    bare = raw.strip().lstrip("#").strip().strip("*_")
    begin = start + raw.index(bare)
    return Block(begin, begin + len(bare))


def _after_dateline(text: str, block: Block, fields: dict[str, str]) -> Block:
    """The first paragraph without "RABAT, 12 March 2024 (Agency) —", which is kept as what it says."""
    head = text[block.start : min(block.end, block.start + 140)]
    match = _DATELINE.match(head)
    if match and resolve(match["day"], None).edtf:
        if _day(match["day"]):
            fields.setdefault("published", match["day"].strip())
        elif "published" not in fields:
            fields["dateline"] = match["day"].strip()
        if match["agency"]:
            fields.setdefault("publisher", match["agency"])
        return Block(block.start + match.end(), block.end)
    match = _DATELINE_STOP.match(head)
    if match and _day(match["day"]):
        fields.setdefault("published", match["day"].strip())
        return Block(block.start + match.end(), block.end)
    match = _AGENCY_LINE.match(head)
    if match and (match["place"].isupper() or match["agency"].isupper()):
        fields.setdefault("publisher", match["agency"])
        return Block(block.start + match.end(), block.end)
    return block
