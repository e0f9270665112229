"""A post passes on, or its holder is named: one step, with all that follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from sqlmodel import col, select

from db.commands.desk import Desk, required
from db.commands.people import find_official, official_named
from db.dates import PartialDate
from db.errors import BadInput, Conflict
from db.holding import at_once, ended, ends, start_in_words, tenure_of
from db.models import Action, FollowUp, Official, Participant, Post, Tenure
from db.models.base import date_columns
from db.queries.handover import beside, leavers
from db.queries.offices import post_facts
from db.queries.people import tenures
from db.rows import Key
from db.seeing import reader_of

if TYPE_CHECKING:
    from sqlmodel import Session

    from db.rows import TenureRow

Moved = tuple[Literal["action", "followup", "participant"], int]
"""Something personal that moves to the successor: its kind and id."""


class Chosen(NamedTuple):
    """What the officer chose beside the name and the date.

    Attributes:
        moved: what moves from those who leave to the successor; all else stays with them.
        named: participants, so far unnamed, who were the new holder.
        leaving: of a post with several seats, the id of the official who leaves.
    """

    moved: tuple[Moved, ...] = ()
    named: tuple[int, ...] = ()
    leaving: int | None = None


NOTHING_CHOSEN = Chosen()
_AT_ONCE = 500  # participants that are looked up together


class Taken(NamedTuple):
    """What became of a post.

    Attributes:
        post: the post.
        official: who holds it.
        name: of the official.
        held: from when to when.
        left: the names of those whose tenure ended by it.
        named: past participations that now bear the name, as inferred.
        moved: outcomes, follow-ups and seats that moved to the successor.
        warnings: sentences about what is unlikely and was saved all the same.
    """

    post: Key
    official: Key
    name: str
    held: PartialDate
    left: tuple[str, ...]
    named: int
    moved: int
    warnings: tuple[str, ...]


def successor(
    session: Session,
    post_id: int,
    who: int | str,
    on: PartialDate,
    *,
    today: date,
    acting: bool = False,
    chosen: Chosen = NOTHING_CHOSEN,
) -> Taken:
    """Close the present tenure of a post and open the next; where nobody held it, just open.

    Args:
        session: open.
        post_id: the post.
        who: an official's id, or a name; a name that nobody bears is a new official.
        on: from when, as exact as it is known.
        today: the day.
        acting: whether only for the time being.
        chosen: what moves to the successor, and who leaves.

    Raises:
        Conflict: when it cannot be, with the field at fault: "who" or "from".
        NotFound: when the post is gone.
    """
    return _Taking(session, post_id, who, on, today, passes=True).take(chosen, acting=acting)


def name_holder(
    session: Session,
    post_id: int,
    who: int | str,
    held: PartialDate,
    *,
    today: date,
    acting: bool = False,
    chosen: Chosen = NOTHING_CHOSEN,
) -> Taken:
    """Say who holds or held a post, and that it was they who took part unnamed; nobody else's tenure changes.

    Args and errors are those of `successor`; `held` may be a period that is over, or not stated.
    """
    return _Taking(session, post_id, who, held, today, passes=False).take(chosen, acting=acting)


class _Taking:
    """One post while it is taken."""

    def __init__(
        self, session: Session, post_id: int, who: int | str, on: PartialDate, today: date, *, passes: bool
    ) -> None:
        self._desk = Desk(session, today)
        self._post = required(session, Post, "such post", id=post_id)
        self._who = who
        self._passes = passes
        try:
            self._held = tenure_of(on)
        except BadInput as error:
            raise Conflict(str(error), "from") from None

    def take(self, chosen: Chosen, *, acting: bool) -> Taken:
        official = self._official()
        reader = reader_of(self._desk.session)
        facts = post_facts(reader, self._post.number)
        everybody = tenures(reader, "t.post_id = :post", self._desk.today.isoformat(), post=self._post.number)
        others = [row for row in everybody if row.official_key.id != str(official.number)]
        go = leavers(others, self._held, self._desk.today, facts, chosen.leaving) if self._passes else ()
        for row in go:
            self._close(row, official)
        self._open(official, acting=acting, names=bool(chosen.named))
        warnings = beside(facts, others, go, self._held)
        return Taken(
            post=facts.key,
            official=Key("official", str(official.number)),
            name=official.name,
            held=self._held,
            left=tuple(row.official for row in go),
            named=self._name(official, chosen.named),
            moved=sum(self._move(one, official, go) for one in chosen.moved),
            warnings=tuple(warnings),
        )

    def _official(self) -> Official:
        if isinstance(self._who, int):
            return required(self._desk.session, Official, "such official", id=self._who)
        name = " ".join(self._who.split())
        if not name:
            raise Conflict("Somebody has to be named.", "who")
        try:
            found = find_official(self._desk, name, self._post.country)
        except Conflict as error:
            raise Conflict(str(error), "who") from None
        official = found or official_named(self._desk, name, self._post.country)
        if official is None:
            raise Conflict("Somebody has to be named.", "who")
        return official

    def _close(self, row: TenureRow, successor_: Official) -> None:
        if not self._held.edtf:
            raise Conflict(
                f"Say from when, at least in which year: {row.official} holds this post until then.", "from"
            )
        try:
            over = ended(row.held, self._held)
        except BadInput:
            raise Conflict(
                f"{row.official} took this post only in {start_in_words(row.held)}, so {successor_.name}"
                " cannot follow before that; name them as somebody who held it before.",
                "from",
            ) from None
        for tenure in self._rows(int(row.official_key.id)):
            if tenure.when == row.held:
                tenure.when = over

    def _rows(self, official_id: int) -> Sequence[Tenure]:
        wanted = select(Tenure).where(Tenure.official_id == official_id, Tenure.post_id == self._post.number)
        return self._desk.session.exec(wanted).all()

    def _open(self, official: Official, *, acting: bool, names: bool) -> None:
        """A tenure that was known without its dates gets them; else there is a new one."""
        known = self._rows(official.number)
        same = [one for one in known if not self._held.edtf or one.date_edtf == self._held.edtf]
        if same and names:  # the tenure is known already; only what was unnamed gets the name
            return
        vague = next((one for one in known if ends(one.when) == ("", "")), None)
        if same or any(one is not vague and at_once(one.when, self._held) for one in known):
            raise Conflict(f"{official.name} holds this post already.", "who")
        if vague is not None:
            vague.when = self._held
            vague.acting = acting
            vague.basis = "stated"
            return
        columns: dict[str, Any] = date_columns("date", self._held)
        self._desk.add(
            Tenure(official_id=official.number, post_id=self._post.number, acting=acting, **columns)
        )

    def _name(self, official: Official, numbers: Iterable[int]) -> int:
        """Past participations get the name, marked as inferred."""
        wanted = list(dict.fromkeys(numbers))
        there = {one.number: one for one in self._participants(wanted)}
        for number in wanted:
            participant = there.get(number)
            if (
                participant is None
                or participant.post_id != self._post.number
                or participant.official_id is not None
            ):
                raise Conflict("Somebody has changed who took part meanwhile. Nothing was saved; look again.")
            participant.official_id = official.number
            participant.inferred = True
        return len(wanted)

    def _participants(self, numbers: Sequence[int]) -> Iterator[Participant]:
        """Those that are there, of thousands as quickly as of a few."""
        for start in range(0, len(numbers), _AT_ONCE):
            some = col(Participant.id).in_(numbers[start : start + _AT_ONCE])
            yield from self._desk.session.exec(select(Participant).where(some))

    def _move(self, moved: Moved, official: Official, go: Sequence[TenureRow]) -> bool:
        """Hand one thing over, if one of those who leave still has it."""
        kind, number = moved
        from_ids = {int(row.official_key.id): row.official for row in go}
        session = self._desk.session
        if kind == "action":
            action = session.get(Action, number)
            if action is None or action.owner_official_id not in from_ids:
                return False
            action.owner_official_id = official.number
        elif kind == "followup":
            followup = session.get(FollowUp, number)
            if followup is None:
                return False
            about, does = followup.official_id in from_ids, followup.assignee in from_ids.values()
            if about:
                followup.official_id = official.number
            if does:
                followup.assignee = official.name
            return about or does
        else:
            seat = session.get(Participant, number)
            if seat is None or seat.official_id not in from_ids:
                return False
            seat.official_id = official.number
        return True
