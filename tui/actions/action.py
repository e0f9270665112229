"""One thing that a key does, and the parts of the screen that answer to it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from tui.key_names import key_name

Where = Literal[
    "everywhere",
    "list",
    "main",
    "record",
    "changes",
    "vacant",
    "view",
    "whole",
    "verify",
    "brief",
    "calendar",
    "agenda",
    "importing",
    "reading",
]


class Action(NamedTuple):
    """Something that a key does.

    Attributes:
        id: the name that a keymap remaps and a palette runs; its dots become underscores in a method.
        keys: Textual's names of the keys, the one to show first.
        label: one or two words for the footer.
        says: a sentence for the help.
        where: the part of the screen that answers to it.
        footer: its place among the footer's entries, 0 for none; low numbers stay when room is short.
        only: the panes whose footer shows it, "" for all; the letters are the panes' numbers.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    says: str
    where: Where
    footer: int = 0
    only: str = ""

    @property
    def method(self) -> str:
        """The action as Textual calls it."""
        return self.id.replace(".", "_")

    @property
    def shown(self) -> str:
        """The first key as one reads it on a keyboard."""
        return key_name(self.keys[0])
