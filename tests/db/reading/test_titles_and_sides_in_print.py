"""Titles and sides as agencies print them: lists of names with their titles, and whose delegation somebody leads."""

from __future__ import annotations

import pytest

from db.reading import Reading
from tests.db.reading.conftest import Read
from tests.db.reading.test_who_where_when import heads_of, people_of

MET = "Kenyan minister Asha Otieno met her Ugandan counterpart, Peter Okello, in Kampala on 3 March 2025. "
REUNIO = "La ministra peruana Ana Ruiz se reunió con su homólogo chileno, Luis Paz, en Santiago el 3 de marzo de 2025. "


def posts_of(reading: Reading) -> dict[str, str]:
    """The titles of everybody, by name."""
    return {one.name: one.post for one in reading.officials}


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            MET + "For Kenya came Jane Doe, director, John Roe, secretary, and Mary Poe, commissioner.",
            {"Jane Doe": "director", "John Roe": "secretary", "Mary Poe": "commissioner"},
        ),
        (
            (
                "La délégation belge composée de M. Jean Rochat, procureur général, M. Luc Petit, Mme Anne"
                " Dubois, avocate"
                " générale, a été reçue à Dakar le 4 mars 2025 par le procureur général du Sénégal, Aly Sow."
            ),
            {"Jean Rochat": "procureur général", "Luc Petit": "", "Anne Dubois": "avocate générale"},
        ),
        (
            (
                "Le général Daniel Mwangi, directeur de la police du Kenya, a reçu à Nairobi le 4 mars 2025"
                " une délégation"
                " belge composée du commissaire général Luc Petit, du commissaire général des étrangers et"
                " des frontières,"
                " Marc Dubois, du chef de la division de la coopération, Anne Roy et du conseiller du"
                " ministre, Paul Henry."
            ),
            {
                "Luc Petit": "commissaire général",
                "Marc Dubois": "commissaire général des étrangers et des frontières",
                "Anne Roy": "chef de la division de la coopération",
                "Paul Henry": "conseiller du ministre",
            },
        ),
    ],
)
def test_a_list_gives_everybody_their_own_title(read: Read, text: str, titles: dict[str, str]) -> None:
    posts = posts_of(read(text, "2025-03-05"))
    assert {name: posts.get(name) for name in titles} == titles


@pytest.mark.parametrize(
    ("text", "name", "title", "country"),
    [
        (
            (
                "The visiting Deputy Director and Commander of the Border Guard of the Republic of Kenya"
                " (KBG) Brigadier"
                " General Asha Otieno met the head of the Muscat Police in Muscat on 4 March 2025."
            ),
            "Asha Otieno",
            "Deputy Director and Commander of the Border Guard of the Republic of Kenya (KBG) Brigadier General",
            "KE",
        ),
        (
            (
                "Jean Rochat, le nouveau locataire du ministère de l'Intérieur belge, a reçu à Bruxelles le"
                " 4 mars 2025"
                " son homologue togolais, Kossi Adjovi."
            ),
            "Jean Rochat",
            "locataire du ministère de l'Intérieur belge",
            "BE",
        ),
        (
            (
                "El ministro del Interior español, Luis Paz, se reunió en Lima el 4 de marzo de 2025 con la"
                " ministra de"
                " Defensa del Perú y máxima responsable de la Policía Nacional, Rosa Inés Quispe."
            ),
            "Rosa Inés Quispe",
            "ministra de Defensa del Perú y máxima responsable de la Policía Nacional",
            "PE",
        ),
        (
            (
                "The agreement was signed in Nairobi on 4 March 2025 by an official with Oman's Interior"
                " Ministry Said Al"
                " Busaidi and the chief of staff of the Kenyan police Daniel Mwangi."
            ),
            "Said Al Busaidi",
            "official with Oman's Interior Ministry",
            "OM",
        ),
        (
            (
                "Le ministre de la Sécurité Publique et de la Pêche du Kenya, le général Ali Otieno, a"
                " rencontré à Nairobi le"
                " 4 mars 2025 la ministre belge Anne Roy."
            ),
            "Ali Otieno",
            "ministre de la Sécurité Publique et de la Pêche du Kenya, le général",
            "KE",
        ),
        (
            (
                "Le ministre de la Justice, garde des Sceaux, Ali Otieno, a reçu à Nairobi le 4 mars 2025"
                " l'ambassadeur de"
                " Belgique au Kenya, Marc Dubois."
            ),
            "Ali Otieno",
            "ministre de la Justice, garde des Sceaux",
            "KE",
        ),
        (
            (
                "Le ministre kényan Ali Otieno a reçu, mardi à Nairobi, la ministre fédérale belge de l'Intérieur, des"
                " réformes administratives et du renouveau démocratique, Anne Roy."
            ),
            "Anne Roy",
            "ministre fédérale belge de l'Intérieur, des réformes administratives et du renouveau démocratique",
            "BE",
        ),
        (
            (
                "La ministre belge Anne Roy s'est rendue à Nairobi le 4 mars 2025 à l'invitation de M. Ali"
                " SOW, ministre de"
                " la Justice du Kenya."
            ),
            "Ali SOW",
            "ministre de la Justice du Kenya",
            "KE",
        ),
        (
            (
                "Le ministre de l'Intérieur par intérim Ali Otieno et le vice-Premier ministre de Belgique"
                " Marc Dubois ont"
                " signé le 4 mars 2025 à Nairobi un accord entre la Belgique et le Kenya."
            ),
            "Ali Otieno",
            "ministre de l'Intérieur par intérim",
            "KE",
        ),
        (
            (
                "Le général d'armée Marc Dubois s'est rendu à Nairobi le 4 mars 2025. Le ministre du Kenya,"
                " Ali Otieno, a"
                " reçu le général d'armée Marc Dubois, directeur de la gendarmerie belge."
            ),
            "Marc Dubois",
            "directeur de la gendarmerie belge",
            "BE",
        ),
        (
            (
                "Le procureur général du Kenya, Ali Otieno, a reçu à Nairobi le 4 mars 2025 Marc Dubois,"
                " procureur général"
                " près la Cour de cassation belge."
            ),
            "Marc Dubois",
            "procureur général près la Cour de cassation belge",
            "BE",
        ),
    ],
)
def test_a_title_is_read_whole(read: Read, text: str, name: str, title: str, country: str) -> None:
    found = read(text, "2025-03-05")
    assert posts_of(found)[name] == title
    assert people_of(found)[name] == country


def test_a_last_name_that_slipped_into_small_letters_is_still_one(read: Read) -> None:
    text = (
        "En visite de travail à Nairobi, le ministre belge de l'Intérieur a été reçu par le Premier ministre Samuel"
        " otieno. L'entretien entre M. Otieno et M. Le Brun a porté sur la police. Bruno le Brun, s'est également"
        " entretenu avec son homologue Daniel Mwangi."
    )
    found = people_of(read(text, "2025-03-05"))
    assert found == {"Samuel otieno": "KE", "Bruno le Brun": "BE", "Daniel Mwangi": "KE"}


def test_who_leads_a_delegation_is_of_the_country_that_it_is_from(read: Read) -> None:
    text = (
        "Vietnam's Ministry of Public Order held talks in Hanoi on 4 March 2025 with a delegation of the Border Command"
        " of Kenya in the presence of the ambassador, led by its commander Asha Otieno."
    )
    assert ("KE", "Asha Otieno") in heads_of(read(text, "2025-03-05"))


def test_who_is_present_beside_one_of_theirs_is_of_ours(read: Read) -> None:
    text = (
        "Le ministre kényan de l'Intérieur, M. Ali Otieno, a tenu mercredi 5 mars 2025 à Bruxelles une réunion de"
        " travail avec son homologue belge, M. Jean Rochat, en présence de M. Omar Kamau, directeur général de la"
        " police, et de M. Luc Petit, directeur général des douanes en Belgique."
    )
    found = people_of(read(text, "2025-03-06"))
    assert (found["Omar Kamau"], found["Luc Petit"]) == ("KE", "BE")


def test_whom_somebody_also_met_is_of_the_other_side(read: Read) -> None:
    text = (
        "Le directeur général de la police du Kenya, Daniel Mwangi, a eu à Bruxelles le 4 mars 2025 un entretien avec"
        " le directeur général de la police belge, Luc Petit. En marge des célébrations de la police du Royaume de"
        " Belgique, Mwangi s'est également entretenu avec le secrétaire d'État à la sécurité, Jean Rochat et le"
        " commissaire général aux étrangers et aux frontières, Marc Dubois."
    )
    found = people_of(read(text, "2025-03-05"))
    assert (found["Jean Rochat"], found["Marc Dubois"]) == ("BE", "BE")


def test_who_invites_is_host_and_who_comes_is_not_of_their_side(read: Read) -> None:
    text = (
        "À l'invitation de Jean Rochat, ministre de l'Intérieur et de la Sécurité du Royaume de Belgique,"
        " le ministre de"
        " l'Intérieur, Ali Otieno et le directeur général de la police, Omar Kamau, ont effectué une visite de travail"
        " le 4 mars 2025 à Bruxelles. La délégation kényane a remercié ses hôtes. À l'issue de la réunion, à laquelle"
        " ont assisté Aly Mwangi, ambassadeur du Kenya auprès du Royaume de Belgique et Paul Kibet, directeur de la"
        " coopération, les deux parties ont signé un mémorandum."
    )
    found = read(text, "2025-03-05")
    theirs = ("Ali Otieno", "Omar Kamau", "Aly Mwangi", "Paul Kibet")
    assert {name: people_of(found).get(name) for name in theirs} == dict.fromkeys(theirs, "KE")
    assert posts_of(found)["Ali Otieno"] == "ministre de l'Intérieur"
    assert posts_of(found)["Aly Mwangi"] == "ambassadeur du Kenya auprès du Royaume de Belgique"


def test_who_speaks_for_another_has_an_own_title(read: Read) -> None:
    text = (
        "Le général Marc Dubois, directeur de la gendarmerie belge, a été reçu à Nairobi le 4 mars 2025 par"
        " le directeur"
        " de la police du Kenya, Omar Kamau. Au nom du directeur de la police du Kenya, le colonel Ali"
        " Otieno a remercié"
        " son hôte."
    )
    found = read(text, "2025-03-05")
    assert (people_of(found)["Ali Otieno"], posts_of(found)["Ali Otieno"]) == ("KE", "colonel")


def test_the_lines_of_a_list_are_of_one_side(read: Read) -> None:
    text = (
        "Une délégation kényane s'est rendue à Bruxelles le 4 mars 2025. Elle était conduite par le général"
        " Ali Otieno,"
        " ministre. Parmi les membres de la délégation figurent :\n"
        "- Général Ali Otieno : ministre de l'Intérieur.\n"
        "- Dr Omar Kamau : directeur du cabinet de la présidence.\n"
    )
    found = read(text, "2025-03-05")
    assert (people_of(found)["Omar Kamau"], posts_of(found)["Omar Kamau"]) == (
        "KE",
        "directeur du cabinet de la présidence",
    )


def test_who_will_receive_is_found_by_the_verb_alone(read: Read) -> None:
    text = (
        "Abdou Diarra va recevoir son homologue belge ce vendredi 7 mars 2025, le ministre de l'Intérieur de la"
        " Belgique, Marc Dubois, pour renforcer la coopération entre le Sénégal et la Belgique."
    )
    assert people_of(read(text, "2025-03-05"))["Abdou Diarra"] == "SN"


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            (
                "Hoy la ministra Ana Ruiz visita Panamá, donde se entrevistará con el presidente del Congreso, Luis"
                " Paz; el jefe de la policía, Juan Soto, y la fiscal general, Rosa Quispe."
            ),
            ("Luis Paz", "Juan Soto", "Rosa Quispe"),
        ),
        (
            "La ministra Ana Ruiz viajará a Panamá para reunirse con el presidente del Congreso, Luis Paz.",
            ("Luis Paz",),
        ),
    ],
)
def test_whom_they_meet_where_they_go_is_of_that_country(
    read: Read, sentence: str, names: tuple[str, ...]
) -> None:
    text = "La ministra del Interior del Perú, Ana Ruiz, inicia hoy una visita oficial a Panamá. " + sentence
    found = people_of(read(text, "2025-03-03"))
    assert {name: found.get(name) for name in (*names, "Ana Ruiz")} == dict.fromkeys(names, "PA") | {
        "Ana Ruiz": "PE"
    }


def test_a_force_is_nobodys_name(read: Read) -> None:
    text = MET + "L'ancien commandant de la force Lynx a assisté à la rencontre."
    assert "Lynx" not in posts_of(read(text, "2025-03-05"))


def test_a_commission_between_two_countries_puts_nobody_on_a_side(read: Read) -> None:
    text = (
        "Une délégation du Kenya a séjourné à Bruxelles du 4 au 6 mars 2025. Dans le cadre de la commission"
        " mixte entre"
        " la Belgique et le Kenya, le ministre de l'Intérieur, Ali Otieno, a visité le bureau de la police."
        " Il a conduit"
        " la délégation kényane."
    )
    assert people_of(read(text, "2025-03-07")).get("Ali Otieno") != "BE"


@pytest.mark.parametrize(
    ("sentence", "absent"),
    [
        (
            (
                "Esto es en seguimiento al encuentro que sostuvo el presidente, Pedro Soto, con su homólogo"
                " peruano, Juan"
                " Quispe."
            ),
            ("Pedro Soto", "Juan Quispe"),
        ),
        (
            (
                "La visita se inscribe en la asociación impulsada por los dos jefes de Estado, el"
                " presidente Pedro Soto y"
                " el presidente Juan Quispe."
            ),
            ("Pedro Soto", "Juan Quispe"),
        ),
        (
            (
                "Estos temas, ya discutidos en enero en Lima entre el ministro de Justicia, Pedro Soto, y"
                " el embajador, Juan"
                " Quispe, siguen abiertos."
            ),
            ("Pedro Soto", "Juan Quispe"),
        ),
        (
            "Es una asociación tal como impulsada por el presidente Pedro Soto.",
            ("Pedro Soto",),
        ),
        (
            "La visita sigue a la efectuada el miércoles en Lima por el ministro de Justicia, Pedro Soto.",
            ("Pedro Soto",),
        ),
    ],
)
def test_who_met_at_another_time_takes_no_part(read: Read, sentence: str, absent: tuple[str, ...]) -> None:
    assert not set(absent) & set(people_of(read(REUNIO + sentence, "2025-03-04")))


def test_a_meeting_of_ministers_names_no_post(read: Read) -> None:
    text = (
        "El ministro peruano Luis Paz se reunió con la ministra chilena Ana Ruiz el 4 de marzo de 2025 en la Reunión"
        " Iberoamericana de Ministros del Interior y Seguridad Pública en Lima."
    )
    assert not [one for one in read(text, "2025-03-04").meetings[0].people if not one.name]


def test_officials_behind_a_comma_are_not_of_the_delegation_before_it(read: Read) -> None:
    text = (
        "Les deux douanes ont signé un accord à Nairobi le 4 mars 2025, paraphé par le directeur général du Kenya,"
        " Daniel Mwangi et son homologue belge, Luc Petit, en présence de la délégation belge, des cadres de la"
        " direction."
    )
    found = read(text, "2025-03-05")
    groups = [one.groups for one in found.visits]
    groups += [one.groups for one in found.meetings]
    assert not [one for there in groups for one in there if "cadres" in one.words]
