"""One source that was entered twice."""

from __future__ import annotations

from typing import Any

from db import Store, queries
from db.commands.dossiers import enter_dossier
from db.drafts import Dossier
from db.rows import Key
from tests.db.making import TODAY, count, entered
from tests.db.merging.merges import (
    HOME,
    book,
    key_of,
    merged,
    names_it,
    unmerged,
)


def source(store: Store, key: str, body: str, quote: str, **values: Any) -> Key:
    start = body.find(quote)
    plain = {
        "source": {"key": key, "body": body, **values},
        "citations": [
            {
                "of": HOME,
                "field": "place",
                "value": "Madrid",
                "quote": quote,
                "span": [start, start + len(quote)],
            }
        ],
    }
    with store.write("import") as session:
        enter_dossier(session, Dossier.from_plain({"bilat": 1, **plain}), today=TODAY)
    return key_of(store, "source", "key = :key", key=key)


def test_a_merged_source_is_found_by_its_old_key_and_its_quotes_point_into_the_kept_text(
    twins: Store,
) -> None:
    keep = source(twins, "one", "They met in Madrid on Tuesday.", "met in Madrid")
    lose = source(twins, "two", "On Tuesday they met in Madrid, in the rain.", "they met in Madrid")
    gone = source(twins, "three", "They met in Madrid on Tuesday", "Tuesday")
    before = book(twins)
    with twins.read() as reader:
        assert queries.sides(reader, keep, lose).doubts == (
            "Their texts differ; a reprint by another paper is a source of its own.",
        )
    merged(twins, keep, lose)
    merged(twins, keep, gone)
    with twins.read() as reader:
        spans = reader.all("SELECT quote, span_start, span_end FROM citation ORDER BY id")
    assert spans == [("met in Madrid", 5, 18), ("they met in Madrid", None, None), ("Tuesday", 22, 29)]
    entered(twins, {"source": {"key": "two"}, "visits": [{"ref": HOME, "sending": "MA", "host": "ES"}]})
    assert count(twins, "source") == 3
    assert names_it(twins, lose) == []
    unmerged(twins, gone)
    unmerged(twins, lose)
    assert book(twins) == before


def test_what_two_sources_say_alike_is_said_once(twins: Store) -> None:
    keep = source(twins, "one", "They met in Madrid.", "met in Madrid")
    lose = source(twins, "two", "They met in Madrid. It rained.", "met in Madrid")
    done = merged(twins, keep, lose)
    assert done.dropped["citation"] == 1
    assert count(twins, "citation") == 1


def test_a_reprint_of_a_merged_source_is_a_reprint_of_the_kept_one(twins: Store) -> None:
    keep = source(twins, "one", "They met in Madrid.", "met")
    lose = source(twins, "two", "They met in Madrid. It rained.", "rained")
    reprint = source(twins, "three", "Rain in Madrid.", "Rain", duplicate_of="two")
    merged(twins, keep, lose)
    assert (
        count(twins, "source", "id = :id AND duplicate_of = :keep", id=int(reprint.id), keep=int(keep.id))
        == 1
    )
