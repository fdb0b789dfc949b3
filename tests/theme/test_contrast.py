"""The contrast of the stylesheet's colours, computed as WCAG 2.2 defines it, in both colour schemes."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

STYLE = Path(__file__).resolve().parents[2] / "theme" / "styles" / "tokens.css"
PROPERTY = re.compile(r"--([a-z-]+): (#[0-9a-f]{3}(?:[0-9a-f]{3})?);")
GROUNDS = ("paper", "surface", "tint", "notice")
TEXT = {
    "ink": GROUNDS,
    "muted": ("paper", "surface", "tint"),
    "accent": GROUNDS,
    "accent-strong": GROUNDS,
    "visited": GROUNDS,
    "on-accent": ("accent", "accent-strong"),
    "on-masthead": ("masthead",),
}
"""What is written on what: at least 4.5:1 (WCAG 2.2, 1.4.3)."""
INTERFACE = {
    "edge": ("paper", "surface", "tint"),
    "accent": ("paper", "surface", "tint"),
    "notice-edge": ("notice", "paper"),
    "focus": GROUNDS,
    "on-masthead": ("masthead",),
    "pin": ("masthead",),
    "open": ("paper", "surface", "tint"),
}
"""What shows where a control or its state is, on what: at least 3:1 (WCAG 2.2, 1.4.11)."""


@cache
def schemes() -> dict[str, dict[str, str]]:
    """The colours by scheme and name; the dark scheme inherits what it does not change."""
    style = STYLE.read_text(encoding="utf-8")
    light, _, rest = style.partition("@media (prefers-color-scheme: dark)")
    plain = dict(PROPERTY.findall(light))
    return {"light": plain, "dark": plain | dict(PROPERTY.findall(rest.partition("\n}\n")[0]))}


def luminance(colour: str) -> float:
    """The relative luminance of a colour in hexadecimal digits (WCAG 2.2)."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * d for d in colour[1:])
    channels = (int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def too_low(pairs: dict[str, tuple[str, ...]], colours: dict[str, str], least: float) -> list[tuple[str, str, float]]:
    """The pairs whose contrast is less than it must be."""
    every = [(f, g, contrast(colours[f], colours[g])) for f, grounds in pairs.items() for g in grounds]
    return [(front, ground, round(found, 2)) for front, ground, found in every if found < least]


def test_black_on_white_is_21() -> None:
    """The formula gives WCAG's own example values."""
    assert (round(contrast("#000", "#fff"), 1), round(contrast("#777777", "#ffffff"), 2)) == (21.0, 4.48)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read(scheme: str) -> None:
    """Every colour of text has 4.5:1 on every ground that it stands on."""
    assert too_low(TEXT, schemes()[scheme], 4.5) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_controls_can_be_seen(scheme: str) -> None:
    """Every edge, mark and focus ring has 3:1 on every ground that it stands on."""
    assert too_low(INTERFACE, schemes()[scheme], 3) == []


def test_no_colour_is_left_out() -> None:
    """Every colour of the stylesheet is compared, but for the line between things, which says nothing."""
    compared = {*TEXT, *INTERFACE, *(g for grounds in (*TEXT.values(), *INTERFACE.values()) for g in grounds)}
    assert {*schemes()["light"]} - compared == {"line"}
