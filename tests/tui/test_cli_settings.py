"""The settings: where they come from, what they refuse, and that saving one keeps the rest."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from db.errors import BadInput, BilatError
from tui.config import Settings, load_settings, variable
from tui.paths import settings_file
from tui.settings_file import fresh_file, save_settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_without_a_file_every_setting_has_its_default(file: Path) -> None:
    settings = load_settings(file, {})
    assert (settings.desk, settings.theme, settings.ascii) == ("", "bilat", False)
    assert (settings.day_first, settings.first_weekday) == (True, 0)
    assert settings.officer


def test_the_file_is_in_the_home_of_the_officer(home: Path) -> None:
    assert home in settings_file().parents


def test_a_file_sets_what_it_says(file: Path) -> None:
    file.write_text('desk = "es"\nascii = true\nfirst_weekday = 6\n')
    settings = load_settings(file, {})
    assert (settings.desk, settings.ascii, settings.first_weekday) == ("ES", True, 6)


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("desk", "de", "DE"),
        ("desk", "Maroc", "MA"),
        ("theme", "nord", "nord"),
        ("ascii", "1", True),
        ("ascii", "no", False),
        ("day_first", "false", False),
        ("first_weekday", "6", 6),
        ("working_days", "sun-thu", "sun-thu"),
        ("officer", "L. Haddad", "L. Haddad"),
    ],
)
def test_the_environment_wins_over_the_file(file: Path, name: str, text: str, value: object) -> None:
    file.write_text('desk = "ES"\ntheme = "gruvbox"\nascii = true\nofficer = "somebody"\n')
    assert getattr(load_settings(file, {variable(name): text}), name) == value


def test_an_empty_variable_sets_nothing(file: Path) -> None:
    file.write_text('desk = "ES"\n')
    assert load_settings(file, {"BILAT_DESK": ""}).desk == "ES"


def test_a_misspelt_setting_is_named_with_its_line_and_the_nearest_one(file: Path) -> None:
    file.write_text('# mine\ndesk = "ES"\ntehme = "nord"\n')
    with pytest.raises(BadInput) as refused:
        load_settings(file, {})
    assert str(refused.value) == f'{file}, line 3: there is no setting "tehme"; did you mean "theme"?'


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("desk = 4", "country code"),
        ('desk = "Spian"', "no country 'Spian'; did you mean ES?"),
        ('ascii = "perhaps"', "true or false"),
        ("day_first = 2", "true or false"),
        ("first_weekday = 7", "0 (Monday) to 6 (Sunday)"),
        ("first_weekday = true", "0 (Monday) to 6 (Sunday)"),
        ('working_days = "Sun-Xyz"', "like"),
        ("working_days = 5", "like"),
        ('officer = ""', "a few words"),
        ('officer = "a\\u202eb"', "a few words"),
        ("[theme]", "a few words"),
    ],
)
def test_an_impossible_value_is_refused_where_it_stands(file: Path, line: str, words: str) -> None:
    file.write_text(f"\n{line}\n")
    with pytest.raises(BadInput) as refused:
        load_settings(file, {})
    assert f"{file}, line 2: " in str(refused.value)
    assert words in str(refused.value)


@pytest.mark.parametrize("content", [b"desk = ES\n", b"\xff\xfe", b'desk = "ES"\ndesk = "MA"\n'])
def test_a_file_that_is_not_toml_is_refused_with_its_name(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(BadInput, match=file.name):
        load_settings(file, {})


def test_a_bad_variable_is_named() -> None:
    with pytest.raises(BadInput, match="BILAT_FIRST_WEEKDAY"):
        load_settings(Path("none"), {"BILAT_FIRST_WEEKDAY": "monday"})


# --- saving -----------------------------------------------------------------------------------------------


def test_a_new_file_explains_every_setting_and_sets_the_one(file: Path) -> None:
    save_settings(file, desk="MA")
    text = file.read_text()
    for name, says in Settings.says().items():
        assert f"# {says}\n" in text
        assert f"{name} = " in text
    assert load_settings(file, {}) == Settings(desk="MA")


def test_a_fresh_file_sets_nothing(file: Path) -> None:
    file.write_text(fresh_file())
    assert load_settings(file, {}) == Settings()


def test_only_the_owner_can_read_the_file(tmp_path: Path) -> None:
    file = tmp_path / "new" / "settings.toml"
    save_settings(file, desk="MA")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_saving_keeps_comments_and_other_lines(file: Path) -> None:
    file.write_text('# my notes\n\ndesk = "ES" # for this year\n  # odd\nascii = true\n# theme = "old"\n')
    save_settings(file, desk="MA", theme="nord")
    assert file.read_text() == (
        '# my notes\n\ndesk = "MA" # for this year\n  # odd\nascii = true\ntheme = "nord"\n'
    )


def test_saving_leaves_nothing_else_behind(file: Path) -> None:
    save_settings(file, desk="MA")
    save_settings(file, desk="ES")
    assert [each.name for each in file.parent.iterdir() if each.is_file()] == ["settings.toml"]


@pytest.mark.parametrize("officer", ['A "quoted" name', "back\\slash", "عائشة", "# not a comment", "a\\1b"])
def test_any_name_comes_back_as_it_was_saved(file: Path, officer: str) -> None:
    save_settings(file, officer="somebody else")
    save_settings(file, officer=officer)
    assert load_settings(file, {}).officer == officer


@pytest.mark.parametrize(
    "content", ['"desk" = "ES"\n', 'officer = """\ndesk = 1\n"""\n', 'tehme = "x"\n', "desk = \n"]
)
def test_a_file_that_cannot_be_changed_safely_stays_as_it_is(file: Path, content: str) -> None:
    file.write_text(content)
    with pytest.raises(BadInput):
        save_settings(file, desk="MA", officer="x")
    assert file.read_text() == content


def test_an_impossible_value_is_not_saved(file: Path) -> None:
    with pytest.raises(BadInput):
        save_settings(file, desk="not a code")
    assert not file.exists()


def test_a_linked_file_stays_a_link(file: Path, tmp_path: Path) -> None:
    kept = tmp_path / "dotfiles.toml"
    kept.write_text('theme = "nord"\n')
    file.symlink_to(kept)
    save_settings(file, desk="MA")
    assert file.is_symlink()
    assert load_settings(kept, {}) == Settings(desk="MA", theme="nord")


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(BilatError, match="not a directory"):
        save_settings(tmp_path / "taken" / "settings.toml", desk="MA")
