"""Whom and what the names of a list mean: officials, organisations, posts, looked up together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from db.entry import likely, people
from db.entry.shapes import listed, quoted
from db.errors import BadInput
from db.forms.parts.grammar import Piece, numbered
from db.forms.parts.named import (
    OFFICIAL,
    ORGANISATION,
    POST,
    Official,
    Organisation,
    Post,
    must_be_one_name,
    post_of,
)
from db.forms.parts.namesakes import must_be, several
from db.merged import standing
from db.names import fold
from db.names.together import Companion
from db.reader import marked
from db.rows import Key, Kind

if TYPE_CHECKING:
    from db.reader import Reader

_MOST_QUESTIONS = 8  # new names of one list that are compared with all known ones
_AT_ONCE = 300  # values of one statement
LONGEST_ID = 18  # digits of a number that a database can hold


class Known:
    """What names mean in a store; each is looked up once."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._officials: dict[str, list[Official]] = {}
        self._organisations: dict[str, list[Organisation]] = {}
        self._posts: dict[str, list[Post]] = {}
        self._questions = 0

    def prepare(
        self,
        officials: Iterable[str] = (),
        organisations: Iterable[str] = (),
        titles: Iterable[str] = (),
    ) -> None:
        """Look many names up in a few statements."""
        self._find_officials({one for one in officials if one not in self._officials})
        self._find_organisations({one for one in organisations if one not in self._organisations})
        self._find_posts({one for one in titles if one not in self._posts})

    # --- officials ---

    def official(self, piece: Piece, country: str) -> Official:
        """The official that is meant; one whom nobody bears the name of is new.

        Raises:
            BadInput: several are called so, or the number is another one's.
        """
        called = numbered(piece)
        if called.tail.isdigit():
            return self._official_by_number(called)
        found = self._called(called.text, country)
        if len(found) > 1 and called.tail != "new":
            raise BadInput(several(called.text, found))
        if found and called.tail != "new":
            return found[0]
        begun = [] if called.quoted or called.tail else self._begun(called.text, country)
        if len(begun) > 1:
            raise BadInput(
                f"{quoted(called.text)} could be {listed([one.told for one in begun])}; write the whole name,"
                " or put it in double quotes for somebody new."
            )
        return begun[0] if begun else self._new(called, country)

    def _new(self, called: Piece, country: str) -> Official:
        """Somebody new, and whether a known name was meant: not of those said to be new, of the first few only."""
        if called.quoted or called.tail:
            return Official(None, called.text)
        must_be_one_name(called.text)
        if self._questions >= _MOST_QUESTIONS:
            return Official(None, called.text)
        self._questions += 1
        around = [country] if country else []
        company = self._company()
        asked = likely.question(self._reader, [called.text], around, company)
        found = likely.mistakable(self._reader, called.text, around, company) if asked else None
        return Official(None, called.text, asked=asked, perhaps=found.told_apart if found else "")

    def _company(self) -> list[Companion]:
        """The people of the list whom a name means for certain."""
        found = [one for several in self._officials.values() if len(several) == 1 for one in several]
        return [Companion("official", str(one.number), one.name) for one in found if one.number is not None]

    def official_text(self, number: int, shown: str, country: str) -> Piece:
        """A name that leads to an official and to nobody else."""
        found = self._called(shown, country)
        tail = "" if [one.number for one in found] == [number] else str(number)
        return Piece(0, "", shown, (shown,), tail=tail)

    def _called(self, text: str, country: str) -> list[Official]:
        """Those who bear a name; of several the country's own, and of those who is spelt just so."""
        self._find_officials({text} - self._officials.keys())
        found = self._officials[text]
        if len({one.number for one in found}) > 1:
            found = [one for one in found if country and one.country == country] or found
        if len({one.number for one in found}) > 1:
            found = [one for one in found if text in (one.name, one.spelling)] or found
        return list({one.number: one for one in found}.values())

    def _find_officials(self, texts: set[str]) -> None:
        folded = {text: fold(text) for text in texts}
        wanted = [one for one in set(folded.values()) if one]
        plain = [text for text, one in folded.items() if not one]
        rows = [*self._among(OFFICIAL, ("k.folded",), wanted), *self._among(OFFICIAL, ("k.name",), plain)]
        for text, low in folded.items():
            self._officials[text] = [
                Official(*row[:5]) for row in rows if (row[5] == low if low else row[4] == text)
            ]

    def _begun(self, text: str, country: str) -> list[Official]:
        """Officials whose name goes on behind these words."""
        low = fold(text)
        found = [
            one for one in people.beginning(self._reader, text) if f"{one.matched} ".startswith(f"{low} ")
        ]
        found = [one for one in found if country and one.country == country] or found
        return [Official(one.number, one.name, one.country, one.post) for one in found]

    def _official_by_number(self, called: Piece) -> Official:
        row = self._reader.one(
            "SELECT o.id, o.name, COALESCE(o.country, ''), COALESCE(s.post, '') FROM official o"
            " LEFT JOIN official_summary s ON s.official_id = o.id WHERE o.id = :id",
            id=self._standing("official", called.tail),
        )
        if row is None:
            raise BadInput(f"There is no official number {called.tail[:12]}.")
        names = self._reader.all("SELECT name FROM official_name WHERE official_id = :id", id=row[0])
        must_be(called, {row[1], *(one for (one,) in names)})
        return Official(*row)

    # --- organisations ---

    def organisation(self, piece: Piece, country: str) -> Organisation:
        """The organisation that is meant, a new one where none bears the name; raises as `official` does."""
        called = numbered(piece)
        if called.tail.isdigit():
            number = self._standing("organisation", called.tail)
            rows = self._reader.all(
                f"{ORGANISATION}id IN (:typed, :stands)", typed=int(called.tail[:LONGEST_ID]), stands=number
            )
            if not rows:
                raise BadInput(f"There is no organisation number {called.tail[:12]}.")
            must_be(called, {name for row in rows for name in row[1:3]})
            return next(Organisation(*row) for row in rows if row[0] == number)
        found = self._services(called.text, country)
        if called.tail == "new" or not found:
            return Organisation(None, called.text)
        if len(found) > 1:
            raise BadInput(several(called.text, found))
        return found[0]

    def organisation_text(self, one: Organisation, country: str) -> Piece:
        """A name that leads to an organisation and to no other: the acronym where that does."""
        for text in filter(None, (one.acronym, one.name)):
            if [found.number for found in self._services(text, country)] == [one.number]:
                return Piece(0, "", text, (text,))
        return Piece(0, "", one.name, (one.name,), tail=str(one.number))

    def _services(self, text: str, country: str) -> list[Organisation]:
        self._find_organisations({text} - self._organisations.keys())
        found = self._organisations[text]
        return [one for one in found if len(found) > 1 and country and one.country == country] or found

    def _find_organisations(self, texts: set[str]) -> None:
        wanted = sorted({each for text in texts for each in (text, text.upper()) if each})
        rows = [
            Organisation(*row)
            for row in self._among(f"{ORGANISATION}merged_into IS NULL AND ", ("acronym", "name"), wanted)
        ]
        for text in texts:
            found = [one for one in rows if text in (one.acronym, one.name) or text.upper() == one.acronym]
            self._organisations[text] = list(dict.fromkeys(found)) or self._folded(text)

    def _folded(self, text: str) -> list[Organisation]:
        """An organisation whose accents or capitals were left out, or that was called so before."""
        return [
            Organisation(one.number, one.name, one.label if one.label != one.name else "", one.country)
            for one in people.organisations_called(self._reader, text)
        ]

    # --- posts ---

    def post(self, piece: Piece, country: str) -> Post:
        """The post that "Title/Organisation" means, a new one where there is none; raises as `official` does."""
        called = numbered(piece)
        if called.tail.isdigit():
            row = self._reader.one(f"{POST}p.id = :id", id=self._standing("post", called.tail))
            if row is None:
                raise BadInput(f"There is no post number {called.tail[:12]}.")
            return post_of(row)
        *titles, last = called.parts
        title, service = ("/".join(titles), last) if titles else (last, "")
        if not title.strip():
            raise BadInput("The title of a post is missing; write it as Title/Organisation.")
        found = self._offices(title, service, country)
        if len(found) > 1:
            raise BadInput(several(called.text, found))
        if found and called.tail != "new":
            return found[0]
        where = self.organisation(Piece(0, "", service, (service,), open=False), country) if service else None
        return Post(None, title, where, where.country if where else "")

    def post_text(self, one: Post, country: str) -> Piece:
        """A title and organisation that lead to a post and to no other."""
        services = [one.organisation.acronym, one.organisation.name] if one.organisation else [""]
        for service in dict.fromkeys(filter(None, services)) or [""]:
            if [found.number for found in self._offices(one.title, service, country)] == [one.number]:
                parts = (one.title, service) if service else (one.title,)
                return Piece(0, "", "/".join(parts), parts)
        parts = (one.title, one.organisation.label) if one.organisation else (one.title,)
        return Piece(0, "", "/".join(parts), parts, tail=str(one.number))

    def _offices(self, title: str, service: str, country: str) -> list[Post]:
        """Posts of a title: those of the organisation, or without one those that have none before all others."""
        self._find_posts({title} - self._posts.keys())
        found = self._posts[title]
        if service:
            here = self._services(service, country)
            numbers = {one.number for one in here}
            found = [one for one in found if one.organisation and one.organisation.number in numbers]
            found = found or self._titled_alike(title, numbers)
        else:
            found = [one for one in found if one.organisation is None] or found
            if len(found) > 1:
                found = [one for one in found if country and one.country == country] or found
        exact = [one for one in found if one.title == title]
        return exact or found

    def _find_posts(self, texts: set[str]) -> None:
        rows = self._among(f"{POST}p.merged_into IS NULL AND ", ("p.title",), sorted(texts))
        folded = {text: fold(text) for text in texts}
        titled = self._among(
            "SELECT post_id, folded FROM post_title WHERE ",
            ("folded",),
            sorted({one for one in folded.values() if one}),
        )
        others = self._among(
            f"{POST}p.merged_into IS NULL AND ", ("p.id",), sorted({row[0] for row in titled})
        )
        for text, low in folded.items():
            ids = {number for number, one in titled if one == low}
            found = [row for row in rows if row[1] == text] + [row for row in others if row[0] in ids]
            self._posts[text] = list(dict.fromkeys(post_of(row) for row in found))

    def _titled_alike(self, title: str, organisations: set[int | None]) -> list[Post]:
        """A post of these organisations whose title was written with other capitals or accents."""
        low = fold(title)
        if not low or not organisations:
            return []
        rows = self._among(
            f"{POST}p.merged_into IS NULL AND ", ("p.organisation_id",), sorted(filter(None, organisations))
        )
        return [post_of(row) for row in rows if fold(row[1]) == low]

    def _standing(self, kind: Kind, digits: str) -> int:
        """The id that stands for a number, which may be of a record that was merged since the form was opened."""
        return int(standing(self._reader, Key(kind, digits[:LONGEST_ID])).id)

    def _among(self, sql: str, columns: Sequence[str], values: Sequence[Any]) -> list[tuple[Any, ...]]:
        """The rows of which one of the columns is one of the values."""
        found: list[tuple[Any, ...]] = []
        for start in range(0, len(values), _AT_ONCE):
            among, some = marked("v", values[start : start + _AT_ONCE])
            where = " OR ".join(f"{column} IN ({among})" for column in columns)
            found += self._reader.all(f"{sql}({where})", **some)
        return found
