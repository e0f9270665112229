"""Names of other scripts, read aloud in Latin letters."""

from __future__ import annotations

import pytest

from db.names.latin import is_latin, latin


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("عبد اللطيف الحموشي", "Abd al-Latif al-Hamushi"),
        ("عبدالعزيز بن سعود", "Abd al-Aziz bin Saud"),
        ("محمد بن سلمان", "Mohammed bin Salman"),
        ("يوسف لفتيت", "Youssef Laftit"),
        ("Сергей Волков", "Sergey Volkov"),
        ("Ђорђе Марковић", "Djordje Markovic"),
        ("Γιώργος Παπαδόπουλος", "Giorgos Papadopoulos"),
        ("Ana Ruiz", "Ana Ruiz"),
        ("Ayşe Öztürk-Kaya", "Ayşe Öztürk-Kaya"),
        ("", ""),
    ],
)
def test_a_name_can_be_read_aloud(written: str, read: str) -> None:
    assert latin(written) == read


@pytest.mark.parametrize("written", ["王毅", "דוד", "محمّد", "ا", "ع", "و", "ي" * 300, "\u0640", "Анна Ruiz"])
def test_whatever_the_script_the_reading_is_latin(written: str) -> None:
    assert is_latin(latin(written))


def test_accents_are_latin_and_other_scripts_are_not() -> None:
    assert is_latin("Ñandú O’Brien-Łuk, 3")
    assert not is_latin("Ana Руис")
