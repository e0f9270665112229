"""The file itself: its pages, its indexes, and that nothing names a row that is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.checking.finding import Finding, some
from db.errors import BilatError

if TYPE_CHECKING:
    from db.store import Store

INDEX_WORDS = ("missing from index", "wrong # of entries in index", "non-unique entry in index")


def check(copy: Store) -> list[Finding]:
    """What SQLite itself finds wrong."""
    try:
        with copy.read() as reader:
            trouble = [str(words) for (words,) in reader.all("PRAGMA integrity_check")]
            loose = reader.all("PRAGMA foreign_key_check")
    except BilatError as error:
        return [Finding("file", f"The file is damaged: {error} Restore the last good backup.")]
    found: list[Finding] = []
    if trouble != ["ok"]:
        if all(any(words in one for words in INDEX_WORDS) for one in trouble):
            found.append(
                Finding("file", f"An index is damaged: {some(trouble)}.", "builds the indexes again")
            )
        else:
            found.append(
                Finding("file", f"The file is damaged: {some(trouble)}. Restore the last good backup.")
            )
    if loose:
        named = [f"{table} {row} names a {other} that is not there" for table, row, other, _ in loose]
        found.append(Finding("links", f"{some(named)}."))
    return found


def repair(store: Store) -> None:
    """Build every index again from its table."""
    store.reindex()
