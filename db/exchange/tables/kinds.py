"""What the rows of a table may be: visits, meetings, outcomes, officials, follow-ups; each with its columns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from db.exchange.tables.fields import COLUMNS, COUNTRY, Column, column_of
from db.names import fold

KindName = Literal["visits", "meetings", "outcomes", "officials", "followups"]


class TableKind(NamedTuple):
    """What each row of a table is.

    Attributes:
        name: as --as calls it.
        record: the kind of record that a row becomes.
        noun: in words, for one.
        columns: what they may say, by field.
        wants: the field without which a row is nothing, and that in words; visits have their own two sides.
    """

    name: KindName
    record: str
    noun: str
    columns: dict[str, Column]
    wants: tuple[str, str] = ("", "")


def _columns(*columns: Column) -> dict[str, Column]:
    return {one.name: one for one in columns}


def _like(name: str, about: str = "", more: str = "") -> Column:
    """A column of visits that says the same here."""
    known = COLUMNS[name]
    headers = tuple(fold(one) for one in more.split(",") if one)
    return known._replace(about=about or known.about, headers=(*known.headers, *headers))


VISITS = TableKind("visits", "visit", "visit", COLUMNS)
MEETINGS = TableKind(
    "meetings",
    "meeting",
    "meeting",
    _columns(
        column_of("ref", "its own ref, where it went out of a store", "reference"),
        column_of("parties", "the countries that meet",
                  "party,countries,country,country a,country b,between,with,pays,parties presentes,paises,partes,"
                  "host,host country,guest,participating countries,"
                  "parteien,lander,staaten,land,zwischen,teilnehmende lander,beteiligte lander,pays participants,"
                  "paises participantes", joined=True),
        _like("date", more="meeting date,date of meeting,date de la reunion,fecha de la reunion"),
        _like("start"),
        _like("end"),
        column_of("people", "who sat at the table, each with a country: Ann Lee (ES)",
                  "participants,attendees,present,officials,members,delegates,presents,asistentes,participantes,"
                  "teilnehmer,teilnehmende,anwesende,anwesend,personen",
                  joined=True),
        _like("place"),
        column_of("title", "what it is called",
                  "subject,meeting,event,meeting title,titre,reunion,intitule,titulo,asunto,"
                  "betreff,besprechung,treffen,sitzung,titel,bezeichnung"),
        column_of("format", "plenary, expert, one to one, ...", "meeting format,type,type of meeting,formato,tipo,"
                  "art,art des treffens"),
        column_of("mode", "in person, phone, video or written", "how,channel,modo"),
        _like("status"),
        _like("topics"),
        column_of("series", "the recurring format", "serie"),
        column_of("note", "anything else",
                  "notes,comment,comments,remarks,purpose,summary,agenda,observations,commentaires,notas,"
                  "observaciones,"
                  "zweck,notiz,notizen,anmerkung,anmerkungen,bemerkung,bemerkungen,protokoll", joined=True),
    ),
    ("parties", "the row names no countries that meet"),
)  # fmt: skip
OFFICIALS = TableKind(
    "officials",
    "official",
    "official",
    _columns(
        column_of("name", "the person, in natural order or as “Family, Given”; a title before it is the post",
                  "official,full name,person,who,nom,nom complet,nombre,nombre y apellidos,names,"
                  "vollstandiger name,person"),
        column_of("family", "the family name, where it stands alone",
                  "family name,last name,surname,nom de famille,apellido,apellidos,"
                  "familienname,nachname,zuname"),
        column_of("given", "the given name, where it stands alone",
                  "given name,first name,forename,prenom,nombre de pila,"
                  "vorname,vornamen"),
        column_of("native", "the name in its own script", "native name,name in arabic,arabic,nom arabe,original name,"
                  "originalname,name im original"),
        column_of("spellings", "other spellings", "spelling,aliases,alias,also known as,aka,autres orthographes,"
                  "andere schreibweisen,schreibweisen",
                  joined=True),
        column_of("country", "whose official",
                  "nationality,state,country code,pays,nationalite,pais,nacionalidad,country name,"
                  "land,staat,nationalitat,staatsangehorigkeit"),
        column_of("post", "the post that they hold",
                  "title,position,function,office,role,rank,job title,fonction,poste,qualite,cargo,puesto,funcion,"
                  "funktion,amt,amtsbezeichnung,dienststellung,dienstgrad,stellung,rang"),
        _like("organisation"),
        column_of("start", "since when", "since,from,start date,in office since,depuis,du,desde,inicio,date from,"
                  "seit,von,ab,beginn,im amt seit"),
        column_of("end", "until when", "until,to,end date,left,jusqu'au,au,hasta,fin,date to,"
                  "bis,ende,im amt bis"),
        column_of("protocol", "how they are to be addressed and received", "protocol note,protocol,protocole,"
                  "anrede"),
        column_of("note", "anything else",
                  "notes,comment,comments,remarks,observations,commentaires,notas,observaciones,"
                  "notiz,notizen,anmerkung,anmerkungen,bemerkung,bemerkungen", joined=True),
    ),
    ("name", "the row names nobody"),
)  # fmt: skip
FOLLOWUPS = TableKind(
    "followups",
    "followup",
    "follow-up",
    _columns(
        column_of("ref", "its own ref, where it went out of a store", "reference"),
        column_of("text", "what is to be done",
                  "follow-up,followup,task,to do,todo,what,action,next step,subject,description,tache,tarea,accion,"
                  "aufgabe,was,zu tun,massnahme,nachster schritt,gestion,seguimiento,a faire,suivi"),
        column_of("due", "by when", "due date,deadline,by,by when,date,echeance,date limite,plazo,vencimiento,"
                  "frist,fallig,fallig am,bis wann,termin,datum,bis,fecha,fecha limite"),
        column_of("on", "what it hangs on: a ref, or an official's name", "ref of,about,related to,concerns,sur,sobre,"
                  "zu,betrifft,bezug"),
        column_of("ball", "us, them or third", "turn,whose turn,responsible party"),
        column_of("status", "open, waiting, done or dropped", "state,statut,estado,situation,"
                  "stand"),
        column_of("assignee", "which colleague",
                  "assigned to,owner,responsible,who,officer,responsable,attribue a,asignado a,"
                  "zustandig,bearbeiter,bearbeiterin,verantwortlich,wer"),
        column_of("note", "anything else",
                  "notes,comment,comments,remarks,observations,commentaires,notas,observaciones,"
                  "notiz,notizen,anmerkung,anmerkungen,bemerkung,bemerkungen", joined=True),
    ),
    ("text", "the row does not say what is to be done"),
)  # fmt: skip

OUTCOMES = TableKind(
    "outcomes",
    "action",
    "outcome",
    _columns(
        column_of("ref", "its own ref, where it went out of a store", "reference"),
        column_of("text", "what came of it",
                  "outcome,outcomes,agreement,commitment,decision,conclusion,result,agreed action,resultat,accord,"
                  "engagement,resultado,acuerdo,compromiso,"
                  "ergebnis,ergebnisse,vereinbarung,beschluss,zusage"),
        column_of("rung", "how far it went: noted, discussed, explored, proposed, agreed or signed; or its verb tells",
                  "level,ladder,how far,strength,niveau,nivel,"
                  "stufe"),
        column_of("verb", "the verb as printed", "wording,verbe,verbo"),
        column_of("status", "open, in progress, waiting, done, dropped; of what is agreed or signed",
                  "state,statut,estado,situation"),
        column_of("due", "by when", "due date,deadline,by,by when,echeance,date limite,plazo,vencimiento,"
                  "frist,fallig,fallig am,bis wann,fecha limite"),
        column_of("on", "the visit or meeting that it came of, by its ref", "ref of,event,event ref,meeting,visit,"
                  "treffen,besuch,reunion,visite,visita"),
        column_of("owner", "who must act: a country, a service, a post or an official",
                  "responsible,lead,responsable,service responsable,"
                  "zustandig,verantwortlich,federfuhrung"),
        column_of("parties", "the countries that it concerns", "countries,between,country,pays,paises,partes,"
                  "lander,staaten,land,parteien",
                  joined=True),
        _like("topics"),
        column_of("instrument", "what was signed", "text signed,instrument signed"),
        column_of("deliverable", "what is to come of it", "output,livrable,entregable"),
        column_of("note", "anything else",
                  "notes,comment,comments,remarks,observations,commentaires,notas,observaciones,"
                  "notiz,notizen,anmerkung,anmerkungen,bemerkung,bemerkungen", joined=True),
    ),
    ("text", "the row does not say what came of it"),
)  # fmt: skip

KINDS: dict[str, TableKind] = {one.name: one for one in (VISITS, MEETINGS, OUTCOMES, OFFICIALS, FOLLOWUPS)}
"""By name, in the order in which they are offered."""


def likely(rows: Iterable[Iterable[str]]) -> TableKind:
    """What the rows of a table most likely are: of whose columns its headers know the most.

    A header that only one kind knows tells more than one that all of them know, such as "date".
    """
    best, kind = 0.0, VISITS
    for row in rows:
        headers = {fold(one) for one in row if one} - {""}
        for one in KINDS.values():
            found = sum(_tells(header) for header in headers if _knows(one, header)) + _complete(one, headers)
            if found > best:
                best, kind = found, one
    return kind


def _complete(kind: TableKind, headers: set[str]) -> bool:
    """Whether some header says what every row must; of visits, where to, or a country and a date."""

    def says(*fields: str) -> bool:
        return any(header in kind.columns[field].headers for field in fields for header in headers)

    if kind is VISITS:
        return says("sending", "host") or (says(COUNTRY) and says("date", "start", "end"))
    return says(kind.wants[0])


def _knows(kind: TableKind, header: str) -> bool:
    return any(header in column.headers for column in kind.columns.values())


def _tells(header: str) -> float:
    """A header's weight: the fewer kinds know it, the more."""
    return 1 / sum(_knows(kind, header) for kind in KINDS.values())
