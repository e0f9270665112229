"""Giving a filter a name, and choosing one that has a name by its number."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from db.errors import BilatError
from tui.glyphs import glyphs
from tui.keys import pressed

if TYPE_CHECKING:
    from tui.app import Bilat
    from tui.widgets.filtering import FilteredSheet

_AWAY = "x"


def wire(app: Bilat, pane: FilteredSheet) -> None:
    """Let the filter of a pane be named, and bring back those that have a name."""
    pane.naming = lambda text: ask_for_name(app, text)
    pane.named = lambda: choose(app, pane)


def ask_for_name(app: Bilat, text: str) -> None:
    """Ask what a filter shall be called; a name that there is already gets the new filter."""
    from tui.filtering.saved import checked_name, save_filter, saved_filters  # noqa: PLC0415 - few name filters
    from tui.modals.answer_sheet import Heard  # noqa: PLC0415
    from tui.modals.asking import Question, ask  # noqa: PLC0415

    try:
        known = saved_filters()
    except BilatError as error:
        app.say(str(error), "warn")
        return

    def hears(name: str) -> Heard:
        name = checked_name(name)
        return Heard(f"takes the place of {known[name]}" if name in known else "a new name")

    async def saves(name: str) -> str:
        name = checked_name(name)
        save_filter(name, text)
        return f"The filter is called {name}; {pressed('filters')} brings it back."

    asks = f"a few words, such as: late with Spain {glyphs.dot} kept in the settings file"
    begins = next((name for name, kept in known.items() if kept == text), "")
    ask(app, Question("Name this filter", text, asks, f"name of {text}", "Ctrl+S", hears, saves), begins)


def choose(app: Bilat, pane: FilteredSheet) -> bool:
    """Offer the filters that have a name; tells whether there are any."""
    from tui.filtering.saved import saved_filters  # noqa: PLC0415 - few name filters

    try:
        known = saved_filters()
    except BilatError as error:
        app.say(str(error), "warn")
        return True
    if not known:
        return False

    def chosen(answer: str | None) -> None:
        if answer == _AWAY:
            _choose_away(app, known)
        elif answer is not None:
            pane.set_filter(tuple(known.values())[int(answer)])

    _menu(app, "Filters", known, chosen, away=True)
    return True


def _choose_away(app: Bilat, known: Mapping[str, str]) -> None:
    from tui.filtering.saved import forget_filter  # noqa: PLC0415 - few name filters

    def chosen(answer: str | None) -> None:
        if answer is None:
            return
        name = tuple(known)[int(answer)]
        try:
            forget_filter(name)
        except BilatError as error:
            app.say(str(error), "warn")
        else:
            app.say(f"No filter is called {name} any more.", "good")

    _menu(app, "Take which name away?", known, chosen, away=False)


def _menu(
    app: Bilat,
    title: str,
    known: Mapping[str, str],
    chosen: Callable[[str | None], None],
    *,
    away: bool,
) -> None:
    """A line for each filter; the first nine have a digit."""
    from tui.modals.choices import answering  # noqa: PLC0415 - few name filters
    from tui.modals.letters import LetterMenu  # noqa: PLC0415

    lines = [
        answering(str(at), name, kind=str(at + 1) if at < _DIGITS else "", detail=text)
        for at, (name, text) in enumerate(known.items())
    ]
    if away:
        lines.append(answering(_AWAY, "take a name away", kind=_AWAY))
    app.push_screen(LetterMenu(title, lines), chosen)


_DIGITS = 9
