"""t and O: topics and owners for all that is marked, in one step."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from db.errors import BadInput, BilatError
from db.forms.completing import go_on
from db.forms.fields import Field, field_of
from db.forms.reading import read_field
from db.rows import Key, Kind
from tui.deeds.chosen import marked_or_chosen, say_none
from tui.deeds.naming import about, place_of
from tui.keys import pressed
from tui.modals.answer_sheet import Heard
from tui.modals.asking import Question, ask
from tui.undoing import undoable

if TYPE_CHECKING:
    from db.commands.giving import Gave
    from tui.app import Bilat

_HAVE_TOPICS: tuple[Kind, ...] = ("visit", "meeting", "action")
_HAVE_OWNERS: tuple[Kind, ...] = ("action", "followup")
_TOPICS = field_of("visit", "topics")
_ROLES: dict[Kind, str] = {"action": "owner", "followup": "assignee"}
_OWNER = field_of("action", "owner")


def topics(app: Bilat) -> None:
    """Ask for topics, and add them to the selected visits, meetings and outcomes."""
    keys = marked_or_chosen(app, *_HAVE_TOPICS, at_cursor=False)
    if not keys:
        say_none(
            app,
            "t gives topics to visits, meetings and outcomes; none is selected.",
            "4 goes to the timeline.",
        )
        return

    def hears(text: str) -> Heard:
        read = app.read(read_field, _TOPICS, text, today=app.today())
        if not read.value:
            raise BadInput("Nothing is typed yet: write topics by code or name.")
        return Heard(f"add {read.echo}")

    async def saves(text: str) -> str:
        gave = await app.write("topics", _give_topics, keys, text, app.today())
        return _sentence(gave, "topic")

    asks = "Topics by code or name, with commas between names: ct, cyber"
    ending = partial(_go_on, app, _TOPICS)
    where = place_of("topics", keys)
    ask(app, Question("Topics", about(app, keys), asks, where, pressed("topics"), hears, saves, ending))


def owner(app: Bilat) -> None:
    """Ask for the owner of the selected outcomes, the assignee of the selected follow-ups."""
    keys = marked_or_chosen(app, *_HAVE_OWNERS)
    if not keys:
        app.say("O names the owner of an outcome or the assignee of a follow-up; none is selected.")
        return
    owned = any(key.kind == "action" for key in keys)
    role = " or ".join(word for kind, word in _ROLES.items() if any(key.kind == kind for key in keys))

    def hears(text: str) -> Heard:
        if not text.strip():
            raise BadInput("Nothing is typed yet: write a country, an organisation or a name.")
        echo = app.read(read_field, _OWNER, text, today=app.today()).echo if owned else " ".join(text.split())
        return Heard(f"{role}: {echo}")

    async def saves(text: str) -> str:
        return _sentence(await app.write("owner", _give_owner, keys, text), role)

    asks = (
        "A country, an organisation, an official, or Title/Organisation"
        if owned
        else "Who does it: a colleague's name, or a desk"
    )
    ending = partial(_go_on, app, _OWNER)
    where = place_of("owner", keys)
    ask(
        app,
        Question(role.capitalize(), about(app, keys), asks, where, pressed("owner"), hears, saves, ending),
    )


def _go_on(app: Bilat, field: Field, text: str) -> str:
    """What the line most likely goes on with; a store that cannot be read now has nothing to offer."""
    try:
        return app.read(go_on, field, text)
    except BilatError:
        return ""


def _sentence(gave: Gave, as_what: str) -> str:
    given = f"{gave.what} as {as_what} now"
    return undoable(gave.did.told(f"has {given}", f"have {given}"))


def _give_topics(session: Any, keys: tuple[Key, ...], text: str, today: date) -> Gave:
    from db.commands.giving import give_topics  # noqa: PLC0415 - SQLModel, which only writing needs

    return give_topics(session, keys, text, today)


def _give_owner(session: Any, keys: tuple[Key, ...], text: str) -> Gave:
    from db.commands.giving import give_owner  # noqa: PLC0415

    return give_owner(session, keys, text)
