"""The date words of English, French and Spanish, folded: lower case, no accents.

Each word stands for a *meaning*, a pair of kind and value; the grammar knows meanings only,
so that "el próximo martes", "mardi prochain" and "next Tuesday" are one rule.
"""

from __future__ import annotations

Meaning = tuple[str, int | str]

_MONTHS = (
    "jan january janv janvier ene enero",
    "feb february fev fevr fevrier febr febrero",
    "mar march mars marzo",
    "apr april avr avril abr abril",
    "may mai mayo",
    "jun june juin junio",
    "jul july juil juillet julio",
    "aug august aout ago agosto",
    "sep sept september septembre septiembre setiembre",
    "oct october octobre octubre",
    "nov november novembre noviembre",
    "dec december decembre dic diciembre",
)

_WEEKDAYS = (
    "mon monday lun lundi lunes",
    "tue tues tuesday mardi martes",
    "wed weds wednesday mer mercredi mie miercoles",
    "thu thur thurs thursday jeu jeudi jue jueves",
    "fri friday ven vendredi vie viernes",
    "sat saturday sam samedi sab sabado",
    "sun sunday dim dimanche dom domingo",
)

_COUNTS = (
    "one un une una",
    "two deux dos",
    "three trois tres",
    "four quatre cuatro",
    "five cinq cinco",
    "six seis",
    "seven sept siete",
    "eight huit ocho",
    "nine neuf nueve",
    "ten dix diez",
    "eleven onze once",
    "twelve douze doce",
)

_SEASONS = {
    21: "spring printemps primavera",
    22: "summer ete verano",
    23: "autumn fall automne otono",
    24: "winter hiver invierno",
}

_UNITS = {
    "day": "day days jour jours dia dias",
    "working day": "wd wds bd workday workdays",
    "week": "w wk wks week weeks semaine semaines semana semanas",
    "month": "m mo month months mois mes meses",
    "quarter": "quarter quarters trimestre trimestres",
    "year": "yr yrs year years an ans annee annees ano anos",
}

_ORDINALS = {
    1: "first premier premiere primer primero primera",
    2: "second deuxieme segundo segunda",
    3: "third troisieme tercer tercero",
    4: "fourth quatrieme cuarto",
}

# The kind is the first word of each row; "say" meanings are the grammar's own keywords.
_SAY = {
    "today": "today hoy",
    "tomorrow": "tomorrow demain manana",
    "yesterday": "yesterday hier ayer",
    "overmorrow": "anteayer",
    "eow": "eow",
    "eom": "eom",
    "eoq": "eoq",
    "eoy": "eoy",
    "next": "next",
    "coming": "coming upcoming prochain prochaine prochains prochaines proximo proxima proximos proximas",
    "last": "last past previous dernier derniere dernieres derniers pasado pasada ultimo ultima ultimos",
    "this": "this current ce cet cette este esta",
    "in": "in on by within during over en dans durante para",
    "ago": "ago",
    "hace": "hace",
    "to": "to through thru till au al jusqu",
    "and": "and et y e",
    "or": "or ou o u",
    "since": "since from depuis desde",
    "until": "until hasta",
    "between": "between entre",
    "about": "about around circa ca c approx approximately roughly environ vers hacia alrededor",
    "perhaps": "perhaps maybe possibly quizas quiza",
    "exactly": "exactly",
    "uncertain": "uncertain incertain incierto incierta",
    "early": "early beginning start debut principios comienzos inicios",
    "mid": "mid middle mi mediados",
    "late": "late finales fines",
    "end": "end fin final",
    "now": "now present ongoing actualidad",
    "half": "half semestre semestres",
    "a": "a",
}

_DROPPED = "the of de del le la el les los l d du des"

_WORKING = "working business", "ouvrable ouvrables ouvre ouvres", "habil habiles laborable laborables"


def _working_days() -> tuple[tuple[str, str], ...]:
    """A working day as two words say it: "working days", "jours ouvrables", "días hábiles"."""
    english, french, spanish = (row.split() for row in _WORKING)
    return (
        *((word, day) for word in english for day in ("day", "days")),
        *((day, word) for word in french for day in ("jour", "jours")),
        *((day, word) for word in spanish for day in ("dia", "dias")),
    )


# Words that only together mean something.
PHRASES: dict[tuple[str, ...], Meaning] = {
    ("aujourd", "hui"): ("say", "today"),
    ("apres", "demain"): ("say", "day after"),
    ("pasado", "manana"): ("say", "day after"),
    ("day", "after", "tomorrow"): ("say", "day after"),
    ("avant", "hier"): ("say", "day before"),
    ("antes", "ayer"): ("say", "day before"),
    ("day", "before", "yesterday"): ("say", "day before"),
    ("que", "viene"): ("say", "coming"),
    ("qui", "vient"): ("say", "coming"),
    ("il", "y", "a"): ("say", "hace"),
    ("dentro", "de"): ("say", "in"),
    ("au", "cours"): ("say", "in"),
    ("from", "now"): ("say", "ahead"),
    ("from", "today"): ("say", "ahead"),
    ("a", "partir"): ("say", "since"),
    ("as", "of"): ("say", "since"),
    ("up", "to"): ("say", "until"),
    ("jusqu", "a"): ("say", "until"),
    ("jusqu", "au"): ("say", "until"),
    ("jusqu", "en"): ("say", "until"),
    ("d", "ici"): ("say", "in"),
    ("some", "day", "in"): ("say", "some"),
    ("some", "time", "in"): ("say", "some"),
    ("sometime", "in"): ("say", "some"),
    ("alrededor", "de"): ("say", "about"),
    ("a", "principios"): ("say", "early"),
    ("a", "mediados"): ("say", "mid"),
    ("a", "finales"): ("say", "late"),
    ("a", "fines"): ("say", "late"),
    ("fin", "de", "semana"): ("say", "weekend"),
    ("peut", "etre"): ("say", "perhaps"),
    ("tal", "vez"): ("say", "perhaps"),
    ("year", "not", "stated"): ("say", "no year"),
    ("end", "not", "stated"): ("say", "no end"),
    ("start", "not", "stated"): ("say", "no start"),
    ("not", "stated"): ("say", "nothing"),
    **dict.fromkeys(_working_days(), ("unit", "working day")),
}
LONGEST_PHRASE = 3


def _vocabulary() -> dict[str, Meaning | None]:
    words: dict[str, Meaning | None] = dict.fromkeys(_DROPPED.split())
    # Later rows win: "sept" is September before it is seven, "ago" is a keyword before it is August.
    for number, row in enumerate(_COUNTS, 1):
        words.update(dict.fromkeys(row.split(), ("count", number)))
    for number, row in enumerate(_MONTHS, 1):
        words.update(dict.fromkeys(row.split(), ("month", number)))
    for number, row in enumerate(_WEEKDAYS):
        words.update(dict.fromkeys(row.split(), ("weekday", number)))
    for kind, table in (("month", _SEASONS), ("ordinal", _ORDINALS)):
        for code, row in table.items():
            words.update(dict.fromkeys(row.split(), (kind, code)))
    for kind, names in (("unit", _UNITS), ("say", _SAY)):
        for name, row in names.items():
            words.update(dict.fromkeys(row.split(), (kind, name)))
    return words


VOCABULARY = _vocabulary()
WORKING_DAY = frozenset((*_UNITS["working day"].split(), *(" ".join(words) for words in _working_days())))
"""Every way to say a working day."""
