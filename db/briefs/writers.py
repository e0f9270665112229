"""The formats of a brief, each with what writes it; a writer is imported when its format is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from db.briefs.parts import Brief

Format = Literal["md", "html", "docx"]
FORMATS: tuple[Format, ...] = get_args(Format)


def written(brief: Brief, form: Format) -> bytes:
    """A brief as the bytes of a file."""
    match form:
        case "md":
            from db.briefs.markdown import markdown  # noqa: PLC0415

            return markdown(brief).encode()
        case "html":
            from db.briefs.html import html  # noqa: PLC0415

            return html(brief).encode()
        case "docx":
            from db.briefs.docx import docx  # noqa: PLC0415 - python-docx and lxml take a third of a second

            return docx(brief)
