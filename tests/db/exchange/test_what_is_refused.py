"""What is no dossier, or none that can enter, is refused in a sentence that says where; nothing enters, then."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from db import BadInput, BilatError, Store
from db.drafts import Dossier
from db.exchange import Format, from_text
from db.exchange.text import MOST_BYTES
from tests.db.exchange.carrying import taken_in, text_of
from tests.db.making import count

WAY = {"ref": "V-2026-001", "sending": "MA", "host": "ES"}


def shortly(value: object) -> str:
    return str(value)[:30]


def refusal(raw: bytes, form: Format = "json") -> str:
    with pytest.raises(BadInput) as refused:
        Dossier.from_plain(from_text(raw, form))
    sentence = str(refused.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


@pytest.mark.parametrize(
    ("raw", "form", "words"),
    [
        (b"", "json", "not JSON"),
        (b"{", "json", r"line 1, column 2"),
        (b"[]", "json", "no dossier"),
        (b"7", "json", "no dossier"),
        (b"[" * 100_000, "json", "too deeply"),
        (b'{"a":' * 100_000, "json", "too deeply"),
        (b'{"bilat": 1, "x": ' + b"[" * 60 + b"]" * 60 + b"}", "json", "too deeply"),
        (b"x = " + b"[" * 100_000, "toml", "too deeply"),
        (b"bilat = ", "toml", "not TOML"),
        (b"\xff\xfe", "json", "not UTF-8"),
        (b'{"bilat": ' + b"9" * 5_000 + b"}", "json", "not JSON"),
        (b"bilat = 1\nvisit = 1", "toml", "visit is not a field"),
        (b" " * (MOST_BYTES + 1), "json", "64 MB at most"),
    ],
    ids=shortly,
)
def test_what_is_no_dossier_is_told_in_a_sentence(raw: bytes, form: Format, words: str) -> None:
    assert words in refusal(raw, form)


def test_ten_megabytes_of_nonsense_are_refused_in_seconds() -> None:
    begun = time.monotonic()
    raw = json.dumps({"bilat": 1, "exported": True, **{f"key {number}": number for number in range(500_000)}})
    assert len(raw) > 10_000_000
    assert "is not a field that is known here (499999 more)" in refusal(raw.encode())
    assert time.monotonic() - begun < 30


@pytest.mark.parametrize(
    ("plain", "words"),
    [
        ({"visits": [{**WAY, "ref": ""}]}, r"visits\[0\]\.ref is missing"),
        ({"visits": [WAY, WAY]}, r"visits\[1\] is called “V-2026-001”, and so is another visit"),
        ({"visits": [{**WAY, "ref": "V-26-1"}]}, r"visits\[0\]\.ref: .*looks like V-2025-001"),
        ({"visits": [{**WAY, "host": "QQ"}]}, r"visits\[0\]: there is no country with the code “QQ”"),
        ({"visits": [{**WAY, "topics": ["NO"]}]}, r"visits\[0\]\.topics\[0\]: there is no topic"),
        ({"visits": [{**WAY, "series": "Yearly"}]}, r"visits\[0\]: there is no series “Yearly”"),
        ({"visits": [{**WAY, "merged_into": "V-2026-001"}]}, r"visits\[0\]\.merged_into leads back"),
        ({"visits": [{**WAY, "merged_into": "V-2026-009"}]}, r"visits\[0\]\.merged_into: there is no"),
        (
            {"visits": [{**WAY, "delegations": [{"country": "MA", "members": [{"official": "Nobody"}]}]}]},
            r"visits\[0\]\.delegations\[0\]\.members\[0\]: there is no record “official:Nobody”",
        ),
        ({"visits": [{**WAY, "note": 7}]}, r"visits\[0\]\.note is wrong"),
        ({"visits": [{**WAY, "delegations": [{"size": 10**30}]}]}, r"visits\[0\]\.delegations\[0\]\.size"),
        (
            {"officials": [{"name": "A", "merged_into": "B"}, {"name": "B", "merged_into": "A"}]},
            r"officials\[0\]\.merged_into leads back to itself",
        ),
        ({"officials": [{"name": "A"}, {"name": "A"}]}, r"officials\[1\] is called “A”"),
        (
            {"officials": [{"name": "A", "tenures": [{"post": "P/Q"}]}]},
            r"officials\[0\]\.tenures\[0\]: there is no",
        ),
        ({"citations": [{"of": "V-2026-001"}]}, r"citations\[0\]: source is missing"),
        ({"not_same": [{"a": "V-2026-001", "b": "V-2026-002"}]}, r"not_same\[0\]: there is no"),
        ({"not_same": [{"a": "x", "b": "x"}]}, r"not_same\[0\] is wrong"),
        ({"cadences": [{"pair": "MA-QQ", "months": 6}]}, r"cadences\[0\]\.pair: “MA-QQ” is no country pair"),
        ({"briefs": [{"of": "pair:", "at": "now"}]}, r"briefs\[0\]"),
        (
            {"followups": [{"text": "x", "ref": "F-2026-001", "on": "V-2026-009"}]},
            r"followups\[0\]: there is no",
        ),
        (
            {"actions": [{"text": "x", "ref": "A-2026-001", "owner": "Nobody"}]},
            r"actions\[0\]: there is no country",
        ),
        ({"topics": [{"code": "NEW"}]}, r"topics\[0\]: there is no topic with the code “NEW” here"),
        ({"source": {"key": "x"}}, "has `sources`"),
    ],
    ids=shortly,
)
def test_what_cannot_enter_is_refused_with_its_place(
    empty_store: Store, plain: dict[str, Any], words: str
) -> None:
    before = text_of(empty_store)
    with pytest.raises(BilatError, match=words) as refused:
        taken_in(empty_store, {"bilat": 1, "exported": True, **plain})
    assert str(refused.value).endswith(".")
    assert text_of(empty_store) == before
    assert count(empty_store, "step") == 0


@pytest.mark.parametrize(
    "plain",
    [
        {"sources": [{"key": "a"}]},
        {"visits": [{**WAY, "merged_into": "V-2026-002"}]},
        {
            "visits": [
                {**WAY, "actions": [{"text": "x", "followups": [{"text": "y", "closed_on": "2026-01-01"}]}]}
            ]
        },
    ],
)
def test_what_a_single_source_cannot_say_is_not_passed_over(plain: dict[str, Any]) -> None:
    sentence = refusal(json.dumps({"bilat": 1, **plain}).encode())
    assert "stands only in a dossier that is exported" in sentence
