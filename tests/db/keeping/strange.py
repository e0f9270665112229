"""Everything that reads what others wrote, by name, with a good example to spoil: what the fuzzing goes through."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, get_args

from db.dates import edtf, read_date
from db.dates.anchored import read_anchored
from db.dates.repeating import read_repeats
from db.drafts import Dossier
from db.entry import read_lines
from db.exchange.icalendar_in import read_calendar
from db.exchange.tables.importing import table_of
from db.exchange.text import from_text
from db.exchange.vcard_in import read_cards
from db.filtering import Asking, Subject, read_filter
from db.reading import SourceLine, read_text
from db.reading.papers.files import read_file
from db.rows import Moment
from tui.config import load_settings
from tui.filtering.saved import saved_filters
from tui.keymap import load_keymap

if TYPE_CHECKING:
    from db import Store

TODAY = date(2026, 11, 21)
MOMENT = Moment(TODAY, "MA")


class Reader(NamedTuple):
    """Something that reads.

    Attributes:
        example: what it reads gladly; a str for readers of typed words, bytes for readers of files.
        read: reads; may refuse with an error of ours, and with nothing else.
    """

    example: str | bytes
    read: Callable[[Store, str | bytes], object]


def _typed(read: Callable[[str], object]) -> Callable[[Store, str | bytes], object]:
    return lambda _store, text: read(text if isinstance(text, str) else text.decode("latin-1"))


def _file(read: Callable[[bytes], object]) -> Callable[[Store, str | bytes], object]:
    return lambda _store, raw: read(raw if isinstance(raw, bytes) else raw.encode("utf-8", "surrogatepass"))


def _entry(store: Store, text: str | bytes) -> object:
    with store.read() as reader:
        return read_lines(str(text), reader=reader, moment=MOMENT)


def _article(store: Store, text: str | bytes) -> object:
    with store.read() as reader:
        return read_text(reader, str(text), source=SourceLine(), moment=MOMENT)


def _filter(store: Store, text: str | bytes) -> object:
    with store.read() as reader:
        return read_filter(str(text), get_args(Subject), Asking(reader, TODAY, "lead"))


def _settings(raw: bytes) -> object:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "settings.toml"
        path.write_bytes(raw)
        return load_settings(path, {}), load_keymap(path, {}), saved_filters(path, {})


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A zip with these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def _workbook() -> bytes:
    from openpyxl import Workbook  # noqa: PLC0415 - only to make an example

    book, out = Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in (("sending", "host", "date"), ("MA", "ES", "28-29 jan 2025"), ("DE", "MA", "2026")):
        sheet.append(row)
    book.save(out)
    return out.getvalue()


def _document() -> bytes:
    from docx import Document  # noqa: PLC0415 - only to make an example

    page, out = Document(), io.BytesIO()
    page.add_paragraph("The Director General travelled to Madrid on 28 January 2025.")
    page.save(out)
    return out.getvalue()


def _pages() -> bytes:
    from pypdf import PdfWriter  # noqa: PLC0415 - only to make an example

    writer, out = PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 200)
    writer.write(out)
    return out.getvalue()


def _as(name: str) -> Callable[[Store, str | bytes], object]:
    return _file(lambda raw: read_file(Path(name), raw))


DOSSIER = (
    b'{"bilat": 1, "visits": [{"sending": "MA", "host": "ES", "date": "2025-01-28/2025-01-29", "actions":'
    b' [{"text": "joint patrols", "rung": "agreed", "due": "2030"}]}], "officials": [{"name": "A. Person"}]}'
)
CALENDAR = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Talks\r\n"
    b"DTSTART;TZID=Europe/Madrid:20250128T090000\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\nATTENDEE;CN=X:mailto:x@x\r\n"
    b"END:VEVENT\r\nBEGIN:VTODO\r\nUID:2\r\nDUE;VALUE=DATE:20250130\r\nSUMMARY:Ring\r\nEND:VTODO\r\nEND:VCALENDAR\r\n"
)
CARD = (
    b"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Abdellatif Hammouchi\r\nN:Hammouchi;Abdellatif;;;\r\nTITLE:DG\r\n"
    b"ORG:DGSN;Rabat\r\nNOTE:x\\, y\r\nEND:VCARD\r\n"
)
MAIL = (
    b"From: a@b.example\r\nSubject: =?utf-8?q?Talks?=\r\nDate: Wed, 29 Jan 2025 10:00:00 +0100\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\n'
    b"They met in Madrid.\r\n--x--\r\n"
)
ARTICLE = (
    "Rabat, 29 January 2025. The Director General Abdellatif Hammouchi travelled to Madrid and met Francisco Pardo.\n\n"
    "Both sides agreed to exchange liaison officers by June 2025, and explored ways to deepen joint patrols.\n"
)
PAGE = (
    b"<!doctype html><html lang=en><head><title>Talks</title><meta name=author content=A></head>"
    b"<body><p>They met in Madrid on 28 January 2025.</p></body></html>"
)

READERS: dict[str, Reader] = {
    "date": Reader("28-29 jan 2025", _typed(lambda text: read_date(text, today=TODAY))),
    "edtf": Reader("2025-01-28/2025-01-29~", _typed(edtf.parse)),
    "anchored date": Reader("2 weeks before V-2025-001", _typed(read_anchored)),
    "repetition": Reader(
        "every 2nd tue until dec 2027", _typed(lambda text: read_repeats(text, today=TODAY))
    ),
    "entry line": Reader(
        "MA>ES 28-29 jan 2025 @Hammouchi in:Madrid #ct !agreed talks due:+2w owner:ES", _entry
    ),
    "dossier JSON": Reader(DOSSIER, _file(lambda raw: Dossier.from_plain(from_text(raw, "json")))),
    "dossier TOML": Reader(
        b'bilat = 1\n[[visits]]\nsending = "MA"\nhost = "ES"\ndate = "2025"\n',
        _file(lambda raw: Dossier.from_plain(from_text(raw, "toml"))),
    ),
    "CSV": Reader(b'sending;host;date\nMA;ES;"28 jan 2025"\nDE;MA;2026\n', _file(table_of)),
    "XLSX": Reader(_workbook(), _file(table_of)),
    "text": Reader("Le ministre a reçu son homologue à Rabat.".encode("cp1252"), _as("a.txt")),
    "article": Reader(ARTICLE, _article),
    "mail": Reader(MAIL, _as("a.eml")),
    "web page": Reader(PAGE, _as("a.html")),
    "PDF": Reader(_pages(), _as("a.pdf")),
    "DOCX": Reader(_document(), _as("a.docx")),
    "calendar": Reader(CALENDAR, _file(lambda raw: read_calendar(raw, UTC))),
    "cards": Reader(CARD, _file(read_cards)),
    "filter": Reader(
        "country:ES rung>=agreed is:overdue -is:planned from:2025 @Hammouchi #ct talks", _filter
    ),
    "settings": Reader(
        b'desk = "MA"\nbackups = "7 4 12"\n[keys]\nbrief = "B"\n[filters]\nlate = "is:overdue"\n',
        _file(_settings),
    ),
}
