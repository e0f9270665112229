"""`bilat add`: lines of entry in the shell; data on stdout, talk on stderr, all or nothing."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from db import BadInput, Conflict, NotAStore
from tests.db.making import count
from tui import run
from tui.cli import main
from tui.shell.add import add

if TYPE_CHECKING:
    from pathlib import Path

    from db import Store


@pytest.fixture(autouse=True)
def a_day_that_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.conftest import TODAY  # noqa: PLC0415 - beside the fixture that needs it

    monkeypatch.setattr(run, "today", lambda: TODAY)


def test_a_visit_is_entered_and_its_ref_is_all_that_stdout_gets(
    demo_store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    line = "ES>MA 3-4 feb 2027 @Grande in:Rabat by:host #ct security talks"
    assert add(["--store", str(demo_store.path), line]) == 0
    said = capsys.readouterr()
    assert said.out == "V-2027-001\n"
    assert "visit Spain → Morocco · Wed 3 – Thu 4 Feb 2027" in said.err
    assert count(demo_store, "visit", "ref = 'V-2027-001' AND place = 'Rabat' AND status = 'planned'") == 1


def test_what_the_shell_entered_is_undone_in_one_step(demo_store: Store) -> None:
    before = count(demo_store, "action")
    lines = ["!agreed to meet yearly on:V-2025-001", "!explored joint training on:V-2025-001"]
    add(["--store", str(demo_store.path), "--json", *lines])
    assert count(demo_store, "action") == before + 2
    owner = count(demo_store, "step", "label = 'bilat add'")
    assert owner == 1


def test_lines_come_from_a_pipe(
    demo_store: Store, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("- todo ring Rabat due:fri\n\n- todo ring Madrid\n"))
    add(["--store", str(demo_store.path), "--json", "-"])
    assert json.loads(capsys.readouterr().out) == [
        {"kind": "followup", "ref": "F-2026-009"},
        {"kind": "followup", "ref": "F-2026-010"},
    ]


def test_one_wrong_line_keeps_all_of_them_out_and_is_marked(
    demo_store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    before = count(demo_store, "visit")
    with pytest.raises(BadInput, match=r"^Line 2: There is no day 30 in February 2027"):
        add(["--store", str(demo_store.path), "ES>MA 3 mar 2027", "ES>MA 30 feb 2027"])
    assert "      ^^^^^^^^^^^" in capsys.readouterr().err
    assert count(demo_store, "visit") == before


def test_a_visit_like_one_that_is_there_wants_to_be_meant(
    demo_store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    line = "MA>ES 28-29 jan 2025 @Hammouchi"
    with pytest.raises(Conflict, match=r"V-2025-001 .* may be the same visit .*--anyway"):
        add(["--store", str(demo_store.path), line])
    assert add(["--store", str(demo_store.path), "--anyway", line]) == 0
    assert capsys.readouterr().out.startswith("V-2025-")


def test_a_visit_that_is_in_gains_a_source_and_keeps_its_ref(
    demo_store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    store, before = str(demo_store.path), count(demo_store, "visit")
    line = "MA>ES 28-29 jan 2025 #mig in:Cadiz src:Daily"
    assert add(["--store", store, "--dry-run", "--same-as", "v-2025-001", line]) == 0
    assert "adds to V-2025-001 · topic Irregular migration" in capsys.readouterr().err
    assert count(demo_store, "source", "title = 'Daily'") == 0
    assert add(["--store", store, "--same-as", "V-2025-001", line]) == 0
    said = capsys.readouterr()
    assert said.out == "V-2025-001\n"
    assert "V-2025-001: place stays “Madrid”; the line says “Cadiz”" in said.err
    assert count(demo_store, "visit") == before
    assert count(demo_store, "source", "title = 'Daily'") == 1


def test_same_as_a_visit_that_is_not_there_or_went_another_way_ends_as_its_help_says(
    demo_store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    store = str(demo_store.path)
    assert main(["add", "--store", store, "--same-as", "V-2025-999", "MA>ES 28 jan 2025"]) == 4
    assert main(["add", "--store", store, "--same-as", "V-2025-001", "ES>MA 28 jan 2025"]) == 5
    assert main(["add", "--store", store, "--same-as", "V-2025-001", "todo ring"]) == 2
    assert capsys.readouterr().out == ""


def test_not_same_enters_the_visit_and_remembers_it(
    demo_store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    assert add(["--store", str(demo_store.path), "--not-same", "MA>ES 28-29 jan 2025"]) == 0
    assert "not the same as V-2025-001 MA→ES 28–29 Jan 2025" in capsys.readouterr().err
    assert count(demo_store, "not_same", "kind = 'visit' AND first_id = 1") == 1


def test_a_dry_run_reads_and_saves_nothing(demo_store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    before = count(demo_store, "step")
    assert add(["--store", str(demo_store.path), "--dry-run", "DE>MA 3 mar 2027"]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "Germany → Morocco" in said.err
    assert count(demo_store, "step") == before


def test_nothing_to_enter_and_no_store_are_two_sentences(demo_store: Store, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="nothing to enter"):
        add(["--store", str(demo_store.path), "  "])
    with pytest.raises(NotAStore, match="There is no store"):
        add(["--store", str(tmp_path / "none.db"), "DE>MA 3 mar 2027"])


def test_the_command_answers_with_the_codes_of_the_readme(
    demo_store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    store = str(demo_store.path)
    assert main(["add", "--store", store, "ES>MA 30 feb 2027"]) == 2
    assert main(["add", "--store", store, "MA>ES 28-29 jan 2025 @Hammouchi"]) == 5
    assert main(["add", "--store", store, "todo x on:V-1999-001"]) in {2, 4}
    assert capsys.readouterr().out == ""


def test_hostile_words_do_not_reach_the_terminal(
    demo_store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    add(["--store", str(demo_store.path), "todo \x1b]0;x\x07 \u202e [/MFA]"])
    said = capsys.readouterr()
    assert "\x1b" not in said.err + said.out
    assert "\u202e" not in said.err
    assert "[/MFA]" in said.err


def test_help_needs_neither_textual_nor_sqlmodel() -> None:
    script = (
        "import sys; from tui.cli import main\n"
        "try: main(['add', '--help'])\n"
        "except SystemExit: pass\n"
        "print([name for name in ('textual', 'sqlmodel', 'pydantic') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.rstrip().endswith("[]")
    assert "bilat add" in done.stdout


@pytest.mark.parametrize("meant", ["--anyway", "--not-same"])
def test_a_new_official_who_may_be_a_known_one_wants_to_be_meant(demo_store: Store, meant: str) -> None:
    before = count(demo_store, "official")
    line = "MA>QA 3 may 2026 @Hamouchi"
    with pytest.raises(Conflict, match=r"“Hamouchi” may be Abdellatif Hammouchi \(MA.*--anyway"):
        add(["--store", str(demo_store.path), line])
    assert count(demo_store, "official") == before
    assert add(["--store", str(demo_store.path), meant, line]) == 0
    assert count(demo_store, "official") == before + 1


# Enters a line in a fresh process, as a shell does, and tells which tables that took.
ENTERED = """
import json, sys
from tui.shell.add import add
add(sys.argv[1:])
from sqlmodel import SQLModel
print(json.dumps(sorted(SQLModel.metadata.tables)))
"""


@pytest.mark.parametrize(
    ("line", "never"),
    [
        ("ES>MA 3 feb 2041 in:Rabat talks", {"action", "followup", "brief", "official", "post", "meeting"}),
        (
            "ES>MA 3 feb 2041 @Grande in:Rabat by:host #ct",
            {"action", "followup", "brief", "citation", "tenure"},
        ),
    ],
)
def test_a_line_waits_for_no_tables_that_it_has_nothing_for(
    demo_store: Store, line: str, never: set[str]
) -> None:
    command = [sys.executable, "-c", ENTERED, "--anyway", "--store", str(demo_store.path), line]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert not never & set(json.loads(done.stdout.splitlines()[-1]))
    assert count(demo_store, "visit", "ref = 'V-2041-001'") == 1
