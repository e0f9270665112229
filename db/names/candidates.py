"""Officials who may be meant by a name, however it is written: proposed, and told why; nothing is linked by it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from db.names.apart import told_apart
from db.names.compare import LIKELY, Likeness, compare
from db.names.context import Facts, in_context
from db.names.fold import fold
from db.names.skeleton import skeleton
from db.names.together import NEVER, Companion, times_with
from db.names.words import Word, words_of
from db.reader import marked

if TYPE_CHECKING:
    from db.reader import Reader

SUGGESTED = 0.45
"""Below, a name has so little in common that nobody is offered for it."""

_SO_FAR = Likeness(SUGGESTED, "same consonants so far")
_MOST_OF_A_WORD = 300  # officials who share one word of a name; of more the other words decide
_COMPARED = 24  # officials whose names are compared letter by letter
_COMPARED_TYPING = 14  # the same with every letter that is typed: nobody reads more offers
_LONGEST = 120  # characters of a name
_AFTER = "~"
_HALF = frozenset("cdgkpst")  # letters that an h may follow
_SHORTEST = 2  # consonants from which a word that is being typed finds anybody


class Candidate(NamedTuple):
    """An official who may be meant.

    Attributes:
        number: the record's id.
        name: as the record calls them.
        country: code, "" when not known.
        post: in short.
        score: 0 for not at all, 1 for the same name, more with what speaks for it; from LIKELY on the names are alike.
        why: in words.
    """

    number: int
    name: str
    country: str
    post: str
    score: float
    why: str

    @property
    def likely(self) -> bool:
        """Whether the names are so alike that it is told without being asked."""
        return self.score >= LIKELY

    @property
    def told_apart(self) -> str:
        """The name with what tells it from others of the same name."""
        return told_apart(self.name, self.country, self.post)

    @property
    def like(self) -> str:
        """The name and why: "Abdellatif Hammouchi (MA, DGSN): same consonants"."""
        return f"{self.told_apart}: {self.why}"


def candidates(
    reader: Reader,
    name: str,
    *,
    countries: Sequence[str] = (),
    post: str = "",
    company: Sequence[Companion] = (),
    limit: int = 5,
    typing: bool = False,
) -> list[Candidate]:
    """Officials who may be meant by a name, the likeliest first.

    Args:
        reader: the store; a few statements, each answered from an index.
        name: in any script and spelling.
        countries: codes of the countries that are likelier; none for any.
        post: words of a post or an organisation that is likelier.
        company: the pair and the people beside whom the name stands; whoever was with them before is likelier.
        limit: at most so many.
        typing: whether the last word may go on.
    """
    words = [word for word in words_of(name[:_LONGEST]) if word.key]
    numbers, begun = _looked_up(reader, words, skeleton(name[:_LONGEST]), countries, typing=typing)
    alike = []
    for known in _known(reader, numbers):
        likeness = max((compare(name, one) for one in known[1]), key=lambda one: one.score)
        if likeness.score < SUGGESTED and known[0] in begun and _goes_with(words[:-1], known[1]):
            likeness = _SO_FAR
        if likeness.score >= SUGGESTED:
            alike.append((likeness, known))
    times = times_with(reader, [known[0] for _, known in alike], company) if company else {}
    found = []
    for likeness, (number, _, called, home, office) in alike:
        together = times.get(number, NEVER)
        facts = Facts(
            same_country=home in countries if home and countries else None,
            same_office=bool(fold(post)) and _shares_a_word(post, office),
            meetings=together.number,
            company=together.words,
        )
        score, why = in_context(likeness, facts)
        found.append(Candidate(number, called, home, office, score, why))
    found.sort(key=lambda one: (-one.score, one.name, one.number))
    return found[:limit]


def _looked_up(
    reader: Reader, words: Sequence[Word], whole: str, countries: Sequence[str], *, typing: bool
) -> tuple[list[int], set[int]]:
    """The officials with the most and the rarest words in common, and those with the begin of the last one."""
    points: dict[int, float] = defaultdict(float)
    for number in _of_skeleton(reader, whole):
        points[number] += 1
    common: list[list[str]] = []  # the keys of words that very many share, as Mohamed
    whole_words = [word for word in words if not word.short]
    for keys in (list(dict.fromkeys(reading.key for reading in word.readings)) for word in whole_words):
        sharing = _sharing(reader, keys, countries)
        for number in sharing:
            points[number] += 1 / (1 + len(sharing)) ** 0.5
        if len(sharing) >= _MOST_OF_A_WORD:
            common.append(keys)
    if len(common) > 1:
        for number in _sharing_both(reader, *common[:2]):
            points[number] += 0.1
    for keys in common:
        for number in _sharing(reader, keys, among=sorted(points)):
            points[number] += 0.1
    begun = _beginning(reader, _begin_of(words[-1]), countries) if typing and words else set()
    for number in begun:
        points[number] += 0.01
    ranked = sorted(points, key=lambda number: (-points[number], number))
    return ranked[: _COMPARED_TYPING if typing else _COMPARED], begun


def _of_skeleton(reader: Reader, whole: str) -> list[int]:
    rows = reader.all(
        "SELECT DISTINCT official_id FROM official_name WHERE skeleton = :whole AND :whole <> '' LIMIT :most",
        whole=whole,
        most=_COMPARED,
    )
    return [number for (number,) in rows]


def _sharing(
    reader: Reader, keys: Sequence[str], countries: Sequence[str] = (), among: Sequence[int] = ()
) -> set[int]:
    """Officials with a word that may sound so, some of the countries among them; or those of a few."""
    marks, values = marked("k", keys)
    if not keys:
        return set()
    where = f"k.kind = 'official' AND k.key IN ({marks})"
    if among:
        few, numbers = marked("o", among[:_MOST_OF_A_WORD])
        rows = reader.all(
            f"SELECT k.record_id FROM name_key k WHERE {where} AND k.record_id IN ({few})",
            **values,
            **numbers,
        )
        return {number for (number,) in rows}
    rows = reader.all(
        f"SELECT k.record_id FROM name_key k WHERE {where} LIMIT :most", **values, most=_MOST_OF_A_WORD
    )
    found = {number for (number,) in rows}
    here, codes = marked("c", countries)
    if here and len(rows) >= _COMPARED:
        rows = reader.all(
            f"SELECT k.record_id FROM name_key k JOIN official o ON o.id = k.record_id AND o.country IN ({here})"
            f" WHERE {where} LIMIT :most",
            **values,
            **codes,
            most=_COMPARED,
        )
        found |= {number for (number,) in rows}
    return found


def _sharing_both(reader: Reader, keys: Sequence[str], others: Sequence[str]) -> set[int]:
    """Officials with two words that each are common."""
    marks, values = marked("k", keys)
    few, more = marked("o", others)
    rows = reader.all(
        "SELECT k.record_id FROM name_key k JOIN name_key o ON o.kind = 'official' AND o.record_id = k.record_id"
        f" AND o.key IN ({few}) WHERE k.kind = 'official' AND k.key IN ({marks}) LIMIT :most",
        **values,
        **more,
        most=2 * _COMPARED,
    )
    return {number for (number,) in rows}


def _begin_of(word: Word) -> str:
    """The consonants that are certain: a last c may yet become ch, an s sh."""
    return word.key[:-1] if word.letters[-1:] in _HALF and len(word.key) > _SHORTEST else word.key


def _beginning(reader: Reader, key: str, countries: Sequence[str]) -> set[int]:
    if len(key) < _SHORTEST:
        return set()
    here, codes = marked("c", countries)
    theirs_first = f"o.country IN ({here}) DESC, " if here else ""
    rows = reader.all(
        "SELECT k.record_id FROM name_key k JOIN official o ON o.id = k.record_id"
        " WHERE k.kind = 'official' AND k.key >= :low AND k.key < :high"
        f" ORDER BY {theirs_first}k.key, k.record_id LIMIT :most",
        low=key,
        high=key + _AFTER,
        **codes,
        most=_COMPARED,
    )
    return {number for (number,) in rows}


def _known(reader: Reader, numbers: Sequence[int]) -> list[tuple[int, list[str], str, str, str]]:
    """Id, spellings, name, country and post of officials; those merged into others are not among them."""
    if not numbers:
        return []
    marks, values = marked("o", numbers)
    spellings: dict[int, list[str]] = defaultdict(list)
    for number, name in reader.all(
        f"SELECT official_id, name FROM official_name WHERE official_id IN ({marks}) ORDER BY id", **values
    ):
        spellings[number].append(name)
    rows = reader.all(
        "SELECT o.id, o.name, COALESCE(o.country, ''), s.post FROM official o"
        f" JOIN official_summary s ON s.official_id = o.id WHERE o.id IN ({marks})",
        **values,
    )
    return [
        (number, [name, *(one for one in spellings[number] if one != name)], name, country, post)
        for number, name, country, post in rows
    ]


def _goes_with(words: Sequence[Word], spellings: Sequence[str]) -> bool:
    """Whether what stands before the word that is being typed is of the name too."""
    typed = " ".join(word.letters for word in words)
    return not typed or any(compare(typed, one).score >= SUGGESTED for one in spellings)


def _shares_a_word(one: str, other: str) -> bool:
    return bool(set(fold(one).split()) & set(fold(other).split()))
