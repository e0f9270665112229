"""The fields of a line, name:value; every one is read here, or refused with what it would accept."""

from __future__ import annotations

from collections.abc import Callable

from db.dates import PartialDate
from db.dates.show_rule import show_rule
from db.entry.countries import named
from db.entry.days import read_stretch, show, with_year
from db.entry.parts import Parts
from db.entry.refs import read_on, read_ref
from db.entry.relative_due import ONLY_STEPS, anchored_in_field, repeats_in_field
from db.entry.shapes import Work, listed, quoted
from db.entry.sources import read_source
from db.entry.vocabulary import (
    ALIASES,
    ASKED_FOR,
    CHOICES,
    FIELDS,
    IN_COURT,
    RECORDS,
    chosen,
)
from db.entry.who import Names, Somebody
from db.entry.whose import at_home
from db.errors import BadInput

_COLUMNS = {
    "in": "place",
    "by": "initiated_by",
    "kind": "kind",
    "status": "status",
    "mode": "mode",
    "ball": "ball",
}


class FieldReader:
    """Reads the fields of one line into its parts."""

    def __init__(self, work: Work, parts: Parts, names: Names) -> None:
        self._work, self._parts, self._names = work, parts, names
        self._seen: set[str] = set()
        self._rules: dict[str, Callable[[int], tuple[str, str, int]]] = {
            "in": self._text,
            "note": self._text,
            "by": self._choice,
            "kind": self._choice,
            "status": self._choice,
            "mode": self._choice,
            "ball": self._choice,
            "date": self._date,
            "due": self._due,
            "every": self._every,
            "with": self._with,
            "owner": self._owner,
            "src": self._source,
            "on": self._on,
            "ref": self._ref,
        }

    def dates(self) -> None:
        """Read date:, due: and every: first, so that their words are not taken for the title's."""
        for number, chunk in enumerate(self._work.chunks):
            if chunk.kind == "field" and chunk.key in {"date", "due", "every"}:
                self.read(number)

    def read(self, number: int) -> None:
        """Read one field, mark it and take its chunks."""
        chunk = self._work.chunks[number]
        key = ALIASES.get(chunk.key, chunk.key)
        self._work.take(number)
        field = FIELDS.get(key)
        if field is None:
            known = listed([f"{name}:" for name in FIELDS], most=len(FIELDS))
            sentence = (
                f"There is no field “{chunk.key}:”; there are {known}. Put words that are no field in quotes."
            )
            self._work.add("unread", chunk.start, chunk.end, chunk.key, sentence)
            return
        kind = self._parts.kind
        if kind and kind not in field.records:
            owners = listed([RECORDS[one] for one in RECORDS if one in field.records])
            sentence = (
                f"“{key}:” belongs to {owners}, not to {RECORDS[kind]}; leave it out or put it in quotes."
            )
            self._work.add(field.kind, chunk.start, chunk.end, key, sentence)
            return
        if key in self._seen and key != "with":
            sentence = f"“{key}:” is there already; leave one of the two out."
            self._work.add(field.kind, chunk.start, chunk.end, key, sentence)
            return
        self._seen.add(key)
        if not chunk.text.strip():
            self._work.add(
                field.kind, chunk.start, chunk.end, key, f"Write what follows “{key}:”, as in {field.wants}."
            )
            return
        reading, problem, end = self._rules[key](number)
        self._work.add(field.kind, chunk.start, end, reading, problem)

    def _key(self, number: int) -> str:
        key = self._work.chunks[number].key
        return ALIASES.get(key, key)

    def _text(self, number: int) -> tuple[str, str, int]:
        chunk, key = self._work.chunks[number], self._key(number)
        self._parts.values[_COLUMNS.get(key, key)] = chunk.spoken
        return chunk.spoken, "", chunk.end

    def _choice(self, number: int) -> tuple[str, str, int]:
        chunk, key = self._work.chunks[number], self._key(number)
        kind = self._parts.kind or "visit"
        among = CHOICES[key].get(kind) or next(iter(CHOICES[key].values()))
        word = chosen(chunk.spoken, among)
        if word is None:
            accepted = listed(list(among), most=len(among))
            return (
                chunk.text,
                f"{quoted(chunk.spoken)} is not one of the words for “{key}:”: write {accepted}.",
                chunk.end,
            )
        column = "format" if (key, kind) == ("kind", "meeting") else _COLUMNS[key]
        self._parts.values[column] = word
        reading = {"by": ASKED_FOR, "ball": IN_COURT}.get(key, {}).get(word, word)
        self._parts.shown[column] = reading
        return reading, "", chunk.end

    def _date(self, number: int) -> tuple[str, str, int]:
        found = read_stretch(self._work, number)
        self._work.take(*range(number, found.last + 1))
        end = self._work.chunks[number].end if found.last == number else found.end
        if found.problem:
            return "no date", found.problem, end
        shown = show(found.date, self._work.moment.today)
        if self._key(number) == "due":
            self._parts.due = due(self._work, found.date)
            return f"due {show(self._parts.due, self._work.moment.today)}", "", end
        self._parts.when = found.date
        return shown, "", end

    def _due(self, number: int) -> tuple[str, str, int]:
        try:
            found = anchored_in_field(self._work, number)
        except BadInput as error:
            return "no date", str(error), self._work.chunks[number].end
        if found is None:
            return self._date(number)
        stretch, anchored = found
        self._work.take(*range(number, stretch.last + 1))
        end = self._work.chunks[stretch.last].end
        if self._parts.kind != "followup":
            return str(anchored), ONLY_STEPS, end
        self._parts.anchored = anchored
        return f"due {anchored}", "", end

    def _every(self, number: int) -> tuple[str, str, int]:
        try:
            stretch, rule = repeats_in_field(self._work, number)
        except BadInput as error:
            return "every", str(error), self._work.chunks[number].end
        self._work.take(*range(number, stretch.last + 1))
        self._parts.repeats = rule
        return show_rule(rule), "", self._work.chunks[stretch.last].end

    def _with(self, number: int) -> tuple[str, str, int]:
        chunk = self._work.chunks[number]
        hosts_first = self._parts.codes[::-1]
        answer = self._names.read(number, hosts_first, person=chunk.person)
        if answer.who is None:
            return chunk.spoken, answer.problem, answer.end
        if answer.who.kind == "unnamed":
            return (
                chunk.spoken,
                'Say whom they met: with:@Name, or with:"security experts" for a group.',
                answer.end,
            )
        who = at_home(self._work, self._parts, answer.who)
        self._parts.met.append(who)
        note_new(self._work, who)
        return f"with {who.label}", "", answer.end

    def _owner(self, number: int) -> tuple[str, str, int]:
        chunk = self._work.chunks[number]
        words = chunk.spoken
        if self._parts.kind == "followup":
            return self._assignee(number)
        here = [] if chunk.person else named(self._work.reader, [words]).get(words, [])
        if len(here) == 1:
            return self._owned(here[0].code, here[0].name, chunk.end)
        if here:
            codes = listed([f"owner:{one.code} ({one.name})" for one in here])
            return words, f"{quoted(words)} is more than one country: write {codes}.", chunk.end
        answer = self._names.read(number, self._parts.codes, person=chunk.person)
        who = answer.who
        if who is None or who.kind in {"group", "unnamed"}:
            sentence = (
                f"Nobody is called {quoted(words)} here; write a country (owner:ES), an organisation (owner:DGSN), a"
                ' post (owner:"Title/DGSN") or an official (owner:@Name, also a new one).'
            )
            return words, answer.problem or sentence, answer.end
        if who.kind == "post" and who.made:
            return words, f"There is no post {quoted(words)} here yet; enter it first.", answer.end
        if who.kind == "new":
            self._parts.officials.append({"name": who.name})
            note_new(self._work, who)
        return self._owned(who.name, who.label, answer.end)

    def _assignee(self, number: int) -> tuple[str, str, int]:
        """Whoever of ours does it; a name as typed, or an official's."""
        chunk = self._work.chunks[number]
        name, end = chunk.spoken, chunk.end
        if chunk.person:
            answer = self._names.read(number, ())
            if answer.who is None:
                return name, answer.problem, answer.end
            name, end = answer.who.name or name, answer.end
        self._parts.values["assignee"] = name
        return f"assignee {name}", "", end

    def _owned(self, value: str, label: str, end: int) -> tuple[str, str, int]:
        self._parts.values["owner"] = value
        self._parts.shown["owner"] = f"owner {label}"
        return f"owner {label}", "", end

    def _source(self, number: int) -> tuple[str, str, int]:
        chunk = self._work.chunks[number]
        found, reading, problem = read_source(self._work, chunk)
        if found:
            self._parts.source = found
        return reading, problem, chunk.end

    def _on(self, number: int) -> tuple[str, str, int]:
        chunk = self._work.chunks[number]
        if not (chunk.person and self._parts.kind == "followup"):
            return *read_on(self._work, self._parts, chunk), chunk.end
        answer = self._names.read(number, ())
        if answer.who is None or answer.who.kind != "official":
            sentence = f"There is no official {quoted(chunk.spoken)} that it could hang on."
            return chunk.spoken, answer.problem or sentence, answer.end
        self._parts.values["on"] = f"official:{answer.who.name}"
        return f"on {answer.who.label}", "", answer.end

    def _ref(self, number: int) -> tuple[str, str, int]:
        chunk = self._work.chunks[number]
        return *read_ref(self._work, self._parts, chunk), chunk.end


def due(work: Work, when: PartialDate) -> PartialDate:
    """A due date has a year: the next one is taken, and said."""
    found = with_year(when, work.moment.today)
    if found != when and found.last:
        work.assumed.append(f"the year {found.last.year}, the next that the due date fits")
    return found


def note_new(work: Work, who: Somebody) -> None:
    """Say that Enter would make somebody."""
    if who.made and who.made not in work.creates:
        work.creates.append(who.made)
    if who.doubt:
        work.doubts.append(who.doubt)
