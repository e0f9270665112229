"""What D and a do: a record like the selected one, an outcome of the selected visit or meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db import queries
from db.commitments import RUNGS
from db.entry.shapes import Context, Whole
from db.errors import BilatError
from db.forms.fields import FIELDS
from db.rows import ActionCard, Key
from tui.cards.fields import many
from tui.deeds.chosen import chosen, say_none
from tui.entry.around import surroundings
from tui.entry.modal import EntryModal
from tui.forms.likeness import like
from tui.forms.modal import FormModal
from tui.keys import keyed
from tui.screens.record import RecordScreen

if TYPE_CHECKING:
    from tui.app import Bilat

_EVENTS = ("visit", "meeting")


def duplicate(app: Bilat) -> None:
    """Open the form of a new record, filled in like the selected one."""
    found = chosen(app)
    if not found:
        app.say(keyed("Nothing is selected; {duplicate} begins a record like the selected one."))
    elif len(found) > 1:
        app.say(f"D begins a record like one other, and {many(len(found), 'line')} are marked.")
    elif found[0].kind not in FIELDS:
        app.say(keyed("A country pair follows from its visits and meetings; {duplicate} works on those."))
    else:
        try:
            values = app.read(queries.form, found[0])
        except BilatError as error:
            app.say(str(error), "warn")
            return
        app.push_screen(FormModal(like(values)), app.entered)


def add_outcome(app: Bilat) -> None:
    """Open the entry line at an outcome, on the selected visit or meeting, else on the one just entered."""
    selected: Key | None = getattr(app.screen, "selected", None)
    around = surroundings(app, app.screen)
    if selected is None or selected.kind not in _EVENTS:
        selected = app.event_entered
        around = around._replace(on=None, on_label="")  # so that it goes on what was entered last
    if selected is None:
        say_none(app, "a adds an outcome to a visit or meeting; none is selected.", "4 goes to the timeline.")
        return
    place = f"outcome of {selected.kind} {selected.id}"
    app.push_screen(EntryModal(around, begins="!", place=place, again="a"), app.entered)


def split(app: Bilat) -> None:
    """Open the entry line for the parts of the selected outcome, a line each."""
    # In a record it is the outcome that is open: the cursor stands on the part that was entered last.
    at_cursor = not (isinstance(app.screen, RecordScreen) and app.screen.record_key.kind == "action")
    found = chosen(app, "action", at_cursor=at_cursor)
    if len(found) != 1:
        several = f", and {many(len(found), 'outcome')} are marked" if found else "; none is selected"
        app.say(f"P splits one outcome into parts that can be checked{several}.")
        return
    try:
        card = app.read(queries.card, found[0], app.moment)
    except BilatError as error:
        app.say(str(error), "warn")
        return
    if isinstance(card, ActionCard):
        whole = Whole(card.row.ref, RUNGS[card.row.rung])
        around = Context(on=found[0], on_label=f"parts of {card.row.ref}", whole=whole)
        app.push_screen(EntryModal(around, place=f"parts of action {found[0].id}", again="P"), app.entered)
