"""Folding: names are found however they were typed."""

import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.names import fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Türkiye", "turkiye"),
        ("TÜRKIYE", "turkiye"),
        ("Tu\u0308rkiye", "turkiye"),
        ("Spain’s", "spains"),
        ("Spain's", "spains"),
        ("Côte d’Ivoire", "cote divoire"),
        ("Cote d´Ivoire", "cote divoire"),
        ("São Tomé & Príncipe", "sao tome principe"),
        ("Guinea-Bissau", "guinea bissau"),
        ("Guinea – Bissau", "guinea bissau"),
        ("Korea, South", "korea south"),
        ("U.S.S.R.", "u s s r"),
        ("  El\t Ouali \n", "el ouali"),
        ("ＵＳＡ", "usa"),
        ("Straße", "strasse"),
        ("İstanbul", "istanbul"),
        ("", ""),
        ("…—!", ""),
    ],
)
def test_a_name_is_found_without_its_accents_and_punctuation(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_arabic_is_found_with_or_without_vowel_signs() -> None:
    assert fold("المغرب") == "almghrb"
    assert fold("المَغْرِب") == fold("المغـرب") == fold("المغرب")


@pytest.mark.parametrize(
    "unseen", ["\x00", "\x1b", "\x7f", "\u00ad", "\u200b", "\u200f", "\u202e", "\u2066", "\ufeff"]
)
def test_characters_that_nobody_sees_do_not_split_a_name(unseen: str) -> None:
    assert fold(f"Mad{unseen}rid") == "madrid"


@pytest.mark.parametrize("space", ["\t", "\r\n", "\x85", "\xa0", "\u2009", "\u2028", "\u3000"])
def test_every_kind_of_space_parts_two_words(space: str) -> None:
    assert fold(f"Costa{space}Rica") == "costa rica"


@given(st.text(st.characters(max_codepoint=127)))
def test_a_text_without_accents_is_folded_as_beside_one_with_them(text: str) -> None:
    assert f"{fold(text)} e".strip() == fold(f"{text} é")


@given(st.text())
def test_what_is_folded_is_plain_and_stays_so(text: str) -> None:
    folded = fold(text)
    assert set(folded) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")
    assert folded == " ".join(folded.split())
    assert fold(folded) == folded


@pytest.mark.parametrize("unit", ["é", "a-", "’", "مغرب ", "\u202e", "ﷺ"])
def test_a_hundred_thousand_characters_do_not_make_anybody_wait(unit: str) -> None:
    long = unit * (100_000 // len(unit))
    began = time.perf_counter()
    fold(long)
    assert time.perf_counter() - began < 2


def test_plain_names_do_not_wake_the_transliterator() -> None:
    script = "import sys; from db.names import fold; fold('Spain'); print('anyascii' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
