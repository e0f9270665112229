"""The words around names: forms of address, articles, particles, "son of", and short forms of given names."""

from __future__ import annotations

import re


def words_of(words: str) -> frozenset[str]:
    """A list as it is written here: words with blanks between them."""
    return frozenset(words.split())


TITLES = words_of(
    """
    mr mrs ms miss mister sir dame lord lady dr prof professor eng ing general gen colonel col lieutenant lt major
    maj captain capt commander cmdr admiral adm brigadier brig ambassador amb minister hon rev excellency his her
    m mm mme mlle madame monsieur maitre me sem se he hrh hm hh sar
    sr sra srta senor senora senorita don dona dna da excmo excma ilmo ilma
    herr frau freiherr exz dhr mevr meneer mevrouw ir drs
    sayin gospodin gospozha sheikh shaikh shaykh cheikh cheick sheik moulay mulay mawlay sidi si lalla
    hajj haj hadj hajji prince princess emir king president
    """
)
"""Forms of address, folded; they fall away in front of a name."""

ARABIC_TITLES = words_of(
    """
    السيد السيدة الدكتور الدكتورة دكتور د م الأستاذ معالي سعادة صاحب السمو فخامة الشيخ شيخ الأمير الجنرال اللواء
    العميد العقيد الفريق المهندس مولاي سيدي الحاج الوزير الرئيس
    """
)

SUFFIXES = words_of("jr junior phd md esq bey hanim pasha kcmg cbe obe ii iii")
"""What falls away behind a name."""

DOTTED_TITLES = re.compile(
    r"^\s*(?:s\.?\s?e\.?\s?m\.|s\.\s?e\.?|h\.\s?e\.?|s\.\s?a\.\s?r\.?|h\.\s?r\.\s?h\.?|d\s?\.\s?ª\.?|dª\.?|dña\.?"
    r"|r\.\s?p\.|г-н|г-жа)(?=\s|$|[^\w.])",
    re.IGNORECASE,
)

ARTICLES = words_of("al el ul il l ال آل")
SONS = words_of("ben bin ibn bnou ould bint bent mint بن ابن بنت ولد")
"""Between the name of a child and that of the father."""

PARTICLES = words_of(
    """
    de del della delle di da do dos das du des la le les los las lo y e i van von vom der den het ten ter te zu zum
    zur af av och ait mac mc st bou abou abu abi دي ديل فان فون أبو ابو أبي بو آيت
    """
)

LIKE_NEXT = re.compile(r"[aeou](r|s|n|z|d|t|ch|sh|dh|th)")
"""er-Rachid, ech-Chafi: an article that takes the next sound."""

SERVANTS = re.compile(r"abd([aeou]+[lrsnzdt])?")
OF_FAITH = re.compile(r"(e|a|u|ou)?d?d(in|ine|een)|الدين")
OF_GOD = re.compile(r"(a|u|ou|i|e)?llah?|lah|الله")

SHORT_FORMS = {"mohd": "mohamed", "med": "mohamed", "md": "mohamed", "moh": "mohamed", "fco": "francisco"}
