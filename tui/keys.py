"""The one table of actions: bindings, footer, help, palette and README all come from it."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from textual.binding import Binding

Where = Literal[
    "everywhere",
    "list",
    "main",
    "record",
    "changes",
    "vacant",
    "view",
    "whole",
    "verify",
    "brief",
    "calendar",
    "agenda",
    "importing",
    "reading",
]


class Action(NamedTuple):
    """Something that a key does.

    Attributes:
        id: the name that a keymap remaps and a palette runs; its dots become underscores in a method.
        keys: Textual's names of the keys, the one to show first.
        label: one or two words for the footer.
        says: a sentence for the help.
        where: the part of the screen that answers to it.
        footer: its place among the footer's entries, 0 for none; low numbers stay when room is short.
        only: the panes whose footer shows it, "" for all; the letters are the panes' numbers.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    says: str
    where: Where
    footer: int = 0
    only: str = ""

    @property
    def method(self) -> str:
        """The action as Textual calls it."""
        return self.id.replace(".", "_")

    @property
    def shown(self) -> str:
        """The first key as one reads it on a keyboard."""
        return key_name(self.keys[0])


ACTIONS: tuple[Action, ...] = (
    # --- moving in any list ---
    Action("move.down", ("j", "down"), "down", "one line down", "list"),
    Action("move.up", ("k", "up"), "up", "one line up", "list"),
    Action("move.page_down", ("pagedown", "ctrl+d"), "page down", "a page down", "list"),
    Action("move.page_up", ("pageup", "ctrl+u"), "page up", "a page up", "list"),
    Action("move.first", ("g", "home"), "first", "to the first line", "list"),
    Action("move.last", ("G", "end"), "last", "to the last line", "list"),
    Action("open", ("enter",), "open", "open the record under the cursor on the whole screen", "list", 1),
    Action(
        "mark",
        ("space",),
        "mark",
        "mark the line; the keys that change something then act on all marked",
        "list",
    ),
    Action(
        "filters",
        ("f5", "apostrophe"),
        "filters",
        "filter by one of the filters that have a name; Ctrl+S in the filter names it",
        "list",
    ),
    Action("mark.range", ("V",), "mark to here", "mark every line from the last mark to here", "list"),
    # --- the main screen ---
    Action("pane.1", ("1",), "pairs", "go to the country pairs", "main"),
    Action("pane.2", ("2",), "officials", "go to the officials", "main"),
    Action("pane.3", ("3",), "follow-ups", "go to the open follow-ups", "main"),
    Action("pane.4", ("4",), "timeline", "go to the timeline", "main"),
    Action("pane.5", ("5",), "record", "go to the record", "main"),
    Action("pane.next", ("tab",), "next pane", "go to the next pane", "main", 7),
    Action("pane.previous", ("shift+tab",), "previous pane", "go to the pane before", "main"),
    Action(
        "filter",
        ("slash",),
        "filter",
        "keep the lines that hold some words, or is:open, @name, #topic, from:2025",
        "main",
        2,
        "1234",
    ),
    Action(
        "sort",
        ("s",),
        "sort",
        "sort another way; the follow-ups' last way shows those hidden",
        "main",
        4,
        "1234",
    ),
    Action("everyone", ("A",), "all pairs", "all country pairs, or only the desk's own", "main", 5, "1"),
    Action(
        "origin", ("o",), "origin", "the source of the record, and the words that say so", "main", 3, "2345"
    ),
    Action("copy", ("y",), "copy", "copy the record under the cursor as text", "main", 6),
    Action("clear", ("escape",), "back", "leave the filter, or go back to the lists", "main"),
    # --- a record on the whole screen ---
    Action("tab.next", ("tab", "right", "l"), "next tab", "go to the next tab", "record", 2),
    Action("tab.previous", ("shift+tab", "left", "h"), "previous tab", "go to the tab before", "record"),
    Action("tab.1", ("1",), "overview", "the record at a glance", "record"),
    Action("tab.2", ("2",), "second tab", "go to the second tab", "record"),
    Action("tab.3", ("3",), "third tab", "go to the third tab", "record"),
    Action("tab.4", ("4",), "fourth tab", "go to the fourth tab", "record"),
    Action("tab.5", ("5",), "fifth tab", "go to the fifth tab", "record"),
    Action("tab.6", ("6",), "sixth tab", "go to the sixth tab", "record"),
    Action(
        "record.sort",
        ("s",),
        "protocol order",
        "people as notified, or countries in the order of the host's language",
        "record",
    ),
    Action("record.origin", ("o",), "origin", "the source and its words", "record", 3),
    Action("record.ask", ("slash",), "held on", "who held this post on a date", "record"),
    Action("record.copy", ("y",), "copy", "copy the record as text", "record", 4),
    Action("record.back", ("escape", "backspace"), "back", "go back where you were", "record", 1),
    # --- the views: Today, Watch ---
    Action("view.origin", ("o",), "origin", "the source and its words", "view", 3),
    Action("view.copy", ("y",), "copy", "copy the record under the cursor as text", "view", 4),
    Action("view.back", ("escape", "backspace"), "back", "go back where you were", "view", 1),
    # --- the view of changes ---
    Action("changes.since", ("s",), "since when", "show the changes since another day", "changes", 2),
    Action("changes.own", ("A",), "others only", "hide your own changes, or show them again", "changes", 2),
    Action(
        "changes.filter",
        ("slash",),
        "filter",
        "keep the steps with some words or of an officer",
        "changes",
        3,
    ),
    # --- the view of posts without a holder ---
    Action("vacant.filter", ("slash",), "filter", "keep the posts with some words", "vacant", 2),
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
    Action("reading.reject", ("minus",), "leave out", "leave it out, or have it back", "reading", 5),
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
        "reading.back", ("escape",), "back", "go back; the draft is kept, and r brings it back", "reading"
    ),
    # --- the view To verify ---
    Action(
        "verify.filter",
        ("slash",),
        "filter",
        "keep the lines with some words, or country:ES, from:2025, kind:visit",
        "verify",
        2,
    ),
    # --- a brief ---
    Action(
        "brief.save", ("s",), "save", "save the page: .md Markdown, .html to print, .docx Word", "brief", 1
    ),
    Action("brief.copy", ("y",), "copy", "copy the whole page as Markdown", "brief", 1),
    Action("brief.back", ("escape", "backspace"), "back", "go back where you were", "brief", 1),
    # --- the agenda of a meeting ---
    Action("agenda.save", ("ctrl+s",), "save", "save the agenda, as Enter does", "agenda"),
    Action("agenda.down", ("J", "f7"), "move down", "move the item one line down", "agenda", 3),
    Action("agenda.up", ("K", "f6"), "move up", "move the item one line up", "agenda", 3),
    Action("agenda.all", ("a",), "all", "tick everything, or nothing", "agenda", 3),
    Action("agenda.turn", ("tab",), "turn", "what to take up, or what came of it", "agenda", 5),
    Action("agenda.raised", ("r",), "raised", "the item was raised", "agenda", 2),
    Action("agenda.discussed", ("d",), "discussed", "the item was discussed", "agenda", 2),
    Action("agenda.advanced", ("v",), "advanced", "the item went a step on", "agenda", 2),
    Action("agenda.closed", ("x",), "closed", "the item is done, dropped or settled", "agenda", 2),
    Action("agenda.deferred", ("p",), "deferred", "the item was put off", "agenda", 2),
    Action("agenda.carried", ("i",), "carried in", "nothing has been said about the item yet", "agenda"),
    Action("agenda.note", ("f", "e"), "note", "a few words on what was said about the item", "agenda", 3),
    Action("agenda.next", ("c",), "next meeting", "carry over to the meeting after this one", "agenda", 4),
    # --- the calendar ---
    Action("calendar.before", ("h", "left"), "day before", "a day back; up and down go by weeks", "calendar"),
    Action("calendar.after", ("l", "right"), "day after", "a day on; page keys go by months", "calendar"),
    Action("calendar.today", ("full_stop",), "today", "to today", "calendar", 4),
    Action(
        "calendar.go",
        ("slash",),
        "go to",
        "go to a day or a month: fri, 3 dec, jan 2027",
        "calendar",
        3,
    ),
    Action(
        "calendar.filter",
        ("f3",),
        "filter",
        "keep some of the month in sight: words, is:planned, ball:us, @name",
        "calendar",
    ),
    Action(
        "calendar.turn",
        ("tab", "shift+tab"),
        "month, agenda",
        "from the month to the agenda and back",
        "calendar",
        2,
    ),
    Action(
        "calendar.everyone", ("A",), "all", "all visits and meetings, or only the desk's own", "calendar", 5
    ),
    # --- the whole of a section of Today or Watch ---
    Action(
        "whole.filter",
        ("slash",),
        "filter",
        "keep the lines with some words, or is:open, @name, #topic, from:2025",
        "whole",
        2,
    ),
    Action("whole.sort", ("s",), "sort", "sort another way", "whole", 4),
    # --- a file that is to come in ---
    Action("importing.change", ("enter",), "change", "say otherwise what the line says", "importing", 1),
    Action("importing.save", ("s",), "save", "enter all of it in one step", "importing", 2),
    Action(
        "importing.back", ("escape", "backspace"), "back", "stop, or leave without entering", "importing", 3
    ),
    # --- everywhere ---
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
        "learn by doing, in ten steps on a store of examples; F10 leaves it again",
        "everywhere",
    ),
    Action("retry", ("R",), "read again", "read everything again after a failure", "everywhere"),
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

TODAY = "t"
"""The letter, among the views, of the one that lists what the top line counts."""

_NAMES = {
    "slash": "/",
    "apostrophe": "'",
    "full_stop": ".",
    "colon": ":",
    "question_mark": "?",
    "plus": "+",
    "minus": "-",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "space": "Space",
    "backspace": "Backspace",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "up": "Up",
    "down": "Down",
    "left": "Left",
    "right": "Right",
}


_OTHERWISE = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""Unicode's names of the signs that Textual calls otherwise."""


def key_name(key: str) -> str:
    """A key as it is printed on a keyboard: "/" for "slash", "Ctrl+P" for "ctrl+p"."""
    if key.startswith("ctrl+"):
        return "Ctrl+" + key[5:].upper()
    if len(key) > 1 and key[0] == "f" and key[1:].isdigit():
        return key.upper()
    return key if len(key) == 1 else _NAMES.get(key) or _signs().get(key, key)


def key_of(sign: str) -> str:
    """A letter, digit or sign as Textual names its key: "slash" for "/"; "" for what no keyboard has."""
    if sign.isalnum():
        return sign
    import unicodedata  # noqa: PLC0415 - only for keys that the officer chose

    name = unicodedata.name(sign, "").lower().replace("-", "_").replace(" ", "_")
    return _OTHERWISE.get(name, name)


@cache
def _signs() -> dict[str, str]:
    """The signs of keyboards by the names of their keys."""
    return {key_of(sign): sign for sign in string.punctuation + "§£€°²"}


def choose_keys(keys: Mapping[str, tuple[str, ...]]) -> None:
    """Give some actions other keys, by their ids; all others go back to those of the table."""
    for action in ACTIONS:
        _AS_CHOSEN[action.id] = action._replace(keys=keys.get(action.id, action.keys))


def actions(*where: Where) -> Iterator[Action]:
    """The actions of some parts of the screen, or of all, in the table's order, with the keys that were chosen."""
    return (action for action in _AS_CHOSEN.values() if not where or action.where in where)


def find_action(action_id: str) -> Action:
    """The action of that id, with the keys that were chosen; KeyError when the table does not know it."""
    return _AS_CHOSEN[action_id]


def pressed(action_id: str) -> str:
    """What one presses for an action, as a sentence names it: "u"."""
    return _AS_CHOSEN[action_id].shown


def bindings(*where: Where) -> list[Binding]:
    """What a class puts into BINDINGS: one binding an action, by whose id the app's keymap gives it other keys."""
    from textual.binding import Binding  # noqa: PLC0415 - help texts are printed without Textual

    return [
        Binding(",".join(action.keys), action.method, action.label, show=action.footer > 0, id=action.id)
        for action in ACTIONS
        if action.where in where
    ]


_AS_CHOSEN = {action.id: action for action in ACTIONS}
"""By id, in the table's order; as with the glyphs there is one officer at one screen, who chose them."""
