"""A small book for filters: what is said of it is known by heart."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import Store
from tests.db.making import action, followup, meeting, visit


@pytest.fixture(scope="module")
def book(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Three visits, a meeting alone, outcomes on several rungs and steps of our own; tests only read it."""
    path = tmp_path_factory.mktemp("filters") / "book.db"
    shutil.copyfile(empty_file, path)
    store = Store.open(path, officer="ana")
    with store.write("fill") as session:
        ruiz = {"official": "Ana Ruiz", "post": "Director", "role": "head", "country": "MA"}
        first = visit(
            session,
            date="2025-01-28/2025-01-29",
            place="Málaga",
            title="Security talks",
            topics=["CYB.CRIME"],
            delegations=[{"members": [ruiz]}],
            meetings=[{"parties": ["ES", "MA"]}],
        )
        second = visit(session, sending="FR", host="MA", date="2026-12-03", place="Rabat", status="planned")
        third = visit(session, sending="DE", host="ES", date="2024-05", title="Talks on security")
        meeting(session, parties=["ES", "FR", "MA"], date="2026-01-09", title="Trilateral")
        action(session, on=first, text="Exchange lists", rung="agreed", due="2026-01-01", owner="ES")
        action(session, on=third, text="A joint team", rung="proposed")
        followup(session, on=first.ref, text="Ring Madrid", due="2026-11-01", ball="them")
        followup(session, on=second.ref, text="Draft the agenda", due="2026-11-30", assignee="ana")
        followup(session, text="Tidy the shelf", assignee="omar")
    yield store
    store.close()
