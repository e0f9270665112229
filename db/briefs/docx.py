"""A brief as a Word document.

Every text becomes the text of a run. Fields, links and macros are other elements, which nothing here makes, so
that no stored words can become one; that is also why the pages have no numbers, which Word knows only as fields.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt, RGBColor

from db.briefs.harmless import harmless
from db.briefs.heading import said_of
from db.briefs.parts import Facts, Items, Note, Room, Table

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.text.paragraph import Paragraph

    from db.briefs.parts import Block, Brief, Item

_QUIET = RGBColor(0x5B, 0x65, 0x70)
_ALARM = RGBColor(0x8C, 0x1D, 0x18)
_ROOM = "\u00a0"  # an empty paragraph alone is swallowed by some readers


def docx(brief: Brief) -> bytes:
    """The page as the bytes of a .docx file."""
    word = Document()
    _page(word, brief)
    word.add_heading(harmless(brief.title), level=0)
    if brief.handling:
        _run(word.add_paragraph(), brief.handling, bold=True, colour=_ALARM)
    _run(word.add_paragraph(), said_of(brief), colour=_QUIET)
    for section in brief.sections:
        word.add_heading(harmless(section.title), level=1)
        for block in section.blocks:
            _block(word, block)
    file = BytesIO()
    word.save(file)
    return file.getvalue()


def _page(word: Word, brief: Brief) -> None:
    """A4, and the handling mark at the head of every page; nothing about who wrote it or with what."""
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin = section.bottom_margin = Mm(20)
    normal: Any = word.styles["Normal"]
    normal.font.size = Pt(10.5)
    normal.paragraph_format.space_after = Pt(3)
    if brief.handling:
        head = section.header.paragraphs[0]
        head.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _run(head, brief.handling, bold=True, colour=_ALARM)
    about = word.core_properties
    about.title = harmless(brief.title, 200)
    about.author = about.last_modified_by = about.comments = about.keywords = ""


def _run(paragraph: Paragraph, text: str, *, bold: bool = False, colour: RGBColor | None = None) -> None:
    run = paragraph.add_run(harmless(text))
    run.bold = bold
    if colour is not None:
        run.font.color.rgb = colour


def _block(word: Word, block: Block) -> None:
    match block:
        case Facts():
            for row in block.rows:
                line = word.add_paragraph()
                _run(line, f"{row.label}:", colour=_QUIET)
                line.add_run(" ")
                _run(line, row.text)
        case Items():
            _items(word, block)
        case Table():
            _table(word, block)
        case Note():
            _run(word.add_paragraph(), block.text, colour=_QUIET)
        case Room():
            for _ in range(block.lines):
                word.add_paragraph(_ROOM)


def _items(word: Word, block: Items) -> None:
    if block.title:
        word.add_heading(harmless(block.title), level=2)
    for item in block.rows:
        _item(word.add_paragraph(style="List Bullet"), item)
    if block.more:
        _run(word.add_paragraph(style="List Bullet"), f"and {block.more} more", colour=_QUIET)


def _item(line: Paragraph, item: Item) -> None:
    if item.lead:
        _run(line, item.lead, bold=True)
        line.add_run(" ")
    _run(line, item.text)
    if item.alarm:
        line.add_run(" ")
        _run(line, f"! {item.alarm}", bold=True, colour=_ALARM)
    if item.behind:
        line.add_run(" ")
        _run(line, f"({item.behind})", colour=_QUIET)


def _table(word: Word, block: Table) -> None:
    table = word.add_table(rows=1, cols=len(block.heads), style="Light List Accent 1")
    for cell, head in zip(table.rows[0].cells, block.heads, strict=True):
        _run(cell.paragraphs[0], head, bold=True)
    for row in block.rows:
        for cell, text in zip(table.add_row().cells, row.cells, strict=True):
            _run(cell.paragraphs[0], text)
    word.add_paragraph()
