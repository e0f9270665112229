"""Fuzzing that is led by what each case reaches, outside the ordinary run since atheris is not installed for it.

`pip install atheris`, then `python -m tests.db.keeping.led_by_coverage STORE -runs=100000 -timeout=20`; the readers
are those of `strange.py`. It ends with a failure where a reader neither reads nor refuses.
"""

from __future__ import annotations

import logging
import sys
import tempfile
import warnings
from contextlib import suppress
from pathlib import Path

import atheris  # type: ignore[import-not-found, import-untyped, unused-ignore]

with atheris.instrument_imports(
    include=[
        "db.dates",
        "db.entry",
        "db.exchange",
        "db.filtering",
        "db.reading",
        "db.bounded_toml",
        "tui.config",
    ]
):
    from db import Store
    from db.errors import BilatError
    from tests.db.keeping.strange import READERS


def main(store: Path, options: list[str]) -> None:
    """Try cases until the options say that it is enough; the process ends there.

    The first byte of a case says which reader it is for.
    """
    warnings.simplefilter("ignore")  # libraries warn of what they read, and that is no failure
    logging.disable(logging.CRITICAL)
    readers, opened = list(READERS.values()), Store.open(store)

    def try_it(case: bytes) -> None:
        reader = readers[case[0] % len(readers)] if case else readers[0]
        raw = case[1:]
        with suppress(BilatError):
            reader.read(opened, raw.decode("utf-8", "replace") if isinstance(reader.example, str) else raw)

    with tempfile.TemporaryDirectory() as corpus:
        for number, reader in enumerate(readers):
            raw = reader.example.encode() if isinstance(reader.example, str) else reader.example
            (Path(corpus) / str(number)).write_bytes(bytes([number]) + raw)
        atheris.Setup([sys.argv[0], corpus, *options], try_it)
        atheris.Fuzz()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
