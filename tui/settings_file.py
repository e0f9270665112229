"""Writing the settings file: a line is changed and everything else in it stays as the officer wrote it."""

from __future__ import annotations

import os
import re
from pathlib import Path

from db.bounded_toml import read_toml
from db.errors import BadInput, BilatError
from db.private_file import write_over
from tui.config import SECTIONS, Settings, Value, checked, file_values, text_of
from tui.paths import make_private, reason, settings_file


def save_settings(path: Path | None = None, /, **changes: Value) -> None:
    """Write some settings, keeping every other line and every comment of the file.

    Raises:
        BadInput: the file has mistakes of its own, or a value is impossible; the file stays as it was.
        BilatError: the file cannot be written.
    """
    path = Path(os.path.realpath(path or settings_file()))  # a link into kept dot-files stays a link
    before = file_values(path)
    wanted = before | {name: checked(name, value, "The settings") for name, value in changes.items()}
    text = text_of(path) or fresh_file()
    for name in changes:
        text = _with_line(text, name, wanted[name])
    after = read_toml(text, str(path))
    sections = [after.pop(section, None) for section in SECTIONS]
    stood = read_toml(text_of(path), str(path))
    if after != wanted or sections != [stood.get(section) for section in SECTIONS]:
        raise BadInput(f"{path} cannot be changed safely from here; please edit it by hand.")
    try:
        replace_file(path, text)
    except OSError as error:
        raise BilatError(f"The settings could not be saved in {path}: {reason(error)}.") from error


def fresh_file() -> str:
    """A settings file in which every setting is explained and none is set."""
    defaults = Settings(officer="your login name")
    parts = ["# Settings of bilat. Take the # away in front of a line to set it.\n"]
    parts += [
        f"# {says}\n# {name} = {_as_toml(getattr(defaults, name))}\n"
        for name, says in Settings.says().items()
    ]
    parts += [f"# [{section}] {says.replace('`', '')}\n" for section, says in SECTIONS.items()]
    return "\n".join(parts)


def _as_toml(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _with_line(text: str, name: str, value: Value) -> str:
    """The text with one setting changed: its line, else its commented line, else a new line on top."""
    line = f"{name} = {_as_toml(value)}"
    written = r"""("([^"\\\n]|\\.)*"|'[^'\n]*'|[^\s"'#]+)"""
    stands = re.compile(rf"^{name}[ \t]*=[ \t]*{written}(?P<rest>[ \t]*(#.*)?)$", re.MULTILINE)
    if stands.search(text):
        return stands.sub(lambda match: line + match["rest"], text, count=1)
    commented = re.compile(rf"^#[ \t]*{name}[ \t]*=.*$", re.MULTILINE)
    if commented.search(text):
        return commented.sub(lambda _: line, text, count=1)
    return f"{line}\n{text}"


def replace_file(path: Path, text: str) -> None:
    """Write the file anew, in a folder that is made where there is none; raises OSError."""
    make_private(path.parent)
    write_over(path, text.encode())
