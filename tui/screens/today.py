"""Today: what is due, whose turn it is, what comes."""

from __future__ import annotations

from typing import ClassVar

from db import queries
from tui.screens.sections import SectionsScreen


class TodayScreen(SectionsScreen):
    """What there is to do today."""

    heading: ClassVar[str] = "Today"
    nothing: ClassVar[str] = (
        "Nothing is due, nothing waits, and no visit is near. {enter} enters a step: todo chase the nominees fri"
    )

    def __init__(self) -> None:
        super().__init__(queries.today)
