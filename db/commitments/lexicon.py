"""The lexicon of the ladder made ready: patterns from `lexicon.toml`, compiled when the first sentence is read."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from db.commitments.rungs import Rung

_BETWEEN = r"(?: (?:\w+ly|even|be|been|have|to|yet|also|again|jointly|soon|de|d\W|a))*"
"""What may stand between a word that takes away from a verb and the verb."""
_WORDS_BETWEEN = {
    "gone_by": r"(?: (?!(?:said|says|told|announced|added|stated|declare|annonce|indique|dijo|anuncio)\b)\w+){0,6}?",
    "nothing_of_it": r"(?: (?!(?:and|but|or|that|which|who|et|mais|que|qui|y|pero)\b)[\w'’-]+){0,6}?",
}

Around = Literal[
    "only_its_importance",
    "in_person",
    "not",
    "nothing_of_it",
    "not_after",
    "purpose",
    "left_open",
    "promised",
    "gone_by",
    "long_ago",
]


class Verb(NamedTuple):
    """A way to say how far it went.

    Attributes:
        rung: what it supports where nothing takes away from it.
        aim: whether it is no more than an infinitive, a plan or a purpose.
        now: whether it looks like another word, and counts only behind those who do it: "the two sides agree to".
        language: whose verb it is.
        pattern: against small letters without accents.
    """

    rung: Rung
    aim: bool
    now: bool
    language: str
    pattern: re.Pattern[str]


LANGUAGES = ("en", "fr", "es")
MOST_LETTERS = 6  # of a word, by which its verbs are looked up
_BEGINS = r"(?<!\w)"


@cache
def verbs(languages: tuple[str, ...] = LANGUAGES) -> tuple[Verb, ...]:
    """Every verb of some languages."""
    found = []
    for lang in languages:
        words = _lexicon()[lang]
        for verb in words["verb"]:
            for kind in ("happened", "now", "aim"):
                if kind in verb:
                    pattern = _any(verb[kind])
                    for name in ("text", "ways", "between"):
                        pattern = pattern.replace(f"<{name}>", _any(words.get(name, [])))
                    compiled = re.compile(rf"{_BEGINS}{pattern}(?!\w)")
                    found.append(Verb(verb["rung"], kind == "aim", kind == "now", lang, compiled))
    return tuple(found)


@cache
def beginning_with(letters: str, languages: tuple[str, ...] = LANGUAGES) -> tuple[Verb, ...]:
    """The verbs of some languages that may begin with the first letters of a word: with most, none does."""
    fitting = [letters[:length] for length in range(MOST_LETTERS + 1)]
    return tuple(verb for verb, beginnings in _beginnings(languages) if not beginnings.isdisjoint(fitting))


@cache
def _beginnings(languages: tuple[str, ...]) -> tuple[tuple[Verb, frozenset[str]], ...]:
    return tuple(
        (verb, frozenset(first_letters(verb.pattern.pattern.removeprefix(_BEGINS)) or {""}))
        for verb in verbs(languages)
    )


@cache
def beginnings(languages: tuple[str, ...] = LANGUAGES) -> re.Pattern[str]:
    """The first letters of the words with which a verb of some languages may begin; none begins elsewhere."""
    letters = {one for _, several in _beginnings(languages) for one in several}
    if "" in letters:
        return _ANY
    by_first = {
        first: [one[1:] for one in letters if one[0] == first] for first in {one[0] for one in letters}
    }
    several = (
        f"{first}(?:{'|'.join(sorted(rest, key=len, reverse=True))})" for first, rest in by_first.items()
    )
    return re.compile(rf"\b(?:{'|'.join(several)})")


_ANY = re.compile(rf"\b[a-z]{{1,{MOST_LETTERS}}}")


def first_letters(pattern: str) -> set[str]:
    """The letters, a few at most, with which a text begins that a pattern matches; none where its signs do not tell."""
    letters: set[str] = set()
    for one in _alternatives(pattern):
        rest = _LOOK_BEHIND.sub("", one)
        if rest.startswith("(?:"):
            inside, behind = _group(rest)
            further = first_letters(inside)
            if behind[:1] in ("?", "*"):
                more = first_letters(behind[1:])
                further = further | more if more else set()
        else:
            plain = _LITERAL.match(rest)
            further = {plain.group()[:MOST_LETTERS]} if plain else set()
        if not further:
            return set()
        letters |= further
    return letters


def _alternatives(pattern: str) -> list[str]:
    """A pattern cut at the bars that stand in no group."""
    found, depth, begin = [], 0, 0
    for at, sign in enumerate(pattern):
        escaped = at > 0 and pattern[at - 1] == "\\"
        if sign == "(" and not escaped:
            depth += 1
        elif sign == ")" and not escaped:
            depth -= 1
        elif sign == "|" and not depth:
            found.append(pattern[begin:at])
            begin = at + 1
    return [*found, pattern[begin:]]


def _group(pattern: str) -> tuple[str, str]:
    """What stands in the group with which a pattern begins, and what stands behind it."""
    depth = 0
    for at, sign in enumerate(pattern):
        escaped = at > 0 and pattern[at - 1] == "\\"
        if sign in "()" and not escaped:
            depth += 1 if sign == "(" else -1
            if not depth:
                return pattern[3:at], pattern[at + 1 :]
    return "", ""


_LITERAL = re.compile(r"(?:[a-z](?![?*{]))+")
_LOOK_BEHIND = re.compile(r"^(?:\(\?(?:<[!=]|!)(?:[^()]|\([^()]*\))*\)|\\b)+")


@cache
def before(name: Around) -> re.Pattern[str]:
    """Words right in front of a verb."""
    between = _WORDS_BETWEEN.get(name, "")
    return re.compile(rf"(?<!\w){_any(_lexicon()['around'][name])}{between}{_BETWEEN}\W*$")


@cache
def behind(name: Around) -> re.Pattern[str]:
    """Words right behind a verb, or from the verb itself on."""
    return re.compile(
        rf"\W?(?:(?:in|on|during|back in|en|le|el|durante) )?{_any(_lexicon()['around'][name])}"
    )


def _any(patterns: list[str]) -> str:
    return "(?:" + "|".join(patterns) + ")"


@cache
def _lexicon() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("lexicon.toml").read_text("utf-8"))
