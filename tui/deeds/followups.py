"""f, z and w: what happens to follow-ups and outcomes, in as few keys as it takes."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from dateutil.relativedelta import relativedelta

from db import queries
from db.dates import PartialDate, show_date
from db.entry.days import show
from db.errors import BilatError
from db.forms.happened import Happened, read_happened, read_until
from db.reader import Reader
from db.rows import FollowUpCard, Key, Kind, Moment
from db.vocabulary import Ball
from tui.deeds.chosen import marked_or_chosen, say_none
from tui.deeds.naming import about, briefly, place_of
from tui.glyphs import glyphs
from tui.keys import pressed
from tui.modals.answer_sheet import Heard
from tui.modals.asking import Question, ask
from tui.modals.choices import answering
from tui.modals.letters import LetterMenu
from tui.undoing import undoable

if TYPE_CHECKING:
    from db.commands.several import Did
    from tui.app import Bilat

_STEPS: tuple[Kind, ...] = ("followup", "action")
_THEIRS: dict[Ball, str] = {"us": "ours", "them": "theirs", "third": "a third party's"}
_LOOKED_AT = 20
_WHERE = "3 goes to the follow-ups."


def log(app: Bilat) -> None:
    """Ask what happened on the selected follow-ups and outcomes, and note it."""
    keys = marked_or_chosen(app, *_STEPS)
    if not keys:
        say_none(app, "f notes what happened on follow-ups and outcomes; none is selected.", _WHERE)
        return

    def read(text: str) -> Happened:
        settings = app.settings
        return app.read(
            read_happened, text, today=app.today(), day_first=settings.day_first, desk=settings.desk
        )

    def hears(text: str) -> Heard:
        happened = read(text)
        return Heard(_told(happened, app.today()), happened.tokens)

    async def saves(text: str) -> str:
        happened = read(text)
        did = await app.write("log", _log, keys, happened, app.today())
        if happened.next_check and did.comes_up:
            comes_up = f"{did.comes_up} {show_date(PartialDate.day(happened.next_check))}"
            return undoable(f"{did.told(f'logged: {happened.kind}', 'logged')} {glyphs.dot} {comes_up}")
        return undoable(did.told(f"logged: {_told(happened, app.today())}", "logged"))

    asks = "What happened, and when to look again: chased, reply by fri"
    ask(app, Question("Log", about(app, keys), asks, place_of("log", keys), pressed("log"), hears, saves))


def snooze(app: Bilat) -> None:
    """Ask until when the selected follow-ups are out of sight."""
    keys = marked_or_chosen(app, "followup")
    if not keys:
        say_none(app, "z hides follow-ups for a while; none is selected.", _WHERE)
        return
    today = app.today()
    days = {
        "d": ("a day", today + timedelta(days=1)),
        "w": ("a week", today + timedelta(weeks=1)),
        "m": ("a month", today + relativedelta(months=1)),
    }

    def until(answer: str | None) -> None:
        if answer in days:
            app.step(lambda: _snoozed(app, keys, days[answer][1]))
        elif answer == "u":
            _ask_until(app, keys)
        elif answer == "back":
            app.step(lambda: _snoozed(app, keys, None))
        elif answer:
            _ask_until(app, keys, begins=answer)

    choices = [
        answering(letter, words, kind=letter, detail=f"until {show_date(PartialDate.day(day))}")
        for letter, (words, day) in days.items()
    ]
    choices.append(
        answering("u", f"until {glyphs.ellipsis}", kind="u", detail="or type the day: fri, +2w, 5 dec")
    )
    if _any_hidden(app, keys):
        choices.append(answering("back", "not at all", kind="n", detail="back in the list now"))
    app.push_screen(LetterMenu(f"Hide {briefly(app, keys)}", choices, words=True), until)


def _any_hidden(app: Bilat, keys: tuple[Key, ...]) -> bool:
    """Whether there is something to bring back; where there are many, the first ones tell."""
    today = app.today().isoformat()
    try:
        cards = [app.read(queries.card, key, app.moment) for key in keys[:_LOOKED_AT]]
    except BilatError:
        return True  # then the step says why
    return any(isinstance(card, FollowUpCard) and card.hidden_until > today for card in cards)


def ball(app: Bilat) -> None:
    """Ask whose turn it is on the selected follow-ups."""
    keys = marked_or_chosen(app, "followup")
    if not keys:
        say_none(app, "w says whose turn a follow-up is; none is selected.", _WHERE)
        return

    turns: dict[str, Ball] = {"u": "us", "t": "them", "3": "third"}

    def whose(answer: str | None) -> None:
        if answer in turns:
            app.step(lambda: _passed(app, keys, turns[answer]))

    choices = [answering(letter, _THEIRS[turn], kind=letter) for letter, turn in turns.items()]
    app.push_screen(LetterMenu(f"Whose turn: {briefly(app, keys)}", choices), whose)


# --- asking for a line -----------------------------------------------------------------------------------


def _ask_until(app: Bilat, keys: tuple[Key, ...], begins: str = "") -> None:
    def read(text: str) -> date:
        return app.read(_until, text, app.moment, day_first=app.settings.day_first)

    def hears(text: str) -> Heard:
        return Heard(f"hidden until {show(PartialDate.day(read(text)), app.today())}")

    async def saves(text: str) -> str:
        return await _snoozed(app, keys, read(text))

    asks = "Until which day: fri, +2w, 5 jan, next month"
    # A word that is begun in the menu takes the place of one that was left unfinished.
    place = "" if begins else place_of("hide", keys)
    ask(app, Question("Hide until", about(app, keys), asks, place, pressed("snooze"), hears, saves), begins)


def _until(reader: Reader, text: str, moment: Moment, *, day_first: bool) -> date:
    return read_until(text, today=moment.today, day_first=day_first, desk=moment.desk, reader=reader)


# --- doing it --------------------------------------------------------------------------------------------


async def _snoozed(app: Bilat, keys: tuple[Key, ...], until: date | None) -> str:
    did = await app.write("hide", _snooze, keys, until, app.today())
    if until is None:
        return undoable(did.told("is back in the list", "are back in the list"))
    day = f"hidden until {show_date(PartialDate.day(until))}"
    return undoable(did.told(f"is {day}", f"are {day}"))


async def _passed(app: Bilat, keys: tuple[Key, ...], whose: Ball) -> str:
    did = await app.write("whose turn", _pass_ball, keys, whose, app.today())
    return undoable(did.told(f"is {_THEIRS[whose]} now", f"are {_THEIRS[whose]} now"))


def _told(happened: Happened, today: date) -> str:
    """What an entry says: "chased · next check Fri 27 Nov 2026 (in 6 days)"."""
    parts: list[str] = [happened.kind]
    if happened.on != today:
        parts.append(f"on {show(PartialDate.day(happened.on), today)}")
    if happened.next_check:
        parts.append(f"next check {show(PartialDate.day(happened.next_check), today)}")
    return f" {glyphs.dot} ".join(parts)


def _log(session: Any, keys: tuple[Key, ...], happened: Happened, today: date) -> Did:
    from db.commands.followups import log as command  # noqa: PLC0415 - SQLModel, which only writing needs

    return command(session, keys, happened, today)


def _snooze(session: Any, keys: tuple[Key, ...], until: date | None, today: date) -> Did:
    from db.commands.followups import snooze as command  # noqa: PLC0415

    return command(session, keys, until, today)


def _pass_ball(session: Any, keys: tuple[Key, ...], whose: Ball, today: date) -> Did:
    from db.commands.followups import pass_ball as command  # noqa: PLC0415

    return command(session, keys, whose, today)
