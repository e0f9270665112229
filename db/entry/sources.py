"""The source that a line names, src:title/publisher: one that is known, a new one, or the text on the clipboard."""

from __future__ import annotations

from typing import Any

from db.entry.chunks import Chunk
from db.entry.shapes import Work


def read_source(work: Work, chunk: Chunk) -> tuple[dict[str, Any], str, str]:
    """The source that src: names, in words, and what is wrong with it."""
    words = " ".join((chunk.text if "://" in chunk.text else chunk.spoken).split())
    if words.casefold() == "clip" and not chunk.quoted:
        text = work.context.clip
        if not text.strip():
            problem = "The clipboard is empty: copy the text of the source first, or write src:title."
            return {}, words, problem
        return {"kind": "article", "body": text}, "source: the text on the clipboard", ""
    known = work.reader.one("SELECT key, title, publisher FROM source WHERE key = :key", key=words)
    if known:
        return {"key": known[0]}, f"source: {known[1] or known[2] or known[0]}", ""
    return source_from(words), f"source: {words}", ""


def source_from(words: str) -> dict[str, Any]:
    """A new source from "title/publisher", either of them, or an address."""
    if words.startswith(("http://", "https://")):
        return {"kind": "web", "key": words, "url": words}
    title, slash, publisher = words.rpartition("/")
    found = {"title": title.strip(), "publisher": publisher.strip()} if slash else {"title": words}
    return {"kind": "article", **{key: value for key, value in found.items() if value}}
