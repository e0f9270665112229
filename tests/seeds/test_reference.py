"""Reference data: every new store knows the countries, their names, the topics and the instruments."""

import re
import subprocess
import sys
from collections import Counter, defaultdict

import pytest

from db.names import fold
from seeds import build_countries
from seeds.reference import AliasEntry, countries, country_names, instruments, topics
from seeds.reference.forms import forms

LANGUAGES = {"en", "fr", "es", "ar", "de"}
# States under another name since: the name belongs to the state of today, the old code keeps its full title.
RENAMED = {"AIDJ", "BUMM", "BYAA", "DYBJ", "HVBF", "NHVU", "RHZW", "TPTL", "ZRCD"}


def by_folded_name() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for entry in country_names():
        found[fold(entry.name)].add(entry.code)
    return found


def test_every_country_has_a_short_name_in_all_five_languages() -> None:
    short = Counter((entry.code, entry.lang) for entry in country_names() if entry.kind == "short")
    missing = [
        (country.code, lang)
        for country in countries()
        for lang in sorted(LANGUAGES)
        if country.code not in RENAMED and short[country.code, lang] != 1
    ]
    assert missing == []
    assert not {code for code, _ in short} & RENAMED


def test_the_name_on_the_screen_is_the_english_short_name() -> None:
    english = {
        entry.code: entry.name for entry in country_names() if (entry.lang, entry.kind) == ("en", "short")
    }
    shown = {country.code: country.name for country in countries() if country.code not in RENAMED}
    assert shown == english
    assert shown["TR"] == "Türkiye"
    assert shown["CZ"] == "Czechia"
    assert shown["MM"] == "Myanmar"
    assert shown["XK"] == "Kosovo"


def test_codes_say_what_they_are() -> None:
    for country in countries():
        pattern = r"[A-Z]{2,9}" if country.kind == "organisation" else r"[A-Z]{2}([A-Z]{2})?"
        assert re.fullmatch(pattern, country.code), country
        assert country.kind in {"country", "organisation"}
    codes = [country.code for country in countries()]
    assert codes == sorted(set(codes))
    present = [country for country in countries() if country.kind == "country" and country.valid_to is None]
    assert len(present) == 250  # ISO 3166-1 and Kosovo
    assert all(len(country.code) == 2 for country in present)


def test_a_former_state_says_when_it_ended_and_what_came_after_it() -> None:
    known = {country.code for country in countries()}
    former = {
        country.code: country
        for country in countries()
        if len(country.code) == 4 and country.kind == "country"
    }
    assert {"SUHH", "YUCS", "CSHH", "CSXX", "DDDE", "YDYE", "VDVN", "ANHH", "ZRCD"} <= set(former)
    for country in former.values():
        assert country.valid_to is not None, country
        assert country.successors, country
        assert set(country.successors) <= known - {country.code}
    assert former["CSHH"].successors == ("CZ", "SK")
    assert former["CSXX"].successors == ("RS", "ME")


def test_dates_of_countries_are_days_or_years_in_order() -> None:
    for country in countries():
        for value in (country.valid_from, country.valid_to):
            assert value is None or re.fullmatch(r"\d{4}(-\d\d-\d\d)?", value), country
        if country.valid_from and country.valid_to:
            assert country.valid_from < country.valid_to, country


def test_a_former_name_says_until_when_it_was_borne() -> None:
    written = (build_countries.REFERENCE / "renamed.csv").read_text("utf-8").splitlines()[1:]
    dated = [entry for entry in country_names() if entry.valid_to]
    assert len(dated) == len(written)  # each of them is a name that is known
    for entry in dated:
        assert (entry.lang, entry.kind) == ("en", "former"), entry
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", entry.valid_to), entry
        assert re.fullmatch(r"(\d{4}-\d\d-\d\d)?", entry.valid_from), entry
        assert entry.valid_from < entry.valid_to, entry
    assert {"Turkey", "Swaziland", "Macedonia", "Burma", "West Germany"} <= {entry.name for entry in dated}


def test_a_host_lists_its_guests_in_a_language_that_has_all_names() -> None:
    languages = {country.code: country.language for country in countries()}
    assert set(languages.values()) == {None, "fr", "es", "ar", "de"}
    assert [languages[code] for code in ("FR", "ES", "MA", "AT", "NL")] == ["fr", "es", "ar", "de", None]
    listed = (build_countries.REFERENCE / "languages.csv").read_text("utf-8").replace(",", " ").split()
    assert Counter(code for code in listed if code.isupper()) == Counter(
        {code: 1 for code, language in languages.items() if language}
    )


def test_one_folded_name_is_one_country() -> None:
    assert {name: codes for name, codes in by_folded_name().items() if len(codes) > 1} == {}


def test_no_name_reads_like_the_code_of_another_country() -> None:
    names = by_folded_name()
    for country in countries():
        assert names.get(fold(country.code), {country.code}) == {country.code}


def test_no_name_is_listed_twice_for_a_language() -> None:
    seen = Counter((entry.code, entry.lang, fold(entry.name)) for entry in country_names())
    assert [key for key, times in seen.items() if times > 1] == []
    assert all(folded for _, _, folded in seen)


def test_names_belong_to_countries_and_have_a_known_kind_and_language() -> None:
    known = {country.code for country in countries()}
    for entry in country_names():
        assert entry.code in known, entry
        assert entry.kind in {"official", "short", "former", "demonym", "alias", "garbled"}, entry
        assert entry.lang in LANGUAGES or (entry.lang == "" and re.fullmatch("[A-Z]{3}", entry.name)), entry
        assert entry.name == entry.name.strip(), entry


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Spain", "ES"),
        ("España", "ES"),
        ("ESP", "ES"),
        ("Spaniards", "ES"),
        ("españolas", "ES"),
        ("الإسبانية", "ES"),
        ("Morocco", "MA"),
        ("Maroc", "MA"),
        ("المغرب", "MA"),
        ("Kingdom of Morocco", "MA"),
        ("Royaume du Maroc", "MA"),
        ("marocaines", "MA"),
        ("marroquíes", "MA"),
        ("marokkanischen", "MA"),
        ("المغربية", "MA"),
        ("MAR", "MA"),
        ("Pays-Bas", "NL"),
        ("Holland", "NL"),
        ("Lowland", "NL"),
        ("Turkey", "TR"),
        ("Türkiye", "TR"),
        ("Ivory Coast", "CI"),
        ("Cote d'Ivoire", "CI"),
        ("Kosovo", "XK"),
        ("كوسوفو", "XK"),
        ("Korea, South", "KR"),
        ("Korea, North", "KP"),
        ("Republic of Korea", "KR"),
        ("Holy See", "VA"),
        ("Vatican City", "VA"),
        ("U.S.", "US"),
        ("EE. UU.", "US"),
        ("Great Britain", "GB"),
        ("UK", "GB"),
        ("Burma", "MM"),
        ("Swaziland", "SZ"),
        ("Macedonia", "MK"),
        ("Cape Verde", "CV"),
        ("Niger", "NE"),
        ("Nigerien", "NE"),
        ("Nigeria", "NG"),
        ("nigérian", "NG"),
        ("Zaire", "CD"),
        ("West Germany", "DE"),
        ("Federal Republic of Germany", "DE"),
        ("East Germany", "DDDE"),
        ("Union of Soviet Socialist Republics", "SUHH"),
        ("Yugoslavia", "YUCS"),
        ("Serbia and Montenegro", "CSXX"),
        ("South Vietnam", "VN"),
        ("North Vietnam", "VDVN"),
        ("Canal Zone", "PZPA"),
        ("Hong Kong", "HK"),
        ("Macau", "MO"),
        ("Azores", "PT"),
        ("West Bank", "PS"),
        ("Gaza", "PS"),
        ("Palestinian Authority", "PS"),
        ("Interpol", "INTERPOL"),
        ("ONU", "UN"),
        ("Unión Europea", "EU"),
        ("مجلس وزراء الداخلية العرب", "AIMC"),
    ],
)
def test_a_name_as_the_press_prints_it_finds_its_country(written: str, code: str) -> None:
    assert by_folded_name()[fold(written)] == {code}


@pytest.mark.parametrize(
    "written",
    [
        "Congo",
        "Korea",
        "Corée",
        "Corea",
        "Korean",
        "Congolese",
        "congolais",
        "Guinean",
        "Dominican",
        "Jerusalem",
    ],
)
def test_a_word_for_two_countries_finds_neither(written: str) -> None:
    assert fold(written) not in by_folded_name()


def test_a_garbled_name_is_marked_as_one() -> None:
    (entry,) = [entry for entry in country_names() if fold(entry.name) == "lowland"]
    assert (entry.code, entry.kind) == ("NL", "garbled")


def test_every_present_state_with_a_people_has_demonyms_in_four_languages() -> None:
    spoken = {(entry.code, entry.lang) for entry in country_names() if entry.kind == "demonym"}
    for code in (
        "MA",
        "ES",
        "DE",
        "FR",
        "QA",
        "US",
        "NL",
        "TR",
        "XK",
        "SN",
        "MR",
        "BR",
        "CN",
        "KR",
        "CZ",
        "SUHH",
    ):
        assert {lang for lang in LANGUAGES if (code, lang) in spoken} == LANGUAGES


@pytest.mark.parametrize(
    ("lang", "word", "expected"),
    [
        ("en", "Moroccan", ["Moroccan", "Moroccans"]),
        ("en", "Dutch", ["Dutch"]),
        ("en", "German", ["German", "Germans"]),
        ("en", "Frenchman", ["Frenchman"]),
        ("fr", "marocain", ["marocain", "marocains", "marocaine", "marocaines"]),
        ("fr", "algérien", ["algérien", "algériens", "algérienne", "algériennes"]),
        ("fr", "français", ["français", "française", "françaises"]),
        ("fr", "belge", ["belge", "belges"]),
        ("fr", "grec", ["grec", "grecs"]),
        ("es", "chileno", ["chileno", "chilena", "chilenos", "chilenas"]),
        ("es", "alemán", ["alemán", "alemana", "alemanes", "alemanas"]),
        ("es", "español", ["español", "española", "españoles", "españolas"]),
        ("es", "marroquí", ["marroquí", "marroquíes", "marroquís"]),
        ("es", "belga", ["belga", "belgas"]),
        ("es", "kosovar", ["kosovar", "kosovares"]),
        ("de", "deutsch", ["deutsch", "deutsche", "deutschen", "deutscher", "deutsches", "deutschem"]),
        ("de", "Spanier", ["Spanier", "Spaniern", "Spaniers", "Spanierin", "Spanierinnen"]),
        ("de", "Franzose", ["Franzose", "Franzosen"]),
        ("de", "Französin", ["Französin", "Französinnen"]),
        ("de", "Israeli", ["Israeli", "Israelis"]),
        ("de", "Ungar", ["Ungar", "Ungaren"]),
        ("ar", "قطري", ["قطري", "قطرية", "قطريين", "القطري", "القطرية", "القطريين"]),
        ("ar", "مغاربة", ["مغاربة"]),
    ],
)
def test_a_demonym_is_known_in_the_forms_that_are_printed(lang: str, word: str, expected: list[str]) -> None:
    assert list(forms(lang, word)) == expected


def test_an_adjective_of_two_words_takes_its_article_where_arabic_puts_it() -> None:
    assert "الكورية الجنوبية" in list(forms("ar", "كوري جنوبي"))
    assert "الجنوب أفريقية" in list(forms("ar", "جنوب أفريقي"))


def test_the_country_files_are_what_their_script_writes() -> None:
    for name, text in build_countries.build().items():
        assert (build_countries.REFERENCE / name).read_bytes() == text.encode(), (
            f"run seeds.build_countries: {name}"
        )


def test_topics_come_after_their_parents_and_keep_their_codes() -> None:
    seen: set[str] = set()
    for topic in topics():
        assert topic.code not in seen
        assert topic.parent == (topic.code.rpartition(".")[0] or None)
        assert topic.parent is None or topic.parent in seen
        seen.add(topic.code)
    asked_for = "CT CT.EXT CT.REC TOC TOC.DRUG TOC.MIG TOC.THB TOC.ML CYB CYB.CRIME CYB.EXT CYB.TER"
    assert set(f"{asked_for} EVT EVT.WC2030 EVT.WC2022 INT OPS GEN".split()) <= seen


def wordings(entries: list[tuple[str, str, tuple[AliasEntry, ...]]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for code, label, aliases in entries:
        for wording in (code, label, *(alias.name for alias in aliases)):
            found[fold(wording)].add(code)
    return found


def test_one_wording_is_one_topic_and_one_instrument() -> None:
    of_topics = wordings([(topic.code, topic.label, topic.aliases) for topic in topics()])
    of_instruments = wordings([(entry.code, entry.label, entry.aliases) for entry in instruments()])
    for found in (of_topics, of_instruments):
        assert {wording: codes for wording, codes in found.items() if len(codes) > 1} == {}
        assert "" not in found
    assert of_topics["illegal immigration"] == {"TOC.MIG"}
    assert of_topics[fold("lucha contra el terrorismo")] == {"CT"}
    assert of_topics[fold("Antiterrorisme")] == {"CT"}
    assert of_topics[fold("مكافحة الإرهاب")] == {"CT"}
    assert of_instruments["joint task forces"] == {"TASKFORCE"}
    assert of_instruments["controlled drug delivery"] == {"DELIVERY"}


def test_no_wording_is_listed_twice_for_a_topic_or_an_instrument() -> None:
    entries = [(topic.code, topic.aliases) for topic in topics()]
    entries += [(instrument.code, instrument.aliases) for instrument in instruments()]
    for code, aliases in entries:
        folded = Counter((alias.lang, fold(alias.name)) for alias in aliases)
        assert [key for key, times in folded.items() if times > 1] == [], code
        assert {"en", "fr", "es"} <= {alias.lang for alias in aliases}, code


def test_the_wrong_wording_for_controlled_delivery_is_understood_but_marked() -> None:
    (delivery,) = [instrument for instrument in instruments() if instrument.code == "DELIVERY"]
    assert AliasEntry("en", "garbled", "controlled drug delivery") in delivery.aliases


def test_reading_the_reference_data_wakes_nothing_heavy() -> None:
    script = (
        "import sys, seeds.reference as r;"
        "r.countries(); r.country_names(); r.topics(); r.instruments();"
        "heavy = {'babel', 'sqlmodel', 'sqlalchemy', 'pydantic', 'textual', 'anyascii'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
