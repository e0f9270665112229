"""Several lines at once: one reading each, one dossier for all."""

from __future__ import annotations

import pytest

from db import Store
from db.drafts import Dossier
from db.entry import Context, Reading, dossier_values, read_lines
from db.errors import BadInput
from db.rows import Key, Moment
from seeds import enter

EIGHT = """\
- !agreed share watch lists every month #ct
- !agreed name two contact points due:eom owner:DGSN
• !explored joint patrols at sea

1. !proposed a committee for the World Cup 2030
2) !discussed events of 28 Jan 2025
* !noted past operations
!signed a protocol on readmission
todo chase the protocol fri ball:them
"""


def batch(store: Store, moment: Moment, text: str, context: Context | None = None) -> list[Reading]:
    with store.read() as reader:
        return read_lines(text, reader=reader, moment=moment, context=context or Context())


def test_eight_points_in_eight_lines_enter_as_one_dossier(demo_store: Store, moment: Moment) -> None:
    readings = batch(demo_store, moment, EIGHT, Context(on=Key("visit", "1")))
    assert [reading.line for reading in readings] == [0, 1, 2, 4, 5, 6, 7, 8]
    values = dossier_values(readings)
    assert [one["rung"] for one in values["actions"]] == [
        "agreed", "agreed", "explored", "proposed", "discussed", "noted", "signed",
    ]  # fmt: skip
    assert {one["on"] for one in values["actions"]} == {"V-2025-001"}
    assert [one["text"] for one in values["actions"][-1]["followups"]] == ["chase the protocol"]
    enter(demo_store, [values], today=moment.today)
    with demo_store.read() as reader:
        rows = reader.all("SELECT text, status, visit_id FROM action ORDER BY id DESC LIMIT 7")
    assert rows[0] == ("a protocol on readmission", "open", 1)
    assert len({visit for _, _, visit in rows}) == 1


def test_outcomes_hang_on_the_visit_above_them(demo_store: Store, moment: Moment) -> None:
    readings = batch(
        demo_store, moment, "MA>QA 3 may 2026\n!agreed one\n!agreed two\nMA+DE 4 may 2026\n!agreed three"
    )
    assert readings[1].assumed == ("on the visit in line 1",)
    values = dossier_values(readings)
    assert [one["text"] for one in values["visits"][0]["actions"]] == ["one", "two"]
    assert [one["text"] for one in values["meetings"][0]["actions"]] == ["three"]
    assert "actions" not in readings[0].values["visits"][0]
    assert "actions" not in values
    Dossier.from_plain(values)


def test_one_wrong_line_keeps_the_whole_batch_out(demo_store: Store, moment: Moment) -> None:
    readings = batch(demo_store, moment, "MA>ES 3 may 2026\n- MA>Atlantis")
    assert [bool(reading.problems) for reading in readings] == [False, True]
    with pytest.raises(BadInput, match="Atlantis") as refused:
        dossier_values(readings)
    assert "- MA>Atlantis"[refused.value.start : refused.value.end] == "MA>Atlantis"


def test_a_day_at_the_start_of_a_line_is_no_bullet(demo_store: Store, moment: Moment) -> None:
    (reading,) = batch(demo_store, moment, "28. Jan 2025 MA>ES")
    assert reading.values["visits"][0]["date"] == "2025-01-28"


def test_lines_of_one_batch_share_their_source(demo_store: Store, moment: Moment) -> None:
    same = batch(demo_store, moment, "MA>ES 3 may 2026 src:Daily\nMA>DE 4 may 2026 src:Daily\nMA>QA 2025")
    assert dossier_values(same)["source"] == {"kind": "article", "title": "Daily"}
    with pytest.raises(BadInput, match="same source"):
        dossier_values(batch(demo_store, moment, "MA>ES 3 may 2026 src:Daily\nMA>DE 4 may 2026 src:Weekly"))


def test_whoever_a_line_names_is_the_official_of_the_store(demo_store: Store, moment: Moment) -> None:
    text = 'MA>ES 3 may 2026 @Hammouchi @"Jean Dupont" with:@Marlaska with:"experts"\n'
    text += "official Ana Gil, ES, Director @DGX"
    enter(demo_store, [dossier_values(batch(demo_store, moment, text))], today=moment.today)
    with demo_store.read() as reader:
        names = {name for (name,) in reader.all("SELECT name FROM official ORDER BY id DESC LIMIT 2")}
        assert names == {"Jean Dupont", "Ana Gil"}
        assert reader.value("SELECT COUNT(*) FROM official") == 7
        assert (
            reader.value("SELECT COUNT(*) FROM official WHERE name = 'Jean Dupont' AND country = 'MA'") == 1
        )


def test_a_batch_without_end_is_cut_with_a_sentence(demo_store: Store, moment: Moment) -> None:
    readings = batch(demo_store, moment, "MA>ES 2025\n" * 501)
    assert len(readings) == 501
    assert "500 lines at most" in readings[-1].problems[0].problem
