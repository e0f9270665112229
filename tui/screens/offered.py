"""Which keys a screen offers in its bottom line."""

from __future__ import annotations

from tui.keys import Action, Where, actions


def offered(*where: Where) -> list[Action]:
    """The footer's actions of some parts of the screen, the most useful first."""
    return sorted((action for action in actions(*where) if action.footer), key=lambda action: action.footer)
