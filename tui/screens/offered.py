"""Which keys a screen offers in its bottom line."""

from __future__ import annotations

from db.rows import Key
from tui.actions import Action, Where
from tui.cards.sections import SILENT
from tui.keys import actions, find_action

# Not in the table of actions: these belong to the line one types in and cannot be given other keys.
KEEP = Action("filter.keep", ("enter",), "keep", "keep the filter and go back to the list", "list")
ALL = Action("filter.all", ("escape",), "all", "take the filter away", "list")
NAME = Action("filter.name", ("ctrl+s",), "name it", "give the filter a name", "list")
WHILE_FILTERING = (KEEP, ALL)
IN_LANGUAGE = (KEEP, ALL, NAME)
"""The same where a filter can say more than words, and can be named."""


ABOUT_POSTS = ("holder", "successor")
_ABOUT: dict[str, tuple[str, ...]] = {
    "action": ("done", "log", "raise", "owner"),
    "watched": ("raise", "lower", "log"),
    "visit": ("brief", "add", "carry"),
    "meeting": ("brief", "add", "carry"),
    "pair": ("brief", "edit"),
}


def with_labels(found: list[Action], *ids: str, **labels: str) -> list[Action]:
    """The footer's actions with some more behind the first two, some of them in other words for this screen."""
    more = [find_action(one) for one in ids if find_action(one) not in found]
    return [
        action._replace(label=labels.get(action.id, action.label))
        for action in (*found[:2], *more, *found[2:])
    ]


def offered(*where: Where, pane: str = "") -> list[Action]:
    """The footer's actions of some parts of the screen, the most useful first.

    Args:
        *where: the parts.
        pane: the number of the pane, as whose the keys are offered that belong to some panes only.
    """
    found = (action for action in actions(*where) if action.footer)
    works = (action for action in found if not action.only or (pane and pane in action.only))
    return sorted(works, key=lambda action: action.footer)


def offered_on(key: Key | None, section: str, *where: Where, **labels: str) -> list[Action]:
    """The footer's actions for a line of a section of Today or Watch: first those of use on its record."""
    if key is None:
        return offered(*where)
    if key.kind == "followup":
        return offered(*where, pane="3")
    about = _ABOUT.get("watched" if section in SILENT else key.kind, ())
    if key.kind == "pair":
        labels = {"edit": "how often", **labels}
    return with_labels([action for action in offered(*where) if action.id not in about], *about, **labels)
