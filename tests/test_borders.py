"""The borders of the house: tui -> seeds -> db, SQL in db alone, and a first screen without SQLModel."""

from __future__ import annotations

import ast
import json
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import db
import seeds
import tui

ROOT = Path(__file__).resolve().parent.parent
HEAVY = {"sqlmodel", "sqlalchemy", "alembic", "pydantic", "dateutil.parser"}
SCREEN = {"textual", "rich"}
READING = ("db", "db.errors", "db.rows", "db.dates", "db.commitments", "db.names", "db.store", "db.queries")

# Imports each module and prints what came with them; a fresh process, since this one has everything already.
IMPORTER = """
import importlib, json, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
print(json.dumps(sorted(sys.modules)))
"""

START = "import sys; from tui.cli import main; sys.exit(main())"


def modules_of(package: str) -> list[str]:
    """Every module of a package; Alembic's own scripts run inside Alembic only."""
    found = pkgutil.walk_packages([str(ROOT / package)], f"{package}.")
    names = [package, *(module.name for module in found)]
    return [name for name in names if not name.startswith("db.migrations.")]


def loaded_with(*modules: str) -> set[str]:
    """What a fresh Python holds after importing some modules."""
    done = subprocess.run(
        [sys.executable, "-c", IMPORTER, *modules], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout))


def test_the_layers_hold() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("package", ["db", "seeds"])
def test_the_store_knows_no_screen(package: str) -> None:
    assert not loaded_with(*modules_of(package)) & SCREEN


@pytest.mark.parametrize("module", READING)
def test_reading_needs_no_sqlmodel(module: str) -> None:
    assert not loaded_with(module) & (HEAVY | SCREEN)


def test_all_queries_together_need_no_sqlmodel() -> None:
    queries = [name for name in modules_of("db") if name.startswith("db.queries")]
    assert not loaded_with(*queries) & (HEAVY | SCREEN)


def test_the_whole_screen_loads_without_sqlmodel() -> None:
    assert not loaded_with(*modules_of("tui")) & HEAVY


@pytest.mark.parametrize(
    "file", sorted((ROOT / "tui").rglob("*.py")), ids=lambda file: str(file.relative_to(ROOT))
)
def test_no_screen_speaks_sql(file: Path) -> None:
    """Imports inside functions count as well."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add((node.module or "").partition(".")[0])
    assert not names & {"sqlmodel", "sqlalchemy", "sqlite3", "sqlcipher3", "alembic"}


def test_the_version_is_answered_without_anything_else() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", START, "--version"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert done.stdout.startswith("bilat ")
    assert not loaded & {"textual", "db", "seeds", "argparse", "pathlib", "platformdirs", "sqlite3"}


def test_the_help_is_answered_without_the_store_or_the_screen() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", START, "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "--demo" in done.stdout
    assert not loaded & {"textual", "db", "seeds", "platformdirs", "sqlite3"}


def test_each_package_is_what_is_installed() -> None:
    """An editable install of another copy would test that one."""
    assert {Path(package.__file__ or "").parent for package in (db, seeds, tui)} == {
        ROOT / name for name in ("db", "seeds", "tui")
    }
