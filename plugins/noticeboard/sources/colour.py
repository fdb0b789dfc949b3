"""The platform's colour: whether it is readable, the nearest readable one, and its shades.

Contrast is WCAG 2.2's ratio of relative luminances, from 1 to 21. Shades keep the hue in OKLCH (CSS Color 4), where
equal lightness looks equally light in every hue.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from noticeboard.fields.field_types import fail

if TYPE_CHECKING:
    from coloraide import Color

READABLE = 4.5
"""The least contrast of text and its ground (WCAG 2.2, success criterion 1.4.3)."""

WHITE = "#ffffff"

_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_TINT, _GREY, _NEAR_BLACK = 0.945, 0.02, 0.2
_STEP = 0.004
"""Steps of OKLCH lightness in which a readable colour is looked for: fewer than two of 255 levels."""


class Shades(Struct, frozen=True):
    """What the theme's colours become in one colour scheme, each as #rrggbb; named like its custom properties."""

    accent: str
    accent_strong: str
    on_accent: str
    tint: str
    masthead: str
    on_masthead: str


def brand_colour(value: object) -> str:
    """The value as #rrggbb in small letters; fails if it is not a colour or unreadable on the theme's grounds."""
    if not isinstance(value, str) or not _HEX.fullmatch(value):
        message, hint = "{value} is not a colour.", 'Write six hexadecimal digits in quotes, such as "#0b3d91".'
        fail("wrong-colour", message, hint, value=str(value))
    colour = _colour(value)
    if (ratio := _on(colour, WHITE)) < READABLE:
        message = "The colour {colour} has a contrast of {ratio}:1 with white; text needs 4.5:1 to be read."
        hint = 'The nearest that can be read is "{nearest}".'
        fail("unreadable-colour", message, hint, colour=value, ratio=f"{ratio:.1f}", nearest=_darkened(colour, WHITE))
    return _hex(colour)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours in hexadecimal digits, from 1 to 21 (WCAG 2.2)."""
    return float(_colour(one).contrast(_colour(other), method="wcag21"))


def light_shades(colour: str) -> Shades:
    """The shades for light pages: the colour itself in the head of pages, and for links where the tint allows it."""
    own = _colour(colour)
    tint = _hex(_shade(own, _TINT, _GREY))
    accent = _darkened(own, tint)
    lightness = _colour(accent).convert("oklch")["lightness"]
    strong = _shade(own, lightness * 0.75 if lightness > _NEAR_BLACK else lightness + _NEAR_BLACK)
    return Shades(accent, _hex(strong), WHITE, tint, colour, WHITE)


def dark_shades(colour: str) -> Shades:
    """The shades for dark pages: the colour's hue, light for what is read and dark for what it is read on."""
    own = _colour(colour)
    shades = ((0.83, 0.1), (0.91, 0.06), (0.22, 0.04), (0.3, 0.04), (0.3, 0.06))
    accent, strong, on_accent, tint, masthead = (_hex(_shade(own, *shade)) for shade in shades)
    return Shades(accent, strong, on_accent, tint, masthead, "#f7f9fa")


def _on(colour: Color, ground: str) -> float:
    return float(colour.contrast(_colour(ground), method="wcag21"))


def _darkened(colour: Color, ground: str) -> str:
    """The lightest colour of the same hue that can be read on the ground: the colour itself where it can."""
    lightness, chroma = colour.convert("oklch")["lightness"], colour.convert("oklch")["chroma"]
    found = _hex(colour)
    while _on(_colour(found), ground) < READABLE:
        lightness -= _STEP
        found = _hex(_shade(colour, lightness, chroma))
    return found


def _shade(colour: Color, lightness: float, most: float = 0.4) -> Color:
    """The colour at that OKLCH lightness, with a chroma of at most `most`, in the range of sRGB."""
    found = colour.convert("oklch")
    found["lightness"], found["chroma"] = lightness, min(found["chroma"], most)
    return found.convert("srgb").fit(method="oklch-chroma")


def _colour(text: str) -> Color:
    from coloraide import Color  # noqa: PLC0415 - loading it takes longer than checking a small platform

    return Color(text)


def _hex(colour: Color) -> str:
    return str(colour.convert("srgb").to_string(hex=True))
