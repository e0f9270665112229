"""The steps: what each asks for, and how one sees that it was done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from db.queries.done import Done, done
from tui.widgets.pane import Pane

if TYPE_CHECKING:
    from tui.app import Bilat

TRIP = "MA>PT 3-4 dec in:Lisbon coast guards"
LOGGED = "chased, reply by fri"


class Seen(NamedTuple):
    """What is looked at: what is on the screen, and how much is in the store.

    Attributes:
        screen: the name of the screen's class.
        pane: the id of the list with the focus, "" for none.
        selected: what is under the cursor.
        filtered: whether a filter holds in a list.
        done: how much is in the store.
    """

    screen: str
    pane: str
    selected: str
    filtered: bool
    done: Done


class Step(NamedTuple):
    """One step.

    Attributes:
        asks: what to do; keys stand between backquotes, by the ids of their actions.
        tells: what that is for.
        done: whether it was done, from what was seen as it began and what is seen now.
    """

    asks: str
    tells: str
    done: Callable[[Seen, Seen], bool]


STEPS: tuple[Step, ...] = (
    Step(
        "Press `{move.down}` to go to the next country pair.",
        "What is selected at the left decides what stands at the right.",
        lambda began, now: now.pane == began.pane and now.selected != began.selected,
    ),
    Step(
        "Press `{pane.4}`: that is the timeline.",
        "Every list has a number in its title; `{pane.next}` goes round.",
        lambda _, now: now.pane == "timeline",
    ),
    Step(
        "Press `{open}` to open the visit or meeting.",
        "A record has tabs: people, what came of it, sources, history.",
        lambda _, now: now.screen == "RecordScreen",
    ),
    Step(
        "Press `{record.back}` to go back where you were.",
        "`Esc` always goes back, and never loses what was typed.",
        lambda _, now: now.screen == "MainScreen",
    ),
    Step(
        "Press `{pane.1}`, then `{filter}`, type `qa` and press `Enter`.",
        "A filter keeps the lines in which every word begins one.",
        lambda _, now: now.filtered,
    ),
    Step(
        "Press `{enter}`, type `" + TRIP + "` and press `Enter`.",
        "The line is read while you type: who goes where, when, what about.",
        lambda began, now: now.done.visits > began.done.visits,
    ),
    Step(
        "Press `{pane.3}`, then `{log}`, type `" + LOGGED + "` and press `Enter`.",
        "Our own steps: what happened, and when to look again.",
        lambda began, now: now.done.logged > began.done.logged,
    ),
    Step(
        "Press `{undo}` to take that back.",
        "`{undo}` takes back any step, also one of yesterday; `{redo}` does it again.",
        lambda began, now: now.done.undone > began.done.undone,
    ),
    Step(
        "Press `{pane.1}`, then `{brief}`: the page for a meeting with them.",
        "`{brief.save}` saves it for Word, to print, or as Markdown. `{brief.back}` goes back.",
        lambda _, now: now.screen == "BriefScreen",
    ),
    Step(
        "Press `{brief.back}`, then `{help}`: every key that works where you are.",
        "You type what you want to do, and `Enter` does it.",
        lambda _, now: now.screen == "HelpModal",
    ),
)


def seen(app: Bilat) -> Seen:
    """What is to be seen now.

    Raises:
        BilatError: the store cannot be read.
    """
    screen = app.screen
    focused = screen.focused
    panes = list(screen.query(Pane))
    return Seen(
        type(screen).__name__,
        (focused.id or "") if focused is not None else "",
        str(getattr(screen, "selected", "")),
        any(pane.filter.text and not pane.filtering for pane in panes),
        app.read(done),
    )
