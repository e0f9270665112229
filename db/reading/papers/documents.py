"""Texts in the files of other programs: Word documents and PDF, unpacked with bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING

from db.errors import BadInput
from db.reading.proposals import SourceLine

if TYPE_CHECKING:
    from docx.table import _Row
    from pypdf import PdfReader

_MOST_PAGES = 400
_MOST_DRAWN = 5_000_000  # bytes of what is on all pages of a PDF; a page of text has some thousand
_MOST_UNPACKED = 100_000_000  # bytes of a docx when unpacked
_MOST_XML = 20_000_000  # bytes of them that are read as XML, and take twenty times as much then
_MOST_TIMES = 300  # what is packed tighter than this is a bomb


def read_word(raw: bytes, name: str) -> tuple[str, SourceLine]:
    """The paragraphs of a Word document, its tables row by row, and its title.

    Raises:
        BadInput: it is broken, or too big when unpacked.
    """
    import struct  # noqa: PLC0415 - only for a document
    import zlib  # noqa: PLC0415
    from zipfile import BadZipFile, ZipFile  # noqa: PLC0415

    from docx import Document  # noqa: PLC0415
    from docx.opc.exceptions import PackageNotFoundError  # noqa: PLC0415
    from lxml.etree import XMLSyntaxError  # noqa: PLC0415

    try:
        with ZipFile(BytesIO(raw)) as packed:
            sizes = [(one.file_size, one.filename.endswith((".xml", ".rels"))) for one in packed.infolist()]
        unpacked = sum(size for size, _ in sizes)
        xml = sum(size for size, is_xml in sizes if is_xml)
        if unpacked > min(_MOST_UNPACKED, _MOST_TIMES * len(raw)) or xml > _MOST_XML:
            raise BadInput(f"{name} is too big when unpacked.")
        document = Document(BytesIO(raw))
        parts = [
            one.text if hasattr(one, "text") else "\n".join(" · ".join(_cells(row)) for row in one.rows)
            for one in document.iter_inner_content()
        ]
    except (
        BadZipFile,
        PackageNotFoundError,
        EOFError,
        RuntimeError,
        struct.error,
        zlib.error,
        KeyError,
        ValueError,
        XMLSyntaxError,
        NotImplementedError,
    ):
        raise BadInput(f"{name} is not a Word document that can be read.") from None
    said = document.core_properties
    title = "" if _NO_TITLE.fullmatch(said.title or "") else said.title or ""
    return "\n\n".join(parts), SourceLine(title=title, author=said.author or "")


_NO_TITLE = re.compile(  # what programs write where nobody has said any
    r"(?:microsoft )?word[ -]document|microsoft word\b.*|documento? ?\d*|(?:untitled|sans titre|sin t[ií]tulo).*",
    re.IGNORECASE,
)


def _cells(row: _Row) -> Iterator[str]:
    """The texts of a row, that of a cell over several columns once."""
    before = None
    for cell in row.cells:
        if cell._tc is not before:  # noqa: SLF001 - what tells that it is the same cell
            yield cell.text
        before = cell._tc  # noqa: SLF001


def read_pdf(raw: bytes, name: str) -> tuple[str, SourceLine]:
    """The pages of a PDF as text.

    Raises:
        BadInput: it is broken, locked, or has far more on its pages than text.
    """
    import logging  # noqa: PLC0415 - only for a PDF

    from pypdf import PdfReader  # noqa: PLC0415
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its remarks on a page are nothing to an officer
    try:
        texts = list(_drawn(PdfReader(BytesIO(raw)), name))
    except BadInput:
        raise
    except (PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError, OSError):
        raise BadInput(f"{name} is not a PDF that can be read; it may be broken or locked.") from None
    return "\n\n".join(texts), SourceLine()


def _drawn(document: PdfReader, name: str) -> Iterator[str]:
    """The texts of the pages, as long as they are pages of text."""
    drawn = 0
    for number, page in enumerate(islice(document.pages, _MOST_PAGES), 1):
        contents = page.get_contents()
        drawn += len(contents.get_data()) if contents is not None else 0
        if drawn > _MOST_DRAWN:
            raise BadInput(f"{name} has too much drawn on its pages, up to page {number}; cut it into parts.")
        yield page.extract_text()
