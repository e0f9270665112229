"""Our own two themes: a calm dark one and its light twin, one accent each; all of Textual's work as well."""

from __future__ import annotations

from textual.theme import Theme

BILAT = Theme(
    name="bilat",
    primary="#74b3c4",
    secondary="#9aa7b8",
    accent="#74b3c4",
    warning="#e0b066",
    error="#e27f76",
    success="#93bd83",
    foreground="#dce2ea",
    background="#11161c",
    surface="#171d25",
    panel="#1e2630",
    dark=True,
    variables={"footer-background": "#11161c"},
)

BILAT_LIGHT = Theme(
    name="bilat-light",
    primary="#14647a",
    secondary="#5d6873",
    accent="#14647a",
    warning="#8f5500",
    error="#a8322a",
    success="#39702f",
    foreground="#1d242b",
    background="#fbfaf7",
    surface="#f3f1ec",
    panel="#e9e6df",
    dark=False,
)

OUR_THEMES = (BILAT, BILAT_LIGHT)
