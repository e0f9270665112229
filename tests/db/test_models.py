"""The tables are declared by subject, and only when something names them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from sqlmodel import SQLModel

from db import models

ROOT = Path(__file__).resolve().parents[2]
SUBJECTS = sorted({subject for subject, _ in models.TABLES.values()})

# Declares one subject in a fresh process, asks for what its tables name as saving does, and tells what is declared.
ALONE = """
import json, sys
from db import models
from sqlmodel import SQLModel
getattr(models, sys.argv[1])
named = [key.column.table.name for table in SQLModel.metadata.tables.values() for key in table.foreign_keys]
print(json.dumps(sorted(SQLModel.metadata.tables)))
"""


def declared_with(model: str) -> set[str]:
    """The tables that a fresh Python knows once it has named a model."""
    done = subprocess.run(
        [sys.executable, "-c", ALONE, model], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout))


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_subject_brings_along_whatever_its_tables_name(subject: str) -> None:
    first = next(model for where, model in models.TABLES.values() if where == subject)
    assert declared_with(first) >= {table for table, (where, _) in models.TABLES.items() if where == subject}


def test_a_visit_can_be_entered_without_declaring_outcomes_and_people() -> None:
    declared = declared_with("Visit")
    assert not declared & {"action", "followup", "official", "post", "source", "participant", "brief"}


def test_every_table_is_known_by_its_name_and_stands_behind_those_it_names() -> None:
    assert {str(model.__tablename__) for model in models.every()} == models.TABLES.keys()
    assert [models.model_of(table).__name__ for table in models.TABLES] == [
        name for _, name in models.TABLES.values()
    ]
    assert sorted(name for _, name in models.TABLES.values()) == models.__all__
    in_order = [table.name for table in SQLModel.metadata.sorted_tables if table.name in models.TABLES]
    assert list(models.TABLES) == in_order


def test_what_gets_ready_for_a_change_leaves_no_table_for_the_first_one() -> None:
    ready = "from db.commands.ready import make_ready\nmake_ready()\n"
    done = subprocess.run(
        [sys.executable, "-c", ready + ALONE, "Setting"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert set(json.loads(done.stdout)) >= models.TABLES.keys()


def test_no_other_name_is_a_table() -> None:
    with pytest.raises(AttributeError, match="Visitor"):
        models.Visitor  # noqa: B018 - asking is the test
