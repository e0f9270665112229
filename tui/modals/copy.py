"""What to copy of the record under the cursor."""

from __future__ import annotations

from tui.modals.choices import answering
from tui.modals.letters import LetterMenu
from tui.plain import plain


class CopyModal(LetterMenu):
    """Answers "line", "record", "people" or "ref"."""

    def __init__(self, line: str, record: str, ref: str, people: str = "") -> None:
        choices = [
            answering("line", "the line", kind="y", detail=plain(line)),
            answering("record", "the record as text", kind="r", detail=plain(record)),
            answering("people", "its people by protocol", kind="p", detail=plain(people)),
            answering("ref", "its reference", kind="k", detail=plain(ref)),
        ]
        given = {"line": line, "record": record, "people": people, "ref": ref}
        super().__init__("Copy", [choice for choice in choices if given[choice.answer]])
