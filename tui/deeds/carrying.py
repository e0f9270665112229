"""c: what is open is carried over into a meeting; afterwards, what came of it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db import queries
from db.errors import BilatError
from db.forms.fields import blank
from db.queries.agenda import (
    OVER,
    agenda_of,
    coming_of_pair,
    coming_of_visit,
    is_past,
    meeting_event,
    next_meeting,
)
from db.rows import ActionCard, EventRow, Key
from db.rows.agenda import ComingMeetings
from tui.cards.days import day
from tui.deeds.chosen import chosen, say_none
from tui.format import joined
from tui.forms.form import Form
from tui.forms.modal import FormModal
from tui.glyphs import glyphs
from tui.keys import keyed
from tui.modals.choices import Choice, answering
from tui.modals.letters import LetterMenu

if TYPE_CHECKING:
    from tui.app import Bilat
    from tui.entry.saving import Saved

_FEW = 8  # meetings that a menu offers
_NEW, _OWN = "new", "own"


def carry(app: Bilat) -> None:
    """Open the agenda of the selected meeting, or of the one that comes after it."""
    found = chosen(app, "meeting", "visit", "pair", "action", at_cursor=False)
    if len(found) != 1:
        none = "several are marked" if found else "none is selected"
        say_none(app, f"c carries over into a meeting; {none}.", "4 goes to the timeline.")
        return
    (key,) = found
    try:
        _begin(app, key)
    except BilatError as error:
        app.say(str(error), "warn")


def _begin(app: Bilat, key: Key) -> None:
    match key.kind:
        case "meeting":
            _of_meeting(app, key)
        case "visit":
            _of_visit(app, key)
        case "pair":
            _of_pair(app, key)
        case _:
            _of_outcome(app, key)


def _of_meeting(app: Bilat, key: Key, at: Key | None = None) -> None:
    """A meeting to come: its agenda. One that was held: what came of it, else the agenda of the next one."""
    event = app.read(meeting_event, key)
    has_agenda = bool(app.read(agenda_of, int(key.id), app.moment))
    over = is_past(event, app.today())
    if over and has_agenda and event.status != "cancelled":
        _open(app, key, past=True, at=at)
    elif event.status in OVER:
        to_next(app, key, at=at)
    else:
        _open(app, key, at=at)


def _of_visit(app: Bilat, key: Key, at: Key | None = None) -> None:
    """A visit: its own coming meeting, else which of its meetings."""
    coming = app.read(coming_of_visit, key, app.moment)
    if coming.next is not None:
        _open(app, coming.next.key, at=at)
        return
    ref = app.read(queries.card, key, app.moment)
    name, parties = (
        str(getattr(ref, "ref", "")),
        (str(getattr(ref, "sending", "")), str(getattr(ref, "host", ""))),
    )
    title = f"Which meeting of {name}" if coming.others else f"{name} has no meeting yet"
    _choose(app, title, coming, {"parties": " ".join(parties), "on": name})


def _of_pair(app: Bilat, key: Key) -> None:
    """A country pair: its coming meeting, else which."""
    coming = app.read(coming_of_pair, key, app.moment)
    if coming.next is not None:
        _open(app, coming.next.key)
        return
    codes = key.id.replace("-", " ")
    title = (
        "Carry over into which meeting"
        if coming.others
        else f"No meeting of {joined(codes.split())} is to come"
    )
    _choose(app, title, coming, {"parties": codes})


def _of_outcome(app: Bilat, key: Key) -> None:
    """An outcome: the meeting at which it is taken up next, with the cursor on it."""
    card = app.read(queries.card, key, app.moment)
    on = card.row.on_key if isinstance(card, ActionCard) else None
    if on is None:
        app.say(
            keyed("This outcome is of no meeting; {carry} works on the meeting into which it is carried.")
        )
    elif on.kind == "meeting":
        _of_meeting(app, on, key)
    else:
        _of_visit(app, on, key)


def to_next(app: Bilat, key: Key, at: Key | None = None) -> None:
    """Open the agenda of the meeting after one, or say that there is none and offer to enter it."""
    try:
        coming = app.read(next_meeting, key, app.moment)
        if coming.next is not None:
            _open(app, coming.next.key, at=at)
            return
        event = app.read(meeting_event, key)
        form = app.read(queries.form, key).values
    except BilatError as error:
        app.say(str(error), "warn")
        return
    again = {name: form[name] for name in ("series", "format", "mode", "topics")}
    of_what = (
        f"{glyphs.quote_open}{coming.series}{glyphs.quote_close}" if coming.series else joined(coming.parties)
    )
    own = None if event.status == "cancelled" or _is_open(app, key) else event
    title = f"None to come: {of_what}"
    _choose(app, title, coming, {**again, "parties": " ".join(event.parties)}, own)


def _is_open(app: Bilat, key: Key) -> bool:
    """Whether the agenda of a meeting is on the screen in front."""
    return getattr(app.screen, "meeting", None) == key


def _choose(
    app: Bilat, title: str, coming: ComingMeetings, new: dict[str, str], own: EventRow | None = None
) -> None:
    """Offer meetings by number, and to enter one."""
    offered = coming.others[:_FEW]
    choices = [_choice(event, str(at), str(at)) for at, event in enumerate(offered, start=1)]
    choices.append(
        answering(_NEW, f"enter a meeting {glyphs.ellipsis}", kind="n", detail="its agenda follows")
    )
    if own is not None:
        choices.append(_choice(own, "h", _OWN)._replace(detail="its own agenda, as it was held"))

    def answered(answer: str | None) -> None:
        if answer == _NEW:
            _enter(app, new)
        elif answer == _OWN and own is not None:
            _open(app, own.key)
        elif answer is not None and answer.isdecimal():
            event = offered[int(answer) - 1]
            app.call_later(_begin_again, app, event.key)

    app.push_screen(LetterMenu(title, choices), answered)


def _begin_again(app: Bilat, key: Key) -> None:
    try:
        _of_meeting(app, key)
    except BilatError as error:
        app.say(str(error), "warn")


def _choice(event: EventRow, letter: str, answer: str) -> Choice:
    label = " ".join(filter(None, (event.ref, joined(event.parties), day(event.date))))
    return answering(answer, label, kind=letter, detail=event.status)


def _enter(app: Bilat, values: dict[str, str]) -> None:
    """Open the form of the next meeting; when it is saved, its agenda follows."""
    form = Form("meeting", blank("meeting") | {"status": "planned"} | values)
    form.at = next(at for at, box in enumerate(form.boxes) if box.field.name == "date")
    form.box.enter()

    def entered(saved: Saved | None) -> None:
        app.entered(saved)
        meetings = [key for key in saved.keys if key.kind == "meeting"] if saved else []
        if meetings:
            _open(app, meetings[0])

    app.push_screen(FormModal(form), entered)


def _open(app: Bilat, key: Key, *, past: bool = False, at: Key | None = None) -> None:
    from tui.screens.agenda import AgendaScreen  # noqa: PLC0415 - it calls the deeds of this module

    if isinstance(app.screen, AgendaScreen):
        app.pop_screen()
    app.push_screen(AgendaScreen(key, past=past, at=at))
