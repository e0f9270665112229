"""`bilat due`: what presses, a line each; silence where nothing does, so that a nightly job sends no mail."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from db import NotAStore, Store
from db.dates import PartialDate
from db.models import FollowUp
from tests.db.making import TODAY, followup, visit
from tui import run
from tui.cli import main
from tui.format import day_of
from tui.shell import due as module
from tui.shell.due import due


@pytest.fixture(autouse=True)
def a_day_that_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "today", lambda: TODAY)


def printed(capsys: pytest.CaptureFixture[str], store: Store, *words: str) -> list[str]:
    assert due(["--store", str(store.path), *words]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    return said.out.splitlines()


def as_json(capsys: pytest.CaptureFixture[str], store: Store, *words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads("\n".join(printed(capsys, store, "--json", *words)))
    return found


def test_what_is_overdue_and_due_this_week_is_a_line_each(
    demo_store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = printed(capsys, demo_store)
    assert lines[0].startswith("! 12 Nov  F-2026-001  Demo: ask for names of nominees")
    assert lines[0].endswith("◀")
    assert [line[0] for line in lines] == ["!", "!", "!", " "]
    assert lines[3].startswith("  22 Nov  F-2026-004")
    assert len({line.rfind("  ") for line in lines}) == 1


def test_all_and_days_reach_further(demo_store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    def refs(*words: str) -> list[str]:
        return [line.split("  ")[-3].strip()[-10:] for line in printed(capsys, demo_store, *words)]

    assert len(refs()) == 4
    assert len(refs("--days", "0")) == 3
    assert len(refs("--days", "3")) == 5
    assert len(refs("--all")) == 8
    assert printed(capsys, demo_store, "--all")[-1].startswith("  no date  F-2026-008")


def test_json_has_the_fields_that_the_help_names(
    demo_store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    found = as_json(capsys, demo_store)
    assert found[0] == {
        "ref": "F-2026-001",
        "text": "Demo: ask for names of nominees to the World Cup committee",
        "when": "overdue",
        "due": "2026-11-12",
        "asks_on": "2026-11-12",
        "next_check": None,
        "ball": "them",
        "assignee": "",
        "on": "A-2025-009",
        "since": found[0]["since"],
        "last_log": "chased: Rang the counterpart desk, nobody in",
        "logged": found[0]["logged"],
    }
    assert all(f"\n  {name} " in module.EXAMPLES for name in found[0])


def test_where_nothing_is_due_nothing_is_printed(
    empty_store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    assert printed(capsys, empty_store) == []
    assert as_json(capsys, empty_store) == []


def test_whoever_sits_at_a_terminal_is_told_so(
    empty_store: Store, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert due(["--store", str(empty_store.path)]) == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "Nothing is due.\n")


def test_a_desk_sees_what_has_to_do_with_its_country_or_with_none(
    empty_store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    with empty_store.write("enter") as session:
        french = visit(session, sending="FR", host="DE", date="2026-05-05")
        for text, on in (("theirs", french.number), ("nobody's", None)):
            number = followup(session, text=text, due="2026-11-01")
            session.get_one(FollowUp, number).visit_id = on
    assert len(printed(capsys, empty_store)) == 2
    assert len(printed(capsys, empty_store, "--desk", "DE")) == 2
    assert [one["text"] for one in as_json(capsys, empty_store, "--desk", "Morocco")] == ["nobody's"]


def test_a_next_check_takes_the_place_of_the_due_date(
    empty_store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    with empty_store.write("enter") as session:
        for day, check in (
            ("2026-11-01", "2026-11-22"),
            ("2026-12-24", "2026-11-20"),
            ("2026-11-02", "2026-12-24"),
        ):
            number = followup(session, text="ring", due=day)
            session.get_one(FollowUp, number).remind_on = check
    assert [line[:9] for line in printed(capsys, empty_store)] == ["  today  ", "  22 Nov "]
    found = as_json(capsys, empty_store, "--all")
    assert [(one["when"], one["asks_on"]) for one in found] == [
        ("today", "2026-11-20"),
        ("week", "2026-11-22"),
        ("later", "2026-12-24"),
    ]


def test_hostile_words_do_not_reach_the_terminal(
    empty_store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    with empty_store.write("enter") as session:
        followup(session, text="ring \x1b[31m \u202e now", due="2026-11-01")
    (line,) = printed(capsys, empty_store)
    assert "\x1b" not in line
    assert "\u202e" not in line


def test_without_unicode_it_is_ascii(
    demo_store: Store, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BILAT_ASCII", "1")
    assert all(line.isascii() for line in printed(capsys, demo_store))


def test_the_codes_are_those_of_the_readme(
    demo_store: Store, capsys: pytest.CaptureFixture[str], tmp_path: Any
) -> None:
    store = str(demo_store.path)
    assert main(["due", "--store", store]) == 0
    assert main(["due", "--store", str(tmp_path / "none.db")]) == NotAStore.exit_code
    assert main(["due", "--store", store, "--desk", "Nowhere"]) == 2
    for words in (["--days", "many"], ["--days", "3", "--all"], ["--days", "99999999"]):
        with pytest.raises(SystemExit) as wrong:
            main(["due", "--store", store, *words])
        assert wrong.value.code == 2
    assert "Traceback" not in capsys.readouterr().err


def test_it_is_answered_without_textual_and_sqlmodel(demo_store: Store) -> None:
    script = (
        "import sys; from tui.cli import main\n"
        f"main(['due', '--all', '--store', {str(demo_store.path)!r}])\n"
        "print([name for name in ('textual', 'sqlmodel', 'sqlalchemy', 'pydantic') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.rstrip().endswith("[]")
    assert "F-2026-001" in done.stdout


@pytest.mark.parametrize(
    ("due", "shown"),
    [
        ("2027-01-31", "31 Jan"),
        ("2027-09-30", "30 Sep"),
        ("2027-11-20", "Nov 2027"),
        ("2025-12-30", "30 Dec"),
        ("2025-11-30", "Nov 2025"),
        ("2027-01", "Jan 2027"),
    ],
)
def test_a_day_over_the_turn_of_the_year_is_still_a_day(due: str, shown: str) -> None:
    assert day_of(PartialDate(due), TODAY) == shown
