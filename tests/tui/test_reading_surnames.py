"""A surname alone is nobody new where the same text names its bearer in full."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from db import Store
from db.reading.people.surnames import in_full
from db.reading.proposals import ReadPerson
from tests.db.making import count
from tests.tui.desk import keys, read
from tui.app import Bilat
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


def person(name: str, **values: Any) -> ReadPerson:
    """Somebody of Portugal unless something else is said."""
    return ReadPerson(name, **{"post": "", "country": "PT", "head": False, "spans": (), **values})


def names(*tables: tuple[ReadPerson, ...]) -> list[str]:
    """What the people at some tables are called in the end."""
    return [one.name for table in in_full(tables) for one in table]


@pytest.mark.parametrize(
    ("people", "called"),
    [
        ([person("Rita Calado"), person("Calado")], ["Rita Calado"]),
        ([person("Calado"), person("Rita Calado Reis")], ["Rita Calado Reis"]),
        ([person("Calado"), person("Rita Calado", country="")], ["Rita Calado"]),
        ([person("Reis"), person("Calado Reis"), person("Rita Calado Reis")], ["Rita Calado Reis"]),
        (
            [person("Rita Calado"), person("Rui Calado"), person("Calado")],
            ["Rita Calado", "Rui Calado", "Calado"],
        ),
        ([person("Rita Calado"), person("Calado", country="MA")], ["Rita Calado", "Calado"]),
        ([person("Rita Calado"), person("Rita")], ["Rita Calado", "Rita"]),
    ],
    ids=["behind", "before", "no country", "by steps", "two of them", "another country", "a first name"],
)
def test_a_part_of_a_name_belongs_to_its_only_bearer(people: list[ReadPerson], called: list[str]) -> None:
    assert names(tuple(people)) == called


def test_who_is_at_two_tables_is_the_same_person_at_both() -> None:
    assert names((person("Rita Calado"),), (person("Calado"),)) == ["Rita Calado", "Rita Calado"]


def test_whoever_leads_by_the_surname_leads() -> None:
    ((found,),) = in_full([(person("Rita Calado"), person("Calado", head=True))])
    assert (found.name, found.head) == ("Rita Calado", True)


def test_the_dossier_names_whoever_is_named_in_full_as_the_desk_does(
    empty_store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "article.txt"
    path.write_text(SURNAMES, "utf-8")
    assert read_in_the_shell([str(path), "--store", str(empty_store.path), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert sorted(one["name"] for one in told["officials"]) == ["Omar Vidal Benani", "Rita Calado"]
