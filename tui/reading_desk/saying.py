"""What a proposal says, in words: its label, and its lines with their tones."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from db.commitments import RUNGS
from db.dates import PartialDate
from db.reading.draft.items import EVENTS, Item, ItemKind, Items
from db.reading.draft.proposing import date_in
from tui.cards.citations import RELIABILITY
from tui.cards.days import full_day
from tui.cards.outcomes import rung_tone
from tui.glyphs import glyphs
from tui.keys import keyed
from tui.lines import Tone
from tui.plain import fit

LABEL = 13  # columns of a field's name
_NAMES = {"initiated_by": "asked by", "reliability": "grade"}
_TOPIC = "topic "  # what is added to a visit begins so where it is one
_FEW = 2  # topics that are told by name
_LONGEST = 90

Words = tuple[tuple[str, Tone], ...]


class Said(NamedTuple):
    """A proposal in words.

    Attributes:
        label: in front of them, of a fixed width; "" for none.
        words: lines, each with its tone; an empty one is not shown.
    """

    label: str
    words: Words
    label_tone: Tone = "dim"


def said(item: Item, topics: Mapping[str, str], remark: str = "") -> Said:
    """What a proposal says.

    Args:
        item: the proposal.
        topics: labels by code.
        remark: what the rest of the draft says of it.
    """
    if item.kind == "field" and item.name == "topics":
        named = (topics.get(code, code) for code in item.value.split())
        return Said(fit("topics", LABEL), ((f" {glyphs.dot} ".join(named), "plain"),))
    told = _SAYS[item.kind](item)
    return _with_remark(told, remark, beside=item.kind == "field") if remark else told


def _with_remark(told: Said, remark: str, *, beside: bool) -> Said:
    """A remark in a line of its own; that of a field, which is short, behind it."""
    if not beside:
        return told._replace(words=(*told.words, (remark, "dim")))
    (value, _), *others = told.words
    return told._replace(words=((_dotted(value, remark), "dim"), *others))


def at_the_edge(item: Item) -> str:
    """What to know of a proposal while the cursor stands on it: what the keys do to it, or why it is proposed."""
    match item.kind:
        case "clash":
            return keyed("{reading.accept} follows the text, {reading.reject} stays with the store")
        case "same":
            return keyed("{reading.accept} says the same, {reading.reject} another one")
        case _:
            return item.why


def what_to_decide(item: Item) -> str:
    """Why a proposal waits for the officer, and what the keys do to it."""
    match item.kind:
        case "clash":
            return f"The {name_of_field(item.name)}: {at_the_edge(item)}."
        case "same":
            return f"{item.why} {at_the_edge(item)}."
        case _:
            does = keyed("{reading.accept} takes it, {reading.reject} leaves it out.")
            return f"{item.why or 'This is in doubt.'} {does}"


def nothing_to_take(items: Items) -> str:
    """What to do with a draft in which nothing is proposed; "" where something is, or was."""
    if any(one.kind in EVENTS or one.kind == "mention" for one in items):
        return ""
    return keyed("No visit or meeting was found; {reading.meeting} at a sentence begins one.")


def name_of_field(name: str) -> str:
    """What a field is called on the screen."""
    return _NAMES.get(name, name)


def title_of_field(name: str) -> str:
    """What a field is called where it begins a line."""
    return "URL" if name == "url" else name_of_field(name).capitalize()


def _visit(item: Item) -> Said:
    values = item.values
    return _event(f"Visit {values['sending']}{glyphs.to}{values['host']}", values)


def _meeting(item: Item) -> Said:
    values = item.values
    kind = "" if values["format"] == "unspecified" else f"{values['format']} "
    return _event(f"{kind}meeting".capitalize() + f" {glyphs.dot.join(sorted(values['parties']))}", values)


def _event(words: str, values: Mapping[str, Any]) -> Said:
    status = "" if values["status"] == "held" else f" {glyphs.dot} {values['status']}"
    return Said("", ((words + status, "strong"),))


def _field(item: Item) -> Said:
    label = fit(name_of_field(item.name), LABEL)
    if item.name in ("date", "published"):
        when = date_in(item)
        tone: Tone = "plain" if when.edtf or when.text else "faint"
        return Said(label, ((in_words(when), tone), *_offer(item)))
    if item.name == "reliability":
        return Said(label, ((f"{item.value} {glyphs.dot} {RELIABILITY.get(item.value, '')}", "plain"),))
    return Said(label, ((item.value, "plain") if item.value else (glyphs.dash, "faint"),))


def _person(item: Item) -> Said:
    values = item.values
    head = values["role"] if values["role"] in ("head", "group") else ""
    label = fit(f"{values['country'] or '  '} {head}", LABEL)
    if values.get("group"):
        count = values.get("count")
        return Said(label, ((values["group"], "plain"), (f"{count} people" if count else "", "dim")))
    if not values["name"]:
        return Said(label, ((f"{values['post']} (not named)", "plain"),))
    known = values["known"]
    printed = f"printed {values['name']}" if known and known != values["name"] else ""
    name: tuple[str, Tone] = (known, "strong") if known else (f"{values['name']} {glyphs.dot} new", "plain")
    office = values.get("office") or {}
    meant = f"as {', '.join(filter(None, office.values()))}" if office else ""
    return Said(label, (name, (_dotted(values["post"], printed, meant), "dim")))


def _outcome(item: Item) -> Said:
    values = item.values
    rung = RUNGS.index(values["rung"])
    due = values.get("due") or {}
    when = PartialDate(due.get("value", ""), due.get("text", ""))
    dated = f"due {in_words(when)}" if when.edtf or when.text else ""
    owned = f"owner {values['owner']}" if values.get("owner") else ""
    there = _gains(values) if values.get("there") else ""
    tone = rung_tone(rung)
    words: Words = ((values["text"], tone), (_dotted(owned, dated, there), "dim"), *_offer(item))
    return Said(fit(f"{rung} {values['rung']}", LABEL), words, tone)


def _gains(values: Mapping[str, Any]) -> str:
    """Which outcome of the store gains the words, and both rungs where they differ."""
    known = values.get("there_rung") or values["rung"]
    differs = f"; {known} there, {values['rung']} here" if known != values["rung"] else ""
    return f"{glyphs.alike} {values['there']}, which gains the words{differs}"


def _same(item: Item) -> Said:
    values = item.values
    adds = _added(values.get("adds", ()))
    words: Words = (
        (f"{values['ref']} {values['label']}", "strong"),
        (item.why, "dim"),
        ("repeats a source that is there, so it confirms nothing" if values.get("repeats") else "", "warn"),
        (f"adds {adds}" if adds else "", "dim"),
        *((f"not taken over: {middle_out(words)}", "warn") for words in values.get("misses", ())),
    )
    return Said(fit(f"{glyphs.alike} same?", LABEL), words)


def _added(adds: Sequence[str]) -> str:
    """What a visit gains; of many topics only how many they are."""
    topics = [one for one in adds if one.startswith(_TOPIC)]
    if len(topics) <= _FEW:
        return ", ".join(adds)
    return ", ".join((f"{len(topics)} topics", *(one for one in adds if one not in topics)))


def middle_out(words: str, most: int = _LONGEST) -> str:
    """Words of which the beginning and the end tell what they are about."""
    if len(words) <= most:
        return words
    first = words[: most // 2].rpartition(" ")[0].rstrip(",")
    return f"{first} {glyphs.ellipsis} {words[-most // 2 :].partition(' ')[2]}"


def _clash(item: Item) -> Said:
    """Both sides, the one that will stand brighter."""
    here, there = f"store: {item.values['here']}", f"text: {item.values['there']}"
    follows_text = item.state == "taken"
    words: Words = (
        (here, "dim" if follows_text else "strong"),
        (there, "strong" if follows_text else "dim"),
    )
    return Said(fit(name_of_field(item.name), LABEL), words)


def _mention(item: Item) -> Said:
    return Said(fit("mentioned", LABEL), ((item.value, "dim"),))


def in_words(when: PartialDate) -> str:
    """A date with its weekdays, the words of the text where nobody can place them, a dash for none."""
    if when.edtf:
        return full_day(when)
    return f"{glyphs.quote_open}{when.text}{glyphs.quote_close}" if when.text else glyphs.dash


def _offer(item: Item) -> Words:
    """What a date means now that the publication is known."""
    offer = item.values.get("offer")
    if not offer:
        return ()
    does = keyed("{reading.accept} takes it, {reading.reject} leaves it")
    return ((f"{glyphs.to} {full_day(PartialDate(offer['value']))}? {does}", "warn"),)


def _dotted(*parts: str) -> str:
    return f" {glyphs.dot} ".join(part for part in parts if part)


_SAYS: dict[ItemKind, Callable[[Item], Said]] = {
    "source": lambda _: Said("", (("Source", "accent"),)),
    "visit": _visit,
    "meeting": _meeting,
    "field": _field,
    "person": _person,
    "outcome": _outcome,
    "same": _same,
    "clash": _clash,
    "mention": _mention,
}
