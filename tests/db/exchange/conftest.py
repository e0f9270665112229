"""Two officers, each with a store of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import Store
from tests.db.exchange.carrying import copied


@pytest.fixture
def mine(small_file: Path) -> Iterator[Store]:
    """A new store."""
    with copied(small_file, "amina") as store:
        yield store


@pytest.fixture
def theirs(small_file: Path) -> Iterator[Store]:
    """The new store of another officer."""
    with copied(small_file, "bruno") as store:
        yield store
