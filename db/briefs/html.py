"""A brief as one HTML file: nothing is fetched, nothing runs, and it prints as a page."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from db.briefs.harmless import harmless
from db.briefs.heading import said_of
from db.briefs.parts import Facts, Items, Note, Room, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db.briefs.parts import Block, Brief, Item

# Even a browser that misreads the page may neither fetch nor run anything.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
:root { color-scheme: light; }
body { font: 11pt/1.45 Georgia, "Times New Roman", serif; color: #1b1f24; background: #fff;
  max-width: 46em; margin: 2.5em auto; padding: 0 1.5em; overflow-wrap: break-word; }
h1 { font-size: 1.7em; line-height: 1.2; margin: 0 0 .2em; }
h2 { font: 600 1em/1.3 "Helvetica Neue", Arial, sans-serif; color: #23527c; margin: 1.7em 0 .4em;
  border-bottom: 1px solid #d5dbe1; padding-bottom: .2em; }
h3 { font: 600 .9em/1.3 "Helvetica Neue", Arial, sans-serif; margin: 1em 0 .2em; }
.said, .note, .behind { color: #5b6570; }
.handling { font: 700 .95em/1 "Helvetica Neue", Arial, sans-serif; letter-spacing: .08em; border: 1.5px solid #8c1d18;
  color: #8c1d18; display: inline-block; padding: .35em .7em; margin: .2em 0 .6em; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1em 1em; margin: .3em 0; }
dt, th { color: #5b6570; font-weight: normal; text-align: left; }
dd { margin: 0; }
ul { margin: .2em 0; padding-left: 1.1em; }
li { margin: .25em 0; }
.lead { font-weight: 600; }
.alarm { color: #8c1d18; font-weight: 600; }
.behind { font-size: .92em; }
table { border-collapse: collapse; margin: .5em 0; width: 100%; }
th, td { padding: .25em .8em .25em 0; vertical-align: top; border-bottom: 1px solid #e6eaee; }
.room { border-bottom: 1px dotted #9aa4ae; height: 1.9em; }
@page { size: A4; margin: 20mm 18mm; }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 10.5pt; }
  h1, h2, h3 { break-after: avoid; }
  li, tr, dd { break-inside: avoid; }
}
"""


def html(brief: Brief) -> str:
    """The page as HTML, whole in itself."""
    return "\n".join(
        (
            "<!DOCTYPE html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{_text(brief.title)}</title>",
            f"<style>{_STYLE}</style>",
            "</head>",
            "<body>",
            *_head(brief),
            *(line for section in brief.sections for line in _section(section.title, section.blocks)),
            "</body>",
            "</html>",
            "",
        )
    )


def _text(text: str) -> str:
    return escape(harmless(text), quote=True)


def _head(brief: Brief) -> Iterator[str]:
    yield f"<h1>{_text(brief.title)}</h1>"
    if brief.handling:
        yield f'<p class="handling">{_text(brief.handling)}</p>'
    yield f'<p class="said">{_text(said_of(brief))}</p>'


def _section(title: str, blocks: tuple[Block, ...]) -> Iterator[str]:
    yield f"<section>\n<h2>{_text(title)}</h2>"
    for block in blocks:
        yield from _block(block)
    yield "</section>"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Facts():
            yield "<dl>"
            yield from (f"<dt>{_text(row.label)}</dt><dd>{_text(row.text)}</dd>" for row in block.rows)
            yield "</dl>"
        case Items():
            if block.title:
                yield f"<h3>{_text(block.title)}</h3>"
            yield "<ul>"
            yield from map(_item, block.rows)
            if block.more:
                yield f'<li class="note">and {block.more} more</li>'
            yield "</ul>"
        case Table():
            yield "<table>\n<thead>"
            yield _row("th", block.heads)
            yield "</thead>\n<tbody>"
            yield from (_row("td", row.cells) for row in block.rows)
            yield "</tbody>\n</table>"
        case Note():
            yield f'<p class="note">{_text(block.text)}</p>'
        case Room():
            yield from ['<div class="room"></div>'] * block.lines


def _item(item: Item) -> str:
    lead = f'<span class="lead">{_text(item.lead)}</span> ' if item.lead else ""
    alarm = f' <span class="alarm">! {_text(item.alarm)}</span>' if item.alarm else ""
    behind = f' <span class="behind">({_text(item.behind)})</span>' if item.behind else ""
    return f"<li>{lead}{_text(item.text)}{alarm}{behind}</li>"


def _row(cell: str, cells: tuple[str, ...]) -> str:
    return "<tr>" + "".join(f"<{cell}>{_text(one)}</{cell}>" for one in cells) + "</tr>"
