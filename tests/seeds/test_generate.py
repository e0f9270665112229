"""A made-up store of any size: whole, the same every time, and as its own rules want it."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from db import NotAStore, Store
from db.checking import check
from db.dates import PartialDate
from db.models import Visit
from seeds.generate import Progress, generate, main, time_left
from tests.db.making import TODAY, count, every_table, visit_entered
from tests.db.test_projections import assert_true_to_the_facts

VISITS, OFFICIALS = 300, 400
DATES = {
    "visit": "date",
    "meeting": "date",
    "tenure": "date",
    "source": "date",
    "action": "due",
    "followup": "due",
    "rung_change": "date",
}


def made(path: Path, *, visits: int = 60, officials: int = 80, seed: int = 1, today: date = TODAY) -> Path:
    generate(path, visits=visits, officials=officials, seed=seed, today=today, tell=lambda *_: None)
    return path


@pytest.fixture(scope="module")
def world_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("world") / "world.db", visits=VISITS, officials=OFFICIALS)


@pytest.fixture
def world(world_file: Path) -> Iterator[Store]:
    store = Store.open(world_file, officer="officer")
    yield store
    store.close()


def test_the_file_is_sound_and_every_rule_of_the_tables_holds(world_file: Path) -> None:
    with closing(sqlite3.connect(world_file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]  # CHECKs among it
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_the_file_has_no_room_that_nothing_uses(world_file: Path) -> None:
    with closing(sqlite3.connect(world_file)) as connection:
        assert connection.execute("PRAGMA freelist_count").fetchone() == (0,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert stat.S_IMODE(world_file.stat().st_mode) == 0o600
    assert [one.name for one in world_file.parent.iterdir()] == [world_file.name]


def test_what_lists_show_is_what_the_facts_say(world_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "copy.db"
    path.write_bytes(world_file.read_bytes())
    path.chmod(0o600)
    store = Store.open(path)
    assert_true_to_the_facts(store)
    store.close()


def test_every_date_lies_where_its_notation_says(world: Store) -> None:
    for table, prefix in DATES.items():
        with world.read() as reader:
            rows = reader.all(f"SELECT {prefix}_edtf, {prefix}_first, {prefix}_last FROM {table}")
        assert rows
        for edtf, first, last in rows:
            when = PartialDate.from_edtf(edtf) if edtf else PartialDate()
            assert when.edtf == edtf
            assert (first, last) == tuple(day and day.isoformat() for day in (when.first, when.last))


def test_there_is_as_much_as_was_asked_for(world: Store) -> None:
    assert count(world, "visit") == VISITS
    assert count(world, "official") == OFFICIALS


def test_there_is_something_of_everything(world: Store) -> None:
    with world.read() as reader:
        assert {rung for (rung,) in reader.all("SELECT DISTINCT rung FROM action")} == set(range(6))
        parties = "SELECT COUNT(*) FROM meeting_party GROUP BY meeting_id HAVING COUNT(*) > 2"
        assert reader.all(parties)
    for table, where in {
        "visit": "date_edtf LIKE 'XXXX-%'",
        "meeting": "visit_id IS NULL AND series_id IS NOT NULL",
        "official_name": "kind = 'native'",
        "official": "country = 'MA'",
        "organisation_name": "valid_to <> ''",
        "tenure": "date_last IS NOT NULL",
        "participant": "official_id IS NULL AND post_id IS NOT NULL",
        "followup": "status = 'open'",
        "log_entry": "kind = 'chased'",
        "citation": "accepted AND quote <> ''",
        "rung_change": "now = was + 1",
        "visit_topic": "topic <> ''",
    }.items():
        assert count(world, table, where), table
    for shape in ("____-__", "____", "____-__-__", "____-__-__/____-__-__", "%~"):
        assert count(world, "visit", "date_edtf LIKE :shape", shape=shape), shape


def test_a_few_pairs_meet_all_the_time_and_most_hardly_ever(world: Store) -> None:
    with world.read() as reader:
        events = [number for (number,) in reader.all("SELECT events FROM pair_summary ORDER BY events DESC")]
    assert sum(events[: len(events) // 10]) > sum(events) / 4
    assert events[len(events) // 2] <= 2


def test_the_same_seed_makes_the_same_store(tmp_path: Path) -> None:
    stores = [Store.open(made(tmp_path / name, seed=seed)) for name, seed in (("a", 1), ("b", 1), ("c", 2))]
    first, again, other = (every_table(store) for store in stores)
    for store in stores:
        store.close()
    assert first == again
    assert first["visit"] != other["visit"]


def test_the_world_moves_with_its_day(tmp_path: Path) -> None:
    store = Store.open(made(tmp_path / "then.db", today=date(2020, 1, 1)))
    assert (
        count(store, "visit", "status IN ('planned', 'confirmed', 'idea') AND date_first <= '2020-01-01'")
        == 0
    )
    assert count(store, "visit", "date_first > '2020-12-31'") == 0
    store.close()


def test_history_tells_one_step_without_changes(world: Store) -> None:
    with world.read() as reader:
        assert reader.all("SELECT label FROM step") == [
            ("generated 300 visits (seed 1); their rows are not in the history",)
        ]
    assert count(world, "change") == 0


def test_a_check_finds_nothing_wrong_also_after_a_day_of_work(tmp_path: Path) -> None:
    store = Store.open(made(tmp_path / "world.db"), officer="officer")
    assert check(store, lambda _: None) == []
    with store.write("work") as session:
        visit = session.get(Visit, 1)
        assert visit is not None
        visit.title = "Border talks"
    visit_entered(store, date="2026-11-20")
    assert check(store, lambda _: None) == []
    store.close()


def test_new_records_go_on_from_the_last_ref(tmp_path: Path) -> None:
    store = Store.open(made(tmp_path / "world.db"), officer="officer")
    with store.read() as reader:
        last = reader.value("SELECT MAX(ref) FROM visit WHERE ref LIKE 'V-2026-%'")
    key = visit_entered(store, date="2026-11-20")
    with store.read() as reader:
        ref = reader.value("SELECT ref FROM visit WHERE id = :id", id=int(key.id))
    assert ref == f"V-2026-{int(last[-3:]) + 1:03}"
    assert_true_to_the_facts(store)
    store.close()


@pytest.mark.parametrize("at", ["officials", "visits", "lists: visits", "lists: officials"])
def test_stopping_it_leaves_nothing_behind(tmp_path: Path, at: str) -> None:
    def stop(what: str, _done: int, _of: int) -> None:
        if what == at:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        generate(tmp_path / "big.db", visits=20, officials=30, tell=stop)
    assert [path for path in tmp_path.iterdir() if path.name != "home"] == []


def test_a_file_that_is_there_stays_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "there.db"
    path.write_text("mine")
    with pytest.raises(NotAStore):
        made(path)
    assert main(["--visits", "20", "--officials", "30", "--store", str(path)]) == NotAStore.exit_code
    assert "there already" in capsys.readouterr().err
    assert path.read_text() == "mine"


def test_the_shell_says_how_large_it_became(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "small.db"
    assert main(["--visits", "20", "--officials", "30", "--seed", "7", "--store", str(path)]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert f"{path}: 20 visits, " in said.err
    assert "bytes a visit" in said.err


@pytest.mark.parametrize("size", ["0", "-5", "many"])
def test_a_size_that_is_none_is_refused(tmp_path: Path, size: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main([f"--visits={size}", "--store", str(tmp_path / "none.db")])
    assert ended.value.code == 2


def test_progress_tells_rate_and_time_left(capsys: pytest.CaptureFixture[str]) -> None:
    now = iter((0.0, 10.0, 14.0, 14.05, 20.0))
    progress = Progress(lambda: next(now))
    for done in (0, 40_000, 45_000, 100_000):
        progress("visits", done, 100_000)
    lines = capsys.readouterr().err.split("\r\x1b[K")
    assert lines[1:] == [
        "visits 0 of 100,000",
        "visits 40,000 of 100,000 · 10,000 a second · 6 s left",
        "visits 100,000 of 100,000 · 10,000 a second · took 10 s\n",
    ]


def test_time_is_told_in_minutes() -> None:
    assert [time_left(seconds) for seconds in (0.4, 59, 200)] == ["0 s", "59 s", "3 min 20 s"]
