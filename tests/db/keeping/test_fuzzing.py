"""Whatever is typed or comes in a file is read or refused in a sentence: no crash, no hang, no flood of memory.

`BILAT_FUZZ=2000 pytest tests/db/keeping/test_fuzzing.py` tries so many cases of each kind instead of a few.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.errors import BilatError
from tests.db.keeping.strange import READERS

if TYPE_CHECKING:
    from types import FrameType

    from db import Store

CASES = int(os.environ.get("BILAT_FUZZ", "15"))
PATIENCE = 10  # seconds for one case, on a machine that has other things to do as well
ROOT = Path(__file__).resolve().parents[3]
ODD = (
    "\x00", "\ud800", "\u202e", "\u200f", "\uff11", "e\u0301", "\r", "%s{0}",
    "0" * 400, "9" * 5_000, "(" * 3_000, "[" * 3_000,
)  # fmt: skip


@contextmanager
def bounded(what: object) -> Iterator[None]:
    """Fail where something takes too long."""

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise AssertionError(f"no end within {PATIENCE} s: {what!r}"[:2_000])

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@st.composite
def spoiled(draw: st.DrawFn, example: str | bytes) -> str | bytes:
    """An example with a few pieces of it changed, doubled, taken out or put elsewhere, or nothing like it at all."""
    if draw(st.integers(0, 9)) == 0:
        return draw(st.text(max_size=300)) if isinstance(example, str) else draw(st.binary(max_size=300))
    return _spoiled_text(draw, example) if isinstance(example, str) else _spoiled_bytes(draw, example)


def _spoiled_text(draw: st.DrawFn, text: str) -> str:
    for _ in range(draw(st.integers(1, 5))):
        one, other = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
        new = draw(
            st.one_of(st.just(""), st.sampled_from(ODD), st.text(max_size=6), st.just(text[one:other] * 2))
        )
        text = (text[:one] + new + text[other:])[:20_000]
    return text


def _spoiled_bytes(draw: st.DrawFn, raw: bytes) -> bytes:
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(raw)))
        stop = min(len(raw), start + draw(st.sampled_from((0, 1, 1, 2, 4, 40, 400))))
        odd = st.sampled_from(ODD).map(lambda text: text.encode("utf-8", "surrogatepass"))
        new = draw(st.one_of(st.just(b""), odd, st.binary(max_size=4), st.just(raw[start:stop] * 3)))
        raw = (raw[:start] + new + raw[stop:])[:200_000]
    return raw


@pytest.mark.parametrize("name", READERS)
@pytest.mark.filterwarnings("ignore")  # libraries warn of what they read, and that is no failure
def test_anything_is_read_or_refused_in_a_sentence(name: str, demo_store: Store) -> None:
    reader = READERS[name]
    reader_is_right(name, demo_store)

    @settings(
        max_examples=CASES,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        derandomize=CASES < 100,
    )
    @given(spoiled(reader.example))
    def try_it(case: str | bytes) -> None:
        with bounded(case):
            try:
                reader.read(demo_store, case)
            except BilatError as error:
                assert str(error).strip()  # noqa: PT017 - every refusal has its words
                assert "Traceback" not in str(error)  # noqa: PT017

    try_it()


def reader_is_right(name: str, store: Store) -> None:
    """The example itself is read, or the spoiling would be of nothing; of an empty PDF nothing can be."""
    with suppress(BilatError) if name == "PDF" else bounded(name):
        READERS[name].read(store, READERS[name].example)


BOMBS = (
    "json deep", "toml deep", "zip", "zip in xlsx", "xml entities", "html deep", "mail deep", "csv long",
    "calendar long", "card long", "pdf objects", "digits", "entry long", "html links", "html attributes",
    "mail head", "mail subject", "mail parts", "word long", "pdf drawn", "toml long", "settings long",
    "settings many", "edtf long", "article long", "huge",
)  # fmt: skip


@pytest.mark.parametrize("bomb", BOMBS)
def test_bombs_do_not_go_off(bomb: str, small_file: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.db.keeping.bombs", bomb, str(small_file)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr[-3000:]
