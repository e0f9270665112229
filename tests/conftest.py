"""What every test stands on: a demo store of one fixed day, an empty store, and a home that is nobody's."""

from __future__ import annotations

import shutil
import signal
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from db import Store
    from tui.app import Bilat

# A run that was started in the background ignores interruptions, and would hand that on to what it tests.
signal.signal(signal.SIGINT, signal.default_int_handler)

TODAY = date(2026, 11, 21)
OFFICER = "officer"
MORNING = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)  # when the demo was made; pictures show it


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own, so that no test reads or writes the settings of whoever runs it."""
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    monkeypatch.setenv("HOME", str(home))
    for name in ("DATA", "CONFIG", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    for name in (
        "STORE",
        "DESK",
        "THEME",
        "ASCII",
        "DAY_FIRST",
        "FIRST_WEEKDAY",
        "ROLL_UP",
        "UNLOCK",
        "OFFICER",
    ):
        monkeypatch.delenv(f"BILAT_{name}", raising=False)
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    for name in ("NO_COLOR", "COLORTERM", "TEXTUAL_THEME"):
        monkeypatch.delenv(name, raising=False)
    # A program that a test starts compiles all its sources anew where nothing compiled may be kept.
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    return home


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo store as built, once a session; tests get copies."""
    from seeds import create_demo  # noqa: PLC0415 - seconds that a test without a store does not pay

    path = tmp_path_factory.mktemp("demo") / "demo.db"
    create_demo(path, today=TODAY, officer=OFFICER, clock=lambda: MORNING).close()
    return path


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new store with its reference data and nothing else; tests get copies."""
    from seeds import create_store  # noqa: PLC0415

    path = tmp_path_factory.mktemp("empty") / "empty.db"
    create_store(path, officer=OFFICER).close()
    return path


def opened_copy(original: Path, folder: Path) -> Iterator[Store]:
    from db import Store  # noqa: PLC0415

    path = folder / original.name
    shutil.copyfile(original, path)
    path.chmod(0o600)
    store = Store.open(path, officer=OFFICER)
    yield store
    store.close()


@pytest.fixture
def demo_store(demo_file: Path, tmp_path: Path) -> Iterator[Store]:
    """A private copy of the demo store, open."""
    yield from opened_copy(demo_file, tmp_path)


@pytest.fixture
def empty_store(empty_file: Path, tmp_path: Path) -> Iterator[Store]:
    """A private copy of a new store, open."""
    yield from opened_copy(empty_file, tmp_path)


@pytest.fixture
def clock() -> Callable[[], date]:
    """The calendar, held still."""
    return lambda: TODAY


@pytest.fixture
def app(demo_store: Store, clock: Callable[[], date]) -> Bilat:
    """The dashboard of the Moroccan desk on the demo store."""
    from tui.app import Bilat  # noqa: PLC0415 - Textual, which tests of db do without
    from tui.config import Settings  # noqa: PLC0415

    return Bilat(demo_store, settings=Settings(desk="MA", officer=OFFICER), clock=clock)
