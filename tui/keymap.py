"""Other keys than those of the table, by the officer's wish: the section [keys] of the settings file."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from tui.actions import ACTIONS, Action, Where
from tui.config import KEYS, section_of
from tui.key_names import key_name, key_of
from tui.paths import settings_file

ALWAYS = {"help": "f1", "quit": "ctrl+q"}
"""By id, the key that an action keeps whatever else it is given: nobody may be left without help or a way out."""

_PLAIN = frozenset(
    (
        "up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete",
        "enter", "escape", "tab", "shift+tab", "space", "backspace", *(f"f{number}" for number in range(1, 13)),
    )
)  # fmt: skip
_WRITTEN = {
    "esc": "escape",
    "return": "enter",
    "pgdn": "pagedown",
    "pgup": "pageup",
    "del": "delete",
    " ": "space",
}
_ARRIVES_AS = {"ctrl+h": "Backspace", "ctrl+i": "Tab", "ctrl+m": "Enter", "ctrl+j": "Enter"}
_TAKEN = {"ctrl+c": "copying and stopping"}
_IN_LISTS: frozenset[Where] = frozenset(
    ("main", "record", "changes", "vacant", "view", "whole", "verify", "calendar", "agenda", "everywhere")
)
_VIEWS: frozenset[Where] = frozenset(("changes", "vacant", "whole", "verify", "calendar", "agenda"))


class WrongKey(NamedTuple):
    """Something under [keys] that cannot be.

    Attributes:
        place: where it stands: the file with its line, or the variable.
        says: what is wrong, as the end of a sentence.
        default: whether an action keeps its own keys for it; else nothing of that name exists.
    """

    place: str
    says: str
    default: bool = True


class Keymap(NamedTuple):
    """What the officer's keys come to.

    Attributes:
        keys: by the id of an action, its keys instead of the table's; what cannot be is not among them.
        wrong: what cannot be.
    """

    keys: Mapping[str, tuple[str, ...]]
    wrong: tuple[WrongKey, ...] = ()

    def sentence(self) -> str:
        """What the officer must know as the program opens, "" for nothing."""
        if not self.wrong:
            return ""
        first, *others = self.wrong
        more = f" {len(others)} more: bilat config check." if others else ""
        return f"{ended(first.says + ('; it keeps its own' if first.default else ''))}{more}"

    def for_textual(self) -> dict[str, str]:
        """The keys as Textual takes them: of the changed actions and of all that had a key in common with them.

        Textual takes a key from everybody when its owner gets another one.
        """
        freed = {key for one in ACTIONS if one.id in self.keys for key in one.keys}
        shared = {one.id: one.keys for one in ACTIONS if freed & {*one.keys}}
        return {name: ",".join(keys) for name, keys in {**shared, **self.keys}.items()}


AS_DELIVERED = Keymap(MappingProxyType({}))


def load_keymap(path: Path | None = None, environ: Mapping[str, str] | None = None) -> Keymap:
    """The officer's keys from the file and the environment, which wins action by action.

    Raises:
        BadInput: the file cannot be read at all.
    """
    known = {one.id: one for one in ACTIONS}
    given: dict[str, tuple[str, ...]] = {}
    places: dict[str, str] = {}
    wrong: list[WrongKey] = []
    for name, value, place in section_of(
        KEYS, path or settings_file(), os.environ if environ is None else environ
    ):
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f'did you mean "{near[0]}"?' if near else "bilat keys lists them"
            wrong.append(WrongKey(place, f"There is no action {_quoted(name)}; {hint}", default=False))
            continue
        keys, problem = _keys(name, value)
        if problem:
            wrong.append(WrongKey(place, problem))
        else:
            given[name], places[name] = keys, place
    while clash := next(_clashes(given), None):
        name, other, key = clash
        sentence = f"The key {key_name(key)} has two owners: {_owner(known[name])} and {_owner(known[other])}"
        wrong.append(WrongKey(places[name], sentence))
        del given[name]  # its own key may be another's by now, so all are held against each other again
    return Keymap(given, tuple(wrong))


def ended(says: str) -> str:
    """A sentence with its end."""
    return says if says.endswith("?") else f"{says}."


def _quoted(name: str) -> str:
    return f'"{ascii(name)[1:-1][:60]}"'


def _owner(action: Action) -> str:
    return f"{action.id} ({action.label})"


def _keys(name: str, value: object) -> tuple[tuple[str, ...], str]:
    """The keys of an action as Textual names them, or what is wrong with them."""
    written = [value] if isinstance(value, str) else value
    if not isinstance(written, list) or not written or not all(isinstance(one, str) for one in written):
        return (), f'The action {name} needs a key in quotes, such as "B", or several: ["B", "f8"]'
    keys = []
    for one in written:
        key, problem = _key(one)
        owner = next((owner for owner, kept in ALWAYS.items() if kept == key), name)
        if not problem and owner != name:
            problem = f"The key {key_name(key)} always belongs to {owner}, so {name} cannot have it"
        if problem:
            return (), problem
        keys.append(key)
    if name in ALWAYS:
        keys.append(ALWAYS[name])
    return tuple(dict.fromkeys(keys)), ""


def _key(written: str) -> tuple[str, str]:
    """A key as Textual names it, or what is wrong with it."""
    if len(written) == 1 and written.isprintable() and written != " ":
        key = key_of(written)
        return key, "" if key else f"{_quoted(written)} is no key that a keyboard has"
    folded = written.casefold()
    key = _WRITTEN.get(folded, folded)
    if key in _ARRIVES_AS:
        return "", f"A terminal sends {key_name(key)} as {_ARRIVES_AS[key]}, so it cannot be a key of its own"
    if key in _TAKEN:
        return "", f"The key {key_name(key)} is for {_TAKEN[key]}"
    if key in _PLAIN or re.fullmatch("ctrl\\+[a-z]", key):
        return key, ""
    if key in _named_signs():
        return key, ""
    return (
        "",
        f"No terminal is sure to send {_quoted(written)}; take a letter, a sign, F1 to F12, or Ctrl and a letter",
    )


def _named_signs() -> frozenset[str]:
    """The signs as the table itself names them: "slash", "question_mark"."""
    return frozenset(key for one in ACTIONS for key in one.keys if "+" not in key)


def _clashes(given: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str, str]]:
    """A given action, another one that works in the same place, and the key they share."""
    table = {one.id: one for one in ACTIONS}
    owners: dict[str, list[str]] = {}
    for one in ACTIONS:
        for key in given.get(one.id, one.keys):
            owners.setdefault(key, []).append(one.id)
    for name in reversed([*given]):
        for key in given[name]:
            for other in owners[key]:
                if other != name and _together(table[name].where, table[other].where):
                    yield name, other, key


def _together(one: Where, other: Where) -> bool:
    """Whether both places answer at once; a screen's own key may go before the one that works everywhere."""
    return (
        one == other
        or {one, other} == {"main", "everywhere"}
        or ("list" in (one, other) and bool({one, other} & _IN_LISTS))
        or ("view" in (one, other) and bool({one, other} & _VIEWS))
    )
