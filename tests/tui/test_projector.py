"""One key hides what only few may see, at once and everywhere, until it is pressed again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.events import Paste

from db.briefs.handling import anybody_may_read
from db.models import Action, Official, Source, Visit
from db.queries.sensitive import sensitive_records
from db.rows import Key
from tests.tui.entering import settle, type_in
from tests.tui.reading import screen_lines, screen_text
from tui.app import Bilat
from tui.deeds.merging import compare

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textual.pilot import Pilot

    from db import Store
    from tui.veil import Veil

WORDING = "Wording that nobody else may read"


@pytest.fixture(autouse=True)
def lifted() -> Iterator[Veil]:
    from tui.veil import veil  # noqa: PLC0415 - the one of the program

    yield veil
    veil.lift()


def mark(store: Store, table: type[Visit | Official | Action | Source], number: int, handling: str) -> None:
    with store.write("mark") as session:
        row = session.get(table, number)
        assert row is not None
        row.handling = handling


def number_of(store: Store, table: str, column: str, value: str) -> int:
    with store.read() as reader:
        return int(reader.value(f"SELECT id FROM {table} WHERE {column} = :value", value=value))


@pytest.mark.parametrize(
    ("marks", "open_to_all"),
    [
        ("", True),
        ("Unclassified", True),
        ("TLP:CLEAR", True),
        ("Restricted", False),
        ("Unclassified; Restricted", False),
        ("a word of our own", False),
    ],
)
def test_what_is_hidden_is_what_keeps_somebody_away(marks: str, open_to_all: bool) -> None:
    assert anybody_may_read(marks) is open_to_all


def test_what_hangs_on_a_marked_record_and_what_a_marked_source_says_is_hidden_too(demo_store: Store) -> None:
    visit = number_of(demo_store, "visit", "ref", "V-2025-001")
    mark(demo_store, Visit, visit, "Restricted")
    with demo_store.read() as reader:
        hidden = sensitive_records(reader)
        below = reader.all("SELECT id FROM action WHERE visit_id = :id", id=visit)
        assert Key("visit", str(visit)) in hidden
        assert below
        assert {Key("action", str(number)) for (number,) in below} <= hidden
        source, kind, record = reader.all("SELECT source_id, record_kind, record_id FROM citation LIMIT 1")[0]
    mark(demo_store, Visit, visit, "")
    mark(demo_store, Source, source, "Confidential")
    with demo_store.read() as reader:
        hidden = sensitive_records(reader)
    assert {Key("source", str(source)), Key(kind, str(record))} <= hidden


async def everywhere(app: Bilat, pilot: Pilot[int]) -> list[str]:
    """What the screens show that could hold a record."""
    shown = []
    for keys in (
        ("1",),
        ("2",),
        ("3",),
        ("4",),
        ("4", "enter"),
        ("v", "t"),
        ("v", "w"),
        ("v", "m"),
        ("v", "c"),
    ):
        await pilot.press(*keys)
        await settle(pilot)
        shown.append(screen_text(app))
        while len(app.screen_stack) > 1:
            await pilot.press("escape")
            await pilot.pause()
    for words in ("hammouchi", "wording", "V-2025-001"):
        await pilot.press("colon")
        await type_in(pilot, words)
        await settle(pilot)
        shown.append("\n".join(line for line in screen_lines(app) if words not in line))
        await pilot.press("escape")
    return shown


async def test_a_marked_record_is_nowhere_while_it_is_hidden_and_back_after(app: Bilat) -> None:
    store = app.store
    visit = number_of(store, "visit", "ref", "V-2025-001")
    with store.write("words") as session:
        for table, number in (
            (Visit, visit),
            (Official, number_of(store, "official", "name", "Abdellatif Hammouchi")),
        ):
            row = session.get(table, number)
            assert row is not None
            row.handling = "Restricted"
        found = session.get(Visit, visit)
        assert found is not None
        found.title = found.purpose = WORDING
    async with app.run_test(size=(160, 50)) as pilot:
        assert any(WORDING in text for text in await everywhere(app, pilot))
        await pilot.press("p")
        await pilot.pause()
        assert "with a handling mark or telling of one. p shows them again." in screen_lines(app)[-1]
        assert "projector" in screen_lines(app)[0]
        for text in await everywhere(app, pilot):
            assert WORDING not in text, text
            assert "Hammouchi" not in text, text
        await pilot.press("p")
        await pilot.pause()
        assert "projector" not in screen_lines(app)[0]
        assert any(WORDING in text for text in await everywhere(app, pilot))


async def test_keys_do_not_open_what_is_hidden(app: Bilat) -> None:
    mark(app.store, Visit, number_of(app.store, "visit", "ref", "V-2025-001"), "Restricted")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("p", "4")
        await pilot.pause()
        while app.screen.selected != Key("visit", "1"):  # type: ignore[attr-defined]
            await pilot.press("j")
            await pilot.pause()
        for key in ("e", "b", "o", "a"):
            await pilot.press(key)
            await settle(pilot)
            assert "This record is hidden; p shows it again." in screen_lines(app)[-1], key
        await pilot.press("enter")
        await settle(pilot)
        assert "Visit (hidden)" in screen_text(app)
        assert "Hammouchi" not in screen_text(app)
        assert "hidden: not for everybody" in screen_text(app)


async def test_what_is_marked_while_others_look_on_is_hidden_at_once(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("p", "2")
        await pilot.pause()
        assert "Laftit" in screen_text(app)
        number = number_of(app.store, "official", "name", "Abdelouafi Laftit")

        def put(session: object) -> None:
            row = session.get(Official, number)  # type: ignore[attr-defined]
            row.handling = "Secret"

        await app.write("mark", put)
        await settle(pilot)
        assert not [line for line in screen_lines(app) if "Laftit, Abdelouafi" in line]


async def test_what_is_typed_while_others_look_on_completes_and_tells_nobody_hidden(app: Bilat) -> None:
    mark_both(app.store)
    async with app.run_test(size=(160, 50)) as pilot:
        await pilot.press("p")
        for line in (
            "MA>ES 3 feb 2027 @Ham",
            "MA>ES 3 feb 2027 @last",
            "todo ring owner:Ham",
            "@V-2025-001 MA>ES 3 may 2027",
        ):
            await pilot.press("n")
            await type_in(pilot, line)
            await settle(pilot)
            assert "Hammouchi" not in screen_text(app), line
            await pilot.press("ctrl+x", "escape")
            await pilot.pause()
        await pilot.press("4", "slash")
        await type_in(pilot, "@Ham")
        await settle(pilot)
        assert "Hammouchi" not in screen_text(app)
        await pilot.press("escape", "escape", "p", "4", "slash")
        await type_in(pilot, "@Ham")
        await settle(pilot)
        assert "Hammouchi" in screen_text(app)


async def test_sources_and_history_of_an_open_record_tell_of_nobody_hidden(app: Bilat) -> None:
    mark_both(app.store)
    async with app.run_test(size=(160, 50)) as pilot:
        shown = []
        for _ in range(2):
            await pilot.press("1", "g", "enter")
            await settle(pilot)
            pages = ""
            for _ in range(6):
                pages += screen_text(app)
                await pilot.press("tab")
                await settle(pilot)
            shown.append(pages)
            await pilot.press("escape", "p")
            await settle(pilot)
        assert "Hammouchi" in shown[0]
        assert WORDING in shown[0]
        assert "Hammouchi" not in shown[1]
        assert WORDING not in shown[1]


def mark_both(store: Store) -> None:
    """A visit with words of its own, and the official who led it, are for few eyes."""
    with store.write("mark") as session:
        visit = session.get(Visit, number_of(store, "visit", "ref", "V-2025-001"))
        official = session.get(Official, number_of(store, "official", "name", "Abdellatif Hammouchi"))
        assert visit is not None
        assert official is not None
        visit.handling = official.handling = "Restricted"
        visit.title = visit.purpose = WORDING


async def test_the_reading_desk_shows_no_sentence_about_somebody_hidden(app: Bilat) -> None:
    mark_both(app.store)
    text = (
        "Abdellatif Hammouchi travelled to Spain on March 11.\n"
        "There, in the course of long and cordial conversations about many things, the head of the police, Abdellatif"
        " Hammouchi, praised the joint patrols.\nThe two sides agreed to open a joint office in Faro.\n"
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        await pilot.pause()
        app.post_message(Paste(text))
        await pilot.pause()
        await settle(pilot)
        assert "Hammouchi" in screen_text(app)
        await pilot.press("enter")  # a text that was only looked at is not kept
        await settle(pilot)
        for _ in range(2):
            await pilot.press("escape")
            await pilot.pause()
        await pilot.press("p")
        await settle(pilot)
        await pilot.press("r")
        await settle(pilot)
        assert "Hammouchi" not in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        shown = screen_text(app)
        assert "joint office in Faro" in shown
        assert "Hammouchi" not in shown
        assert "Abdellatif" not in shown
        await pilot.press("tab")
        await settle(pilot)
        assert "projector" in screen_lines(app)[0]
        for _ in range(4):
            assert "Hammouchi" not in screen_text(app)
            await pilot.press("j")


async def test_the_reading_desk_names_the_key_that_lifts_it_there(app: Bilat) -> None:
    mark_both(app.store)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f9")
        assert "p shows them again" in screen_lines(app)[-1]
        await pilot.press("f9", "r")
        await settle(pilot)
        app.post_message(Paste("Faro, 3 March.\nThe two sides agreed to open a joint office in Faro.\n"))
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("f9")
        await settle(pilot)
        assert "F9 shows them again" in screen_text(app), "p is a person there"


async def test_a_table_that_is_looked_into_shows_no_row_about_somebody_hidden(
    app: Bilat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark_both(app.store)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "t.csv").write_text(
        "Country,Date,Name\nSpain,13/04/2025,Abdellatif Hammouchi\nSpain,14/04/2025,Ann Lee\n"
    )
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("p")
        await settle(pilot)
        await pilot.press("I")
        await pilot.pause()
        await pilot.press(*"t.csv", "enter")
        await settle(pilot)
        assert "13/04/2025" in screen_text(app)
        assert "Hammouchi" not in screen_text(app)
        await pilot.press("p")
        await settle(pilot)
        assert "Hammouchi" in screen_text(app)
        assert "projector" not in screen_lines(app)[0]
        await pilot.press("p")
        await settle(pilot)
        assert "Hammouchi" not in screen_text(app)
        assert "projector" in screen_lines(app)[0]


async def test_nothing_hidden_is_laid_beside_another_to_merge_it(app: Bilat) -> None:
    mark_both(app.store)
    hidden = number_of(app.store, "visit", "ref", "V-2025-001")
    other = number_of(app.store, "visit", "ref", "V-2024-001")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("p")
        await settle(pilot)
        compare(app, Key("visit", str(other)), Key("visit", str(hidden)))
        await settle(pilot)
        assert "One of the two is hidden; p shows it again." in screen_lines(app)[-1]
        assert len(app.screen_stack) == 1


async def test_a_merge_that_is_being_looked_at_tells_of_nobody_hidden(app: Bilat) -> None:
    mark_both(app.store)
    for ref, words in (("V-2024-001", "He met Abdellatif Hammouchi"), ("V-2022-001", "Nothing came of it")):
        with app.store.write("words") as session:
            visit = session.get(Visit, number_of(app.store, "visit", "ref", ref))
            assert visit is not None
            visit.note = words
            visit.handling = ""
    one, other = (
        Key("visit", str(number_of(app.store, "visit", "ref", ref))) for ref in ("V-2024-001", "V-2022-001")
    )
    async with app.run_test(size=(120, 40)) as pilot:
        compare(app, one, other)
        await settle(pilot)
        assert "Hammouchi" in screen_text(app)
        await pilot.press("escape")
        await pilot.press("p")
        await settle(pilot)
        compare(app, one, other)
        await settle(pilot)
        assert "Hammouchi" not in screen_text(app)
        assert len(app.screen_stack) == 2 or "hidden" in screen_lines(app)[-1]
