"""What Tab offers; what is offered reads back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from db import Store
from db.entry import Completion, Context, Reading, complete
from db.rows import Moment

Offers = Callable[..., list[Completion]]


@pytest.fixture
def offers(demo_store: Store, moment: Moment) -> Offers:
    def offered(text: str, cursor: int | None = None, context: Context | None = None) -> list[Completion]:
        with demo_store.read() as reader:
            at = len(text) if cursor is None else cursor
            return complete(text, at, reader=reader, moment=moment, context=context or Context())

    return offered


FIRST = {  # typed: what is replaced, and the first that is put there
    "Mor": ("Mor", "MA"),
    "المغ": ("المغ", "MA"),
    "MA>Sp": ("Sp", "ES"),
    "MA>South Ko": ("South Ko", "KR"),
    "Maroc > Alle": ("Alle", "DE"),
    "MA+ES+Ger": ("Ger", "DE"),
    "MA>ES @Ham": ("@Ham", '@"Abdellatif Hammouchi"'),
    "MA>ES @Abdellatif Ham": ("@Abdellatif Ham", '@"Abdellatif Hammouchi"'),
    'MA>ES @"Abdellatif H': ('@"Abdellatif H', '@"Abdellatif Hammouchi"'),
    "MA>ES #mig": ("#mig", "#TOC.MIG"),
    "MA>ES #narco": ("#narco", "#TOC.DRUG"),
    "MA>ES in:Mad": ("in:Mad", "in:Madrid"),
    "MA>ES by:h": ("by:h", "by:host"),
    "MA+ES kind:work": ("kind:work", 'kind:"working session"'),
    "MA>ES with:@Mar": ("with:@Mar", 'with:@"Fernando Grande-Marlaska"'),
    "MA>ES src:c": ("src:c", "src:clip"),
    "!a": ("!a", "!agreed"),
    "!agreed lists owner:DG": ("owner:DG", "owner:@DGSN"),
    "!agreed lists owner:Spa": ("owner:Spa", "owner:ES"),
    "!agreed lists on:v-2025": ("on:v-2025", "on:V-2025-002"),
    "todo ring due:tom": ("due:tom", "due:tomorrow"),
}


@pytest.mark.parametrize("typed", FIRST)
def test_the_likeliest_comes_first_and_replaces_what_was_typed(offers: Offers, typed: str) -> None:
    first = offers(typed)[0]
    assert (typed[first.start : first.end], first.text) == FIRST[typed]


@pytest.mark.parametrize("typed", FIRST)
def test_whatever_is_offered_reads_without_a_problem(
    offers: Offers, read: Callable[..., Reading], typed: str
) -> None:
    for one in offers(typed)[:3]:
        line = typed[: one.start] + one.text + typed[one.end :]
        problems = [token for token in read(line).problems if token.start <= one.start < token.end]
        if typed.startswith(("!", "Mor", "المغ")):
            problems = [token for token in problems if token.start == one.start != 0]
        assert [
            token for token in problems if "clipboard" not in token.problem and "host" not in token.problem
        ] == []


def test_somebody_unknown_is_offered_as_a_new_official(offers: Offers) -> None:
    last = offers("MA>ES @Dupont")[-1]
    assert (last.text, last.label, last.new) == ('@"Dupont"', "new official “Dupont”", True)
    assert not any(one.new for one in offers('MA>ES @"Abdellatif Hammouchi'))


def test_plain_words_of_a_title_offer_nothing_so_that_enter_is_free(offers: Offers) -> None:
    assert offers("MA>ES security ta") == []
    assert offers("secu", context=Context(pair=("MA", "ES"))) == []
    assert offers("!agreed spa") == []
    assert offers('MA>ES "spa') == []
    assert offers("") == []


def test_in_the_middle_of_a_line_only_the_word_at_the_cursor_is_replaced(offers: Offers) -> None:
    text = "MA>Spa @Hammouchi"
    first = offers(text, cursor=5)[0]
    assert text[: first.start] + first.text + text[first.end :] == "MA>ES @Hammouchi"


def test_what_stands_there_already_is_not_offered(offers: Offers) -> None:
    assert "#CT" not in [one.text for one in offers("MA>ES #CT")]
    assert offers("MA>ES by:host") == []


def test_an_at_sign_alone_offers_the_people_of_the_two_countries(offers: Offers) -> None:
    assert {one.label for one in offers("MA>DE @")} == {
        "Abdellatif Hammouchi",
        "Abdelouafi Laftit",
        "Dieter Romann",
    }
