"""Text from anywhere goes in and comes out as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from db import queries
from db.models import Visit
from db.rows import (
    OfficialCard,
)
from tests.db.looking import card, visit_card
from tests.db.making import (
    entered,
    visit_entered,
)

if TYPE_CHECKING:
    from db import Store

HOSTILE = {
    "markup": "[bold red]Ruiz[/] [link=https://example.org]x[/link] [",
    "escape": "\x1b[31mred\x1b]0;title\x07\x1b[2J",
    "turned round": "\u202etxt.exe\u202c \u2066x\u2069",
    "quotes": "'; DROP TABLE visit; -- \"%_\\",
    "lines": "first\nsecond\r\nthird\tend",
    "long": "ü" * 100_000,
    "scripts": "عبد اللطيف الحموشي 李明 👩‍👩‍👧 é é ﬀ",
    "spaces": "  leading and trailing  ",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_goes_in_and_comes_out_as_it_was(empty_store: Store, text: str) -> None:
    entered(
        empty_store,
        {
            "source": {"key": "press", "title": text, "note": text},
            "visits": [
                {
                    "ref": "V-2025-001",
                    "sending": "MA",
                    "host": "ES",
                    "title": text,
                    "purpose": text,
                    "place": text,
                    "date_text": text,
                    "note": text,
                    "delegations": [{"level": text, "members": [{"group": text, "as_printed": text}]}],
                    "actions": [
                        {
                            "text": text,
                            "verb": text,
                            "rung": "agreed",
                            "deliverable": text,
                            "followups": [{"text": text}],
                        }
                    ],
                }
            ],
            "officials": [{"name": text, "sort_name": text, "native_name": text}],
            "citations": [
                {"of": "V-2025-001", "field": "note", "value": text, "quote": text, "locator": text}
            ],
        },
    )
    found = visit_card(empty_store, 1)
    assert (found.title, found.purpose, found.place, found.note) == (text,) * 4
    assert found.date.text == text
    (delegation,) = found.delegations
    assert (delegation.level, delegation.members[0].label, delegation.members[0].as_printed) == (text,) * 3
    (outcome,) = found.actions
    assert (outcome.text, outcome.verb) == (text, text)
    assert found.followups[0].text == text
    (citation,) = found.citations
    assert (citation.value, citation.quote, citation.locator, citation.source) == (text,) * 4
    person = card(empty_store, "official", 1)
    assert isinstance(person, OfficialCard)
    assert (person.name, person.native_name) == (text, text)
    assert queries.timeline(empty_store, None).rows(0, 1)[0].title == text
    assert queries.officials(empty_store).rows(0, 1)[0].name == text
    with empty_store.read() as reader:
        labels = [row.label for row in queries.find_records(reader, "2025 001")]
    assert any(len(label) > len("MA→ES ") and f"MA→ES {text}".startswith(label) for label in labels)


def test_hostile_text_is_told_by_history_as_it_is(empty_store: Store) -> None:
    key = visit_entered(empty_store)
    for text in HOSTILE.values():
        with empty_store.write(text[:50]) as session:
            session.get_one(Visit, 1).title = text
    with empty_store.read() as reader:
        told = queries.history(reader, key)
    assert [line.after for line in reversed(told)][1:] == list(HOSTILE.values())
