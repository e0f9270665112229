"""Why a form was not saved."""

from __future__ import annotations

from collections.abc import Mapping

from db.errors import BadInput, Conflict


class FormErrors(BadInput):
    """Some fields cannot be taken as they are.

    Attributes:
        problems: by field, a sentence each.
    """

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__(" ".join(dict.fromkeys(problems.values())))
        self.problems = dict(problems)


class Stale(Conflict):
    """Somebody else has changed the same fields since the form was opened; nothing was saved.

    Attributes:
        fields: by field, the text that the form was opened with, theirs of now, and mine.
        version: the record's newest change, to save against once it is decided.
    """

    def __init__(self, title: str, fields: Mapping[str, tuple[str, str, str]], version: int) -> None:
        super().__init__(
            f"{title} was changed by somebody else while you were editing it. Nothing was saved yet."
        )
        self.fields = dict(fields)
        self.version = version


class LinesWrong(BadInput):
    """Some lines of a list cannot be taken as they are.

    Attributes:
        lines: by the number of the line, from 1, a sentence each.
        echo: how the other lines are read, one line each.
    """

    def __init__(self, lines: Mapping[int, str], echo: str) -> None:
        super().__init__(" ".join(f"Line {number}: {lines[number]}" for number in sorted(lines)))
        self.lines = dict(lines)
        self.echo = echo
