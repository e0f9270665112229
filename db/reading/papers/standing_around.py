"""What only stands around a text: banners, whom one may telephone, the titles of other texts and the lines above them.

A line that leads to other texts takes with it the titles under it, and no more: the story goes on with the next
sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from db.reading.papers.head_lines import Block
from db.reading.words import plain

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
_LEADING = (
    r"you (?:might|may) also like|(?:read|see) (?:also|more|next)|also read"
    r"|(?:related|recommended|more|latest|popular|other)"
    r" (?:articles?|stories|posts|news|content|topics|reading)|recommended(?: for you)?"
    r"|trending(?: now)?|(?:a )?lire (?:aussi|egalement)|(?:voir|lisez) aussi|articles? (?:lies|similaires|recents)"
    r"|sur le meme (?:sujet|theme)|vous aimerez aussi|lea (?:tambien|mas)|te puede interesar|(?:le|tambien te)"
    r" puede interesar|puede interesarle|(?:noticias|articulos|notas) relacionad[oa]s"
    r"|mas (?:noticias|informacion|leidas)|don'?t miss|most (?:read|popular)|top stories"
    r"|(?:les )?(?:articles )?plus lus"
    r"|a ne pas manquer|no te pierdas|lo mas (?:leido|visto)|related|lee (?:tambien|mas)|leer (?:tambien|mas)"
    r"|اقرا (?:ايضا|المزيد)|قد يعجبك ايضا|مواضيع ذات صلة|مقالات ذات صلة|اخبار ذات صلة|الاكثر قراءة"
)
_OTHER_TEXTS = re.compile(rf"\W*(?:{_LEADING}|more (?:on|from) .{{1,40}})\W*")
"""A line under which the titles of other texts stand."""
_ANOTHER_TEXT = re.compile(rf"\W*(?:{_LEADING}) ?(?:[:|»>›–—]|- )\W*\w")
"""A line that leads to another text, with its title."""
_AWAY = re.compile(
    rf"\W*(?:(?:{_LEADING})\W*(?:$|[:|»>›])|(?:read also|also read|(?:a )?lire (?:aussi|egalement)|lea tambien"
    r"|te puede interesar|اقرا ايضا) )"
)
_BUTTONS = re.compile(
    r"\W*(?:share(?: this| on| via)?(?: (?:article|story|page|post))?|partager(?: cet article| cette page)?"
    r"|compartir(?: (?:esta|este|la|el) \w+)?|compartelo|comparte|شارك(?: المقال)?|print|imprimir|imprimer"
    r"|(?:tags?|keywords|mots[- ]cles|etiquetas)\s?:.*)\W*"
)
_ASKS_READER = re.compile(
    r"\W*(?:follow us|suivez[- ]nous|siguenos|sigue nuestr|mantente informad|mantengase informad"
    r"|descarga (?:nuestra|la) app|telechargez (?:notre|l')|download our|deja un comentario"
    r"|dejar? (?:un comentario|una respuesta)"
    r"|leave a (?:comment|reply)|laisser un commentaire|tu direccion de correo|your email address|votre adresse e"
    r"|este sitio usa|this site uses|ce site utilise|click here|haz clic|haga clic|cliquez|les commentaires sont"
    r"|los comentarios|participez,? connectez|(?:commentaires?|comentarios?|comments?|deconnexion|connexion)\W*$"
    r"|[\w :]{0,40}powered by)"
)
"""What a page asks of its reader, at the start of a line."""
_ASKING = 200  # characters
_COUNTS = re.compile(
    r"(?:\s*\d{1,6}(?:[.,]\d{1,3})?\s?(?:[kKmM]|[Ss]hares?|[Pp]artages?|[Vv]ues?|[Vv]iews?)?\s*(?:\n|$))+"
)
"""How often a text was shared, on lines of their own."""
_OF_A_TITLE = re.compile(r"[^\n:;\u0600-\u06ff]{40,140}")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_VOWEL_SIGNS = re.compile("[\u064b-\u0652]")
_BANNER = re.compile(r"cookie|rights|droits|derechos|©|copyright|ملفات تعريف")
_TITLE_LENGTH = 140
_SHORT = 400  # characters; a longer paragraph is part of the text whatever it mentions
_STOPS = (".", "!", "?", "»", "”", '"')


class Part(NamedTuple):
    """Some lines of a text, which are of the text itself or only stand around it."""

    block: Block
    around: bool


def parts_of(text: str, blocks: list[Block]) -> Iterator[Part]:
    """The paragraphs of a text, cut where a line in them only stands around it."""
    titles = [_is_all_titles(text[one.start : one.end]) for one in blocks]
    last_story = max((number for number, title in enumerate(titles) if not title), default=0)
    leads_on = False  # whether titles of other texts follow
    other_titles = _titles_at_the_end(text, blocks, titles)
    for number, block in enumerate(blocks):
        if number >= other_titles or _COUNTS.fullmatch(text, block.start, block.end):
            yield Part(block, around=True)
            continue
        if leads_on and titles[number]:
            yield Part(block, around=True)
            continue
        parts, leads_on = _parts(text, block, at_the_foot=number >= last_story)
        yield from parts


def _titles_at_the_end(text: str, blocks: list[Block], titles: list[bool]) -> int:
    """From which paragraph on a text that is told in sentences has only the titles of others; behind all for none."""
    first = len(blocks)
    while first > 1 and titles[first - 1] and _are_long(text, blocks[first - 1]):
        first -= 1
    lines = sum(text.count("\n", one.start, one.end) + 1 for one in blocks[first:])
    return first if lines >= _SEVERAL and _is_told(text, blocks[first - 1]) else len(blocks)


def _are_long(text: str, block: Block) -> bool:
    """Whether every line is as long as a title and says no year, as "Done at …" and a signature do."""
    lines = text[block.start : block.end].split("\n")
    return all(_OF_A_TITLE.fullmatch(line.strip()) and not _YEAR.search(line) for line in lines)


_SEVERAL = 2  # titles; a single line may be the last one of the text


def leads_away(line: str) -> bool:
    """Whether a line leads to another text, and is none of this one."""
    low = _VOWEL_SIGNS.sub("", plain(line))
    return _AWAY.match(low) is not None


def _parts(text: str, block: Block, *, at_the_foot: bool) -> tuple[list[Part], bool]:
    """The parts of a paragraph, and whether the titles of other texts follow it."""
    is_short = block.end - block.start < _SHORT
    parts: list[Part] = []
    at = block.start
    leads = takes_titles = takes_all = False
    for line in text[block.start : block.end].split("\n"):
        end = min(at + len(line) + 1, block.end)
        low = _VOWEL_SIGNS.sub("", plain(line))
        leads_here = _OTHER_TEXTS.fullmatch(low) is not None
        leads_to_one = len(line) < _SHORT and _ANOTHER_TEXT.match(low) is not None
        button = _BUTTONS.fullmatch(low) is not None
        mentions = is_short and _AROUND.search(low) is not None
        contact = is_short and not parts and _CONTACT.match(low) is not None
        asks = len(line) < _ASKING and _ASKS_READER.match(low) is not None
        around = leads_here or leads_to_one or button or mentions or contact or asks
        if around and mentions and parts and not parts[-1].around and not _is_told(text, parts[-1].block):
            parts[-1] = Part(parts[-1].block, around=True)
        takes_all = takes_all or contact or (mentions and _BANNER.search(low) is not None)
        if leads_here or (around and at_the_foot):
            leads = True
        takes_titles = around or (takes_titles and _is_a_title(line))
        leads = leads and (takes_titles or takes_all)
        _add(parts, Part(Block(at, end), takes_titles or takes_all))
        at = end
    return parts, leads


def _add(parts: list[Part], part: Part) -> None:
    """Put lines to those above them where these are of the same sort."""
    if parts and parts[-1].around == part.around:
        parts[-1] = Part(Block(parts[-1].block.start, part.block.end), part.around)
    else:
        parts.append(part)


def _is_told(text: str, block: Block) -> bool:
    return text[block.start : block.end].rstrip().endswith(_STOPS)


def _is_all_titles(block: str) -> bool:
    """Whether a paragraph is nothing but titles, none of which is a sentence."""
    return all(_is_a_title(line) for line in block.split("\n"))


def _is_a_title(line: str) -> bool:
    bare = line.strip().rstrip("\"'”’»)")
    return len(bare) <= _TITLE_LENGTH and not bare.endswith((".", "!", ":", ";", "…"))
