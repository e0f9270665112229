"""A file that is to come in: what it is, and how its records are entered where it is no table."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from db.errors import BadInput, BilatError, NotFound
from db.exchange import Format, from_text
from db.exchange.tables.grid import MOST_BYTES as MOST_OF_A_TABLE
from db.sweeping import unswept
from db.telling import Tell, nobody
from tui.paths import reason

if TYPE_CHECKING:
    from db import Store
    from db.exchange.report import Taken
    from db.rows import Moment

    Taking = Callable[[Any, Tell], Taken]  # of an open session, which tui does not know by name

Form = Literal["table", "json", "toml", "ics", "vcf"]
FORMS: dict[Form, str] = {
    "table": "a table",
    "json": "a dossier in JSON",
    "toml": "a dossier in TOML",
    "ics": "a calendar",
    "vcf": "cards of people",
}
"""What a file can be, in words."""
ENDINGS: dict[str, Form] = {
    ".csv": "table",
    ".tsv": "table",
    ".txt": "table",
    ".xlsx": "table",
    ".xlsm": "table",
    ".json": "json",
    ".toml": "toml",
    ".ics": "ics",
    ".vcf": "vcf",
}
"""What the ending of a name says."""
_BEGINS: dict[bytes, Form] = {b"BEGIN:VCALENDAR": "ics", b"BEGIN:VCARD": "vcf", b"{": "json", b"PK": "table"}


class Arriving(NamedTuple):
    """A file with what is in it.

    Attributes:
        path: where it is.
        form: what it is.
        raw: its bytes.
    """

    path: Path
    form: Form
    raw: bytes


class _NotForGood(Exception):  # noqa: N818 - it takes back a step that was only tried
    """The step was only tried."""


def arriving(path: Path) -> Arriving:
    """Read a file; its name says what it is, else its beginning.

    Raises:
        NotFound: there is none.
        BilatError: it cannot be read.
    """
    try:
        with path.open("rb") as stream:
            raw = stream.read(MOST_OF_A_TABLE + 1)
    except FileNotFoundError:
        raise NotFound(f"There is no file {path}.") from None
    except OSError as error:
        raise BilatError(f"{path} could not be read: {reason(error)}.") from None
    return Arriving(path, ENDINGS.get(path.suffix.lower()) or _form(raw), raw)


def _form(raw: bytes) -> Form:
    start = raw.lstrip(b"\xef\xbb\xbf \t\r\n")[:20].upper()
    return next((form for words, form in _BEGINS.items() if start.startswith(words)), "table")


def taking_of(form: Form, raw: bytes, moment: Moment) -> Taking:
    """What enters a dossier, a calendar or cards into a session, once the file is read and found good.

    Raises:
        BadInput: the file cannot be read, with the sentence that says why.
    """
    match form:
        case "ics":
            return _calendar(raw, moment)
        case "vcf":
            return _cards(raw, moment)
        case "json" | "toml":
            return _dossier(raw, form, moment)
        case "table":
            raise BadInput("A table is read column by column, and not as a whole.")


@unswept()
def _dossier(raw: bytes, form: Format, moment: Moment) -> Taking:
    from db.drafts import Dossier  # noqa: PLC0415 - pydantic, once there is something to check

    dossier = Dossier.from_plain(from_text(raw, form))

    def take(session: Any, tell: Tell) -> Taken:
        from db.exchange.entering import take_in  # noqa: PLC0415 - SQLModel, which only writing needs

        return take_in(session, dossier, today=moment.today, tell=tell)

    return take


def _calendar(raw: bytes, moment: Moment) -> Taking:
    from db.exchange.icalendar_in import read_calendar  # noqa: PLC0415 - only for a calendar

    entries = read_calendar(raw)

    def take(session: Any, _tell: Tell) -> Taken:
        from db.exchange.calendar_entering import take_calendar  # noqa: PLC0415 - SQLModel

        return take_calendar(session, entries, desk=moment.desk, today=moment.today)

    return take


def _cards(raw: bytes, moment: Moment) -> Taking:
    from db.exchange.vcard_in import read_cards  # noqa: PLC0415 - only for cards

    cards = read_cards(raw)

    def take(session: Any, _tell: Tell) -> Taken:
        from db.exchange.card_entering import take_cards  # noqa: PLC0415 - SQLModel

        return take_cards(session, cards, today=moment.today)

    return take


def enter(store: Store, take: Taking, name: str, *, dry: bool, tell: Tell = nobody) -> Taken:
    """Enter it in one step; with `dry` the step is taken back, and what it would have brought is told.

    Args:
        store: where to.
        take: what enters it.
        name: of the file.
        dry: whether it is only tried.
        tell: is told how far it is; what it raises takes the whole step back.

    Raises:
        BilatError: it cannot enter; nothing did.
    """
    taken: list[Taken] = []
    try:
        with store.write(f"import {name}", tell) as session:
            taken.append(take(session, tell))
            if dry:
                raise _NotForGood  # noqa: TRY301 - leaving the block is what takes the step back
    except _NotForGood:
        pass
    return taken[0]
