"""`python -m tests.db.reading.score [FOLDER ...]` prints the figures, and with -v what was wrong where."""

from __future__ import annotations

import sys
import tempfile
from datetime import date
from pathlib import Path

from db.drafts import Dossier
from db.reading import SourceLine, as_dossier, read_text
from db.rows import Moment
from seeds import create_store
from tests.db.reading.scoring import TEXTS, Score, truth_of

SHOWN = (
    "countries", "start dates", "invented dates", "people", "heads", "quotes", "rungs within one step", "rungs exactly",
    "due dates", "status", "host",
)  # fmt: skip


def scored(folders: list[Path], store: Path) -> Score:
    """Read every text of some folders with a store that knows no officials."""
    score = Score()
    book = create_store(store, officer="officer")
    with book.read() as reader:
        for path in sorted(one for folder in folders for one in folder.glob("*.txt")):
            if not path.with_suffix(".json").exists():
                continue
            reading = read_text(
                reader, path.read_text("utf-8"), source=SourceLine(), moment=Moment(date(2026, 11, 21), "")
            )
            dossier = as_dossier(reading)
            Dossier.from_plain(dossier)
            score.text(path.stem, dossier, truth_of(path))
    book.close()
    return score


def main(words: list[str]) -> None:
    """Print the figures of some folders, the texts of the tests by default."""
    folders = [Path(word) for word in words if word != "-v"] or [TEXTS]
    with tempfile.TemporaryDirectory() as folder:
        score = scored(folders, Path(folder) / "score.db")
    for name in SHOWN:
        sys.stdout.write(f"{name:<22} {score[name]}\n")
    if "-v" in words:
        sys.stdout.writelines(f"  {line}\n" for line in score.wrong)


if __name__ == "__main__":
    main(sys.argv[1:])
