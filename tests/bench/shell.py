"""Words of the shell: how long one takes, and how much of a dossier goes in a second."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.bench.figures import Figures

BILAT = [sys.executable, "-m", "tui"]
IMPORTED = 5_000
"""So many visits are in the dossier and in the table that go in: the start of the program is a small part of it."""
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
    """Visits that go in a second, of which the store has none yet: as a dossier and as a table."""
    dossier, table = store.with_name("dossier.json"), store.with_name("trips.csv")
    dossier.write_text(json.dumps(invented(IMPORTED)), "utf-8")
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("from", "to", "date", "place", "people", "title"), *trips(IMPORTED)])
    into = ["--store", str(store)]
    figures.add("import", IMPORTED / seconds([*BILAT, "import", str(dossier), *into], environment))
    as_table = [*BILAT, "import", str(table), "--as", "visits", *into]
    figures.add("table", IMPORTED / seconds(as_table, environment))


def trips(visits: int) -> Iterator[tuple[str, ...]]:
    """Lines of a spreadsheet in which somebody kept trips."""
    for number in range(visits):
        date = f"{2030 + number // 300}-{1 + number // 25 % 12:02}-{1 + number % 25:02}"
        yield "MA", "PT", date, "Lisbon", _name(number % PEOPLE), f"Trip {number}"


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
