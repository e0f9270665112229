"""What keys do everywhere, and which of it would change the store."""

from __future__ import annotations

from tui.actions.action import Action

EVERYWHERE: tuple[Action, ...] = (
    Action(
        "enter",
        ("n",),
        "new",
        "enter visits, meetings, outcomes, follow-ups or people, a line each",
        "everywhere",
        1,
    ),
    Action(
        "edit",
        ("e",),
        "edit",
        "edit the selected record in its form; of a pair, how often to meet",
        "everywhere",
        2,
    ),
    Action("form", ("N",), "new by form", "make a new record in a form, field by field", "everywhere"),
    Action("views", ("v",), "views", "what to do today, what to watch, the calendar", "everywhere", 3),
    Action("delete", ("d",), "delete", "move what is selected to the trash", "everywhere"),
    Action("add", ("a",), "add outcome", "enter an outcome of the selected visit or meeting", "everywhere"),
    Action("duplicate", ("D",), "duplicate", "begin a record like the selected one", "everywhere"),
    Action("done", ("x",), "done", "close: done or dropped, and who kept it", "everywhere", 1, "3"),
    Action(
        "raise", ("plus",), "one rung up", "an outcome one rung up; agreed needs what says so", "everywhere"
    ),
    Action("lower", ("minus",), "one rung down", "an outcome one rung down", "everywhere"),
    Action(
        "split", ("P",), "parts", "split an outcome into parts that can be checked, a line each", "everywhere"
    ),
    Action("log", ("f",), "log", "log what happened: chased, reply by fri", "everywhere", 1, "3"),
    Action(
        "snooze",
        ("z",),
        "snooze",
        "snooze: keep a follow-up hidden for a day, a week, until a date",
        "everywhere",
        1,
        "3",
    ),
    Action(
        "ball", ("w",), "turn", "say whose turn it is: ours, theirs, a third party's", "everywhere", 1, "3"
    ),
    Action("topics", ("t",), "topics", "give topics to all that is marked", "everywhere"),
    Action("owner", ("O",), "owner", "owner of an outcome, assignee of a follow-up", "everywhere"),
    Action(
        "brief", ("b",), "brief", "the page to take into a meeting, with what changed since", "everywhere", 3
    ),
    Action(
        "carry",
        ("c",),
        "carry over",
        "carry what is open into a meeting's agenda, or say what came of it",
        "everywhere",
        5,
        "4",
    ),
    Action(
        "read",
        ("r",),
        "read a text",
        "read a text at the reading desk: pasted, from the clipboard, or a file",
        "everywhere",
        6,
    ),
    Action("merge", ("m",), "merge", "make one record of two that are the same", "everywhere"),
    Action("successor", ("S",), "successor", "let a post pass from its holder to the next one", "everywhere"),
    Action(
        "holder", ("H",), "holder", "name the holder of a post, also for the meetings of before", "everywhere"
    ),
    Action(
        "roll_up",
        ("F",),
        "former states",
        "count former states with those that came after them, or apart",
        "everywhere",
    ),
    Action(
        "import",
        ("I",),
        "import",
        "bring in a table, a dossier, a calendar or cards, seen before it enters",
        "everywhere",
    ),
    Action(
        "export",
        ("E",),
        "take out",
        "save the list as it is on the screen, the quarterly table, everything, or a hand-over pack",
        "everywhere",
    ),
    Action("undo", ("u",), "undo", "take back your last step, also one of yesterday", "everywhere", 7),
    Action("redo", ("U",), "redo", "do again what was taken back last", "everywhere"),
    Action("palette", ("ctrl+p", "colon"), "find", "find any record, or run any command", "everywhere", 8),
    Action("theme", ("f2",), "theme", "choose the colours, seen at once", "everywhere"),
    Action(
        "help", ("question_mark", "f1"), "keys", "these keys, searchable; Enter runs one", "everywhere", 9
    ),
    Action(
        "projector",
        ("p", "f9"),
        "projector",
        "hide every record with a handling mark while others look on, or show them again",
        "everywhere",
    ),
    Action(
        "tutorial",
        ("f10",),
        "tutorial",
        "learn by doing, in ten steps on a store of examples; the same key leaves it",
        "everywhere",
    ),
    Action("retry", ("R",), "read again", "read everything again after a failure", "everywhere"),
    Action(
        "suspend_process",
        ("ctrl+z",),
        "pause",
        "back to the shell for a while; fg goes on here",
        "everywhere",
    ),
    Action("quit", ("q", "ctrl+q"), "quit", "leave the program; everything is saved already", "everywhere"),
)

CHANGING = frozenset(
    {
        "enter",
        "edit",
        "form",
        "delete",
        "add",
        "duplicate",
        "done",
        "raise",
        "lower",
        "split",
        "log",
        "snooze",
        "ball",
        "topics",
        "owner",
        "carry",
        "merge",
        "successor",
        "holder",
        "import",
        "undo",
        "redo",
        "read",
    }
)
"""The ids of the actions that would change the store; where it can only be read they say why they do not."""
