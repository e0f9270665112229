"""The lexicon of the ladder made ready: patterns from `lexicon.toml`, compiled when the first sentence is read."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from db.commitments.rungs import Rung

_BETWEEN = r"(?: (?:\w+ly|be|been|have|to|yet|also|again|jointly|soon|de|d\W|a))*"
"""What may stand between a word that takes away from a verb and the verb."""
_WORDS_BETWEEN = r"(?: \w+){0,6}?"

Around = Literal[
    "only_its_importance", "not", "not_after", "purpose", "left_open", "promised", "gone_by", "long_ago"
]


class Verb(NamedTuple):
    """A way to say how far it went.

    Attributes:
        rung: what it supports where nothing takes away from it.
        aim: whether it is no more than an infinitive, a plan or a purpose.
        pattern: against small letters without accents.
    """

    rung: Rung
    aim: bool
    pattern: re.Pattern[str]


LANGUAGES = ("en", "fr", "es")


@cache
def verbs(languages: tuple[str, ...] = LANGUAGES) -> tuple[Verb, ...]:
    """Every verb of some languages."""
    found = []
    for lang in languages:
        words = _lexicon()[lang]
        for verb in words["verb"]:
            for aim, patterns in ((False, verb.get("happened", ())), (True, verb.get("aim", ()))):
                if patterns:
                    pattern = _any(patterns)
                    for name in ("text", "ways"):
                        pattern = pattern.replace(f"<{name}>", _any(words[name]))
                    found.append(Verb(verb["rung"], aim, re.compile(rf"(?<!\w){pattern}(?!\w)")))
    return tuple(found)


@cache
def beginnings(languages: tuple[str, ...] = LANGUAGES) -> re.Pattern[str]:
    """Where any verb of some languages begins: one search tells most sentences from those that need each pattern."""
    return re.compile(rf"\b(?=\w)(?:{'|'.join(f'(?={verb.pattern.pattern})' for verb in verbs(languages))})")


@cache
def before(name: Around) -> re.Pattern[str]:
    """Words right in front of a verb."""
    between = _WORDS_BETWEEN if name == "gone_by" else ""
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
