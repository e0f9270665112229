"""What one presses for an action: the keys of the table, or those that the officer chose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from tui.actions import ACTIONS, Action, Where
from tui.key_names import key_name

if TYPE_CHECKING:
    from textual.binding import Binding
    from textual.screen import Screen

TODAY = "t"
"""The letter, among the views, of the one that lists what the top line counts."""


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


def pressed_on(screen: Screen[object], action_id: str) -> str:
    """The same on a screen that may give one of its keys another meaning."""
    action, here = find_action(action_id), screen.active_bindings
    means = (key for key in action.keys if key in here and here[key].binding.action == action.method)
    return key_name(next(means, action.keys[0]))


def keyed(sentence: str) -> str:
    """A sentence with the keys of the actions that it names: "{undo} undoes" is "u undoes"."""
    return _NAMED.sub(lambda found: pressed(found[1]) if found[1] in _AS_CHOSEN else found[0], sentence)


def bindings(*where: Where) -> list[Binding]:
    """What a class puts into BINDINGS: one binding an action, by whose id the app's keymap gives it other keys."""
    from textual.binding import Binding  # noqa: PLC0415 - help texts are printed without Textual

    return [
        Binding(",".join(action.keys), action.method, action.label, show=action.footer > 0, id=action.id)
        for action in ACTIONS
        if action.where in where
    ]


_NAMED = re.compile(r"\{([a-z_.0-9]+)\}")
_AS_CHOSEN = {action.id: action for action in ACTIONS}
"""By id, in the table's order; as with the glyphs there is one officer at one screen, who chose them."""
