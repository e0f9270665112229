"""The words that dates are made of in a text, in English, French, Spanish and Arabic; in plain small letters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from db.names import fold
from db.reading.dates.arabic_days import SIGNS_OF_DAYS
from db.reading.words import Word

_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|janv|fevr|avr|juil|ene|abr|dic"
    r"|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre"
    r"|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre"
    r"|diciembre)\b\.?"
)
_WEEKDAY = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|lunes|martes|miercoles|jueves|viernes|sabado|domingo"
)
_NO_FEAST = "".join(
    rf"(?<!\b{word}\ )"
    for word in ("good", "holy", "ash", "maundy", "easter", "palm", "whit", "black", "bloody", "santo")
)
_NOT_OF_A_FEAST = (
    r"(?!\s+(?:saint|santo|noir|negro|gras|de\s+(?:la\s+)?(?:paques|pascua|pentecote|pentecostes|ramos|rameaux|ceniza"
    r"|carnaval))\b)"
)
_N = r"\d{1,2}(?!\d)(?:st|nd|rd|th|er|\.?º|°)?"
_OF = r"\s+(?:of\s+|de\s+)?"
_TO = (
    r"\s*(?:-|–|—|\bto\b|\band\b|\bthrough\b|\buntil\b|&|\bau\b|\bet\b|\bal\b|\by\b|\ba\b)\s*(?:le\s+|el\s+)?"
)
_YEAR = r"(?:\s*,?\s*(?:(?:de|del|of)\s+)?(?:19|20)\d\d)"
_PART_OF_MONTH = (
    r"(?:early|mid|late|(?:the\s+)?(?:end|beginning|start|middle)\s+of(?:\s+the\s+month\s+of)?|(?:a\s+|la\s+)?fin(?:\s+de|\s+du\s+mois\s+de)?"
    r"|fin(?:al)?es\s+de(?:l\s+mes\s+de)?|principios\s+de(?:l\s+mes\s+de)?|mediados\s+de(?:l\s+mes\s+de)?|debut|mi)"
)
_NTH = (
    r"(?:first|second|third|fourth|last|premiere|deuxieme|seconde|troisieme|derniere|primera|segunda|tercera|ultima"
    r"|primeros|premiers|ultimos|derniers)"
)
_WEEKS = r"(?:weeks?|half|fortnight|days|semaines?|quinzaine|moitie|jours|semanas?|quincena|mitad|dias)"
_COUNT = r"(?:\d{1,3}|two|three|four|five|six|seven|eight|ten|twelve|fifteen|thirty|sixty|ninety)"
_COUNT_FR = r"(?:\d{1,3}|une?|deux|trois|quatre|cinq|six|huit|dix|douze|quinze|trente|soixante)"
_COUNT_ES = r"(?:\d{1,3}|una?|dos|tres|cuatro|cinco|seis|ocho|diez|doce|quince|treinta|sesenta|noventa)"
PATTERN = rf"""
(?P<iso>\b(?:19|20)\d\d[-/]\d\d[-/]\d\d\b|\b(?:\d{{1,2}}\.?\s?[-–]\s?)?\d{{1,2}}[./]\d{{1,2}}[./](?:19|20)\d\d\b
  |\b\d{{1,2}}-\d{{1,2}}-(?:19|20)\d\d\b|\b\d{{1,2}}-{_MONTH}-(?:19|20)\d\d\b)
|(?:\b(?:last|past)\s+(?:{_WEEKDAY}),?\s+or\s+{_MONTH}\s+{_N}\b{_YEAR}?)
|(?P<dm>(?:\b(?:{_WEEKDAY}),?\s+(?:the\s+|le\s+)?)?\b(?:{_N}\s*,\s*){{0,3}}{_N}(?:{_OF}{_MONTH})?{_YEAR}?{_TO}(?:(?:{_WEEKDAY}),?\s+)?{_N}{_OF}{_MONTH}{_YEAR}?
  |(?:\b(?:{_WEEKDAY}),?\s+(?:the\s+|le\s+)?)?\b{_N}{_OF}{_MONTH}{_YEAR}?)
|(?P<md>(?:\b(?:{_WEEKDAY}),?\s+)?\b{_MONTH}\s+{_N}(?:(?:\s*,\s*{_N}){{0,3}}{_YEAR}?{_TO}(?:{_MONTH}\s+)?{_N}\b(?!\s*(?:%|percent|countries|officials|people)))?{_YEAR}?)
|(?P<week>\b(?:the\s+|la\s+|los\s+|les\s+)?{_NTH}\s+(?:(?:two|deux|dos)\s+)?{_WEEKS}\s+(?:of|de|du|d')\s*(?:mois\s+de\s+|mes\s+de\s+)?(?P<its>{_MONTH}{_YEAR}?))
|(?P<my>\b(?:{_PART_OF_MONTH}[\s-]+)?{_MONTH}{_YEAR}|\b{_PART_OF_MONTH}[\s-]+{_MONTH}(?!\s+\d))
|(?P<season>\b(?:spring|summer|autumn|fall|winter|printemps|ete|automne|hiver|primavera|verano|otono|invierno)\s+(?:of\s+|de\s+)?20\d\d\b)
|(?P<part>\b(?:(?:the\s+)?end\s+of\s+(?:(?:the|this|next)\s+(?:year|month)\b|20\d\d)|(?:the\s+)?(?:year|month)(?:'s\s+|[\s-])end\b(?!\s+(?:19|20)\d\d)
  |(?:la\s+)?fin\s+(?:de\s+l'annee(?:\s+20\d\d)?|d'annee|du\s+mois\b|(?:de\s+)?20\d\d)
  |(?:finales|fines|fin)\s+(?:de\s+(?:este\s+)?(?:ano|mes)\b|del\s+(?:ano|mes)\b|de\s+20\d\d)
  |(?:the\s+)?(?:first|second)\s+half\s+of\s+(?:20\d\d|next\s+year)|(?:premier|second|deuxieme)\s+semestre\s+(?:de\s+)?20\d\d|(?:primer|segundo)\s+semestre\s+de\s+20\d\d
  |(?:the\s+)?(?:first|second|third|fourth)\s+quarter\s+of\s+(?:20\d\d|next\s+year)
  |(?:premier|deuxieme|troisieme|quatrieme)\s+trimestre\s+(?:de\s+)?20\d\d|(?:primer|segundo|tercer|cuarto)\s+trimestre\s+de\s+20\d\d))
|(?P<now>\b(?:earlier\s+)?(?:this\s+(?:morning|afternoon|evening)|tonight|ce\s+(?:matin|soir|jour)|cet\s+apres-midi
  |esta\s+(?:manana|tarde|noche))\b)
|(?P<weekend>\b(?:the|this|last|past|next|coming|ce|le|este|el|pasado|proximo)\s+(?:weekend\b|week-end(?:\s+(?:dernier|prochain))?
  |fin\s+de\s+semana(?:\s+(?:pasado|proximo))?))
|(?P<counted>\b(?:within|in)\s+(?:the\s+next\s+)?{_COUNT}\s+(?:days|weeks|months|years)\b|\bwithin\s+(?:an?|one)\s+(?:day|week|month|year)\b
  |\b(?:dans|sous|d'ici)\s+(?:un\s+delai\s+(?:de\s+|d'))?{_COUNT_FR}\s+(?:jours?|semaines?|mois|ans?)\b
  |\b(?:dentro\s+de|en\s+(?:un|el)\s+plazo\s+(?:maximo\s+)?de)\s+{_COUNT_ES}\s+(?:dias?|semanas?|mes(?:es)?|anos?)\b)
|(?P<instant>\b{_N}\s+(?:of\s+this\s+month|instant|del\s+(?:corriente|presente)(?:\s+mes)?|del\s+mes\s+en\s+curso|de\s+este\s+mes
  |courant|de\s+ce\s+mois)\b)
|(?P<thisweek>\b(?:(?:early|late|mid|at\s+the\s+(?:start|beginning))[\s-]+(?:in\s+|of\s+)?(?:the|this)\s+week\b|mid-?week\b(?!\s+\w+ing)
  |(?:en|au)\s+(?:tout\s+)?(?:debut|milieu|fin)\s+de\s+(?:la\s+|cette\s+)?semaine\b(?!\s+(?:derniere|prochaine|du))
  |a\s+(?:principios|comienzos|inicios|mediados|finales)\s+de\s+(?:la\s+|esta\s+)?semana\b(?!\s+(?:pasada|proxima|que|del)))
  |\b(?:early|earlier|late|later)\s+this\s+week\b)
|(?P<relative>\b(?:the\s+day\s+(?:before\s+yesterday|after\s+tomorrow)|avant-hier|apres-demain|pasado\s+manana|anteayer|antier|antes\s+de\s+ayer)\b
  |\b(?:last\s+night|anoche|la\s+nuit\s+derniere|hier\s+soir)\b
  |\bil\s+y\s+a\s+{_COUNT_FR}\s+(?:jours?|semaines?)\b|\bhace\s+{_COUNT_ES}\s+(?:dias?|semanas?)\b
  |\b(?:yesterday|today|tomorrow|hier|aujourd'hui|demain|ayer|hoy|(?<!esta\ )(?<!la\ )manana)\b(?!\s+security)
  |\b(?:last|next|this|past|coming)\s+(?:week|month|year|{_WEEKDAY})\b
  |\bthe\s+(?:last|past)\s+(?:week|month)\b|\b(?:(?:le|du|ce)\s+)?dernier\s+mois\b|\b(?:la\s+)?derniere\s+semaine\b
  |\b(?:el\s+)?ultimo\s+mes\b|\b(?:la\s+)?ultima\s+semana\b
  |\b(?:{_WEEKDAY})\s+(?:dernier|prochain|pasado|proximo)\b|\b(?:el\s+)?(?:proximo|pasado)\s+(?:{_WEEKDAY})\b
  |\b(?:la\s+)?semaine\s+(?:derniere|prochaine)|\bcette\s+semaine\b|\b(?:le\s+)?mois\s+(?:dernier|prochain)|\bl'an\s+dernier\b|\bl'annee\s+prochaine\b
  |\b(?:la\s+)?semana\s+(?:pasada|proxima|que\s+viene)|\besta\s+semana\b|\b(?:el\s+)?mes\s+(?:pasado|proximo)|\b(?:la\s+)?proxima\s+semana
  |\b(?:el\s+)?proximo\s+(?:mes|ano)\b
  |\b{_COUNT}\s+(?:days|weeks|months)\s+ago\b)
|(?P<weekday>{_NO_FEAST}\b(?:{_WEEKDAY})\b{_NOT_OF_A_FEAST})
|(?P<month>\b(?:in|en|by|before|until|avant|antes\s+de|since|depuis|desde|for|from|a\s+partir\s+de|au\s+mois\s+d[e'])\s*(?P<bare>\b{_MONTH})(?!\.?\s+(?:de\s+|del\s+)?\d))
|(?P<year>\b(?:in|by|before|until|from|des|a\s+partir\s+de|en|avant|antes\s+de|d'ici(?:\s+a)?|para|hasta)\s+(?P<only>20\d\d)\b(?!-\d))
"""
_BEGINS = (
    # The first letters of every word with which a date may begin: most words are passed over without a closer look.
    r"a(?:br|go|ou|pr|u[gjt]|v|nt[ei]|noch|ye|t\ the\ (?:st|be|we)|u?\b)|b(?:e[fg]|y)|c(?:e|om)|d(?:'|an"
    r"|e[bcmnprsu]|i[cem]|om)|e(?:ar"
    r"|n|[nst][edt])"
    r"|f(?:al|e[bv]|i[nr]|o[ru]|r[io])|e[ln]|h(?:as|ace\ |i[ev]|oy)|il\ y|in|ja|j(?:e[un]|u[eilnv])|l(?:'|[ao]s?|at"
    r"|e|u[n])"
    r"|m(?:a|e|i|o)|n(?:ex|i|o)|o(?:ct|to)|p(?:a[rs]|re|ri|ro)|s(?:a[btm]|e|i[nx]|ou|pr|ta|u[mn])|t(?:h|e|o[dmn]|ue|w)"
    r"|u[ln]|v(?:e[nr]|ie)|w(?:e[de]|i[nt])|y(?:ea|es)"
)
ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
SHORT_MONTHS = frozenset(
    ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "janv", "fevr", "avr", "juil",
     "ene", "abr", "dic")
)  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday lundi lunes", "tuesday mardi martes", "wednesday mercredi miercoles", "thursday jeudi jueves",
         "friday vendredi viernes", "saturday samedi sabado", "sunday dimanche domingo")
    )
    for name in names.split()
}  # fmt: skip
_WORDS = frozenset(
    ("last", "next", "past", "coming", "ago", "end", "fin", "fines", "ce", "cet", "this", "esta", "an")
) | {fold(word) for word in SIGNS_OF_DAYS}
_BEGINNINGS = (
    *"0123456789", *SHORT_MONTHS, "mai", "juin", "mars", "aout", "ao", "septiembre", "setiembre", "agosto", "yester",
    "today", "tomorrow", "tonight", "hier", "aujourd", "demain", "ayer", "anteayer", "hoy", "manana", "dernier",
    "prochain", "proxim", "pasad", "within", "dans", "sous", "dentro", "plazo", *WEEKDAYS, "spring", "summer", "autumn",
    "fall", "winter", "printemps", "ete", "automne", "hiver", "primavera", "verano", "otono", "invierno", "first",
    "second", "third", "fourth", "premier", "primer", "segundo", "tercer", "cuarto", "deuxieme", "troisieme",
    "quatrieme", "semaine", "semana", "week", "midweek", "mois", "mes", "anoche", "antier", "antes", "night", "nuit",
    "jour", "dias", "hace",
)  # fmt: skip
_NUMBERS = {
    word: number
    for number, words in {
        1: "a an one un une una", 2: "two deux dos", 3: "three trois tres", 4: "four quatre cuatro",
        5: "five cinq cinco", 6: "six seis", 7: "seven", 8: "eight huit ocho", 10: "ten dix diez",
        12: "twelve douze doce", 15: "fifteen quinze quince", 30: "thirty trente treinta",
        60: "sixty soixante sesenta", 90: "ninety noventa",
    }.items()
    for word in words.split()
}  # fmt: skip
_UNITS = (("day", "day jour dia"), ("week", "week sem"), ("month", "month mois mes"), ("year", "year an"))
_AGO = re.compile(r"(?:il y a|hace)\b")
_TELLS = re.compile(r"(?P<count>\w+)\s+(?P<unit>[a-z]+)$")


@cache
def compiled() -> re.Pattern[str]:
    """What finds every date of a sentence in plain small letters."""
    return re.compile(rf"\b(?=\d|{_BEGINS})(?:{PATTERN})", re.VERBOSE)


def counted(low: str) -> str:
    """Words that count from the day of publication, as `db.dates` reads them: "within a month" is "in 1 month"."""
    found = _TELLS.search(low)
    if found is None:
        return low
    number = _NUMBERS.get(found["count"], found["count"])
    unit = next(
        (name for name, begins in _UNITS if found["unit"].startswith(tuple(begins.split()))), found["unit"]
    )
    return (
        f"{number} {unit}{'s' if number not in (1, '1') else ''} ago"
        if _AGO.match(low)
        else f"in {number} {unit}"
    )


def may_tell_days(words: Iterable[Word]) -> bool:
    """Whether a word of a sentence is one of those of which dates are made, or a number."""
    return any(_may_be_of_a_day(word.low) for word in words)


@lru_cache(maxsize=20_000)
def _may_be_of_a_day(low: str) -> bool:
    return low in _WORDS or low.startswith(_BEGINNINGS)
