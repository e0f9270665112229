"""Saying a proposal otherwise, or one's own: a line over the desk, read with every letter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from db.errors import BadInput, BilatError
from db.reading.draft.dating import offer_dates, offered
from db.reading.draft.deciding import (
    add_meeting,
    add_person,
    add_topic,
    add_visit,
    change,
    event_at,
    parties_of,
)
from db.reading.draft.items import Item, by_id, put
from db.reading.draft.proposing import date_in
from db.reading.proposals import Find, Span
from tui.glyphs import glyphs
from tui.keys import keyed, pressed
from tui.modals.answer_sheet import Heard
from tui.modals.asking import Question, ask
from tui.modals.base import bilat
from tui.reading_desk import lines, people_lines
from tui.reading_desk.saying import title_of_field

if TYPE_CHECKING:
    from tui.reading_desk.screen import DeskScreen

Hears = Callable[[str], Heard]


def edit(desk: DeskScreen, item: Item) -> None:
    """Say an item otherwise."""
    match item.kind:
        case "visit" | "meeting":
            _ask_event(desk, item)
        case "person":
            _ask_person(desk, item)
        case "outcome":
            _ask_outcome(desk, item)
        case "field":
            _ask_field(desk, item)
        case _:
            bilat(desk).say(
                keyed(
                    "{reading.accept} takes this and {reading.reject} leaves it out; there is nothing to say otherwise."
                )
            )


def _question(
    desk: DeskScreen,
    title: str,
    asks: str,
    hears: Hears,
    done: Callable[[str], str],
    goes_on: Callable[[str], str] | None = None,
) -> Question:
    async def saves(text: str) -> str:
        return done(text)

    def ending(text: str) -> str:
        try:
            return goes_on(text) if goes_on else ""
        except BilatError:
            return ""

    return Question(
        title, desk.source_title, asks, "", pressed("reading.edit"), hears, saves, ending, enter="takes it"
    )


# --- fields ---


def _ask_field(desk: DeskScreen, item: Item) -> None:
    app = bilat(desk)
    event = by_id(desk.items, item.under)
    reads = lines.FieldReader(app, event.kind, item.name)

    def done(text: str) -> str:
        values = reads.values(text, item)
        desk.change(change(desk.items, item.id, **values), at=item.id)
        if item.name == "published":
            return _published(desk, item.id)
        if item.name == "date":
            desk.recognise()
        return f"{title_of_field(item.name)}: {reads.hears(text).says or glyphs.dash}"

    title = title_of_field(item.name)
    question = _question(desk, title, reads.asks, reads.hears, done, reads.goes_on)
    when = date_in(item)
    begins = lines.as_typed(when.edtf) or when.text if item.name in lines.DATES else item.value
    ask(app, question, begins)


def _published(desk: DeskScreen, number: int) -> str:
    """Offer what the symbolic dates mean now."""
    published = date_in(by_id(desk.items, number))
    if not published.exact or published.first is None:
        return "Only a certain day of publication tells what the other dates mean."
    items = offer_dates(desk.items, published.first)
    waiting = offered(items)
    if not waiting:
        return "No other date counts from the publication."
    desk.put_offers(items, waiting[0].id)
    one = len(waiting) == 1
    said = "1 date counts" if one else f"{len(waiting)} dates count"
    return f"{said} from the publication: {keyed('{reading.accept} takes what it means, {reading.reject} leaves it.')}"


# --- events ---


def _ask_event(desk: DeskScreen, item: Item) -> None:
    app = bilat(desk)

    def done(text: str) -> str:
        found = lines.read_event(app, text)
        if (found.sending != "") != (item.kind == "visit"):
            raise BadInput(
                "A visit stays a visit, and a meeting a meeting; leave it out and begin the other."
            )
        values = lines.event_values(found, item)
        desk.change(change(desk.items, item.id, **values), at=item.id)
        desk.recognise()
        return f"{found.says}."

    begins = lines.event_line(item)
    ask(app, _question(desk, item.kind.capitalize(), lines.EVENT, lines.hears_event(app), done), begins)


def new_meeting(desk: DeskScreen, sentence: Span) -> None:
    """Begin a meeting, or a visit, at a sentence."""
    app = bilat(desk)
    event = event_at(desk.items, sentence)

    def done(text: str) -> str:
        found = lines.read_event(app, text)
        if found.sending:
            items, number = add_visit(desk.items, sentence, found.sending, found.host)
        else:
            items, number = add_meeting(desk.items, sentence, found.parties)
        item = by_id(items, number)
        desk.change(change(items, number, **lines.event_values(found, item)))
        desk.recognise()
        desk.reveal(number)
        return f"{found.says} begins at this sentence."

    begins = " ".join(sorted(parties_of(event))) if event is not None else ""
    ask(app, _question(desk, "Meeting from here", lines.EVENT, lines.hears_event(app), done), begins)


# --- people and topics ---


def _ask_person(desk: DeskScreen, item: Item) -> None:
    app = bilat(desk)

    def done(text: str) -> str:
        values = people_lines.read_person(app, text)
        if values["role"] == "member" and item.values["role"] == "head" and "head" not in text.split():
            values["role"] = "head"
        fresh = item._replace(
            values={name: value for name, value in item.values.items() if name not in _REPLACED}
        )
        desk.change(change(put(desk.items, fresh), item.id, **values), at=item.id)
        desk.recognise()
        return f"{people_lines.called(values)}."

    begins = people_lines.person_line(item.values)
    question = _question(
        desk,
        "Person",
        people_lines.PERSON,
        people_lines.hears_person(app),
        done,
        people_lines.names_from(app),
    )
    ask(app, question, begins)


_REPLACED = ("office", "group", "count")  # a group may turn out to be somebody, and the other way round


def new_person(desk: DeskScreen, sentence: Span, finds: Sequence[Find]) -> None:
    """Add somebody; the first name in the sentence that is not in the draft yet is proposed."""
    app, text = bilat(desk), desk.given.text
    there = {str(one.values["name"]) for one in desk.items if one.kind == "person"}
    named = [one for one in finds if one.kind in ("name", "official")]
    fresh = [one for one in named if text[one.start : one.end] not in there]
    found = fresh[0] if fresh else None

    def done(words: str) -> str:
        values = people_lines.read_person(app, words)
        spot = (
            Span(found.start, found.end)
            if found and values["name"] and values["name"] in text[found.start : found.end]
            else None
        )
        items, number = add_person(desk.items, sentence, spot, values)
        if not number:
            raise BadInput(keyed("There is no visit or meeting yet; {reading.meeting} begins one here."))
        desk.change(items)
        desk.recognise()
        desk.reveal(number)
        return f"{people_lines.called(values)} was added."

    begins = " ".join(text[found.start : found.end].split()) if found else ""
    question = _question(
        desk,
        "Person here",
        people_lines.PERSON,
        people_lines.hears_person(app),
        done,
        people_lines.names_from(app),
    )
    ask(app, question, begins)


def new_topic(desk: DeskScreen, sentence: Span) -> None:
    """Add a topic."""
    app = bilat(desk)
    reads = lines.FieldReader(app, "visit", "topics")

    def done(text: str) -> str:
        codes = reads.codes(text)
        items, number = desk.items, 0
        for code in codes:
            items, number = add_topic(items, sentence, code)
        if not number:
            raise BadInput(keyed("There is no visit or meeting yet; {reading.meeting} begins one here."))
        desk.change(items)
        desk.reveal(number)
        return f"{reads.hears(text).says} was added."

    ask(app, _question(desk, "Topic here", reads.asks, reads.hears, done, reads.goes_on))


# --- outcomes ---


def _ask_outcome(desk: DeskScreen, item: Item) -> None:
    app = bilat(desk)

    def done(text: str) -> str:
        values = lines.read_outcome(app, text, item)
        desk.change(change(desk.items, item.id, **values), at=item.id)
        return f"{values['text']}"

    hears = lines.hears_outcome(app, item)
    ask(app, _question(desk, "Outcome", lines.OUTCOME, hears, done), lines.outcome_line(item))
