"""Which form opens: that of the record that is selected, or a new one of a kind that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from db import queries
from db.errors import BilatError
from db.forms.fields import blank
from db.rows import Key, Kind
from tui.cards.words import KINDS
from tui.entry.around import surroundings
from tui.forms.form import Form
from tui.forms.modal import FormModal
from tui.modals.choices import answering
from tui.modals.letters import LetterMenu

if TYPE_CHECKING:
    from tui.app import Bilat

_LETTERS: dict[Kind, tuple[str, str]] = {
    "visit": ("v", "one country's people travel to another"),
    "meeting": ("m", "people of two parties or more meet"),
    "action": ("a", "what came of it, by its rung"),
    "followup": ("f", "our own next step"),
    "official": ("o", "a person"),
    "post": ("p", "an office, whoever holds it"),
    "organisation": ("g", "a police, a ministry, a service"),
    "source": ("s", "where facts come from"),
}


def edit(app: Bilat, key: Key, *, field: str = "", about: str = "") -> FormModal:
    """The form of a record.

    Args:
        app: whose store it is in.
        key: the record.
        field: that the cursor stands in; the first one where there is none of that name.
        about: why it is opened, in the lower line until something is typed.

    Raises:
        NotFound: when the record is gone, or is a country pair.
    """
    found = app.read(queries.form, key)
    form = Form(key.kind, found.values, key=key, title=found.title, version=found.version)
    box = form.named(field)
    if box is not None:
        form.go_to(form.boxes.index(box))
    return FormModal(form, about=about)


def edit_selected(app: Bilat) -> None:
    """Open the form of what is selected; of a pair, what can be said of one."""
    key: Key | None = getattr(app.screen, "selected", None)
    if key is None:
        app.say("Nothing is selected, so there is nothing to edit.")
    elif key.kind == "pair":
        from tui.deeds import cadence  # noqa: PLC0415 - for pairs alone

        cadence.ask_cadence(app, key)
    else:
        show(app, key)


def show(app: Bilat, key: Key, *, field: str = "", about: str = "") -> None:
    """Open the form of a record at a field; where that cannot be, say why."""
    try:
        form = edit(app, key, field=field, about=about)
    except BilatError as error:
        app.say(str(error), "warn")
        return
    app.push_screen(form, app.entered)


class NewModal(LetterMenu):
    """Answers with the kind of record to make."""

    def __init__(self) -> None:
        super().__init__(
            "New",
            [
                answering(kind, KINDS[kind], kind=letter, detail=says)
                for kind, (letter, says) in _LETTERS.items()
            ],
        )


def choose_new(app: Bilat) -> None:
    """Ask what to make, and open the form of it with what the screen says already."""
    screen = app.screen

    def chosen(kind: str | None) -> None:
        if kind is not None:
            known = cast("Kind", kind)
            form = Form(known, blank(known) | _around(app, screen, known))
            app.push_screen(FormModal(form), app.entered)

    app.push_screen(NewModal(), chosen)


def _around(app: Bilat, screen: object, kind: Kind) -> dict[str, str]:
    context = surroundings(app, screen)
    pair = context.pair
    on = context.on_label.split(" ", 1)[0] if context.on and context.on.kind != "official" else ""
    found: dict[str, str] = {}
    if kind == "visit" and pair:
        found = {"sending": pair[0], "host": pair[1]}
    elif kind == "meeting" and pair:
        found = {"parties": " ".join(pair)}
    if context.on and kind in _FITS and context.on.kind in _FITS[kind]:
        found["on"] = on or context.on_label
    return found


_FITS: dict[Kind, tuple[str, ...]] = {
    "meeting": ("visit",),
    "action": ("visit", "meeting"),
    "followup": ("visit", "meeting", "action", "official"),
}
