"""Spellings of one name come together under its consonants, whatever the script."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.names import fold
from db.names.compare import LIKELY, SURNAME_ALONE, compare
from db.names.context import Facts, in_context
from db.names.skeleton import keys, skeleton


@pytest.mark.parametrize(
    "spellings",
    [
        ("Abdellatif Hammouchi", "Abdel-Latif El Hamouchi", "Abd al-Latif Hamushi", "عبد اللطيف حموشي"),
        ("Abdelfattah al-Sisi", "Abdel Fattah El Sissi", "عبد الفتاح السيسي"),
        ("Nour-Eddine Boutayeb", "Noureddine Boutayeb", "نور الدين بوطيب"),
        ("Hassan Nasrallah", "Hasan Nasr Allah", "حسن نصر الله"),
        ("Rachid Jettou", "Rashid Djettou"),
        ("Vladimir Putin", "Vladimir Poutine", "Владимир Путин"),
        ("Kyriakos Mitsotakis", "Κυριάκος Μητσοτάκης"),
        ("Fernando Grande-Marlaska", "Fernando Grande Marlasca", "GRANDE-MARLASKA Fernando"),
        ("Jürgen Stock", "Juergen Stock", "Jurgen Stock"),
        ("Gen. Nasser Bourita", "S.E. M. Nasser Bourita", "Naser Bouritah"),
    ],
)
def test_spellings_of_one_name_have_one_skeleton(spellings: tuple[str, ...]) -> None:
    assert {skeleton(one) for one in spellings} == {skeleton(spellings[0])}


def test_a_skeleton_is_sorted_and_holds_consonants_only() -> None:
    assert skeleton("Hammouchi, Abdellatif") == skeleton("Abdellatif Hammouchi") == "abdltf hmx"
    assert skeleton("A. Hammouchi") == "hmx"
    assert skeleton("…") == skeleton("") == ""


def test_a_word_is_looked_up_by_each_way_it_may_be_read() -> None:
    assert keys("Gamal") & keys("Jamal")
    assert keys("Wladimir") & keys("Vladimir")
    assert keys("Khalid") & keys("Jalid")
    assert keys("Othman") & keys("Osman")
    assert keys("Serhiy") & keys("Sergei")
    assert keys("Idriss") & keys("Driss")
    assert keys("Ben Ali") & keys("Benali")


def why(one: str, other: str) -> str:
    return compare(one, other).why


def test_the_reason_is_told_in_words() -> None:
    assert why("Nasser Bourita", "nasser bourita") == "same spelling"
    assert why("Nasser Bourita", "Nacer Bourita") == "same consonants"
    assert why("Nasser Bourita", "ناصر بوريطة") == "Arabic spelling"
    assert why("Sergei Lavrov", "Сергей Лавров") == "Cyrillic spelling"
    assert why("Nasser Bourita", "N. Bourita") == "same surname, initial fits"
    assert why("Wang Yi", "Yi Wang") == "same spelling, in another order"
    assert why("Francisco Pardo", "Francisco Pardo Piqueras") == "same spelling, one name more"
    assert why("Hassan Naji", "Hussein Naji") == "same consonants, other vowels"
    assert why("Éric Dupond-Moretti", "Éric Dupont-Moretti") == "one letter apart"


def test_a_surname_alone_suggests_and_is_never_likely() -> None:
    for alone in ("Hammouchi", "Hamouchi", "حموشي"):
        score = compare(alone, "Abdellatif Hammouchi").score
        assert 0.4 < score <= SURNAME_ALONE < LIKELY
    assert compare("Hammouchi", "Hammouchi").score < LIKELY


def test_brothers_fathers_and_namesakes_are_told_apart() -> None:
    for one, other in (
        ("Mohamed Hammouchi", "Abdellatif Hammouchi"),
        ("Mohammed bin Salman bin Abdulaziz", "Salman bin Abdulaziz"),
        ("Khalifa bin Hamad Al Thani", "Hamad bin Khalifa Al Thani"),
        ("Samir Naji", "Samira Naji"),
        ("Hassan Nasrallah", "حسين نصر الله"),
        ("Francisco Pardo Piqueras", "Francisco Pardo Bazán"),
    ):
        assert compare(one, other).score < LIKELY, (one, other)


def test_context_ranks_and_makes_nobody_likely() -> None:
    name = compare("Nasser Bourita", "Nacer Bourita")
    both = Facts(same_country=True, same_office=True, meetings=2)
    assert in_context(name, both).score > name.score
    assert in_context(name, both).why == "same consonants, same office, met together"
    assert in_context(name, Facts(same_country=False)).score < name.score
    assert in_context(name, Facts(same_country=False)).why == "same consonants, another country"
    assert in_context(name, Facts()) == name
    alone = compare("Bourita", "Nacer Bourita")
    assert in_context(alone, Facts(same_country=True, same_office=True, meetings=50)).score < LIKELY


@given(st.text())
def test_any_text_has_a_plain_skeleton(text: str) -> None:
    found = skeleton(text)
    assert set(found) <= set("abcdefghijklmnopqrstuvwxyz ")
    assert found.split() == sorted(found.split())
    assert 0 <= compare(text, text[::-1]).score <= 1


@given(st.text(alphabet="abdelrhimou-. 'عبدالو"))
def test_a_name_is_like_itself(name: str) -> None:
    if len(skeleton(name).split()) > 1:
        assert compare(name, name).score >= LIKELY


@pytest.mark.parametrize("unit", ["abd ", "al-", "عبد ", "a. ", "é", "("])
def test_a_hundred_thousand_letters_do_not_make_anybody_wait(unit: str) -> None:
    long = unit * (100_000 // len(unit))
    began = time.perf_counter()
    skeleton(long)
    compare(long, "Abdellatif Hammouchi")
    assert time.perf_counter() - began < 2


def test_folding_alone_does_not_pay_for_comparing() -> None:
    script = "import sys; from db.names import fold; fold('Spain'); print('db.names.words' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
    assert fold("Spain") == "spain"
