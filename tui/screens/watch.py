"""Watch: what was only explored or proposed, so that it is not forgotten."""

from __future__ import annotations

from typing import ClassVar

from db import queries
from tui.screens.sections import SectionsScreen


class WatchScreen(SectionsScreen):
    """What may yet become an agreement."""

    heading: ClassVar[str] = "Watch"
    nothing: ClassVar[str] = (
        "Nothing is on watch: no outcome was only explored or proposed. a on a visit or meeting enters one."
    )

    def __init__(self) -> None:
        super().__init__(queries.watch)
