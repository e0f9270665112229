"""Arabic sentences that tell of several outcomes, of an invitation, and of the next session."""

from __future__ import annotations

from db.reading.proposals import ReadMeeting
from tests.db.reading.conftest import Read, events_of

TEXT = (
    "استقبل وزير الداخلية العراقي حيدر الربيعي في بغداد اليوم الأحد وكيل وزارة الداخلية الكويتية علي العجيل.\n\n"
    "واقترح الوزير تنظيم دورات مشتركة لضباط الأدلة، فيما أكد الوكيل دعم بلاده للأمن، ووجه دعوة إلى "
    "الوزير لزيارة الكويت.\n\n"
    "وجرى خلال اللقاء استعراض سبل تطوير التعاون. وكان البلدان قد وقعا في تشرين الثاني 2023 مذكرة "
    "تفاهم بشأن تبادل المطلوبين.\n\n"
    "ومن المقرر أن تعقد اللجنة الأمنية المشتركة اجتماعها المقبل في مدينة الكويت يوم 15 نيسان 2025."
)


def test_each_clause_of_a_sentence_is_an_outcome_of_its_own(read: Read) -> None:
    told = [(one.rung, one.quote.split()[0]) for one in events_of(read(TEXT, "2025-01-19"))[0].actions]
    assert told == [("proposed", "اقترح"), ("discussed", "أكد"), ("proposed", "وجه"), ("discussed", "جرى")]


def test_an_invitation_to_a_country_is_no_visit(read: Read) -> None:
    meeting = events_of(read(TEXT, "2025-01-19"))[0]
    assert isinstance(meeting, ReadMeeting)
    assert dict(meeting.roles) == {"IQ": "host", "KW": "guest"}


def test_the_next_session_is_planned(read: Read) -> None:
    planned = [one.when.edtf for one in events_of(read(TEXT, "2025-01-19")) if one.status == "planned"]
    assert planned == ["2025-04-15"]
