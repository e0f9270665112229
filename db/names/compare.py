"""How alike two names are, and why, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from db.names.words import Reading, Word, joined, words_of

LIKELY = 0.75
"""From here on two names are told to be alike; below, a name is offered at most, as a surname alone is."""

SURNAME_ALONE = 0.5
_MOST_ALONE = 0.6

_SAME, _CONSONANTS, _OTHER_SCRIPT = 1.0, 0.96, 0.93
_ONE_VOWEL, _VOWELS, _OTHER_END = 0.55, 0.45, 0.5
_ONE_APART = 0.76
_INITIAL = 0.6
_SAME_SPELLING, _SAME_CONSONANTS = "same spelling", "same consonants"
_MATCHED = 0.4  # below, two words are of different people
_LONG, _LONGER = 4, 6  # letters from which one may be missing, or another one
_TURNED, _MIXED = 0.93, 0.7  # Wang Yi is Yi Wang; Díaz Fernández is not Fernández Díaz


class Likeness(NamedTuple):
    """How alike two names are: 0 for not at all, 1 for the same; and why."""

    score: float
    why: str


class _Match(NamedTuple):
    score: float
    why: str


_NOTHING = _Match(0.0, "")


def compare(one: str, other: str) -> Likeness:
    """How likely two names are of one person, going by nothing but the names."""
    mine, theirs = words_of(one), words_of(other)
    if not mine or not theirs:
        return Likeness(0.0, "")
    best = _compared(mine, theirs)
    if best.score < LIKELY:
        for joined_mine, joined_theirs in _joinings(mine, theirs):
            best = max(best, _compared(joined_mine, joined_theirs), key=lambda found: found.score)
    return best


def _joinings(
    mine: tuple[Word, ...], theirs: tuple[Word, ...]
) -> Iterator[tuple[tuple[Word, ...], tuple[Word, ...]]]:
    """The two names with two neighbouring words of the longer one written together, where the other has such a word."""
    if len(mine) > len(theirs):
        yield from ((words, theirs) for words in _with_two_as_one(mine, theirs))
    elif len(theirs) > len(mine):
        yield from ((mine, words) for words in _with_two_as_one(theirs, mine))


def _with_two_as_one(words: tuple[Word, ...], others: tuple[Word, ...]) -> Iterator[tuple[Word, ...]]:
    keys = {reading.key for word in others for reading in word.readings}
    for number in range(len(words) - 1):
        here, there = words[number : number + 2]
        if here.script != there.script or here.short or there.short:
            continue
        if here.key + there.key.removeprefix("a") in keys:
            yield (*words[:number], joined(here, there), *words[number + 2 :])


def _compared(mine: Sequence[Word], theirs: Sequence[Word]) -> Likeness:
    pairs = _paired(mine, theirs)
    if not pairs:
        return Likeness(0.0, "")
    matches = [match for match, _, _ in pairs]
    whole = [(here, there) for _, here, there in pairs if not (mine[here].short or theirs[there].short)]
    mean = sum(match.score for match in matches) / len(matches)
    score = (mean + min(match.score for match in matches)) / 2
    if not whole:
        return Likeness(0.3 * score, "the initials fit")
    extra_mine, extra_theirs = len(mine) - len(pairs), len(theirs) - len(pairs)
    if len(pairs) == 1:
        return _alone(matches[0], alone=not (extra_mine and extra_theirs))
    if any(match.why == "initial" for match in matches):
        score = min(score + 0.1, 0.86) if len(whole) == 1 else max(score, 0.82)
    why = _reason(matches)
    order = _order(whole)
    if order:
        fathers = any(word.son_of for word in (*mine, *theirs))
        score, why = (
            score * (_TURNED if order == "turned" and not fathers else _MIXED),
            f"{why}, in another order",
        )
    if extra_mine and extra_theirs:
        return Likeness(score * (0.7 if len(pairs) > 2 else 0.44), f"{why}, but another name beside")  # noqa: PLR2004
    extra = extra_mine or extra_theirs
    if extra:
        longer, used = (
            (mine, {here for _, here, _ in pairs})
            if extra_mine
            else (theirs, {there for _, _, there in pairs})
        )
        if 0 not in used and any(word.son_of for word in longer[1:]):
            return Likeness(0.5 * score, f"{why}, perhaps the father")
        score *= (0.95, 0.9, 0.85)[min(extra, 3) - 1] * (0.9 if why == _REASONS[0] else 1)
        why = f"{why}, {('one name', 'two names', 'more names')[min(extra, 3) - 1]} more"
    return Likeness(score, why)


def _order(whole: Sequence[tuple[int, int]]) -> str:
    """Turned: the surname in front; mixed: names that changed their places; else nothing."""
    there = [place for _, place in sorted(whole)]
    falls = sum(1 for number in range(len(there)) if there[number - 1] > there[number])
    return "" if there == sorted(there) else "turned" if falls == 1 else "mixed"


def _alone(match: _Match, *, alone: bool) -> Likeness:
    """One word in common says little, whatever it is."""
    if not alone or match.why == "initial":
        return Likeness(0.3 * match.score, "one name in common")
    return Likeness(min(SURNAME_ALONE * match.score, _MOST_ALONE), f"one name alone, {match.why}")


_REASONS = (
    "one letter apart",
    "same consonants, other vowels",
    "same consonants, another ending",
)


def _reason(matches: Sequence[_Match]) -> str:
    """The weakest of what speaks for them."""
    said = {match.why for match in matches}
    for reason in _REASONS:
        if reason in said:
            return reason
    if "initial" in said:
        return "same surname, initial fits"
    scripts = sorted(said - {_SAME_SPELLING, _SAME_CONSONANTS})
    return scripts[0] if scripts else _SAME_CONSONANTS if _SAME_CONSONANTS in said else _SAME_SPELLING


def _paired(mine: Sequence[Word], theirs: Sequence[Word]) -> list[tuple[_Match, int, int]]:
    """Words that stand for each other, the best match first; neighbours in place before others."""
    found = [
        (match.score, -abs(here - there), match, here, there)
        for here, one in enumerate(mine)
        for there, other in enumerate(theirs)
        if (match := _match(one, other)).score >= _MATCHED
    ]
    found.sort(key=lambda each: each[:2], reverse=True)
    pairs: list[tuple[_Match, int, int]] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for _, _, match, here, there in found:
        if here not in taken[0] and there not in taken[1]:
            pairs.append((match, here, there))
            taken[0].add(here)
            taken[1].add(there)
    return pairs


@lru_cache(16_384)
def _match(one: Word, other: Word) -> _Match:
    """How well one word stands for another."""
    if one.short or other.short:
        return _initial(one, other)
    if one.text == other.text:
        return _Match(_SAME, _SAME_SPELLING)
    best = _NOTHING
    for mine in one.readings:
        for theirs in other.readings:
            if mine.key == theirs.key:
                match = _by_vowels(mine, theirs, one.script, other.script)
                best = max(best, match)
    if best.score >= LIKELY:
        return best
    if not best.score and one.script == other.script and _a_letter_apart(one.letters, other.letters):
        return _Match(_ONE_APART, "one letter apart")
    return best


def _initial(one: Word, other: Word) -> _Match:
    """An initial stands for any name that begins with its letter or its sound."""
    short, whole = (one, other) if one.short else (other, one)
    begins = bool(short.text) and whole.text.startswith(short.text)
    sounds = any(
        mine.key and theirs.key.startswith(mine.key) for mine in short.readings for theirs in whole.readings
    )
    return _Match(_INITIAL, "initial") if begins or (sounds and short.script != whole.script) else _NOTHING


def _by_vowels(mine: Reading, theirs: Reading, script: str, other: str) -> _Match:
    """The consonants are the same: whether the vowels may be, and how the words end."""
    ends = _ends_alike(mine.end, theirs.end)
    pairs = zip(mine.vowels[:-1], theirs.vowels[:-1], strict=True)
    apart = sum(1 for a, b in pairs if a and b and not a & b)
    if not ends:
        return _Match(_OTHER_END - 0.1 * min(apart, 1), "same consonants, another ending")
    if apart:
        return _Match(_ONE_VOWEL if apart == 1 else _VOWELS, "same consonants, other vowels")
    if script != other:
        told = next(one for one in (script, other) if one != "Latin")
        return _Match(_OTHER_SCRIPT, f"{told} spelling")
    return _Match(_CONSONANTS, _SAME_CONSONANTS)


def _ends_alike(mine: int, theirs: int) -> bool:
    """Samir is not Samira, nor Hassan Hassani; a last e may be silent."""
    if mine and theirs:
        return bool(mine & theirs)
    ending = mine or theirs
    return ending in {0, 3, 7}


def _a_letter_apart(one: str, other: str) -> bool:
    """One letter more, less, another one, or two that changed places, in words that are long enough."""
    a, b = sorted((one, other), key=len)
    if len(a) < _LONG or len(b) - len(a) > 1 or a[0] != b[0]:
        return False
    at = next((number for number in range(len(a)) if a[number] != b[number]), len(a))
    if len(b) > len(a):
        return a[at:] == b[at + 1 :]
    swapped = a[at : at + 2] == b[at : at + 2][::-1] and a[at + 2 :] == b[at + 2 :]
    return swapped or (len(a) >= _LONGER and a[at + 1 :] == b[at + 1 :])
