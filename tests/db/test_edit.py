"""Forms over the store: what is shown reads back, only what was changed is written, and nobody is overwritten."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import NotFound, Store, queries
from db.commands.edit import Saved, save
from db.commands.new import create
from db.dates import PartialDate, read_date
from db.forms.dates import date_as_typed
from db.forms.errors import FormErrors, Stale
from db.forms.fields import FIELDS, blank
from db.models import FollowUp, Source, Visit
from db.models.base import write_date
from db.queries import FormValues
from db.rows import Key, Kind
from tests.db import making
from tests.db.dates.strategies import partial_dates

TODAY = making.TODAY
OTHER_DAYS = (date(2024, 2, 29), date(2031, 1, 1))
LOG = ("step", "change", "setting")

words = st.one_of(
    st.just(""),
    st.text(max_size=30),
    st.sampled_from(
        ["fri", "next week", "03/04/2025", "28-29 jan 2025", "28-29 jan", "+2w", "“quoted”", "in May"]
    ),
)
bases = st.sampled_from(["stated", "relative", "inferred", "corroborated"])
dates = st.builds(lambda when, text, basis: PartialDate(when.edtf, text, basis), partial_dates, words, bases)
only_words = st.builds(lambda text, basis: PartialDate("", text, basis), words, bases)


def opened(store: Store, key: Key) -> FormValues:
    with store.read() as reader:
        return queries.form(reader, key)


def saved(
    store: Store, was: FormValues, changes: Mapping[str, str], *, day_first: bool = True, today: date = TODAY
) -> Saved:
    with store.write(f"edit {was.title}") as session:
        return save(
            session,
            was.key,
            was.values,
            was.values | dict(changes),
            version=was.version,
            today=today,
            day_first=day_first,
        )


def every_record(store: Store) -> list[Key]:
    with store.read() as reader:
        return [
            Key(kind, str(number))
            for kind in FIELDS
            for (number,) in reader.all(f"SELECT id FROM {kind} ORDER BY id")
        ]


@given(dates)
@settings(deadline=None)
def test_what_a_date_field_shows_reads_back_on_any_day_and_with_any_setting(when: PartialDate) -> None:
    text = date_as_typed(when)
    for today in OTHER_DAYS:
        for day_first in (True, False):
            assert read_date(text, today=today, day_first=day_first).edtf == when.edtf


def test_ones_own_words_come_first_and_those_that_would_change_their_meaning_do_not() -> None:
    assert (
        date_as_typed(PartialDate("2025-01-28/2025-01-29", "28 and 29 January 2025"))
        == "28 and 29 January 2025"
    )
    assert date_as_typed(PartialDate("2026-11-27", "fri")) == "27 Nov 2026"
    assert date_as_typed(PartialDate("2025-04-03", "03/04/2025")) == "3 Apr 2025"
    assert date_as_typed(PartialDate("XXXX-01-28/XXXX-01-29")) == "28–29 Jan ?"
    assert date_as_typed(PartialDate("", "after Ramadan", "relative")) == "“after Ramadan”"
    assert date_as_typed(PartialDate()) == ""


@given(st.one_of(dates, only_words), st.one_of(dates, only_words), st.data())
@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_saving_what_was_opened_changes_nothing_whatever_the_dates(
    tmp_path_factory: pytest.TempPathFactory,
    small_file: Path,
    when: PartialDate,
    due: PartialDate,
    data: st.DataObject,
) -> None:
    path = tmp_path_factory.mktemp("edit") / "store.db"
    shutil.copyfile(small_file, path)
    path.chmod(0o600)
    store = Store.open(path, officer="officer")
    try:
        with store.write("enter") as session:
            visit = making.visit(session, title=data.draw(st.text(max_size=20)))
            write_date(visit, "date", when)
            step = session.get(FollowUp, making.followup(session))
            assert step is not None
            write_date(step, "due", due)
            keys = [Key("visit", str(visit.number)), Key("followup", str(step.number))]
        for key, field, date_ in ((keys[0], "date", when), (keys[1], "due", due)):
            before = making.every_table(store)
            form = opened(store, key)
            assert (
                saved(store, form, {}, day_first=data.draw(st.booleans()), today=OTHER_DAYS[0]).changes == ()
            )
            assert making.every_table(store) == before
            saved(store, form, {"note": "Something else"})
            assert opened(store, key).values[field] == date_as_typed(date_)
            store.undo()
        columns = "date_edtf, date_text, date_basis, date_first, date_last"
        with store.read() as reader:
            row = reader.one(f"SELECT {columns} FROM visit")
        assert row is not None
        assert row[:3] == (when.edtf, when.text, when.basis)
    finally:
        store.close()


def test_every_record_of_the_demo_can_be_opened_and_saved_unchanged(demo_store: Store) -> None:
    before = making.every_table(demo_store)
    keys = every_record(demo_store)
    assert {key.kind for key in keys} == set(FIELDS)
    for key in keys:
        assert saved(demo_store, opened(demo_store, key), {}).changes == ()
    assert making.every_table(demo_store) == before


def test_every_field_of_the_demo_is_understood_as_it_is_shown(demo_store: Store) -> None:
    """Touching a field and putting it back is no change either."""
    before = {key: opened(demo_store, key).values for key in every_record(demo_store)}
    for key, values in before.items():
        with demo_store.write("edit") as session:
            blanked = {name: text and f"{text} " for name, text in values.items()}
            form = opened(demo_store, key)
            save(session, key, values, blanked, version=form.version, today=TODAY)
    after = {key: opened(demo_store, key).values for key in before}
    wrong = {
        (key, name): (text, after[key][name])
        for key, was in before.items()
        for name, text in was.items()
        if after[key][name] != text
    }
    assert wrong == {}


def a_visit(store: Store, **values: Any) -> FormValues:
    return opened(store, making.visit_entered(store, ref="V-2025-001", place="Madrid", **values))


def test_only_what_was_changed_is_touched(empty_store: Store) -> None:
    form = a_visit(empty_store, date="2025-01-28/2025-01-29", date_text="late January", date_basis="inferred")
    done = saved(empty_store, form, {"place": "Sevilla"})
    assert [tuple(one) for one in done.changes] == [("place", "Madrid", "Sevilla")]
    with empty_store.read() as reader:
        assert reader.one("SELECT place, date_text, date_basis FROM visit") == (
            "Sevilla",
            "late January",
            "inferred",
        )
        assert next(row.field for row in queries.history(reader, form.key)) == "place"
    assert empty_store.undo() == "Undid: place of V-2025-001 back to Madrid."


def test_a_changed_date_is_read_anew(empty_store: Store) -> None:
    form = a_visit(empty_store, date="2025-01-28", date_basis="inferred")
    saved(empty_store, form, {"date": "29-30 jan 2025"})
    with empty_store.read() as reader:
        row = reader.one("SELECT date_edtf, date_text, date_basis, date_first, date_last FROM visit")
    assert row == ("2025-01-29/2025-01-30", "29-30 jan 2025", "stated", "2025-01-29", "2025-01-30")


def test_a_date_without_its_year_stays_without_it(empty_store: Store) -> None:
    form = a_visit(empty_store, date="XXXX-01-28/XXXX-01-29")
    saved(empty_store, form, {"date": form.values["date"] + " ", "place": "Rabat"})
    assert opened(empty_store, form.key).values["date"] == "28–29 Jan ?"


def test_all_problems_come_at_once_and_nothing_is_saved(empty_store: Store) -> None:
    form = a_visit(empty_store)
    wrong = {
        "sending": "Atlantis",
        "date": "2026-02-30",
        "status": "maybe",
        "topics": "CT nonsense",
        "place": "X",
    }
    with pytest.raises(FormErrors) as caught:
        saved(empty_store, form, wrong)
    assert set(caught.value.problems) == {"sending", "date", "status", "topics"}
    assert caught.value.problems["date"] == "There is no day 30 in February 2026; it has 28 days."
    assert opened(empty_store, form.key) == form


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"host": "Morocco"}, "host"), ({"sending": ""}, "sending"), ({"sending": "ES"}, "host")],
)
def test_a_visit_goes_from_one_country_to_another(
    empty_store: Store, changes: dict[str, str], field: str
) -> None:
    with pytest.raises(FormErrors) as caught:
        saved(empty_store, a_visit(empty_store), changes)
    assert set(caught.value.problems) == {field}


def test_names_in_any_language_become_codes(empty_store: Store) -> None:
    form = a_visit(empty_store)
    saved(empty_store, form, {"host": "Alemania", "topics": "Counter-terrorism, Cybercrime"})
    values = opened(empty_store, form.key).values
    assert (values["host"], values["topics"]) == ("DE", "CT CYB.CRIME")


def test_another_officers_work_on_other_fields_is_kept(empty_store: Store) -> None:
    form = a_visit(empty_store, title="Talks")
    saved(empty_store, form, {"title": "Talks on cyber"})
    done = saved(empty_store, form, {"place": "Sevilla"})
    assert [one.field for one in done.changes] == ["place"]
    values = opened(empty_store, form.key).values
    assert (values["title"], values["place"]) == ("Talks on cyber", "Sevilla")


def test_another_officers_work_on_the_same_field_is_not_overwritten(empty_store: Store) -> None:
    form = a_visit(empty_store, title="Talks")
    saved(empty_store, form, {"place": "Toledo", "title": "Talks on cyber"})
    with pytest.raises(Stale) as caught:
        saved(empty_store, form, {"place": "Sevilla", "note": "mine"})
    assert caught.value.fields == {"place": ("Madrid", "Toledo", "Sevilla")}
    assert opened(empty_store, form.key).values["place"] == "Toledo"
    with empty_store.write("edit") as session:  # mine it is
        decided = form.values | {"place": "Toledo"}
        save(
            session,
            form.key,
            decided,
            decided | {"place": "Sevilla", "note": "mine"},
            version=caught.value.version,
            today=TODAY,
        )
    values = opened(empty_store, form.key).values
    assert (values["place"], values["title"], values["note"]) == ("Sevilla", "Talks on cyber", "mine")


def test_two_officers_who_write_the_same_agree(empty_store: Store) -> None:
    form = a_visit(empty_store)
    saved(empty_store, form, {"place": "Sevilla"})
    assert saved(empty_store, form, {"place": "Sevilla"}).changes == ()


def test_a_record_that_is_gone_says_so(empty_store: Store) -> None:
    form = a_visit(empty_store)
    empty_store.undo()
    with pytest.raises(NotFound, match="no longer in the store"):
        saved(empty_store, form, {"place": "Sevilla"})


def an_action(store: Store, **values: Any) -> FormValues:
    with store.write("enter") as session:
        event = making.visit(session, ref="V-2025-001")
        number = making.action(session, on=event, **values)
    return opened(store, Key("action", str(number)))


def test_a_status_belongs_to_what_was_agreed(empty_store: Store) -> None:
    form = an_action(empty_store, rung="agreed")
    with pytest.raises(FormErrors) as caught:
        saved(empty_store, form, {"rung": "explored"})
    assert "status" in caught.value.problems
    saved(empty_store, form, {"rung": "explored", "status": ""})
    assert opened(empty_store, form.key).values["rung"] == "explored"


def test_a_closed_outcome_knows_its_day_and_an_open_one_none(empty_store: Store) -> None:
    form = an_action(empty_store, rung="agreed")
    saved(empty_store, form, {"status": "done"})
    with empty_store.read() as reader:
        assert reader.value("SELECT closed_on FROM action") == "2026-11-21"
    saved(empty_store, opened(empty_store, form.key), {"status": "in progress"})
    with empty_store.read() as reader:
        assert reader.value("SELECT closed_on FROM action") == ""


@pytest.mark.parametrize("owner", ["ES", "Border Guard", "Amina Test", "Director/Border Guard"])
def test_an_owner_is_found_by_what_the_form_shows(empty_store: Store, owner: str) -> None:
    making.entered(
        empty_store,
        {
            "organisations": [{"name": "Border Guard"}],
            "posts": [{"title": "Director", "organisation": "Border Guard"}],
            "officials": [{"name": "Amina Test"}],
        },
    )
    form = an_action(empty_store, rung="agreed", owner="MA")
    saved(empty_store, form, {"owner": owner})
    assert opened(empty_store, form.key).values["owner"] == owner
    saved(empty_store, opened(empty_store, form.key), {"owner": ""})
    assert opened(empty_store, form.key).values["owner"] == ""


def test_parties_come_and_go_and_change_their_roles(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        number = making.meeting(session, roles={"ES": "host"}).number
    form = opened(empty_store, Key("meeting", str(number)))
    assert form.values["parties"] == "ES:host MA"
    saved(empty_store, form, {"parties": "ES DE:host Germany"} | {"parties": "ES DE:host"})
    assert opened(empty_store, form.key).values["parties"] == "ES DE:host"
    with pytest.raises(FormErrors, match="two parties"):
        saved(empty_store, opened(empty_store, form.key), {"parties": "ES"})
    empty_store.undo()
    assert opened(empty_store, form.key).values["parties"] == "ES:host MA"


def test_a_renamed_official_is_still_found_by_the_old_name(empty_store: Store) -> None:
    making.entered(empty_store, {"officials": [{"name": "Amina Tset", "country": "MA"}]})
    form = opened(empty_store, Key("official", "1"))
    saved(empty_store, form, {"name": "Amina Test"})
    with empty_store.read() as reader:
        assert reader.value("SELECT sort_name FROM official") == "Test, Amina"
        assert set(reader.all("SELECT name, kind FROM official_name")) == {
            ("Amina Test", "preferred"),
            ("Amina Tset", "spelling"),
        }
    empty_store.undo()
    assert opened(empty_store, form.key) == form._replace(version=opened(empty_store, form.key).version)


def test_a_list_follows_the_country_of_a_name_until_it_is_told_otherwise(empty_store: Store) -> None:
    def sorted_as(values: dict[str, str]) -> object:
        saved(empty_store, opened(empty_store, Key("official", "1")), values)
        with empty_store.read() as reader:
            return reader.value("SELECT sort_name FROM official")

    making.entered(empty_store, {"officials": [{"name": "Luis Prado Gil"}]})
    assert sorted_as({"country": "Spain"}) == "Prado Gil, Luis"
    assert sorted_as({"sort_name": "Gil, Luis Prado"}) == "Gil, Luis Prado"
    assert sorted_as({"note": "as he asked"}) == "Gil, Luis Prado"


def test_two_posts_of_one_title_in_one_organisation_are_refused_at_the_field(empty_store: Store) -> None:
    posts = [{"title": title, "organisation": "Border Guard"} for title in ("Director", "Deputy")]
    making.entered(empty_store, {"posts": posts})
    with pytest.raises(FormErrors) as caught:
        saved(empty_store, opened(empty_store, Key("post", "2")), {"title": "Director"})
    assert set(caught.value.problems) == {"title"}


def test_hostile_text_is_kept_as_it_is_and_what_no_database_keeps_is_dropped(empty_store: Store) -> None:
    form = a_visit(empty_store)
    saved(empty_store, form, {"title": "[/b] \x1b[31m'; DROP\x00", "note": "one\n\ntwo\ud800"})
    values = opened(empty_store, form.key).values
    assert (values["title"], values["note"]) == ("[/b] \x1b[31m'; DROP", "one\n\ntwo")


NEW: list[tuple[Kind, dict[str, str]]] = [
    ("visit", {"sending": "MA", "host": "Spain", "date": "28-29 jan", "topics": "CT", "series": "Yearly"}),
    ("meeting", {"parties": "MA ES:host DE", "date": "9 jan 2026", "format": "expert", "complete": "yes"}),
    ("action", {"text": "Meet again", "rung": "agreed", "status": "open", "owner": "ES", "due": "2030"}),
    ("followup", {"text": "Ring them", "due": "fri", "ball": "them", "recurrence": "FREQ=WEEKLY"}),
    ("official", {"name": "Amina Test", "country": "MA", "native_name": "أمينة"}),
    ("post", {"title": "Director", "organisation": "Border Guard", "country": "DE"}),
    ("organisation", {"name": "Border Guard", "acronym": "BG", "country": "DE", "kind": "border"}),
    ("source", {"title": "Talks", "kind": "cable", "published": "28 jan 2025", "retrieved": "today"}),
]


@pytest.mark.parametrize(("kind", "given"), NEW, ids=[kind for kind, _ in NEW])
def test_a_new_record_holds_what_its_form_said(empty_store: Store, kind: Kind, given: dict[str, str]) -> None:
    with empty_store.write("new") as session:
        made = create(session, kind, blank(kind) | given, today=TODAY)
    values = opened(empty_store, made.key).values
    again = {
        "host": "ES",
        "due": values.get("due", ""),
        "recurrence": "every Friday",  # of the day it is due
        "retrieved": "2026-11-21",
        "sort_name": values.get("sort_name", ""),
    }
    for name, text in (blank(kind) | given).items():
        assert values[name] == (again.get(name, text) if name in again and name in values else text), name
    assert saved(empty_store, opened(empty_store, made.key), {}).changes == ()


def test_a_new_record_that_lacks_what_it_needs_says_all_of_it(empty_store: Store) -> None:
    with pytest.raises(FormErrors) as caught, empty_store.write("new") as session:
        create(session, "visit", blank("visit") | {"date": "someday"}, today=TODAY)
    assert set(caught.value.problems) == {"sending", "host", "date"}
    assert making.count(empty_store, "visit") == 0


def test_somebody_who_is_there_already_is_not_made_twice(empty_store: Store) -> None:
    making.entered(empty_store, {"officials": [{"name": "Amina Test", "country": "MA"}]})
    with pytest.raises(FormErrors, match="already"), empty_store.write("new") as session:
        create(session, "official", blank("official") | {"name": "amina test", "note": "x"}, today=TODAY)
    assert making.count(empty_store, "official", "note = ''") == 1


def test_a_source_without_a_title_is_called_something(demo_store: Store) -> None:
    with demo_store.write("enter") as session:
        session.add(Source(key="bare"))
    key = every_record(demo_store)[-1]
    assert opened(demo_store, key).title == "untitled article"


def test_a_pair_has_no_form(empty_store: Store) -> None:
    with pytest.raises(NotFound, match="follows from its visits"):
        opened(empty_store, Key("pair", "ES-MA"))


def test_opening_a_form_reads_a_few_rows(demo_store: Store) -> None:
    with demo_store.read() as reader:
        queries.form(reader, Key("visit", "1"))
        assert reader.statements <= 14


def test_a_visit_given_by_hand_keeps_its_words(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        visit = session.get(Visit, making.visit(session).number)
        assert visit is not None
        visit.title = "line one\nline two"
    form = opened(empty_store, Key("visit", "1"))
    assert saved(empty_store, form, {"place": "Madrid"}).changes[0].field == "place"
    assert opened(empty_store, form.key).values["title"] == "line one\nline two"
