"""The words of the entry line: its fields, what they belong to, and the words for closed lists."""

from __future__ import annotations

from typing import NamedTuple, get_args

from db.vocabulary import (
    ActionStatus,
    Ball,
    EventStatus,
    FollowUpStatus,
    Initiator,
    MeetingFormat,
    MeetingMode,
    VisitKind,
)


class Field(NamedTuple):
    """A field of the line.

    Attributes:
        kind: of its token.
        records: kinds of record that it belongs to.
        wants: an example of what it takes.
    """

    kind: str
    records: frozenset[str]
    wants: str


_EVENTS = frozenset({"visit", "meeting"})
_STEPS = frozenset({"action", "followup"})
_ALL = _EVENTS | _STEPS

FIELDS = {
    "in": Field("place", _EVENTS, 'in:Madrid or in:"Las Palmas"'),
    "by": Field("initiator", frozenset({"visit"}), "by:host, by:sender, by:mutual or by:third"),
    "kind": Field("field", _EVENTS, "kind:working"),
    "status": Field("field", _ALL, "status:planned"),
    "mode": Field("field", frozenset({"meeting"}), "mode:video"),
    "date": Field("date", _EVENTS, "date:2025-01-28"),
    "with": Field("with", _EVENTS, 'with:@Pardo or with:"security experts"'),
    "src": Field("source", _ALL | {"official"}, 'src:"title/publisher", src:https://… or src:clip'),
    "due": Field("due", _STEPS, "due:fri, due:2026-12-01 or due:2w before M-2026-001"),
    "every": Field("field", frozenset({"followup"}), 'every:month, every:fri or every:"2 weeks"'),
    "owner": Field("owner", _STEPS, "owner:ES, owner:DGSN or owner:@name"),
    "ball": Field("ball", frozenset({"followup"}), "ball:us, ball:them or ball:third"),
    "on": Field("ref", _STEPS | {"meeting"}, "on:V-2025-001"),
    "ref": Field("ref", _ALL, "ref:V-2025-009"),
    "note": Field("field", _ALL, 'note:"what else there is to say"'),
}
ALIASES = {"place": "in", "format": "kind", "source": "src"}
FIELD_NAMES = frozenset(FIELDS) | frozenset(ALIASES)

CHOICES: dict[str, dict[str, tuple[str, ...]]] = {  # field, then kind of record
    "by": {"visit": get_args(Initiator)},
    "kind": {"visit": get_args(VisitKind), "meeting": get_args(MeetingFormat)},
    "status": {
        "visit": get_args(EventStatus),
        "meeting": get_args(EventStatus),
        "action": get_args(ActionStatus),
        "followup": get_args(FollowUpStatus),
    },
    "mode": {"meeting": get_args(MeetingMode)},
    "ball": {"followup": get_args(Ball)},
}
"""What a field accepts; any beginning that only one of the words has will do."""

ASKED_FOR = {
    "host": "asked for by the host",
    "sender": "asked for by the sender",
    "mutual": "wanted by both sides",
    "third": "asked for by a third party",
    "unknown": "not known who asked for it",
}
IN_COURT = {"us": "it is our turn", "them": "it is their turn", "third": "it is a third party's turn"}
RECORDS = {
    "visit": "a visit",
    "meeting": "a meeting",
    "action": "an outcome",
    "followup": "a follow-up",
    "official": "an official",
}
WHAT_IT_CAN_BE = (
    "Say what it is: MA>ES for a visit, MA+ES+DE for a meeting, !agreed for an outcome, "
    "todo for our own next step, official for a person."
)


def chosen(word: str, among: tuple[str, ...]) -> str | None:
    """The word of a closed list that is meant: the word itself or the only one that begins so."""
    wanted = word.casefold().strip()
    if wanted in among:
        return wanted
    found = [one for one in among if wanted and one.startswith(wanted)]
    return found[0] if len(found) == 1 else None
