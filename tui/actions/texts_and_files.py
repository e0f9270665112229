"""What keys do at the reading desk, and over a file that is to come in."""

from __future__ import annotations

from tui.actions.action import Action

TEXTS_AND_FILES: tuple[Action, ...] = (
    # --- the reading desk ---
    Action(
        "reading.down", ("j", "down"), "down", "the next sentence, or the next line of the draft", "reading"
    ),
    Action("reading.up", ("k", "up"), "up", "the one before", "reading"),
    Action("reading.page_down", ("pagedown", "ctrl+d"), "page down", "a page down", "reading"),
    Action("reading.page_up", ("pageup", "ctrl+u"), "page up", "a page up", "reading"),
    Action("reading.first", ("g", "home"), "first", "to the first one", "reading"),
    Action("reading.last", ("G", "end"), "last", "to the last one", "reading"),
    Action("reading.0", ("0",), "noted", "file the sentence, or the outcome, as noted", "reading"),
    Action("reading.1", ("1",), "discussed", "file it as discussed", "reading"),
    Action("reading.2", ("2",), "explored", "file it as explored", "reading"),
    Action("reading.3", ("3",), "proposed", "file it as proposed", "reading"),
    Action("reading.4", ("4",), "agreed", "file it as agreed", "reading"),
    Action("reading.5", ("5",), "signed", "file it as signed", "reading"),
    Action(
        "reading.accept",
        ("enter",),
        "take",
        "take the proposal, or all that a sentence proposes",
        "reading",
        1,
    ),
    Action("reading.reject", ("minus", "d"), "leave out", "leave it out, or have it back", "reading", 5),
    Action("reading.sure", ("A",), "all sure", "take everything that is not in doubt", "reading", 4),
    Action("reading.edit", ("e",), "edit", "say it otherwise", "reading", 6),
    Action(
        "reading.meeting",
        ("m",),
        "meeting",
        "begin a meeting at this sentence; MA>ES begins a visit",
        "reading",
        7,
    ),
    Action("reading.person", ("p",), "person", "add somebody whom this sentence names", "reading", 8),
    Action("reading.topic", ("t",), "topic", "add a topic", "reading", 8),
    Action(
        "reading.turn",
        ("tab", "shift+tab"),
        "text, draft",
        "from the text to the draft and back",
        "reading",
        2,
    ),
    Action(
        "reading.around", ("h",), "around", "show what only stands around the text, or hide it", "reading"
    ),
    Action("reading.undo", ("u",), "undo", "take back the last key, until it is saved", "reading", 7),
    Action("reading.redo", ("U",), "redo", "do it again", "reading"),
    Action("reading.save", ("ctrl+s",), "save", "save all that is taken, as one step", "reading", 3),
    Action("reading.discard", ("ctrl+x",), "discard", "throw the draft away", "reading"),
    Action(
        "reading.back",
        ("escape",),
        "back",
        "go back; the draft is kept until the text is read again",
        "reading",
    ),
    # --- a file that is to come in ---
    Action("importing.change", ("enter",), "change", "say otherwise what the line says", "importing", 1),
    Action("importing.save", ("s",), "save", "enter all of it in one step", "importing", 2),
    Action(
        "importing.back", ("escape", "backspace"), "back", "stop, or leave without entering", "importing", 3
    ),
)
