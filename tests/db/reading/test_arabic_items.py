"""Arabic items: whose people went where and when, whom they met, and what is in doubt."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from db import Store
from db.reading import Reading, SourceLine, read_text
from db.reading.dates.together import days_told
from db.rows import Moment
from seeds import create_demo
from tests.db.reading.conftest import Read, events_of

PUBLISHED = "2025-06-17"


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("يوم 11 مارس 2025", "2025-03-11"),
        ("يوم الثلاثاء 11 مارس 2025", "2025-03-11"),
        ("في ٣ شتنبر ٢٠٢٤", "2024-09-03"),
        ("يومي 28 و29 يناير 2025", "2025-01-28/2025-01-29"),
        ("من 30 كانون الثاني إلى 2 شباط 2025", "2025-01-30/2025-02-02"),
        ("في 5 دجنبر", "2024-12-05"),
        ("يوم 12 غشت 2024", "2024-08-12"),
        ("يوم 4 ماي 2025", "2025-05-04"),
        ("في 9 حزيران/يونيو", "2025-06-09"),
        ("في نونبر 2024", "2024-11"),
        ("يوم الجمعة الماضي", "2025-06-13"),
        ("أمس", "2025-06-16"),
        ("يوم الأربعاء 15 يونيو 2025", "2025-06-15?"),
    ],
)
def test_days_are_read_in_arabic_with_the_months_of_every_region(words: str, when: str) -> None:
    (day,) = days_told(words, 0, len(words), date.fromisoformat(PUBLISHED), ahead=False)
    assert day.when.edtf == when


@pytest.mark.parametrize(
    ("text", "way", "when", "status"),
    [
        (
            "زارت وزيرة العدل البرتغالية ريتا كالادو الرباط يوم 11 مارس 2025 والتقت وزير العدل المغربي.",
            ("PT", "MA"),
            "2025-03-11",
            "held",
        ),
        (
            "قام وزير الداخلية التونسي سالم بن علي، يومي 8 و9 ماي 2025، بزيارة إلى إيطاليا.",
            ("TN", "IT"),
            "2025-05-08/2025-05-09",
            "held",
        ),
        ("وصل وفد أمني قطري إلى باريس يوم 2 يونيو 2025.", ("QA", "FR"), "2025-06-02", "held"),
        ("ستزور وزيرة الدفاع الإسبانية الجزائر في ٨ تموز.", ("ES", "DZ"), "2025-07-08", "planned"),
    ],
)
def test_a_visit_is_told_with_its_verb(
    read: Read, text: str, way: tuple[str, str], when: str, status: str
) -> None:
    (visit,) = read(text, PUBLISHED).visits
    assert ((visit.sending, visit.host), visit.when.edtf, visit.status) == (way, when, status)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("استقبل وزير الداخلية الإسباني، أمس، نظيره المغربي في مدريد.", {"ES", "MA"}),
        ("عقد وزير العدل المغربي أمس اجتماعا مع نظيره الفرنسي في باريس حول الوضع في ليبيا.", {"MA", "FR"}),
    ],
)
def test_a_meeting_is_doubtful_and_what_is_spoken_of_takes_no_part(
    read: Read, text: str, parties: set[str]
) -> None:
    (meeting,) = read(text, PUBLISHED).meetings
    assert set(meeting.parties) == parties
    assert (meeting.when.edtf, meeting.sure) == ("2025-06-16", False)


def test_a_ministry_is_no_visit_and_a_website_signs_nothing(read: Read) -> None:
    reading = read("نشر موقع وزارة الداخلية في المغرب بيانا حول إسبانيا.", PUBLISHED)
    assert (reading.visits, reading.meetings) == ((), ())


def test_who_stands_behind_an_office_is_named_in_doubt(read: Read) -> None:
    (visit,) = read("زارت وزيرة العدل البرتغالية ريتا كالادو الرباط يوم 11 مارس 2025.", PUBLISHED).visits
    assert [(one.name, one.post, one.country, one.sure) for one in visit.people] == [
        ("ريتا كالادو", "وزيرة العدل البرتغالية", "PT", False)
    ]


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("وفد برتغالي في الرباط\nالرباط، 12 مارس 2025\n\n", "2025-03-12"),
        ("وفد برتغالي في الرباط\nنشر في 12 آذار 2025\n\n", "2025-03-12"),
        ("الرباط في ١٢ مارس ٢٠٢٥ (وكالة) - ", "2025-03-12"),
    ],
)
def test_the_head_tells_the_day_of_publication(read: Read, head: str, day: str) -> None:
    reading = read(f"{head}وصل وفد برتغالي إلى الرباط أمس لإجراء مباحثات مع وزارة الداخلية المغربية.")
    assert reading.source.published.edtf == day
    assert reading.visits[0].when.edtf == "2025-03-11"


@pytest.mark.parametrize(
    ("text", "rung"),
    [
        ("واتفق الجانبان على تبادل المعلومات.", "agreed"),
        ("ووقع الوزيران مذكرة تفاهم حول الهجرة.", "signed"),
        ("واقترحت الوزيرة تكوين فريق مشترك.", "proposed"),
        ("وناقشا أمن الحدود.", "discussed"),
        ("وأكدت الوزيرة أهمية التعاون.", "discussed"),
    ],
)
def test_an_outcome_stands_at_the_rung_of_its_verb_and_in_doubt(read: Read, text: str, rung: str) -> None:
    (visit,) = read(f"زارت وزيرة العدل البرتغالية الرباط يوم 11 مارس 2025. {text}", PUBLISHED).visits
    assert [(one.rung, one.sure) for one in visit.actions] == [(rung, False)]


@pytest.fixture
def demo(tmp_path: Path) -> Store:
    return create_demo(tmp_path / "demo.db", today=date(2026, 11, 22), officer="lead")


def _read(store: Store, text: str) -> Reading:
    with store.read() as reader:
        return read_text(reader, text, source=SourceLine(), moment=Moment(date(2026, 11, 22), "MA"))


@pytest.mark.parametrize("name", ["عبد اللطيف حموشي", "وعبد اللطيف حموشي", "عبد اللطيف حموشى"])
def test_an_official_of_the_store_is_linked_by_an_arabic_spelling(demo: Store, name: str) -> None:
    reading = _read(demo, f"قام {name} يوم 28 يناير 2025 بزيارة إلى إسبانيا.")
    demo.close()
    (visit,) = reading.visits
    assert [one.known for one in visit.people] == ["Abdellatif Hammouchi"]
    assert (visit.sending, visit.host) == ("MA", "ES")


def test_a_name_that_begins_like_a_word_for_calling_off_calls_nothing_off(read: Read) -> None:
    found = read(
        "بحث وزير الداخلية العراقي عثمان الغانمي، اليوم، مع السفير البريطاني لدى العراق ستيفن هيكي،"
        " التعاون من أجل الأمن.",
        PUBLISHED,
    )
    (meeting,) = found.meetings
    assert (set(meeting.parties), meeting.status, meeting.when.edtf) == ({"GB", "IQ"}, "held", PUBLISHED)
    assert {one.name for one in meeting.people} == {"عثمان الغانمي", "ستيفن هيكي"}


@pytest.mark.parametrize(("verb", "status"), [("تم إلغاء", "cancelled"), ("تم تأجيل", "postponed")])
def test_what_was_called_off_or_put_off_in_arabic_is_told_so(read: Read, verb: str, status: str) -> None:
    found = read(f"{verb} زيارة وزير الداخلية التونسي سالم بن علي إلى إيطاليا يوم 20 يونيو 2025.", PUBLISHED)
    assert {one.status for one in events_of(found)} == {status}
