"""Web pages: the main text, what their head says, and what else stands on them, which is set aside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from db.dates import PartialDate
from db.errors import BadInput
from db.reading.proposals import SourceLine

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SHORTEST_TEXT = 200  # characters; less is no main text, and every paragraph is taken
_MOST_TAGS = 300_000  # of a page; a thousand bytes of memory go to each
_MOST_AROUND = 20_000  # characters of what is set aside; a page may bring two million of menus
_LONGEST_LINE = 1_000  # characters of one piece of it
LANGUAGES = {"en": "English", "fr": "French", "es": "Spanish", "ar": "Arabic"}
_PUBLISHED = (
    "article:published_time",
    "date",
    "dc.date",
    "dcterms.date",
    "pubdate",
    "og:published_time",
    "publish-date",
)
_ISO = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
_UNSEEN = ("script", "style", "noscript", "template", "iframe", "svg")
_ASIDE = ("nav", "footer", "aside", "form", "header", "button")
_BLOCKS = ("p", "li", "h1", "h2", "h3", "h4", "blockquote", "td", "pre")

Found = tuple[str, str]
"""The main text, and what stands around it, line by line."""


def read_page(page: str, name: str) -> tuple[str, SourceLine]:
    """The main text of a page, and what its head says.

    Args:
        page: its source.
        name: what it is called.

    Raises:
        BadInput: it is no page, or has far too many tags.
    """
    from lxml import etree, html  # noqa: PLC0415 - only for a page

    if page.count("<") > _MOST_TAGS:
        raise BadInput(f"{name} has more than {_MOST_TAGS:,} tags; save the text of the page, and read that.")
    try:
        tree = html.fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", page))
    except (etree.LxmlError, ValueError):
        raise BadInput(f"{name} is not a page that can be read.") from None
    meta = {
        (one.get("property") or one.get("name") or "").lower(): (one.get("content") or "").strip()
        for one in tree.iter("meta")
    }
    title = meta.get("og:title") or " ".join((tree.findtext(".//title") or "").split())
    day = next((meta[key][:10] for key in _PUBLISHED if _ISO.match(meta.get(key, ""))), "")
    language = (tree.get("lang") or "")[:2].lower()
    title, site = _without_site(title, " ".join((tree.findtext(".//h1") or "").split()))
    text, around = _main_text(page, language) or _every_paragraph(tree)
    return text, SourceLine(
        title=title,
        publisher=meta.get("og:site_name", "") or site,
        author=meta.get("author", ""),
        url=meta.get("og:url", ""),
        language=language if language in LANGUAGES else "",
        published=PartialDate(day, day) if day else PartialDate(),
        kind="web",
        around=around,
    )


def _without_site(title: str, heading: str) -> tuple[str, str]:
    """A title without the name of the site that stands behind it, and that name: "Ministers meet | The Daily Post"."""
    if heading and title.startswith(heading) and (behind := _SITE.fullmatch(title, len(heading))):
        return heading, behind["site"]
    before, sign, site = title.rpartition(" | ")
    return (before, site) if sign and before else (title, "")


_SITE = re.compile(r"\s*[|–—»:·-]\s*(?P<site>[^|]{2,60})")


def _main_text(page: str, language: str) -> Found | None:
    """The paragraphs that are no links and menus; None for a page that has hardly any."""
    import justext  # noqa: PLC0415 - only for a page

    if language not in ("en", "fr", "es"):
        return None
    main: list[str] = []
    around: list[str] = []
    for one in justext.justext(page, justext.get_stoplist(LANGUAGES[language])):
        is_main = not one.is_boilerplate or (one.is_heading and one.class_type != "bad")
        if is_main:
            main.append(one.text)
        else:
            around.append(_words(one))
    if sum(map(len, main)) < _SHORTEST_TEXT:
        return None
    return "\n\n".join(main), _set_aside(around)


def _every_paragraph(tree: HtmlElement) -> Found:
    """Every paragraph of the article, or else of the page, and what is left of the page without them."""
    for one in list(tree.iter(*_UNSEEN)):
        _taken_out(one)
    around = [
        line
        for one in list(tree.iter(*_ASIDE))
        if not _is_in(one, _ASIDE)
        for line in _lines(_taken_out(one))
    ]
    scope = next(iter(tree.xpath("//article|//main|//*[@role='main']")), tree)
    found = [
        (one, " ".join(one.text_content().split()))
        for one in scope.iter(*_BLOCKS)
        if not any(True for _ in one.iterdescendants("p", "li"))
    ]
    main = "\n\n".join(text for _, text in found if text)
    if not main:
        main, found = str(scope.text_content()), [(scope, "")]
    for one in (*(one for one, _ in found), *tree.iter("head")):
        _taken_out(one)
    left = [] if found[0][0] is tree else _lines(tree)
    return main, _set_aside((*around, *left))


def _taken_out(one: HtmlElement) -> HtmlElement:
    """A part of a page, which is without it from now on; the words behind it stay."""
    if one.getparent() is not None:
        one.drop_tree()
        one.tail = None
    return one


def _is_in(one: HtmlElement, tags: Iterable[str]) -> bool:
    return next(one.iterancestors(*tags), None) is not None


def _lines(part: HtmlElement) -> Iterator[str]:
    """What a part of a page says, block by block."""
    from justext.core import ParagraphMaker  # noqa: PLC0415 - only for a page

    blocks: list[Any] = ParagraphMaker.make_paragraphs(part)
    return map(_words, blocks)


def _words(block: Any) -> str:
    """What a block says; between the links of a menu there is often nothing but the links."""
    in_links: int = block.chars_count_in_links
    return " ".join(block.text_nodes) if in_links * 2 > len(block.text) else str(block.text)


def _set_aside(pieces: Iterable[str]) -> str:
    """Pieces as lines, each once, and no more of them than somebody looks through."""
    lines = [one[:_LONGEST_LINE] for one in dict.fromkeys(" ".join(piece.split()) for piece in pieces) if one]
    room = _MOST_AROUND
    for at, line in enumerate(lines):
        room -= len(line)
        if room < 0:
            return "\n".join((*lines[:at], f"[{len(lines) - at:,} more]"))
    return "\n".join(lines)
