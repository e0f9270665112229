"""What is merged: one visit that was entered twice."""

from __future__ import annotations

import pytest

from db import Store
from tests.db.making import action, followup, visit
from tests.db.merging.merges import (
    AWAY,
    HOME,
)


@pytest.fixture
def twins(empty_store: Store) -> Store:
    """One visit of Morocco to Spain, entered twice: each knows something of its own."""
    with empty_store.write("enter") as session:
        first = visit(
            session,
            ref=HOME,
            date="2025-01",
            title="Security talks",
            topics=["CT"],
            note="Seen in the paper.",
            delegations=[{"members": [{"official": "Omar Alami", "role": "head"}], "level": "high-level"}],
            meetings=[{"parties": ["ES", "MA"], "participants": [{"official": "Ana Ruiz", "country": "ES"}]}],
        )
        action(session, on=first, text="Meet again", rung="agreed")
    with empty_store.write("enter") as session:
        second = visit(
            session,
            ref=AWAY,
            date="2025-01-28/2025-01-29",
            place="Madrid",
            topics=["CT", "CYB"],
            note="Ana told me.",
            delegations=[
                {"members": [{"official": "Omar Alami"}, {"group": "experts", "count": 4}], "size": 6}
            ],
            meetings=[{"parties": ["ES", "MA"], "title": "Dinner"}],
        )
        action(session, on=second, text="Exchange lists", rung="discussed")
        followup(session, on=AWAY)
    return empty_store
