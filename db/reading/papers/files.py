"""Texts as they come: txt, md, html, eml, docx and pdf, each to plain text and what it says of itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from db.errors import BadInput, BilatError, NotFound
from db.reading.papers.documents import read_pdf, read_word
from db.reading.papers.markdown import heading_of, without_marks
from db.reading.papers.messages import read_message
from db.reading.papers.pages import read_page
from db.reading.proposals import SourceLine

MOST_BYTES = 20_000_000
LONGEST = 1_000_000  # characters, as five hundred pages have; more is no text for a desk
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
    need_no_more_than_is_read(text)
    if not text.strip():
        raise BadInput(
            f"There is no text in {path.name}{'; a scanned page must be typed first' if kind == 'pdf' else ''}."
        )
    return text, source


def clean(text: str) -> str:
    """A text with one kind of line end and without what nobody can see."""
    return _UNSEEN.sub("", _LINES.sub("\n", text).replace("\x0c", "\n\n"))


def need_no_more_than_is_read(text: str) -> None:
    """Refuse a text that is too long to be read.

    Raises:
        BadInput: it is.
    """
    if len(text) > LONGEST:
        raise BadInput(
            f"The text has {len(text):,} characters, and {LONGEST:,} are read at most; cut it into parts.",
            LONGEST,
        )


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise NotFound(f"There is no file {path}.") from None
    except IsADirectoryError:
        raise BadInput(f"{path} is a folder; name one text in it.") from None
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
    return {"eml": "eml", "md": "md", "markdown": "md"}.get(ending, "txt")


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
    text, source = read_page(_decoded(raw, name), name)
    return text, source._replace(around=clean(source.around))


def _mail(raw: bytes, name: str) -> Read:
    return read_message(raw, name, _part)


def _part(raw: bytes, name: str) -> Read:
    """The text of a part of a message, which is a file in itself."""
    return _READERS[_kind(Path(name), raw)](raw, name) if raw.strip() else ("", SourceLine())


def _marked(raw: bytes, name: str) -> Read:
    """A text without the marks of Markdown, which would stand between its words."""
    text = _decoded(raw, name)
    return without_marks(text), SourceLine(title=heading_of(text))


_READERS: dict[str, Callable[[bytes, str], Read]] = {
    "txt": _plain, "md": _marked, "html": _html, "eml": _mail, "docx": read_word, "pdf": read_pdf,
}  # fmt: skip
