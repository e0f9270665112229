"""Texts as they come: txt, md, html, eml, docx and pdf, each to plain text and what it says of itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path
from typing import Any, cast

from db.dates import PartialDate
from db.errors import BadInput, BilatError, NotFound
from db.reading.documents import read_pdf, read_word
from db.reading.proposals import SourceLine

MOST_BYTES = 20_000_000
_SHORTEST_TEXT = 200  # characters; less is no main text, and the whole page is taken
_DEEPEST = 12  # messages within messages
_LONGEST_HEAD = (
    8_000  # characters of one line in the head of a message, for which Python's reader takes their square
)
_MOST_PARTS = 10_000  # of a message
_MOST_TAGS = 300_000  # of a page; a thousand bytes of memory go to each
_LANGUAGES = {"en": "English", "fr": "French", "es": "Spanish", "ar": "Arabic"}
_LINES = re.compile(r"\r\n?|\u2028|\u2029")
_UNSEEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]")

Read = tuple[str, SourceLine]


def read_file(path: Path, raw: bytes | None = None) -> Read:
    """The text of a file with what the file says of itself.

    Args:
        path: its name tells its kind, unless its first bytes do.
        raw: what it holds, when that was read already.

    Raises:
        NotFound: there is no such file.
        BilatError: it cannot be read.
        BadInput: it is broken, empty, or too big.
    """
    raw = _bytes(path) if raw is None else raw
    if len(raw) > MOST_BYTES:
        raise BadInput(
            f"{path.name} has more than {MOST_BYTES // 1_000_000} MB; what is longer must be cut into parts."
        )
    if not raw.strip():
        raise BadInput(f"{path.name} is empty.")
    kind = _kind(path, raw)
    text, source = _READERS[kind](raw, path.name)
    text = clean(text)
    if not text.strip():
        raise BadInput(
            f"There is no text in {path.name}{'; a scanned page must be typed first' if kind == 'pdf' else ''}."
        )
    return text, source


def clean(text: str) -> str:
    """A text with one kind of line end and without what nobody can see."""
    return _UNSEEN.sub("", _LINES.sub("\n", text).replace("\x0c", "\n\n"))


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise NotFound(f"There is no file {path}.") from None
    except OSError as error:
        raise BilatError(f"{path} could not be read: {(error.strerror or str(error)).lower()}.") from None


def _kind(path: Path, raw: bytes) -> str:
    """By its first bytes where they tell, else by its name."""
    if raw.startswith(b"%PDF-"):
        return "pdf"
    ending = path.suffix.lower().lstrip(".")
    if raw.startswith(b"PK\x03\x04"):
        return "docx"
    if ending in ("htm", "html", "xhtml") or re.match(
        rb"\s*(?:<!doctype html|<html)", raw[:200], re.IGNORECASE
    ):
        return "html"
    if ending in ("pdf", "docx"):
        raise BadInput(f"{path.name} is not a {ending} file, though its name says so.")
    return "eml" if ending == "eml" else "txt"


def _plain(raw: bytes, name: str) -> Read:
    return _decoded(raw, name), SourceLine()


def _decoded(raw: bytes, name: str) -> str:
    """Text in whatever encoding it came: UTF-8 where it is that, else the likeliest."""
    try:
        if not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
            return raw.decode("utf-8-sig")
        return raw.decode("utf-16")
    except UnicodeDecodeError:
        pass
    if b"\x00" in raw[:4_096]:
        raise BadInput(f"{name} is not a text.")
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only for what is not UTF-8

    best = from_bytes(
        raw[:200_000], cp_isolation=["cp1252", "cp1256", "iso8859_15", "iso8859_6", "utf_16"]
    ).best()
    return raw.decode(best.encoding if best else "cp1252", "replace")


def _html(raw: bytes, name: str) -> Read:
    """The main text of a page, and what its head says."""
    from lxml import etree, html  # noqa: PLC0415 - only for a page

    if raw.count(b"<") > _MOST_TAGS:
        raise BadInput(f"{name} has more than {_MOST_TAGS:,} tags; save the text of the page, and read that.")
    page = _decoded(raw, name)
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
    return _main_text(page, tree, language), SourceLine(
        title=title,
        publisher=meta.get("og:site_name", ""),
        author=meta.get("author", ""),
        url=meta.get("og:url", ""),
        language=language if language in _LANGUAGES else "",
        published=PartialDate(day, day) if day else PartialDate(),
        kind="web",
    )


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
_ASIDE = (
    "script",
    "style",
    "noscript",
    "nav",
    "footer",
    "aside",
    "form",
    "template",
    "iframe",
    "svg",
    "header",
    "button",
)
_BLOCKS = ("p", "li", "h1", "h2", "h3", "h4", "blockquote", "td", "pre")


def _main_text(page: str, tree: object, language: str) -> str:
    """The paragraphs that are no links and menus; of a page that has hardly any, every paragraph."""
    import justext  # noqa: PLC0415 - only for a page

    stops = justext.get_stoplist(_LANGUAGES[language]) if language in ("en", "fr", "es") else frozenset()
    if stops:
        found = justext.justext(page, stops)
        good = [
            one.text
            for one in found
            if not one.is_boilerplate or (one.is_heading and one.class_type != "bad")
        ]
        if sum(map(len, good)) >= _SHORTEST_TEXT:
            return "\n\n".join(good)
    return _every_paragraph(tree)


def _every_paragraph(tree: object) -> str:
    from lxml import html  # noqa: PLC0415

    assert isinstance(tree, html.HtmlElement)  # noqa: S101 - made a moment ago
    for one in list(tree.iter(*_ASIDE)):
        one.drop_tree()
    scope = next(iter(tree.xpath("//article|//main|//*[@role='main']")), tree)
    found = [
        " ".join(one.text_content().split())
        for one in scope.iter(*_BLOCKS)
        if not any(True for _ in one.iterdescendants("p", "li"))
    ]
    return "\n\n".join(text for text in found if text) or str(scope.text_content())


def _mail(raw: bytes, name: str) -> Read:
    """A message; one that Python's own reader stumbles over is broken, or wants to be no message at all."""
    try:
        return _message(raw, name)
    except BilatError:
        raise
    except (
        MessageError, ValueError, KeyError, IndexError, TypeError, AttributeError, LookupError, RecursionError,
    ):  # fmt: skip
        raise BadInput(f"{name} is not a message that can be read; it may be broken.") from None


class _Bounded(policy.EmailPolicy):
    """Reads no line of a head that is too long to be one."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        """The value of a field of the head.

        Raises:
            BadInput: it is far too long.
        """
        if len(value) > _LONGEST_HEAD:
            raise BadInput(
                f"The head of the message is broken: {ascii(name)[:40]} has {len(value):,} characters."
            )
        return super().header_fetch_parse(name, value)


def _message(raw: bytes, name: str) -> Read:
    """The text of a message, and who sent it when about what."""
    if raw.count(b"\n--") > _MOST_PARTS:
        raise BadInput(
            f"{name} has more than {_MOST_PARTS:,} parts; save the text of the message, and read that."
        )
    message = cast("EmailMessage", BytesParser(policy=_Bounded()).parsebytes(raw))
    if not message.keys():
        raise BadInput(f"{name} is not a message.")
    body = _body(message, _DEEPEST)
    day = ""
    try:
        sent = message["date"].datetime if message["date"] else None
        day = sent.date().isoformat() if sent else ""
    except (ValueError, AttributeError, OverflowError):
        day = ""
    return body, SourceLine(
        title=" ".join(str(message["subject"] or "").split()),
        author=" ".join(str(message["from"] or "").split()),
        published=PartialDate(day, day) if day else PartialDate(),
        kind="letter",
    )


def _body(message: EmailMessage, deepest: int) -> str:
    """What a message says, of the message in it when it says nothing itself."""
    part = message.get_body(("plain", "html"))
    if part is None or deepest == 0:
        return ""
    payload = part.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset() or ""
    try:
        text = raw.decode(charset) if charset else _decoded(raw, "The message")
    except (LookupError, UnicodeDecodeError):
        text = _decoded(raw, "The message")
    return (
        _html(text.encode(), "The message")[0]
        if part.get_content_type() == "text/html" and text.strip()
        else text
    )


_READERS: dict[str, Callable[[bytes, str], Read]] = {
    "txt": _plain, "html": _html, "eml": _mail, "docx": read_word, "pdf": read_pdf,
}  # fmt: skip
