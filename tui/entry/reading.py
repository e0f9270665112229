"""The typed lines as the store understands them, read again only when something changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from db import entry
from db.entry import Completion, Context, Reading, SimilarVisit
from db.errors import BilatError
from db.reader import Reader
from db.rows import Moment

if TYPE_CHECKING:
    from tui.app import Bilat


class Understood(NamedTuple):
    """All that is known of the lines.

    Attributes:
        readings: one a line that is not blank.
        similar: visits like the one in the cursor's line.
        failure: why the store could not be read, "" when it could.
    """

    readings: Sequence[Reading] = ()
    similar: Sequence[SimilarVisit] = ()
    failure: str = ""

    def of(self, line: int) -> Reading | None:
        """The reading of a line, None of a blank one."""
        return next((one for one in self.readings if one.line == line), None)

    @property
    def wrong(self) -> Reading | None:
        """The first line with something that is not understood."""
        return next((one for one in self.readings if one.problems), None)


def understand(app: Bilat, text: str, line: int, context: Context) -> Understood:
    """Read the lines, and look for visits like that of one line; bounded, a few milliseconds for some lines."""
    day_first = app.settings.day_first
    try:
        with app.store.read() as reader:
            readings = entry.read_lines(
                text, reader=reader, moment=app.moment, context=context, day_first=day_first
            )
            found = Understood(readings)
            here = found.of(line)
            if here is not None and here.kind == "visit":
                found = found._replace(similar=entry.similar(here, reader=reader, moment=app.moment))
            return found
    except BilatError as error:
        return Understood(failure=str(error))


def offers(app: Bilat, line: str, column: int, context: Context, limit: int) -> list[Completion]:
    """What could stand at the cursor; nothing while the store cannot be read, which the reading says already."""
    try:
        return app.read(_complete, line, column, app.moment, context, limit)
    except BilatError:
        return []


def _complete(
    reader: Reader, text: str, column: int, moment: Moment, context: Context, limit: int
) -> list[Completion]:
    return entry.complete(text, column, reader=reader, moment=moment, context=context, limit=limit)
