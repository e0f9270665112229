"""The words of the shell on an encrypted store, and those that encrypt one."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from db import Store
from db.backups import folder_of
from db.errors import BadInput, Conflict, Encrypted, NotAStore, WrongPassphrase
from db.unlocking import Key, has_key, is_encrypted
from tests.conftest import OFFICER
from tests.db.making import count
from tests.tui.locked import DRAFT, NOW, WORDS
from tests.tui.told_json import told, unlike
from tui import passphrase
from tui.cli import main
from tui.config import Settings
from tui.passphrase import key_for
from tui.shell.encrypting import decrypt, encrypt
from tui.shell.encrypting import passphrase as change

pytest.importorskip("sqlcipher3", reason="the extra bilat[encrypted] is not installed")


@pytest.fixture
def path(locked_file: Path, tmp_path: Path) -> Path:
    copy = Path(shutil.copyfile(locked_file, tmp_path / "desk.db"))
    copy.chmod(0o600)
    return copy


@pytest.fixture
def key(path: Path) -> Key:
    return Key.derived(WORDS, path.read_bytes()[:16])


@pytest.fixture
def prints(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Let the setting `unlock` print some words."""

    def set_up(words: str) -> None:
        file = tmp_path / "another program's secret"
        file.write_text(f"{words}\nand a second line\n", encoding="utf-8")
        monkeypatch.setenv("BILAT_UNLOCK", f'cat "{file}"')

    return set_up


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Let an officer type some words on the terminal, one line after the other; hands back what was asked."""
    asked: list[str] = []

    def set_up(*lines: str) -> list[str]:
        waiting = iter(lines)

        def typed(prompt: str) -> str:
            asked.append(prompt)
            return next(waiting)

        monkeypatch.setattr(passphrase, "typed", typed)
        return asked

    return set_up


def test_the_words_of_the_shell_work_with_what_a_command_prints(
    path: Path, key: Key, prints: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    prints(WORDS)
    store = ["--store", str(path)]
    assert main(["add", *store, "MA>ES 3 feb 2027 @Hammouchi"]) == 0
    assert capsys.readouterr().out == "V-2027-001\n"
    assert main(["search", *store, "hammouchi"]) == 0
    assert "V-2027-001" in capsys.readouterr().out
    assert main(["show", *store, "V-2027-001"]) == 0
    assert main(["due", *store]) == 0
    assert main(["check", *store]) == 0
    assert main(["export", *store, "--out", str(path.with_name("all.json"))]) == 0
    capsys.readouterr()
    assert main(["backup", *store]) == 0
    said = capsys.readouterr()
    assert "It has the passphrase of the store." in said.err
    assert has_key(Path(said.out.strip()), key)
    assert main(["restore", *store, "--yes", said.out.strip()]) == 0


def test_a_hand_over_pack_says_what_in_it_is_encrypted(
    path: Path, key: Key, prints: Callable[[str], None], tmp_path: Path
) -> None:
    prints(WORDS)
    pack = tmp_path / "pack"
    assert main(["export", "--store", str(path), "--pack", str(pack)]) == 0
    assert "the backup needs its passphrase" in (pack / "READ-ME.md").read_text("utf-8")
    (backup,) = (pack / "backup").iterdir()
    assert has_key(backup, key)


def test_a_sealed_backup_of_it_comes_back(
    path: Path, key: Key, prints: Callable[[str], None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("pyrage")
    prints(WORDS)
    seal = tmp_path / "seal"
    seal.write_text("another one for the seal", encoding="utf-8")
    store = ["--store", str(path), "--passphrase-file", str(seal)]
    assert main(["backup", *store, "--encrypt"]) == 0
    made = capsys.readouterr().out.strip()
    assert main(["restore", *store, "--yes", made]) == 0
    assert has_key(path, key)


def test_it_is_asked_three_times_on_the_terminal(
    path: Path, key: Key, typing: Callable[..., list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    asked = typing("no", WORDS)
    assert key_for(path, Settings()) == key
    assert asked == ["Passphrase of desk.db: "] * 2
    assert "2 more tries" in capsys.readouterr().err
    typing("no", "neither", "nor this")
    with pytest.raises(WrongPassphrase, match="It was not opened"):
        key_for(path, Settings())


def test_where_nobody_can_type_the_way_out_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passphrase, "_TERMINAL", str(path.with_name("no terminal")))
    with pytest.raises(Encrypted, match="set `unlock`"):
        key_for(path, Settings())


def test_a_command_that_prints_nothing_or_something_else_is_told(
    path: Path, prints: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    prints("wrong words")
    assert main(["due", "--store", str(path)]) == BadInput.exit_code
    assert "is not the passphrase of desk.db" in capsys.readouterr().err
    for command in ("false", "not-there --at all", "true", 'unclosed "'):
        with pytest.raises(BadInput, match="unlock"):
            key_for(path, Settings(unlock=command))


def test_no_shell_reads_the_command(path: Path, tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        key_for(path, Settings(unlock=f"echo words > {tmp_path}/written"))
    assert not (tmp_path / "written").exists()


def test_completing_a_word_never_asks(path: Path, typing: Callable[..., list[str]]) -> None:
    asked = typing()
    assert main(["completion", "refs", "V", "--store", str(path)]) == 0
    assert asked == []


def test_without_the_extra_nobody_is_asked(
    path: Path,
    typing: Callable[..., list[str]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked = typing()
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    assert main(["due", "--store", str(path)]) == 1
    assert "pip install 'bilat[encrypted]'" in capsys.readouterr().err
    assert asked == []


def test_a_script_reads_what_became_of_the_store_and_of_its_copies(
    demo_store: Store, typing: Callable[..., list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    visits, store = count(demo_store, "visit"), ["--store", str(demo_store.path)]
    demo_store.close()
    assert main(["backup", *store]) == 0
    capsys.readouterr()
    new = "a second one with words"
    for word, typed, copies in (
        ("encrypt", (WORDS, WORDS), 1),
        ("passphrase", (WORDS, new, new), 1),
        ("decrypt", (new,), 0),
    ):
        typing(*typed)
        assert main([word, *store, "--json"]) == 0
        printed = json.loads(capsys.readouterr().out)
        assert list(unlike(told()[word], printed)) == []
        assert (printed["path"], printed["records"]["visits"]) == (str(demo_store.path), visits)
        assert (printed["copies"], printed["left"], printed["overwritten"]) == (copies, [], True)


def test_what_is_set_says_whether_the_store_is_encrypted(
    path: Path, demo_store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    for store, encrypted in ((path, True), (demo_store.path, False)):
        assert main(["config", "--json", "--store", str(store)]) == 0
        rows = {row["setting"]: row["value"] for row in json.loads(capsys.readouterr().out)}
        assert (rows["store"], rows["encrypted"]) == (str(store), encrypted)


def test_encrypting_takes_backups_and_drafts_along_and_decrypting_brings_all_back(
    demo_store: Store, tmp_path: Path, typing: Callable[..., list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    path, visits = demo_store.path, count(demo_store, "visit")
    demo_store.close()
    store = ["--store", str(path)]
    assert main(["backup", *store]) == 0
    backup = Path(capsys.readouterr().out.strip())
    draft = path.with_name(f"{path.name}.unfinished")
    draft.write_text(
        json.dumps({OFFICER: {"entry": {"text": DRAFT, "at": NOW.isoformat()}}}), encoding="utf-8"
    )
    typing(WORDS, WORDS)
    assert encrypt(store) == 0
    said = capsys.readouterr().err
    assert f"{visits} visits" in said
    assert "1 copy of it as well" in said
    assert "Nobody can open it without the passphrase" in said
    assert is_encrypted(path)
    assert is_encrypted(backup)
    assert b"Zanzibarine" not in b"".join(one.read_bytes() for one in tmp_path.glob("*.db*") if one.is_file())
    typing()
    with pytest.raises(Conflict, match="encrypted already"):
        encrypt(store)
    typing(WORDS, "a second one with words", "a second one with words")
    assert change(store) == 0
    typing(WORDS, WORDS, "a second one with words")
    assert decrypt(store) == 0
    assert "Its backups stay encrypted" in capsys.readouterr().err
    assert DRAFT in draft.read_text("utf-8")
    with closing(Store.open(path)) as again:
        assert count(again, "visit") == visits
    typing()
    with pytest.raises(Conflict, match="is not encrypted"):
        decrypt(store)


@pytest.mark.parametrize("words", ["short\n", "\n"])
def test_a_passphrase_that_keeps_nobody_out_is_refused(demo_store: Store, tmp_path: Path, words: str) -> None:
    file = tmp_path / "words"
    file.write_text(words, encoding="utf-8")
    demo_store.close()
    with pytest.raises(BadInput):
        encrypt(["--store", str(demo_store.path), "--passphrase-file", str(file)])
    assert not is_encrypted(demo_store.path)


def test_two_that_differ_are_refused(demo_store: Store, typing: Callable[..., list[str]]) -> None:
    demo_store.close()
    typing(WORDS, "other words here")
    with pytest.raises(WrongPassphrase, match="differ"):
        encrypt(["--store", str(demo_store.path)])
    assert not is_encrypted(demo_store.path)


def test_where_there_is_no_store_it_says_how_one_is_made(tmp_path: Path) -> None:
    with pytest.raises(NotAStore, match="bilat --encrypted"):
        encrypt(["--store", str(tmp_path / "none.db")])


def test_copies_that_are_plain_still_are_told_and_encrypted(
    path: Path,
    key: Key,
    demo_store: Store,
    typing: Callable[..., list[str]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    backups = folder_of(path)
    backups.mkdir(mode=0o700, exist_ok=True)
    demo_store.close()
    plain = Path(shutil.copyfile(demo_store.path, backups / "daily-2026-11-20.db"))
    store = ["--store", str(path)]
    typing(WORDS)
    assert main(["check", *store]) == 0
    said = capsys.readouterr().err
    assert "The store is encrypted." in said
    assert "daily-2026-11-20.db can be read without the passphrase" in said
    before = path.read_bytes()
    typing(WORDS)
    assert encrypt(store) == 0
    assert "1 copy of it was plain still, and encrypted now" in capsys.readouterr().err
    assert has_key(plain, key)
    assert path.read_bytes() == before
    typing(WORDS)
    assert main(["check", *store]) == 0
    assert "without the passphrase" not in capsys.readouterr().err
    typing()
    with pytest.raises(Conflict, match="encrypted already"):
        encrypt(store)
