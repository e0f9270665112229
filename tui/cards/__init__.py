"""Records as lines: pure functions from a card, so that panes, tabs and copies all say the same."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from tui.cards.fields import breadth
from tui.cards.merged import merged
from tui.cards.words import KINDS
from tui.lines import Line, Span
from tui.veil import veil

if TYPE_CHECKING:
    from db.rows import Card, Moment

__all__ = [
    "actions_tab",
    "as_text",
    "badge",
    "in_protocol_order",
    "line_text",
    "overview",
    "people_as_text",
    "people_tab",
    "protocol_words",
    "title",
]


def _of(card: Card) -> Any:
    """The module that shows records of a kind, imported with the first of them: the first screen shows one."""
    return import_module(f"tui.cards.{card.key.kind}")


def title(card: Card) -> str:
    """What a record is called, on one line: "Visit MA→ES 28–29 Jan 2025"."""
    if veil.hides(card.key):
        return f"{KINDS[card.key.kind]} (hidden)"
    called: str = _of(card).title(card)
    return called


def badge(card: Card) -> tuple[Span, ...]:
    """What stands at the right of the title: "source C2 ●●●●○"."""
    return () if veil.hides(card.key) else _of(card).badge(card)


def overview(card: Card, width: int, moment: Moment) -> list[Line]:
    """A record at a glance, for pane 5 and the first tab; no line is wider than `width` cells."""
    if hidden := veil.instead_of(card.key):
        return hidden
    lines = _of(card).overview(card, max(1, width), moment)
    return [*lines, *merged(getattr(card, "merged", ()), max(1, width))]


def people_tab(card: Card, width: int) -> list[Line]:
    """The people of a record at length; empty where it has none."""
    return veil.instead_of(card.key) or _of(card).people_tab(card, max(1, width))


def actions_tab(card: Card, width: int) -> list[Line]:
    """What came of it and what we do about it, at length; empty where nothing did."""
    return veil.instead_of(card.key) or _of(card).actions_tab(card, max(1, width))


def as_text(card: Card, moment: Moment, width: int = 80) -> str:
    """A record as plain text, for a mail or a note; nothing is padded to stand flush right."""
    head = Line((Span(title(card)),), None, badge(card))
    return "\n".join(line_text(line) for line in (head, Line(), *overview(card, width, moment))) + "\n"


def protocol_words(card: Card) -> str:
    """How a record's people stand in the order of protocol; "" where it has none."""
    from tui.cards import protocol  # noqa: PLC0415 - not for the first screen

    found = protocol.precedence_of(card)
    return protocol.order_words(found) if found and found.codes and people_tab(card, 80) else ""


def in_protocol_order(card: Card) -> Card:
    """The same record with its people in the order of protocol."""
    from tui.cards import protocol  # noqa: PLC0415 - not for the first screen

    return protocol.in_order(card)


def people_as_text(card: Card, width: int = 80) -> str:
    """The people of a visit or a meeting in the order of protocol, as plain text."""
    lines = people_tab(in_protocol_order(card), width)
    return "\n".join([title(card), "", *map(line_text, lines)]) + "\n"


def line_text(line: Line, width: int = 0) -> str:
    """One line as plain text; what stands at the right comes after two spaces, or flush right in `width`."""
    left, right = ("".join(each.text for each in spans) for spans in (line.spans, line.right))
    if not right:
        return left.rstrip()
    if not width:
        return f"{left.rstrip()}  {right}".rstrip()
    return left + " " * max(2, width - breadth(line.spans) - breadth(line.right)) + right
