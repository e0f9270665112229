"""What came of an event in an Arabic sentence: each clause with a verb of the ladder, where it begins a clause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from db.commitments import Rung

_ARABIC_WORDS: tuple[tuple[Rung, str], ...] = (
    (
        "signed",  # and not "an accident occurred", which is the same word
        (
            r"(?:وقّ?ع(?:ت|ا|وا)?|(?:تم|جرى)\s+توقيع)\s+(?:\S+\s+){0,5}?"
            r"(?:ال)?(?:اتفاق|مذكر|بروتوكول|معاهد|إعلان|برنامج)\w*"
        ),
    ),
    ("agreed", r"(?:(?:اتفق|التزم|تعهد|قرر)(?:ت|ا|وا)?|تم الاتفاق)\s+\S+"),
    ("proposed", r"(?:اقترح|عرض)(?:ت|ا|وا)?\s+\S+|وجه(?:ت|ا)?\s+(?:\S+\s+){0,3}?(?:ال)?دعوة"),
    ("explored", r"(?:بحث|ناقش|تباحث|تدارس)(?:ت|ا|وا)?\s+(?:سبل|آليات|إمكانية)"),
    ("discussed", r"(?:بحث|ناقش|تباحث|تناول|تطرق|أكد|شدد|تبادل)(?:ت|ا|وا)?\s+\S+"),
    (
        "discussed",  # "there was during the meeting a review of …"
        r"(?:جرى|جرت|تمت?)\s+(?:\S+\s+){0,3}?(?:استعراض|بحث|مناقشة|تبادل|التطرق|التأكيد|تناول)",
    ),
    ("noted", r"(?:استعرض|أشاد)(?:ت|ا|وا)?\s+\S+"),
)
_ARABIC = tuple((rung, re.compile(rf"(?<!\w)[وف]?(?P<said>{words})")) for rung, words in _ARABIC_WORDS)
_LEADS_ON = frozenset(("كما", "فيما", "حيث", "بينما", "وقد", "قد", "وكما"))
_STOPS = ("،", "؛", ",", ":")
_OF = frozenset(("بشأن", "حول", "على", "في", "إلى", "عن", "من", "مجال", "سبل", "آليات"))
_TRAILING = re.compile(r"[\s،؛,]*(?:\s(?:كما|فيما|حيث|بينما|وقد|وكما))?[\s،؛,]*$")


def arabic_clauses(words: str) -> Iterator[tuple[int, int, Rung, str]]:
    """Where the clauses of a sentence begin and end, their rung and their verb, in order.

    Of verbs that begin inside each other the one that goes furthest counts; one behind a preposition is a noun.
    """
    found: list[tuple[int, int, Rung]] = []
    for rung, pattern in _ARABIC:  # those that go furthest first
        for match in pattern.finditer(words):
            start, end = match.span("said")
            taken = any(start < last and first < end for first, last, _ in found)
            if not (taken or _is_noun(words, match.start())):
                found.append((start, end, rung))
    begins = sorted(one for one in found if _begins_a_clause(words, one[0])) or found[:1]
    for number, (start, _, rung) in enumerate(begins, start=1):
        end = _end_of(words, start, begins[number][0]) if number < len(begins) else len(words)
        yield start, end, rung, words[start:end].split(maxsplit=1)[0]


def _is_noun(words: str, start: int) -> bool:
    before = words[:start].split()
    return bool(before) and before[-1] in _OF


def _begins_a_clause(words: str, start: int) -> bool:
    joined = start > 0 and words[start - 1] in "وف"  # "and", written on to the verb
    before = words[: start - 1 if joined else start].rstrip()
    return joined or not before or before.endswith(_STOPS) or before.split()[-1] in _LEADS_ON


def _end_of(words: str, start: int, after: int) -> int:
    """Where a clause ends in front of the next one, without what joins them."""
    end = after - 1 if words[after - 1] in "وف" else after
    trailing = _TRAILING.search(words, start, end)
    return trailing.start() if trailing else end
