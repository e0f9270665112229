"""Arabic names behind a rank, with their office behind them, and words with the signs that say how they sound."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import Store
from tests.db.reading.conftest import Read
from tui.shell.read import read as read_in_the_shell

RECEIVED = (
    "استقبل الفريق سعيد بن خلفان البوسعيدي المفتش العام للشرطة بمكتبه اليوم اللواء ماجد الزيودي مدير الأمن العام"
    " بالمملكة الأردنية الهاشمية والوفد المرافق له، الذي يزور سلطنة عُمان حاليًا."
)


def test_who_has_a_rank_is_named_with_the_office_behind_the_name(read: Read) -> None:
    (visit,) = read(RECEIVED, "2025-01-28").visits
    assert (visit.sending, visit.host) == ("JO", "OM")
    posts = {one.name: one.post for one in visit.people}
    assert posts["ماجد الزيودي"] == "مدير الأمن العام بالمملكة الأردنية الهاشمية"
    assert "والوفد المرافق له" not in posts


def test_a_name_is_the_same_with_its_vowels_and_without(read: Read) -> None:
    bare = RECEIVED.replace("\u064f", "").replace("\u064b", "")
    one, other = read(RECEIVED, "2025-01-28").visits[0], read(bare, "2025-01-28").visits[0]
    assert [who.name for who in one.people] == [who.name for who in other.people]
    start, end = one.spans[0]
    assert RECEIVED[start:end].endswith("حاليًا.")  # places are those of the text that came


def test_what_it_is_worth_recalling_is_background(read: Read) -> None:
    found = read(
        f"{RECEIVED}\n\nيذكر أن وفدا من الشرطة العمانية زار الأردن في مايو من العام الماضي.\n", "2025-01-28"
    )
    assert [(one.sending, one.host) for one in found.visits] == [("JO", "OM")]


@pytest.mark.parametrize("again", [RECEIVED.replace("\u064f", ""), "> " + RECEIVED])
def test_a_text_is_known_again_without_its_vowels_and_quoted(
    empty_store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str], again: str
) -> None:
    first, second = tmp_path / "one.txt", tmp_path / "two.txt"
    first.write_text(RECEIVED, "utf-8")
    second.write_text(again, "utf-8")
    store = ["--store", str(empty_store.path)]
    assert read_in_the_shell([str(first), *store, "--published", "2025-01-28", "--save"]) == 0
    capsys.readouterr()
    assert read_in_the_shell([str(second), *store, "--published", "2025-01-28"]) == 0
    assert "This text is in the store already" in capsys.readouterr().err
