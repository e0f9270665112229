"""Messages as they were sent: who wrote when about what, the text, and behind it what is attached and can be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from itertools import islice
from typing import Any, cast

from db.dates import PartialDate
from db.errors import BadInput, BilatError
from db.reading.proposals import SourceLine

_DEEPEST = 12  # messages within messages
_LONGEST_HEAD = (
    8_000  # characters of one line in the head of a message, for which Python's reader takes their square
)
_MOST_PARTS = 10_000  # of a message
_MOST_ATTACHED = 20
_ENDINGS = {
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "text/html": "html",
    "text/markdown": "md",
    "text/plain": "txt",
}
_READABLE = (*_ENDINGS.values(), "htm", "markdown")

ReadPart = Callable[[bytes, str], tuple[str, SourceLine]]
"""Gives the text of a file, and what that says of itself, from its bytes and its name."""

_Told = tuple[str, str]
"""A text, and what was set aside of it."""


def read_message(raw: bytes, name: str, read_part: ReadPart) -> tuple[str, SourceLine]:
    """The text of a message and of what is attached to it, and who sent it when about what.

    Args:
        raw: the message.
        name: what it is called.
        read_part: reads its parts, which are files in themselves.

    Raises:
        BadInput: it is broken: Python's own reader stumbles over it, or it wants to be no message at all.
    """
    try:
        return _message(raw, name, read_part)
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


def _message(raw: bytes, name: str, read_part: ReadPart) -> tuple[str, SourceLine]:
    if raw.count(b"\n--") > _MOST_PARTS:
        raise BadInput(
            f"{name} has more than {_MOST_PARTS:,} parts; save the text of the message, and read that."
        )
    message = cast("EmailMessage", BytesParser(policy=_Bounded()).parsebytes(raw))
    if not message.keys():
        raise BadInput(f"{name} is not a message.")
    parts = [one for one in _texts(message, read_part, _DEEPEST) if one[0].strip()]
    day = ""
    try:
        sent = message["date"].datetime if message["date"] else None
        day = sent.date().isoformat() if sent else ""
    except (ValueError, AttributeError, OverflowError):
        day = ""
    return "\n\n".join(text.rstrip("\n") for text, _ in parts), SourceLine(
        title=" ".join(str(message["subject"] or "").split()),
        author=" ".join(str(message["from"] or "").split()),
        published=PartialDate(day, day) if day else PartialDate(),
        kind="letter",
        around="\n".join(around for _, around in parts if around),
    )


def _texts(message: EmailMessage, read_part: ReadPart, deepest: int) -> Iterator[_Told]:
    """What a message says, and then each of its attachments, under its name."""
    if deepest == 0:
        return
    body = cast("EmailMessage | None", message.get_body(("plain", "html")))
    if body is not None:
        is_page = body.get_content_type() == "text/html"
        yield _text_of(body, "The message", "html" if is_page else "txt", read_part)
    parts = message.iter_attachments() if message.is_multipart() else () if body else (message,)
    for part in islice(parts, _MOST_ATTACHED):
        yield from _attached(part, read_part, deepest)


def _attached(part: EmailMessage, read_part: ReadPart, deepest: int) -> Iterator[_Told]:
    """What is attached: a message in the message, or a file that can be read; a broken one is passed over."""
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        if isinstance(inner, list) and inner:
            yield from _texts(cast("EmailMessage", inner[0]), read_part, deepest - 1)
        return
    named = " ".join((part.get_filename() or "").split())
    ending = named.lower().rpartition(".")[2]
    if ending not in _READABLE:
        ending = _ENDINGS.get(part.get_content_type(), "")
    try:
        text, around = _text_of(part, "The attachment", ending, read_part) if ending else ("", "")
    except BadInput:
        return
    if text.strip():
        yield f"Attachment: {named or ending}\n\n{text}", around


def _text_of(part: EmailMessage, name: str, ending: str, read_part: ReadPart) -> _Told:
    payload = part.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset()
    if charset and part.get_content_maintype() == "text":
        with suppress(LookupError, UnicodeDecodeError):  # it lies; the likeliest encoding is taken then
            raw = raw.decode(charset).encode()
    text, said = read_part(raw, f"{name}.{ending}")
    return text, said.around
