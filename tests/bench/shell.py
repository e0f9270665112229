"""Words of the shell: how long one takes, and how much of a dossier goes in a second."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.bench.figures import Figures

BILAT = [sys.executable, "-m", "tui"]
IMPORTED = 500
"""So many visits are in the dossier that goes in."""
PEOPLE = 200


def seconds(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """How long a command takes that must succeed."""
    begun = time.monotonic()
    subprocess.run(command, env=environment, check=True, capture_output=True)
    return time.monotonic() - begun


def bare(environment: Mapping[str, str], figures: Figures) -> None:
    """What no word can do without: Python itself, and for what writes, SQLModel."""
    figures.add("python", 1000 * seconds([sys.executable, "-c", "pass"], environment))
    figures.add("import sqlmodel", 1000 * seconds([sys.executable, "-c", "import sqlmodel"], environment))


def words(store: Path, environment: Mapping[str, str], figures: Figures, turn: int) -> None:
    """What an officer or a script asks for most."""
    figures.add("version", 1000 * seconds([*BILAT, "--version"], environment))
    figures.add("due", 1000 * seconds([*BILAT, "due", "--store", str(store)], environment))
    line = f"MA>FR 3-4 mar {2050 + turn} in:Paris records of the bench"
    # Among a million visits one of unknown year is near any day, and the word would ask about it.
    add = [*BILAT, "add", line, "--anyway", "--store", str(store)]
    figures.add("add", 1000 * seconds(add, environment))


def imports(store: Path, environment: Mapping[str, str], figures: Figures) -> None:
    """Visits that go in a second, with people, a meeting and outcomes; nothing of it is in the store yet."""
    dossier = store.with_name("dossier.json")
    dossier.write_text(json.dumps(invented(IMPORTED)), "utf-8")
    took = seconds([*BILAT, "import", str(dossier), "--store", str(store)], environment)
    figures.add("import", IMPORTED / took)


def invented(visits: int) -> dict[str, object]:
    """A dossier of visits of the desk's country that no store has."""
    return {
        "bilat": 1,
        "source": {"title": "Register of visits", "publisher": "Bench", "reliability": "B"},
        "officials": [{"name": _name(number), "country": "MA"} for number in range(PEOPLE)],
        "visits": [_visit(number) for number in range(visits)],
    }


def _name(number: int) -> str:
    return f"Bench {chr(65 + number // 26)}{chr(97 + number % 26)}ster"


def _visit(number: int) -> dict[str, object]:
    date = f"{2060 + number // 300}-{1 + number // 25 % 12:02}-{1 + number % 25:02}"
    people = [{"official": _name((number + step) % PEOPLE), "rank": step + 1} for step in range(2)]
    return {
        "sending": "MA",
        "host": "ES" if number % 2 else "FR",
        "date": date,
        "place": "Madrid",
        "title": f"Register entry {number}",
        "topics": ["CT"],
        "delegations": [{"country": "MA", "members": people}],
        "meetings": [{"parties": ["MA", "ES" if number % 2 else "FR"], "date": date}],
        "actions": [
            {"text": f"exchange lists of contacts, part {number}", "verb": "agreed to", "rung": "agreed"},
            {"text": f"a seminar on registers, number {number}", "verb": "discussed", "rung": "discussed"},
        ],
    }
