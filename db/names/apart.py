"""Namesakes told apart by what stands behind the name."""

from __future__ import annotations


def told_apart(name: str, country: str, post: str) -> str:
    """The name with what is known of where its bearer belongs: "Ana Ruiz (ES, DGP)"."""
    rest = ", ".join(part for part in (country, post) if part)
    return f"{name} ({rest})" if rest else name
