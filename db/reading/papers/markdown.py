"""Markdown as a reader sees it: the words, without the marks that say how they look."""

from __future__ import annotations

import re

_LINK = re.compile(r"!?\[([^\[\]\n]{1,500})\]\((?:[^()\n]{0,2000})\)")
_BARE = re.compile(r"<(https?://[^<>\s]{1,2000})>")
_STRONG = re.compile(r"(?<![\w*])(\*{1,3})(?=\S)([^*\n]{1,2000}?)(?<=\S)\1(?![\w*])")
_UNDER = re.compile(r"(?<![\w_])(_{1,3})(?=\S)([^_\n]{1,2000}?)(?<=\S)\1(?![\w_])")
_CODE = re.compile(r"`([^`\n]{1,500})`")
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_RULE = re.compile(
    r"^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$|^ {0,3}```.*$", re.MULTILINE
)
_QUOTE = re.compile(r"^ {0,3}(?:>[ \t]?)+", re.MULTILINE)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!>-])")


def without_marks(text: str) -> str:
    """A text without marks of headings, quotes, rules, emphasis and links; its lists and its lines stay."""
    text = _RULE.sub("", _QUOTE.sub("", text))
    text = _HEADING.sub(r"\1\n", text)
    text = _BARE.sub(r"\1", _LINK.sub(r"\1", text))
    for _ in range(2):  # bold within italics
        text = _UNDER.sub(r"\2", _STRONG.sub(r"\2", text))
    return _ESCAPED.sub(r"\1", _CODE.sub(r"\1", text))


def heading_of(text: str) -> str:
    """The first heading as words, "" for none."""
    found = _HEADING.search(text)
    return " ".join(without_marks(found[1]).split()) if found else ""
