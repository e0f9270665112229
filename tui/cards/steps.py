"""What somebody did, in the words of an officer who reads about it."""

from __future__ import annotations

_DONE = {
    "new": "entered",
    "enter": "entered",
    "edit": "edited",
    "delete": "deleted",
    "restore": "restored",
    "import": "imported",
    "add": "added",
    "merge": "merged",
    "unmerge": "unmerged",
    "close": "closed",
    "reopen": "reopened",
    "drop": "dropped",
    "snooze": "snoozed",
    "log": "logged",
    "name": "named",
    "mark": "marked",
    "give": "gave",
    "take": "took",
    "move": "moved",
    "empty": "emptied",
    "promote": "promoted",
    "demote": "demoted",
    "resolve": "resolved",
    "set": "set",
    "say": "said",
}


def done_words(label: str, kind: str = "do") -> str:
    """A step's label as something that was done: "edit V-2025-001" as "edited V-2025-001".

    What was taken back is told as that: "undo: edit V-2025-001" as "took back: edited V-2025-001".
    """
    if kind == "undo":
        return f"took back: {done_words(label.removeprefix('undo: '))}"
    if kind == "redo":
        return f"did again: {done_words(label.removeprefix('redo: '))}"
    verb, _, rest = label.partition(" ")
    if label == "bilat add":
        return "entered lines in the shell"
    done = _DONE.get(verb)
    return f"{done} {rest}".strip() if done else label
