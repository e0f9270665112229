"""When the program itself is at fault: one sentence, and a report that holds nothing of what the store holds."""

from __future__ import annotations

import platform
import traceback
from contextlib import suppress
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from db.errors import BilatError
from tui import __version__
from tui.paths import cache_folder, make_private
from tui.private_file import write_private

KEPT = 10  # reports; the oldest go
_ROOT = Path(__file__).resolve().parent.parent


def told(error: BaseException, at: datetime) -> str:
    """Write a report, and say in a few sentences what happened and where the report is."""
    last = traceback.extract_tb(error.__traceback__)[-1:]
    where = f" at {_short(last[0].filename)}:{last[0].lineno}" if last else ""
    said = (
        f"bilat has made a mistake and had to stop ({type(error).__name__}{where}). What was saved is saved,"
    )
    said += " and what was being typed comes back where it was typed."
    try:
        path = _write(report(error, at), at)
    except (BilatError, OSError):
        return f"{said} No report could be written."
    return f"{said}\nA report, without anything that you have entered: {path}"


def stumbled(error: BaseException, at: datetime) -> str:
    """Write a report of a mistake that the program outlives, and say in a sentence what it was."""
    last = traceback.extract_tb(error.__traceback__)[-1:]
    where = f" at {_short(last[0].filename)}:{last[0].lineno}" if last else ""
    with suppress(BilatError, OSError):
        _write(report(error, at), at)
    return (
        f"bilat has made a mistake with this text, and nothing was changed ({type(error).__name__}{where})."
    )


def report(error: BaseException, at: datetime) -> str:
    """What a developer needs: where it happened and in which versions; no values, no messages, no paths of yours."""
    lines = [f"bilat {__version__}, {at:%Y-%m-%d %H:%M} UTC", ""]
    lines += [f"{name} {number}" for name, number in _versions()]
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        lines += ["", f"{type(one).__module__}.{type(one).__qualname__}"]
        # The message of an error may quote what was typed or read: the line of code says enough.
        lines += [
            f"  {_short(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(one.__traceback__)
        ]
        one = one.__cause__ or one.__context__
    return "\n".join(lines) + "\n"


def _write(text: str, at: datetime) -> Path:
    folder = cache_folder() / "crashes"
    make_private(folder)
    path = folder / f"{at:%Y-%m-%d-%H%M%S-%f}.txt"
    write_private(path, text.encode())
    for old in sorted(folder.glob("*.txt"))[:-KEPT]:
        with suppress(OSError):
            old.unlink()
    return path


def _versions() -> list[tuple[str, str]]:
    found = [("Python", platform.python_version()), (platform.system(), platform.release())]
    for name in ("textual", "sqlmodel", "sqlalchemy"):
        with suppress(PackageNotFoundError):
            found.append((name, version(name)))
    return found


def _short(filename: str) -> str:
    """A file as the project or a library calls it, without the folders of whoever runs it."""
    path = Path(filename)
    if path.is_relative_to(_ROOT) and "site-packages" not in path.parts:
        return str(path.relative_to(_ROOT))
    return "/".join(path.parts[-2:])
