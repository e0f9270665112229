"""How tests take things out of one store and into another one."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db import Store
from db.drafts import Dossier
from db.exchange import Wanted, as_json, export, from_text
from db.exchange.entering import take_in
from tests.db.making import TODAY

if TYPE_CHECKING:
    from db.exchange.report import Taken


def out(store: Store, wanted: Wanted = Wanted()) -> dict[str, Any]:  # noqa: B008 - a tuple, never changed
    """A store, or a part of it, as plain values."""
    with store.read() as reader:
        return export(reader, wanted)


def text_of(store: Store) -> str:
    """Everything in a store as text."""
    return as_json(out(store))


def taken_in(store: Store, plain: dict[str, Any]) -> Taken:
    """Import plain values, by way of their text, in a step of its own."""
    with store.write("import") as session:
        return take_in(session, Dossier.from_plain(from_text(as_json(plain).encode(), "json")), today=TODAY)


@contextmanager
def copied(original: Path, officer: str = "officer") -> Iterator[Store]:
    """A store of one's own, for a test that makes many."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(shutil.copyfile(original, Path(folder) / "store.db")), officer=officer)
        try:
            yield store
        finally:
            store.close()
