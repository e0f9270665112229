"""Enter on a line of an import: what it says is said otherwise, by a menu, a list or a few words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from db.errors import BadInput
from db.exchange.tables.fields import COUNTRY, LEFT_OUT
from db.exchange.tables.grid import How
from db.exchange.tables.kinds import KINDS, VISITS
from db.exchange.tables.memory import Said
from db.exchange.tables.sniffing import BETWEEN, LETTERS
from tui.importing.looking import Look, Wish
from tui.importing.picking import PickModal
from tui.keys import pressed
from tui.modals.answer_sheet import Heard
from tui.modals.asking import Question, ask
from tui.modals.base import bilat
from tui.modals.choices import Choice, answering
from tui.modals.letters import LetterMenu
from tui.plain import plain

if TYPE_CHECKING:
    from tui.importing.screen import ImportScreen

_ROWS = 12  # among which the row of headers is chosen
_LONGEST = 60
_WIDEST = 13  # name of a field, so that what they are about stands in one column


def change(screen: ImportScreen, answer: str) -> None:
    """Ask what a line shall say, and read the file again with that."""
    found = screen.found
    if found is None:
        return
    what, _, about = answer.partition(" ")
    match what:
        case "kind":
            _kind(screen)
        case "letters" | "between":
            _signs(screen, what)
        case "sheet":
            _sheet(screen, found)
        case "header":
            _header(screen, found)
        case "dates":
            _dates(screen)
        case "column":
            _column(screen, found, int(about))
        case "constant":
            _constant(screen, found, about)
        case "anyway":
            screen.say(screen.wish._replace(anyway=not screen.wish.anyway))


def _kind(screen: ImportScreen) -> None:
    choices = [answering(name, name, kind=name[0]) for name in KINDS]

    def chosen(name: str | None) -> None:
        if name:  # what its columns say is said of other fields then
            screen.say(Wish(kind=name, how=screen.wish.how._replace(header=0)))

    screen.app.push_screen(LetterMenu("What are its rows?", choices), chosen)


def _signs(screen: ImportScreen, what: str) -> None:
    words = LETTERS if what == "letters" else BETWEEN
    choices = [answering(str(at), name, kind=str(at + 1)) for at, name in enumerate(words.values())]

    def chosen(number: str | None) -> None:
        if number:
            sign, how = list(words)[int(number)], screen.wish.how._replace(header=0)
            how = how._replace(letters=sign) if what == "letters" else how._replace(between=sign)
            screen.say(screen.wish._replace(how=how))

    title = "The letters of the file are" if what == "letters" else "Between two cells stand"
    screen.app.push_screen(LetterMenu(title, choices), chosen)


def _sheet(screen: ImportScreen, found: Look) -> None:
    choices = [answering(str(at), plain(name, _LONGEST)) for at, name in enumerate(found.table.sheets)]

    def chosen(number: str | None) -> None:
        if number:  # its rows may be something else, and its columns are others
            screen.say(Wish(how=How(sheet=found.table.sheets[int(number)])))

    screen.app.push_screen(PickModal("Which sheet?", choices), chosen)


def _header(screen: ImportScreen, found: Look) -> None:
    from db.exchange.tables.importing import rows_of  # noqa: PLC0415 - pydantic, which has read the rows

    rows = rows_of(screen.file.raw, found.table.how)[:_ROWS]
    choices = [
        answering(
            str(number), plain("  ".join(filter(None, row)), _LONGEST) or "(empty)", kind=f"row {number}"
        )
        for number, row in enumerate(rows, 1)
    ]

    def chosen(number: str | None) -> None:
        if number:
            screen.say(screen.wish._replace(how=screen.wish.how._replace(header=int(number))))

    screen.app.push_screen(PickModal("Which row names the columns?", choices), chosen)


def _dates(screen: ImportScreen) -> None:
    choices = (
        answering("day", "the day first: 3/4 is 3 April", kind="d"),
        answering("month", "the month first: 3/4 is 4 March", kind="m"),
        answering("shown", "as the dates show", kind="s"),
    )

    def chosen(which: str | None) -> None:
        if which:
            said = screen.wish.said._replace(day_first=None if which == "shown" else which == "day")
            screen.say(screen.wish._replace(said=said))

    screen.app.push_screen(LetterMenu("Dates have", choices), chosen)


def _column(screen: ImportScreen, found: Look, at: int) -> None:
    header = found.table.headers[at]
    choices = _fields(found)

    def chosen(field: str | None) -> None:
        if field:
            screen.say(screen.wish._replace(said=_with_column(found, screen.wish, at, field)))

    screen.app.push_screen(PickModal(f"What does {plain(header, 40)} say?", choices), chosen)


def _fields(found: Look) -> Sequence[Choice]:
    taken = {field: found.table.headers[at] for at, field in found.columns.fields.items()}
    choices = []
    for name, one in found.table.kind.columns.items():
        if name == COUNTRY and found.table.kind is VISITS:
            continue
        elsewhere = f"; now {plain(taken[name], 20)}" if name in taken and not one.joined else ""
        choices.append(answering(name, f"{name:<{_WIDEST}}", detail=f"{one.about}{elsewhere}"))
    return [*choices, answering(LEFT_OUT, f"{'nothing':<{_WIDEST}}", detail="leave the column out")]


def _with_column(found: Look, wish: Wish, at: int, field: str) -> Said:
    """What is said, with a column that fills another field; the one that filled it so far is left out."""
    headers = found.table.headers
    columns = dict(wish.said.columns)
    column = found.table.kind.columns.get(field)
    if column is not None and not column.joined:
        for other, filled in found.columns.fields.items():
            if filled == field and other != at:
                columns[headers[other]] = LEFT_OUT
    columns[headers[at]] = field
    return wish.said._replace(columns=columns)


def _constant(screen: ImportScreen, found: Look, field: str) -> None:
    about = found.table.kind.columns[field].about
    app = bilat(screen)

    def hears(text: str) -> Heard:
        words = text.strip()
        if not words:
            raise BadInput(f"{about}, in every row that says nothing else; such as US")
        if field in ("sending", "host"):
            return Heard(f"{about}: {_country(words)}, in every row that says nothing else")
        return Heard(f"{about}: {words}, in every row that says nothing else")

    def _country(words: str) -> str:
        with app.store.read() as reader:
            from db.entry.countries import named  # noqa: PLC0415 - only for a side that no column says

            found_names = named(reader, [words]).get(words, ())
        if len(found_names) != 1:
            raise BadInput(f"{words[:40]} is not one country that is known here.")
        return str(found_names[0].name)

    async def saves(text: str) -> str:
        hears(text)
        constants = {**screen.wish.said.constants, field: text.strip()}
        screen.say(screen.wish._replace(said=screen.wish.said._replace(constants=constants)))
        return f"{field} is {text.strip()} in every row that says nothing else."

    ask(
        app,
        Question(
            "In every row", about, f"{about}: US, Morocco", "", pressed("importing.change"), hears, saves
        ),
    )
