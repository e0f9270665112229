"""What may not enter is told in one sentence that says where it stands."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import BadInput, Conflict, NotFound
from db.drafts import (
    ActionDraft,
    CitationDraft,
    DelegationDraft,
    Dossier,
    FollowUpDraft,
    MeetingDraft,
    OfficialDraft,
    ParticipantDraft,
    VisitDraft,
)
from tests.db.making import count, entered, visit_entered

if TYPE_CHECKING:
    from db import Store

WAY = {"sending": "MA", "host": "ES"}
MEETING = {"parties": ["MA", "ES"]}
NO_DATES = (
    "2025-13-01",
    "2025-02-30",
    "28/01/2025",
    "next Tuesday",
    "2025-1-1",
    "0000-00-00",
    "2025-01-29/2025-01-28",
    "99999999999999999999",
    "?",
)


def deep(values: dict[str, Any]) -> dict[str, Any]:
    """An outcome inside a meeting inside a visit of a dossier."""
    return {
        "bilat": 1,
        "visits": [WAY, {**WAY, "meetings": [{**MEETING, "actions": [{"text": "Agree", **values}]}]}],
    }


def refusal(plain: dict[str, Any]) -> str:
    with pytest.raises(BadInput) as refused:
        Dossier.from_plain(plain)
    sentence = str(refused.value)
    assert sentence.endswith(".")
    assert not sentence.endswith("..")
    assert "\n" not in sentence
    assert "pydantic" not in sentence
    return sentence


@pytest.mark.parametrize(
    ("plain", "path", "words"),
    [
        ({}, "bilat", "missing"),
        ({"bilat": 2}, "bilat", "must be one of 1"),
        ({"bilat": 1, "visit": []}, "visit", "not a field"),
        ({"bilat": 1, "visits": [{"sending": "MA"}]}, "visits[0].host", "missing"),
        ({"bilat": 1, "visits": [{**WAY, "sending": " "}]}, "visits[0].sending", "empty"),
        ({"bilat": 1, "visits": [WAY, {**WAY, "colour": "red"}]}, "visits[1].colour", "not a field"),
        ({"bilat": 1, "visits": [{**WAY, "status": "cancled"}]}, "visits[0].status", "'cancelled'"),
        ({"bilat": 1, "visits": [{**WAY, "date": "2025-13"}]}, "visits[0].date", "is wrong"),
        ({"bilat": 1, "visits": [{"sending": "MA", "host": "MA"}]}, "visits[0]", "another"),
        ({"bilat": 1, "visits": WAY}, "visits", "is wrong"),
        ({"bilat": 1, "visits": [{**WAY, "title": 7}]}, "visits[0].title", "string"),
        ({"bilat": 1, "visits": [{**WAY, "title": None}]}, "visits[0].title", "string"),
        ({"bilat": 1, "meetings": [{"parties": ["MA"]}]}, "meetings[0].parties", "at least 2"),
        ({"bilat": 1, "meetings": [{"parties": ["MA", ""]}]}, "meetings[0].parties[1]", "empty"),
        (
            {"bilat": 1, "meetings": [{**MEETING, "roles": {"MA": "boss"}}]},
            "meetings[0].roles.MA",
            "must be one of",
        ),
        (deep({"rung": "promised"}), "visits[1].meetings[0].actions[0].rung", "must be one of"),
        (deep({"due": "soon"}), "visits[1].meetings[0].actions[0].due", "is wrong"),
        (deep({"text": ""}), "visits[1].meetings[0].actions[0].text", "empty"),
        (
            deep({"followups": [{"text": "x", "ball": "me"}]}),
            "actions[0].followups[0].ball",
            "must be one of",
        ),
        (
            {"bilat": 1, "visits": [{**WAY, "delegations": [{"size": 0}]}]},
            "visits[0].delegations[0].size",
            "greater",
        ),
        (
            {"bilat": 1, "citations": [{"of": "V-2025-001", "credibility": 9}]},
            "citations[0].credibility",
            "less than",
        ),
        ({"bilat": 1, "citations": [{"of": "V-2025-001", "span": [1]}]}, "citations[0].span", ""),
        ({"bilat": 1, "links": [{"a": "V-2025-001", "kind": "follows"}]}, "links[0].b", "missing"),
    ],
)
def test_a_wrong_dossier_is_refused_with_the_place_that_is_wrong(
    plain: dict[str, Any], path: str, words: str
) -> None:
    sentence = refusal(plain)
    assert path in sentence.split(" ")[0]
    assert words in sentence


def test_more_than_one_mistake_is_counted() -> None:
    sentence = refusal({"bilat": 1, "visits": [{"sending": "", "host": "ES", "colour": "red"}]})
    assert "(1 more)" in sentence


@pytest.mark.parametrize("rung", ["noted", "discussed", "explored", "proposed"])
@pytest.mark.parametrize("status", ["open", "done", "waiting"])
def test_only_what_was_agreed_has_a_status(rung: str, status: str) -> None:
    sentence = refusal(deep({"rung": rung, "status": status}))
    assert "visits[1].meetings[0].actions[0]" in sentence
    assert rung in sentence


@pytest.mark.parametrize("rung", ["agreed", "signed"])
def test_what_was_agreed_is_open_until_somebody_says_otherwise(empty_store: Store, rung: str) -> None:
    entered(empty_store, deep({"rung": rung}))
    assert count(empty_store, "action", "status = 'open'") == 1


def test_an_outcome_without_a_rung_is_only_noted(empty_store: Store) -> None:
    entered(empty_store, deep({}))
    assert count(empty_store, "action", "rung = 0 AND status = ''") == 1


def test_a_status_without_a_rung_does_not_make_an_agreement(empty_store: Store) -> None:
    with suppress(BadInput):
        entered(empty_store, deep({"status": "done"}))
    assert count(empty_store, "action", "status <> ''") == 0


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match=r"^date is wrong"):
        VisitDraft.from_plain({**WAY, "date": text})
    with pytest.raises(BadInput, match=r"^due is wrong"):
        ActionDraft.from_plain({"text": "Agree", "due": text})
    with pytest.raises(BadInput, match=r"^due is wrong"):
        FollowUpDraft.from_plain({"text": "Ring", "due": text})


@pytest.mark.parametrize(
    "text", ["", "2025", "2025-01", "2025-01-28/2025-01-29", "XXXX-06-15", "2025-05/..", "2022-10-10~"]
)
def test_a_date_may_say_as_little_as_is_known(text: str) -> None:
    assert VisitDraft.from_plain({**WAY, "date": text}).when.edtf == text


@pytest.mark.parametrize("tenure", [{"start": "2030", "end": "2015"}, {"start": "2015/..", "end": "2020"}])
def test_a_post_is_not_left_before_it_was_taken(tenure: dict[str, str]) -> None:
    values = {"name": "Ana Ruiz", "tenures": [{"post": "Director", **tenure}]}
    with pytest.raises(BadInput, match=r"tenures\[0\]"):
        OfficialDraft.from_plain(values)


def test_a_participant_is_somebody() -> None:
    for draft in (ParticipantDraft, DelegationDraft):
        members = {"as_printed": "somebody"}
        with pytest.raises(BadInput):
            draft.from_plain(members if draft is ParticipantDraft else {"members": [members]})


def test_the_editorial_voice_cannot_be_accepted() -> None:
    with pytest.raises(BadInput, match="editorial"):
        CitationDraft.from_plain({"of": "V-2025-001", "voice": "editorial", "accepted": True})


def test_a_draft_cannot_be_changed_once_it_is_right() -> None:
    draft = MeetingDraft.from_plain(MEETING)
    with pytest.raises(ValueError, match="frozen"):
        draft.title = "Another"


@pytest.mark.parametrize("field", ["title", "note", "purpose", "place", "date_text"])
def test_what_no_database_keeps_does_not_reach_the_store(empty_store: Store, field: str) -> None:
    visit_entered(empty_store, **{field: "before\x00\ud800\udfffafter"})
    with empty_store.read() as reader:
        assert reader.value(f"SELECT {field} FROM visit") == "beforeafter"


@given(st.text(alphabet=st.characters(codec=None), max_size=50))
def test_any_text_can_be_stored_once_it_is_in_a_draft(text: str) -> None:
    kept = VisitDraft.from_plain({**WAY, "title": text}).title
    assert kept.encode("utf-8").decode("utf-8") == kept
    assert "\x00" not in kept
    assert kept == "".join(char for char in text if char != "\x00" and not "\ud800" <= char <= "\udfff")


@pytest.mark.parametrize(
    ("plain", "error", "words"),
    [
        ({"visits": [{"sending": "QQ", "host": "ES"}]}, Conflict, "no country"),
        ({"visits": [{**WAY, "host": "es"}]}, Conflict, "no country"),
        ({"visits": [{**WAY, "topics": ["NOPE"]}]}, Conflict, "no topic"),
        ({"visits": [{**WAY, "ref": "V-25-1"}]}, Conflict, "looks like V-2025-001"),
        ({"visits": [{**WAY, "ref": "M-2025-001"}]}, Conflict, "looks like V-2025-001"),
        ({"actions": [{"text": "Agree", "instrument": "NOPE"}]}, Conflict, "no instrument"),
        ({"actions": [{"text": "Agree", "owner": "Nobody at all"}]}, Conflict, "Nobody in the store"),
        ({"followups": [{"text": "Ring", "on": "A-2025-999"}]}, NotFound, "A-2025-999"),
        ({"followups": [{"text": "Ring", "on": "official:Nobody"}]}, NotFound, "Nobody"),
        ({"links": [{"a": "V-2025-001", "b": "V-2025-002", "kind": "follows"}]}, NotFound, "V-2025-001"),
        ({"citations": [{"of": "V-2025-001"}]}, Conflict, "no source"),
        ({"source": {"key": "x"}, "citations": [{"of": "V-2025-001"}]}, NotFound, "V-2025-001"),
        ({"source": {"key": "x", "duplicate_of": "y"}}, NotFound, "y"),
    ],
)
def test_a_dossier_that_names_what_is_not_there_is_refused(
    empty_store: Store, plain: dict[str, Any], error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words) as refused:
        entered(empty_store, plain)
    assert str(refused.value).endswith(".")
    assert count(empty_store, "step") == 0


@pytest.mark.parametrize("rule", ["FREQ=HOURLY", "every month", "FREQ=MONTHLY;BYMONTH=13", ";", "x" * 300])
def test_a_recurrence_that_is_none_is_refused(rule: str) -> None:
    with pytest.raises(BadInput, match="recurrence is wrong"):
        FollowUpDraft.from_plain({"text": "Ring them", "recurrence": rule})


def test_a_recurrence_is_kept_in_one_way_to_write_it_and_hangs_on_no_event() -> None:
    draft = FollowUpDraft.from_plain({"text": "Ring them", "recurrence": "rrule:interval=2;freq=weekly"})
    assert draft.recurrence == "FREQ=WEEKLY;INTERVAL=2"
    with pytest.raises(BadInput, match="days of its own"):
        FollowUpDraft.from_plain(
            {"text": "Report", "anchor": "V-2025-001", "offset": "-2 weeks", "recurrence": "FREQ=WEEKLY"}
        )
