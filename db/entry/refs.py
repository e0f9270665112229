"""The records that a line names by their refs: what it hangs on, and its own."""

from __future__ import annotations

import re

from db.entry.around import entered_last
from db.entry.chunks import Chunk
from db.entry.parts import Parts
from db.entry.shapes import Work, listed, quoted
from db.refs import LETTERS, bearer

_REF = re.compile(r"[VMAF]-\d{4}-\d{3,}", re.ASCII)
_HANGS_ON = {"meeting": "V", "action": "VM", "followup": "VMA"}


def read_on(work: Work, parts: Parts, chunk: Chunk) -> tuple[str, str]:
    """What on: names, into the parts; its reading, and what is wrong with it."""
    letters = _HANGS_ON[parts.kind or "action"]
    if chunk.text.casefold() == "last" and not chunk.quoted:
        return _read_last(work, parts, chunk, letters)
    ref = chunk.text.upper()
    if not _REF.fullmatch(ref) or ref[0] not in letters:
        examples = listed([f"{letter}-2025-001" for letter in letters])
        return (
            chunk.text,
            f"{quoted(chunk.text)} is nothing that it can hang on; write a ref such as {examples}.",
        )
    if bearer(work.reader, ref) is None:
        return chunk.text, f"There is no {ref} in the store."
    parts.values["on"] = ref
    return f"on {ref}", ""


def _read_last(work: Work, parts: Parts, chunk: Chunk, letters: str) -> tuple[str, str]:
    ref = entered_last(work)
    if not ref or ref[0] not in letters:
        return (
            chunk.text,
            "No visit or meeting was entered since bilat began; write a ref such as V-2025-001.",
        )
    parts.values["on"] = ref
    return f"on {ref}, just entered", ""


def read_ref(work: Work, parts: Parts, chunk: Chunk) -> tuple[str, str]:
    """The record's own ref, into the parts; its reading, and what is wrong with it."""
    ref, letter = chunk.text.upper(), LETTERS[parts.kind or "visit"]
    if not _REF.fullmatch(ref) or ref[0] != letter:
        return chunk.text, f"{quoted(chunk.text)} is no ref for it; one looks like {letter}-2025-001."
    if bearer(work.reader, ref):
        return chunk.text, f"{ref} is taken; leave the ref out and it gets the next one."
    parts.values["ref"] = ref
    return f"ref {ref}", ""
