"""A platform's colour: readable ones are accepted, others are refused with the nearest readable one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from noticeboard.sources.colour import READABLE, Shades, brand_colour, contrast, dark_shades, light_shades
from theme_colours import schemes

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
CONTROL = 3.0


def readable(colour: str) -> str:
    """The colour if it is accepted, else the one in the error."""
    try:
        return brand_colour(colour)
    except PydanticCustomError as refused:
        return str(refused.context["values"]["nearest"])  # type: ignore[index]


def pairs(shades: Shades, theme: dict[str, str]) -> dict[tuple[str, str], float]:
    """The contrast of every shade with what it is used on or with."""
    grounds = {name: theme[name] for name in ("paper", "surface", "notice")} | {"tint": shades.tint}
    shown = {("accent", name): contrast(shades.accent, ground) for name, ground in grounds.items()}
    shown |= {("accent-strong", name): contrast(shades.accent_strong, ground) for name, ground in grounds.items()}
    shown |= {(name, "tint"): contrast(theme[name], shades.tint) for name in ("ink", "muted", "visited")}
    shown["on-accent", "accent"] = contrast(shades.on_accent, shades.accent)
    shown["on-accent", "accent-strong"] = contrast(shades.on_accent, shades.accent_strong)
    shown["on-masthead", "masthead"] = contrast(shades.on_masthead, shades.masthead)
    return shown


@given(COLOURS)
def test_all_shades_of_an_accepted_colour_are_readable(colour: str) -> None:
    """At least 4.5:1 for text in light and dark, 3:1 for edges and focus; also for suggested colours."""
    taken = brand_colour(readable(colour))
    for shades, scheme in ((light_shades(taken), "light"), (dark_shades(taken), "dark")):
        theme = schemes()[scheme]
        assert {pair: ratio for pair, ratio in pairs(shades, theme).items() if ratio < READABLE} == {}
        assert [name for name in ("edge", "focus") if contrast(theme[name], shades.tint) < CONTROL] == []


@given(COLOURS)
def test_a_colour_is_refused_if_white_text_on_it_is_unreadable(colour: str) -> None:
    """Exactly colours below 4.5:1 are refused."""
    assert (readable(colour) == colour) == (contrast(colour, "#ffffff") >= READABLE)


def test_the_suggestion_is_the_lightest_readable_colour() -> None:
    """It has hardly more contrast than it needs."""
    found = readable("#ffcc00")
    assert (found, round(contrast(found, "#fff"), 1)) == ("#947100", 4.5)


@pytest.mark.parametrize("wrong", ["blue", "0b3d91", "#0b3d9", "#0b3d91ff", "rgb(1, 2, 3)", "#ggg", 5, ["#000"], ""])
def test_anything_else_is_refused(wrong: object) -> None:
    """Only #rgb and #rrggbb are accepted, and the error shows one."""
    with pytest.raises(PydanticCustomError, match=r".") as refused:
        brand_colour(wrong)
    assert (refused.value.type, "#0b3d91" in refused.value.context["todo"]) == ("wrong-colour", True)  # type: ignore[index]


def test_short_and_capital_forms_are_the_same_colour() -> None:
    """#03A is #0033aa."""
    assert (brand_colour("#03A"), brand_colour("#0033AA")) == ("#0033aa", "#0033aa")
    assert re.fullmatch("#[0-9a-f]{6}", brand_colour("#000"))
