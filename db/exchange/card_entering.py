"""Cards enter the store as officials with their posts, within one step; what is known of them is never overwritten.

Somebody is known by the uid of the card, else by any full spelling of the name together with the country. A name alone
is not enough: where it may be somebody who is there, the card is left out and told.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlmodel import col, select

from db.commands.desk import Desk, standing_row
from db.commands.people import enter_official
from db.commands.places import find_organisation
from db.commands.sources import enter_source
from db.drafts import NameDraft, OfficialDraft, SourceDraft, TenureDraft
from db.entry.countries import named
from db.errors import Conflict
from db.exchange.report import Taken
from db.exchange.scripts import LATIN, script_of
from db.exchange.stamps import card_uid, stamps
from db.models import Citation, Official, OfficialName
from db.names import fold
from db.seeing import reader_of

if TYPE_CHECKING:
    from sqlmodel import Session

    from db.exchange.vcard_in import Card

_LOCATOR = "UID "
_SOURCE = SourceDraft(key="cards", kind="own knowledge", title="Address book", reliability="F")


def take_cards(session: Session, cards: Sequence[Card], *, today: date) -> Taken:
    """Enter what is new in some cards as part of one step; entering them again adds nothing.

    Returns:
        what came of it; its remarks name every card that did not come in, with the reason.
    """
    return _Entering(session, today).take(cards)


class _Sure(NamedTuple):
    """Who a card is: an official, somebody new, or why that cannot be told."""

    row: Official | None = None
    doubt: str = ""


class _Entering:
    def __init__(self, session: Session, today: date) -> None:
        self._session = session
        self._reader = reader_of(session)
        self._desk = Desk(session, today)
        self._taken = Taken()
        self._ours = {
            card_uid(number, stamp): number for number, stamp in stamps(self._reader, "official").items()
        }

    def take(self, cards: Sequence[Card]) -> Taken:
        for one in cards:
            if one.problem:
                self._leave(one, one.problem)
                continue
            country = self._country(one)
            who = self._who(one, country)
            if who.doubt:
                self._leave(one, who.doubt)
            else:
                self._enter(one, country, who.row)
        self._session.flush()
        self._taken.added = self._desk.added
        self._taken.remarks += self._desk.conflicts
        return self._taken

    # --- who it is ---

    def _country(self, one: Card) -> str:
        """By code or name, else that of the organisation; "" where neither tells."""
        for words in filter(None, (one.code, one.country)):
            found = named(self._reader, [words]).get(words, [])
            if len(found) == 1:
                return found[0].code
        services = (
            find_organisation(self._desk, post.organisation) for post in one.posts if post.organisation
        )
        return next((service.country for service in services if service is not None and service.country), "")

    def _who(self, one: Card, country: str) -> _Sure:
        if one.uid and (number := self._ours.get(one.uid)):
            row = standing_row(self._session, self._session.get(Official, number))
            return _Sure(row) if row else _Sure(doubt="this official was taken out of the store")
        if one.uid and (row := self._cited(one.uid)):
            return _Sure(row)
        alike = self._called(fold(name) for name in (one.name, *one.spellings))
        there = [row for row in alike if country and row.country == country]
        if len(there) == 1:
            return _Sure(there[0])
        if len(there) > 1:
            return _Sure(doubt=f"{len(there)} officials of {country} are called so")
        if alike:
            other = alike[0]
            return _Sure(
                doubt=f"{other.name} is in the store, of {other.country or 'no country that is known'}"
            )
        return _Sure()

    def _cited(self, uid: str) -> Official | None:
        """Somebody who came by this card before."""
        number = self._reader.value(
            "SELECT record_id FROM citation WHERE record_kind = 'official' AND locator = :locator",
            locator=f"{_LOCATOR}{uid}",
        )
        return (
            standing_row(self._session, self._session.get(Official, number)) if number is not None else None
        )

    def _called(self, folded: Iterable[str]) -> list[Official]:
        statement = (
            select(Official)
            .join(OfficialName, col(OfficialName.official_id) == col(Official.id))
            .where(
                col(OfficialName.folded).in_({name for name in folded if name}),
                OfficialName.kind != "weak",
                col(Official.merged_into).is_(None),
            )
            .distinct()
            .order_by(col(Official.id))
        )
        return list(self._session.exec(statement).all())

    # --- what it brings ---

    def _enter(self, one: Card, country: str, known: Official | None) -> None:
        before = self._desk.added.total(), _said(known)
        values = _values(one)
        if known is not None:  # found again by what it is called here
            values |= {"name": known.name, "country": known.country or country, "sort_name": None}
            values["names"] = [
                NameDraft(name=name, script=script_of(name)) for name in (one.name, *one.spellings)
            ]
        else:
            values["country"] = country
        try:
            row = enter_official(self._desk, OfficialDraft(**values))
        except Conflict as error:
            self._leave(one, str(error).rstrip("."))
            return
        if known is None:
            self._cite(one, row)
            posts = (", ".join(filter(None, (post.title, post.organisation))) for post in one.posts)
            self._taken.brought.append((row.name, country, "; ".join(posts)))
        elif (self._desk.added.total(), _said(row)) != before:
            self._taken.learnt.add(row.name)

    def _cite(self, one: Card, row: Official) -> None:
        if not one.uid:
            return
        source = enter_source(self._desk, _SOURCE)
        self._desk.add(
            Citation(
                source_id=source.number,
                record_kind="official",
                record_id=row.number,
                locator=f"{_LOCATOR}{one.uid}",
            )
        )

    def _leave(self, one: Card, why: str) -> None:
        self._taken.remarks.append(f"The card of {one.name[:60] or 'nobody'} was left out: {why}.")


def _said(row: Official | None) -> tuple[str, ...]:
    """What a card may fill in."""
    return (row.native_name, row.country or "", row.note) if row is not None else ()


def _values(one: Card) -> dict[str, Any]:
    native = next((name for name in one.spellings if script_of(name) != LATIN), "")
    return {
        "name": one.name,
        "sort_name": one.sort_name or None,
        "native_name": native,
        "names": [NameDraft(name=name, script=script_of(name)) for name in one.spellings],
        "tenures": [
            TenureDraft(post=post.title, organisation=post.organisation, acting=post.acting, basis="attested")
            for post in one.posts
        ],
        "note": one.note,
    }
