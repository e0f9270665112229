"""What the first keys open is there before they are pressed."""

from __future__ import annotations

import subprocess
import sys

from tui.started import _SOON_WANTED

A_FEW = 20


def test_what_the_first_keys_open_is_there_to_be_imported_and_does_not_bring_sqlmodel() -> None:
    script = (
        "import sys; from importlib import import_module\n"
        f"for name in {_SOON_WANTED!r}: import_module(name)\n"
        "print('sqlmodel' in sys.modules or 'pydantic' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"


def test_no_key_waits_for_more_than_a_few_modules() -> None:
    script = (
        "import sys, tui.started; from importlib import import_module\n"
        "def brought(name):\n"
        "    before = set(sys.modules); import_module(name)\n"
        "    return sum(module.startswith(('db.', 'tui.')) for module in set(sys.modules) - before)\n"
        "print(*max((brought(name), name) for name in tui.started._SOON_WANTED))"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    many, name = told.stdout.split()
    assert int(many) <= A_FEW, f"{name} brings {many} modules at once"
