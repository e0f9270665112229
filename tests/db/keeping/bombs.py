"""Small files that want to be large: `python -m tests.db.keeping.bombs NAME STORE`, with little memory and time."""

from __future__ import annotations

import io
import resource
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

from db import Store
from db.errors import BilatError
from tests.db.keeping.strange import READERS, packed

MEMORY = 1_500_000_000  # bytes of addresses; the libraries alone take half a gigabyte of them
SECONDS = 30.0  # of the processor
ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "' + b"x" * 1000 + b'">'
    + b"".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 20}">'.encode() for n in range(8))
    + b"]><w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>&i;</w:document>"
)  # fmt: skip
TYPES = (
    b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    b'<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    b'wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    b' Target="word/document.xml"/></Relationships>'
)


def _document(content: bytes) -> bytes:
    parts = {"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, "word/document.xml": content}
    return packed(parts)


def _mail(depth: int) -> bytes:
    inner = b"Content-Type: text/plain\r\n\r\nhello\r\n"
    for _ in range(depth):
        inner = b"Content-Type: message/rfc822\r\n\r\n" + inner
    return b"From: a@b\r\nMIME-Version: 1.0\r\n" + inner


def _page(drawn: bytes) -> bytes:
    """A PDF of one page."""
    writer = PdfWriter()
    page, stream, out = writer.add_blank_page(200, 200), DecodedStreamObject(), io.BytesIO()
    stream.set_data(drawn)
    page[NameObject("/Contents")] = stream
    writer.write(out)
    return out.getvalue()


HUGE = (
    "text",
    "web page",
    "mail",
    "PDF",
    "DOCX",
    "CSV",
    "XLSX",
    "calendar",
    "cards",
    "dossier JSON",
    "dossier TOML",
    "settings",
)


def huge(name: str) -> bytes:
    """What the reader reads gladly, with a hundred megabytes behind it."""
    example = READERS[name].example
    raw = example.encode() if isinstance(example, str) else example
    return raw + (raw if name in ("text", "CSV") else b"\n") * (
        100_000_000 // (len(raw) if name in ("text", "CSV") else 1)
    )


BOMBS: dict[str, tuple[str, Callable[[], str | bytes]]] = {
    "json deep": ("dossier JSON", lambda: b'{"visits":' + b"[" * 5_000_000),
    "toml deep": ("dossier TOML", lambda: b"a = " + b"[" * 1_000_000),
    "zip": ("DOCX", lambda: _document(b"\x00" * 400_000_000)),
    "zip in xlsx": ("XLSX", lambda: packed({"xl/workbook.xml": b"0" * 400_000_000})),
    "xml entities": ("DOCX", lambda: _document(ENTITIES)),
    "html deep": ("web page", lambda: b"<html><body>" + b"<div>" * 1_000_000),
    "mail deep": ("mail", lambda: _mail(20_000)),
    "csv long": ("CSV", lambda: b"sending;host;date\n" + b"MA;ES;2025\n" * 8_000_000),
    "calendar long": ("calendar", lambda: b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * 1_000_000),
    "card long": ("cards", lambda: b"BEGIN:VCARD\r\nFN:" + b"x" * 60_000_000),
    "pdf objects": (
        "PDF",
        lambda: b"%PDF-1.4\n" + b"1 0 obj << /Kids [1 0 R] /Type /Pages >> endobj\n" * 300_000,
    ),
    "html links": ("web page", lambda: b"<html lang=en><body>" + b"<a href=x>y</a> " * 1_000_000),
    "html attributes": ("web page", lambda: b"<html lang=en><body><p " + b"a='b' " * 2_000_000 + b">x"),
    "mail head": ("mail", lambda: b"From: " + b"(" * 5_000_000 + b"\r\nSubject: x\r\n\r\nhello"),
    "mail subject": (
        "mail",
        lambda: b"From: a@b\r\nSubject: " + b"=?utf-8?q?T?= " * 400_000 + b"\r\n\r\nhello",
    ),
    "mail parts": (
        "mail",
        lambda: (
            b'From: a@b\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n'
            + b"--x\r\n\r\nhi\r\n" * 900_000
        ),
    ),
    "word long": ("DOCX", lambda: _document(b"<a>" + bytes(range(33, 60)) * 800_000)),
    "pdf drawn": ("PDF", lambda: _page(b"BT (a) Tj ET\n" * 1_400_000)),
    "toml long": ("dossier TOML", lambda: b'[[visits]]\nsending = "MA"\nhost = "ES"\n' * 1_500_000),
    "settings long": ("settings", lambda: b"[keys]\n" + b'a = "x"\n' * 10_000_000),
    "settings many": ("settings", lambda: b"[keys]\n" + b"".join(b'a%d = "x"\n' % n for n in range(60_000))),
    "edtf long": ("edtf", lambda: "[2025.." * 300_000),
    "article long": ("article", lambda: "They agreed to meet on 3 May 2025. " * 28_000),
    "digits": ("date", lambda: "9" * 3_000_000),
    "entry long": ("entry line", lambda: "MA>ES @x " * 300_000),
}


def set_off(store: Store, name: str, bomb: str | bytes) -> str:
    """What a reader said to it, "" where it read it; it may take so long and no longer."""
    before = time.process_time()
    said = ""
    try:
        READERS[name].read(store, bomb)
    except BilatError as error:
        said = str(error)
    taken = time.process_time() - before
    if taken > SECONDS:
        sys.exit(f"{name} took {taken:.0f} s")
    return said


if __name__ == "__main__":
    with closing(Store.open(Path(sys.argv[2]))) as store:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        if sys.argv[1] == "huge":
            for each in HUGE:
                refusal = set_off(store, each, huge(each))
                if "MB" not in refusal and "megabyte" not in refusal:
                    sys.exit(f"{each} with a hundred megabytes: {refusal or 'was read'}")
        else:
            reader_name, make = BOMBS[sys.argv[1]]
            sys.stdout.write(f"{set_off(store, reader_name, make())}\n")
