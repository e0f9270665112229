"""What keys do in briefs, agendas and the calendar."""

from __future__ import annotations

from tui.actions.action import Action

MEETINGS: tuple[Action, ...] = (
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
)
