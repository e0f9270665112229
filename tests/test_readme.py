"""The README cannot lie: what it lists is held against the program. Run as a script, it writes its tables."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest

from db import Store, errors
from db.commitments import RUNGS
from db.entry import Context, read_line
from db.filtering import Asking, Subject, read_filter
from db.filtering.reading import is_words
from db.rows import Key
from tests.db.making import MOROCCO
from tui import cli, paths
from tui.actions import ACTIONS, Where
from tui.config import SECTIONS, Settings, variable
from tui.key_names import key_name
from tui.keys import actions
from tui.options import parser
from tui.shell import (
    add,
    backup,
    brief,
    check,
    completion,
    due,
    encrypting,
    exporting,
    importing,
    keys,
    read,
    search,
    settings,
    show,
    tables,
    tutorial,
)

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"

WORDS = {
    "add": add.parser,
    "backup": backup.parser,
    "brief": brief.parser,
    "check": check.parser,
    "completion": completion.parser,
    "config": settings.parser,
    "decrypt": encrypting.decrypt_parser,
    "due": due.parser,
    "encrypt": encrypting.encrypt_parser,
    "export": exporting.parser,
    "import": importing.parser,
    "keys": keys.parser,
    "passphrase": encrypting.passphrase_parser,
    "read": read.parser,
    "restore": backup.restore_parser,
    "search": search.parser,
    "show": show.parser,
    "tutorial": tutorial.parser,
}
PLACES: dict[Where, str] = {
    "list": "In any list",
    "main": "On the main screen",
    "record": "In a record",
    "view": "In the views Today and Watch",
    "changes": "In the view Changes",
    "vacant": "In the view of posts without a holder",
    "whole": "In the whole list of a section",
    "verify": "In the view To verify",
    "calendar": "In the calendar",
    "agenda": "On the agenda of a meeting",
    "brief": "In a brief",
    "reading": "At the reading desk",
    "importing": "In an import",
    "everywhere": "Everywhere",
}


def keys_table() -> str:
    """The keys, place by place."""
    lines = ["| key | does |", "|---|---|"]
    for where, title in PLACES.items():
        lines.append(f"| **{title}** | |")
        for action in actions(where):
            keys = " ".join(f"`{key_name(key)}`" for key in action.keys)
            lines.append(f"| {keys} | {action.says} |")
    return "\n".join(lines)


def settings_table() -> str:
    """The settings, with their variables and defaults."""
    lines = ["| setting | variable | default | what it is |", "|---|---|---|---|"]
    for each in fields(Settings):
        default = each.metadata.get("shown") or f"`{str(each.default).lower()}`"
        if each.default == "":
            default = "none"
        lines.append(
            f"| `{each.name}` | `{variable(each.name)}` | {default} | {Settings.says()[each.name]} |"
        )
    lines += [f"| `[{name}]` | `{variable(name)}` | none | {says} |" for name, says in SECTIONS.items()]
    return "\n".join(lines)


def marked(name: str, text: str) -> re.Match[str]:
    """What stands between two marks of the README, as group 1."""
    found = re.search(rf"<!-- {name}[^\n]* -->\n(.*?)<!-- end {name} -->", text, re.DOTALL)
    assert found, f"README.md has lost its marks around {name}"
    return found


def section(name: str) -> str:
    """The text between two marks of the README."""
    return marked(name, README.read_text("utf-8"))[1].strip()


def write_tables() -> None:
    """Bring the README's tables up to date."""
    text = README.read_text("utf-8")
    for name, table in (("keys", keys_table()), ("settings", settings_table())):
        start, end = marked(name, text).span(1)
        text = f"{text[:start]}{table}\n{text[end:]}"
    README.write_text(text, "utf-8")


def family(error: type[errors.BilatError]) -> Iterator[type[errors.BilatError]]:
    """An error and everything under it."""
    yield error
    for child in error.__subclasses__():
        yield from family(child)


def test_the_keys_are_those_of_the_program() -> None:
    assert section("keys") == keys_table(), "run `python tests/test_readme.py`"


def test_every_key_has_a_place_in_the_readme() -> None:
    assert {action.where for action in ACTIONS} <= set(PLACES)


def test_the_settings_are_those_of_the_program() -> None:
    assert section("settings") == settings_table(), "run `python tests/test_readme.py`"


def test_the_ladder_is_that_of_the_program() -> None:
    assert tuple(re.findall(r"^\| (\w+) \|", section("ladder"), re.MULTILINE))[1:] == RUNGS


def test_the_exit_codes_are_those_of_the_errors() -> None:
    told = {int(code) for code in re.findall(r"^\| (\d+) \|", section("exit codes"), re.MULTILINE)}
    assert told == {0} | {error.exit_code for error in family(errors.BilatError)}


def test_every_option_is_told_and_every_told_option_exists() -> None:
    known = {option for action in parser()._actions for option in action.option_strings if option[1] == "-"}
    commands = re.findall(r"`bilat (--[^`]*)`", README.read_text("utf-8"))  # those of a word have their own
    named = {option for command in commands for option in re.findall(r"--[a-z]+(?:-[a-z]+)*", command)}
    assert named <= known
    assert known - named == {"--version"}


def test_every_word_of_the_shell_is_told() -> None:
    told = re.findall(r"^\| `bilat ([a-z]+)", README.read_text("utf-8"), re.MULTILINE)
    assert set(told) == set(WORDS) == set(cli.WORDS)


def test_the_commands_in_the_readme_are_understood() -> None:
    for command in re.findall(r"^\| `bilat ([^`]+)`", README.read_text("utf-8"), re.MULTILINE):
        words = shlex.split(command)
        if "--as" in words:
            tables.parser().parse_args(words[1:])
        elif words[0] in WORDS:
            WORDS[words[0]]().parse_args(words[1:])
        elif words != ["--help"]:
            parser().parse_args(words)  # exits where it does not understand


def test_the_exit_codes_of_the_help_are_those_of_the_readme() -> None:
    codes = re.search(r"exit codes:\n(.*)\n", parser().format_help())
    assert codes
    assert re.findall(r"\b\d\b", codes[1]) == re.findall(r"^\| (\d) \|", section("exit codes"), re.MULTILINE)


@pytest.mark.parametrize("name", ["try", "tests"])
def test_a_newcomer_needs_one_line(name: str) -> None:
    lines = section(name).splitlines()
    assert lines[0] == "```sh"
    assert lines[-1] == "```"
    assert len(lines) == 3


def test_the_checks_run_the_command_of_the_readme() -> None:
    assert "/<!-- tests -->/,/<!-- end tests -->/p' README.md" in (ROOT / ".ci" / "run").read_text("utf-8")


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_every_link_to_a_file_leads_somewhere(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    targets = [target for target in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in target]
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_the_files_are_where_the_readme_says(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATA", "CONFIG", "CACHE"):
        monkeypatch.delenv(f"XDG_{name}_HOME")
    monkeypatch.setattr("sys.platform", "linux")
    places = (paths.default_store(), paths.settings_file(), paths.cache_folder())
    text = README.read_text("utf-8")
    assert [place for place in places if f"`~/{place.relative_to(home)}`" not in text] == []


if __name__ == "__main__":
    write_tables()


def test_the_lines_of_entry_in_the_readme_are_understood(demo_store: Store) -> None:
    block = re.search(r"## Entering.*?```\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    assert block
    lines = block[1].splitlines()
    assert len(lines) >= 5
    selected = Context(on=Key("visit", "1"), on_label="V-2025-001")
    with demo_store.read() as reader:
        for line in lines:
            reading = read_line(line, reader=reader, moment=MOROCCO, context=selected)
            assert reading.values, line
            assert not reading.problems, line


def test_the_filters_in_the_readme_are_understood(demo_store: Store) -> None:
    block = re.search(r"## Filtering.*?\n## ", README.read_text("utf-8"), re.DOTALL)
    assert block
    told = [
        text for line in re.findall(r"^\| (`.*?) \|", block[0], re.MULTILINE) for text in line.split("` `")
    ]
    texts = [text.strip("`") for text in told]
    assert len(texts) > 15
    with demo_store.read() as reader:
        asking = Asking(reader, MOROCCO.today)
        for text in texts:
            example = {"@name": "@hammouchi", "#topic": "#CT"}.get(text, text)
            assert not read_filter(example, ["event", "followup"], asking).problems, text
        words = re.search(r"^\| `is:overdue` \| (.*?) \|", block[0], re.MULTILINE)
        assert words
        every = {word for subject in get_args(Subject) for word in is_words([subject])}
        assert {"overdue", *re.findall("`(.*?)`", words[1])} == every
