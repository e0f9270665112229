"""What a country does in a sentence: it acts, it is where somebody goes, or it is only spoken of."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from db.reading.countries.arabic_roles import is_arabic_aside, is_arabic_at, is_arabic_goal
from db.reading.countries.goals import TO, is_destination, is_goal, towards_capital, visits_theirs
from db.reading.countries.places import Mention, is_seat
from db.reading.cues import MEET, PRESS, PRESS_BEFORE, TRAVEL

Role = Literal["acts", "destination", "spoken of"]

_GROUP = (
    r"(?:officials?|authorities|delegations?|police|government|governments|minister|ministers"
    r"|ministry|ministries|president|counterparts?|side|sides|experts?|team|teams"
    r"|services?|leaders?|embassy|ambassador|security|forces|gendarmerie|director|directorate"
    r"|secretary|commissioner|chief|head|prosecutors?|prosecution|customs|coast guard|border (?:guards?|police"
    r"|services?|forces?|agency|troops|control|protection)|guard"
    r"|interior|foreign|prime|king"
    r"|attorney|navy|army|chancellor|envoy|representatives?|deputy|national|federal|general"
    r"|partners?|negotiators|investigators|officers?|agency|council|vice|justice|defen[cs]e"
    r"|republic|kingdom|constabulary|carabinieri|contingent|troops|corps|immigration|intelligence"
    r"|autorites|responsables|gouvernements?|ministre|ministres|ministere|homologues?|partie"
    r"|parties|delegations?|services|ambassadeur|chef|directeur|directrice|surete|premier|royaume"
    r"|republique|roi|forces|douanes|procureur|prefet|procureure|procureurs?|parquets?|ministres"
    r"|directrice generale"
    r"|autoridades|responsables|gobiernos?|ministro|ministra|ministros|ministerio|homolog[oa]s?"
    r"|parte|partes|delegacion|delegaciones|policia|servicios|embajador|embajadora|jefe|jefa"
    r"|expertos?|funcionari[oa]s?|oficiales|especialistas?|tecnicos|agentes|delegados|representantes|fiscales|investigadores"
    r"|mandos|experts|fonctionnaires|agents|officiers|techniciens|enqueteurs|delegues|representants|gendarmes|policiers"
    r"|specialists|delegates|trainers|instructors|lawmakers|parliamentarians|diplomats|diputados|deputes"
    r"|director|directora|comisario|comisaria|reino|republica|rey|fuerzas|fiscal|fiscalia"
    r"|secretari[oa]|canciller|aduanas|su par|viceministr[oae]s?|vicecanciller|subsecretari[oa]|undersecretary"
    r"|prefect[oa]?|ambassadors|ambassadeurs|embajadores)"
)
_AFTER_PEOPLE = re.compile(rf"[\s-]+(?:(?!to\b|in\b|met\b|visit)[\w'’-]+\s+){{0,4}}?{_GROUP}\b")
_BEFORE_PEOPLE = re.compile(rf"\b{_GROUP}(?:\s+(?:de |del |des |du |d')?(?:la |l')?[\w'’-]+){{0,4}}\s+$")
_OF_THEIRS = r"(?!(?:for|in|on|against|with|from|that|who|which|over|by|after)\b)[\w'’-]+\s+"
_AFTER_NAME = re.compile(rf"(?:['’]s?\s+(?:{_OF_THEIRS}){{0,5}}?|\s+){_GROUP}\b")
_OF_NAME = re.compile(
    rf"\b{_GROUP}(?:\s+(?!(?:against|threats?|attacks?|contre|contra|about|over|regarding|concerning)\b)[\w'’-]+){{0,7}}"
    r"\s+(?:of|from|de|du|d'|del|de la|des|de l')\s*(?:the |la "
    rf"|le |los |les |el |l'|republic of |kingdom of )*$"
)
_BETWEEN = re.compile(r"\b(?:between|entre|among|بين)\b[^.;:]{0,70}$")
_WITH = re.compile(
    r"\b(?:with|avec|con|joined by|hosted by|invitation of|a l'invitation de"
    r"|por invitacion de)\s+(?:the |la |le |l'|el |los |les )?$"
)
_FOR = re.compile(
    r"\b(?:for|for the|pour la|pour le|pour l'|pour|por|por parte(?: de)?|du cote|cote|del lado|on the)\s+$"
)
_FOR_AFTER = re.compile(
    r"\s*(?::|,|-|–|\b(?:side|asistio|asistieron|participo|participaron|participated|attended"
    r"|was represented|etait|etaient|ont participe|a participe)\b)"
)
_VERB = re.compile(
    r"\s+(?:(?:also|have|has|had|both|jointly|today|on \w+|ont|a|han|ha|also)\s+)*(?:agree\w*"
    r"|sign\w*|commit\w*|discuss\w*|will|held|hold|welcom\w+|recogni\w+|reaffirm\w*|remain\w*"
    r"|announc\w+|decid\w+|offer\w*|propos\w*|host\w*|receiv\w+|shar\w+|continu\w+|pledg\w+"
    r"|explor\w+|review\w*|convenu\w*|decide\w*|signe\w*|accord\w*|reaffirm\w*|acord\w+|firm\w+"
    r"|decid\w+|celebr\w+|reafirm\w+|se comprom\w+|coincid\w+|launch\w*|conclud\w+|establish\w*"
    r"|intend\w*|request\w*|examined|stress\w*|underlin\w*"
    r"|(?!(?:contra|nuestra)\b)\w{2,}[aeidtrv]r(?:an?|ont)"
    r"|(?:was|were|is|are|will be|est|sera|etait|a ete|fue|estuvo|esta|estara|sera) (?:\w+ )?"
    r"(?:represented|led|headed|represente[es]?|conduite?|dirigee?|representad[oa]|encabezad[oa]|liderad[oa]))\b"
)
_JOINED = re.compile(r"\s*(?:,|-|–|—|and|et|y|e|with|&|, and)\s*(?:the |la |le |l'|les |los |el )?$")
_BORDERS = re.compile(
    r"\b(?:borders?|frontieres?|fronteras?|relations|relaciones|co-host\w*|together|jointly|juntamente"
    r"|conjointement|limites?|shares?|coast|ties"
    r"|war)\s+(?:with|avec|con)\s+(?:the |la |le |l'|el )?$"
)
_STANDS_FOR = re.compile(
    r"\b(?:situation|war|conflict|crisis|developments|events|elections|ceasefire|reconstruction"
    r"|peace|stability|guerre|conflit|crise|situacion|guerra|conflicto)\s+(?:\w+\s+){0,2}(?:in|of"
    r"|en|au|du|de|d')\s*(?:the )?$"
    r"|\b(?:threats? from|attacks? (?:by|from|on|against)|aggression (?:by|of|from|against)|concerns? (?:over|about|at)"
    r"|(?:preven\w+|deter\w*|counter\w*)|support for|soutien a|apoyo a|attaques contre"
    r"|ataques contra)\s(?:the |l'|la |el )?$"
)
_FAR = 110  # characters between a verb of travelling and where it goes
_NEAR = 60


class Cast(NamedTuple):
    """A country of a sentence and what it does there."""

    mention: Mention
    role: Role


def cast_of(low: str, offset: int, mentions: list[Mention]) -> list[Cast]:
    """What each country of a sentence does.

    Args:
        low: the sentence in plain small letters.
        offset: where it begins in the text.
        mentions: its countries, in order.
    """
    found: list[Cast] = []
    for at, mention in enumerate(mentions):
        start, end = mention.start - offset, mention.end - offset
        arabic = is_arabic_at(low, start)
        goal = arabic and mention.how in ("name", "city") and is_arabic_goal(low, start)
        role: Role = "destination" if goal else _role(low, start, end, mention)
        if role == "spoken of" and at and found[-1].role != "spoken of":
            between = low[found[-1].mention.end - offset : start]
            if _JOINED.fullmatch(between) and found[-1].mention.how != "people":
                role = found[-1].role
        if role == "spoken of" and mention.how == "name" and _among_goals(low, start, found, offset):
            role = "destination"
        found.append(Cast(mention, role))
    for at in range(len(found) - 2, -1, -1):  # "Spain and Morocco's police": the first of them acts too
        one, two = found[at], found[at + 1]
        between = low[one.mention.end - offset : two.mention.start - offset]
        if one.role == "spoken of" and two.role == "acts" and _JOINED.fullmatch(between):
            found[at] = Cast(one.mention, "acts")
    if _OBSERVED.search(low):
        found = [one._replace(role="spoken of") if one.role == "acts" else one for one in found]
    if _WHO_SAT.match(low):
        found = [one._replace(role="spoken of") if one.role == "destination" else one for one in found]
    if "\u0627" in low and (MEET.search(low) or TRAVEL.search(low)):
        # Arabic cases are not read: who is named where people meet takes part.
        found = [
            one._replace(role="acts")
            if one.role == "spoken of" and not is_arabic_aside(low, one.mention.start - offset)
            else one
            for one in found
        ]
    return found


_WHO_SAT = re.compile(  # "Por el Brasil: Dra. …, jefa de la delegación en Santos": nobody goes to Santos
    r"\W*(?:[\w ]{4,24}?[\W\d]{1,3})?(?:for|on behalf of|on the part of|pour|du cote d[eu']|por(?: parte de)?"
    r"|del lado del?|(?:the )?delegation (?:of|de|du)|delegacion del?)"
    r" ?(?:the |le |la |les |l'|el |los )?[\w' -]{3,40}? ?:"
)
_OBSERVED = re.compile(
    r"\b(?:as observers?|en calidad de observador\w*|(?:comme|en qualite d[e']) ?observat\w+)\b"
)


def _role(low: str, start: int, end: int, mention: Mention) -> Role:
    before, after = low[max(0, start - _FAR) : start], low[end : end + _NEAR]
    close = before[-_NEAR:]
    if (
        PRESS.match(after)
        or PRESS_BEFORE.search(close)
        or _STANDS_FOR.search(close)
        or _BORDERS.search(close)
        or _LIKE_THAT.search(before)
        or _OTHERS_NEWS.search(before)
        or _ABOUT_A_PAPER.search(before)
        or (_NO_MORE.match(low, end) and _goes_on(before))
    ):
        return "spoken of"
    if _ACCREDITED_TO.search(close) or _OF_A_KIND.match(after):
        before = close = ""  # nobody goes where an envoy is accredited, nor to a matter of there
    goes = is_goal(before, after, low[end : end + _FAR])
    if mention.how == "people":
        goes = is_destination(towards_capital(before, after)) or visits_theirs(before, after)
    if goes:
        return "destination"
    if mention.how == "people":
        side = _AFTER_PEOPLE.match(after) or _BEFORE_PEOPLE.search(before)
        stands = _FOR.search(close) and not close.endswith("on the ")  # "on the Syrian border"
        return "acts" if side or stands else "spoken of"
    if mention.how == "body":
        joins = _WITH_HYPHEN.match(after) is not None or close.endswith(("-", "–"))
        acts = (
            joins or any(words.search(close) for words in (_WITH, _FOR, _ENVOY_OF)) or _BETWEEN.search(before)
        )
        return "acts" if acts and not _BY_WAY_OF.search(close) else "spoken of"
    if mention.how == "city":
        of_seat = is_seat(low[start:end]) and (
            _AFTER_NAME.match(after) or _OF_NAME.search(before) or _WITH.search(close)
        )
        return "acts" if of_seat or (_VERB.match(after) and start < _NEAR) else "spoken of"
    acts = _FOR.search(close) and _FOR_AFTER.match(after)
    acts = (
        acts
        or _sit_together(low, before, after)
        or _FRIENDS_OF.search(close)
        or _FRIENDS.match(after)
        or _AFTER_NAME.match(after)
        or _OF_NAME.search(before)
        or _BETWEEN.search(before)
        or _WITH.search(close)
    )
    in_list = _LIST_OF_THEIRS.match(after) is not None or _is_in_brackets(before, after)
    return "acts" if acts or in_list or (_VERB.match(after) and not TO.search(close)) else "spoken of"


def _sit_together(low: str, before: str, after: str) -> bool:
    """Whether a country is one of the two of a committee that met: "the Oman-Kenya Joint Committee was held"."""
    if _TOGETHER.match(after):
        named = _OF_TWO.match(after) or _COMMITTEE_OF.search(before)
    else:
        named = _TWO_OF.search(before) and (_COMMITTEE.match(after) or _COMMITTEE_OF_TWO.search(before))
    return bool(named) and _SAT.search(low) is not None


_SITTING = (
    r"(?:committee|commission|comite|comision|dialogue|dialogo|consultations|consultas|working group|groupe de travail"
    r"|grupo de trabajo|council|conseil|consejo|forum|foro|mechanism|mecanismo|mecanisme|talks)"
)
_TOGETHER = re.compile(r"\s?[-–]\s?[a-z]")
_OF_TWO = re.compile(rf"\s?[-–]\s?[a-z]+(?: [a-z]+)?(?: [\w-]+){{0,3}}? {_SITTING}\b")
_TWO_OF = re.compile(r"[a-z]\s?[-–]\s?$")
_COMMITTEE = re.compile(rf"(?: [\w-]+){{0,3}}? {_SITTING}\b")
_COMMITTEE_OF = re.compile(rf"\b{_SITTING}(?: [\w'-]+){{0,3}} $")
_COMMITTEE_OF_TWO = re.compile(rf"\b{_SITTING}(?: [\w'-]+){{0,3}} [a-z]+(?: [a-z]+)?\s?[-–]\s?$")
_SAT = re.compile(
    r"\b(?:was|were) (?:held|convened)|\b(?:met|convened|took place|held (?:its|their))\b"
    r"|\b(?:s'est|se sont) (?:tenue?s?|reunie?s?)|\ba tenu\b|\ba eu lieu\b"
    r"|\bse (?:celebro|reunio|realizo|llevo a cabo|celebraron|reunieron)\b|\btuvo lugar\b|\bcelebro su\b"
    r"|\b(?:will (?:be held|meet|convene|host)|hosted|se tiendra|aura lieu|abritera|a abrite|accueillera|acogio|acogera"
    r"|se celebrara|se reunira|tendra lugar)\b"
)


def _is_in_brackets(before: str, after: str) -> bool:
    """Whether a country is one of those whose people they are: "the ministers of the region (Oman, Kenya, Peru)"."""
    return _LIST_BEFORE.search(before) is not None and (
        not before.endswith("(") or bool(_LIST_AFTER.match(after))
    )


_LIST_BEFORE = re.compile(
    rf"\b{_GROUP}\b[^().;]{{0,60}}\((?:[\w '’-]+(?:,| and| et| y| e) )*(?:the |la |le |el )?$"
)
_LIST_AFTER = re.compile(r"(?:,| and| et| y| e) [^()]{3,80}\)")


_ENVOY_OF = re.compile(
    r"\b(?:ambassad(?:or|eur|rice)|embajador(?:a)?"
    r"|(?:head|chef(?:fe)?|jef[ea]) (?:of|de) (?:the |la )?(?:delegation|delegacion)"
    r"|special (?:representative|envoy)|high representative|representante? special(?:e)?|envoye?e? special(?:e)?)"
    r" (?:of|de|du|d') ?(?:the |la |l')?$"
)
"""In front of a body whose envoy stands for it at a table: "the Ambassador of the European Union"."""
_BY_WAY_OF = re.compile(
    r"\b(?:through|via|within|under|inside|au sein d[eu]|dans le cadre d[eu]|a travers|en el marco del?|a traves del?)"
    r" (?:the |la |le |el |l')?$"
)
"""In front of a body in which two work together that met without it."""
_ACCREDITED_TO = re.compile(
    r"\b(?:ambassad\w+|embajador\w*|envoye?e?|enviad[oa]|high commissioner|consul|attache\w*|agregad[oa]"
    r"|liaison officer"
    r"|charge d'affaires|representa(?:tive|nte)|representante?|coordinat\w+|coordinador\w*|legate|nuncio)"
    r"(?: (?:general|special|especial|resident|designate|extraordinary))? (?:to|for|in|en|au|aux|a|ante|pour|para"
    r"|aupres d[eu])\s+(?:the |la |le |les |el |los |l'|republic of |kingdom of )*$"
)
_OTHERS_NEWS = re.compile(
    r"\b(?:welcom|applaud|commend|deplor|condemn|regret|recall)(?:ed|s|ing)\b[^.;,]{0,40}"
    r"\b(?:announcement|decision|news|fact|report)s?\b[^.;,]{0,30}\bthat (?:the |[\w ]{3,20} and (?:the )?)?$"
)
"""In front of what others decided, of which those who met only speak."""
_ABOUT_A_PAPER = re.compile(
    r"\b(?:meeting|session|committee|commission|cabinet|reunion|comite|comision|comission|consejo|conseil)\b[^.;,]{0,60}"
    r"\b(?:regarding|concerning|about|on|for|sur|concernant|sobre|relativ[oa] a)"
    r" (?:the |an? |le |la |el |un |une? |una )?(?:[\w-]+ ){0,3}(?:treat(?:y|ies)|agreements?|pacts?|accords?"
    r"|memorandum|conventions?|traites?|tratados?|acuerdos?|convenios?)(?: [\w-]+){0,4} (?:between|entre) [^.;:]{0,50}$"
)
"""In front of those of whose paper a committee of one of them speaks."""
_LIKE_THAT = re.compile(
    r"\b(?:along the lines of|similar to|modell?ed on|comparable to|(?:just )?like|a l'image d|sur le modele d"
    r"|comparable a|similares? a|en la linea d)\w{0,3}"
    r" (?:the (?:one|agreement|accord|memorandum|arrangement|scheme)|those|that|ones"
    r"|celui|celle|ceux|l'accord|el(?: acuerdo| convenio)?|los|la)\b[^.;]{0,60}$"
)
"""In front of those who have already what others wish for: "a memorandum like the one that Oman has with Kenya"."""
# The first of two countries in the name of a group of friends is whose members they are.
_FRIENDS_OF = re.compile(r"\b(?:groupe|grupo)(?: [\w]+){0,2} d(?:'|e )(?:amitie|amistad) $")
_FRIENDS = re.compile(r"[-–][\w ]{3,25} (?:parliamentary |inter-parliamentary )?friendship group\b")
_OF_A_KIND = re.compile(
    r"-(?:related|led|backed|brokered|mediated|funded|controlled|sponsored|bound|based|flagged)\b"
)
_LIST_OF_THEIRS = re.compile(r"\s*:\s+(?:mr|mrs|ms|dr|m|mme|sr|sra)\b")  # "Kenya: Mr John Doe, Ms Jane Roe"


_WITH_HYPHEN = re.compile(r"\s?[-–]\s?[a-z]")  # "EU–Moldova"


def _goes_on(before: str) -> bool:
    """Whether a guest of whom was told before goes on to there: "met the minister, and tomorrow leaves for Lima"."""
    onward = _GOES_ON.search(before)
    told = before[: onward.start()] if onward is not None else ""
    return any(words.search(told) for words in (MEET, TRAVEL))


_GOES_ON = re.compile(
    r"(?:, |,? \b(?:and|then|et|puis|y|luego) )(?:(?:then|later|tomorrow|today|on \w+|demain|ensuite|manana|luego|hoy"
    r"|el \w+|will|he|she|il|elle) ){0,3}"
    r"(?:leave|leaves|depart|departs|fly on|flies on|s'envolera|partira|part|saldra|parte|viajara|continuara|seguira)"
    r" (?:tomorrow |demain |manana |el \w+ |on \w+ |viaje )?"
    r"(?:rumbo a|con destino a|hacia|for|to|pour|vers|a destination d[eu]) (?:the |la |le |l'|el )?$"
)
_NO_MORE = re.compile(r"\.?$")
"""Around where a guest of whom was told goes next, of which a text says no more: ", and tomorrow leaves for Lima."."""


def _among_goals(low: str, start: int, found: list[Cast], offset: int) -> bool:
    """Whether it stands in a list of where somebody went: "several countries, including Qatar, …; Kuwait"."""
    before = low[:start]
    if _SUCH_COUNTRIES.search(before[-_FAR:]):
        return TRAVEL.search(before) is not None
    if not _NEXT_IN_LIST.search(before) or not any(cast.role == "destination" for cast in found):
        return False
    first = next(cast for cast in found if cast.role == "destination")
    return _SUCH_COUNTRIES.search(low[: first.mention.start - offset]) is not None


_SUCH_COUNTRIES = re.compile(
    r"\b(?:countries|nations|states|capitals|pays|capitales|paises|naciones)\b[^.;]{0,60}?"
    r"\b(?:including|such as|notamment|dont|comme|como|entre ellos|incluidos|incluyendo)\s+(?:the |le |la |l'|el )?$"
)
_NEXT_IN_LIST = re.compile(r"[;,]\s*(?:(?:and|et|y|e)\s+)?(?:the |le |la |l'|les |el )?$")
