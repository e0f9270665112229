"""What is merged and taken back leaves no trace in an export, also later and after other work."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings

from db import Store
from db.commands.removal import remove
from db.rows import Key
from tests.db.exchange.carrying import copied, out, taken_in, text_of
from tests.db.making import visit_entered
from tests.db.merging.merges import merged, unmerged, visit_key
from tests.db.merging.test_merging_anything import Try, attempt, tries


def test_an_undone_merge_leaves_the_export_as_it_was(demo_store: Store) -> None:
    before = text_of(demo_store)
    keep, lose = Key("official", "1"), Key("official", "2")
    merged(demo_store, keep, lose, {"country": "keep"})
    assert text_of(demo_store) != before
    demo_store.undo()
    assert text_of(demo_store) == before


def test_a_merge_that_is_taken_back_after_other_work_leaves_no_trace_either(demo_store: Store) -> None:
    before = text_of(demo_store)
    merged(demo_store, visit_key(demo_store, "V-2025-001"), visit_key(demo_store, "V-2022-001"))
    other = visit_entered(demo_store, ref="V-2026-900", sending="DE", host="FR")
    unmerged(demo_store, visit_key(demo_store, "V-2022-001"))
    with demo_store.write("delete") as session:
        remove(session, other)
    assert text_of(demo_store) == before


@settings(
    max_examples=6,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
@given(wishes=tries)
def test_whatever_was_merged_goes_out_and_in_and_comes_back_by_undo(
    demo_file: Path, empty_file: Path, wishes: list[Try]
) -> None:
    with copied(demo_file) as store, copied(empty_file) as other:
        texts = [text_of(store)]
        texts += [text_of(store) for wish in wishes if attempt(store, wish) is not None]
        taken_in(other, out(store))
        assert text_of(other) == texts[-1]
        for expected in reversed(texts[:-1]):
            store.undo()
            assert text_of(store) == expected
