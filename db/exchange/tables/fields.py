"""What a column of a table may say, here of visits, and the headers under which officers write it."""

from __future__ import annotations

from typing import NamedTuple

from db.names import fold


class Column(NamedTuple):
    """A field that a column can fill.

    Attributes:
        name: as --map calls it.
        about: in words.
        headers: folded headers in English, French, Spanish and German, the one that says it best first.
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
                "pais que visita,origen,"
                "sender,sending state,pays emetteur,pais emisor,entsendeland,"
                "entsendestaat,entsendender staat,herkunftsland,besucherland,land des besuchers,ausgangsland,aus,"
                "von,von land"),
        column_of("host", "the country that receives",
                "host country,to,to country,destination,destination country,country visited,visited country,"
                "receiving country,pays hote,pays d'accueil,pays de destination,pays visite,vers,pais anfitrion,"
                "pais de destino,pais visitado,destino,pais receptor,"
                "hosting country,receiving state,host state,hote,pays recepteur,anfitrion,pais de acogida,"
                "pais sede,gastland,gastgeberland,gastgeber,gaststaat,aufnahmeland,zielland,zielstaat,reiseziel,"
                "besuchtes land,empfangsland,empfangsstaat,nach,nach land"),
        column_of(COUNTRY, "a country", "countries,pays,pais,paises,state,nation,country name,"
                "land,staat"),
        column_of("date", "when, as one date or stretch",
                "dates,when,day,period,date of visit,visit date,dates of visit,jour,periode,date de la visite,"
                "dates de la visite,fecha,fechas,dia,periodo,fecha de la visita,fecha de visita,"
                "date of trip,trip date,travel date,date du voyage,fecha del viaje,datum,tag,zeitraum,termin,"
                "besuchsdatum,besuchstermin,reisedatum,datum des besuchs,wann"),
        column_of("start", "the first day",
                "start date,begin,begins,from date,date from,arrival,arrival date,date start,first day,debut,"
                "date de debut,date debut,arrivee,date d'arrivee,du,inicio,fecha de inicio,fecha inicio,desde,llegada,"
                "fecha de llegada,"
                "beginn,anfang,beginndatum,anfangsdatum,startdatum,ab,von datum,datum von,"
                "erster tag,anreise,anreisedatum,ankunft,ankunftsdatum"),
        column_of("end", "the last day",
                "end date,ends,until,to date,date to,departure,departure date,date end,last day,fin,date de fin,"
                "date fin,depart,date de depart,au,fecha de fin,fecha fin,fecha final,hasta,salida,fecha de salida,"
                "bis,ende,enddatum,bis datum,datum bis,letzter tag,abreise,abreisedatum,ruckreise"),
        column_of("head", "who leads the delegation; others in the cell are members",
                "name,who,official,visitor,head of delegation,delegation head,led by,leader,person,principal,names,"
                "nom,chef de delegation,chef de la delegation,dirigee par,responsable,personne,visiteur,nombre,"
                "jefe de delegacion,jefe de la delegacion,encabezada por,persona,visitante,nombre y apellidos,"
                "traveller,visitors,visiteurs,visitantes,besucher,gast,gaste,delegationsleiter,"
                "delegationsleitung,leiter der delegation,leitung,reisender,reisende,person,wer"),
        column_of("post", "the head's post",
                "title of head,position,function,office,role,rank,job title,fonction,poste,qualite,cargo,puesto,"
                "funcion,"
                "funktion,amt,amtsbezeichnung,dienststellung,dienstgrad,stellung,rang"),
        column_of("organisation", "the head's service or ministry",
                "organization,ministry,service,agency,department,institution,organisme,ministere,institution,agence,"
                "organismo,ministerio,institucion,organizacion,entidad,"
                "behorde,dienststelle,ministerium,einrichtung,entsendende stelle"),
        column_of("members", "who travelled along",
                "member,delegation,accompanied by,accompanying,delegates,delegation members,participants,membres,"
                "accompagne de,accompagnateurs,membres de la delegation,miembros,acompanantes,delegacion,"
                "participantes,miembros de la delegacion,"
                "mitglieder,delegationsmitglieder,teilnehmer,begleitung,begleitet von,mitreisende", joined=True),
        column_of("size", "how many travelled",
                "number of people,delegation size,headcount,pax,nombre de personnes,effectif,tamano,"
                "numero de personas,"
                "anzahl,anzahl personen,anzahl der personen,personenzahl,teilnehmerzahl,delegationsgrosse"),
        column_of("place", "city or other place",
                "locale,location,city,cities,town,venue,where,places,lieu,ville,villes,endroit,lugar,ciudad,ciudades,"
                "localidad,sede,"
                "ort,orte,stadt,stadte,besuchsort,veranstaltungsort", joined=True),
        column_of("purpose", "what for",
                "remarks,reason,objective,description,agenda,summary,objet,but,motif,remarques,resume,objeto,motivo,"
                "objetivo,proposito,resumen,descripcion,"
                "motif de la visite,motivo de la visita,zweck,besuchszweck,reisezweck,zweck des besuchs,"
                "zweck der reise,anlass,grund,gegenstand,inhalt,beschreibung", joined=True),
        column_of("title", "what it is called", "visit,event,subject,visit title,titre,intitule,visite,titulo,visita,"
                "asunto,"
                "titel,bezeichnung,betreff,besuch,veranstaltung"),
        column_of("topics", "topics by code or name", "topic,theme,themes,tema,temas,subject matter,"
                "topics discussed,themen,thema", joined=True),
        column_of("kind", "working, official, state, ...",
                "type,type of visit,visit type,kind of visit,type de visite,nature,tipo,tipo de visita,"
                "art,typ,art des besuchs,besuchsart"),
        column_of("status", "held, planned, cancelled, ...", "state of visit,statut,estado,situation,situacion,"
                "stand"),
        column_of("initiated", "host, sender, mutual or third",
                "initiated by,invited by,requested by,a l'initiative de,a iniciativa de,"
                "initiative,auf initiative von,eingeladen von,auf einladung von,einladung von"),
        column_of("series", "the recurring format", "serie,format,formato,"
                "reihe"),
        column_of("note", "anything else", "notes,comment,comments,observation,observations,commentaire,commentaires,"
                "nota,notas,comentario,comentarios,observaciones,"
                "notiz,notizen,anmerkung,anmerkungen,bemerkung,bemerkungen,kommentar,kommentare,hinweis,hinweise",
                joined=True),
    )
}  # fmt: skip
LEFT_OUT = "-"
"""What --map says of a column that shall not come in."""

REASON = "bilat: why not"
"""The header of the reason in a file of rejected rows; when that is imported again it is left out."""
