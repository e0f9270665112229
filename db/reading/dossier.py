"""A reading as a dossier: plain values that `db.drafts` accepts; outcomes carry their words and where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from db.dates import PartialDate
from db.reading.dates.doubted_days import reason_to_doubt
from db.reading.proposals import (
    ReadAction,
    ReadGroup,
    Reading,
    ReadMeeting,
    ReadPerson,
    ReadVisit,
    SourceLine,
)

_KEY = 16  # letters of the text's SHA-256: the same text is the same source, however it was wrapped


def as_dossier(reading: Reading) -> dict[str, Any]:
    """The dossier of a reading; only what is stated stands in it. Its records get their refs when they enter.

    A next meeting that is announced is one of its outcomes and stands in the background, not among what took place.
    """
    return {
        "bilat": 1,
        "source": _source(reading.source),
        "officials": [_official(one) for one in reading.officials if one.name],
        "visits": [_visit(one) for one in reading.visits],
        "meetings": [_meeting(one) for one in reading.meetings if not one.to_come],
        "background": list(reading.background),
    }


def _stated(**values: Any) -> dict[str, Any]:
    """What is not empty; absent means not stated."""
    return {name: value for name, value in values.items() if value not in ("", None, (), [], {})}


def _source(source: SourceLine) -> dict[str, Any]:
    return _stated(
        key=source.sha256[:_KEY],
        kind=source.kind,
        title=source.title,
        publisher=source.publisher,
        author=source.author,
        cites=source.cites,
        url=source.url,
        language=source.language,
        published=source.published.edtf,
        published_text=source.published.text if source.published.text != source.published.edtf else "",
    )


def _official(person: ReadPerson) -> dict[str, Any]:
    return _stated(
        name=person.known or person.name,
        country=person.country,
        names=[{"name": person.name}] if person.known and person.known != person.name else [],
        tenures=[{"post": person.post, "basis": "attested"}] if person.post else [],
    )


def _visit(visit: ReadVisit) -> dict[str, Any]:
    members = [*_members(visit.people), *_groups(visit.groups)]
    delegation = _stated(country=visit.sending, level=visit.level, size=visit.size, members=members)
    return {
        "sending": visit.sending,
        "host": visit.host,
        **_stated(
            title=visit.title,
            kind=visit.kind if visit.kind != "unknown" else "",
            status=visit.status,
            initiated_by=visit.initiated_by if visit.initiated_by != "unknown" else "",
            **_date("date", visit.when),
            place=visit.place,
            purpose=visit.purpose,
            topics=list(visit.topics),
            delegations=[delegation] if members or visit.level or visit.size else [],
            meetings=[_meeting(one) for one in visit.meetings],
            actions=[_action(one) for one in visit.actions],
            note=_doubts(visit.doubt[:1].lower() + visit.doubt[1:], visit.when),
        ),
    }


def _meeting(meeting: ReadMeeting) -> dict[str, Any]:
    return {
        "parties": list(meeting.parties),
        **_stated(
            roles={code: role for code, role in meeting.roles if code in meeting.parties},
            title=meeting.title,
            format=meeting.format if meeting.format != "unspecified" else "",
            mode=meeting.mode if meeting.mode != "unknown" else "",
            status=meeting.status,
            **_date("date", meeting.when),
            place=meeting.place,
            topics=list(meeting.topics),
            participants=[*_members(meeting.people), *_groups(meeting.groups)],
            actions=[_action(one) for one in meeting.actions],
            note=_doubts(
                "" if meeting.sure else "that these countries take part is not said in so many words.",
                meeting.when,
            ),
        ),
    }


def _doubts(doubt: str, when: PartialDate) -> str:
    """What is doubtful of a visit or meeting, and of its day."""
    told = " ".join(filter(None, (doubt, reason_to_doubt(when))))
    return f"Doubtful: {told}" if told else ""


def _date(name: str, when: Any) -> dict[str, Any]:
    basis = when.basis if when.basis != "stated" else ""
    return {
        name: when.edtf,
        f"{name}_text": when.text,
        f"{name}_basis": basis if when.text or when.edtf else "",
    }


def _members(people: Sequence[ReadPerson]) -> list[dict[str, Any]]:
    ranks: dict[str, int] = {}
    found = []
    for person in people:
        ranks[person.country] = ranks.get(person.country, 0) + 1
        found.append(
            _stated(
                country=person.country,
                official=person.known or person.name,
                post=person.post,
                as_printed=person.as_printed,
                role="head" if person.head else "member",
                rank=ranks[person.country],
                inferred=not person.sure or None,
            )
        )
    return found


def _groups(groups: Sequence[ReadGroup]) -> list[dict[str, Any]]:
    return [
        _stated(country=one.country, group=one.words, as_printed=one.words, role="group", count=one.how_many)
        for one in groups
    ]


def _action(action: ReadAction) -> dict[str, Any]:
    return {
        "text": action.text,
        **_stated(
            verb=action.verb,
            rung=action.rung,
            parties=list(action.parties),
            owner=action.owner,
            **_date("due", action.due),
            instrument=action.instrument,
            topics=list(action.topics),
            note="" if action.sure else "Doubtful: the rung is not said by a verb of its own.",
        ),
        "quote": action.quote,
        "span": list(action.span),
    }
