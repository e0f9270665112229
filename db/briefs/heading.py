"""What stands under the title of a brief, in every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.briefs.words import dotted
from db.dates import PartialDate, show_date

if TYPE_CHECKING:
    from db.briefs.parts import Brief


def said_of(brief: Brief) -> str:
    """When it was gathered and at whose desk: "Brief of Sat 21 Nov 2026 · Morocco desk"."""
    desk = f"{brief.desk} desk" if brief.desk else ""
    return dotted(f"Brief of {show_date(PartialDate.day(brief.day))}", desk, brief.name)
