"""Between whom an event is, in short."""

from __future__ import annotations


def way(sending: str, host: str, parties: str) -> str:
    """Of a visit "MA→ES"; of a meeting, whose parties are codes joined by a space, "DE·ES·MA"."""
    return f"{sending}→{host}" if sending else parties.replace(" ", "·")
