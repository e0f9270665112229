"""Minutes and releases of police, customs and prosecutors: who is who, where they went, what came of it."""

from __future__ import annotations

import pytest

from db.commitments.reading import propose_each
from db.reading import Reading
from tests.db.reading.conftest import Read, events_of, people_of


def names(found: Reading) -> dict[str, str]:
    """Everybody named, with their titles."""
    return {one.name: one.post for one in people_of(found)}


def sides(found: Reading) -> dict[str, str]:
    """Everybody named, with where they belong."""
    return {one.name: one.country for one in people_of(found)}


def quotes(found: Reading) -> list[str]:
    """The words of every outcome."""
    return [action.quote for one in events_of(found) for action in one.actions]


MET = "Lima, 3 de junio de 2025. Las delegaciones de Perú y de Panamá se reunieron hoy en Lima."


@pytest.mark.parametrize(
    ("told", "name", "post"),
    [
        (
            (
                "Por la Parte peruana asistieron: Lic. Ana Soto Vela, Titular de la Oficina de Enlace del Servicio de "
                "Puertos en"
                " Talara, y Mtro. Luis Paz Roca, Fiscal de Asuntos Rurales del Estado."
            ),
            "Ana Soto Vela",
            "Titular de la Oficina de Enlace del Servicio de Puertos en Talara",
        ),
        (
            (
                "Por la Parte peruana asistieron: Lic. Ana Soto Vela, Directora, y Mtro. Luis Paz Roca, Fiscal de"
                " Asuntos Rurales del Estado."
            ),
            "Luis Paz Roca",
            "Fiscal de Asuntos Rurales del Estado",
        ),
        (
            "Por la Parte peruana asistió la Mtra. Leticia Soto Vela, Directora General de Puertos.",
            "Leticia Soto Vela",
            "Directora General de Puertos",
        ),
        (
            (
                "Participaron la directora seccional de Aduanas de Talara, Ana Soto Vela, y el jefe de puertos, Luis "
                "Paz."
            ),
            "Ana Soto Vela",
            "directora seccional de Aduanas de Talara",
        ),
        (
            "Asistió la ministra de Relaciones Exteriores y Vida Rural, Ana Soto Vela; también el ministro Luis Paz.",
            "Ana Soto Vela",
            "ministra de Relaciones Exteriores y Vida Rural",
        ),
        (
            "Asistió la viceministra de Lucha Contra el Contrabando, Ana Soto Vela.",
            "Ana Soto Vela",
            "viceministra de Lucha Contra el Contrabando",
        ),
        (
            (
                "Asistieron la Directora Nacional de Puertos, Abg. Ana Soto de Vela, y el Director de Rentas, Cr. "
                "Luis Paz."
            ),
            "Ana Soto de Vela",
            "Directora Nacional de Puertos",
        ),
        ("Asistieron los diputados Ana Soto Vela y Luis Paz Roca.", "Luis Paz Roca", "diputado"),
    ],
)
def test_a_long_title_holds_no_name(read: Read, told: str, name: str, post: str) -> None:
    found = names(read(f"{MET} {told}"))
    assert found[name] == post
    assert set(found) <= {
        "Ana Soto Vela",
        "Ana Soto de Vela",
        "Leticia Soto Vela",
        "Luis Paz Roca",
        "Luis Paz",
    }


def test_a_line_in_capitals_and_a_caption_name_nobody_new(read: Read) -> None:
    found = names(
        read(
            f"{MET} Hablaron los ministros Ana Soto y Luis Paz.\n\nPie de foto: Los ministros Soto y Paz, ayer en "
            "Lima.\n\n"
            "SECRETARÍA GENERAL DE PRENSA DE LA PRESIDENCIA\n"
        )
    )
    assert set(found) == {"Ana Soto", "Luis Paz"}


@pytest.mark.parametrize(
    ("told", "side"),
    [
        (
            (
                "La délégation péruvienne était conduite par M. Luis Paz, directeur général. Il était accompagné du "
                "colonel Jean"
                " Roux, chef des ports, et du commissaire Paul Soto."
            ),
            {"Luis Paz": "PE", "Jean Roux": "PE", "Paul Soto": "PE"},
        ),
        (
            (
                "Additional Secretary (Kenya and East Africa), Ambassador Ana Soto, led the Peruvian side. The other "
                "side was led"
                " by the Director of Ports of Panama, Mr. Luis Paz."
            ),
            {"Ana Soto": "PE", "Luis Paz": "PA"},
        ),
    ],
)
def test_a_side_is_that_of_whom_a_sentence_goes_on_about(read: Read, told: str, side: dict[str, str]) -> None:
    begins = (
        "PANAMA, 3 June 2025 - The Peru-Panama Joint Commission met today in Panama City."
        if told.startswith("Add")
        else "PANAMA, 3 juin 2025 - La Commission mixte Pérou-Panama s'est réunie aujourd'hui à Panama."
    )
    found = sides(read(f"{begins} {told}"))
    assert {name: found[name] for name in side} == side


def test_a_delegation_that_went_to_a_town_of_no_list_is_a_visit(read: Read) -> None:
    (visit,) = read(
        "L'académie reçoit des officiers péruviens\n3 juin 2025\n\n"
        "Du 27 au 29 mai 2025, une délégation de la police péruvienne, emmenée par le général Luis Paz, s'est "
        "rendue au"
        " centre d'entraînement de Bourgneuf-les-Bains. Côté français, le colonel Jean Roux a présidé la "
        "séance. Les deux"
        " délégations ont convenu d'échanger des instructeurs."
    ).visits
    assert (visit.sending, visit.host, visit.when.edtf) == ("PE", "FR", "2025-05-27/2025-05-29")


@pytest.mark.parametrize(
    "told",
    [
        (
            "At the invitation of Minister Ana Soto, the Minister of Justice of Panama, Luis Paz, will visit Peru "
            "from 9 to 13"
            " June 2025."
        ),
        (
            "Invité par Mme Ana Soto, le ministre panaméen Luis Paz effectuera une visite de travail à Lima du 9 "
            "au 13 juin"
            " 2025."
        ),
    ],
)
def test_who_goes_at_an_invitation_goes(read: Read, told: str) -> None:
    (visit,) = read(f"3 May 2025\n\n{told}").visits
    assert (visit.sending, visit.host, visit.status) == ("PA", "PE", "planned")
    assert visit.when.edtf == "2025-06-09/2025-06-13"


def test_guests_who_travel_on_in_the_country_make_no_second_visit(read: Read) -> None:
    found = read(
        "Ministro recibió a delegación de Panamá\nLima, 3 de junio de 2025\n\n"
        "El ministro del Interior, Luis Paz, recibió hoy en Lima a una delegación de Panamá encabezada por la "
        "viceministra"
        " Ana Soto. Las dos delegaciones acordaron compartir datos. La delegación panameña se trasladará "
        "mañana a Talara."
    )
    assert [(one.when.edtf, one.status) for one in events_of(found)] == [("2025-06-03", "held")]


def test_the_sunday_of_santo_domingo_is_no_day(read: Read) -> None:
    found = read(
        "19 de febrero de 2025\n\nEl ministro de España, Luis Paz, se ha reunido este miércoles en Santo "
        "Domingo con la"
        " ministra de República Dominicana, Ana Soto."
    )
    assert [one.when.edtf for one in events_of(found)] == ["2025-02-19"]


def test_a_day_with_a_full_stop_below_a_title_is_that_of_publication(read: Read) -> None:
    found = read(
        "https://www.aduana.example.pe/comunicado\n"
        "La Aduana y los puertos de Panamá estrechan su cooperación contra la contaminación de contenedores "
        "en Talara\n"
        "Lima D.C., 12 de febrero de 2026.\n\n@Aduana | Comunicado 14\n\n"
        "La Aduana recibió en Talara, entre el lunes 9 y el miércoles 11 de febrero, a una misión de la "
        "Aduana de Panamá."
    )
    assert found.source.published.edtf == "2026-02-12"
    assert found.source.title.startswith("La Aduana y los puertos")


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("La comisión mixta volverá a reunirse el 20 de julio en Panamá.", "2025-07-20"),
        ("Las Partes harán un balance en una reunión virtual programada para el 15 de julio.", "2025-07-15"),
    ],
)
def test_the_next_meeting_is_told_beside(read: Read, told: str, day: str) -> None:
    found = read(f"{MET} {told}")
    assert [(one.status, one.when.edtf) for one in found.meetings] == [
        ("held", "2025-06-03"),
        ("planned", day),
    ]


def test_points_below_a_numbered_heading_are_agreed(read: Read) -> None:
    found = read(
        "MINUTA\nSegunda Reunión del Grupo de Trabajo Perú–Panamá\nLima, 3 de junio de 2025\n\n"
        "1. Apertura\n\nEn la ciudad de Lima se reunieron las delegaciones de Perú y de Panamá.\n\n"
        "2. Acuerdos\n\n2.1 Aprobar el formato único de datos.\n2.2 Capacitar a 40 agentes de ambos países.\n\n"
        "3. Cierre\n\nSe dio por concluida la reunión.\n"
    )
    assert quotes(found) == ["Aprobar el formato único de datos.", "Capacitar a 40 agentes de ambos países."]


def test_what_they_spoke_of_after_an_incident_of_last_year_is_of_today(read: Read) -> None:
    found = read(
        "3 June 2025\n\nThe ministers of Peru and Panama met today in Lima. They exchanged views on cyber security"
        " following the incident which affected the ports of Peru last year."
    )
    assert len(quotes(found)) == 1


@pytest.mark.parametrize(
    ("told", "rung"),
    [
        ("El viceministro confirmó la entrega de 200 patrulleros.", "agreed"),
        ("Una misión técnica viajará a Quito en marzo.", "agreed"),
        ("Une délégation d'experts péruviens se rendra à Rome avant la fin de l'année.", "agreed"),
        ("La situation au Sahel a dominé les échanges.", "discussed"),
        ("La crisis ha centrado la última parte de la conversación.", "discussed"),
        ("Las delegaciones intercambiaron apreciaciones sobre las rutas marítimas.", "discussed"),
    ],
)
def test_more_verbs_of_the_ladder(told: str, rung: str) -> None:
    assert [one.rung for one in propose_each(told)] == [rung]
