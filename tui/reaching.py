"""Which of what one sees answers to an action: the focused widget, then what it stands in, the screen, the app."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.keys import actions, find_action

if TYPE_CHECKING:
    from textual.dom import DOMNode

    from tui.actions import Action
    from tui.bridge import Bridge


def offered(app: Bridge) -> list[Action]:
    """The actions that work now, those nearest to the focus first."""
    found: list[Action] = []
    for node in _from_the_focus(app):
        here = [action for action in actions() if _answers(node, action)]
        taken = {key for action in found for key in action.keys}  # a screen's own key goes before the app's
        found += [action for action in here if action not in found and action.keys[0] not in taken]
    return found


def answering(app: Bridge, action_id: str) -> DOMNode | None:
    """What answers to an action, the nearest to the focus; None where nothing does here."""
    action = find_action(action_id)
    return next((node for node in _from_the_focus(app) if _answers(node, action)), None)


def _from_the_focus(app: Bridge) -> Iterator[DOMNode]:
    node: DOMNode | None = app.focused or app.screen
    while node is not None:
        yield node
        node = node.parent


def _answers(node: DOMNode, action: Action) -> bool:
    return hasattr(node, f"action_{action.method}")
