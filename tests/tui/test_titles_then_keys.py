"""A title or a name of before is typed into a form; what was under it is told by it, on every screen."""

from __future__ import annotations

import pytest

from db import Store
from db.rows import Key
from tests.db.making import entered
from tests.tui.entering import settle, type_in, value
from tests.tui.reading import line_with, screen_text
from tests.tui.test_form_edit import go_to
from tui.app import Bilat

SIZES = [(120, 40), (80, 24), (60, 20)]
CHIEF = {"post": "President", "organisation": "Border Guard", "country": "DE"}


@pytest.mark.parametrize("size", SIZES)
async def test_an_office_that_was_renamed_is_called_as_it_was_then(
    app: Bilat, demo_store: Store, size: tuple[int, int]
) -> None:
    meeting = {"ref": "M-2001-001", "parties": ["DE", "MA"], "date": "2001-05", "participants": [CHIEF]}
    entered(demo_store, {"meetings": [meeting]})
    post = Key("post", str(value(demo_store, "SELECT MAX(id) FROM post")))
    async with app.run_test(size=size) as pilot:
        app.open_record(post)
        await pilot.pause()
        await pilot.press("e")
        await pilot.pause()
        await go_to(pilot, "titles")
        await type_in(pilot, "Inspector General; en; until June 2005")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "Inspector General (en, until Jun 2005)" in line_with(app, "also")
        app.open_record(Key("meeting", str(value(demo_store, "SELECT MAX(id) FROM meeting"))))
        await settle(pilot)
        assert "Inspector General (now President)" in screen_text(app)
        await pilot.press("escape", "u")
        await settle(pilot)
        people = value(demo_store, "SELECT people FROM event WHERE ref = 'M-2001-001'")
        assert people == "President, Border Guard"


@pytest.mark.parametrize("size", SIZES)
async def test_a_service_that_is_renamed_keeps_its_name_at_the_visits_of_before(
    app: Bilat, demo_store: Store, size: tuple[int, int]
) -> None:
    visits = [
        {
            "ref": ref,
            "sending": "DE",
            "host": "MA",
            "date": date,
            "delegations": [{"country": "DE", "members": [CHIEF | {"role": "head"}]}],
        }
        for ref, date in (("V-2001-001", "2001-05"), ("V-2019-001", "2019-05"))
    ]
    entered(demo_store, {"visits": visits})
    service = Key("organisation", str(value(demo_store, "SELECT MAX(id) FROM organisation")))
    async with app.run_test(size=size) as pilot:
        app.open_record(service)
        await pilot.pause()
        await pilot.press("e")
        await pilot.pause()
        await pilot.press("end", "ctrl+u")
        await type_in(pilot, "Federal Police")
        await go_to(pilot, "names")
        await type_in(pilot, "Border Guard (BGU); until June 2005")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "Border Guard (BGU)" in line_with(app, "formerly")
        assert told(demo_store) == ["President, BGU", "President, Federal Police"]
        app.open_record(Key("visit", str(value(demo_store, "SELECT id FROM visit WHERE ref = 'V-2001-001'"))))
        await settle(pilot)
        assert "President, BGU (now Federal" in screen_text(app)
        await pilot.press("escape", "e")
        await pilot.pause()
        await go_to(pilot, "names")
        await pilot.press("end", "ctrl+u")
        await type_in(pilot, "Border Guard (BGU); until 2000")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert told(demo_store) == ["President, Federal Police"] * 2
        await pilot.press("u")
        await settle(pilot)
        await pilot.press("u")
        await settle(pilot)
        assert told(demo_store) == ["President, Border Guard"] * 2


def told(store: Store) -> list[str]:
    """Whom the timeline names at the two visits."""
    said = "SELECT people FROM event WHERE ref = '{}'"
    return [str(value(store, said.format(ref))) for ref in ("V-2001-001", "V-2019-001")]
