"""Offices: who met their holders, with whom they deal, and what follows when they pass on."""

from typing import Literal, NamedTuple

from db.dates import PartialDate
from db.rows.keys import Key
from db.rows.parts import TenureRow


class PostMetRow(NamedTuple):
    """A visit or meeting in which the holder of a post took part."""

    key: Key
    date: PartialDate  # of the meeting, else of the visit that it belongs to
    label: str  # "MA→ES", "DE·ES·MA"
    holder: str  # as recorded, "" when nobody was named
    holder_key: Key | None
    inferred: bool  # named later, from a tenure
    met: tuple[str, ...]  # those who came for another party, by name, else by office, the first few
    still_to_come: bool


class CounterpartRow(NamedTuple):
    """With which post of another country a post deals."""

    key: Key
    title: str
    organisation: str  # acronym, else name
    country: str
    holder: str  # now, "" when nobody is named
    times: int  # meetings in which both took part
    last: PartialDate
    by_hand: bool  # the officer said so


class BeneathRow(NamedTuple):
    """A service that belongs to another one."""

    key: Key
    name: str
    acronym: str
    posts: int


class VacantRow(NamedTuple):
    """A post for which nobody is named now."""

    key: Key
    title: str
    organisation: str
    country: str
    times: int  # events that were held in which it took part
    last: PartialDate


class PostFacts(NamedTuple):
    """A post in a few words."""

    key: Key
    title: str
    organisation: str  # acronym, else name
    country: str
    single_seat: bool


class Matter(NamedTuple):
    """Something that hangs on a post or on its holder: an outcome, a follow-up, a seat in an event to come.

    Attributes:
        kind: of what has to change when it moves to the successor.
        number: its id.
        key: the record that it is or belongs to.
        ref: of that record.
        text: what it is about.
        date: when it is due or takes place.
        steps: the refs of our own open follow-ups on an outcome, which go wherever it goes.
    """

    kind: Literal["action", "followup", "participant"]
    number: int
    key: Key
    ref: str
    text: str
    date: PartialDate
    steps: tuple[str, ...] = ()


class PastRow(NamedTuple):
    """A past event in which a post took part and its holder was not named.

    Attributes:
        number: of the participant.
        key: the visit or meeting.
        ref: its ref.
        label: "MA→ES Main meeting".
        date: when it was.
        fits: whether it falls inside the tenure as far as is known.
        why_not: in a few words, "" when it fits.
    """

    number: int
    key: Key
    ref: str
    label: str
    date: PartialDate
    fits: bool
    why_not: str


class Effect(NamedTuple):
    """What follows when an official takes a post.

    Attributes:
        leaving: those whose tenure ends by it.
        with_post: what the post owns, which goes on with it.
        personal: what the leaving officials own or are expected at themselves.
        past: what the new holder may have taken part in unnamed.
        warnings: sentences.
        against: those of them that contradict what the store says; saving is asked once more.
    """

    post: PostFacts
    leaving: tuple[TenureRow, ...]
    with_post: tuple[Matter, ...]
    personal: tuple[Matter, ...]
    past: tuple[PastRow, ...]
    warnings: tuple[str, ...]
    against: tuple[str, ...] = ()


class HeldRow(NamedTuple):
    """The answer to who held a post on a date."""

    sentence: str
    officials: tuple[Key, ...]  # who certainly or perhaps held it
    certain: bool
