"""The ladder: an outcome is filed at the rung that its verb supports, never higher."""

from __future__ import annotations

from typing import Literal

Rung = Literal["noted", "discussed", "explored", "proposed", "agreed", "signed"]

RUNGS: tuple[Rung, ...] = ("noted", "discussed", "explored", "proposed", "agreed", "signed")

DISCUSSED, EXPLORED, PROPOSED, AGREED, SIGNED = 1, 2, 3, 4, 5
"""Explored and proposed outcomes are watched; from agreed on an outcome has a status and can be open."""
