"""What drafts have in common: they refuse what they do not know, and say what is wrong field by field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from db.dates import PartialDate
from db.dates.value import Basis
from db.errors import BadInput


def _storable(value: object) -> object:
    """Without NUL and lone surrogates, which no database keeps; every other character is the officer's."""
    if isinstance(value, str) and not (value.isascii() and "\x00" not in value):
        return value.replace("\x00", "").encode("utf-8", "ignore").decode("utf-8")
    return value


def _not_blank(value: str) -> str:
    if not value.strip():
        message = "may not be empty"
        raise ValueError(message)
    return value


def _edtf(value: str) -> str:
    try:
        return PartialDate.from_edtf(value).edtf
    except BadInput as error:
        raise ValueError(str(error)) from None


Words = Annotated[str, BeforeValidator(_storable)]
"""Any text, also none."""
SomeWords = Annotated[Words, AfterValidator(_not_blank)]
"""Text that must be there."""
Edtf = Annotated[Words, AfterValidator(_edtf)]
"""A date as EDTF, "" when not stated."""
Whole = Annotated[int, Field(ge=-(2**31), lt=2**31)]
"""A number that every database keeps."""
Count = Annotated[int, Field(ge=1, lt=2**31)]
"""How many people, or the how-manieth; 1 is the first."""


class Draft(BaseModel):
    """Something that wants to enter the store; what is not stated is absent, and unknown fields are refused."""

    # The checks of a draft are made when the first one is, within those of the draft that it is part of.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    @classmethod
    def from_plain(cls, values: Mapping[str, Any]) -> Self:
        """Make a draft of plain values.

        Raises:
            BadInput: one sentence that names the first field that is wrong, by its path.
        """
        try:
            return cls.model_validate(values)
        except ValidationError as error:
            raise BadInput(_in_words(error)) from None


def _in_words(error: ValidationError) -> str:
    problems = error.errors(include_url=False)
    first = problems[0]
    path = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in first["loc"]).lstrip(".")
    match first["type"]:
        case "extra_forbidden":
            said = "is not a field that is known here"
        case "missing":
            said = "is missing"
        case "literal_error":
            said = f"must be one of {first['ctx']['expected'].replace(' or ', ', ')}"
        case "value_error":
            said = f"is wrong: {first['ctx']['error']}"
        case _:
            said = f"is wrong: {first['msg'][0].lower()}{first['msg'][1:]}"
    more = f" ({len(problems) - 1} more)" if len(problems) > 1 else ""
    return f"{path or 'the whole'} {said.rstrip('.')}{more}."


def partial_date(edtf: str, words: str, basis: Basis) -> PartialDate:
    """One value of the three fields in which a draft carries a date."""
    return PartialDate(edtf, words, basis)
