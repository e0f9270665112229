"""What the officer has answered on look-alikes while lines are typed: on visits by line, on people by name."""

from __future__ import annotations

from collections.abc import Sequence

from db.entry import Answer

_NOTHING = Answer()


class Answers:
    """The answers by the number of the line; they move with their lines.

    Attributes:
        count: how often anything was answered, by which one sees whether something is new.
        new_people: names that are said to be of new officials.
    """

    def __init__(self) -> None:
        self.count = 0
        self.new_people: set[str] = set()
        self._given: dict[int, Answer] = {}
        self._lines: list[str] = [""]

    def of(self, line: int) -> Answer:
        """What was answered on a line."""
        return self._given.get(line, _NOTHING)

    def give(self, line: int, answer: Answer) -> None:
        """Answer on a line, in the place of what was answered before."""
        self._given[line] = answer
        self.count += 1

    def make_new(self, name: str) -> None:
        """Say that a name is of somebody new, in whatever line it stands."""
        self.new_people.add(name)
        self.count += 1

    def forget(self) -> None:
        """Other lines stand there now."""
        self._given.clear()
        self.new_people.clear()
        self.count += 1

    def follow(self, lines: Sequence[str]) -> None:
        """The lines have changed: those that stayed the same keep their answers, also further down."""
        before, after = self._lines, list(lines)
        self._lines = after
        if not self._given:
            return
        shorter = min(len(before), len(after))
        above = next((at for at in range(shorter) if before[at] != after[at]), shorter)
        below = next(
            (at for at in range(shorter - above) if before[-1 - at] != after[-1 - at]), shorter - above
        )
        moved = len(after) - len(before)
        kept = {}
        for line, answer in self._given.items():
            if line < above or (line < len(before) - below and line < len(after) - below):
                kept[line] = answer
            elif line >= len(before) - below:
                kept[line + moved] = answer
        self._given = kept
