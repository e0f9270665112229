"""What one does with people on the screen: put them in protocol order, copy them, follow a count to its list."""

from __future__ import annotations

import pytest

from db.rows import Key
from tests.tui.entering import work_done
from tests.tui.reading import line_with, screen_lines, screen_text
from tui import copying
from tui.app import Bilat


def places(app: Bilat, *words: str) -> list[int]:
    """The lines on which some words stand first."""
    lines = screen_lines(app)
    return [next(number for number, line in enumerate(lines) if each in line) for each in words]


def number_of(app: Bilat, table: str, column: str, value: str) -> str:
    with app.store.read() as reader:
        return str(reader.value(f"SELECT id FROM {table} WHERE {column} = :value", value=value))


async def test_s_puts_the_people_of_a_meeting_in_protocol_order_and_back(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        with app.store.read() as reader:
            meeting = reader.value(
                "SELECT meeting_id FROM meeting_party WHERE country = 'DE' ORDER BY id LIMIT 1"
            )
        app.open_record(Key("meeting", str(meeting)))
        await pilot.press("3")
        ways = places(app, "  MA  ", "  ES  ", "  DE  ")
        assert ways == sorted(ways)  # as notified
        assert "as notified" in screen_text(app)
        await pilot.press("s")
        ways = places(app, "  DE  ", "  ES  ", "  MA  ")  # Alemania, España, Marruecos: the host is Spain
        assert ways == sorted(ways)
        assert "countries by their names in Spanish" in screen_text(app)
        await pilot.press("s")
        assert "People as notified." in screen_text(app)


async def test_s_says_that_an_official_has_no_protocol_order(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        app.open_record(Key("official", "1"))
        await pilot.press("s")
        assert "Only the people of a visit or a meeting" in screen_text(app)


async def test_the_people_of_a_visit_are_copied_in_protocol_order(
    app: Bilat, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[str] = []
    monkeypatch.setattr(Bilat, "copy_to_clipboard", lambda _self, text: taken.append(text))
    monkeypatch.setattr(copying, "clipboard_command", lambda _environment, _platform: [])
    async with app.run_test(size=(120, 40)) as pilot:
        app.open_record(Key("visit", number_of(app, "visit", "ref", "V-2025-001")))
        await pilot.press("y", "p")
        await work_done(app)
    (text,) = taken
    assert text.startswith("Visit MA→ES 28–29 Jan 2025\n\nDelegation MA  high-level")
    trilateral = text[text.rindex("Meeting") :]
    assert trilateral.index("DE  ") < trilateral.index("ES  ") < trilateral.index("MA  ")


async def test_the_count_of_visits_on_an_officials_card_leads_to_the_timeline(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        app.open_record(Key("official", number_of(app, "official", "name", "Abdelouafi Laftit")))
        await pilot.press("j")
        assert "led 1 visit" in line_with(app, "visits")
        await pilot.press("enter")
        assert "15 Jun 2022" in line_with(app, "MA→ES")
        await pilot.press("escape")
        assert "Country pairs" in screen_text(app)


async def test_the_same_count_in_the_record_pane_opens_the_timeline(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2", "slash", *"laftit", "enter", "5", "j")
        assert "led 1 visit" in line_with(app, "visits  ")
        await pilot.press("enter")
        assert "15 Jun 2022" in line_with(app, "MA→ES")
        assert "2 Timeline" in screen_lines(app)[0]


async def test_dots_stand_beside_the_visits_of_a_timeline_where_there_is_room(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4")
        assert "●●●●●" in line_with(app, "28–29 Jan 2025")
        assert "●●" not in line_with(app, "7–9 Jan 2026")  # a meeting
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "●●●●●" not in line_with(app, "28–29 Jan 2025")
        assert "●" in line_with(app, "28–29 Jan 2025")  # one sign says it where there is no room for five
        await pilot.press("end")
        assert "◕" in line_with(app, "16–17 Jun 2022")


async def test_the_palette_shows_the_dots_of_a_visit(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("colon", *"hammouchi madrid 2025")
        await work_done(app)
        await pilot.pause()
        assert "●●●●●" in line_with(app, "V-2025-001")
