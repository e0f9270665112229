"""Sentences that run together without a space, calls, ministers told by their countries behind their names."""

from __future__ import annotations

from tests.db.reading.conftest import Read


def test_a_sentence_may_begin_right_behind_a_stop(read: Read) -> None:
    text = (
        "Le ministre français a rencontré son homologue kényan le vendredi 3 mai 2024 à la chancellerie.C'était leur "
        "première rencontre.Les deux ministres ont convenu d'ouvrir un bureau commun."
    )
    (meeting,) = read(text, "2024-05-04").meetings
    assert [one.quote for one in meeting.actions] == [
        "Les deux ministres ont convenu d'ouvrir un bureau commun."
    ]


def test_a_call_that_took_place_is_held(read: Read) -> None:
    text = (
        "El canciller de Perú, Juan Paz Rojas, sostuvo una llamada con la ministra de Chile, Ana Ruiz Soto, en la que "
        "acordaron una mesa técnica que se reunirá en junio en Lima."
    )
    (call,) = read(text, "2024-05-04").meetings
    assert (call.status, call.mode) == ("held", "phone")


def test_ministers_are_of_the_countries_behind_their_names(read: Read) -> None:
    text = "La reunión fue presidida hoy por los cancilleres Ana Ruiz, de Perú, y Luis Paz, de Chile."
    (meeting,) = read(text, "2024-05-04").meetings
    assert {one.name: (one.country, one.post) for one in meeting.people} == {
        "Ana Ruiz": ("PE", "canciller"),
        "Luis Paz": ("CL", "canciller"),
    }


def test_a_keeper_of_the_seals_is_a_minister_with_both_titles(read: Read) -> None:
    text = "Le ministre de la Justice du Bénin, garde des Sceaux, Jean Akpo, a reçu l'ambassadeur du Kenya."
    (meeting,) = read(text, "2024-05-04").meetings
    assert ("Jean Akpo", "ministre de la Justice du Bénin, garde des Sceaux") in {
        (one.name, one.post) for one in meeting.people
    }
