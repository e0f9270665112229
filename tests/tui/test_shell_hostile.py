"""What the shell prints of a store of hostile text acts on no terminal, and loses no letter that may be read back."""

from __future__ import annotations

import json
import re
import tomllib
from typing import TYPE_CHECKING

import pytest

from db.models import Action, Official, Visit
from tui.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from db import Store

EVIL = "\x1b]0;owned\x07\x1b]52;c;b3duZWQ=\x07\x1b[31m\u202ered\x9b31m\u2066[b]=cmd|' /C calc'!A0<script>x</script>"
ACTS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture
def path(demo_store: Store) -> Path:
    with demo_store.write("hostile") as session:
        for table, fields in (
            (Visit, ("title", "purpose", "note", "place")),
            (Action, ("text", "deliverable", "note")),
            (Official, ("name", "sort_name", "note")),
        ):
            for number in range(1, 4):
                row = session.get(table, number)
                assert row is not None
                for field in fields:
                    setattr(row, field, EVIL + getattr(row, field))
    demo_store.close()
    return demo_store.path


@pytest.mark.parametrize(
    "words",
    [
        "due", "due --json", "search cmd", "search cmd --json", "show V-2025-001", "show V-2025-001 --json",
        "show MA-ES", "brief MA-ES", "brief MA-ES --format html", "export --pair MA-ES",
        "export --pair MA-ES --format toml", "export --list visits", "export --list officials", "check",
        "completion refs V",
    ],
)  # fmt: skip
def test_nothing_that_is_printed_acts_on_the_terminal(
    path: Path, capsys: pytest.CaptureFixture[str], words: str
) -> None:
    assert main([*words.split(), "--store", str(path)]) == 0
    said = capsys.readouterr()
    assert said.out or words == "check"
    assert not ACTS.findall(said.out + said.err)


@pytest.mark.parametrize("form", ["json", "toml"])
def test_a_dossier_keeps_every_letter_all_the_same(
    path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    assert main(["export", "--pair", "MA-ES", "--format", form, "--store", str(path)]) == 0
    out = capsys.readouterr().out
    plain = json.loads(out) if form == "json" else tomllib.loads(out)
    assert any(visit.get("title", "").startswith(EVIL) for visit in plain["visits"])
