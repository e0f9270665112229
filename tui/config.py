"""The officer's settings: one small file, written by the program and readable by a person.

The command line wins over the environment, the environment over the file, the file over the default.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from pathlib import Path

from db.bounded_file import TooBigError, read_small
from db.bounded_toml import read_toml
from db.dates.weekends import read_weekend
from db.errors import BadInput
from tui.paths import reason, settings_file

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


def login_name() -> str:
    """Who is at the keyboard, as the operating system knows them; "officer" where it does not."""
    import getpass  # noqa: PLC0415 - only where nobody has said who it is

    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # which one depends on the Python version
        return "officer"


@dataclass(frozen=True)
class Settings:
    """What an officer may set; a field's `says` is its line in the file and in the README, with {ids} for keys."""

    desk: str = field(
        default="",
        metadata={
            "says": "the desk's country by code or name, such as MA, whose working days count; empty shows every pair"
        },
    )
    working_days: str = field(
        default="",
        metadata={"says": "the days that the desk works, such as Sun-Thu; empty takes those of its country"},
    )
    theme: str = field(default="bilat", metadata={"says": "the colours; {theme} shows all themes"})
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
        metadata={"says": "count former states with those that came after them; {roll_up} turns it"},
    )
    backups: str = field(
        default="7 4 12",
        metadata={"says": "how many of the daily backups stay: days, weeks, months; 0 0 0 makes none"},
    )
    unlock: str = field(
        default="",
        metadata={
            "says": "a command that prints the passphrase of an encrypted store, such as pass show bilat; empty asks"
        },
    )
    officer: str = field(
        default_factory=login_name,
        metadata={"says": "the name written beside what you change", "shown": "your login name"},
    )

    @classmethod
    def names(cls) -> tuple[str, ...]:
        """What there is to be set."""
        return tuple(each.name for each in fields(cls))

    @classmethod
    def says(cls) -> dict[str, str]:
        """What each setting is for, by name, with the keys that the officer chose."""
        from tui.keys import keyed  # noqa: PLC0415 - the table of keys, which reading the settings does without

        return {each.name: keyed(str(each.metadata["says"])) for each in fields(cls)}


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
    values = file_values(path)
    for name in Settings.names():
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
    if name in ("ascii", "day_first", "roll_up"):
        return _switch(name, value, place)
    if read := _READERS.get(name):
        return read(value, place)
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
    words = value.strip() if isinstance(value, str) else ""
    if value == "" or re.fullmatch("[A-Za-z]{2}", words):
        return words.upper()
    if words:
        from tui.desks import desk_code  # noqa: PLC0415 - names of all countries, for a desk that is no code

        return desk_code(words, place)
    raise BadInput(f"{place}: desk is a country code such as MA, not {_shown(value)}.")


def _backups(value: object, place: str) -> str:
    if isinstance(value, str) and re.fullmatch(r"\s*\d{1,3}\s+\d{1,3}\s+\d{1,3}\s*", value):
        return " ".join(value.split())
    raise BadInput(f'{place}: backups is three numbers such as "7 4 12", not {_shown(value)}.')


def _working_days(value: object, place: str) -> str:
    days = value.strip() if isinstance(value, str) else _shown(value)
    try:
        read_weekend(days or "Mon")
    except BadInput as error:
        raise BadInput(f"{place}: {error}") from None
    return days


_READERS: dict[str, Callable[[object, str], Value]] = {
    "first_weekday": _weekday,
    "desk": _desk,
    "backups": _backups,
    "working_days": _working_days,
}
"""How a setting is read that is neither a switch nor some words."""


def _shown(value: object) -> str:
    return ascii(value)[:60]


# --- the file ---------------------------------------------------------------------------------------------


def file_values(path: Path) -> dict[str, Value]:
    """The settings that stand in the file.

    Raises:
        BadInput: one that does not exist, or that cannot be, with its line.
    """
    text = text_of(path)
    values: dict[str, Value] = {}
    for name, value in read_toml(text, str(path)).items():
        if name in SECTIONS:
            continue
        place = f"{path}, line {line_of(name, text)}"
        if name not in Settings.names():
            raise BadInput(f'{place}: there is no setting "{_shown(name)[1:-1]}"; {nearest(name)}')
        values[name] = checked(name, value, place)
    return values


def text_of(path: Path) -> str:
    """The settings file as it stands, "" where there is none.

    Raises:
        BadInput: it cannot be read.
    """
    try:
        return read_small(path)
    except FileNotFoundError:
        return ""
    except TooBigError as error:
        raise BadInput(f"{path} has more than a megabyte; settings are a few lines.") from error
    except UnicodeDecodeError as error:
        raise BadInput(f"{path} is not a text file in UTF-8.") from error
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {reason(error)}.") from error


def nearest(name: str) -> str:
    """What may have been meant by the name of a setting that does not exist."""
    known = (*Settings.names(), *SECTIONS)
    near = get_close_matches(name, known, n=1)
    return f'did you mean "{near[0]}"?' if near else f"there are {', '.join(known)}."


MOST_LINES = 500  # of a section; for each its place in the file is looked for


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
    lines = dict(_flat(written))
    if len(lines) > MOST_LINES:
        raise BadInput(
            f"{path}, line {line_of(section, text)}: [{section}] has more than {MOST_LINES} lines."
        )
    for name, value in lines.items():
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
