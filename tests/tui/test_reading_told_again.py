"""Outcomes of a visit that is in the store, told by another text in other words or on another rung."""

from __future__ import annotations

from textual.pilot import Pilot

from tests.db.making import count, entered
from tests.tui.desk import ITEM, at_the_desk, keys, read
from tests.tui.entering import settle, value
from tests.tui.reading import screen_lines
from tui.app import Bilat

VISIT = {
    "ref": "V-2026-001",
    "sending": "MA",
    "host": "PT",
    "title": "Patrols",
    "date": "2026-03-11/2026-03-12",
}
HEAD = {"country": "MA", "members": [{"official": "Idris Benomar", "role": "head"}]}
BOATS = {"ref": "A-2026-001", "text": "Sharing what each of them learns of small boats", "rung": "explored"}


def there(app: Bilat, *actions: dict[str, str]) -> None:
    entered(app.store, {"visits": [{**VISIT, "delegations": [HEAD], "actions": list(actions)}]})


def drafted(app: Bilat) -> str:
    """The draft at the right of the desk, without its lines."""
    return " ".join(" ".join(line[60:].strip(" │┃▌") for line in screen_lines(app)).split())


async def offered(pilot: Pilot[int]) -> int:
    screen = await read(pilot, ITEM)
    (same,) = [one for one in screen.items if one.kind == "same" and one.values["ref"] == "A-2026-001"]
    screen.go_to_draft(same.id)
    await settle(pilot)
    return same.id


async def test_what_is_there_in_other_words_is_offered_and_gains_the_words(desk_app: Bilat) -> None:
    there(desk_app, BOATS)
    async with desk_app.run_test(size=(120, 50)) as pilot:
        await offered(pilot)
        assert "Sharing what each of them learns of small boats" in drafted(desk_app)
        await keys(pilot, "enter", "ctrl+s", "enter", "ctrl+s", "ctrl+s")
        assert count(desk_app.store, "action") == 1
        assert count(desk_app.store, "citation", "record_kind = 'action' AND quote <> ''") == 1
        assert value(desk_app.store, "SELECT text FROM action") == BOATS["text"]


async def test_what_only_sounds_like_it_is_kept_apart_as_new(desk_app: Bilat) -> None:
    there(desk_app, BOATS)
    async with desk_app.run_test(size=(120, 50)) as pilot:
        number = await offered(pilot)
        await keys(pilot, "minus")
        screen = at_the_desk(desk_app)
        screen.go_to_draft(next(one.under for one in screen.items if one.id == number))
        await keys(pilot, "enter", "ctrl+s", "enter", "ctrl+s", "ctrl+s")
        assert count(desk_app.store, "action") == 2


async def test_nothing_is_saved_before_somebody_says_whether_it_is_the_same(desk_app: Bilat) -> None:
    there(desk_app, BOATS)
    async with desk_app.run_test(size=(120, 50)) as pilot:
        await read(pilot, ITEM)
        await keys(pilot, "A", "ctrl+s")
        assert "Is it A-2026-001? Enter says the same" in screen_lines(desk_app)[-1]
        assert count(desk_app.store, "action") == 1


async def test_the_same_outcome_on_another_rung_shows_both(desk_app: Bilat) -> None:
    office = {"ref": "A-2026-001", "text": "Open a joint liaison office in Faro", "rung": "explored"}
    there(desk_app, office)
    async with desk_app.run_test(size=(120, 50)) as pilot:
        await offered(pilot)
        assert "it is explored there and agreed here" in drafted(desk_app)
        await keys(pilot, "enter", "ctrl+s", "enter", "ctrl+s", "ctrl+s")
        assert value(desk_app.store, "SELECT rung FROM action") == 2
        assert (
            "not taken over: A-2026-001: it is explored here and agreed there" in screen_lines(desk_app)[-1]
        )


async def test_one_rung_apart_both_stand_beside_the_words_that_it_gains(desk_app: Bilat) -> None:
    office = {"ref": "A-2026-001", "text": "Open a joint liaison office in Faro", "rung": "proposed"}
    there(desk_app, office)
    async with desk_app.run_test(size=(120, 50)) as pilot:
        await read(pilot, ITEM)
        assert "A-2026-001, which gains the words; proposed there, agreed here" in drafted(desk_app)


async def test_another_visit_keeps_its_outcomes_for_itself(desk_app: Bilat) -> None:
    there(desk_app, BOATS)
    async with desk_app.run_test(size=(120, 50)) as pilot:
        screen = await read(pilot, ITEM)
        (visit,) = [
            one.id for one in screen.items if one.kind == "same" and one.values["ref"] == "V-2026-001"
        ]
        screen.go_to_draft(visit)
        await keys(pilot, "minus", "A", "ctrl+s", "ctrl+s")
        assert count(desk_app.store, "visit") == 2
        assert (
            count(desk_app.store, "citation", "record_kind = 'action' AND record_id = 1 AND quote <> ''") == 0
        )
