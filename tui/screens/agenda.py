"""The agenda of a meeting: before it, what is carried over is ticked; after it, each item says what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType

from db.queries.agenda import OVER, agenda
from db.rows import Key, Listing
from db.rows.agenda import Agenda, AgendaRow
from db.vocabulary import Disposition
from tui.actions import Action
from tui.agenda.columns import after, before
from tui.agenda.item import item
from tui.agenda.plan import AgendaLine, Plan
from tui.agenda.ticking import AgendaList, offered
from tui.cards.days import day
from tui.deeds import carrying, disposing
from tui.format import joined
from tui.glyphs import glyphs
from tui.keys import bindings, keyed, pressed
from tui.lines import Span
from tui.modals.base import bilat
from tui.screens.demo_mark import demo_mark
from tui.screens.view import ViewScreen
from tui.widgets.frame import Title
from tui.widgets.given import Given
from tui.widgets.line_view import LineView

_USUAL = ("planned", "held")
_ROOMY = 22  # rows of a screen from which on the item has a part of it


class AgendaScreen(ViewScreen):
    """One agenda.

    Attributes:
        meeting: whose it is.
        past: whether it shows what came of it, else what is to be taken up.
    """

    DEFAULT_CSS = """
    AgendaScreen > #item { height: 7; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("agenda")]
    about_followups: ClassVar[bool] = False

    def __init__(self, meeting: Key, *, past: bool = False, at: Key | None = None) -> None:
        """Open it.

        Args:
            meeting: whose agenda it is.
            past: begin with what came of it.
            at: the outcome on which the cursor stands at first.
        """
        self._list = AgendaList(())
        self._list.ticks = self._tick
        super().__init__(self._list)
        self.meeting = meeting
        self.past = past
        self._plan: Plan | None = None
        self._agenda: Agenda | None = None
        self._at = at

    def compose(self) -> ComposeResult:
        """The agenda, and its item under the cursor at length."""
        pane, *others = super().compose()
        yield pane
        self._item = LineView(title=Title(name="Item"), id="item")
        self._item.can_focus = False
        yield self._item
        yield from others

    def on_mount(self) -> None:
        """Show what there is."""
        self._list.moved = lambda _key: self._show_item()
        self._begin()

    def on_resize(self, event: events.Resize) -> None:
        """Where there is little room, the list has all of it."""
        self._item.display = event.size.height >= _ROOMY

    def _show_item(self) -> None:
        """Show the item under the cursor at length."""
        line = self._list.row
        self._item.retitle(Title(name=line.row.action.ref if line else "Item"))
        self._item.show_later(lambda width: item(line.row, width) if line else [])

    def _begin(self) -> None:
        self._list.say(after() if self.past else before(bilat(self).today))
        self._list.words_for["empty"] = (
            "Nothing is on the agenda. {agenda.turn} puts something on it."
            if self.past
            else "Nothing is open or watched between these parties, so there is nothing to carry over."
        )
        self._footer.show(self.offers())
        self.reread()
        if self._at is not None:
            self._list.select(self._at)

    def offers(self) -> Sequence[Action]:
        """The keys of before the meeting, or of after it."""
        return offered(past=self.past)

    def reread(self) -> None:
        """Ask again; ticks and order stay as they are."""
        self._list.show_later(self._ask)
        self._list.prepare()
        self._show_item()

    def _ask(self) -> Listing[AgendaLine]:
        app = bilat(self)
        found = self._agenda = app.read(agenda, self.meeting, app.moment)
        if self._plan is None:
            self._plan = Plan(ticks_all=found.event.status not in OVER)
        self._plan.take(found)
        self._say_what_it_is()
        return Given(self._lines())

    def _say_what_it_is(self) -> None:
        """Say whose agenda it is and how much is on it, at the bottom by what the meeting was found."""
        if self._agenda is None:
            return
        event = self._agenda.event
        scope = " ".join(filter(None, (event.ref, joined(event.parties), day(event.date))))
        scope += "" if event.status in _USUAL else f" {glyphs.dot} {event.status}"
        count = (Span(self._counted(), "dim"),)
        name = "What came of it" if self.past else "Agenda"
        self._list.retitle(Title(name=name, scope=scope, right=demo_mark(self, count)))
        self._list.note = (Span(self._agenda.series or event.title, "dim"),)

    def _counted(self) -> str:
        """How much is ticked, or how much is still to be said."""
        plan, found = self._plan, self._agenda
        if plan is None or found is None:
            return ""
        if self.past:
            unsaid = sum(row.disposition == "carried in" for row in found.kept)
            return f"{unsaid:,} of {len(found.kept):,} unsaid" if unsaid else f"{len(found.kept):,}"
        left = f", {found.left_out:,} more not shown" if found.left_out else ""
        return f"{len(plan.chosen):,} of {plan.total:,}{left}"

    def _lines(self) -> tuple[AgendaLine, ...]:
        if self._plan is None or self._agenda is None:
            return ()
        if not self.past:
            return self._plan.lines()
        kept = Plan(ticks_all=False)
        kept.take(self._agenda._replace(rows=self._agenda.kept))
        return kept.lines()

    def _show(self) -> None:
        """Draw the ticks and the order as they are now."""
        self._say_what_it_is()
        self._list.show(Given(self._lines()))
        self._show_item()

    # --- before the meeting ---

    def _tick(self, key: Key) -> None:
        if self.past or self._plan is None:
            bilat(self).say(keyed("{mark} ticks what to take up; {agenda.turn} goes there."))
            return
        self._plan.turn(key)
        self._show()
        self._list.move_by(1)

    def action_agenda_all(self) -> None:
        """Tick everything, or nothing."""
        if self.past or self._plan is None:
            bilat(self).say(keyed("{agenda.all} ticks everything to take up; {agenda.turn} goes there."))
            return
        self._plan.turn_all()
        self._show()

    def action_agenda_down(self) -> None:
        """Move the line under the cursor down."""
        self._move(1)

    def action_agenda_up(self) -> None:
        """Move the line under the cursor up."""
        self._move(-1)

    def _move(self, by: int) -> None:
        self._list.prepare()
        key = self._list.key
        if self.past or self._plan is None or key is None:
            bilat(self).say(
                keyed("The order belongs to what is to be taken up; {agenda.turn} goes there.")
                if self.past
                else "There is nothing to move."
            )
        elif self._plan.move(key, by):
            self._show()

    def open_line(self, key: Key) -> None:
        """Enter saves the agenda; afterwards it opens the item."""
        if self.past:
            super().open_line(key)
        else:
            self.action_agenda_save()

    def action_agenda_save(self) -> None:
        """Save what is ticked as one step, and go back."""
        app, plan = bilat(self), self._plan
        if self.past:
            app.say(keyed("Everything is saved already; {view.back} goes back."))
        elif plan is None or not plan.total:
            app.say("There is nothing to put on the agenda.")
        elif plan.chosen == plan.seen:
            app.say(keyed("The agenda stands like this already; {view.back} goes back."))
        else:
            self.dismiss()
            disposing.save(app, self.meeting, plan.chosen, plan.seen)

    def action_view_back(self) -> None:
        """Go back where one was; what is not saved is said."""
        unsaved = not self.past and self._plan is not None and self._plan.total
        fresh = unsaved and self._plan is not None and not self._plan.seen
        touched = unsaved and self._plan is not None and self._plan.touched
        app = bilat(self)
        self.dismiss()
        if fresh:
            app.say("Nothing was carried over.")
        elif touched:
            app.say("The agenda was not changed.")

    # --- after it ---

    def action_agenda_turn(self) -> None:
        """Turn from what is to be taken up to what came of it, and back."""
        self._at = self._list.key
        self.past = not self.past
        self._begin()

    def action_agenda_raised(self) -> None:
        """It was raised."""
        self._dispose("raised")

    def action_agenda_discussed(self) -> None:
        """It was discussed."""
        self._dispose("discussed")

    def action_agenda_advanced(self) -> None:
        """It went a step on."""
        self._dispose("advanced")

    def action_agenda_deferred(self) -> None:
        """It was deferred."""
        self._dispose("deferred")

    def action_agenda_carried(self) -> None:
        """Nothing has been said about it yet."""
        self._dispose("carried in")

    def action_agenda_closed(self) -> None:
        """It is done or dropped."""
        key = self._disposable("x closes")
        if key is not None:
            disposing.close(bilat(self), self.meeting, self._row(key), lambda: self._list.move_by(1))

    def action_agenda_note(self) -> None:
        """Ask for a few words on what was said."""
        key = self._disposable("f notes")
        if key is not None:
            disposing.ask_note(bilat(self), self.meeting, self._row(key))

    def action_agenda_next(self) -> None:
        """Go on to the agenda of the meeting after this one."""
        app, plan = bilat(self), self._plan
        if not self.past and plan is not None and plan.touched:
            app.say(
                keyed("The agenda is not saved yet: {open} saves it, {view.back} leaves it as it was."),
                "warn",
            )
        else:
            carrying.to_next(app, self.meeting)

    def _row(self, key: Key) -> AgendaRow:
        return next(line.row for line in self._lines() if line.key == key)

    def _dispose(self, disposition: Disposition) -> None:
        key = self._disposable(f"That says “{disposition}”")
        if key is not None:
            self._list.move_by(1)
            disposing.dispose(bilat(self), self.meeting, key, disposition)

    def _disposable(self, does: str) -> Key | None:
        """The item under the cursor, where what came of it is shown."""
        self._list.prepare()
        key = self._list.key
        if not self.past:
            bilat(self).say(f"{does} after the meeting; {pressed('agenda.turn')} turns to what came of it.")
        elif key is None:
            bilat(self).say("Nothing is on the agenda.")
        return key if self.past else None
