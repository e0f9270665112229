"""A hand-over pack: one folder with all that whoever takes over the desk needs, whole or not there at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from db import queries
from db.briefs import gather, written
from db.errors import BilatError, Conflict
from db.exchange import Wanted, as_text, export
from db.exchange.list_pages import as_page
from db.exchange.tables_out import Listed, as_table, listed
from db.workroom import workroom
from tui.cards.fields import many
from tui.exporting.marks import holding, marks_in
from tui.paths import make_private, reason
from tui.private_file import write_private

if TYPE_CHECKING:
    from db import Store
    from db.rows import Moment, PairRow

_ACTIVE_FOR = timedelta(days=730)
_MOST = 500  # pairs of which a brief is written
_OPEN = ("open", "waiting", "in progress")
Tells = Callable[[str], None]


def pack_name(day: date) -> str:
    """What the folder is called unless somebody says otherwise."""
    return f"hand-over-{day.isoformat()}"


def _silent(_what: str) -> None:
    """For whoever does not watch."""


def make_pack(store: Store, folder: Path, moment: Moment, tell: Tells = _silent) -> str:
    """Make the folder, for its owner alone, and say what is in it.

    Args:
        store: of the desk.
        folder: where; it may be there, and is empty then.
        moment: the day, and whose desk.
        tell: told what is being done.

    Raises:
        Conflict: there is something in the folder.
        BilatError: it could not be made; nothing was left behind.
    """
    with _whole(folder) as new:
        tell("everything as a dossier")
        with store.read() as reader:
            everything = export(reader, Wanted())
            write_private(new / "desk.json", as_text(everything, "json").encode())
        marked = holding(marks_in(everything))
        pairs = active_pairs(store, moment)
        make_private(new / "briefs")
        for row in pairs:
            tell(f"the brief on {row.key.id}")
            with store.read() as reader:
                brief = gather(reader, row.key, moment)
            write_private(new / "briefs" / f"{row.key.id}.docx", written(brief, "docx"))
            write_private(new / "briefs" / f"{row.key.id}.html", written(brief, "html"))
        tell("what is open")
        steps = _open_ones(store, "followups", moment)
        outcomes = _open_ones(store, "actions", moment)
        for name, title, table in (
            ("open-follow-ups", "Open follow-ups", steps),
            ("open-outcomes", "Open outcomes", outcomes),
        ):
            write_private(new / f"{name}.xlsx", as_table(table, "xlsx", title))
            write_private(new / f"{name}.html", as_page(table, "html", title, moment.today))
        tell("a backup")
        _back_up(store, new / "backup" / f"{store.path.stem}-{moment.today.isoformat()}.db")
        write_private(
            new / "READ-ME.md", _read_me(moment, pairs, steps, outcomes, _said_of(store, marked)).encode()
        )
    return (
        f"the dossier, {many(len(pairs), 'brief') or 'no briefs'},"
        f" {many(len(steps.rows), 'open follow-up') or 'no open follow-ups'}, a backup"
        f"{'; ' if marked else ''}{marked}, in {folder}"
    )


def active_pairs(store: Store, moment: Moment) -> list[PairRow]:
    """The desk's pairs that met in the last two years, will meet, or have something open or on watch."""
    listing = queries.pairs(store, moment)
    since = moment.today - _ACTIVE_FOR
    return [
        row
        for row in listing.rows(0, min(listing.count(), _MOST))
        if row.open or row.watch or row.next.edtf or (row.last.last is not None and row.last.last >= since)
    ]


def _open_ones(store: Store, what: str, moment: Moment) -> Listed:
    with store.read() as reader:
        table = listed(reader, what, Wanted(), moment)
    status = table.headers.index("Status")
    return table._replace(rows=[row for row in table.rows if row[status] in _OPEN])


def _back_up(store: Store, target: Path) -> None:
    from db.backups import back_up  # noqa: PLC0415 - sqlite3, when there is something to copy

    back_up(store, target)


def _said_of(store: Store, marked: str) -> str:
    """What whoever gets the pack must know of what is in it, as sentences."""
    sentences = [f"It {marked}."] if marked else []
    if store.key is not None:
        sentences.append(
            "The store was encrypted: the backup needs its passphrase, all else can be read by anybody."
        )
    return " ".join(sentences)


def _number(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _read_me(moment: Moment, pairs: list[PairRow], steps: Listed, outcomes: Listed, also: str) -> str:
    desk = f" of the {moment.desk} desk" if moment.desk else ""
    lines = [
        f"# Hand-over{desk}, {moment.today.isoformat()}",
        "",
        "| what | is |",
        "|---|---|",
        "| `desk.json` | every record; `bilat import desk.json` takes it into another store |",
        f"| `briefs/` | {_number(len(pairs), 'active country pair')}, each as Word and to print |",
        f"| `open-follow-ups` | {_number(len(steps.rows), 'open step')} of our own, as a table and to print |",
        f"| `open-outcomes` | {_number(len(outcomes.rows), 'outcome')}, agreed or signed and not closed |",
        "| `backup/` | the store itself, with its history; `bilat --store FILE` opens it |",
        "",
    ]
    if also:
        lines += [also, ""]
    return "\n".join(lines)


@contextmanager
def _whole(folder: Path) -> Iterator[Path]:
    """A folder beside the one that is wanted, which takes its name when all is in it."""
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise Conflict(f"Not made, there is something already: {folder}")
        with workroom(".hand-over-", folder.parent) as room:
            new = room / "pack"
            make_private(new)
            yield new
            if folder.exists():
                folder.rmdir()  # it is empty
            os.replace(new, folder)  # noqa: PTH105 - a folder takes the place of another
    except OSError as error:
        raise BilatError(f"Not made, {reason(error)}: {folder}") from error
