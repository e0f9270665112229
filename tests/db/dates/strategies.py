"""Partial dates of the whole supported subset, for properties."""

from __future__ import annotations

import contextlib

from hypothesis import strategies as st

from db.dates import PartialDate
from db.errors import BadInput

_QUALIFIERS = st.sampled_from(["", "", "", "~", "?", "%"])
_YEARS = st.one_of(st.integers(2015, 2030), st.integers(1000, 9999)).map(lambda year: f"{year:04}")
_MONTHS = st.integers(1, 12).map(lambda month: f"-{month:02}")
_CODES = st.sampled_from([*range(21, 25), *range(33, 37), 40, 41]).map(lambda code: f"-{code}")
_DAYS = st.builds(lambda month, day: f"{month}-{day:02}", _MONTHS, st.integers(1, 31))
_DECADES = st.integers(100, 999).map(lambda decade: f"{decade}X")

with_year = st.one_of(
    st.builds(str.__add__, _YEARS, _DAYS),
    st.builds(str.__add__, _YEARS, _MONTHS),
    _YEARS,
    st.builds(str.__add__, _YEARS, _CODES),
    _DECADES,
)
without_year = st.one_of(_DAYS, _MONTHS, _CODES).map(lambda rest: f"XXXX{rest}")


def _valid(edtf: str) -> bool:
    with contextlib.suppress(BadInput):
        return bool(PartialDate.from_edtf(edtf))
    return False


def _near(edtf: str) -> st.SearchStrategy[str]:
    """Periods of days that touch or share a month or year, as real ones do."""
    return st.sampled_from(["-01-28", "-01-29", "-01-31", "-02-01", "-12-31", "-06-11", "-06-20", "-06"]).map(
        lambda rest: edtf + rest
    )


_near_with_year = st.sampled_from(["2024", "2025"]).flatmap(_near)
_near_without_year = _near("XXXX")


def _periods(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    marked = st.builds(str.__add__, parts, _QUALIFIERS)
    shared = st.builds(lambda one, two, mark: f"{one}{mark}/{two}{mark}", parts, parts, _QUALIFIERS)
    return st.one_of(
        marked,
        shared,
        st.builds("{}/{}".format, marked, marked),
        st.builds("[{}..{}]".format, parts, parts),
        st.builds("{}/..".format, marked),
        st.builds("../{}".format, marked),
        st.builds("{}/".format, marked),
        st.builds("/{}".format, marked),
    )


_thirds = st.builds(
    lambda year, month, days, mark: f"{year}-{month}-{days[0]}{mark}/{year}-{month}-{days[1]}{mark}",
    st.sampled_from(["2024", "2025", "XXXX"]),
    st.sampled_from(["01", "02", "06"]),
    st.sampled_from([("01", "10"), ("11", "20"), ("21", "28"), ("21", "29"), ("21", "30"), ("21", "31")]),
    st.sampled_from("~%"),
)

edtf_texts = st.one_of(
    _periods(with_year),
    _periods(without_year),
    _periods(_near_with_year),
    _periods(_near_without_year),
    _thirds,
).filter(_valid)

partial_dates = edtf_texts.map(PartialDate.from_edtf)
