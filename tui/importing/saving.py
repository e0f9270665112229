"""Saving an import in one step: rows that cannot enter are kept beside the file before the others enter."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import BilatError
from tui.cards.fields import many
from tui.importing.files import Arriving, enter, taking_of
from tui.importing.looking import Look
from tui.importing.words import counts, rejects_of
from tui.private_file import write_private
from tui.shell.counting import counted
from tui.undoing import undoable
from tui.watching import Watch

if TYPE_CHECKING:
    from collections.abc import Mapping

    from db.exchange.report import Taken
    from tui.app import Bilat


async def save_table(app: Bilat, file: Arriving, found: Look, watch: Watch) -> str:
    """Enter what a table brings, and say what came of it.

    Raises:
        BilatError: nothing entered, and why.
    """
    plan, table, said = found.plan, found.table, found.said
    if plan is None:
        raise BilatError("Something has to be said of the table first.")

    def write() -> tuple[Mapping[str, int], Path | None]:
        from db.exchange.tables.importing import rejected_csv  # noqa: PLC0415 - pydantic, which has read the rows
        from db.exchange.tables.writing import enter_plan, remember  # noqa: PLC0415 - SQLModel, for writing

        kept = rejects_of(file.path) if plan.rejected else None
        if kept is not None:
            write_private(kept, rejected_csv(table, plan.rejected))
        try:
            with app.store.write(f"import {file.path.name}", watch.progress) as session:
                added = enter_plan(session, plan, today=app.today(), tell=watch.progress)
                if said.words:
                    remember(session, table, said)
        except BaseException:  # also when it is stopped: nothing was imported then, so nothing was kept back
            if kept is not None:
                kept.unlink(missing_ok=True)
            raise
        return added, kept

    added, kept = await app.in_turn(write)
    parts = [f"{counted(added)} added" if counts(added, table.kind) else "Nothing new"]
    out = sum(1 for one in plan.twins if one.left_out)
    if out:
        parts.append(f"{many(out, 'row')} there already")
    if kept is not None:
        parts.append(f"{many(len(plan.rejected), 'row')} kept in {kept.name}")
    return undoable(", ".join(parts))


async def save_records(app: Bilat, file: Arriving, watch: Watch) -> str:
    """Enter a dossier, a calendar or cards, and say what came of it.

    Raises:
        BilatError: nothing entered, and why.
    """

    def write() -> Taken:
        take = taking_of(file.form, file.raw, app.moment)
        return enter(app.store, take, file.path.name, dry=False, tell=watch.progress)

    taken = await app.in_turn(write)
    parts = [f"{counted(taken.added)} added"] if taken.added else []
    if taken.learnt:
        parts.append(f"{many(len(taken.learnt), 'known record')} filled in")
    if taken.differences:
        parts.append(f"{many(len(taken.differences), 'difference')} left as here")
    return undoable(", ".join(parts) or "Nothing new")
