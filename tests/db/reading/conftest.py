"""Reading a text in a test, with a store that knows the countries and nobody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from db import Store
from db.dates import PartialDate
from db.reading import Reading, SourceLine, read_text
from db.rows import Moment

Read = Callable[..., Reading]


@pytest.fixture
def read(empty_store: Store) -> Read:
    def reading(text: str, published: str = "") -> Reading:
        line = SourceLine(published=PartialDate(published) if published else PartialDate())
        with empty_store.read() as reader:
            return read_text(reader, text, source=line, moment=Moment(date(2026, 11, 21), ""))

    return reading
