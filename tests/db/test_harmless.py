"""A dossier as text: every letter as it is, save those that would act on a terminal, also where it is long."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from db import harmless
from db.harmless import escaped, json_text

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=30,
)


@given(plain=PLAIN, indent=st.sampled_from([None, 1, 2]))
def test_what_is_written_reads_back_as_it_was(plain: object, indent: int | None) -> None:
    text = json_text(plain, indent)
    assert json.loads(text) == plain
    assert text == escaped(json.dumps(plain, ensure_ascii=False, indent=indent))


def test_a_long_text_is_escaped_to_its_end() -> None:
    long = "a\u202e" * harmless._LETTERS
    assert escaped(long) == "a\\u202e" * harmless._LETTERS
    assert json_text([long] * 3, 1) == escaped(json.dumps([long] * 3, ensure_ascii=False, indent=1))
