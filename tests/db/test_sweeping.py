"""While a step is written Python looks for no rings of objects, and afterwards it does again."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator

import pytest

from db import Store
from db.sweeping import import_for_good, made_for_good, sweep_at_rest, sweep_what_comes, unswept
from tests.db.making import visit


@pytest.fixture
def thawed() -> Iterator[None]:
    """What a test lets stand for good is swept again after it."""
    yield
    gc.enable()
    gc.unfreeze()


def test_a_step_is_not_held_up_and_leaves_everything_as_it_was(empty_store: Store) -> None:
    assert gc.isenabled()
    with empty_store.write("enter") as session:
        assert not gc.isenabled()
        visit(session)
    assert gc.isenabled()


@pytest.mark.usefixtures("thawed")
def test_what_a_large_step_has_left_is_not_gone_through_at_its_end() -> None:
    stood = gc.get_freeze_count()
    with unswept():
        left = [[number] for number in range(30_000)]
    assert gc.isenabled()
    assert gc.get_freeze_count() >= stood + len(left)


def test_what_a_small_step_has_left_is_swept_as_ever() -> None:
    gc.collect()
    stood = gc.get_freeze_count()
    with unswept():
        left = [[number] for number in range(1_000)]
    assert gc.get_freeze_count() == stood
    assert len(left) == 1_000


def test_so_does_a_step_that_fails(empty_store: Store) -> None:
    with pytest.raises(KeyError), empty_store.write("enter"):
        raise KeyError
    assert gc.isenabled()


def test_the_inner_of_two_leaves_the_end_to_the_outer() -> None:
    with unswept():
        with unswept():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


@pytest.mark.usefixtures("thawed")
def test_what_is_imported_for_good_is_never_swept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "this", raising=False)
    before = gc.get_freeze_count()
    import_for_good("this")
    assert "this" in sys.modules
    frozen = gc.get_freeze_count()
    assert frozen > before
    import_for_good("this")
    assert gc.get_freeze_count() == frozen
    assert gc.isenabled()


@pytest.mark.usefixtures("thawed")
def test_an_import_that_fails_is_swept_past_too() -> None:
    before = gc.get_freeze_count()
    with pytest.raises(ValueError, match="wrong"), made_for_good():
        raise ValueError("wrong")
    assert gc.get_freeze_count() > before
    assert gc.isenabled()


@pytest.mark.usefixtures("thawed")
def test_after_the_start_only_what_comes_is_swept() -> None:
    with unswept():
        sweep_what_comes()
        assert gc.isenabled()
        assert gc.get_freeze_count() > 0


@pytest.mark.usefixtures("thawed")
def test_the_first_frame_waits_for_no_sweep(monkeypatch: pytest.MonkeyPatch) -> None:
    before = gc.get_threshold()
    monkeypatch.setattr(gc, "collect", lambda: pytest.fail("all that was imported is gone through"))
    try:
        with unswept():
            sweep_what_comes()
            assert gc.isenabled()
    finally:
        gc.set_threshold(*before)


@pytest.mark.usefixtures("thawed")
def test_who_rests_is_swept_up_after_and_who_is_at_work_hardly_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    before, swept = gc.get_threshold(), []
    try:
        sweep_what_comes()
        assert gc.get_threshold() == (*before[:2], 100)
        monkeypatch.setattr(gc, "collect", lambda: swept.append("all"))
        monkeypatch.setattr(gc, "get_count", lambda: (0, 0, 2))
        sweep_at_rest()
        assert swept == []
        monkeypatch.setattr(gc, "get_count", lambda: (0, 0, 3))
        sweep_at_rest()
        assert swept == ["all"]
    finally:
        gc.set_threshold(*before)
