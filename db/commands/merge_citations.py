"""What sources say on two records that become one, or what two sources that become one say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from db.commands.repointing import Moving
from db.forms.merging import Side
from db.models import Citation

SAYS = ("field", "value", "quote", "locator", "stance", "voice")


def settle_citations(moving: Moving, sides: Mapping[str, Side], differing: frozenset[str]) -> None:
    """Of a field only what speaks for the value that stands stays accepted; the rest is kept, unaccepted.

    Args:
        moving: the merge.
        sides: whose value stands, by field.
        differing: the fields in which the two records say different things.
    """
    mine = _on(moving, moving.keep)
    for citation in mine:
        if citation.accepted and citation.field in differing and sides[citation.field] == "lose":
            moving.put(citation, accepted=False)
    for citation in _on(moving, moving.lose):
        refuted = citation.field in differing and sides[citation.field] != "lose"
        taken = any(one.accepted and one.field == citation.field for one in mine)
        if citation.accepted and (refuted or taken):
            moving.put(citation, accepted=False)
        _settle(moving, citation, mine, ("source_id", *SAYS))


def follow_text(moving: Moving, body: str) -> None:
    """What was quoted from one text is looked up in the other; a quote that is not in it keeps its words alone."""
    mine = moving.rows(Citation, source_id=moving.keep)
    for citation in moving.rows(Citation, source_id=moving.lose):
        start, end = citation.span_start, citation.span_end
        if start is not None and body[start:end] != citation.quote:
            found = body.find(citation.quote) if citation.quote else -1
            span = (found, found + len(citation.quote)) if found >= 0 else (None, None)
            moving.put(citation, span_start=span[0], span_end=span[1])
        _settle(moving, citation, mine, ("record_kind", "record_id", *SAYS))


def _on(moving: Moving, number: int) -> list[Any]:
    return moving.rows(Citation, record_kind=moving.kind, record_id=number)


def _settle(moving: Moving, citation: Any, mine: list[Any], columns: tuple[str, ...]) -> None:
    """Drop what is said already; it stays accepted if either was."""
    same = next(
        (one for one in mine if all(getattr(one, name) == getattr(citation, name) for name in columns)), None
    )
    if same is None:
        return
    accepted = citation.accepted
    moving.drop(citation)
    if accepted and not same.accepted:
        moving.put(same, accepted=True)
