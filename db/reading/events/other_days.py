"""Days in a sentence about an event that are those of something else: an arrest, a decree, an earlier accord."""

from __future__ import annotations

import re

from db.reading.dates.days import Day
from db.reading.hearing import Heard

_BEFORE = 100  # characters in front of a day that may say what it is the day of
_OF_ANOTHER_DAY = re.compile(  # a day that tells when something else was
    r"\b(?:days?|weeks?|hours?|months?|lendemain|jours?|semaines?|dias?|semanas?) (?:after|before|following|apres|avant"
    r"|d[eu]|despues|antes) [^.;,]{0,60}$"
    r"|\b(?:arrested|seized|killed|shot|died|intercepted|detained|abducted|escaped|kidnapped|attacked|crashed|arretee?s?"
    r"|saisie?s?|tuee?s?|detenid[oa]s?|incautad[oa]s?|asesinad[oa]s?)\b [^.;]{0,45}$"
    r"|\b(?:intervient apres|fait suite a|faisant suite a|comes? (?:\w+ ){0,2}after|se produce tras|tiene lugar tras"
    r"|da continuidad al?)\b[^.;]{0,95}$"
    r"|\b(?:minutes|proces-verbal|compte rendu|acta) (?:of|de|du) (?:the |la |l')?"
    r"(?:last|previous|\w+(?:th|st|nd|rd)|\w+eme|precedente?|derniere|anterior)"
    r" (?:meeting|session|reunion|sesion|rencontre)[^.;]{0,40}$"
    r"|\bhad (?:\w+ ){0,2}been (?:in|to) [^.;,]{0,40}$"
    r"|\b(?:since|depuis|desde) (?:(?:his|her|its|their|the|son|sa|leur|su|la|le|el) |l')?(?:appointment|election"
    r"|nomination|creation|foundation|launch|arrival|independence|arrivee|designation|nombramiento|eleccion|designacion"
    r"|creacion|llegada)\b[^.;,]{0,60}$"
    r"|, (?:created|established|founded|set up|cree|creee|institue|instituee|integrad[oa]|cread[oa]|conformad[oa]"
    r"|establecid[oa]|constituid[oa])s? (?:on|in|le|en|el)? ?(?:pasado )?$"
    r"|\b(?:meeting|visit|reunion|rencontre|visite|encuentro|visita) (?:was (?:agreed|arranged)|se (?:acordo|convino)"
    r"|fue acordad[oa]|(?:a ete |avait ete )(?:convenue|decidee))(?: (?:on|le|el|en))?(?: pasado)? $"
    r"|\b(?:council of ministers|cabinet(?: meeting)?|conseil des ministres|consejo de ministros)"
    r" (?:(?:held|reuni|reunido) )?(?:(?:on|of|le|el|du|del|de ce|de este) )?$"
    r"|\b(?:dated|datee?s?|en date|fechad[oa]s?|(?:con|de) fecha)(?: (?:on|of|the|du|del|de|le|el))? $"
    r"|\b(?:avai(?:t|ent) (?:\w+ )?ete|s'etai(?:t|ent) (?:\w+ )?rendue?s?"
    r"|habian? (?:\w+ )?(?:estado|viajado)) [^.;,]{0,40}$"
    r"|\b(?:announcements?|declarations?|decisions?|news|annonces?|anuncios?|declaracion(?:es)?|decision(?:es)?|noticia)"
    r" (?:(?:made|issued|taken|faites?|prises?|publiees?|hech[oa]s?|tomadas?) )?(?:(?:on|le|el|du|del) )?$"
    r"|\b(?:ahead of|prior to|in preparation for|en vue d[eu]|con vistas al?|de cara al?|previ[oa] al?) [^.;,]{0,60}$"
    r"|\b(?!(?:meetings?|talks|visits?|session|round|call|consultations|morning|afternoon|evening|night|week|days?"
    r"|date|discussions|trip)\b)\w{3,} of (?:the )?$"
    r"|\b(?:attentats?|attaques?|fusillade|crise|sommet|accord|loi|decret|incidents?|ataques?|atentados?|cumbre|acuerdo"
    r"|ley|decreto|incidentes?|crisis|elections?|elecciones) (?:du|del|de) (?:el |la )?$"
)
_REACHED_THEN = re.compile(  # "the agreements that were reached during the state visit of President … in April"
    r"\b(?:agreements|accords|understandings|decisions|commitments|consensus|acuerdos|compromisos|engagements)"
    r" (?:(?:that were|which were|made|already|qui ont ete|que fueron) )?"
    r"(?:reached|signed|concluded|adopted|taken|made|conclus|pris|signes|alcanzados|firmados|suscritos)"
    r" (?:during|within|lors|au cours|pendant|durante|in the course)"
    r" [^.;]{0,60}?\b(?:visits?|trip|summit|visite|sommet|visita|cumbre|viaje)\b[^.;]*$"
)
_FOLLOWING = re.compile(r"\b(?:following|after|in the wake of) $")
_ANOTHER_THING = re.compile(
    r"['’]s? (?!(?:[\w-]+ ){0,2}(?:meetings?|talks|visits?|summit|trip|session|call|dialogue"
    r"|consultations|discussions)\b)"
)
"""Behind a day that is of what was before: "following this week's arrests, the minister will travel"."""


def is_of_another(one: Heard, day: Day) -> bool:
    """Whether a day is told as that of something else than the event of its sentence."""
    return comes_behind_another(one, day) or (
        _FOLLOWING.search(one.low, 0, one.offset(day.start)) is not None
        and _ANOTHER_THING.match(one.low, one.offset(day.end)) is not None
    )


def comes_behind_another(one: Heard, day: Day) -> bool:
    """Whether what stands in front of a day tells what else it is the day of."""
    at = one.offset(day.start)
    return (
        _OF_ANOTHER_DAY.search(one.low[max(0, at - _BEFORE) : at]) is not None
        or _REACHED_THEN.search(one.low, max(0, at - 2 * _BEFORE), at) is not None
    )
