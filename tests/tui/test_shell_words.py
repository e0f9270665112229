"""`bilat show`, `keys`, `config` and `completion`: data on stdout, talk on stderr, exit codes for scripts."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from db import Conflict, NotFound, Store
from tui import paths
from tui.actions import ACTIONS
from tui.cli import WORDS, main
from tui.keys import choose_keys
from tui.shell.completing import parsers_of_word
from tui.shell.completion import completion
from tui.shell.keys import keys
from tui.shell.settings import config
from tui.shell.settings_check import twice_taken
from tui.shell.show import show


def where(store: Store) -> list[str]:
    return ["--store", str(store.path)]


@pytest.fixture
def settings() -> Path:
    path = paths.settings_file()
    path.parent.mkdir(parents=True)
    return path


# --- show ---


def test_a_record_is_shown_as_the_dashboard_tells_it(
    demo_store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    assert show([*where(demo_store), "v-2025-001"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Visit MA→ES 28–29 Jan 2025")
    assert "Madrid" in out


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("MA-ES", "pair"),
        ("es-ma", "pair"),
        ("Hammouchi", "official"),
        ("F-2026-003", "followup"),
        ("A-2025-001", "action"),
    ],
)
def test_every_kind_is_found_by_what_one_calls_it(
    demo_store: Store, capsys: pytest.CaptureFixture[str], words: str, kind: str
) -> None:
    assert show([*where(demo_store), words, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["kind"] == kind
    assert found["title"]
    assert found["record"]["key"] == {"kind": kind, "id": found["id"]}


def test_dates_in_json_are_edtf_with_their_words(
    demo_store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    show([*where(demo_store), "V-2025-001", "--json"])
    date = json.loads(capsys.readouterr().out)["record"]["date"]
    assert date["edtf"] == "2025-01-28/2025-01-29"
    assert set(date) == {"edtf", "text", "basis"}


def test_refs_come_through_a_pipe(
    demo_store: Store, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("V-2025-001\n\nMA-ES\n"))
    assert show([*where(demo_store), "-", "--json"]) == 0
    assert [json.loads(line)["kind"] for line in capsys.readouterr().out.splitlines()] == ["visit", "pair"]


def test_what_is_not_there_and_what_is_not_certain(demo_store: Store) -> None:
    with pytest.raises(NotFound, match="There is no V-1999-001"):
        show([*where(demo_store), "V-1999-001"])
    with pytest.raises(NotFound, match="Nothing is called “zzzz”"):
        show([*where(demo_store), "zzzz"])
    with pytest.raises(Conflict, match="Several are called"):
        show([*where(demo_store), "Morocco"])


# --- keys ---


def test_the_keys_are_those_of_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert keys(["--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [one["id"] for one in found] == [action.id for action in ACTIONS]
    assert set(found[0]) == {"id", "keys", "label", "says", "where"}


def test_keys_are_found_by_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert keys(["hand-over"]) == 0
    assert "  E  save the list" in capsys.readouterr().out
    assert keys(["no such words"]) == 1


def test_no_two_actions_have_one_key_in_one_place() -> None:
    assert [one.sentence for one in twice_taken()] == []


# --- config ---


def test_every_mistake_of_the_settings_is_told_with_its_line(
    settings: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.write_text('desk = "MA"\ntheem = "bilat"\nascii = "perhaps"\n', "utf-8")
    monkeypatch.setenv("BILAT_DSEK", "ES")
    assert config(["check"]) == 2
    first, second, third = capsys.readouterr().out.splitlines()
    assert f"{settings}, line 2: there is no setting 'theem'; did you mean \"theme\"?" in first
    assert f"{settings}, line 3: ascii is true or false" in second
    assert "BILAT_DSEK: nothing reads this variable; did you mean BILAT_DESK?" in third
    config(["check", "--json"])
    assert len(json.loads(capsys.readouterr().out)) == 3


def test_what_only_opening_the_dashboard_would_refuse_is_told_before(
    demo_store: Store,
    settings: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    settings.write_text('desk = "Morroco"\ntheme = "nordic"\n[keys]\nbreif = "B"\n', "utf-8")
    monkeypatch.setenv("BILAT_DESK", "QQ")
    for where_names_are in ([], where(demo_store)):
        assert config(["check", *where_names_are]) == 2
        told = capsys.readouterr().out.splitlines()
        assert told[0].startswith(f"{settings}, line 1: there is no country 'Morroco'; did you mean MA?")
        assert told[1] == f'{settings}, line 2: there is no theme "nordic"; did you mean "nord"?'
        assert told[2] == f'{settings}, line 4: There is no action "breif"; did you mean "brief"?'
        assert told[3].startswith("BILAT_DESK: there is no country 'QQ'")
    settings.write_text('desk = "Maroc"\n', "utf-8")
    monkeypatch.setenv("BILAT_DESK", "Germany")
    assert config(["check", *where(demo_store)]) == 0


def test_a_saved_filter_that_no_list_understands_is_told_with_its_place(
    settings: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.write_text(
        'day_first = false\n[filters]\n"late" = "@Hammouchi is:overdue pair:MA-XX from:3/13/2025 #nothing"\n'
        '"réunions" = \'rabat is:nonsense -@"El Otmani" frmo:2024\'\n'
    )
    assert config(["check"]) == 2
    first, second = capsys.readouterr().out.splitlines()
    place = f"{settings}, line 4: the filter réunions, character"
    assert first.startswith(f"{place} 7, “is:nonsense”: is: does not take “nonsense” here, but open, watch")
    assert second == f"{place} 33, “frmo:2024”: A filter has no “frmo:”; did you mean from:?"
    settings.write_text("")
    monkeypatch.setenv("BILAT_FILTERS", 'x = "country: is:open"')
    assert config(["check"]) == 2
    assert (
        "BILAT_FILTERS: the filter x, character 1, “country:”: A country is missing"
        in capsys.readouterr().out
    )


@pytest.mark.usefixtures("settings")
def test_what_settings_and_help_say_of_a_key_names_the_key_that_was_chosen(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BILAT_KEYS", 'theme = "f8", undo = "B"')
    try:
        assert config([]) == 0
        assert "F8 shows all themes" in capsys.readouterr().out
        with pytest.raises(SystemExit):
            main(["import", "--help"])
        assert "B in the dashboard takes it back" in " ".join(capsys.readouterr().out.split())
    finally:
        choose_keys({})


def test_settings_without_a_mistake(settings: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert config(["check"]) == 0
    assert f"there is no file {settings}" in capsys.readouterr().err
    config(["example"])
    settings.write_text(capsys.readouterr().out, "utf-8")
    assert config(["check"]) == 0
    assert capsys.readouterr().err == "All is well.\n"
    assert config(["path"]) == 0
    assert capsys.readouterr().out == f"{settings}\n"


def test_what_is_set_says_where_from(
    settings: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.write_text('desk = "MA"\n', "utf-8")
    monkeypatch.setenv("BILAT_ASCII", "1")
    assert config(["--json"]) == 0
    found = {one["setting"]: (one["value"], one["from"]) for one in json.loads(capsys.readouterr().out)}
    assert found["desk"] == ("MA", "file")
    assert found["ascii"] == (True, "BILAT_ASCII")
    assert found["theme"] == ("bilat", "default")
    config([])
    assert 'desk           = "MA"' in capsys.readouterr().out


def test_what_the_file_says_is_told_as_such_also_where_it_is_the_default(
    settings: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.write_text('theme = "bilat"\n', "utf-8")
    config(["--json"])
    found = {one["setting"]: one["from"] for one in json.loads(capsys.readouterr().out)}
    assert (found["theme"], found["ascii"]) == ("file", "default")


def test_keys_and_filters_are_told_with_the_settings(
    settings: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.write_text('[keys]\nbrief = "B"\ndone = ["X", "f8"]\n[filters]\nlate = "is:overdue"\n', "utf-8")
    monkeypatch.setenv("BILAT_FILTERS", 'mine = "is:mine"')
    config(["--json"])
    found = {one["setting"]: one for one in json.loads(capsys.readouterr().out)}
    assert found["keys"]["value"] == {"brief": "B", "done": ["X", "f8"]}
    assert found["keys"]["from"] == "file"
    assert found["filters"]["value"] == {"late": "is:overdue", "mine": "is:mine"}
    assert found["filters"]["from"] == "BILAT_FILTERS"
    config([])
    assert '{ "brief" = "B", "done" = ["X", "f8"] }' in capsys.readouterr().out


def test_a_settings_file_is_made_once_and_never_written_over(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = paths.settings_file()
    assert path.is_relative_to(home)
    assert not path.parent.exists()
    assert config(["example", "--save"]) == 0
    assert capsys.readouterr() == ("", f"Saved {path}\n")
    assert path.stat().st_mode & 0o777 == 0o600
    assert config(["check"]) == 0
    path.write_text('desk = "MA"\n', "utf-8")
    with pytest.raises(Conflict, match="there is a settings file already"):
        config(["example", "--save"])
    assert path.read_text("utf-8") == 'desk = "MA"\n'
    with pytest.raises(SystemExit):
        config(["check", "--save"])


# --- completion ---


@pytest.mark.parametrize("word", sorted(WORDS))
def test_every_word_of_the_shell_is_completed_with_its_own_options(word: str) -> None:
    assert {parser.prog.split()[1] for parser in parsers_of_word(word)} == {word}


def test_refs_countries_and_pairs_are_completed(
    demo_store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    assert completion(["refs", *where(demo_store), "V-2025"]) == 0
    assert "V-2025-001" in capsys.readouterr().out.splitlines()
    completion(["refs", *where(demo_store), "ma"])
    out = capsys.readouterr().out.splitlines()
    assert {"MA", "MA-ES"} <= set(out)
    assert completion(["refs", "--store", "/nowhere.db", "V"]) == 0
    assert capsys.readouterr() == ("", "")


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")
def test_bash_completes_words_options_and_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    completion(["bash"])
    script = tmp_path / "bilat.bash"
    script.write_text(
        capsys.readouterr().out
        + 'COMP_WORDS=(bilat im); COMP_CWORD=1; _bilat; echo "${COMPREPLY[@]}"\n'
        + 'COMP_WORDS=(bilat export --pa); COMP_CWORD=2; _bilat; echo "${COMPREPLY[@]}"\n',
        "utf-8",
    )
    done = subprocess.run(["bash", str(script)], capture_output=True, text=True, check=True)
    first, second = done.stdout.splitlines()
    assert first == "import"
    assert set(second.split()) == {"--pair", "--pack"}


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_have_a_script_too(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert completion([shell]) == 0
    out = capsys.readouterr().out
    assert "completion refs" in out
    assert all(word in out for word in WORDS)


@pytest.mark.parametrize("word", sorted(WORDS))
def test_every_word_has_help_with_examples(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([word, "--help"])
    assert ended.value.code == 0
    out = capsys.readouterr().out
    assert f"bilat {word}" in out
    assert "examples:" in out
