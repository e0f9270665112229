"""What the records are called that a key acts on, in the titles of menus and lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db import queries
from db.errors import BilatError
from db.rows import Card, Key
from tui.cards.fields import many
from tui.entry.around import called
from tui.glyphs import glyphs
from tui.plain import clip, plain

if TYPE_CHECKING:
    from tui.app import Bilat

_LONGEST = 60
_FEW = 30  # columns of a text


def about(app: Bilat, keys: tuple[Key, ...]) -> str:
    """One record by its ref and text, or its name, several by their number."""
    if len(keys) != 1:
        return many(len(keys), "record")
    try:
        card = app.read(queries.card, keys[0], app.moment)
    except BilatError:
        return many(1, "record")
    text = str(getattr(getattr(card, "row", None), "text", ""))
    return plain(f"{called(card)} {text}".strip(), _LONGEST)


def in_few_words(card: Card) -> str:
    """A record by its ref and the beginning of its text, or its name: "F-2026-002 “chase the nominees”"."""
    text = clip(plain(str(getattr(getattr(card, "row", None), "text", ""))), _FEW)
    quoted = f" {glyphs.quote_open}{text}{glyphs.quote_close}" if text else ""
    return plain(called(card), _LONGEST) + quoted


def briefly(app: Bilat, keys: tuple[Key, ...]) -> str:
    """The same where there is little room: one record by its ref."""
    return about(app, keys).partition(" ")[0] if len(keys) == 1 else about(app, keys)


def place_of(verb: str, keys: tuple[Key, ...]) -> str:
    """Where a text about some records is kept: one has a place of its own, several share one."""
    return f"{verb} {keys[0].kind} {keys[0].id}" if len(keys) == 1 else f"{verb} several"
