"""Texts out of files: each kind, any encoding, and a sentence for what is broken."""

from __future__ import annotations

import subprocess
import sys
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from pypdf import PdfWriter

from db import BadInput, NotFound
from db.reading.papers.documents import _MOST_XML, read_word
from db.reading.papers.files import MOST_BYTES, read_file

TEXT = "Le ministre espagnol a été reçu à Rabat. Les deux parties ont évoqué la coopération."
PAGE = (
    '<html lang="en"><head><title>Ministers meet</title>'
    '<meta property="article:published_time" content="2025-01-29T10:00">'
    '<meta property="og:site_name" content="Daily"></head>'
    '<body><nav><a href="/">Home</a> <a href="/news">News</a></nav>'
    "<article><p>{0}</p><p>{0}</p></article><footer><a href='/c'>Cookies</a></footer></body></html>"
)
SENTENCE = (
    "The ministers of the two countries met on Monday and they agreed to share the list of the suspects. "
)


def test_a_text_is_read_in_whatever_encoding_it_came(tmp_path: Path) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        path = tmp_path / f"{encoding}.txt"
        path.write_bytes((TEXT * 5).encode(encoding))
        assert read_file(path)[0] == TEXT * 5


def test_a_page_gives_its_main_text_and_what_its_head_says(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE.format(SENTENCE * 3), "utf-8")
    text, source = read_file(path)
    assert text.count("share the list") == 6
    assert "Cookies" not in text
    assert "News" not in text
    assert (source.title, source.publisher, source.published.edtf) == (
        "Ministers meet",
        "Daily",
        "2025-01-29",
    )


def test_a_message_gives_its_text_its_subject_and_its_day() -> None:
    raw = (
        b"From: A <a@example.org>\nSubject: Visit\nDate: Mon, 19 Jan 2026 09:12:00 +0000\n"
        b"Content-Type: text/plain; charset=iso-8859-1\n\nRe\xe7u \xe0 Rabat.\n"
    )
    text, source = read_file(Path("mail.eml"), raw)
    assert text.strip() == "Reçu à Rabat."
    assert (source.title, source.published.edtf) == ("Visit", "2026-01-19")


def test_a_word_document_gives_its_paragraphs_and_tables() -> None:
    document = Document()
    document.add_paragraph("First.")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "left", "right"
    packed = BytesIO()
    document.save(packed)
    assert read_file(Path("note.docx"), packed.getvalue())[0] == "First.\n\nleft · right"


@pytest.mark.parametrize(("part", "is_read"), [("word/pictures/map.png", True), ("word/notes.xml", False)])
def test_a_word_document_may_have_large_pictures_but_no_large_text(part: str, is_read: bool) -> None:
    packed = BytesIO()
    document = Document()
    document.add_paragraph("First.")
    document.save(packed)
    with ZipFile(packed, "a") as more:
        more.writestr(part, b" " * (_MOST_XML + 1))
    if is_read:
        assert read_word(packed.getvalue(), "note.docx")[0] == "First."
    else:
        with pytest.raises(BadInput, match=r"note\.docx is too big when unpacked"):
            read_word(packed.getvalue(), "note.docx")


def test_a_pdf_without_text_says_so() -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    packed = BytesIO()
    writer.write(packed)
    with pytest.raises(BadInput, match=r"no text in scan\.pdf; a scanned page"):
        read_file(Path("scan.pdf"), packed.getvalue())


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("empty.txt", b" \n", "is empty"),
        ("broken.pdf", b"%PDF-1.7 nothing of it", "not a PDF that can be read"),
        ("broken.docx", b"PK\x03\x04 nothing of it", "not a Word document"),
        ("false.docx", b"only text", "not a docx file, though its name says so"),
        ("picture.txt", b"\x89PNG\x00\x01\x02", "is not a text"),
        ("mail.eml", b"no header at all", "is not a message"),
        ("big.txt", b"x" * (MOST_BYTES + 1), "has more than 20 MB"),
    ],
)
def test_what_is_broken_is_refused_with_a_sentence(name: str, raw: bytes, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        read_file(Path(name), raw)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="There is no file"):
        read_file(tmp_path / "none.txt")


def test_what_is_attached_to_a_message_is_read_behind_its_text() -> None:
    document = Document()
    document.add_paragraph(TEXT)
    packed = BytesIO()
    document.save(packed)
    message = EmailMessage()
    message["Subject"], message["From"] = "Visit", "a@example.org"
    message.set_content("Please see attached.")
    message.add_attachment(
        packed.getvalue(), maintype="application", subtype="octet-stream", filename="note.docx"
    )
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    message.add_attachment(b"%PDF-broken", maintype="application", subtype="pdf", filename="scan.pdf")
    text, _ = read_file(Path("mail.eml"), bytes(message))
    assert text.split("\n\n") == ["Please see attached.", "Attachment: note.docx", TEXT]


def test_a_message_that_only_hands_on_another_gives_the_text_of_that() -> None:
    inner = EmailMessage()
    inner["Subject"], inner["From"] = "Cable", "b@example.org"
    inner.set_content(TEXT, charset="iso-8859-1")
    message = EmailMessage()
    message["Subject"], message["From"] = "Fwd: Cable", "a@example.org"
    message.add_attachment(inner)
    assert read_file(Path("mail.eml"), bytes(message))[0].strip() == TEXT


def test_the_marks_of_markdown_do_not_stand_between_its_words() -> None:
    raw = b"""# Ministers *meet*

> **Rita Calado** visited [Spain](https://example.org/a_b) on _28 January 2025_.

---
- agreed to open a `joint` office, 2 * 3 * 4 times, in snake_case_words
"""
    text, source = read_file(Path("note.md"), raw)
    assert source.title == "Ministers meet"
    assert text.split("\n") == [
        "Ministers meet",
        "",
        "",
        "Rita Calado visited Spain on 28 January 2025.",
        "",
        "",
        "- agreed to open a joint office, 2 * 3 * 4 times, in snake_case_words",
        "",
    ]


def test_a_folder_is_no_text(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="is a folder; name one text in it"):
        read_file(tmp_path)


def test_a_cell_over_several_columns_is_read_once(tmp_path: Path) -> None:
    document = Document()
    table = document.add_table(1, 3)
    for cell, words in zip(table.rows[0].cells, ("Agreed", "A joint office", "June"), strict=True):
        cell.text = words
    table.cell(0, 0).merge(table.cell(0, 1))
    document.save(str(tmp_path / "table.docx"))
    assert read_file(tmp_path / "table.docx")[0] == "Agreed\nA joint office · June"


def test_what_is_wrong_in_a_pdf_is_said_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(b"%PDF-1.4 cut off")
    code = f"from pathlib import Path; from db.reading.papers.files import read_file; read_file(Path({str(path)!r}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[0] == "Traceback (most recent call last):"


ALSO = (
    '<html lang="{0}"><body><div>We use cookies.</div><nav><a href="/">Home</a><a href="/n">News</a></nav>{1}'
    "<aside><h3>You might also like</h3><p>Ten beaches</p></aside></body></html>"
)


@pytest.mark.parametrize("language", ["ar", "en", "it"])
@pytest.mark.parametrize("times", [1, 5], ids=["short", "long"])
def test_what_else_stands_on_a_page_is_set_aside_and_no_part_of_the_text(language: str, times: int) -> None:
    main = f"<article><p>{SENTENCE * times}</p></article>"
    text, source = read_file(Path("page.html"), ALSO.format(language, main).encode())
    assert text.strip() == (SENTENCE * times).strip()
    lines = source.around.split("\n")
    assert {"We use cookies.", "Home News", "You might also like", "Ten beaches"} <= set(lines)
    assert len(lines) == len(set(lines))


def test_of_a_page_of_menus_no_more_is_set_aside_than_somebody_looks_through() -> None:
    menu = "".join(f"<li><a href='/{number}'>Item {number} of the menu</a></li>" for number in range(5_000))
    page = f"<html lang='en'><body><ul>{menu}</ul><p>{SENTENCE * 5}</p></body></html>"
    text, source = read_file(Path("page.html"), page.encode())
    assert text.strip() == (SENTENCE * 5).strip()
    assert len(source.around) < 25_000
    assert source.around.endswith("more]")


def test_what_stands_around_a_page_in_a_message_is_set_aside_too() -> None:
    message = EmailMessage()
    message["Subject"], message["From"] = "Visit", "a@example.org"
    message.set_content("Please see attached.")
    page = ALSO.format("en", f"<p>{SENTENCE * 5}</p>")
    message.add_attachment(page, subtype="html", filename="page.html")
    text, source = read_file(Path("mail.eml"), bytes(message))
    assert "Ten beaches" not in text
    assert "Ten beaches" in source.around


def test_a_file_with_more_than_is_read_is_refused() -> None:
    with pytest.raises(BadInput, match="and 1,000,000 are read at most; cut it into parts"):
        read_file(Path("book.txt"), b"Nobody came by boat.\n" * 60_000)
