"""A surname alone is nobody new where the same text names its bearer in full."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from db import Store
from db.reading.items import Item, Items
from tests.db.making import count
from tests.tui.desk import keys, read
from tui.app import Bilat
from tui.reading_desk.surnames import named_in_full
from tui.shell.read import read as read_in_the_shell

SURNAMES = """\
Attorney General Vidal received Rita Calado, Interior Minister of Portugal, in Rabat on 4 May 2026.
Morocco’s Attorney General Omar Vidal Benani and Calado agreed to open a joint liaison office.
"""


async def test_a_surname_alone_is_whoever_is_named_in_full_in_the_same_text(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        screen = await read(pilot, SURNAMES)
        names = sorted(str(one.values["name"]) for one in screen.items if one.kind == "person")
        assert names == ["Omar Vidal Benani", "Rita Calado"]
        await keys(pilot, "A", "ctrl+s", "ctrl+s")
        assert count(desk_app.store, "official") == 2


def test_what_is_entered_unattended_has_no_second_official_either(empty_store: Store, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(SURNAMES, "utf-8")
    assert read_in_the_shell([str(path), "--store", str(empty_store.path), "--save"]) == 0
    assert count(empty_store, "official", "name LIKE '%Vidal%'") <= 1
    assert count(empty_store, "official", "name = 'Vidal'") == 0


def person(number: int, name: str, **values: Any) -> Item:
    """Somebody at the table of a meeting, of Portugal unless something else is said."""
    nobody = {"known": "", "post": "", "country": "PT", "role": "member"}
    return Item(number, "person", values.pop("under", 1), values={**nobody, "name": name, **values})


def names(*people: Item) -> list[str]:
    """What the people of a draft are called in the end."""
    meetings = tuple(Item(number, "meeting", values={"parties": ["MA", "PT"]}) for number in (1, 2))
    items: Items = (*meetings, *people)
    return [str(one.values["name"]) for one in named_in_full(items) if one.kind == "person"]


@pytest.mark.parametrize(
    ("people", "called"),
    [
        ([person(3, "Rita Calado"), person(4, "Calado")], ["Rita Calado"]),
        ([person(3, "Calado"), person(4, "Rita Calado Reis")], ["Rita Calado Reis"]),
        ([person(3, "Calado"), person(4, "Rita Calado", country="")], ["Rita Calado"]),
        ([person(3, "Reis"), person(4, "Calado Reis"), person(5, "Rita Calado Reis")], ["Rita Calado Reis"]),
        (
            [person(3, "Rita Calado"), person(4, "Rui Calado"), person(5, "Calado")],
            ["Rita Calado", "Rui Calado", "Calado"],
        ),
        ([person(3, "Rita Calado"), person(4, "Calado", country="MA")], ["Rita Calado", "Calado"]),
        ([person(3, "Rita Calado"), person(4, "Rita")], ["Rita Calado", "Rita"]),
    ],
    ids=["behind", "before", "no country", "by steps", "two of them", "another country", "a first name"],
)
def test_a_part_of_a_name_belongs_to_its_only_bearer(people: list[Item], called: list[str]) -> None:
    assert names(*people) == called


def test_who_is_at_two_tables_is_the_same_person_at_both() -> None:
    assert names(person(3, "Rita Calado"), person(4, "Calado", under=2)) == ["Rita Calado", "Rita Calado"]


def test_whoever_leads_by_the_surname_leads() -> None:
    meeting = Item(1, "meeting", values={"parties": ["MA", "PT"]})
    found = named_in_full((meeting, person(3, "Rita Calado"), person(4, "Calado", role="head")))
    assert [(one.values["name"], one.values["role"]) for one in found[1:]] == [("Rita Calado", "head")]
