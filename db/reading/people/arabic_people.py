"""People whom an Arabic sentence names: officials of the store, and who stands behind an office, which is in doubt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from db.names import fold
from db.reading.countries.places import Mention
from db.reading.people.naming import Person
from db.reading.words import Word

JOINED = "وبلفك"  # and, to, in, so, as: written on to an Arabic word
LONGEST = 4  # words of a name
_LONGEST_RANKED = 6
_LONGEST_OFFICE = 9
_SHORTEST = 3  # letters of a word on to which something may be written
_COMMAS = ("،", ",")
_ARABIC = re.compile("[\u0621-\u064a]")


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split())


_OFFICES = _folded(
    "وزير وزيرة الوزير الوزيرة مدير مديرة المدير المديرة رئيس رئيسة الرئيس الرئيسة قائد سفير سفيرة السفير السفيرة والي "
    "مفوض المفوض المفتش الأمين كاتب كاتبة نائب نظيره نظيرته نظيرها نظيرتها"
)
_RANKS = _folded(
    "اللواء الركن الفريق العميد العقيد المقدم الرائد الجنرال الأميرال السيد السيدة الدكتور الدكتورة معالي سعادة القاضي"
)
_COUNTERPARTS = _folded("نظيره نظيرته نظيرها نظيرتها")
_OF_OFFICES = _folded(
    "العام العامة للأمن الأمن الوطني الوطنية للشرطة الشرطة الداخلية الخارجية الدفاع العدل الشؤون والتعاون "
    "التعاون الدولي الأفريقي الإفريقي والمغاربة المقيمين بالخارج الاتحادية الاتحادي الفيدرالية الفيدرالي "
    "الفدرالية ولمراقبة لمراقبة التراب لإدارة السجون للجمارك الجمارك الدرك الملكي الملكية الحرس المدني القوات "
    "المسلحة الأول الدولة المكلف المكلفة لدى الهجرة القومي الحكومة مجلس الوزراء الوزير الجمهورية المملكة هيئة "
    "أركان الأركان الفريق اللواء العميد العقيد الجنرال السيد السيدة جهاز المخابرات الاستخبارات خفر السواحل "
    "الركن النائب دولة والهجرة والداخلية والدفاع وشؤون شؤون الدكتور الدكتورة والجمارك عام"
)
NO_NAMES = _folded(
    "في من إلى على مع عن يوم يومي اليوم أمس غدا بعد قبل خلال الذي التي الذين حيث أن إن كما ذلك هذا هذه بزيارة "
    "زيارة زار زارت يزور تزور سيزور ستزور التقى التقت يلتقي استقبل استقبلت يستقبل عقد عقدت أجرى أجرت وصل وصلت "
    "قام قامت يقوم اجتمع اجتمعت ناقش ناقشت بحث بحثت وقع وقعت اتفق اتفقت أكد أكدت اقترح اقترحت توجه توجهت "
    "الجانبان الطرفان البلدين بين لقاء اجتماعا مباحثات محادثات رسمية عمل وفد مرفوقا رفقة قال صرح أعلن كان وذلك "
    "الماضي المقبل الجاري صباح مساء الوفد المرافق له بمكتبه عام "
    "استعرض استعرضت أعرب أعربت أشار أشارت الجهود الجانب حضر رحب شدد "
    "حرص أهمية ضرورة استعداد رغبة تقدير شكر التزام موقف دعم عمق متانة دولة بلاده"
)


def arabic_people_of(
    text: str,
    words: Sequence[Word],
    mentions: Sequence[Mention],
    known: frozenset[str],
    heard_of: frozenset[str],
) -> list[Person]:
    """The people of an Arabic sentence, in order.

    Args:
        text: the whole text.
        words: of the sentence.
        mentions: its countries.
        known: names of officials of the store, folded.
        heard_of: those of them that only sound like the name that is stored.
    """
    of_places = {
        at for at, word in enumerate(words) if any(one.start <= word.start < one.end for one in mentions)
    }
    found: list[Person] = []
    at = lowest = 0
    while at < len(words):
        told = _known_at(text, words, at, known) or _titled_at(text, words, at, lowest, of_places)
        told = told or _ranked_at(text, words, at, lowest, of_places)
        if told is None:
            at += 1
            continue
        first, last, start = told
        name = " ".join(text[start : words[last - 1].end].split())
        begin, end = _office_before(text, words, first, lowest, of_places), first
        if begin == first:
            begin, end = last, _office_after(text, words, last, of_places)
        span = (words[begin].start, words[end - 1].end) if begin < end else (0, 0)
        title = " ".join(text[slice(*span)].split())
        if begin < end and _bare(words[begin]) in _COUNTERPARTS:
            title, span = "", (0, 0)
        code = next((one.code for one in mentions if span[0] <= one.start < span[1]), "")
        low = fold(name)
        sure = low in known and low not in heard_of
        found.append(Person(start, words[last - 1].end, name, title, span, code, sure=sure))
        at = lowest = max(last, end)
    return found


def is_arabic(words: Sequence[Word]) -> bool:
    """Whether a sentence has Arabic words."""
    return any(_ARABIC.match(word.text) for word in words)


def _known_at(
    text: str, words: Sequence[Word], at: int, known: frozenset[str]
) -> tuple[int, int, int] | None:
    """A name of the store that begins at a word, the longest one; be it with an "and" written on to it."""
    begins = ((words[at].low, 0), (_bare(words[at]), 1))
    likely = [one for one in dict.fromkeys(begins) if one[0].partition(" ")[0] in _first_words(known)]
    for length in range(min(LONGEST, len(words) - at), 1, -1) if likely else ():
        last = at + length
        if not _together(text, words[at:last]):
            continue
        behind = " ".join(word.low for word in words[at + 1 : last])
        for low, joined in likely:
            if f"{low} {behind}" in known:
                return at, last, words[at].start + (joined if low != words[at].low else 0)
    return None


@lru_cache(maxsize=4)
def _first_words(known: frozenset[str]) -> frozenset[str]:
    return frozenset(name.partition(" ")[0] for name in known)


def _titled_at(
    text: str, words: Sequence[Word], at: int, lowest: int, of_places: set[int]
) -> tuple[int, int, int] | None:
    """Two to four words behind an office that are of no office, no place, and no sentence."""
    if at == lowest or not _is_name(words, at, of_places) or not _beside(text, words, at):
        return None
    begin = _office_before(text, words, at, lowest, of_places)
    if begin == at or at - begin < 2:  # noqa: PLR2004 - "the director" alone is followed by what is directed
        return None
    last = at
    while last < len(words) and last - at < LONGEST and _is_name(words, last, of_places):
        if last > at and not _together(text, words[last - 1 : last + 1]):
            break
        last += 1
    between_commas = (
        _together(text, words[at - 1 : at + 1]) or text[words[last - 1].end :].lstrip()[:1] in _COMMAS
    )
    return (at, last, words[at].start) if last - at > 1 and between_commas else None


def _ranked_at(
    text: str, words: Sequence[Word], at: int, lowest: int, of_places: set[int]
) -> tuple[int, int, int] | None:
    """Two to six words behind a rank, whose office may follow: "General Doe, director of the police"."""
    if at == lowest or words[at - 1].low not in _RANKS or not _together(text, words[at - 1 : at + 1]):
        return None
    last = at
    while last < len(words) and last - at < _LONGEST_RANKED and _is_name(words, last, of_places):
        if last > at and not _together(text, words[last - 1 : last + 1]):
            break
        last += 1
    return (at, last, words[at].start) if last - at > 1 else None


def _office_after(text: str, words: Sequence[Word], at: int, of_places: set[int]) -> int:
    """Behind the last word of an office that begins at a word; the word itself where none does."""
    if at >= len(words) or words[at].low not in _OFFICES or not _beside(text, words, at):
        return at
    last = at + 1
    while last < len(words) and last - at < _LONGEST_OFFICE and _together(text, words[last - 1 : last + 1]):
        if {words[last].low, _bare(words[last])} & NO_NAMES - _OF_OFFICES and last not in of_places:
            break
        last += 1
    return last


def _is_name(words: Sequence[Word], at: int, of_places: set[int]) -> bool:
    low, bare = words[at].low, _bare(words[at])
    plain_word = _ARABIC.match(words[at].text) is not None and at not in of_places
    return plain_word and not {low, bare} & (_OFFICES | _OF_OFFICES | NO_NAMES)


def _office_before(text: str, words: Sequence[Word], at: int, lowest: int, of_places: set[int]) -> int:
    """The first word of the office in front of a word; the word itself where there is none."""
    begin, office = at, at
    while begin > lowest and (
        _together(text, words[begin - 1 : begin + 1]) or (begin == at and _beside(text, words, at))
    ):
        low, bare = words[begin - 1].low, _bare(words[begin - 1])
        if {low, bare} & _OFFICES:
            office = begin - 1
        elif not ({low, bare} & _OF_OFFICES or begin - 1 in of_places):
            break
        begin -= 1
    return office


def _bare(word: Word) -> str:
    """A word folded, without what is written on to it."""
    return _bare_of(word.text) if word.text[0] in JOINED and len(word.text) > _SHORTEST else word.low


@lru_cache(maxsize=20_000)
def _bare_of(text: str) -> str:
    return fold(text[1:])


def _beside(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether only a space, or a comma, stands in front of a word: "the minister of the interior, Jane Doe,"."""
    between = text[words[at - 1].end : words[at].start].strip()
    return not between or between in _COMMAS


def _together(text: str, several: Sequence[Word]) -> bool:
    return all(text[one.end : two.start].isspace() for one, two in pairwise(several))
