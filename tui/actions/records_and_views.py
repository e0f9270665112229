"""What keys do on whole-screen records and in the views."""

from __future__ import annotations

from tui.actions.action import Action

RECORDS_AND_VIEWS: tuple[Action, ...] = (
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
    Action(
        "vacant.filter", ("slash",), "filter", "keep the posts with some words, or country:ES", "vacant", 2
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
)
