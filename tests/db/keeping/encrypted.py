"""What tests of encrypted stores share: the passphrase, the secret, and how it is looked for."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
TODAY = date(2026, 11, 21)
WORDS = "söme four quiet words"
TITLE = "Zanzibarine"  # stands in no country's name


def told_in(*files: Path) -> list[str]:
    """The files in which the secret, or what marks a database or its tables, can be read."""
    wanted = (TITLE.encode(), TITLE.lower().encode(), b"SQLite format", b"CREATE TABLE")
    return [file.name for file in files if any(words in file.read_bytes() for words in wanted)]
