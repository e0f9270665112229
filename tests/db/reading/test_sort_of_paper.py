"""The sort of paper that a text is, which the officer need not say where the lines above it do."""

from __future__ import annotations

from datetime import date

import pytest

from db import Store
from db.reading import SourceLine, read_text
from db.rows import Moment
from tests.db.reading.conftest import Read

BODY = "\n\nThe customs chiefs of Oman and Kenya met in Muscat on 8 May 2024 and agreed to share names."


@pytest.mark.parametrize(
    ("above", "kind"),
    [
        ("MINUTES\n4th Oman–Kenya working group\nMuscat, 8 May 2024", "minutes"),
        ("Draft minutes of the Oman–Kenya working group\n9 May 2024", "minutes"),
        ("Compte rendu de la réunion Oman – Kenya\nLe 9 mai 2024", "minutes"),
        ("FM EMBASSY MUSCAT\nTO CAPITAL\nSUBJECT: CUSTOMS TALKS\nDATE: 9 May 2024", "cable"),
        ("EMBASSY OF KENYA, MUSCAT\nTo: Ministry of Interior\nReport no. 12/2024\nDate: 9 May 2024", "cable"),
        ("From: Gulf desk\nTo: Africa desk\nSubject: customs talks\nDate: 9 May 2024", "letter"),
        ("PRESS RELEASE\n\nCustoms chiefs meet in Muscat\n9 May 2024", "communique"),
        ("Joint statement of the customs services of Oman and Kenya\n9 May 2024", "communique"),
        ("Customs chiefs meet in Muscat\n9 May 2024", "article"),
        ("Oman and Kenya sign agreed minutes of their customs talks\n9 May 2024", "article"),
    ],
)
def test_the_lines_above_a_text_tell_its_sort(read: Read, above: str, kind: str) -> None:
    assert read(above + BODY).source.kind == kind


def test_what_the_officer_says_goes_before_it(empty_store: Store) -> None:
    with empty_store.read() as reader:
        line = SourceLine(kind="cable")
        found = read_text(reader, "MINUTES" + BODY, source=line, moment=Moment(date(2026, 11, 21), ""))
    assert found.source.kind == "cable"


def test_the_subject_of_a_cable_is_its_title(read: Read) -> None:
    above = (
        "EMBASSY OF KENYA, MUSCAT\nTo: Ministry of Interior\nCopy: Customs, Mombasa\nReport no. 12/2024\n"
        "Date: 9 May 2024\n\nSubject: Oman: customs talks"
    )
    found = read(above + BODY).source
    assert (found.title, found.published.edtf, found.kind) == ("Oman: customs talks", "2024-05-09", "cable")
