"""A person on a line of their own: official Name, country, post @organisation."""

from __future__ import annotations

import re
from typing import Any

from db.entry import likely, people
from db.entry.countries import named
from db.entry.fields import FieldReader
from db.entry.parts import Parts
from db.entry.shapes import Doubt, Work, quoted
from db.entry.who import Names
from db.names import fold
from db.names.candidates import Candidate

KEYWORDS = ("official", "who")
_DIGIT = re.compile(r"\d")


def is_official(work: Work) -> bool:
    """Whether the line begins with the word for it; where sides follow, the word is a title's."""
    first = work.chunks[0]
    return (
        first.kind == "word"
        and first.text.casefold().rstrip(":").lstrip("+") in KEYWORDS
        and not any(sign in work.text for sign in (">", "→"))
    )


def read_official(work: Work) -> Parts:
    """Read the whole line: its parts are divided by commas, a source may follow as src:."""
    parts = Parts("official")
    keyword = work.chunks[0]
    work.take(0)
    work.add("word", keyword.start, keyword.end, "official")
    fields = FieldReader(work, parts, Names(work))
    end = len(work.text)
    for number, chunk in enumerate(work.chunks):
        if chunk.kind == "field":
            fields.read(number)
            end = min(end, chunk.start)
    pieces = _pieces(work.text, keyword.end, end)
    if not pieces:
        work.tokens[0] = work.tokens[0]._replace(
            problem="Whose name? Write official Name, country, post @organisation."
        )
        return parts
    (start, stop), rest = pieces[0], pieces[1:]
    _Official(work, parts).read(start, stop, rest)
    return parts


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches between commas, without the space around them."""
    found = []
    for match in re.finditer(r"[^,]+", text[start:end]):
        inner = match.group().strip()
        if inner:
            begin = start + match.start() + match.group().index(inner)
            found.append((begin, begin + len(inner)))
    return found


class _Official:
    def __init__(self, work: Work, parts: Parts) -> None:
        self._work, self._parts = work, parts
        self._values: dict[str, Any] = {}

    def read(self, start: int, end: int, rest: list[tuple[int, int]]) -> None:
        """Mark the name and what follows, and fill the parts."""
        name = " ".join(self._work.text[start:end].strip('"“”«»@').replace("_", " ").split())
        for begin, stop in rest:
            self._country_or_post(begin, stop)
        self._values = {"name": name, **self._values}
        self._name(name, start, end)
        self._parts.officials.append(self._values)
        self._work.tokens.sort()

    def _name(self, name: str, start: int, end: int) -> None:
        problem = ""
        known: list[people.Official] = []
        if not fold(name) or _DIGIT.search(name):
            problem = "A name has letters and no digits; write official Name, country, post @organisation."
        else:
            known = people.named(self._work.reader, [fold(name)]).get(fold(name), [])
            known = [one for one in known if self._values.get("country", one.country) in {one.country, ""}]
        if len(known) > 1:
            problem = (
                f"{len(known)} officials are called {quoted(name)}; say which one by country, after a comma."
            )
        if len(known) == 1:
            reading = f"{known[0].told_apart}, here already: what is new is added"
            self._values["name"] = known[0].name
        elif not problem and (above := self._above(name)):
            known, reading = [above], f"{above.name}, new in a line above"
            self._values["name"] = above.name
        else:
            reading = people.new_official(name)
            self._work.creates.insert(0, reading)
        self._parts.shown["name"] = reading
        if not (known or problem) and (like := self._like(name)):
            self._parts.shown["like"] = f"like {like.like}"
            reading += f", like {like.like}"
            if likely.doubtful(name, like) and fold(like.name) != fold(name):
                self._work.doubts.append(Doubt(start, end, name, like.told_apart, like.name))
        self._work.add("person", start, end, reading, problem)

    def _above(self, name: str) -> people.Official | None:
        """Whom an earlier line of the batch makes by that name."""
        country = self._values.get("country", "")
        same = (one for one in self._work.newcomers if one.matched == fold(name))
        return next((one for one in same if "" in (country, one.country) or country == one.country), None)

    def _like(self, name: str) -> Candidate | None:
        """Who is known by a name that sounds like it."""
        posts = [" ".join(one.values()) for one in self._values.get("tenures", ())]
        countries = [self._values["country"]] if "country" in self._values else []
        return likely.meant(self._work.reader, name, countries, " ".join(posts))

    def _country_or_post(self, start: int, end: int) -> None:
        text = self._work.text[start:end]
        here = named(self._work.reader, [text]).get(text, []) if "@" not in text else []
        if len(here) > 1:
            self._work.add(
                "field", start, end, text, f"{quoted(text)} is more than one country; write its code."
            )
        elif here and "country" not in self._values:
            self._values["country"] = here[0].code
            self._parts.shown["country"] = here[0].name
            self._work.add("field", start, end, here[0].name)
        elif "tenures" not in self._values and not here:
            self._post(text, start, end)
        else:
            sentence = "That is one part too many; write official Name, country, post @organisation."
            self._work.add("unread", start, end, text, sentence)

    def _post(self, text: str, start: int, end: int) -> None:
        title, at, where = (piece.strip() for piece in text.partition("@"))
        if not title or (at and not where):
            sentence = "A post is a title and perhaps an organisation, as in Director General @DGSN."
            self._work.add("field", start, end, text, sentence)
            return
        title = title.strip('"“”«»')
        where = where.strip('"“”«»').replace("_", " ")
        organisation = people.organisation(self._work.reader, where) if where else None
        known = people.post(self._work.reader, title, organisation.number) if organisation else None
        label = organisation.label if organisation else where
        self._values["tenures"] = [{"post": known or title, **({"organisation": label} if label else {})}]
        reading = ", ".join(part for part in (known or title, label) if part)
        self._parts.shown["post"] = reading
        if known is None:
            self._work.creates.append(f"new post “{reading}”")
        if where and organisation is None:
            self._work.creates.append(f"new organisation “{where}”")
        self._work.add("field", start, end, reading)
