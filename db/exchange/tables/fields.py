"""What a column of a table may say, here of visits, and the headers under which officers write it."""

from __future__ import annotations

from typing import NamedTuple

from db.names import fold


class Column(NamedTuple):
    """A field that a column can fill.

    Attributes:
        name: as --map calls it.
        about: in words.
        headers: folded headers in English, French and Spanish, the one that says it best first.
        joined: several columns may fill it, one after the other.
    """

    name: str
    about: str
    headers: tuple[str, ...]
    joined: bool = False


def column_of(name: str, about: str, headers: str, *, joined: bool = False) -> Column:
    """A column with its headers given in one text, between commas."""
    return Column(name, about, tuple(fold(one) for one in (name, *headers.split(","))), joined)


COUNTRY = "country"
"""A column of countries of which the header does not tell whether they travel or receive."""

COLUMNS = {
    one.name: one
    for one in (
        column_of("sending", "the country that travels",
                "sending country,from,from country,visitor country,visiting country,guest country,country of origin,"
                "origin,pays d'origine,pays visiteur,pays en visite,de,pays d'envoi,pais de origen,pais visitante,"
                "pais que visita,origen"),
        column_of("host", "the country that receives",
                "host country,to,to country,destination,destination country,country visited,visited country,"
                "receiving country,pays hote,pays d'accueil,pays de destination,pays visite,vers,pais anfitrion,"
                "pais de destino,pais visitado,destino,pais receptor"),
        column_of(COUNTRY, "a country", "countries,pays,pais,paises,state,nation,country name"),
        column_of("date", "when, as one date or stretch",
                "dates,when,day,period,date of visit,visit date,dates of visit,jour,periode,date de la visite,"
                "dates de la visite,fecha,fechas,dia,periodo,fecha de la visita,fecha de visita"),
        column_of("start", "the first day",
                "start date,begin,begins,from date,date from,arrival,arrival date,date start,first day,debut,"
                "date de debut,date debut,arrivee,date d'arrivee,du,inicio,fecha de inicio,fecha inicio,desde,llegada,"
                "fecha de llegada"),
        column_of("end", "the last day",
                "end date,ends,until,to date,date to,departure,departure date,date end,last day,fin,date de fin,"
                "date fin,depart,date de depart,au,fecha de fin,fecha fin,fecha final,hasta,salida,fecha de salida"),
        column_of("head", "who leads the delegation; others in the cell are members",
                "name,who,official,visitor,head of delegation,delegation head,led by,leader,person,principal,names,"
                "nom,chef de delegation,chef de la delegation,dirigee par,responsable,personne,visiteur,nombre,"
                "jefe de delegacion,jefe de la delegacion,encabezada por,persona,visitante,nombre y apellidos"),
        column_of("post", "the head's post",
                "title of head,position,function,office,role,rank,job title,fonction,poste,qualite,cargo,puesto,"
                "funcion"),
        column_of("organisation", "the head's service or ministry",
                "organization,ministry,service,agency,department,institution,organisme,ministere,institution,agence,"
                "organismo,ministerio,institucion,organizacion,entidad"),
        column_of("members", "who travelled along",
                "member,delegation,accompanied by,accompanying,delegates,delegation members,participants,membres,"
                "accompagne de,accompagnateurs,membres de la delegation,miembros,acompanantes,delegacion,"
                "participantes,miembros de la delegacion", joined=True),
        column_of("size", "how many travelled",
                "number of people,delegation size,headcount,pax,nombre de personnes,effectif,tamano,"
                "numero de personas"),
        column_of("place", "city or other place",
                "locale,location,city,cities,town,venue,where,places,lieu,ville,villes,endroit,lugar,ciudad,ciudades,"
                "localidad,sede", joined=True),
        column_of("purpose", "what for",
                "remarks,reason,objective,description,agenda,summary,objet,but,motif,remarques,resume,objeto,motivo,"
                "objetivo,proposito,resumen,descripcion", joined=True),
        column_of("title", "what it is called", "visit,event,subject,visit title,titre,intitule,visite,titulo,visita,"
                "asunto"),
        column_of("topics", "topics by code or name", "topic,theme,themes,tema,temas,subject matter", joined=True),
        column_of("kind", "working, official, state, ...",
                "type,type of visit,visit type,kind of visit,type de visite,nature,tipo,tipo de visita"),
        column_of("status", "held, planned, cancelled, ...", "state of visit,statut,estado,situation,situacion"),
        column_of("initiated", "host, sender, mutual or third",
                "initiated by,invited by,requested by,a l'initiative de,a iniciativa de"),
        column_of("series", "the recurring format", "serie,format,formato"),
        column_of("note", "anything else", "notes,comment,comments,observation,observations,commentaire,commentaires,"
                "nota,notas,comentario,comentarios,observaciones", joined=True),
    )
}  # fmt: skip
LEFT_OUT = "-"
"""What --map says of a column that shall not come in."""

REASON = "bilat: why not"
"""The header of the reason in a file of rejected rows; when that is imported again it is left out."""
