"""One command over several records: what it did, what it left alone and why, all in one step."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from db.commands.tables import TABLES
from db.commands.titles import kind_of, name_of, title_of, with_article
from db.errors import Conflict
from db.history import Recorder
from db.models.base import Numbered
from db.rows import Key, noun

if TYPE_CHECKING:
    from sqlmodel import Session

_NAMED = 3  # records that a sentence names; of more it says how many there are


class Did(NamedTuple):
    """What came of it.

    Attributes:
        names: the refs or names of the records that were changed.
        left: why others were left alone, a clause each.
        title: of the first one, its ref or name with what it is about.
        nouns: what they are: "follow-ups".
        again: of those that are not over but come again, what is said instead, by name.
        asking: the refs of the follow-ups that ask for them again.
    """

    names: tuple[str, ...]
    left: tuple[str, ...] = ()
    title: str = ""
    nouns: str = "records"
    again: tuple[tuple[str, str], ...] = ()
    asking: tuple[str, ...] = ()

    @property
    def called(self) -> str:
        """The records by name: "A, B and C"; a single one with what it is about."""
        return self._title if len(self.names) == 1 else called(self.names)

    @property
    def _title(self) -> str:
        return self.title or self.names[0]

    @property
    def left_shortened(self) -> list[str]:
        """Why others were left alone; of many the first ones and the number of the others."""
        return shortened(self.left)

    @property
    def comes_up(self) -> str:
        """Which follow-ups ask again: "F-2026-009 comes up", "" for none."""
        if not self.asking:
            return ""
        return f"{called(self.asking)} {'comes' if len(self.asking) == 1 else 'come'} up"

    def told(self, one: str, several: str) -> str:
        """A sentence, as in "2 outcomes are done: A-2025-001 and A-2025-002; A-2025-003 is only discussed".

        Args:
            one: what is said behind the name of a single record.
            several: what is said behind their number; their names follow.
        """
        if len(self.names) == 1:
            said = f"{self._title} is {self.again[0][1]}" if self.again else f"{self._title} {one}"
            return "; ".join((said, *self.left_shortened))
        said = f"{len(self.names):,} {self.nouns} {several}: {called(self.names)}"
        return "; ".join(
            (said, *shortened(f"{name} {words}" for name, words in self.again), *self.left_shortened)
        )


def shortened(clauses: Iterable[str]) -> list[str]:
    """The first clauses, and how many there are besides."""
    first, rest = [*clauses][:_NAMED], [*clauses][_NAMED:]
    return [*first, f"{len(rest):,} others were left alone too"] if rest else first


def several(
    session: Session, keys: Iterable[Key], did: str, why_not: Callable[[Numbered], str]
) -> tuple[list[Numbered], Did]:
    """The records that a command is about to change; the step is called after them.

    Args:
        session: open.
        keys: of any kind.
        did: what is done to them, as history shall tell it: "close".
        why_not: "" for a record that can be changed, else the reason, said behind its name.

    Raises:
        Conflict: none of them can be changed.
    """
    rows: list[Numbered] = []
    left: list[str] = []
    for key in dict.fromkeys(keys):
        table = TABLES.get(key.kind)
        row = session.get(table, int(key.id)) if table else None
        if row is None:
            left.append(f"{with_article(noun(key.kind))} is no longer in the store")
        elif reason := why_not(row):
            left.append(f"{name_of(row)} {reason}")
        else:
            rows.append(row)
    if not rows:
        raise Conflict(f"Nothing was changed: {'; '.join(shortened(left)) or 'nothing is selected'}.")
    names = tuple(name_of(row) for row in rows)
    done = Did(names, tuple(left), title_of(rows[0]), _nouns(rows))
    session.info[Recorder].tell(session, f"{did} {done.called}")
    return rows, done


def _nouns(rows: list[Numbered]) -> str:
    kinds = {kind_of(row) for row in rows}
    return f"{kinds.pop()}s" if len(kinds) == 1 else "records"


def called(names: tuple[str, ...]) -> str:
    """Several names in a sentence: "A, B and C"; of more than that the first ones and the number of the others."""
    first, rest = names[:_NAMED], names[_NAMED:]
    if len(rest) == 1:
        first, rest = names, ()
    if rest:
        return f"{', '.join(first)} and {len(rest):,} others"
    return " and ".join(filter(None, (", ".join(first[:-1]), *first[-1:])))
