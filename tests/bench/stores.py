"""The stores that are measured: made once, kept in a folder, copied for each run."""

from __future__ import annotations

import shutil
import sys
from datetime import date
from pathlib import Path

from db.store import REVISION
from seeds import create_demo
from seeds.generate import Progress, generate

DEMO = 7
"""So many visits are in the demo, which stands for a store that has just begun."""
DESK = "MA"


def made(visits: int, kept: Path) -> Path:
    """A store with so many visits, from the folder where it is kept, or made now."""
    path = kept / f"{REVISION}-{visits}.db"
    if not path.exists():
        kept.mkdir(parents=True, exist_ok=True)
        sys.stderr.write(f"making {path}\n")
        today = date.today()  # noqa: DTZ011 - the officer's day, as the program will see it
        if visits == DEMO:
            create_demo(path, today=today, officer="bench").close()
        else:
            generate(path, visits=visits, today=today, tell=Progress())
    return path


def copied(original: Path, folder: Path) -> Path:
    """A copy to write in."""
    path = folder / "store.db"
    shutil.copyfile(original, path)
    path.chmod(0o600)
    return path
