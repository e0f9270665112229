"""Reading lines on the demo store, on a fixed day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from db import Store
from db.entry import Context, Reading, read_line
from db.rows import Moment

MOMENT = Moment(date(2026, 11, 21), "MA")  # a Saturday


@pytest.fixture
def moment() -> Moment:
    return MOMENT


@pytest.fixture
def read(demo_store: Store) -> Callable[..., Reading]:
    """Read one line; `context` may be given."""

    def reading(line: str, context: Context | None = None) -> Reading:
        with demo_store.read() as reader:
            return read_line(line, reader=reader, moment=MOMENT, context=context or Context())

    return reading
