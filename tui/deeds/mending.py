"""Enter in To verify: what mends a line begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.keys import pressed
from tui.refusing import why_not

if TYPE_CHECKING:
    from db.rows.doubts import DoubtRow, Mend
    from tui.app import Bilat


def mend(app: Bilat, how: Mend, row: DoubtRow) -> None:
    """Begin to mend what a line is about, or say why that cannot be now."""
    if why := why_not(app, "edit"):
        app.say(why, "warn")
        return
    match how:
        case "merge" if row.other is not None:
            from tui.deeds.merging import compare  # noqa: PLC0415 - not needed to look

            compare(app, row.key, row.other)
        case "words" if row.citation is not None:
            from tui.deeds import garbled  # noqa: PLC0415 - not needed to look

            garbled.ask(app, row.key, row.citation)
        case "tenures" if row.people:
            from tui.deeds import tenures  # noqa: PLC0415 - not needed to look

            tenures.mend(app, row)
        case "source":
            from tui.deeds.citing import ask_source  # noqa: PLC0415 - not needed to look

            ask_source(app, row.key, pressed("open"))
        case "holder":
            app.action_holder()
        case _:
            from tui.forms import opening  # noqa: PLC0415 - not needed to look

            opening.show(app, row.key, field=row.field, about=row.why)
