"""The commitment ladder: an outcome is filed at the rung that its verb supports, never higher.

What a verb supports is told by `db.commitments.reading`, which lists never need.
"""

from db.commitments.rungs import AGREED, DISCUSSED, EXPLORED, PROPOSED, RUNGS, SIGNED, Rung

__all__ = ["AGREED", "DISCUSSED", "EXPLORED", "PROPOSED", "RUNGS", "SIGNED", "Rung"]
