"""What the sheet of an agenda does to the store: it saves an agenda, and says what came of each item."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from db.commitments import AGREED
from db.errors import BadInput, BilatError
from db.queries.scores import standing_of
from db.rows import Key
from db.rows.agenda import AgendaRow
from db.vocabulary import CLOSED_STATUSES, Disposition
from tui.deeds.naming import about, briefly, place_of
from tui.keys import pressed
from tui.modals.answer_sheet import Heard
from tui.modals.asking import Question, ask
from tui.modals.choices import answering
from tui.modals.letters import LetterMenu
from tui.undoing import undoable

if TYPE_CHECKING:
    from db.commands.agenda import Carried
    from tui.app import Bilat


def save(app: Bilat, meeting: Key, kept: Sequence[Key], seen: Sequence[Key]) -> None:
    """Save an agenda as one step."""

    async def saved() -> str:
        did: Carried = await app.write("agenda", _put_on, meeting, tuple(kept), tuple(seen))
        return undoable(did.told())

    app.step(saved)


def dispose(app: Bilat, meeting: Key, action: Key, disposition: Disposition) -> None:
    """Say what became of an item, as a step of its own."""

    async def disposed() -> str:
        name = await app.write(disposition, _dispose, meeting, action, disposition)
        return undoable(f"{name} {_SAID[disposition]}")

    app.step(disposed)


_SAID: dict[Disposition, str] = {
    "carried in": "is carried in again",
    "raised": "was raised",
    "discussed": "was discussed",
    "advanced": "advanced",
    "closed": "was closed there",
    "deferred": "was deferred",
}


def close(app: Bilat, meeting: Key, row: AgendaRow, then: Callable[[], None]) -> None:
    """Ask how an item ended, close its outcome, and say so on the agenda, in one step.

    Args:
        app: the dashboard.
        meeting: whose agenda it is.
        row: the item.
        then: what to do once that is answered, before the next key is.
    """
    action = row.key
    from tui.deeds import closing  # noqa: PLC0415 - only one key needs it

    try:
        standing = app.read(standing_of, action)
    except BilatError as error:
        app.say(str(error), "warn")
        return
    if standing is not None and standing[0] < AGREED:
        _settle(app, meeting, action, then)
    elif standing is not None and standing[1] in CLOSED_STATUSES and row.disposition != "closed":
        then()
        dispose(app, meeting, action, "closed")
    else:
        closing.close_these(app, (action,), meeting, then)


def _settle(app: Bilat, meeting: Key, action: Key, then: Callable[[], None]) -> None:
    """An item on watch has no status: it was dealt with here, and stays on watch."""

    def answered(answer: str | None) -> None:
        if answer is not None:
            then()
            dispose(app, meeting, action, "closed")

    here = answering("here", "closed at this meeting", kind="c", detail="it stays on watch")
    app.push_screen(LetterMenu(f"{briefly(app, (action,))} is below agreed: no status", (here,)), answered)


def ask_note(app: Bilat, meeting: Key, row: AgendaRow) -> None:
    """Ask what was said about an item, and write it down."""

    def hears(text: str) -> Heard:
        if not text.strip() and not row.note:
            raise BadInput("Nothing is typed yet: write a few words, or Esc goes back.")
        return Heard(_line(text) or "the note goes")

    async def saves(text: str) -> str:
        name = await app.write("note", _note, meeting, row.key, _line(text))
        return undoable(f"{name} noted: {_line(text)}" if text.strip() else f"{name} has no note any more")

    asks = "What was said about it, in a few words"
    place = f"{place_of('note', (row.key,))} at {meeting.id}"
    ask(
        app,
        Question("Note", about(app, (row.key,)), asks, place, pressed("agenda.note"), hears, saves),
        row.note,
    )


def _line(text: str) -> str:
    return " ".join(text.split())


# --- in the write thread, where SQLModel is imported -----------------------------------------------------


def _put_on(session: Any, meeting: Key, kept: tuple[Key, ...], seen: tuple[Key, ...]) -> Carried:
    from db.commands.agenda import put_on  # noqa: PLC0415

    return put_on(session, meeting, kept, seen)


def _dispose(session: Any, meeting: Key, action: Key, disposition: Disposition) -> str:
    from db.commands.agenda import dispose as command  # noqa: PLC0415

    return command(session, meeting, action, disposition)


def _note(session: Any, meeting: Key, action: Key, text: str) -> str:
    from db.commands.agenda import note  # noqa: PLC0415

    return note(session, meeting, action, text)
