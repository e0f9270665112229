"""A list as a page: Markdown, HTML that prints, or Word; nothing in it can be run, whatever its words are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING, Literal, get_args

from db.briefs.harmless import harmless
from db.briefs.markdown import escaped
from db.dates import PartialDate, show_date
from db.exchange.tables_out import Cell, Listed

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

PageFormat = Literal["md", "html", "docx"]
PAGES: tuple[PageFormat, ...] = get_args(PageFormat)

_LONGEST = 400  # characters of a cell on a page
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
:root { color-scheme: light; }
body { font: 10pt/1.4 "Helvetica Neue", Arial, sans-serif; color: #1b1f24; background: #fff; margin: 2em; }
h1 { font-size: 1.5em; margin: 0 0 .2em; }
.said { color: #5b6570; margin: 0 0 1em; }
.handling { font-weight: 700; color: #8c1d18; letter-spacing: .08em; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-weight: 600; color: #23527c; border-bottom: 1.5px solid #9aa4ae; }
th, td { padding: .25em .8em .25em 0; vertical-align: top; }
td { border-bottom: 1px solid #e6eaee; }
td.number { text-align: right; }
@page { size: A4 landscape; margin: 14mm; }
@media print { body { margin: 0; font-size: 9pt; } thead { display: table-header-group; } tr { break-inside: avoid; } }
"""


def as_page(table: Listed, form: PageFormat, title: str, day: date) -> bytes:
    """The bytes of a page with a list on it.

    Args:
        table: the list.
        form: the format.
        title: what stands above it.
        day: on which it was made.
    """
    match form:
        case "md":
            return _markdown(table, title, day).encode()
        case "html":
            return _html(table, title, day).encode()
        case "docx":
            return _docx(table, title, day)


def _said(table: Listed, day: date) -> str:
    rows = len(table.rows)
    return f"{rows:,} {'row' if rows == 1 else 'rows'} · {show_date(PartialDate.day(day))}"


def _text(cell: Cell) -> str:
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else str(cell)


def _markdown(table: Listed, title: str, day: date) -> str:
    def row(cells: tuple[Cell, ...]) -> str:
        return "| " + " | ".join(escaped(_text(one)[:_LONGEST]) for one in cells) + " |"

    lines = [f"# {escaped(title)}", ""]
    if table.marks:
        lines += [f"**{escaped(', '.join(table.marks))}**", ""]
    rule = "|" + " --- |" * len(table.headers)
    lines += [_said(table, day), "", row(table.headers), rule, *map(row, table.rows), ""]
    return "\n".join(lines)


def _html(table: Listed, title: str, day: date) -> str:
    def text(words: str) -> str:
        return escape(harmless(words, _LONGEST), quote=True)

    def row(cells: tuple[Cell, ...]) -> str:
        number = ' class="number"'
        tds = (f"<td{number if isinstance(one, int) else ''}>{text(_text(one))}</td>" for one in cells)
        return f"<tr>{''.join(tds)}</tr>"

    def lines() -> Iterator[str]:
        yield from ("<!DOCTYPE html>", '<html lang="en">', "<head>", '<meta charset="utf-8">')
        yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        yield f"<title>{text(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>"
        yield f"<h1>{text(title)}</h1>"
        if table.marks:
            yield f'<p class="handling">{text(", ".join(table.marks))}</p>'
        yield f'<p class="said">{text(_said(table, day))}</p>'
        yield f"<table>\n<thead><tr>{''.join(f'<th>{text(one)}</th>' for one in table.headers)}</tr></thead>\n<tbody>"
        yield from map(row, table.rows)
        yield "</tbody>\n</table>\n</body>\n</html>\n"

    return "\n".join(lines())


def _docx(table: Listed, title: str, day: date) -> bytes:
    from docx import Document  # noqa: PLC0415 - python-docx and lxml take a third of a second
    from docx.enum.section import WD_ORIENT  # noqa: PLC0415 - likewise
    from docx.shared import Mm, Pt  # noqa: PLC0415 - likewise

    def put(paragraph: Paragraph, words: str, *, bold: bool = False) -> None:
        run = paragraph.add_run(harmless(words, _LONGEST))
        run.bold = bold
        run.font.size = Pt(8.5)

    word = Document()
    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(15)
    about = word.core_properties
    about.title = harmless(title, 200)
    about.author = about.last_modified_by = about.comments = about.keywords = ""
    word.add_heading(harmless(title), level=1)
    if table.marks:
        put(word.add_paragraph(), ", ".join(table.marks), bold=True)
    put(word.add_paragraph(), _said(table, day))
    grid = word.add_table(rows=1, cols=len(table.headers), style="Light List Accent 1")
    for cell, head in zip(grid.rows[0].cells, table.headers, strict=True):
        put(cell.paragraphs[0], head, bold=True)
    for row in table.rows:
        for cell, one in zip(grid.add_row().cells, row, strict=True):
            put(cell.paragraphs[0], _text(one))
    file = BytesIO()
    word.save(file)
    return file.getvalue()
