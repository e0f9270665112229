"""Whatever screen is opened, the store answers it from its indexes: nothing that grows is read from begin to end."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from db import Store
from db.reader import Reader
from tests.tui.desk import ITEM
from tests.tui.entering import settle
from tui.app import Bilat

# As keys are typed; each begins and ends on the main screen.
WALKS = {
    "lists": ("1", "s", "s", "s", "s", "2", "end", "s", "s", "s", "3", "s", "s", "4", "s", "end", "home"),
    "filters": ("4", "/", *"talks", "escape", "escape", "2", "/", *"hammouchi", "escape", "escape"),
    "fields": ("4", "/", *"#ct is:pl", "tab", "escape", "escape", "1", "/", *"is:open", "escape", "escape"),
    "records": ("1", "enter", "tab", "tab", "tab", "escape", "4", "enter", "tab", "tab", "escape"),
    "officials": ("2", "enter", "tab", "tab", "tab", "escape", "3", "enter", "tab", "escape"),
    "palette": ("ctrl+p", *"hamm", "escape"),
    "entry": ("n", *"MA>ES 28-29 jan @Hamm", "tab", *" #ct in:Mad", "escape", "escape"),
    "an outcome": ("4", "a", *"!agreed lists owner:DG due:fri", "escape", "escape"),
    "forms": ("4", "e", "tab", "tab", "escape", "escape", "2", "e", "escape", "escape"),
    "calendar": ("v", "m", "pagedown", "pageup", "pageup", "slash", "escape", "escape"),
    "brief": ("1", "b", "escape"),
    "an official to merge with": ("2", "m", "end", *"hamm", "escape", "escape"),
    "a visit to merge with": ("4", "m", "end", *"madrid", "escape", "escape"),
    "topics for a record": ("4", "t", *"cyb", "tab", "escape", "escape"),
    "whose it is": ("3", "O", *"DGS", "tab", "escape", "escape"),
    "who holds a post": ("v", "p", "H", *"hamm", "tab", "escape", "escape", "escape"),
    "who comes after": ("2", "S", *"hamm", "tab", "escape", "escape"),
    "what is carried over": ("1", "c", "end", "space", "escape", "escape"),
    "search of everything": ("4", "/", "*", *"madr", "end", "escape", "escape", "escape"),
    "a topic": ("ctrl+p", *"cyber", "enter", "end", "home", "tab", "tab", "escape", "escape"),
    "a service": ("ctrl+p", *"DGSN", "enter", "tab", "tab", "end", "escape", "escape"),
    "a pair": ("ctrl+p", *"MA-ES", "enter", "tab", "tab", "tab", "end", "escape", "escape"),
    "what was left out": ("v", "v", "slash", *"hamm", "escape", "escape"),
    "an import of a table": (
        *("I", *"trips.csv", "enter", "enter", "d", "enter", *"receives", "enter"),
        *("enter", "U", "S", "enter", "s", "u"),
    ),
    "an import of a dossier": ("I", *"dossier.json", "enter", "s", "u"),
    "a text to be read": (
        *("r", *"item.txt", "enter", "j", "p", *"hamm", "escape", "t", *"cyb", "escape"),
        *("4", "A", "ctrl+s", "u", "escape"),
    ),
    **{f"view {letter}": ("v", letter, "end", "enter", "escape", "escape") for letter in "tmcvwpx"},
}
TRIPS = "Country,Date,Name\nSpain,03/04/2025,Ann Lee\nSpain,05/06/2025,Bob Ray\n"
DOSSIER = {
    "bilat": 1,
    "source": {"title": "Register of visits", "publisher": "Bench", "reliability": "B"},
    "officials": [{"name": "Ann Lee", "country": "MA"}],
    "visits": [
        {
            "sending": "MA",
            "host": "ES",
            "date": "2029-03-04",
            "place": "Madrid",
            "title": "Register entry",
            "topics": ["CT"],
            "delegations": [{"country": "MA", "members": [{"official": "Ann Lee"}]}],
            "meetings": [{"parties": ["MA", "ES"], "date": "2029-03-04"}],
            "actions": [{"text": "exchange lists of contacts", "verb": "agreed to", "rung": "agreed"}],
        }
    ],
}
SMALL = {
    *(
        "country",
        "country_name",
        "topic",
        "topic_alias",
        "cadence",
        "setting",
        "instrument",
        "instrument_alias",
    ),
    *("near", "places", "pair_summary"),
}
"""What does not grow with what a desk writes down: lists of the world, of the pairs in it, and bounded parts."""
KNOWN = (
    # Two parts with a limit each, put together: a handful of names.
    "SELECT * FROM (SELECT k.official_id AS id, k.folded AS folded",
    # Vacant posts: every post is asked how often its holders were met, and a desk's posts are hundreds.
    "ORDER BY 5 DESC, 6 DESC, p.id LIMIT",
    # To verify looks for what is alike, in a thread: all names and titles once.
    "SELECT id, name FROM official WHERE merged_into IS NULL",
    "FROM official_name n JOIN official o ON",
    "FROM official_name a JOIN official_name b",
    "FROM post_title a JOIN post_title b",
    "FROM tenure t JOIN tenure n",
    # What a source garbled is noted beside one of a million; no index is worth its room.
    "c.stance = 'garbled'",
    # Whether a table holds more than so many rows; that many entries of its narrowest index are passed, and no more.
    "SELECT 1 FROM participant LIMIT 1 OFFSET :most",
    # Counted in a small store alone.
    "SELECT COUNT(*) FROM event e WHERE e.kind = 'visit'",
)
"""Words of the questions that are asked all the same, and why they may be."""


class Asked:
    """What was asked, by its words, with what stood for its marks the first time."""

    def __init__(self) -> None:
        self.statements: dict[str, dict[str, Any]] = {}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """All that is read from now on."""
    found = Asked()
    reads = Reader.all

    def noted(reader: Reader, sql: str, **values: Any) -> Any:
        found.statements.setdefault(sql, values)
        return reads(reader, sql, **values)

    monkeypatch.setattr(Reader, "all", noted)
    return found


def plan_of(store: Store, sql: str, values: dict[str, Any]) -> list[tuple[int, int, str]]:
    """The steps of a plan: the number of each, that of the one it belongs to, and its words."""
    with store.read() as reader:
        return [(row[0], row[1], row[3]) for row in reader.all(f"EXPLAIN QUERY PLAN {sql}", **values)]


def wrong_in(sql: str, plan: list[tuple[int, int, str]]) -> list[str]:
    """What takes the longer the more a desk has written down."""
    named = re.findall(r"\b(?:FROM|JOIN)\s+([a-z_]+)(?:\s+(?:AS\s+)?([a-z_0-9]+))?", sql)
    tables = {alias or table: table for table, alias in named} | {table: table for table, _ in named}
    grown = [
        (parent, step)
        for _, parent, step in plan
        if step.startswith("SCAN ") and tables.get(step.split()[1], "near") not in SMALL
    ]
    bare = [step for _, step in grown if " INDEX " not in step and not _by_number(sql, step)]
    sorting = {parent for _, parent, step in plan if step == "USE TEMP B-TREE FOR ORDER BY"}
    return bare + [f"{step}, sorted" for parent, step in grown if parent in sorting and step not in bare]


def _by_number(sql: str, step: str) -> bool:
    """Whether a table is read in the order of its ids, and only so far."""
    of = f"(?:{step.split()[1]}\\.)?"
    return re.search(rf"ORDER BY {of}id(?: DESC)? LIMIT [:0-9]", sql) is not None


@pytest.fixture
def files(folder: Path) -> None:
    """What can come in, where the program was started."""
    (folder / "trips.csv").write_text(TRIPS, "utf-8")
    (folder / "item.txt").write_text(ITEM, "utf-8")
    (folder / "dossier.json").write_text(json.dumps(DOSSIER), "utf-8")


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("walk", sorted(WALKS))
async def test_what_a_screen_asks_is_answered_from_an_index(app: Bilat, asked: Asked, walk: str) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        for key in WALKS[walk]:
            await pilot.press({" ": "space", "#": "number_sign"}.get(key, key))
            await settle(pilot)
        statements = dict(asked.statements)
        plans = {sql: plan_of(app.store, sql, values) for sql, values in statements.items()}
    found = [
        f"{step}: {' '.join(sql.split())}" for sql, plan in plans.items() for step in wrong_in(sql, plan)
    ]
    assert statements
    assert [one for one in found if not any(words in one for words in KNOWN)] == []
