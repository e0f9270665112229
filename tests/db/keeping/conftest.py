"""A store with a secret in it, plain and encrypted."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from db import Store
from db.encrypting import rekey
from db.unlocking import Key
from tests.db.keeping.encrypted import NOW, TITLE, WORDS
from tests.db.making import visit_entered


@pytest.fixture(scope="module")
def key() -> Key:
    return Key.derived(WORDS, bytes(range(16)))


@pytest.fixture
def plain(small_file: Path, tmp_path: Path) -> Path:
    """A store that is not encrypted, with a secret in it."""
    path = tmp_path / "desk.db"
    shutil.copyfile(small_file, path)
    path.chmod(0o600)
    with closing(Store.open(path, officer="lead")) as store:
        visit_entered(store, date="2026-11-19", title=TITLE)
    return path


@pytest.fixture
def path(plain: Path, key: Key) -> Path:
    """The same store, encrypted."""
    rekey(plain, None, key, officer="lead", at=NOW)
    return plain


@pytest.fixture
def store(path: Path, key: Key) -> Iterator[Store]:
    with closing(Store.open(path, officer="lead", key=key)) as store:
        yield store
