"""The calendar: a month, and under it day by day what it holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Size

from db.dates import PartialDate, show_date
from db.dates.weekends import weekend_of
from db.queries.calendar import Shown, first_day
from db.rows import Key
from db.rows.calendar import CalendarMonth
from tui.actions import Action
from tui.calendar.agenda import laid_out
from tui.calendar.agenda_view import AgendaView
from tui.calendar.days import days_on, month_name, month_of, months_on, within
from tui.calendar.laying_out import LayingOut
from tui.calendar.month import Page, strips
from tui.calendar.month_view import MonthView
from tui.calendar.plan import Plan, plan
from tui.calendar.reading import Asked, MonthReading
from tui.filtering import naming
from tui.filtering.language import Language
from tui.keys import bindings, keyed, pressed
from tui.lines import Line, Span
from tui.modals.base import bilat
from tui.modals.going import GoingModal
from tui.screens.demo_mark import demo_mark
from tui.screens.offered import IN_LANGUAGE, offered
from tui.screens.view import ViewScreen
from tui.widgets.frame import Title
from tui.widgets.line_view import LineView

_STEPS = (
    "{calendar.before} {calendar.after} a day   {move.down} {move.up} a week"
    "   {move.page_up} {move.page_down} a month"
)


class CalendarScreen(ViewScreen):
    """Days in the month, records in the agenda; what changes a record acts on the agenda's line."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("calendar")]
    AUTO_FOCUS: ClassVar[str | None] = ""  # which of the two has it depends on the room

    def __init__(self) -> None:
        self._agenda = AgendaView()
        super().__init__(self._agenda)
        self._month = MonthView()
        self._day = date.min
        self._everyone = False
        self._agenda.language = Language(lambda: bilat(self), "event", "followup", "action")
        self._agenda.filtered = lambda _words: self._narrow()
        self._agenda.typing = lambda: self._footer.show(self.offers())
        self._laying_out = LayingOut(lambda: bilat(self), lambda: self._day)
        self._reading = MonthReading(
            lambda: bilat(self),
            lambda reading: self.run_worker(reading, group="month"),
            self._came,
            self._laying_out.make_ready,
            self.set_timer,
        )
        self._then: Callable[[], None] | None = None  # what a key asked for of a month that is being read
        self._days: list[date | None] = []  # of the agenda's lines
        self._plan = Plan(1, 1)
        self._pointing = False  # the agenda is brought to the day, and not the day to its line
        self._came_in = False  # to the agenda, by Enter on a day

    def compose(self) -> ComposeResult:
        """The month, the agenda and the keys."""
        self._agenda.talk = self._month.talk = bilat(self).say
        self._month.went = self._go
        self._month.entered = self._enter
        self._month.strips = lambda width: strips(self._facts, self._shown, width)
        self._agenda.moved = lambda _key: self._follow()
        yield self._month
        yield self._agenda
        yield self._footer

    def on_mount(self) -> None:
        """Begin with today."""
        naming.wire(bilat(self), self._agenda)
        self._day = within(bilat(self).today())
        self._read()
        self._arrange(self.app.size, month=False)
        (self._agenda if self._plan.one_pane else self._month).focus()
        self._show()

    def on_resize(self, event: events.Resize) -> None:
        """Share the lines out anew."""
        if self._day != date.min:
            self._arrange(event.size, month=self._in_month)
            self.call_after_refresh(self._show)

    def on_descendant_focus(self) -> None:
        """Where there is no room for both, the one with the focus is open."""
        if self._plan.one_pane:
            self._arrange(self.app.size, month=self._in_month)
            self.call_after_refresh(self._show)

    def offers(self) -> Sequence[Action]:
        """What works here; the ways about the calendar behind the first two."""
        if self._agenda.filtering:
            return IN_LANGUAGE
        found = offered("calendar", "view", "list", "everywhere", pane="3")
        about = [action for action in found if action.where == "calendar"]
        others = [action for action in found if action.where != "calendar"]
        return [*others[:2], *about[:2], *others[2:-1], *about[2:], others[-1]]

    # --- what is shown ---

    @property
    def _shown(self) -> Shown:
        return month_of(self._day, bilat(self).settings.first_weekday)

    @property
    def _in_month(self) -> bool:
        return self.focused is self._month

    @property
    def _facts(self) -> CalendarMonth:
        return self._reading.found.facts

    def _read(self) -> None:
        around = () if self._agenda.kept else tuple(self._asked(months_on(self._day, by)) for by in (1, -1))
        self._reading.read(self._asked(self._day), around)
        self._then = self._point if self._reading.waiting else None

    def _asked(self, day: date) -> Asked:
        shown = month_of(day, bilat(self).settings.first_weekday)
        return Asked(shown, bilat(self).moment, self._everyone, self._agenda.kept)

    def _once_read(self, do: Callable[[], None]) -> None:
        if self._reading.waiting:
            self._then = do
        else:
            do()

    def _came(self) -> None:
        """A month was read beside the keys."""
        then, self._then = self._then, None
        self._show(point=then is not None)
        if then is not None:
            then()

    def _narrow(self) -> None:
        self._read()
        self._show(point=False)

    def reread(self) -> None:
        """Ask again, keeping the day and the line."""
        if self._day == date.min:
            return
        self._agenda.read_filter_anew()
        self._narrow()

    def _arrange(self, size: Size, *, month: bool) -> None:
        self._plan = plan(size.width, size.height - 1, month=month)
        self._month.styles.height = self._plan.month
        self._agenda.styles.height = 1 if self._plan.one_pane and month else "1fr"

    def _show(self, *, point: bool = True) -> None:
        """Draw the month and the agenda.

        Args:
            point: bring the agenda to the day; else its cursor stays on its record while that is on the day.
        """
        self._draw_month()
        self._agenda.show_later(self._build, afresh=False)
        if not self._agenda.size.width:
            self.call_after_refresh(self._point)
        elif point or (self._in_month and self._line_day() != self._day):
            self._point()

    def _line_day(self) -> date | None:
        """The day of the line under the agenda's cursor."""
        at = self._agenda.line_number
        return self._days[at] if at is not None and at < len(self._days) else None

    def _draw_month(self) -> None:
        app, shown = bilat(self), self._shown
        weekend = weekend_of(app.moment.desk)
        self._month.show(Page(shown, self._reading.held, app.today(), self._day, weekend, self._plan.week))
        whose = "everybody" if self._everyone or not app.moment.desk else f"{app.moment.desk} desk"
        self._month.retitle(Title(name=month_name(shown.month), scope=whose, right=demo_mark(self)))
        day = show_date(PartialDate.day(self._day), today=app.today())
        counts = self._reading.found.counts
        count = (Span(counts, "dim"),) if counts else ()
        self._agenda.retitle(Title(name="Agenda", scope=day, right=count))
        self._month.note = (Span(keyed(_STEPS), "dim"),)
        vague = len(self._facts.month) + len(self._facts.yearless) + len(self._facts.year)
        says = f"{vague:,} without a day" if vague and self._plan.week == 1 else ""
        self._month.lead = (Span(says, "dim"),) if says else ()
        self._agenda.lit = self._holds_something(self._day) or not self._in_month

    # --- the agenda ---

    def _build(self, width: int) -> list[Line]:
        self._laying_out.fit(width)
        if self._reading.waiting:
            self._days = []
            return [Line((Span(f"Reading {month_name(self._shown.month)} ...", "dim"),))]
        if self._reading.found.failure is not None:
            raise self._reading.found.failure
        blocks = self._laying_out.lines(self._reading.number, self._asked(self._day), self._facts)
        lines, self._days = laid_out(blocks, self._shown, self._day, bilat(self).today())
        return lines

    def _holds_something(self, day: date) -> bool:
        return bool(self._reading.held.on(day))

    def _point(self) -> None:
        """Bring the agenda to the day."""
        agenda = self._agenda
        agenda.prepare()
        if self._day not in self._days:
            return
        start = self._days.index(self._day)
        self._pointing = True
        agenda.scroll_top(start)
        agenda.move_to(min(start + 1, len(self._days) - 1))
        self._pointing = False

    def _follow(self) -> None:
        """The cursor of the agenda came to a line of another day."""
        if self.focused is not self._agenda or self._pointing:
            return
        day = self._line_day()
        if day is not None and day != self._day:
            self._day = day
            self._draw_month()

    # --- what keys act on ---

    @property
    def selected(self) -> Key | None:
        """The agenda's record; none while the month does not show which that is."""
        unseen = self._plan.one_pane or not self._holds_something(self._day)
        return None if self._in_month and unseen else self._agenda.key

    @property
    def begins(self) -> str:
        """What a new line begins with: the day under the cursor."""
        return f"{PartialDate.day(self._day).edtf} " if self._in_month else ""

    def point_at(self, keys: Sequence[Key]) -> None:
        """Go to the day of the first of some records, unless the cursor is on it already."""
        if not keys or self._agenda.key == keys[0]:
            return
        day = bilat(self).read(first_day, keys[0])
        if day is not None:
            self._go(within(day))
        self._once_read(lambda: self._agenda.select(keys[0]))

    # --- going about ---

    def _go(self, day: date) -> None:
        before, self._day = self._day, day
        if (before.year, before.month) != (day.year, day.month):
            self._read()
        self._show()

    def _enter(self) -> None:
        """To the agenda, from where Esc comes back."""
        self._once_read(self._enter_agenda)

    def _enter_agenda(self) -> None:
        if not self._holds_something(self._day):
            bilat(self).say(f"Nothing is on this day; {pressed('enter')} enters something.")
            return
        self._turn_to(self._agenda)
        self._came_in = True

    def _turn_to(self, pane: MonthView | LineView) -> None:
        self._came_in = False
        pane.focus()
        self.call_after_refresh(self._show)

    def action_calendar_turn(self) -> None:
        """From the month to the agenda, and back."""
        self._turn_to(self._agenda if self._in_month else self._month)

    def action_calendar_before(self) -> None:
        """A day back."""
        self._go(days_on(self._day, -1))

    def action_calendar_after(self) -> None:
        """A day on."""
        self._go(days_on(self._day, 1))

    def action_calendar_today(self) -> None:
        """To today."""
        self._go(within(bilat(self).today()))

    def action_calendar_go(self) -> None:
        """To a day that is typed."""

        def answered(day: date | None) -> None:
            if day is not None:
                self._go(day)

        self.app.push_screen(GoingModal(self._day), answered)

    def action_calendar_filter(self) -> None:
        """Keep some of what is in the month, in words typed under the agenda."""
        self._turn_to(self._agenda)
        self._agenda.start_filter()

    def action_calendar_everyone(self) -> None:
        """Everybody's visits and meetings, or the desk's own."""
        app = bilat(self)
        if not app.moment.desk:
            app.say("No desk is set, so everybody's are shown already.")
            return
        self._everyone = not self._everyone
        self._narrow()
        app.say("Everybody's visits and meetings." if self._everyone else "Only the desk's own.")

    def action_view_back(self) -> None:
        """Take the marks away, then the filter, else go back to the month if one came from it, else leave."""
        if self._agenda.filter.text and not self.marked:
            self._agenda.stop_filter(clear=True)
        elif self._came_in and not self.marked:
            self._turn_to(self._month)
        else:
            super().action_view_back()
