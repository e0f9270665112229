"""Which keys a screen offers in its bottom line."""

from __future__ import annotations

from tui.keys import Action, Where, actions

# Not in the table of actions: these two belong to the line one types in and cannot be given other keys.
KEEP = Action("filter.keep", ("enter",), "keep", "keep the filter and go back to the list", "list")
ALL = Action("filter.all", ("escape",), "all", "take the filter away", "list")
WHILE_FILTERING = (KEEP, ALL)


def offered(*where: Where) -> list[Action]:
    """The footer's actions of some parts of the screen, the most useful first."""
    return sorted((action for action in actions(*where) if action.footer), key=lambda action: action.footer)
