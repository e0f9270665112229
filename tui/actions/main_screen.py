"""What keys do in lists and on the main screen."""

from __future__ import annotations

from tui.actions.action import Action

MAIN_SCREEN: tuple[Action, ...] = (
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
        "keep the lines that hold some words, or is:open, @name, #topic; * first looks everywhere",
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
)
