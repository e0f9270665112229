"""The officer's settings: one small file, written by the program and readable by a person.

The command line wins over the environment, the environment over the file, the file over the default.
"""

from __future__ import annotations

import getpass
import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from pathlib import Path

from db.bounded_toml import read_toml
from db.errors import BadInput, BilatError
from tui.paths import make_private, reason, settings_file

Value = str | bool | int

FILTERS = "filters"
"""The section that tui.filtering.saved reads and writes."""
KEYS = "keys"
"""The section that tui.keymap reads."""
SECTIONS = {
    KEYS: 'other keys, by the ids that `bilat keys` lists: `brief = "B"`, `done = ["X", "f8"]`',
    FILTERS: 'the filters that have a name: `late = "is:overdue"`; `Ctrl+S` in a filter adds one',
}
"""What is kept in the file beside the settings; the variable has the same lines, with commas between."""

YES = {"1", "true", "yes", "on"}
NO = {"0", "false", "no", "off"}
COUNTRY_CODE = re.compile(r"[A-Z]{2,12}")


def login_name() -> str:
    """Who is at the keyboard, as the operating system knows them; "officer" where it does not."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # which one depends on the Python version
        return "officer"


@dataclass(frozen=True)
class Settings:
    """What an officer may set; a field's `says` is its line in the file and in the README."""

    desk: str = field(
        default="",
        metadata={
            "says": "the desk's country as a code, such as MA, whose working days count; empty shows every pair"
        },
    )
    theme: str = field(default="bilat", metadata={"says": "the colours; F2 shows all themes"})
    ascii: bool = field(
        default=False, metadata={"says": "draw with ASCII only, for terminals without line drawing"}
    )
    day_first: bool = field(
        default=True, metadata={"says": "read 3/4/2026 as 3 April; false reads it as 4 March"}
    )
    first_weekday: int = field(
        default=0, metadata={"says": "the day a week starts with: 0 Monday to 6 Sunday"}
    )
    roll_up: bool = field(
        default=False,
        metadata={"says": "count former states with those that came after them; F turns it"},
    )
    backups: str = field(
        default="7 4 12",
        metadata={"says": "how many of the daily backups stay: days, weeks, months; 0 0 0 makes none"},
    )
    officer: str = field(
        default_factory=login_name,
        metadata={"says": "the name written beside what you change", "shown": "your login name"},
    )

    @classmethod
    def says(cls) -> dict[str, str]:
        """What each setting is for, by name."""
        return {each.name: str(each.metadata["says"]) for each in fields(cls)}


def variable(name: str) -> str:
    """The environment variable that sets `name`: "day_first" is BILAT_DAY_FIRST."""
    return f"BILAT_{name.upper()}"


def load_settings(path: Path | None = None, environ: Mapping[str, str] | None = None) -> Settings:
    """Read the settings: the file's, then the environment's.

    Raises:
        BadInput: a setting that does not exist or a value it cannot have, with the place where it stands.
    """
    path = path or settings_file()
    environ = os.environ if environ is None else environ
    values = _file_values(path)
    for name in Settings.says():
        text = environ.get(variable(name), "")
        if text:
            values[name] = checked(name, text, variable(name))
    # The values were checked one by one against the field they belong to.
    return replace(Settings(), **values)  # type: ignore[arg-type]


def checked(name: str, value: object, place: str) -> Value:
    """The value that `name` gets, read from text where it comes from the environment or the command line.

    Raises:
        BadInput: the setting cannot have that value; the sentence starts with `place`.
    """
    match name:
        case "ascii" | "day_first" | "roll_up":
            return _switch(name, value, place)
        case "first_weekday":
            return _weekday(value, place)
        case "desk":
            return _desk(value, place)
        case "backups":
            return _backups(value, place)
        case _:
            if not isinstance(value, str) or not value.strip() or not value.isprintable():
                raise BadInput(f"{place}: {name} must be a few words, not {_shown(value)}.")
            return value.strip()


def _switch(name: str, value: object, place: str) -> bool:
    word = str(value).casefold()
    if isinstance(value, bool | str) and word in YES | NO:
        return word in YES
    raise BadInput(f"{place}: {name} is true or false, not {_shown(value)}.")


def _weekday(value: object, place: str) -> int:
    if not isinstance(value, bool) and re.fullmatch("[0-6]", str(value)):
        return int(str(value))
    raise BadInput(f"{place}: first_weekday is a number from 0 (Monday) to 6 (Sunday), not {_shown(value)}.")


def _desk(value: object, place: str) -> str:
    code = value.strip().upper() if isinstance(value, str) else ""
    if value == "" or COUNTRY_CODE.fullmatch(code):
        return code
    raise BadInput(f"{place}: desk is a country code such as MA, not {_shown(value)}.")


def _backups(value: object, place: str) -> str:
    if isinstance(value, str) and re.fullmatch(r"\s*\d{1,3}\s+\d{1,3}\s+\d{1,3}\s*", value):
        return " ".join(value.split())
    raise BadInput(f'{place}: backups is three numbers such as "7 4 12", not {_shown(value)}.')


def _shown(value: object) -> str:
    return ascii(value)[:60]


# --- the file ---------------------------------------------------------------------------------------------


def _file_values(path: Path) -> dict[str, Value]:
    text = text_of(path)
    values: dict[str, Value] = {}
    for name, value in read_toml(text, str(path)).items():
        if name in SECTIONS:
            continue
        place = f"{path}, line {line_of(name, text)}"
        if name not in Settings.says():
            raise BadInput(f'{place}: there is no setting "{_shown(name)[1:-1]}"; {nearest(name)}')
        values[name] = checked(name, value, place)
    return values


def text_of(path: Path) -> str:
    """The settings file as it stands, "" where there is none.

    Raises:
        BadInput: it cannot be read.
    """
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as error:
        raise BadInput(f"{path} is not a text file in UTF-8.") from error
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {reason(error)}.") from error


def nearest(name: str) -> str:
    """What may have been meant by the name of a setting that does not exist."""
    known = (*Settings.says(), *SECTIONS)
    near = get_close_matches(name, known, n=1)
    return f'did you mean "{near[0]}"?' if near else f"there are {', '.join(known)}."


def line_of(name: str, text: str, section: str = "") -> int:
    """The number of the line on which a name stands in a file of settings, in one of its sections or above all."""
    pattern = re.compile(rf"""\s*\[*["']?{re.escape(name)}["']?\s*[]=.]""")
    dotted = re.compile(rf"""\s*["']?{section}["']?\s*\.\s*["']?{re.escape(name)}["']?\s*=""")
    within = ""
    for number, line in enumerate(text.splitlines(), 1):
        head = re.match(r"""\s*\[\s*["']?([^]"']*)""", line)
        within = head[1].strip() if head else within
        if (pattern.match(line) and within in (section, name)) or (section and dotted.match(line)):
            return number
    return line_of(section, text) if section else 1


def section_of(section: str, path: Path, environ: Mapping[str, str]) -> Iterator[tuple[str, object, str]]:
    """What stands in a section: names, values and their places, those of the environment last.

    A name with dots may stand in quotes or without: TOML takes `pane.1` for a table, and it is put together again.

    Raises:
        BadInput: the file or the variable is not written as TOML, or the section is none.
    """
    text = text_of(path)
    written = read_toml(text, str(path)).get(section, {})
    if not isinstance(written, dict):
        raise BadInput(f"{path}, line {line_of(section, text)}: {section} is a section, written [{section}].")
    for name, value in _flat(written):
        yield name, value, f"{path}, line {line_of(name, text, section)}"
    if given := environ.get(variable(section), ""):
        try:
            found = read_toml(f"given = {{ {given} }}")["given"]
        except BadInput as error:
            raise BadInput(
                f'{variable(section)} is lines as in the file, with commas between: a = "b", c = "d".'
            ) from error
        for name, value in _flat(found):
            yield name, value, variable(section)


def _flat(values: Mapping[str, object], before: str = "") -> Iterator[tuple[str, object]]:
    for name, value in values.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value


def save_settings(path: Path | None = None, /, **changes: Value) -> None:
    """Write some settings, keeping every other line and every comment of the file.

    Raises:
        BadInput: the file has mistakes of its own, or a value is impossible; the file stays as it was.
        BilatError: the file cannot be written.
    """
    path = Path(os.path.realpath(path or settings_file()))  # a link into kept dot-files stays a link
    before = _file_values(path)
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
        f"# {says}\n# {name} = {_toml(getattr(defaults, name))}\n" for name, says in Settings.says().items()
    ]
    parts += [f"# [{section}] {says.replace('`', '')}\n" for section, says in SECTIONS.items()]
    return "\n".join(parts)


def _toml(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _with_line(text: str, name: str, value: Value) -> str:
    """The text with one setting changed: its line, else its commented line, else a new line on top."""
    line = f"{name} = {_toml(value)}"
    written = r"""("([^"\\\n]|\\.)*"|'[^'\n]*'|[^\s"'#]+)"""
    stands = re.compile(rf"^{name}[ \t]*=[ \t]*{written}(?P<rest>[ \t]*(#.*)?)$", re.MULTILINE)
    if stands.search(text):
        return stands.sub(lambda match: line + match["rest"], text, count=1)
    commented = re.compile(rf"^#[ \t]*{name}[ \t]*=.*$", re.MULTILINE)
    if commented.search(text):
        return commented.sub(lambda _: line, text, count=1)
    return f"{line}\n{text}"


def replace_file(path: Path, text: str) -> None:
    """Write beside the file and change over in one step, so that a crash leaves one or the other whole."""
    make_private(path.parent)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".settings-")  # made 0600
    new = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)
