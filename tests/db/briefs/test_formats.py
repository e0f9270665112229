"""The same page in three formats: all of it is in each, and stored words never mean anything to their readers."""

from __future__ import annotations

import re
import zipfile
from html.parser import HTMLParser
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from db.briefs import FORMATS, written
from db.briefs.harmless import harmless
from db.briefs.markdown import escaped
from tests.db.briefs.pages import PAIR, everything, page, titles
from tests.db.making import MOROCCO, action, meeting, visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db import Store
    from db.briefs import Brief

NASTY = "# x | [a](b) <script>alert(1)</script> `c` *d* _e_ &amp; $f$ ![g](http://h) <!-- i --> www.j.org"
FIELD = '{ HYPERLINK "http://k" } =cmd|calc'
HIDDEN = "left\u202eright\x1b[31m\x07\u2066\nnext"
SHOWN = "left‹RLO›right␛[31m␇‹LRI› ␤ next"


class _Page(HTMLParser):
    """The text of an HTML page, its tags and their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str | None]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= set(attrs)

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def of_html(data: bytes) -> str:
    parsed = _Page()
    parsed.feed(data.decode())
    return " ".join(" ".join(parsed.text).split())


def of_markdown(data: bytes) -> str:
    """What a reader of Markdown sees of it, GitHub's tables with it."""
    tokens = MarkdownIt("gfm-like", {"linkify": False, "html": True}).parse(data.decode())
    return " ".join(" ".join(_texts(tokens)).split())


def _texts(tokens: list[Any]) -> Iterator[str]:
    for token in tokens:
        assert token.type not in {
            "html_block",
            "html_inline",
            "image",
            "code_inline",
            "fence",
            "code_block",
            "link_open",
        }
        if token.type == "inline":
            yield "".join(_texts_inside(token.children))


def _texts_inside(tokens: list[Any]) -> Iterator[str]:
    for token in tokens:
        assert token.type not in {"html_inline", "image", "code_inline", "link_open"}
        yield token.content


def of_docx(data: bytes) -> str:
    word = Document(BytesIO(data))
    cells = (cell.text for table in word.tables for row in table.rows for cell in row.cells)
    return " ".join(" ".join((*(line.text for line in word.paragraphs), *cells)).split())


READ = {"html": of_html, "md": of_markdown, "docx": of_docx}


@pytest.fixture
def nasty(empty_store: Store) -> Brief:
    """A page whose every text is an attack."""
    with empty_store.write("enter") as session:
        held = visit(session, date="2025-01-28", title=NASTY, place=FIELD)
        at = meeting(session, held, title=HIDDEN, participants=[{"official": NASTY, "country": "ES"}])
        action(session, at=at, text=NASTY, rung="agreed")
        action(session, at=at, text=FIELD, rung="explored")
        action(session, at=at, text=HIDDEN, rung="noted")
    return page(empty_store)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_holds_the_whole_page(demo_store: Store, form: Any) -> None:
    brief = page(demo_store, PAIR, MOROCCO)
    read = READ[form](written(brief, form))
    for title in titles(brief):
        assert title in read
    for line in everything(brief).splitlines():
        for piece in line.split(" | "):
            words = piece.partition(": ")[2] or piece
            assert " ".join(words.split()) in read


@pytest.mark.parametrize("form", FORMATS)
def test_stored_words_stand_there_literally(nasty: Brief, form: Any) -> None:
    read = READ[form](written(nasty, form))
    assert read.count(NASTY) >= 3
    assert FIELD in read
    assert SHOWN in read
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]", read)


def test_html_runs_and_fetches_nothing(nasty: Brief) -> None:
    data = written(nasty, "html")
    parsed = _Page()
    parsed.feed(data.decode())
    assert not parsed.tags & {"script", "img", "a", "link", "iframe", "object", "svg", "base", "form"}
    assert not {
        name for name, _ in parsed.attributes if name in {"src", "href", "style"} or name.startswith("on")
    }
    assert ("content", "default-src 'none'; style-src 'unsafe-inline'") in parsed.attributes
    assert "url(" not in data.decode()
    assert "@page" in data.decode()
    assert "@media print" in data.decode()


def test_a_word_document_has_no_fields_links_or_macros(nasty: Brief) -> None:
    with zipfile.ZipFile(BytesIO(written(nasty, "docx"))) as parts:
        pages = [name for name in parts.namelist() if re.search(r"word/(document|header|footer)", name)]
        xml = b"".join(map(parts.read, pages))
        names = parts.namelist()
        properties = parts.read("docProps/core.xml").decode()
    assert not [tag for tag in (b"w:instrText", b"w:fldSimple", b"w:fldChar", b"w:hyperlink") if tag in xml]
    assert not [name for name in names if "vba" in name.lower() or "embed" in name.lower()]
    assert "python-docx" not in properties


def test_the_handling_mark_stands_at_the_top_of_every_page(nasty: Brief) -> None:
    marked = nasty._replace(handling="RESTRICTED <b>")
    word = Document(BytesIO(written(marked, "docx")))
    assert word.sections[0].header.paragraphs[0].text == "RESTRICTED <b>"
    lines = written(marked, "md").decode().splitlines()
    assert lines[2] == r"**RESTRICTED \<b\>**"
    assert '<p class="handling">RESTRICTED &lt;b&gt;</p>' in written(marked, "html").decode()


def test_plain_words_are_not_cluttered_with_backslashes() -> None:
    for text in (
        "A-2025-003, Madrid (Spain)",
        "7–9 Jan 2026 · 10 months ago",
        "1.5 million",
        "Meeting DE·ES·MA: x",
    ):
        assert escaped(text) == text


@pytest.mark.parametrize("text", ["- x", "+ x", "1. x", "12) x", "# x", "> x", "=== ", "---", "    x", "\tx"])
def test_the_start_of_a_line_means_nothing(text: str) -> None:
    assert of_markdown(escaped(text).encode()) == text.strip()


@given(st.text(max_size=60))
def test_any_text_comes_out_of_markdown_as_it_went_in(text: str) -> None:
    wanted = harmless(text)
    assert of_markdown(f"- {escaped(text)}".encode()) == " ".join(wanted.split())


@given(st.text(max_size=60))
def test_any_text_is_one_harmless_line(text: str) -> None:
    shown = harmless(text)
    assert shown.isprintable()
    assert harmless(shown) == shown


def test_a_text_of_any_length_is_cut() -> None:
    assert len(harmless("x" * 100_000)) == 2_001
    assert harmless("x" * 100_000).endswith("…")
