"""A list in a form, read line by line: what each line means, and a sentence for each that is not understood."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from db.entry import countries as known_countries
from db.errors import BadInput
from db.forms.errors import LinesWrong
from db.forms.parts.careers import (
    held_echo,
    post_echo,
    read_held,
    read_spelling,
    spelling_echo,
)
from db.forms.parts.grammar import Piece, numbered, pieces
from db.forms.parts.known import Known
from db.forms.parts.offices import name_echo, read_link, read_name, read_title, title_echo
from db.forms.parts.origins import Origins
from db.forms.parts.people import (
    Countries,
    Delegation,
    Person,
    read_delegation,
    read_person,
)
from db.forms.parts.people_words import delegation_echo, person_echo
from db.names import fold

if TYPE_CHECKING:
    from db.reader import Reader


class Line(NamedTuple):
    """One line cut into its pieces; `number` counts from 1, empty lines included."""

    number: int
    pieces: list[Piece]


class _Read(NamedTuple):
    """What a line means, in words, and what no other line may say again."""

    value: Any
    echo: str
    only: object = None


class Around(NamedTuple):
    """What lists are read with."""

    reader: Reader
    known: Known
    countries: Countries
    today: date
    day_first: bool


def read_parts(
    reader: Reader, takes: str, text: str, *, today: date, day_first: bool
) -> tuple[tuple[Any, ...], str]:
    """The parts in the order of their lines, and how each line is read, one line each.

    Raises:
        LinesWrong: some lines are not understood; each says why.
    """
    echoes = [""] * (text.count("\n") + 1)
    problems: dict[int, str] = {}
    lines: list[Line] = []
    for number, typed in enumerate(text.split("\n"), 1):
        try:
            cut = pieces(typed, who=takes in _WHO)
        except BadInput as error:
            problems[number] = str(error)
        else:
            if cut:
                lines.append(Line(number, cut))
    around = Around(reader, Known(reader), _prepare_countries(reader, takes, lines), today, day_first)
    _prepare(around.known, takes, lines)
    found: list[Any] = []
    seen: dict[object, int] = {}
    read = _READERS[takes](around)
    for line in lines:
        try:
            meant = read(line)
            if meant.only is not None and (first := seen.setdefault(meant.only, line.number)) != line.number:
                raise BadInput(f"This stands in line {first} already.")  # noqa: TRY301 - one place names the line
        except BadInput as error:
            problems[line.number] = str(error)
        else:
            echoes[line.number - 1] = meant.echo
            found.append(meant.value)
    if problems:
        raise LinesWrong(problems, "\n".join(echoes))
    return tuple(_in_delegations(found) if takes == "delegation" else found), "\n".join(echoes)


_WHO = {"people", "delegation", "tenures", "counterparts"}


def _prepare(known: Known, takes: str, lines: Sequence[Line]) -> None:
    """Look all names up together."""
    officials: set[str] = set()
    services: set[str] = set()
    titles: set[str] = set()
    for line in lines if takes in _WHO else ():
        for place, each in enumerate(line.pieces):
            key = each.key or (_LEADS[takes] if place == 0 else "")
            called = numbered(each)
            if key == "official":
                officials.add(called.text)
            elif key == "organisation":
                services.add(called.text)
            elif key == "post":
                *title, last = called.parts
                titles.add("/".join(title) if title else last)
                services |= {last} if title else set()
    known.prepare(officials, services, titles)


_LEADS = {"people": "official", "delegation": "official", "tenures": "post", "counterparts": "post"}


def _prepare_countries(reader: Reader, takes: str, lines: Sequence[Line]) -> Countries:
    if takes not in {"people", "delegation"}:
        return {}
    words = {
        each.text
        for line in lines
        for place, each in enumerate(line.pieces)
        if each.key in {"country", "delegation"} or (place and not each.key)
    }
    return known_countries.named(reader, words)


# --- one reader for each list ---------------------------------------------------------------------------

_Reader = Callable[[Line], _Read]


def _people(around: Around) -> _Reader:
    def read(line: Line) -> _Read:
        if _begins_delegation(line):
            raise BadInput("A meeting has people, and no delegations; leave the line out.")
        person = read_person(line.pieces, around.known, around.countries, around="", number=line.number)
        return _Read(person, person_echo(person, ""))

    return read


def _delegations(around: Around) -> _Reader:
    country = ""

    def read(line: Line) -> _Read:
        nonlocal country
        if _begins_delegation(line):
            one = read_delegation(
                line.pieces, around.known, around.countries, around=country, number=line.number
            )
            country = one.country
            return _Read(one, delegation_echo(one))
        person = read_person(line.pieces, around.known, around.countries, around=country, number=line.number)
        return _Read(person, person_echo(person, country))

    return read


def _begins_delegation(line: Line) -> bool:
    return line.pieces[0].key == "delegation"


def _in_delegations(found: Sequence[Delegation | Person]) -> Iterator[Delegation]:
    """People each in the delegation whose line stands above them, else in that of the visitors."""
    now: Delegation | None = None
    members: list[Person] = []
    for one in found:
        if isinstance(one, Person):
            members.append(one)
            continue
        if now is not None or members:
            yield (now or Delegation())._replace(members=tuple(members))
        now, members = one, []
    if now is not None or members:
        yield (now or Delegation())._replace(members=tuple(members))


def _spellings(around: Around) -> _Reader:
    origins = Origins(around.reader)

    def read(line: Line) -> _Read:
        one = read_spelling(line.pieces, origins, line.number)
        return _Read(one, spelling_echo(one), one.name)

    return read


def _tenures(around: Around) -> _Reader:
    origins = Origins(around.reader)

    def read(line: Line) -> _Read:
        one = read_held(
            line.pieces,
            around.known,
            origins,
            "",
            today=around.today,
            day_first=around.day_first,
            number=line.number,
        )
        which = one.post.number or fold(one.post.told)
        return _Read(one, held_echo(one), (which, one.when.edtf))

    return read


def _titles(around: Around) -> _Reader:
    def read(line: Line) -> _Read:
        one = read_title(line.pieces, line.number, today=around.today, day_first=around.day_first)
        return _Read(one, title_echo(one), (one.title, one.lang))

    return read


def _names(around: Around) -> _Reader:
    def read(line: Line) -> _Read:
        one = read_name(line.pieces, line.number, today=around.today, day_first=around.day_first)
        return _Read(one, name_echo(one), (one.title, one.lang))

    return read


def _counterparts(around: Around) -> _Reader:
    def read(line: Line) -> _Read:
        if len(line.pieces) > 1 or line.pieces[0].key not in {"", "post"}:
            raise BadInput("A counterpart is one post, written as Title/Organisation.")
        post = around.known.post(line.pieces[0], "")
        return _Read((post, line.number), post_echo(post), post.number or fold(post.told))

    return read


def _links(around: Around) -> _Reader:
    def read(line: Line) -> _Read:
        one = read_link(line.pieces, around.reader, line.number)
        return _Read(one, one.told, (one.kind, one.forward, one.number))

    return read


_READERS: dict[str, Callable[[Around], _Reader]] = {
    "people": _people,
    "delegation": _delegations,
    "spellings": _spellings,
    "tenures": _tenures,
    "titles": _titles,
    "names": _names,
    "counterparts": _counterparts,
    "links": _links,
}
