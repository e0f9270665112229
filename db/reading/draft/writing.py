"""What was accepted of a draft, as a dossier that the store can take in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from db.reading.draft.items import EVENTS, Item, Items, above, children, field_of
from db.reading.people.known import digest
from db.reading.proposals import Span
from db.rows import Key

_KEY = 16  # letters of the text's SHA-256, as read --json has it


class Quote(NamedTuple):
    """Words behind a field; "" is the record as a whole. A date that nobody can place has words and no value."""

    field: str
    value: str
    words: str
    span: Span


class Written(NamedTuple):
    """A visit or meeting that was accepted.

    Attributes:
        values: as a dossier has them.
        quotes: the words behind its fields.
        same: the ref of the visit or meeting of the store that it is, "" for a new one.
        key: of that one.
        apart: the refs of those that it is not.
        clashes: the fields in which the text and the store differ.
        chosen: those of them in which the text is right.
        meetings: the words behind the meetings inside a visit, in their order.
    """

    values: dict[str, Any]
    quotes: tuple[Quote, ...]
    same: str = ""
    key: Key | None = None
    apart: tuple[str, ...] = ()
    clashes: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    meetings: tuple[tuple[Quote, ...], ...] = ()


class Yield(NamedTuple):
    """All that was accepted of a text."""

    source: dict[str, Any]
    visits: tuple[Written, ...]
    meetings: tuple[Written, ...]
    officials: tuple[dict[str, Any], ...]
    background: tuple[str, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing but the source is in it."""
        return not (self.visits or self.meetings or self.background)


def written(items: Items, text: str) -> Yield:
    """What was accepted of a draft.

    Args:
        items: the draft.
        text: that it rests on; it enters as the body of the source.
    """
    return _Writer(items, text).all()


class _Writer:
    def __init__(self, items: Items, text: str) -> None:
        self._text = text
        self._items = tuple(item for item in items if item.state == "taken")
        self._left = tuple(item for item in items if item.state == "left")
        self._all = items

    def all(self) -> Yield:
        return Yield(
            self._source(),
            tuple(self._visit(one) for one in self._items if one.kind == "visit"),
            tuple(
                self._known(one, Written(self._meeting(one), self._quotes(one)))
                for one in self._items
                if one.kind == "meeting" and not one.under
            ),
            tuple(self._officials()),
            tuple(one.value for one in self._items if one.kind == "mention"),
        )

    def _source(self) -> dict[str, Any]:
        source = next(one for one in self._items if one.kind == "source")
        values: dict[str, Any] = {"key": digest(self._text)[:_KEY], "body": self._text, **source.values}
        for one in children(self._items, source.id, "field"):
            if one.name == "published":
                values |= _date("published", one.values)
            else:
                values[one.name] = one.value
        return _stated(values)

    def _visit(self, visit: Item) -> Written:
        sending = str(visit.values["sending"])
        people = children(self._items, visit.id, "person")
        level = field_of(self._items, visit.id, "level")
        members = self._members(people)
        size = field_of(self._items, visit.id, "size")
        delegation = _stated(
            {
                "country": sending,
                "level": level.value if level else "",
                "size": int(size.value) if size and size.value.isdecimal() else None,
            }
        )
        tables = children(self._items, visit.id, "meeting")
        values = {
            **{name: visit.values[name] for name in ("sending", "host", "status")},
            **self._fields(visit, "place", "initiated_by", "purpose", "kind"),
            "delegations": [{**delegation, "members": members}] if members or len(delegation) > 1 else [],
            "meetings": [self._meeting(one, members) for one in tables],
            "actions": self._outcomes(visit),
        }
        quotes = tuple(self._quotes(one) for one in tables)
        return self._known(visit, Written(_stated(values), self._quotes(visit), meetings=quotes))

    def _known(self, event: Item, found: Written) -> Written:
        """The same with what was decided on the event of the store that it is, or is not."""
        same = next(iter(children(self._items, event.id, "same")), None)
        apart = [str(one.values["ref"]) for one in self._left if one.kind == "same" and one.under == event.id]
        if same is None:
            return found._replace(apart=tuple(apart))
        chosen = tuple(one.name for one in children(self._items, same.id, "clash"))
        clashes = tuple(one.name for one in self._all if one.kind == "clash" and one.under == same.id)
        ref, key = str(same.values["ref"]), Key(event.kind, str(same.values["key"]))  # type: ignore[arg-type]
        return found._replace(same=ref, key=key, apart=tuple(apart), chosen=chosen, clashes=clashes)

    def _meeting(self, meeting: Item, guests: list[dict[str, Any]] | None = None) -> dict[str, Any]:
        known = meeting.values
        here = self._members(children(self._items, meeting.id, "person"))
        named = {(one["country"], one.get("official", "")) for one in here if one.get("official")}
        with_them = [
            one
            for one in (guests or []) * bool(known.get("delegation"))
            if (one["country"], one.get("official", "")) not in named and one["role"] != "group"
        ]
        values = {
            "roles": {code: role for code, role in known["roles"].items() if code in known["parties"]},
            "format": known["format"],
            "mode": known["mode"],
            "status": known["status"],
            **self._fields(meeting, "place"),
            "actions": self._outcomes(meeting),
        }
        return {"parties": known["parties"], "participants": [*here, *with_them], **_stated(values)}

    def _fields(self, event: Item, *names: str) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for one in children(self._items, event.id, "field"):
            if one.name in names:
                found[one.name] = one.value
            elif one.name == "date":
                found |= _date("date", one.values)
            elif one.name == "topics":
                found["topics"] = one.value.split()
        return found

    def _members(self, people: Items) -> list[dict[str, Any]]:
        ranks: dict[str, int] = {}
        found = []
        for one in people:
            values = one.values
            country = str(values["country"])
            if values.get("group"):
                found.append(_group(values))
                continue
            ranks[country] = ranks.get(country, 0) + 1
            printed = ", ".join(filter(None, (values["name"], values["post"])))
            found.append(
                {
                    "country": country,
                    "role": values["role"],
                    "rank": ranks[country],
                    **_stated(
                        {
                            "official": values["known"] or values["name"],
                            **_office(values),
                            "as_printed": printed,
                        }
                    ),
                }
            )
        return found

    def _outcomes(self, event: Item) -> list[dict[str, Any]]:
        return [self._outcome(one) for one in children(self._items, event.id, "outcome")]

    def _outcome(self, one: Item) -> dict[str, Any]:
        values = {**one.values}
        due = values.pop("due") or {}
        for name in ("offer", "there", "there_rung"):
            values.pop(name, None)
        span = list(one.spans[0]) if one.spans else None
        return _stated({**values, **_date("due", due), "span": span, **self._told_again(one)})

    def _told_again(self, outcome: Item) -> dict[str, Any]:
        """Which outcome of the store it is, and which ones it is not, where its visit or meeting is there too."""
        events = [one for one in above(self._all, outcome) if one.kind in EVENTS]
        if not any(children(self._items, one.id, "same") for one in events):
            return {}
        same = [str(one.values["ref"]) for one in children(self._items, outcome.id, "same")]
        apart = [str(one.values["ref"]) for one in children(self._left, outcome.id, "same")]
        return {"ref": same[0] if same else "", "apart": apart}

    def _officials(self) -> list[dict[str, Any]]:
        """Everybody named who was accepted, with the posts that the text attests."""
        found: dict[str, dict[str, Any]] = {}
        for one in self._items:
            if one.kind != "person" or not one.values["name"]:
                continue
            values = one.values
            name = str(values["known"] or values["name"])
            spelt = [{"name": values["name"]}] if values["name"] != name else []
            new = values["post"] and "office" not in values
            held = [{"post": values["post"], "basis": "attested"}] if new else []
            known = found.setdefault(name, {"name": name, "country": values["country"]})
            known.setdefault("names", spelt)
            known["tenures"] = [
                *known.get("tenures", ()),
                *(each for each in held if each not in known.get("tenures", ())),
            ]
        return [_stated(one) for one in found.values()]

    # --- the words behind it ---

    def _quotes(self, event: Item) -> tuple[Quote, ...]:
        fields = [
            one
            for one in children(self._items, event.id, "field")
            if one.name not in ("topics", "level", "size")
        ]
        found = [
            self._quote("", "", event),
            *(self._quote(one.name, one.value, one) for one in fields),
        ]
        return tuple(one for one in found if one is not None)

    def _quote(self, field: str, value: str, item: Item) -> Quote | None:
        if not item.spans:
            return None
        span = item.spans[0]
        return Quote(field, value, self._text[span.start : span.end], span)


def _group(values: Mapping[str, Any]) -> dict[str, Any]:
    """People who are told only as a group."""
    words = values["group"]
    told = {"country": values["country"], "group": words, "as_printed": words, "count": values.get("count")}
    return {**_stated(told), "role": "group"}


def _office(values: Mapping[str, Any]) -> dict[str, Any]:
    """The post in which somebody took part: one that the store knows of them, else the one that is printed."""
    known: dict[str, Any] | None = values.get("office")
    return {"post": values["post"]} if known is None else known


def _date(name: str, values: Mapping[str, Any]) -> dict[str, Any]:
    edtf, text, basis = (str(values.get(key, "")) for key in ("value", "text", "basis"))
    if not edtf and not text:
        return {}
    return {name: edtf, f"{name}_text": text, f"{name}_basis": basis or "stated"}


def _stated(values: Mapping[str, Any]) -> dict[str, Any]:
    """What is not empty; absent means not stated."""
    return {name: value for name, value in values.items() if value not in ("", None, (), [], {})}
