"""What was accepted of a text enters as one step: with its source, and with the words behind every field."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlmodel import col, select

from db.commands.desk import Desk, required
from db.commands.dossiers import enter_dossier
from db.commands.sources import DATED, FOLLOWED, enter_citation, enter_source
from db.commands.tables import TABLES
from db.commands.twins import keep_apart, lead
from db.commands.visits import enter_visit
from db.drafts import CitationDraft, Dossier, SourceDraft, VisitDraft
from db.entry.joining import Joining, join
from db.models import Citation, Meeting, Source, Visit
from db.reading.draft.again import original_of
from db.reading.draft.again_outcomes import KnownOutcome, outcomes_of, same_outcome
from db.refs import KIND_OF
from db.rows import Key
from db.seeing import reader_of
from db.vocabulary import Stance

if TYPE_CHECKING:
    from sqlmodel import Session

    from db.reading.draft.writing import Quote, Written, Yield


class Entered(NamedTuple):
    """What a text brought.

    Attributes:
        source: its record.
        made: the visits and meetings that are new, with their refs.
        gained: the visits and meetings that were there and have one source more.
        outcomes: how many outcomes are new.
        conflicts: sentences about what the text says otherwise; the store's value stands.
        reprint_of: the key of the source that this one only repeats, "" for none.
    """

    source: Key
    made: tuple[tuple[Key, str], ...]
    gained: tuple[tuple[Key, str], ...]
    outcomes: int
    conflicts: tuple[str, ...]
    reprint_of: str = ""


def enter_reading(session: Session, found: Yield, *, today: date) -> Entered:
    """Enter what was accepted of a text.

    Args:
        session: open.
        found: what was accepted.
        today: for the year in a ref where an event names none.

    Raises:
        Conflict, NotFound: it cannot enter, and nothing of it does.
    """
    desk = Desk(session, today)
    reprint_of = _reprint(session, found)
    values = found.source | ({"duplicate_of": reprint_of} if reprint_of else {})
    source = enter_source(desk, SourceDraft.from_plain(values))
    desk.source_id = source.number
    gained = [(one.key, one.same) for one in (*found.visits, *found.meetings) if one.key]
    for one in found.visits:
        if one.same:
            _join(desk, source, one)
    new = [one for one in found.visits if not one.same]
    dossier = Dossier.from_plain(
        {
            "bilat": 1,
            "source": found.source,
            "officials": list(found.officials),
            "visits": [one.values for one in new],
            "meetings": [_known_meeting(session, one) if one.same else one.values for one in found.meetings],
            "background": list(found.background),
        }
    )
    entered = enter_dossier(session, dossier, today=today)
    events = [key for key in entered.records if key.kind in ("visit", "meeting")]
    made = []
    for key, one in zip(events, (*new, *found.meetings), strict=True):
        if one.same:
            _cite_meeting(desk, source, one)
            continue
        row = session.get(TABLES[key.kind], int(key.id))
        ref = str(getattr(row, "ref", ""))
        made.append((key, ref))
        _cite(desk, source, ref, one.quotes, accepted=True)
        if key.kind == "visit":
            _cite_meetings(desk, source, int(key.id), one)
        keep_apart(desk, int(key.id), one.apart, "visit" if key.kind == "visit" else "meeting")
    session.flush()
    outcomes = desk.added["action"] + entered.added["action"]
    conflicts = (*desk.conflicts, *entered.conflicts)
    return Entered(
        Key("source", str(source.number)), tuple(made), tuple(gained), outcomes, conflicts, reprint_of
    )


def _reprint(session: Session, found: Yield) -> str:
    """The source of a visit that gains this one, where the text is only that source's again."""
    session.flush()
    for one in (*found.visits, *found.meetings):
        if one.key and (key := original_of(reader_of(session), one.key, str(found.source.get("body", "")))):
            return key
    return ""


# --- what is there already ---


def _join(desk: Desk, source: Source, one: Written) -> None:
    """Let a visit gain a source, what that says and the visit did not have, and what the officer believes it."""
    typed = {key: value for key, value in one.values.items() if key not in ("title", "purpose")}
    tables = [dict(table) for table in typed.pop("meetings", ())]
    told = [*typed.pop("actions", ()), *(each for table in tables for each in table.pop("actions", ()))]
    found = join(reader_of(desk.session), {**typed, "meetings": tables}, one.same)
    visit_id = int(found.key.id)
    known = outcomes_of(reader_of(desk.session), found.key)
    values = {**found.values, "actions": [_same_or_new(known, action) for action in told]}
    row = required(desk.session, Visit, f"visit {one.same}", id=visit_id)
    if not row.purpose:
        values["purpose"] = one.values.get("purpose", "")
    visit = enter_visit(desk, VisitDraft.from_plain(values))
    if found.head is not None:
        lead(desk, visit, *found.head)
    _cite(desk, source, one.same, _agreeing(one, found))
    _cite_differences(desk, source, one, found)
    keep_apart(desk, visit_id, one.apart)


def _known_meeting(session: Session, one: Written) -> dict[str, Any]:
    """A meeting that is there as it gains what it did not have; where the text is right, its citation says so."""
    known = outcomes_of(reader_of(session), one.key) if one.key else []
    quiet = {"title", "format", *(name for field in one.clashes for name in _COLUMNS.get(field, (field,)))}
    kept = {name: value for name, value in one.values.items() if name not in quiet}
    actions = [_same_or_new(known, action) for action in one.values.get("actions", ())]
    return {**kept, "ref": one.same, "actions": actions}


_COLUMNS = {"date": ("date", "date_text", "date_basis")}


def _cite_meeting(desk: Desk, source: Source, one: Written) -> None:
    """The words behind a meeting that was there, and where it was told otherwise."""
    _cite(desk, source, one.same, [quote for quote in one.quotes if quote.field not in one.clashes])
    for quote in one.quotes:
        if quote.field in one.clashes:
            chosen = quote.field in one.chosen
            stance: Stance = "states" if chosen else "contradicts"
            draft = CitationDraft(
                of=one.same, field=quote.field, value=quote.value, stance=stance, accepted=chosen
            )
            enter_citation(desk, source, _quoting(draft, quote))
            if not chosen:
                desk.conflicts.append(
                    f"{one.same}: {quote.field} stays as it is; the text says “{quote.value}”."
                )


def _same_or_new(known: Sequence[KnownOutcome], action: dict[str, Any]) -> dict[str, Any]:
    """An outcome; one that is there already, or that the officer takes for one, gains the words and keeps its verb."""
    there = {one.ref for one in known}
    apart, ref = action.get("apart", ()), str(action.get("ref", ""))
    told = {name: value for name, value in action.items() if name not in ("apart", "ref")}
    found = ref if ref in there else same_outcome([one for one in known if one.ref not in apart], told)
    return (
        {**{name: value for name, value in told.items() if name != "verb"}, "ref": found} if found else told
    )


def _agreeing(one: Written, found: Joining) -> Sequence[Quote]:
    """The words behind what the text says as the store does, or more exactly."""
    other = {each.field for each in found.differs}
    return [quote for quote in one.quotes if quote.field not in other and quote.field != "date"] + [
        quote._replace(value=found.date or quote.value)
        for quote in one.quotes
        if quote.field == "date" and "date" not in other
    ]


def _cite_differences(desk: Desk, source: Source, one: Written, found: Joining) -> None:
    words = {quote.field: quote for quote in one.quotes}
    if found.date:
        draft = CitationDraft(of=one.same, field="date", value=found.date, accepted=True)
        enter_citation(desk, source, _quoting(draft, words.get("date")))
    for differs in found.differs:
        chosen = differs.field in one.chosen
        stance: Stance = "states" if chosen or not differs.placed else "contradicts"
        value = str(one.values.get(differs.field, differs.told))
        draft = CitationDraft(of=one.same, field=differs.field, value=value, stance=stance, accepted=chosen)
        enter_citation(desk, source, _quoting(draft, words.get(differs.field)))
        if not chosen:
            desk.conflicts.append(f"{one.same}: {differs.sentence.replace('the line', 'the text')}.")


# --- the words behind it ---


def _cite(desk: Desk, source: Source, ref: str, quotes: Sequence[Quote], *, accepted: bool = False) -> None:
    kind = KIND_OF[ref[0]]
    for one in quotes:
        if not one.field:
            _quote_whole(desk, source, kind, ref, one)
            continue
        carries = accepted and bool(one.value) and (one.field == DATED[kind] or one.field in FOLLOWED[kind])
        draft = CitationDraft(of=ref, field=one.field, value=one.value, accepted=carries)
        enter_citation(desk, source, _quoting(draft, one))


def _quoting(draft: CitationDraft, quote: Quote | None) -> CitationDraft:
    if quote is None:
        return draft
    return draft.model_copy(update={"quote": quote.words, "span": (quote.span.start, quote.span.end)})


def _quote_whole(desk: Desk, source: Source, kind: str, ref: str, quote: Quote) -> None:
    """Give the citation of a record as a whole its words; there is one when the record came with the source."""
    row = required(desk.session, TABLES[kind], ref, ref=ref)
    there = desk.session.exec(
        select(Citation).where(
            Citation.source_id == source.number,
            Citation.record_kind == kind,
            Citation.record_id == row.number,
            Citation.field == "",
        )
    ).first()
    if there is None:
        enter_citation(desk, source, _quoting(CitationDraft(of=ref), quote))
    elif not there.quote:
        there.quote, (there.span_start, there.span_end) = quote.words, quote.span


def _cite_meetings(desk: Desk, source: Source, visit: int, one: Written) -> None:
    """The words behind the meetings of a new visit, which stand in its order."""
    refs = desk.session.exec(
        select(Meeting.ref).where(Meeting.visit_id == visit).order_by(col(Meeting.position))
    ).all()
    for ref, quotes in zip(refs, one.meetings, strict=False):
        _cite(desk, source, ref, quotes, accepted=True)
