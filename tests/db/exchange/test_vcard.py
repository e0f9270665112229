"""Officials go out as cards that other programs read, and cards come in as officials with their posts."""

from __future__ import annotations

import quopri
from contextlib import suppress
from typing import Any

import pytest
import vobject
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import BadInput, Store
from db.commands.desk import Desk
from db.commands.people import enter_official
from db.drafts import OfficialDraft
from db.exchange import Wanted
from db.exchange.card_entering import take_cards
from db.exchange.carried import one_line
from db.exchange.report import Taken
from db.exchange.vcard_in import MOST_CARDS, Card, HeldPost, read_cards
from db.exchange.vcard_out import gather_cards, write_cards
from db.models import Official
from db.rows import Key
from tests.db.making import TODAY, count

MANY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
ARABIC = "عبد اللطيف الحموشي"


def data_of(store: Store, wanted: Wanted = Wanted(), *, notes: bool = False) -> bytes:  # noqa: B008
    with store.read() as reader:
        return write_cards(reader, wanted, today=TODAY, notes=notes)


def others_read(data: bytes) -> dict[str, Any]:
    """What another library reads, by the first name."""
    return {one.fn_list[0].value: one for one in vobject.readComponents(data.decode())}


def official(store: Store, **values: Any) -> None:
    with store.write("enter") as session:
        enter_official(Desk(session, TODAY), OfficialDraft.from_plain(values))


def vcf(*lines: str, version: str = "4.0") -> bytes:
    return "\r\n".join(("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", "")).encode()


def taken(store: Store, raw: bytes) -> Taken:
    with store.write("import people.vcf") as session:
        return take_cards(session, read_cards(raw), today=TODAY)


# --- out ---


def test_another_program_reads_names_country_and_both_posts(demo_store: Store) -> None:
    one = others_read(data_of(demo_store))["Abdellatif Hammouchi"]
    assert (one.n.value.family, one.n.value.given) == ("Hammouchi", "Abdellatif")
    assert one.n.params["SORT-AS"] == ["Hammouchi,Abdellatif"]
    assert (one.adr.value.country, one.adr.params["CC"]) == ("Morocco", ["MA"])
    assert [each.value for each in one.title_list] == ["Director General", "Director General"]
    services = {each.group: each.value[0] for each in one.org_list}
    assert services == {
        "post1": "General Directorate for National Security",
        "post2": "General Directorate for Territorial Surveillance",
    }
    assert one.uid.value.startswith("urn:uuid:")
    assert one.kind.value == "individual"
    assert len(one.rev.value) == len("20261121T083000Z")


def test_a_name_in_another_script_is_the_same_name_and_says_its_script(mine: Store) -> None:
    official(
        mine, name="Abdellatif Hammouchi", country="MA", native_name=ARABIC, names=[{"name": "A. Hamouchi"}]
    )
    first, native, spelling = others_read(data_of(mine))["Abdellatif Hammouchi"].fn_list
    assert (native.value, native.params["LANGUAGE"]) == (ARABIC, ["und-Arab"])
    assert spelling.value == "A. Hamouchi"
    assert "LANGUAGE" not in first.params
    assert [one.params["ALTID"] for one in (first, native, spelling)] == [["1"]] * 3
    assert first.params["PREF"] == ["1"]


def test_notes_leave_only_when_asked_and_marks_always(mine: Store) -> None:
    official(mine, name="Jane Doe", country="ES", note="Likes tea.")
    with mine.write("mark") as session:
        row = session.get(Official, 1)
        assert row
        row.handling = "restricted"
    assert b"tea" not in data_of(mine)
    assert b"CATEGORIES:restricted" in data_of(mine)
    assert others_read(data_of(mine, notes=True))["Jane Doe"].note.value == "Likes tea."


def test_a_post_that_was_left_is_not_on_the_card(mine: Store) -> None:
    tenures = [{"post": "Judge", "start": "2010", "end": "2020"}, {"post": "Minister", "acting": True}]
    official(mine, name="Jane Doe", country="ES", tenures=tenures)
    one = others_read(data_of(mine))["Jane Doe"]
    assert [each.value for each in one.title_list] == ["Minister"]
    assert one.role.value == "acting"


def test_each_official_has_a_file_and_a_pair_only_its_own(demo_store: Store) -> None:
    with demo_store.read() as reader:
        whole = gather_cards(reader, today=TODAY)
        some = gather_cards(reader, Wanted(Key("official", "1")), today=TODAY)
    assert "abdellatif-hammouchi-1.vcf" in whole.cards
    assert len(dict(whole.each)) == len(whole.cards) == 5
    assert "abdellatif-hammouchi-1.vcf" in some.cards
    assert len(some.cards) < 5


NASTY = st.text(
    st.sampled_from("ab é→م\r\n\t\x0b\x0c\x1c\x85\u2028\u202e;,:\\\"'^%🙂") | st.characters(codec="utf-8"),
    min_size=1,
    max_size=120,
)


@MANY
@given(NASTY)
def test_no_text_breaks_out_of_its_property(mine: Store, text: str) -> None:
    if not count(mine, "official"):
        official(mine, name="Jane Doe", country="ES", tenures=[{"post": "Judge", "organisation": "Court"}])
    hostile = f"x{text}\r\nEMAIL:x@example.org\nEND:VCARD\r\n".replace("\x00", "")
    with mine.write("edit") as session:
        row = session.get(Official, 1)
        assert row
        row.name = row.note = hostile
        row.sort_name = f"{hostile}, {hostile}"
    data = data_of(mine, notes=True)
    lines = data.decode().split("\r\n")
    assert not any(line.startswith("EMAIL") for line in lines)
    assert all(len(line.encode()) <= 75 for line in lines)
    assert data.count(b"\nEND:VCARD") == 1
    (one,) = read_cards(data)
    assert one.name == one_line(hostile)
    (other,) = vobject.readComponents(data.decode())
    assert other.fn.value == one.name


# --- in ---


def test_our_own_cards_add_nothing(demo_store: Store) -> None:
    found = taken(demo_store, data_of(demo_store))
    assert found.nothing_new
    assert not found.remarks


def test_cards_make_officials_with_posts_once_and_in_one_step(demo_store: Store, empty_store: Store) -> None:
    data = data_of(demo_store)
    found = taken(empty_store, data)
    assert (found.added["official"], found.added["tenure"]) == (5, 6)
    assert count(empty_store, "official", "sort_name = 'Pardo Piqueras, Francisco' AND country = 'ES'") == 1
    assert taken(empty_store, data).nothing_new

    def told(raw: bytes) -> dict[str, Card]:
        return {one.name: one._replace(uid="") for one in read_cards(raw)}

    assert told(data_of(empty_store)) == told(data)
    empty_store.undo()
    for table in ("official", "official_name", "tenure", "organisation", "post", "citation"):
        assert count(empty_store, table) == 0


def test_somebody_known_by_another_spelling_learns_what_is_new(mine: Store) -> None:
    official(mine, name="Abdellatif Hammouchi", country="MA", names=[{"name": "Abdellatif Hamouchi"}])
    raw = vcf(
        "FN:Abdellatif Hamouchi",
        f"FN:{ARABIC}",
        "ADR:;;;;;;Morocco",
        "ORG:DGSN;Rabat",
        "TITLE:Director General",
    )
    found = taken(mine, raw)
    assert (found.added["official"], found.learnt) == (0, {"Abdellatif Hammouchi"})
    assert count(mine, "official", "native_name = :name", name=ARABIC) == 1
    assert count(mine, "tenure", "basis = 'attested'") == 1
    assert count(mine, "organisation", "name = 'DGSN' AND country = 'MA'") == 1
    assert taken(mine, raw).nothing_new


def test_a_title_before_a_name_is_no_part_of_it(mine: Store) -> None:
    taken(mine, vcf("FN:Dr. Juan Pérez", "N:Pérez;Juan;;Dr.;", "ADR:;;;;;;Spain", version="3.0"))
    assert count(mine, "official", "name = 'Juan Pérez' AND sort_name = 'Pérez, Juan'") == 1


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("ADR;CC=ES:;;;;;;Spain", "Jane Doe is in the store, of FR"),
        ("X-NOTHING:", "Jane Doe is in the store, of FR"),
    ],
)
def test_a_name_without_its_country_is_not_enough(mine: Store, address: str, why: str) -> None:
    official(mine, name="Jane Doe", country="FR")
    found = taken(mine, vcf("FN:Jane Doe", address))
    assert found.nothing_new
    assert found.remarks == [f"The card of Jane Doe was left out: {why}."]


def test_a_known_uid_is_enough_whatever_the_card_says(mine: Store) -> None:
    official(mine, name="Jane Doe", country="ES")
    data = data_of(mine).replace(b"FN;ALTID=1;PREF=1:Jane Doe", b"FN:Jane Roe").replace(b"CC=ES", b"CC=FR")
    found = taken(mine, data)
    assert (found.added["official"], found.learnt) == (0, {"Jane Doe"})
    assert count(mine, "official", "name = 'Jane Doe' AND country = 'ES'") == 1
    assert count(mine, "official_name", "name = 'Jane Roe'") == 1


def test_a_card_of_version_3_is_read_too() -> None:
    raw = vcf(
        "N;CHARSET=UTF-8:O\\,Neil;Ann;;;",
        "item1.ORG:Police\\; East;Unit",
        "item1.TITLE:Head\\nof Unit",
        "ADR;TYPE=WORK:;;1 Road;Town;;1000;",
        " Spain",
        version="3.0",
    )
    (one,) = read_cards(raw)
    assert (one.name, one.sort_name, one.country) == ("Ann O,Neil", "O,Neil, Ann", "Spain")
    assert one.posts == (HeldPost("Head of Unit", "Police; East"),)


@pytest.mark.parametrize("letters", ["utf-8", "windows-1252"])
def test_a_card_as_outlook_writes_it_is_read_too(letters: str) -> None:
    packed = quopri.encodestring("Müller;Jürgen;;Dr.".encode(letters)).decode().rstrip("=\n")
    raw = vcf(
        f"N;LANGUAGE=de;ENCODING=QUOTED-PRINTABLE;CHARSET={letters}:{packed}",
        "FN;LANGUAGE=de;CHARSET=Windows-1252:J\xfcrgen M\xfcller",
        "ORG:Bundespolizei;Referat 2",
        "TITLE;ENCODING=QUOTED-PRINTABLE:Leiter der Abteilung f=C3=BCr=",
        " Grenzschutz",
        "TEL;WORK;VOICE:+49 30 1",
        "ADR;WORK;PREF;ENCODING=QUOTED-PRINTABLE:;;Weg 1=0D=0A=",
        "Haus 2;Berlin;;10115;Deutschland",
        "PHOTO;TYPE=JPEG;ENCODING=BASE64:",
        " /9j/4AAQSkZJRgABAQ",
        "",
        version="2.1",
    )
    (card,) = read_cards(raw.decode().encode("cp1252"))
    assert (card.name, card.sort_name, card.country) == ("Jürgen Müller", "Müller, Jürgen", "Deutschland")
    assert card.posts == (HeldPost("Leiter der Abteilung für Grenzschutz", "Bundespolizei"),)
    assert card.problem == ""


@pytest.mark.parametrize("end", ["=", "=\r\n", "=C", "=3D", "\r\n"])
def test_a_packed_text_that_is_cut_off_hurts_nobody(end: str) -> None:
    raw = f"BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Ann Lee\r\nEND:VCARD\r\nNOTE;QUOTED-PRINTABLE:a{end}".encode()
    assert [one.name for one in read_cards(raw)] == ["Ann Lee"]


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (vcf("FN:x", version="1.0"), "it is of version “1.0”; export it as 3.0 or 4.0"),
        (vcf("FN:x", "KIND:org"), "it is of no person"),
        (vcf("NOTE:x"), "it has no name"),
    ],
)
def test_what_cannot_come_in_says_why(mine: Store, raw: bytes, why: str) -> None:
    found = taken(mine, raw)
    assert found.nothing_new
    assert found.remarks[0].endswith(f"was left out: {why}.")


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"hello",
        b"BEGIN:VCARD\r\nFN:x\r\n",
        b"BEGIN:VCARD\r\nFN:\xff\r\nEND:VCARD\r\n",
        b"BEGIN:VCARD\r\nEND:VCARD\r\n" * (MOST_CARDS + 1),
        b"\x00" * 16_000_001,
    ],
    ids=len,
)
def test_what_is_no_card_or_too_many_is_refused(raw: bytes) -> None:
    with pytest.raises(BadInput, match=r"^It .*\.$"):
        read_cards(raw)


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from('BEGIN:VCARD\r\n;="FNOGTILEURS\\, é'), max_size=200))
def test_any_lines_are_read_or_refused(text: str) -> None:
    with suppress(BadInput):
        read_cards(vcf(*text.split("\r\n")))
