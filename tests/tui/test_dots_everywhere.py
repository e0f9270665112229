"""Wherever a line names a visit, five dots say how complete its record is."""

from __future__ import annotations

from textual.pilot import Pilot

from db.rows import Key
from tests.tui.entering import settle, value
from tests.tui.reading import line_with
from tui.app import Bilat


async def opened(app: Bilat, pilot: Pilot[int], kind: str, where: str) -> None:
    await settle(pilot)
    app.open_record(Key(kind, str(value(app.store, f"SELECT id FROM {kind} WHERE {where}"))))  # type: ignore[arg-type]  # a kind
    await settle(pilot)


async def test_the_visits_that_one_belongs_with_show_theirs(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, "visit", "ref = 'V-2022-001'")
        assert "●●●●●" in line_with(app, "is complemented by V-2022-002")
        assert "●●●●○" in line_with(app, "part of the same trip")


async def test_a_meeting_shows_those_of_its_visit(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, "meeting", "ref = 'M-2025-001'")
        assert "●●●●●" in line_with(app, "V-2025-001 MA→ES")


async def test_a_source_shows_those_of_the_visits_that_it_speaks_of(app: Bilat) -> None:
    cites = "id IN (SELECT source_id FROM citation WHERE record_kind = 'visit') AND id = 3"
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, "source", cites)
        assert "●" in line_with(app, "speaks of")


async def test_those_that_may_be_the_same_visit_show_theirs(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, "visit", "ref = 'V-2025-001'")
        await pilot.press("m")
        await settle(pilot)
        assert "●●○○○" in line_with(app, "V-2024-001")
